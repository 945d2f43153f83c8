"""A set: what one folder or file says, whole. A load makes the ledger's copy of the set equal to it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from graph.errors import ModelError
from graph.model.claim import Claim
from graph.model.days import day_of
from graph.model.entities import Entity, is_unnamed
from graph.model.source import Source
from graph.model.text import check_id, check_slug, clean


@dataclass(frozen=True, slots=True)
class Excluded:
    """A statement that is not kept, and why. Shown by the load, never stored in the ledger."""

    source: str
    locator: str
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """Somebody's word on two ids: the same, or surely different. `same` maps `right` to `left`."""

    left: str
    right: str
    same: bool


@dataclass(frozen=True, slots=True)
class ClaimSet:
    """All of one set, checked within itself. `compiled` is an ISO day; `licence` an SPDX id.

    `unnames`: former ids of people who are unnamed now. A load erases these people, and keeps no word of it.
    """

    id: str
    title: str
    licence: str
    compiled: str
    entities: tuple[Entity, ...]
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    made: str = ""
    excluded: tuple[Excluded, ...] = ()
    warnings: tuple[str, ...] = ()
    unnames: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_slug(self.id, "id")
        for field in ("title", "licence", "made"):
            object.__setattr__(self, field, clean(getattr(self, field), field))
        if not self.title or not self.licence:
            raise ModelError("licence", f"the set {self.id} lacks a title or a licence.", hint="Name both.")
        self._put_in_order()
        try:
            day_of(self.compiled)
        except ValueError as error:
            raise ModelError(
                "compiled", f"“{self.compiled}” is not a day.", hint="Write 2025-06-12."
            ) from error

    def _put_in_order(self) -> None:
        """So that a set is the same whatever the order of its rows: by id, equal claims once."""
        claims = {claim.id: claim for claim in self.claims}
        object.__setattr__(self, "claims", tuple(claims[id_] for id_ in sorted(claims)))
        for field in ("entities", "sources"):
            items = sorted(getattr(self, field), key=lambda item: str(item.id))
            object.__setattr__(self, field, tuple(items))
            for one, other in pairwise(items):
                if one.id == other.id:
                    raise ModelError("id", f"{one.id} is defined twice.", hint="Keep one of the two.")
        _check_strong(self.claims)
        self._check_unnames()

    def _check_unnames(self) -> None:
        named = {id_ for claim in self.claims for id_ in claim.entities()}
        named |= {id_ for entity in self.entities for id_ in (entity.id, *entity.old_ids)}
        for id_ in self.unnames:
            if check_id(id_, "old_ids") != "person" or is_unnamed(id_):
                raise ModelError("old_ids", f"“{id_}” is no id of a named person.", hint="Remove it.")
            if id_ in named:
                hint = "Take the person out of every row, or leave them named."
                raise ModelError("old_ids", f"{id_} became unnamed, but the set still names them.", hint=hint)

    @property
    def compiled_day(self) -> int:
        return day_of(self.compiled)


def _check_strong(claims: tuple[Claim, ...]) -> None:
    """One id with two ORCIDs is two people."""
    seen: dict[str, str] = {}
    for claim in claims:
        if claim.relation == "identified_by" and claim.get("kind") == "orcid":
            other = seen.setdefault(claim.subject, claim.value)
            if other != claim.value:
                fact = f"{claim.subject} has two ORCIDs, {other} and {claim.value}."
                raise ModelError("identifiers", fact, hint="They are two people: give one another id.")
