"""What makes a sequence of entities a path: anything, dates in order, all at once, or people who met.

A mode sees hops as sets of parallel edges and asks whether one edge can be chosen for each hop.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Protocol, TypeAlias

from graph.assembly.rows import Certainty, EdgeRow
from graph.model.days import FUTURE, PAST
from graph.model.entities import kind_of
from graph.store.adjacency import Ends
from graph.store.overlaps import common_days

Hop: TypeAlias = tuple[EdgeRow, ...]
State: TypeAlias = object


class Mode(Protocol):
    """`ends` are the hops that may be part of a path. A state sums up the choices for the hops so far."""

    ends: Ends
    first: State

    def may_follow(self, entities: tuple[str, ...], id_: str) -> bool:
        """Whether an entity may come next, as far as repeating goes."""
        ...

    def step(self, state: State, entities: tuple[str, ...], id_: str) -> State | None:
        """The state after going on to `id_`, None where no choice of edges is left."""
        ...

    def hops(self, entities: tuple[str, ...]) -> tuple[Hop, ...]:
        """For each hop of a whole path the edges that take part in some choice."""
        ...


class AnyTime:
    """Different entities, joined by any edge."""

    first: State = ()

    def __init__(self, ends: Ends) -> None:
        self.ends = ends

    def may_follow(self, entities: tuple[str, ...], id_: str) -> bool:
        return id_ not in entities

    def step(self, state: State, entities: tuple[str, ...], id_: str) -> State | None:  # noqa: ARG002
        return state

    def hops(self, entities: tuple[str, ...]) -> tuple[Hop, ...]:
        return tuple(self.ends[a][b] for a, b in pairwise(entities))


class InOrder(AnyTime):
    """Dates never run back: the start of an earlier edge may lie before the end of every later one.

    The state is the latest `start_lo` so far, as early as choices allow: an earlier one never forbids more.
    """

    first: State = PAST

    def step(self, state: State, entities: tuple[str, ...], id_: str) -> State | None:
        return _latest_start(state, self.ends[entities[-1]][id_])

    def hops(self, entities: tuple[str, ...]) -> tuple[Hop, ...]:
        hops = super().hops(entities)
        found = []
        before: int | None = PAST
        for number, hop in enumerate(hops):
            rest = hops[number + 1 :]
            found.append(tuple(row for row in hop if _goes_on(before, ((row,), *rest))))
            before = _latest_start(before, hop)
        return tuple(found)


def _latest_start(state: State, hop: Hop) -> int | None:
    assert isinstance(state, int)  # noqa: S101 - narrows the type
    fitting = [row.start_lo for row in hop if state < row.order_until]
    return max(state, min(fitting)) if fitting else None


def _goes_on(state: State, hops: Iterable[Hop]) -> bool:
    for hop in hops:
        if state is None:
            return False
        state = _latest_start(state, hop)
    return state is not None


Spans: TypeAlias = tuple[tuple[int, int], ...]


class AtOnce(AnyTime):
    """All edges are likely on some common day. The state is the half-open spans of days still possible."""

    first: State = ((PAST, FUTURE),)

    def step(self, state: State, entities: tuple[str, ...], id_: str) -> State | None:
        return _common(state, self.ends[entities[-1]][id_]) or None

    def hops(self, entities: tuple[str, ...]) -> tuple[Hop, ...]:
        hops = super().hops(entities)
        days: State = self.first
        for hop in hops:
            days = _common(days, hop)
        return tuple(tuple(row for row in hop if _common(days, (row,))) for hop in hops)


def _common(state: State, hop: Hop) -> Spans:
    assert isinstance(state, tuple)  # noqa: S101 - narrows the type
    spans = sorted(row.span(Certainty.LIKELY) for row in hop)
    found = {(max(lo, a), min(hi, b)) for lo, hi in state for a, b in spans}
    return _merged(sorted(span for span in found if span[0] < span[1]))


def _merged(spans: Iterable[tuple[int, int]]) -> Spans:
    merged: list[tuple[int, int]] = []
    for lo, hi in spans:
        if merged and lo <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(hi, merged[-1][1]))
        else:
            merged.append((lo, hi))
    return tuple(merged)


class Together:
    """People, each of whom was at one organisation at the same time as the next. People never repeat.

    Between two people stands the lab in which both were, else the company of their labs. Only stints count.
    An organisation at an end of the path was the employer of its neighbour at some time.
    """

    first: State = ()

    def __init__(self, rows: Iterable[EdgeRow]) -> None:
        ends: dict[str, dict[str, list[EdgeRow]]] = defaultdict(lambda: defaultdict(list))
        for row in sorted(rows, key=lambda row: row.order):
            if row.relation == "works_at" and common_days((row,)):
                for org in dict.fromkeys((row.object, row.company)):
                    ends[row.subject][org].append(row)
                    ends[org][row.subject].append(row)
        self.ends: Ends = {a: {b: tuple(r) for b, r in others.items()} for a, others in ends.items()}

    def may_follow(self, entities: tuple[str, ...], id_: str) -> bool:
        return kind_of(id_) != "person" or id_ not in entities

    def step(self, state: State, entities: tuple[str, ...], id_: str) -> State | None:
        if len(entities) < 2 or kind_of(id_) != "person":
            return state
        return state if self._meeting(entities[-2], entities[-1], id_) else None

    def hops(self, entities: tuple[str, ...]) -> tuple[Hop, ...]:
        hops = [self.ends[a][b] for a, b in pairwise(entities)]
        for i in range(1, len(entities) - 1):
            if kind_of(entities[i]) != "person":
                pairs = self._meeting(entities[i - 1], entities[i], entities[i + 1])
                hops[i - 1] = _once(one for one, _ in pairs)
                hops[i] = _once(other for _, other in pairs)
        return tuple(hops)

    def _meeting(self, one: str, org: str, other: str) -> Sequence[tuple[EdgeRow, EdgeRow]]:
        """The pairs of stints in which two people met there."""
        mine, theirs = self.ends[one].get(org, ()), self.ends[other].get(org, ())
        met = [(a, b) for a in mine for b in theirs if common_days((a, b))]
        here = [(a, b) for a, b in met if a.object == b.object == org]
        if here:
            return here
        by_company = [(a, b) for a, b in met if a.company == b.company == org]
        return [] if any(a.object == b.object for a, b in by_company) else by_company


def _once(rows: Iterable[EdgeRow]) -> Hop:
    return tuple(sorted(dict.fromkeys(rows), key=lambda row: row.order))
