"""What one claim tells of stints: arrivals, departures, presence, also at the employers before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.assembly.bounds import latest
from graph.assembly.evidence import Evidence
from graph.assembly.rows import Part
from graph.model.days import FUTURE, PAST, Days
from graph.model.entities import kind_of
from graph.model.when import Form


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that a claim says of a time at one organisation.

    `days`: when it happened, or for FROM, TO, OVER_BY and RETURNED the bound. Not `dated`: only the date of
    the source, or the day by which a role was over, bounds it. `own`: of the claim's own organisation, not
    of the one in `from` or `to`. `again`: another claim says that this arrival was a return.
    """

    part: Part
    org: str
    days: Days
    evidence: Evidence
    dated: bool = True
    own: bool = True
    again: bool = False

    @property
    def id(self) -> str:
        return self.evidence.id

    @property
    def last(self) -> int:
        return latest(self.days)

    @property
    def day(self) -> int:
        """The day to ask the structure about: the latest that is known."""
        if self.days.hi < FUTURE:
            return self.days.last
        return self.days.lo if self.days.lo > PAST else self.evidence.known_from

    @property
    def is_return(self) -> bool:
        return self.own and (self.again or self.evidence.claim.get("returned") == "yes")

    @property
    def number(self) -> str:
        """The editor's number of the stint, or empty."""
        return self.evidence.claim.get("spell") if self.own else ""

    @property
    def order(self) -> tuple[int, int, int, str]:
        """By time; an arrival before a departure in the same range, unless it is a return."""
        turn = 1 if self.part is Part.END else 2 if self.is_return else 0
        return (self.days.lo, self.days.hi, turn, self.id)


def stint_marks(evidence: Evidence) -> Iterator[Mark]:
    """What a claim tells of the stints of its subject, own organisation first."""
    claim = evidence.claim
    if kind_of(claim.subject) != "person":
        return
    if claim.relation == "works_at":
        yield from state_marks(evidence)
        yield from _others(evidence)
    elif claim.relation == "founded" and claim.get("active") != "no":
        point = claim.when.point
        yield Mark(Part.START, claim.object, point, evidence) if point else _undated(evidence)
        yield from _others(evidence)
    elif claim.relation in ("leads", "holds_role"):
        yield from _role_marks(evidence)


def state_marks(evidence: Evidence) -> Iterator[Mark]:
    """What a claim tells of the state that it speaks of: its start, its end, or that it was so."""
    claim, when = evidence.claim, evidence.claim.when
    if when.form is Form.EMPTY:
        yield _undated(evidence)
    elif when.point:
        yield Mark(Part.PRESENCE, claim.object, when.point, evidence)
    else:
        if when.start:
            yield Mark(Part.START, claim.object, when.start, evidence)
        if when.end:
            over = when.end.lo == PAST
            yield Mark(Part.OVER_BY if over else Part.END, claim.object, when.end, evidence)
        if when.open_end:
            yield from _still_there(evidence)


def _role_marks(evidence: Evidence) -> Iterator[Mark]:
    """A role shows presence at each end that is known, and neither arrival nor departure."""
    for mark in state_marks(evidence):
        dated = mark.dated and mark.part is not Part.OVER_BY
        yield Mark(Part.PRESENCE, mark.org, mark.days, evidence, dated)


def _undated(evidence: Evidence) -> Mark:
    until = Days(PAST, evidence.known_from + 1)
    return Mark(Part.PRESENCE, evidence.claim.object, until, evidence, dated=False)


def _still_there(evidence: Evidence) -> Iterator[Mark]:
    """An open end: still so when the source was written, if that is known; not before the start."""
    published, start = evidence.published, evidence.claim.when.start
    if published and start and published.lo > PAST:
        lo = max(published.lo, start.lo)
        yield Mark(Part.PRESENCE, evidence.claim.object, Days(lo, max(published.hi, lo + 1)), evidence)


def _others(evidence: Evidence) -> Iterator[Mark]:
    claim, when = evidence.claim, evidence.claim.when
    known = when.form is not Form.EMPTY
    for org in claim.all("from"):
        if org != claim.object:
            yield Mark(Part.FROM, org, _arrived_by(evidence), evidence, dated=known, own=False)
    for org in claim.all("to"):
        if org != claim.object:
            left = when.end.lo if when.end else PAST
            yield Mark(Part.TO, org, Days(left, FUTURE), evidence, dated=left > PAST, own=False)


def _arrived_by(evidence: Evidence) -> Days:
    """The range of the arrival, or all days up to when the person was surely there."""
    when = evidence.claim.when
    arrival = when.point if evidence.claim.relation == "founded" else when.start
    if arrival and (when.form is Form.INTERVAL or evidence.claim.relation == "founded"):
        return arrival
    known = when.start or when.end
    return Days(PAST, known.hi if known else evidence.known_from + 1)
