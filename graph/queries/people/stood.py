"""What disagreed on a day of knowledge, with claims that a later load withdrew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graph.assembly.assemble import MemoryLookup, assemble_subject
from graph.assembly.conflicts import Conflict, conflicts
from graph.assembly.evidence import Evidence
from graph.assembly.rows import Rows
from graph.model.claim import Claim
from graph.model.entities import kind_of
from graph.queries.answers.reading import claims_naming
from graph.queries.ledger.conflicts import is_about
from graph.settings import settings
from graph.store.answers import Cut
from graph.store.base import View


def stood_with(
    view: View, whom: str, gone: Sequence[Evidence]
) -> tuple[dict[str, Evidence], list[Conflict], tuple[Cut, ...]]:
    """The claims compared, the conflicts between what these claims name, if an id is given those about it.

    A claim of the same source about the same ends took the place of one that is gone, and never stood beside
    it: it is left out. The view hides what was withdrawn, so that its stints are assembled anew.
    """
    named = {id_ for each in gone for id_ in each.claim.entities()}
    known, cuts = claims_naming(view)
    replaced = set(map(_place, gone))
    standing = [each for each in known if _place(each) not in replaced]
    told = [each for each in standing if not named.isdisjoint(each.claim.entities())]
    held = {each.id: each for each in (*told, *gone)}
    rows = _rows(view, {each.claim.subject for each in gone}, (*standing, *gone))
    about = {whom, *_deals_of(whom, held.values())} if whom else ()
    found = [c for c in conflicts(tuple(held.values()), rows) if is_about(c, about, held)]
    return held, found, cuts


def _place(evidence: Evidence) -> tuple[str, str, str, str]:
    claim: Claim = evidence.claim
    return (evidence.source.id, claim.subject, claim.relation, claim.object)


def _deals_of(whom: str, evidence: Iterable[Evidence]) -> Iterator[str]:
    for claim in (each.claim for each in evidence):
        if claim.relation == "party_to" and claim.subject == whom:
            yield claim.object


def _rows(view: View, subjects: Iterable[str], evidence: Iterable[Evidence]) -> Rows:
    """The stints that the view would show of those subjects that are people."""
    people = [each for each in subjects if kind_of(each) == "person"]
    lookup = MemoryLookup(each for each in evidence if each.claim.subject != each.claim.object)
    days = settings().transfer_days
    made = [assemble_subject(each, lookup, transfer_days=days) for each in sorted(people)]
    edges = (row for rows in made for row in rows.edges if row.relation == "works_at")
    return Rows(tuple(row for row in edges if view.scope.shows(row)), ())
