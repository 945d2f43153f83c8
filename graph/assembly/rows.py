"""Edge rows and move rows: the graph in a form in which engines only compare integers.

Bounds are days (`date.toordinal()`), `PAST` and `FUTURE` where nothing bounds. `start_lo` and `start_hi` are
the earliest and latest first day, `end_lo` and `end_hi` the earliest and latest first day no longer there.
So an edge is *certain* on `[start_hi, end_lo)`, *likely* on `[start_hi, likely_until)`, *possible* on
`[start_lo, end_hi)`; each of these may be empty. An event has its range as start and FUTURE as end.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag, StrEnum

from graph.model.days import FUTURE, PAST
from graph.model.vocabulary import Status


class Level(StrEnum):
    """firm: confirmed; usual: reported too, disputed where nothing else speaks; all: rumoured too."""

    FIRM = "firm"
    USUAL = "usual"
    ALL = "all"

    @property
    def bit(self) -> int:
        return _BITS[self]


_BITS = {level: 1 << number for number, level in enumerate(Level)}


class Certainty(StrEnum):
    """Of an edge on a day, from strongest to weakest."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Part(StrEnum):
    """What a claim says of the edge that it stands behind."""

    START = "start"
    END = "end"
    PRESENCE = "presence"
    OVER_BY = "over_by"
    FROM = "from"
    TO = "to"
    RETURNED = "returned"
    TRANSFER = "transfer"
    DISPUTED = "disputed"
    STAGE = "stage"
    PLAIN = "plain"


class Flag(IntFlag):
    """Marks of an edge row."""

    START_DATED = 1
    END_DATED = 2
    UNDATED = 4  # hidden, and counted, once a day is set
    TIMELESS = 8  # holds always
    CONCURRENT = 16
    RETURNED = 32
    FOUNDED = 64
    START_DISAGREES = 128
    END_DISAGREES = 256
    IMPOSSIBLE = 512  # an editor's override forces the start after the end
    DENIED_BESIDE = 1024
    EVENT = 2048


NO_FLAG = Flag(0)


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """One stint and place, or one (subject, relation, object, bundle); ids mapped.

    `object` is the most specific organisation, `company` what it belongs to then; `levels` is a mask of
    Level.bit. `ordinal` counts returns from 1, `place` the labs inside one stint from 1. Valid for days of
    knowledge in `[known_from, known_until)`. `claims` holds (claim id, part), sorted.
    """

    subject: str
    relation: str
    object: str
    company: str
    bundle: str = ""
    ordinal: int = 1
    place: int = 1
    start_lo: int = PAST
    start_hi: int = FUTURE
    end_lo: int = PAST
    end_hi: int = FUTURE
    likely_until: int = FUTURE
    order_until: int = FUTURE
    flags: Flag = NO_FLAG
    status: Status = Status.REPORTED
    origins: int = 1
    levels: int = 7
    known_from: int = PAST
    known_until: int = FUTURE
    claims: tuple[tuple[str, Part], ...] = ()

    @property
    def address(self) -> str:
        """Stable id of the edge in links and exports."""
        return "|".join(
            (self.subject, self.relation, self.object, self.bundle, str(self.ordinal), str(self.place))
        )

    @property
    def order(self) -> tuple[str, int, str, str, str, int, int]:
        """The total order of edges: subject, start, object, relation, bundle, ordinal, place."""
        return (
            self.subject,
            self.start_lo,
            self.object,
            self.relation,
            self.bundle,
            self.ordinal,
            self.place,
        )

    def span(self, certainty: Certainty) -> tuple[int, int]:
        """Half-open days on which the edge holds at least so; empty unless the first is below the second."""
        if Flag.TIMELESS in self.flags:
            return (PAST, FUTURE)
        match certainty:
            case Certainty.CERTAIN:
                return (self.start_hi, self.end_lo)
            case Certainty.LIKELY:
                return (self.start_hi, self.likely_until)
            case Certainty.POSSIBLE:
                return (self.start_lo, self.end_hi)

    def certainty_on(self, day: int) -> Certainty | None:
        """The strongest certainty with which the edge holds on a day, or None."""
        for certainty in Certainty:
            lo, hi = self.span(certainty)
            if lo <= day < hi:
                return certainty
        return None


class Basis(StrEnum):
    """Why two stints make a move."""

    STATED = "stated"
    DATES = "dates"
    DEPARTURE_NOT_DATED = "departure not dated"
    ARRIVAL_NOT_DATED = "arrival not dated"


class MoveFlag(IntFlag):
    RETURN = 1
    FOUNDED = 2
    TRANSFER = 4
    WITH_DEAL = 8


NO_MOVE_FLAG = MoveFlag(0)


class Grade(StrEnum):
    CERTAIN = "certain"
    INFERRED = "inferred"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A candidate for a move of one person; `grade` decides on reading.

    Gaps in days, None where a bound is open. `day_lo` and `day_hi` bound the day of arrival.
    `from_edge` and `to_edge` are edge addresses.
    """

    person: str
    origin: str
    destination: str
    origin_company: str
    destination_company: str
    from_edge: str
    to_edge: str
    basis: Basis
    gap_lo: int | None
    gap_hi: int | None
    day_lo: int
    day_hi: int
    flags: MoveFlag = NO_MOVE_FLAG
    levels: int = 7
    known_from: int = PAST
    known_until: int = FUTURE
    claims: tuple[tuple[str, Part], ...] = ()

    @property
    def order(self) -> tuple[str, int, int, str, str, str, str]:
        return (
            self.person,
            self.day_lo,
            self.day_hi,
            self.origin,
            self.destination,
            self.from_edge,
            self.to_edge,
        )

    @property
    def listed(self) -> tuple[int, int, tuple[str, int, int, str, str, str, str]]:
        """The total order in which moves are listed: by the earliest day of arrival, where only the latest is
        known by that, where neither is known last; then by the latest day, then `order`.
        """
        return (self.day_lo if self.day_lo > PAST else self.day_hi, self.day_hi, self.order)

    @property
    def is_transfer(self) -> bool:
        return MoveFlag.TRANSFER in self.flags

    def grade(self, gap_min: int, gap_max: int) -> Grade | None:
        """Certain, inferred, possible, or None for no move. `gap_min`, `gap_max` in days (settings)."""
        if self.basis is Basis.STATED or self.is_transfer:
            return Grade.CERTAIN
        if self.basis is Basis.DEPARTURE_NOT_DATED:
            return Grade.INFERRED
        if self.basis is Basis.ARRIVAL_NOT_DATED:
            return Grade.POSSIBLE
        if self.gap_lo is None or self.gap_hi is None or self.gap_lo > gap_max or self.gap_hi < gap_min:
            return None
        return Grade.CERTAIN if gap_min <= self.gap_lo and self.gap_hi <= gap_max else Grade.POSSIBLE


@dataclass(frozen=True, slots=True)
class Rows:
    """What one run of the assembly gives: both in their total order."""

    edges: tuple[EdgeRow, ...] = ()
    moves: tuple[MoveRow, ...] = ()
