"""Which claims count: by level of evidence, and after retractions."""

from __future__ import annotations

from collections.abc import Iterable

from graph.assembly.evidence import Evidence
from graph.assembly.rows import Level
from graph.model.vocabulary import EDGE_STATUSES, Status

_COUNTED = {
    Level.FIRM: frozenset({Status.CONFIRMED}),
    Level.USUAL: frozenset({Status.CONFIRMED, Status.REPORTED, Status.DISPUTED}),
    Level.ALL: frozenset(EDGE_STATUSES),
}

_STRENGTH = {status: number for number, status in enumerate(Status)}


def standing(evidence: Iterable[Evidence]) -> list[Evidence]:
    """All but retractions and what they retract, in the order of claims.

    Give it what is known on one day: a retraction takes effect once its source is out.
    """
    known = sorted(evidence, key=lambda each: each.order)
    retracted = {id_ for each in known for id_ in each.claim.all("retracts")}
    return [each for each in known if each.id not in retracted and each.claim.status is not Status.RETRACTED]


def counted(evidence: Iterable[Evidence], level: Level) -> list[Evidence]:
    """The claims that may form edges at a level. Disputed ones are weak: see `is_weak`."""
    return [each for each in evidence if each.claim.status in _COUNTED[level]]


def asserted(evidence: Iterable[Evidence]) -> list[Evidence]:
    """What structure stands on, at every level: all but denied, planned and retracted claims."""
    return counted(standing(evidence), Level.ALL)


def is_weak(evidence: Evidence) -> bool:
    """Whether the claim speaks only where nothing else does."""
    return evidence.claim.status is Status.DISPUTED


def strongest(evidence: Iterable[Evidence]) -> Status:
    return min((each.claim.status for each in evidence), key=_STRENGTH.__getitem__)


def count_origins(evidence: Iterable[Evidence]) -> int:
    """How many independent origins stand behind the claims."""
    return len({each.origin for each in evidence})
