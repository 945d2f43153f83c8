"""A set: what one folder or file says, whole. A load makes the ledger's copy of the set equal to it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.errors import ModelError
from graph.model.claim import Claim
from graph.model.days import day_of
from graph.model.entities import Entity
from graph.model.source import Source
from graph.model.text import check_slug, clean


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
    """All of one set, checked within itself. `compiled` is an ISO day; `licence` an SPDX id."""

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

    def __post_init__(self) -> None:
        check_slug(self.id, "id")
        for field in ("title", "licence", "made"):
            object.__setattr__(self, field, clean(getattr(self, field), field))
        if not self.title or not self.licence:
            raise ModelError("licence", f"the set {self.id} lacks a title or a licence.", hint="Name both.")
        try:
            day_of(self.compiled)
        except ValueError as error:
            raise ModelError(
                "compiled", f"“{self.compiled}” is not a day.", hint="Write 2025-06-12."
            ) from error

    @property
    def compiled_day(self) -> int:
        return day_of(self.compiled)
