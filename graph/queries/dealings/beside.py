"""Claims that belong to those found: the rest of a dispute, the rest of a slot."""

from __future__ import annotations

from collections.abc import Iterable

from graph.assembly.evidence import Evidence
from graph.queries.answers.reading import claims_naming, merged
from graph.store.answers import Cut
from graph.store.base import View


def with_disputes(
    view: View, evidence: Iterable[Evidence], read: Iterable[str] = ()
) -> tuple[list[Evidence], tuple[Cut, ...]]:
    """These claims, and every other under a label of dispute that one of them bears; what was cut off.

    A label joins claims that no slot joins, so they are looked for among all that name the subject or object
    of one that bears it. `read`: ids of which every claim is among those given.
    """
    held = {e.id: e for e in evidence}
    asked = set(read)
    cuts: tuple[Cut, ...] = ()
    while ends := {id_ for e in held.values() if e.claim.get("dispute") for id_ in ends_of(e)} - asked:
        found, more = claims_naming(view, sorted(ends))
        labels = {label for e in held.values() for label in e.claim.all("dispute")}
        held |= {e.id: e for e in found if not labels.isdisjoint(e.claim.all("dispute"))}
        asked, cuts = asked | ends, merged(cuts, more)
    return list(held.values()), cuts


def ends_of(evidence: Evidence) -> tuple[str, ...]:
    """Subject and object, if there is one."""
    claim = evidence.claim
    return (claim.subject, claim.object) if claim.object else (claim.subject,)
