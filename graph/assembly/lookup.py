"""How assembly looks into a ledger, and what of it bears on one subject."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from graph.assembly.evidence import Evidence
from graph.model.entities import kind_of

STRUCTURE = ("part_of", "became")


class Lookup(Protocol):
    """A ledger by the entities that its claims name: live claims of every status, ids mapped."""

    def by_subject(self, id_: str, /) -> Sequence[Evidence]: ...

    def by_object(self, id_: str, /) -> Sequence[Evidence]: ...

    def naming(self, id_: str, /) -> Sequence[Evidence]:
        """Claims that name an entity in any field."""
        ...


class MemoryLookup:
    """A Lookup over claims in memory."""

    def __init__(self, evidence: Iterable[Evidence]) -> None:
        self._subject: dict[str, list[Evidence]] = defaultdict(list)
        self._object: dict[str, list[Evidence]] = defaultdict(list)
        self._naming: dict[str, list[Evidence]] = defaultdict(list)
        for each in sorted(evidence, key=lambda e: e.order):
            self._subject[each.claim.subject].append(each)
            if each.claim.object:
                self._object[each.claim.object].append(each)
            for id_ in sorted(set(each.claim.entities())):
                self._naming[id_].append(each)

    def subjects(self) -> list[str]:
        return sorted(self._subject)

    def by_subject(self, id_: str, /) -> Sequence[Evidence]:
        return self._subject.get(id_, ())

    def by_object(self, id_: str, /) -> Sequence[Evidence]:
        return self._object.get(id_, ())

    def naming(self, id_: str, /) -> Sequence[Evidence]:
        return self._naming.get(id_, ())


@dataclass(frozen=True, slots=True)
class Bearing:
    """All claims that bear on the rows of one subject."""

    own: tuple[Evidence, ...]
    structure: tuple[Evidence, ...]
    stages: tuple[Evidence, ...]
    brought: tuple[Evidence, ...]
    parties: tuple[Evidence, ...]

    def days(self) -> list[int]:
        """The days of knowledge on which any of them becomes known, in order."""
        groups = (self.own, self.structure, self.stages, self.brought, self.parties)
        return sorted({each.known_from for group in groups for each in group})


def bearing_on(subject: str, lookup: Lookup) -> Bearing:
    """What the rows of a subject follow from: its claims, its deals, what its organisations belong to."""
    own = tuple(lookup.by_subject(subject))
    brought = _brought(subject, lookup) if kind_of(subject) == "person" else ()
    parties = tuple(
        each
        for deal in sorted({e.claim.subject for e in brought})
        for each in lookup.by_object(deal)
        if each.claim.relation == "party_to"
    )
    orgs = {id_ for each in own for id_ in each.claim.entities() if kind_of(id_) == "org"}
    orgs |= {each.claim.subject for each in parties if kind_of(each.claim.subject) == "org"}
    return Bearing(own, _above(orgs, lookup), _stages(subject, own, lookup), brought, parties)


def _brought(person: str, lookup: Lookup) -> tuple[Evidence, ...]:
    return tuple(each for each in lookup.by_object(person) if each.claim.relation == "brought")


def _stages(subject: str, own: Iterable[Evidence], lookup: Lookup) -> tuple[Evidence, ...]:
    deals = {e.claim.object for e in own if e.claim.relation == "party_to"}
    if kind_of(subject) == "deal":
        deals.add(subject)
    return tuple(
        each for deal in sorted(deals) for each in lookup.by_subject(deal) if each.claim.relation == "reached"
    )


def _above(orgs: Iterable[str], lookup: Lookup) -> tuple[Evidence, ...]:
    """The structure claims upwards of some organisations, and of whatever those lead to."""
    seen, todo, found = set(orgs), sorted(orgs), []
    while todo:
        for each in lookup.by_subject(todo.pop()):
            if each.claim.relation in STRUCTURE:
                found.append(each)
                if each.claim.object not in seen:
                    seen.add(each.claim.object)
                    todo.append(each.claim.object)
    return tuple(sorted(found, key=lambda e: e.order))


def touched(changed: Iterable[Evidence], lookup: Lookup) -> frozenset[str]:
    """The subjects whose rows must be made again when these claims come or go.

    `lookup` sees the ledger afterwards; withdrawn claims are given in `changed` only.
    """
    subjects: set[str] = set()
    orgs: set[str] = set()
    for each in changed:
        claim = each.claim
        subjects.add(claim.subject)
        if claim.relation in STRUCTURE:
            orgs.add(claim.subject)
        elif claim.relation == "reached" and kind_of(claim.subject) == "deal":
            subjects |= {e.claim.subject for e in lookup.by_object(claim.subject)}
        elif claim.relation == "party_to":
            subjects |= _people_brought(claim.object, lookup)
        elif claim.relation == "brought":
            subjects.add(claim.object)
    for org in _below(orgs, lookup):
        for each in lookup.naming(org):
            subjects.add(each.claim.subject)
            if each.claim.relation == "party_to":
                subjects |= _people_brought(each.claim.object, lookup)
    return frozenset(subjects)


def _people_brought(deal: str, lookup: Lookup) -> set[str]:
    return {e.claim.object for e in lookup.by_subject(deal) if e.claim.relation == "brought"}


def _below(orgs: Iterable[str], lookup: Lookup) -> set[str]:
    """The organisations whose structure leads to one of these, and these."""
    seen, todo = set(orgs), sorted(orgs)
    while todo:
        for each in lookup.by_object(todo.pop()):
            if each.claim.relation in STRUCTURE and each.claim.subject not in seen:
                seen.add(each.claim.subject)
                todo.append(each.claim.subject)
    return seen
