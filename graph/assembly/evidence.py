"""A claim together with its source, as assembly and every reader of a ledger see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph.errors import ModelError
from graph.model.claim import ENTITY_QUALIFIERS, Claim
from graph.model.days import Days
from graph.model.source import Source


@dataclass(frozen=True, slots=True)
class Evidence:
    """`claim` has merged ids mapped; `id` is that of the claim as written; `sets` those that hold it."""

    id: str
    claim: Claim
    source: Source
    known_from: int
    sets: tuple[str, ...] = ()

    @property
    def published(self) -> Days | None:
        """The range of days in which the source came out, if it is dated."""
        return self.source.published.point

    @property
    def origin(self) -> str:
        """Who stands behind it: claims of one origin count as one, however many pages repeat it."""
        return origin(self.claim, self.source)

    @property
    def order(self) -> tuple[int, int, str]:
        """By first day, then last, then id: the order of claims everywhere."""
        return (self.claim.when.earliest, self.claim.when.latest, self.id)


def origin(claim: Claim, source: Source) -> str:
    """Whom the claim is attributed to, else the one source that its source cites, else the source itself."""
    if claim.attributed_to and claim.attributed_to != "unnamed":
        return claim.attributed_to
    return source.cites[0] if len(source.cites) == 1 else source.id


def read_as(claim: Claim, ids: Mapping[str, str]) -> Claim | None:
    """The claim with merged and former ids mapped; None if it then speaks of one entity and itself."""
    if not any(id_ in ids for id_ in claim.entities()):
        return claim
    pairs = tuple((n, ids.get(v, v) if n in ENTITY_QUALIFIERS else v) for n, v in claim.qualifiers)
    try:
        return replace(
            claim,
            subject=ids.get(claim.subject, claim.subject),
            object=ids.get(claim.object, claim.object),
            attributed_to=ids.get(claim.attributed_to, claim.attributed_to),
            qualifiers=pairs,
        )
    except ModelError:
        return None
