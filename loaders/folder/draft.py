"""A set while its files are read, and the checks that all of its files share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.model.claim import Claim
from graph.model.claimset import ClaimSet, Excluded
from graph.model.entities import Entity, kind_of
from graph.model.people import SENSITIVE
from graph.model.source import Source
from loaders.reading import Document, Record


@dataclass(slots=True)
class Draft:
    """`names` maps the ids of entities, former ones too, to their names. `claims` are by id, `rows` by key.

    `reviewed` holds keys and entity ids whose words an editor has looked at; `least` and `most` are asserted.
    """

    document: Document
    id: str
    title: str
    licence: str
    made: str
    compiled: str
    needs: tuple[str, ...]
    reviewed: tuple[str, ...]
    least: dict[str, int]
    most: dict[str, int]
    names: dict[str, str] = field(default_factory=dict)
    entities: list[Entity] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    rows: dict[str, Claim] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    unnames: list[str] = field(default_factory=list)

    def claim_set(self, excluded: tuple[Excluded, ...] = ()) -> ClaimSet:
        """What the files say so far. Raises ModelError where the set contradicts itself."""
        return ClaimSet(
            self.id,
            self.title,
            self.licence,
            self.compiled,
            entities=tuple(self.entities),
            sources=tuple(self.sources.values()),
            claims=tuple(self.claims.values()),
            made=self.made,
            excluded=excluded,
            warnings=tuple(self.warnings),
            unnames=tuple(self.unnames),
        )

    def check_entity(self, id_: str, column: str, record: Record) -> None:
        """Raises UnreadableFile for an entity that neither this set nor one that it needs defines."""
        if id_ not in self.names and not self.needs:
            hint = (
                near(id_, self.names) or "Add it to entities.csv, or name its set under needs in dataset.yml."
            )
            raise record.refuse(f"{column}: “{id_}” is not in entities.csv.", hint)

    def check_source(self, id_: str, column: str, record: Record) -> None:
        """Raises UnreadableFile for a source that neither this set nor one that it needs defines."""
        if id_ not in self.sources and not self.needs:
            titles = {known: source.title for known, source in self.sources.items()}
            hint = near(id_, titles) or "Add it to sources.csv, or name its set under needs in dataset.yml."
            raise record.refuse(f"{column}: “{id_}” is not in sources.csv.", hint)

    def check_words(self, texts: Iterable[str], handle: str, record: Record) -> None:
        """Raises UnreadableFile for a word that hints at what is never kept of a person, unless reviewed."""
        if handle in self.reviewed:
            return
        found = next(filter(None, map(SENSITIVE.search, texts)), None)
        if found:
            fact = f"the word “{found[0]}” may say of a person what is never kept."
            raise record.refuse(
                fact, f"Leave it out; if it is harmless, list {handle} under reviewed in dataset.yml."
            )


def is_person(id_: str) -> bool:
    return kind_of(id_) == "person"


def near(text: str, known: Mapping[str, str]) -> str:
    """A hint with up to two known ids, by id or name, as `Did you mean org:openai (OpenAI)?`, or empty."""
    from rapidfuzz import fuzz, process

    found: dict[str, None] = {}
    for labels in ({id_: id_ for id_ in known}, known):
        hits = process.extract(text, labels, scorer=fuzz.ratio, limit=2, score_cutoff=70)
        found |= dict.fromkeys(id_ for _, _, id_ in hits)
    shown = [f"{id_} ({known[id_]})" if known[id_] else id_ for id_ in list(found)[:2]]
    return f"Did you mean {' or '.join(shown)}?" if shown else ""


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell, split at bars; an empty cell has none."""
    return tuple(cell.split("|")) if cell else ()
