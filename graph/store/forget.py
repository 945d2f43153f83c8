"""Forgetting a person: who that is, erasing them, and holding back what would bring them back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graph.assembly.rows import EdgeRow, MoveRow
from graph.model.claim import Claim
from graph.model.claimset import ClaimSet
from graph.model.entities import kind_of
from graph.model.text import fold
from graph.store.answers import ForgetReport
from graph.store.erase import Eraser, hash_of
from graph.store.identity import classes, read_ids
from graph.store.ledger import HeldClaim, Ledger, SubjectRows

__all__ = ["erase_people", "forgotten_texts", "held_back", "names_of", "remember_people", "same_people"]


def same_people(ledger: Ledger, ids: Iterable[str]) -> frozenset[str]:
    """All ids of these people: former, merged, and those that share an identifier with them."""
    wanted = set(ids)
    pairs = list(read_ids(ledger.entities.values(), ledger.judgements.values()).items())
    pairs += [(id_, text) for id_, text in _identifiers(held.claim for held in ledger.claims.values())]
    for members in classes(pairs):
        if members & wanted:
            wanted |= {id_ for id_ in members if kind_of(id_) == "person"}
    return frozenset(wanted)


def _identifiers(claims: Iterable[Claim]) -> Iterator[tuple[str, str]]:
    """People with their strong identifiers, as `orcid 0000-0002-1825-0097`."""
    for claim in claims:
        if claim.relation == "identified_by" and kind_of(claim.subject) == "person":
            yield claim.subject, f"{claim.get('kind')} {claim.value}"


def names_of(people: Iterable[str], claims: Iterable[Claim]) -> tuple[str, ...]:
    """The names, folded, under which claims know these people; their ids are names too."""
    wanted = frozenset(people)
    names = {fold(id_.partition(":")[2]) for id_ in wanted}
    names |= {fold(claim.value) for claim in claims if claim.relation == "named" and claim.subject in wanted}
    return tuple(sorted(names - {""}))


def erase_people(ledger: Ledger, people: frozenset[str], names: Iterable[str], number: int) -> ForgetReport:
    """Erase them from every table of a ledger that is being changed; hashes of emptied cells are kept."""
    eraser = Eraser(ledger.key, people, names, ledger.forgotten)
    changed = eraser.changed(held.claim for held in ledger.claims.values())
    edit = [(set_id, id_) for id_ in changed for set_id in ledger.claims[id_].sets]
    _erase_rows(ledger, people, changed.keys())
    _erase_claims(ledger, changed)
    emptied = sum(new is not None for new in changed.values()) + _erase_definitions(ledger, eraser)
    _erase_sets(ledger, eraser)
    _remember_cells(ledger, eraser, number)
    judged = ledger.judgements
    ledger.judgements = {pair: j for pair, j in judged.items() if not people & set(pair)}
    gone = sum(new is None for new in changed.values())
    return ForgetReport(claims=gone, emptied=emptied, rows_to_edit=tuple(sorted(edit)))


def remember_people(ledger: Ledger, people: frozenset[str], number: int) -> None:
    """Keep the keyed hashes of their ids and identifiers, so that no load brings them back."""
    _remember(ledger, people, (held.claim for held in ledger.claims.values()), number)


def _remember(ledger: Ledger, people: frozenset[str], claims: Iterable[Claim], number: int) -> None:
    texts = people | {text for id_, text in _identifiers(claims) if id_ in people}
    for text in texts:
        ledger.forgotten.setdefault(hash_of(ledger.key, text), number)


def _remember_cells(ledger: Ledger, eraser: Eraser, number: int) -> None:
    for hash_ in eraser.erased:
        ledger.forgotten.setdefault(hash_, number)


def _erase_claims(ledger: Ledger, changed: dict[str, Claim | None]) -> None:
    for id_, new in changed.items():
        old = ledger.claims.pop(id_)
        if new:
            other = ledger.claims.get(new.id, HeldClaim(new, (), old.withdrawn, old.loaded))
            sets = tuple(sorted({*old.sets, *other.sets}))
            ledger.claims[new.id] = HeldClaim(new, sets, None if sets else other.withdrawn, other.loaded)


def _erase_definitions(ledger: Ledger, eraser: Eraser) -> int:
    """How many were changed, but stay."""
    changed = 0
    entities, sources = ledger.entities, ledger.sources
    ledger.entities, ledger.sources = {}, {}
    for (set_id, _), entity in entities.items():
        new = eraser.entity(entity)
        if new:
            ledger.entities[eraser.slug(set_id), new.id] = new
            changed += new != entity
    for (set_id, _), source in sources.items():
        mended = eraser.source(source)
        ledger.sources[eraser.slug(set_id), mended.id] = mended
        changed += mended != source
    return changed


def _erase_sets(ledger: Ledger, eraser: Eraser) -> None:
    infos = []
    for info in ledger.sets.values():
        id_, title, made = eraser.set_texts(info.id, info.title, info.made)
        infos.append(replace(info, id=id_, title=title, made=made))
    ledger.sets = {info.id: info for info in infos}
    ledger.loads = {n: replace(load, set_id=eraser.slug(load.set_id)) for n, load in ledger.loads.items()}
    for id_, held in ledger.claims.items():
        sets = tuple(sorted(map(eraser.slug, held.sets)))
        if sets != held.sets:
            ledger.claims[id_] = replace(held, sets=sets)


def _erase_rows(ledger: Ledger, people: frozenset[str], claims: Iterable[str]) -> None:
    """Current rows are assembled anew afterwards; former ones are not wanted."""
    gone = frozenset(claims)
    for subject, rows in list(ledger.rows.items()):
        edges = tuple(kept for kept in rows.edges if not _speaks_of(kept.row, people, gone))
        moves = tuple(kept for kept in rows.moves if not _speaks_of(kept.row, people, gone))
        if not edges and not moves:
            del ledger.rows[subject]
        elif (edges, moves) != (rows.edges, rows.moves):
            ledger.rows[subject] = SubjectRows(edges, moves)


def _speaks_of(row: EdgeRow | MoveRow, people: frozenset[str], claims: frozenset[str]) -> bool:
    named = (row.subject, row.object) if isinstance(row, EdgeRow) else (row.person,)
    return not people.isdisjoint(named) or any(id_ in claims for id_, _ in row.claims)


def held_back(ledger: Ledger, given: ClaimSet) -> tuple[ClaimSet, int]:
    """The set without what speaks of somebody forgotten, and how many of its rows are gone or emptied.

    The names to look for are those that the set itself gives them.
    """
    if not ledger.forgotten:
        return given, 0
    people = _forgotten_in(ledger, given)
    eraser = Eraser(ledger.key, people, names_of(people, given.claims), ledger.forgotten)
    changed = eraser.changed(given.claims)
    entities = [(entity, eraser.entity(entity)) for entity in given.entities]
    sources = [(source, eraser.source(source)) for source in given.sources]
    claims = (changed.get(claim.id, claim) for claim in given.claims)
    id_, title, made = eraser.set_texts(given.id, given.title, given.made)
    kept = replace(
        given,
        id=id_,
        title=title,
        made=made,
        entities=tuple(new for _, new in entities if new),
        sources=tuple(new for _, new in sources),
        claims=tuple({claim.id: claim for claim in claims if claim}.values()),
        excluded=tuple(map(eraser.excluded, given.excluded)),
        warnings=eraser.warnings(given.warnings),
    )
    _remember(ledger, people, given.claims, ledger.version)
    _remember_cells(ledger, eraser, ledger.version)
    return kept, len(changed) + sum(old != new for old, new in (*entities, *sources))


def forgotten_texts(ledger: Ledger, texts: Iterable[str], sets: Iterable[ClaimSet]) -> frozenset[str]:
    """See `View.forgotten_texts`."""
    if not ledger.forgotten:
        return frozenset()
    names: set[str] = set()
    for given in sets:
        names.update(names_of(_forgotten_in(ledger, given), given.claims))
    eraser = Eraser(ledger.key, (), names)
    return frozenset(text for text in texts if eraser.is_named_in(text, parts=True))


def _forgotten_in(ledger: Ledger, given: ClaimSet) -> frozenset[str]:
    """Ids in the set of people who were forgotten, by a hash of any of their ids or identifiers."""
    pairs = [(entity.id, old) for entity in given.entities for old in entity.old_ids]
    pairs += _identifiers(given.claims)
    ids = {entity.id for entity in given.entities} | {id_ for c in given.claims for id_ in c.entities()}
    pairs += [(id_, id_) for id_ in ids if kind_of(id_) == "person"]
    found: set[str] = set()
    for members in classes(pairs):
        if any(hash_of(ledger.key, text) in ledger.forgotten for text in members):
            found |= {id_ for id_ in members if kind_of(id_) == "person"}
    return frozenset(found)
