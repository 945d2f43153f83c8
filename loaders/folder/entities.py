"""entities.csv and sources.csv: who and what the claims speak of, and who says so."""

from __future__ import annotations

from collections.abc import Iterator

from graph.errors import ModelError
from graph.model.claim import Claim
from graph.model.entities import Entity, is_unnamed
from graph.model.source import Source
from graph.model.text import check_id
from loaders.folder.draft import Draft, is_person, several
from loaders.reading import Document, Progress, Record, counted, read_table

ENTITIES = ("id", "subtype", "name", "aliases", "identifiers", "summary", "anonymous", "old_ids", "note")
SOURCES = (
    "id", "title", "publisher", "author", "date", "retrieved", "url", "kind", "form", "cites", "reliability",
    "licence", "note",
)  # fmt: skip


def read_sources(document: Document, draft: Draft) -> None:
    """Fills the sources of the draft, the set itself among them: names and identifiers are its own word."""
    citing: list[tuple[Record, Source]] = []
    draft.sources[draft.id] = Source(
        draft.id, draft.title, date=draft.compiled, kind="derived", form="dataset", licence=draft.licence
    )
    for record in read_table(document, SOURCES):
        fields = {name: record.take(name) for name in SOURCES if name != "cites"}
        fields["reliability"] = fields["reliability"] or "unknown"
        with record.placed():
            source = Source(**fields, cites=several(record.take("cites")))
        if source.id in draft.sources:
            raise record.refuse(
                f"id: “{source.id}” is there twice.", "Each source, and the set, has its own id."
            )
        draft.sources[source.id] = source
        citing.append((record, source))
    for record, source in citing:
        for cited in source.cites:
            draft.check_source(cited, "cites", record)


def read_entities(document: Document, draft: Draft, progress: Progress | None = None) -> None:
    """Fills the entities and names of the draft, and the claims that name and identify them."""
    for record in counted(read_table(document, ENTITIES), document, "read entities", progress):
        name, aliases = record.take("name"), several(record.take("aliases"))
        identifiers = several(record.take("identifiers"))
        with record.placed():
            entity = _entity(record, draft)
            if entity.anonymous:
                _check_unnamed(entity, draft, {"name": name, "aliases": aliases, "identifiers": identifiers})
            elif not name:
                raise ModelError("name", f"{entity.id} has no name.", hint="Give the usual one.")
            for claim in (*_names(entity, draft, name, aliases), *_identifiers(entity, draft, identifiers)):
                draft.claims[claim.id] = claim
        for id_ in (entity.id, *entity.old_ids):
            if id_ in draft.names:
                raise record.refuse(f"id: “{id_}” is there twice.", "Keep one row, or give one another id.")
            draft.names[id_] = name
        if is_person(entity.id):
            draft.check_words((entity.summary, entity.note), entity.id, record)
        draft.entities.append(entity)


def _entity(record: Record, draft: Draft) -> Entity:
    anonymous = record.take("anonymous")
    if anonymous not in ("", "yes", "no"):
        raise ModelError("anonymous", f"“{anonymous}” is not yes or no.")
    id_, old_ids = record.take("id"), several(record.take("old_ids"))
    return Entity(
        id_,
        subtype=record.take("subtype"),
        summary=record.take("summary"),
        anonymous=anonymous == "yes",
        old_ids=_without_names(id_, old_ids, draft) if anonymous == "yes" else old_ids,
        note=record.take("note"),
    )


def _without_names(id_: str, old_ids: tuple[str, ...], draft: Draft) -> tuple[str, ...]:
    """The named ones are told to the load, which erases them. No entity keeps them: they say who is meant."""
    named = [old for old in old_ids if not is_unnamed(old)]
    if any(check_id(old, "old_ids") != "person" for old in named):
        raise ModelError("old_ids", f"{id_} was always a person.", hint="Name ids of people only.")
    if named:
        draft.unnames.extend(named)
        draft.warnings.append(f"{id_}: remove the named old_ids once this is loaded; they tell who is meant.")
    return tuple(old for old in old_ids if is_unnamed(old))


def _check_unnamed(entity: Entity, draft: Draft, cells: dict[str, str | tuple[str, ...]]) -> None:
    """An unnamed person has no name of any kind, and an id that tells the source and nothing else."""
    for column, cell in cells.items():
        if cell:
            raise ModelError(column, "must be empty: the person is unnamed.", hint="Empty the cell.")
    source = entity.id.removeprefix("person:unnamed-").rpartition("-")[0]
    if not draft.needs and not any(_slug(known).startswith(source) for known in draft.sources):
        hint = "Write person:unnamed-<source>-<n>, with the id of a source or its beginning."
        raise ModelError("id", f"“{source}” begins the id of no source.", hint=hint)


def _slug(source: str) -> str:
    return source.replace("_", "-").replace(".", "-")


def _names(entity: Entity, draft: Draft, name: str, aliases: tuple[str, ...]) -> Iterator[Claim]:
    if len({name, *aliases}) < 1 + len(aliases):
        raise ModelError("aliases", f"a name of {entity.id} is there twice.", hint="Keep one.")
    if name:
        yield Claim(entity.id, "named", draft.id, value=name, qualifiers=(("kind", "usual"),))
    for alias in aliases:
        yield Claim(entity.id, "named", draft.id, value=alias)


def _identifiers(entity: Entity, draft: Draft, identifiers: tuple[str, ...]) -> Iterator[Claim]:
    for identifier in identifiers:
        kind, colon, value = identifier.partition(":")
        if not colon:
            raise ModelError("identifiers", f"“{identifier}” has no kind.", hint="Write orcid:… or ror:….")
        yield Claim(entity.id, "identified_by", draft.id, value=value, qualifiers=(("kind", kind),))
