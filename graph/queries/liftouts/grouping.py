"""Moves between two places that lie close together in time, and how chance would have dealt them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from graph.assembly.rows import MoveFlag, MoveRow
from graph.queries.answers.counting import Rollup
from graph.queries.answers.reading import Budget
from graph.queries.liftouts.null_model import Chance, Span, adjusted, by_chance, p_value
from graph.settings import settings

Pair = tuple[str, str]
"""The origin and the destination of moves."""
Group = tuple[MoveRow, ...]
"""Moves of one pair, by day of arrival."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which moves may be in a group, and between which two places each counts. Empty names: no matter.

    An organisation that was asked for stands for its labs. `least` people within `days`.
    """

    into: str
    out_of: str
    by: Rollup
    without_deals: bool
    least: int
    days: int

    def pair(self, row: MoveRow) -> Pair | None:
        """None: not asked for, or inside one company."""
        left, joined = (row.origin, row.origin_company), (row.destination, row.destination_company)
        which = self.by is Rollup.COMPANY
        ends = (self.out_of or left[which], self.into or joined[which])
        if row.is_transfer or left[1] == joined[1] or ends[0] not in left or ends[1] not in joined:
            return None
        return None if self.without_deals and MoveFlag.WITH_DEAL in row.flags else ends

    def by_pair(self, rows: Iterable[MoveRow]) -> dict[Pair, list[MoveRow]]:
        pairs: dict[Pair, list[MoveRow]] = defaultdict(list)
        for row in rows:
            pair = self.pair(row)
            if pair:
                pairs[pair].append(row)
        return pairs

    def pools(self, rows: Iterable[MoveRow]) -> dict[str, list[Span]]:
        """The days of all moves out of each origin, wherever they led, however coarsely they are dated."""
        pools: dict[str, list[Span]] = defaultdict(list)
        for (origin, _), found in replace(self, into="").by_pair(rows).items():
            pools[origin] += ((row.day_lo, row.day_hi) for row in found)
        return pools


def together(rows: Iterable[MoveRow], least: int, days: int) -> Iterator[Group]:
    """Groups of at least so many people whose moves all surely lie within so many days of each other.

    The largest first; of equal ones the shortest, then the earliest. Each move is in one of them at most.
    """
    left = sorted(rows, key=_arrival)
    while left:
        group = min((_from(left, start, days) for start in range(len(left))), key=size)
        if number_of_people(group) < least:
            return
        yield group
        taken = set(group)
        left = [row for row in left if row not in taken]


def _from(rows: Sequence[MoveRow], start: int, days: int) -> Group:
    """Those of the rows, sorted by day, that surely lie in the days from the start of one of them on."""
    until, found = rows[start].day_lo + days, []
    for number in range(start, len(rows)):
        if rows[number].day_lo > until:
            break
        if rows[number].day_hi <= until:
            found.append(rows[number])
    return tuple(found)


def number_of_people(rows: Iterable[MoveRow]) -> int:
    return len({row.person for row in rows})


def size(group: Group) -> tuple[int, int, int, int]:
    """The order of groups: most people, most moves, shortest, earliest."""
    if not group:
        return (0, 0, 0, 0)
    first = group[0].day_lo
    return (-number_of_people(group), -len(group), max(row.day_hi for row in group) - first, first)


def beside(group: Group, rows: Iterable[MoveRow], days: int) -> Group:
    """Those of the moves that may lie within so many days of all of a group; not of its people."""
    people = {row.person for row in group}
    since = max(row.day_lo for row in group) - days
    until = min(row.day_hi for row in group) + days
    near = (row for row in rows if row.day_lo <= until and row.day_hi >= since and row.person not in people)
    return tuple(sorted(near, key=_arrival))


def _arrival(row: MoveRow) -> tuple[int, int, object]:
    return (row.day_lo, row.day_hi, row.order)


def chances(
    asked: Asked,
    pairs: Mapping[Pair, Sequence[MoveRow]],
    pools: Mapping[str, Sequence[Span]],
    groups: Sequence[tuple[Pair, Group]],
) -> list[Chance | None]:
    """One a group, in their order; None once the time of a query is spent.

    The groups of one pair share its shuffles. Pairs with people enough and no group count as compared too.
    """
    budget = Budget()
    shuffled: dict[Pair, list[int]] = {}
    for pair, _ in groups:
        if pair not in shuffled and not budget.is_spent:
            seed = f"{settings().liftout_seed}|{pair[0]}|{pair[1]}"
            pool, number = pools[pair[0]], len(pairs[pair])
            shuffled[pair] = by_chance(pool, number, asked.days, settings().liftout_shuffles, seed)
    done = [(pair, number_of_people(group)) for pair, group in groups if pair in shuffled]
    p_values = [p_value(shuffled[pair], people) for pair, people in done]
    enough = sum(number_of_people(rows) >= asked.least for rows in pairs.values())
    for_all = adjusted(p_values, enough + len(groups) - len({pair for pair, _ in groups}))
    found = iter(zip(p_values, for_all, strict=True))
    return [
        Chance(*next(found), _mean(shuffled[pair]), len(pools[pair[0]]), len(pairs[pair]))
        if pair in shuffled
        else None
        for pair, _ in groups
    ]


def _mean(numbers: Sequence[int]) -> float:
    return sum(numbers) / len(numbers)


class Compared(NamedTuple):
    """A group with what chance gives."""

    pair: Pair
    group: Group
    chance: Chance | None


def compared(
    asked: Asked, pairs: Mapping[Pair, Sequence[MoveRow]], rows: Sequence[MoveRow]
) -> list[Compared]:
    """All groups among certain moves in the order of the answer. `rows`: all such moves, of any pair."""
    groups = [
        (pair, group) for pair in sorted(pairs) for group in together(pairs[pair], asked.least, asked.days)
    ]
    groups.sort(key=lambda each: (size(each[1]), each[0]))
    chances_ = chances(asked, pairs, asked.pools(rows), groups)
    return [Compared(*each, chance) for each, chance in zip(groups, chances_, strict=True)]
