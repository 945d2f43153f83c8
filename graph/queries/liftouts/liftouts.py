"""Lift-outs: people who went from one place to another at one time, against what chance gives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow, Grade, MoveFlag, MoveRow
from graph.errors import BadQuestion
from graph.queries.answers.counting import Rollup, Window
from graph.queries.answers.reading import Budget, Reopen, at_most, common, joined, without_day
from graph.queries.answers.reply import Drawn, Reply, Tables, namer
from graph.queries.flows.flows import window_text
from graph.queries.liftouts.grouping import (
    Asked,
    Compared,
    Group,
    Pair,
    beside,
    compared,
    number_of_people,
)
from graph.queries.liftouts.links import Link, Links
from graph.queries.liftouts.null_model import ADJUSTMENT, NULL_MODEL, Chance
from graph.queries.liftouts.tables import liftout_tables
from graph.queries.network.search import find
from graph.queries.people.moves import Move, as_move, grade_of
from graph.queries.words.sentences import Names, days_text
from graph.settings import settings
from graph.store.answers import Cut
from graph.store.base import View


@dataclass(frozen=True, slots=True)
class LiftOut:
    """People whose certain moves from `origin` to `destination` surely lie within the days asked for.

    `first` and `last` bound the first and the last arrival, both days included. `beside`: moves of others
    between the two that may belong: inferred, possible, or dated too coarsely. `with_deal`: whom of the
    people a deal brought, `deals` which; `shared`: what claims say that they had in common before. `chance`
    is None where no time was left to compare.
    """

    origin: str
    destination: str
    people: tuple[str, ...]
    moves: tuple[Move, ...]
    beside: tuple[Move, ...]
    first: tuple[int, int]
    last: tuple[int, int]
    with_deal: tuple[str, ...]
    deals: tuple[Link, ...]
    shared: tuple[Link, ...]
    chance: Chance | None
    sentence: str

    @property
    def at_most(self) -> int:
        """People with all who may belong."""
        return len({*self.people, *(move.row.person for move in self.beside)})

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims behind the moves that count."""
        return tuple(dict.fromkeys(id_ for move in self.moves for id_ in move.claims))


@dataclass(frozen=True, slots=True)
class Looked:
    """What the groups were looked for in: moves from one company to another, as asked for.

    Only `certain` ones count; `coarse` of them are dated too coarsely to lie surely within the days.
    `pairs` had people enough for a group.
    """

    certain: int
    coarse: int
    inferred: int
    possible: int
    pairs: int


@dataclass(frozen=True, kw_only=True)
class LiftOuts(Reply):
    """Most people first, then the shortest, then the earliest. `edges` are the stints that the moves join.

    `least` people within `days`. A group stands out if its adjusted p does not exceed `level`.
    """

    into: str
    out_of: str
    window: Window
    by: Rollup
    least: int
    days: int
    without_deals: bool
    groups: tuple[LiftOut, ...]
    looked: Looked
    shuffles: int
    seed: int
    level: float
    edges: tuple[EdgeRow, ...]

    null_model = NULL_MODEL
    adjustment = ADJUSTMENT

    @property
    def title(self) -> str:
        ends = (("into", self.into), ("out of", self.out_of))
        said = " ".join(f"{word} {self.name(id_)}" for word, id_ in ends if id_)
        return ", ".join(filter(None, (f"Lift-outs {said}".strip(), window_text(self.window))))

    @property
    def of(self) -> tuple[str, ...]:
        """What was asked for by name."""
        return tuple(filter(None, dict.fromkeys((self.into, self.out_of))))

    def stands_out(self, group: LiftOut) -> bool:
        """Whether chance alone would hardly give such a group."""
        return group.chance is not None and group.chance.adjusted <= self.level

    def drawn(self) -> Drawn:
        named = (id_ for g in self.groups for id_ in (g.origin, g.destination, *g.people))
        return tuple(dict.fromkeys((*self.of, *named))), self.edges

    @property
    def focus(self) -> tuple[str, ...]:
        return self.of

    def tables(self) -> Tables:
        return liftout_tables(self)


def lift_outs(
    view: View,
    into: str = "",
    out_of: str = "",
    *,
    window: Window | None = None,
    people: int | None = None,
    days: int | None = None,
    by: Rollup = Rollup.COMPANY,
    without_deals: bool = False,
    limit: int | None = None,
    reopen: Reopen | None = None,
) -> LiftOuts:
    """Groups of at least `people` (setting `liftout_people`) whose certain moves surely lie within `days`
    (`liftout_days`) of each other, `into` and `out_of` some organisation with its labs; names or ids.

    The largest group is taken out first, and no move is counted twice; nor is a person in one group.
    `window`: groups of which an arrival may lie in it; what they are compared with does not depend on it.
    A day that is set plays no part, given `reopen` (`store.view`).
    """
    target, left = (find(view, end, ("org",)).id if end else "" for end in (into, out_of))
    least, within = _size(people, days)
    asked = Asked(target, left, by, without_deals, least, within)
    rows = _by_grade(view.stints(organisations=[left] if left else []).moves)
    pairs = {grade: asked.by_pair(found) for grade, found in rows.items()}
    groups = compared(asked, pairs[Grade.CERTAIN], rows[Grade.CERTAIN])
    held, allowed, limits = window or Window(), at_most(limit, settings().query_rows), settings()
    seen = [each for each in groups if _meets(held, each.group)]
    whole = without_day(view, reopen)
    ties = Links(whole)
    near = _beside(pairs, {row for each in groups for row in each.group})
    found = [_found(each, near[each.pair], within, ties) for each in seen[:allowed]]
    moved = [row for each in found for row in (*each.group, *each.beside)]
    edges = joined(whole, moved)
    facts = common(view, filter(None, (target, left)), (*edges, *ties.edges.values()), moved)
    return LiftOuts(
        **facts,
        cuts=_cuts(len(seen), allowed, groups),
        into=target,
        out_of=left,
        window=held,
        by=by,
        least=least,
        days=within,
        without_deals=without_deals,
        groups=tuple(_lift_out(each, namer(facts["cards"]), facts["claims"]) for each in found),
        looked=_looked(pairs, least, within),
        shuffles=limits.liftout_shuffles,
        seed=limits.liftout_seed,
        level=limits.liftout_level,
        edges=edges,
    )


def _size(people: int | None, days: int | None) -> tuple[int, int]:
    """At least so many people within so many days; None: as the settings have it."""
    if people is not None and people < 2:
        raise BadQuestion(f"a group of {people} is none.", place="people", hint="Ask for 2 or more.")
    if days is not None and days < 0:
        raise BadQuestion(f"{days} days are none.", place="days", hint="Ask for 0 or more.")
    limits = settings()
    return limits.liftout_people if people is None else people, limits.liftout_days if days is None else days


class _Found(NamedTuple):
    """A group before there are names."""

    pair: Pair
    group: Group
    beside: Group
    chance: Chance | None
    deals: tuple[Link, ...]
    shared: tuple[Link, ...]


def _found(each: Compared, near: Sequence[MoveRow], days: int, ties: Links) -> _Found:
    pair, group, chance = each
    return _Found(pair, group, beside(group, near, days), chance, ties.deals(group), ties.shared(group))


_Pairs = Mapping[Grade, Mapping[Pair, Sequence[MoveRow]]]


def _by_grade(rows: Iterable[MoveRow]) -> dict[Grade, list[MoveRow]]:
    graded: dict[Grade, list[MoveRow]] = {grade: [] for grade in Grade}
    for row in rows:
        grade = grade_of(row)
        if grade is not None:
            graded[grade].append(row)
    return graded


def _meets(window: Window, rows: Iterable[MoveRow]) -> bool:
    return any(window.holds(row.day_lo, row.day_hi) for row in rows)


def _beside(pairs: _Pairs, taken: Collection[MoveRow]) -> dict[Pair, list[MoveRow]]:
    """The moves of each pair that are in no group, whatever their grade."""
    rows: dict[Pair, list[MoveRow]] = defaultdict(list)
    for found in pairs.values():
        for pair, moves in found.items():
            rows[pair] += (row for row in moves if row not in taken)
    return rows


def _lift_out(found: _Found, name: Names, held: Mapping[str, Evidence]) -> LiftOut:
    pair, group = found.pair, found.group
    people = tuple(dict.fromkeys(row.person for row in group))
    carried = {row.person for row in group if MoveFlag.WITH_DEAL in row.flags}
    carried |= {person for deal in found.deals for person in deal.people}
    first = (group[0].day_lo, min(row.day_hi for row in group))
    last = (max(row.day_lo for row in group), max(row.day_hi for row in group))
    when = days_text(first[0], last[1] + 1)
    return LiftOut(
        origin=pair[0],
        destination=pair[1],
        people=people,
        moves=tuple(as_move(row, name, held) for row in group),
        beside=tuple(as_move(row, name, held) for row in found.beside),
        first=first,
        last=last,
        with_deal=tuple(person for person in people if person in carried),
        deals=found.deals,
        shared=found.shared,
        chance=found.chance,
        sentence=f"{len(people):,} people moved from {name(pair[0])} to {name(pair[1])} ({when})",
    )


def _looked(pairs: _Pairs, least: int, days: int) -> Looked:
    numbers = {grade: sum(map(len, found.values())) for grade, found in pairs.items()}
    certain = pairs[Grade.CERTAIN].values()
    return Looked(
        certain=numbers[Grade.CERTAIN],
        coarse=sum(row.day_hi - row.day_lo > days for rows in certain for row in rows),
        inferred=numbers[Grade.INFERRED],
        possible=numbers[Grade.POSSIBLE],
        pairs=sum(number_of_people(rows) >= least for rows in certain),
    )


def _cuts(there: int, allowed: int, groups: Iterable[Compared]) -> tuple[Cut, ...]:
    hint = "Narrow the window, or name an organisation."
    rows = (Cut("query_rows", allowed, there - allowed, hint),) if there > allowed else ()
    return (*rows, Budget.cut()) if any(each.chance is None for each in groups) else rows
