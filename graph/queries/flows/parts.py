"""What the answer about flows is made of: pairs, balances, coverage, the moves listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.assembly.rows import EdgeRow, Grade, MoveRow
from graph.model.days import FUTURE
from graph.queries.answers.counting import Counted, Held, Rollup, Sample, Window, spells_of
from graph.queries.flows.intervals import share_interval
from graph.queries.flows.measures import Measure, too_few
from graph.queries.flows.rates import ends as departures_in
from graph.queries.flows.rates import exposure, hazard_ratio
from graph.queries.flows.rates import starts as arrivals_in
from graph.queries.flows.tallies import Ends, Tally, tally
from graph.queries.people.moves import Move
from graph.store.base import View


@dataclass(frozen=True, slots=True)
class Asked:
    """Organisations that a move must meet, both ways, by its destination or by its origin; empty: any.

    An organisation is met by its labs too. An end is shown as asked, or if it is named `beside`; else as `by`
    has it.
    """

    of: str = ""
    into: str = ""
    out_of: str = ""
    by: Rollup = Rollup.COMPANY
    beside: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(filter(None, dict.fromkeys((self.of, self.into, self.out_of))))

    def with_labs(self, sample: Sample) -> tuple[str, ...]:
        """The ids asked for, and those of their labs at which somebody worked."""
        rows = (row for spell in sample.spells for row in spell.rows)
        labs = sorted({row.object for row in rows if row.company in self.ids})
        return tuple(dict.fromkeys((*self.ids, *labs)))

    def meets(self, row: MoveRow) -> bool:
        left, joined = (row.origin, row.origin_company), (row.destination, row.destination_company)
        return self.of in ("", *left, *joined) and self.into in ("", *joined) and self.out_of in ("", *left)

    def meets_either_way(self, row: MoveRow) -> bool:
        """Whether it, or its way back, is asked for: what a net needs."""
        return self.meets(row) or Asked(self.of, self.out_of, self.into).meets(row)

    def ends(self, row: MoveRow) -> tuple[str, str]:
        return (
            self._end(row.origin, row.origin_company),
            self._end(row.destination, row.destination_company),
        )

    def _end(self, organisation: str, company: str) -> str:
        if organisation in self.ids or self.by is Rollup.LAB:
            return organisation
        return organisation if company not in self.ids and organisation in self.beside else company

    def grouped(self, moves: Iterable[Counted]) -> tuple[Ends, Ends]:
        """By their ends; apart, those that stay inside one company, or between equal ends."""
        across: Ends = {}
        inside: Ends = {}
        for move in moves:
            pair = self.ends(move.row)
            stays = move.row.is_transfer or pair[0] == pair[1]
            key = (move.row.origin, move.row.destination) if stays else pair
            (inside if stays else across).setdefault(key, []).append(move)
        return across, inside


@dataclass(frozen=True, slots=True)
class Pair:
    """Two organisations: moves `there` from a to b and `back`. `hazard` needs a window with a first day."""

    a: str
    b: str
    there: Tally
    back: Tally
    hazard: Measure | None = None

    @property
    def net(self) -> int:
        """What b gained from a."""
        return self.there.n - self.back.n

    @property
    def why(self) -> str:
        """Why no ratio of the two is given: too few moved; empty where it is."""
        return too_few(self.there.n + self.back.n)

    @property
    def interval(self) -> tuple[float, float]:
        """Of the share of the moves between the two that went from a to b."""
        return share_interval(self.there.n, self.there.n + self.back.n)


def pairs_of(across: Ends, gaining: str) -> list[Pair]:
    """Pairs with a certain move, most first; b is `gaining`, else who gained more, else the later id."""
    found = []
    for a, b in {(min(pair), max(pair)) for pair in across}:
        there, back = tally(across.get((a, b), ())), tally(across.get((b, a), ()))
        if not there.certain.hi + back.certain.hi:
            continue
        turned = a == gaining or (b != gaining and back.n > there.n)
        found.append(Pair(b, a, back, there) if turned else Pair(a, b, there, back))
    return sorted(found, key=lambda p: (-p.there.n - p.back.n, -p.there.certain.hi, p.a, p.b))


def exposures(view: View, ids: Iterable[str], window: Window, now: int) -> dict[str, Measure]:
    """Of each organisation, labs included."""
    rows: dict[str, list[EdgeRow]] = {id_: [] for id_ in ids}
    for row in view.stints(organisations=list(rows)).edges if rows else ():
        for id_ in {row.object, row.company} & rows.keys():
            rows[id_].append(row)
    return {id_: exposure(spells_of(found), window, now) for id_, found in rows.items()}


def with_hazard(pair: Pair, exposed: Mapping[str, Measure]) -> Pair:
    hazard = hazard_ratio(pair.there.n, pair.back.n, exposed[pair.a], exposed[pair.b])
    return Pair(pair.a, pair.b, pair.there, pair.back, hazard)


@dataclass(frozen=True, slots=True)
class Balance:
    """One organisation: moves to it and from it."""

    organisation: str
    came: Tally
    left: Tally

    @property
    def net(self) -> int:
        return self.came.n - self.left.n


def balances_of(across: Ends, ids: Sequence[str]) -> tuple[Balance, ...]:
    """Of these organisations, labs included, or of all ends that occur: those that gained most first."""
    came: dict[str, list[Counted]] = {}
    left: dict[str, list[Counted]] = {}
    for ends, moves in across.items():
        for move in moves:
            origins, destinations = _sides(move.row, ends, ids)
            for id_ in destinations - origins:
                came.setdefault(id_, []).append(move)
            for id_ in origins - destinations:
                left.setdefault(id_, []).append(move)
    wanted = ids or came.keys() | left.keys()
    found = [Balance(id_, tally(came.get(id_, ())), tally(left.get(id_, ()))) for id_ in wanted]
    return tuple(sorted(found, key=lambda b: (-b.net, b.organisation)))


def _sides(row: MoveRow, ends: tuple[str, str], ids: Sequence[str]) -> tuple[set[str], set[str]]:
    """The organisations that a move leaves and joins: those of `ids` at its ends, or the ends themselves."""
    if not ids:
        return {ends[0]}, {ends[1]}
    left, joined = {row.origin, row.origin_company}, {row.destination, row.destination_company}
    return left.intersection(ids), joined.intersection(ids)


@dataclass(frozen=True, slots=True)
class Known:
    """How much of what happened the moves show: of `dated` arrivals or departures `linked` have another end.

    `undated` more happened, but have no date, so that they lie in no window.
    """

    dated: int
    linked: int
    undated: int


def known_arrivals(sample: Sample, window: Window) -> Known:
    """Arrivals that surely lie in the window, and those of them with a certain origin."""
    came = arrivals_in(sample.spells, window)[1]
    linked = {row.to_edge for row, grade in sample.moves if grade is Grade.CERTAIN}
    undated = sum(not s.start_dated for s in sample.spells)
    return Known(len(came), sum(s.rows[0].address in linked for s in came), undated)


def known_departures(sample: Sample, window: Window) -> Known:
    """Departures that surely lie in the window, and those of them with a certain next employer."""
    left = departures_in(sample.spells, window)[1]
    linked = {row.from_edge for row, grade in sample.moves if grade is Grade.CERTAIN}
    undated = sum(not s.end_dated and s.end_hi < FUTURE for s in sample.spells)
    return Known(len(left), sum(s.rows[-1].address in linked for s in left), undated)


@dataclass(frozen=True, slots=True)
class Listed:
    """One move of a cell: its ends as counted, and how its day of arrival lies in the window."""

    move: Move
    origin: str
    destination: str
    held: Held

    @property
    def is_counted(self) -> bool:
        """Whether it is in the number of its cell, and not beside it."""
        return self.move.grade is Grade.CERTAIN and self.held is Held.SURELY
