"""What a View must answer, worked out the long way: plain loops over all rows, and every path enumerated.

Written from the rules of the design and not from the engines: it shares with them the model, the assembly and
the records of answers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise, product

from graph.assembly.assemble import assemble
from graph.assembly.evidence import Evidence, read_as
from graph.assembly.rows import Certainty, EdgeRow, Flag, Level, Rows
from graph.model.claimset import ClaimSet
from graph.model.days import FUTURE
from graph.store.answers import Neighbour, Overlap, Path
from graph.store.scope import Scope

LEVELS = {Level.FIRM: 1, Level.USUAL: 2, Level.ALL: 4}
TRANSFER_DAYS = 31


def evidence_of(sets: Iterable[ClaimSet], ids: dict[str, str]) -> list[Evidence]:
    """The claims of all sets, each once, known from the first set that knows it."""
    known: dict[str, int] = {}
    holders: dict[str, list[str]] = defaultdict(list)
    found = {}
    for each in sets:
        sources = {source.id: source for source in each.sources}
        for claim in each.claims:
            day = sources[claim.source].known_from(each.compiled_day)
            known[claim.id] = min(day, known.get(claim.id, day))
            holders[claim.id].append(each.id)
            found[claim.id] = (claim, sources[claim.source])
    read = {id_: read_as(claim, ids) for id_, (claim, _) in found.items()}
    return [
        Evidence(id_, mapped, found[id_][1], known[id_], tuple(sorted(holders[id_])))
        for id_, mapped in read.items()
        if mapped
    ]


def rows_of(sets: Iterable[ClaimSet], ids: dict[str, str] | None = None) -> Rows:
    """All rows, assembled from nothing."""
    return assemble(evidence_of(sets, ids or {}), transfer_days=TRANSFER_DAYS)


class Oracle:
    """The answers within one scope."""

    def __init__(self, rows: Rows, scope: Scope, hub: int = 5_000) -> None:
        self.scope, self.hub = scope, hub
        self.all = rows
        self.edges = [row for row in rows.edges if self.sees(row)]
        self.degree: Counter[str] = Counter()
        for row in rows.edges:
            if row.levels & 4 and row.known_until == FUTURE:
                self.degree[row.subject] += 1
                self.degree[row.object] += 1

    def sees(self, row: EdgeRow) -> bool:
        scope = self.scope
        if not row.levels & LEVELS[scope.level]:
            return False
        if scope.known_on is None and row.known_until != FUTURE:
            return False
        if scope.known_on is not None and not row.known_from <= scope.known_on < row.known_until:
            return False
        if scope.relations and row.relation not in scope.relations:
            return False
        if scope.true_on is None or row.flags & Flag.TIMELESS:
            return True
        lo, hi = {
            Certainty.CERTAIN: (row.start_hi, row.end_lo),
            Certainty.LIKELY: (row.start_hi, row.likely_until),
            Certainty.POSSIBLE: (row.start_lo, row.end_hi),
        }[scope.certainty]
        return not row.flags & Flag.UNDATED and lo <= scope.true_on < hi

    def counts(self, id_: str) -> list[tuple[str, str, int, int]]:
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in self.edges:
            if row.subject == id_:
                found[row.relation, "out"].append(row.object)
            if row.object == id_:
                found[row.relation, "in"].append(row.subject)
        return [(*key, len(others), len(set(others))) for key, others in sorted(found.items())]

    def neighbours(self, id_: str, relations: Sequence[str], direction: str, by: str) -> list[Neighbour]:
        found: dict[str, list[EdgeRow]] = defaultdict(list)
        for row in self.edges:
            if relations and row.relation not in relations:
                continue
            if row.subject == id_ and direction in ("out", "both"):
                found[row.object].append(row)
            if row.object == id_ and direction in ("in", "both"):
                found[row.subject].append(row)
        ranks: dict[str, Callable[[str], int]] = {
            "degree": lambda other: -self.degree[other],
            "recent": lambda other: -max(row.start_lo for row in found[other]),
            "id": lambda _other: 0,
        }
        return [
            Neighbour(other, tuple(sorted(found[other], key=lambda row: row.order)))
            for other in sorted(found, key=lambda other: (ranks[by](other), other))
        ]

    def between(self, ids: set[str]) -> list[EdgeRow]:
        rows = [row for row in self.edges if row.subject in ids and row.object in ids]
        return sorted(rows, key=lambda row: row.order)

    def overlaps(self, person: str, now: int) -> list[Overlap]:
        found = set()
        for mine, other in product(self._stints(), repeat=2):
            if mine.subject != person or other.subject == person or mine.company != other.company:
                continue
            first = max(mine.start_hi, other.start_hi)
            until = min(mine.likely_until, other.likely_until, now + 1)
            if first >= until:
                continue
            lab = mine.object if mine.object == other.object and mine.object != mine.company else ""
            if self.scope.true_on is None or first <= self.scope.true_on < until:
                found.add(Overlap(other.subject, mine.company, lab, first, until))
        return sorted(found, key=lambda o: (o.first - o.until, o.person, o.company, o.first, o.organisation))

    def _stints(self) -> list[EdgeRow]:
        return [row for row in self.edges if row.relation == "works_at"]

    def paths(  # noqa: PLR0917 - the parts of one question
        self, start: str, end: str, mode: str, hops: int, hub: int, without: set[str]
    ) -> list[Path]:
        """All of them, in their order."""
        if start == end:
            return [Path((start,), (), 0)]
        walk = self._together(start, end, hops) if mode == "together" else self._plain(start, end, mode, hops)
        found = []
        for entities, shown in walk:
            inner = entities[1:-1]
            if without & set(inner) or any(self.degree[id_] > hub for id_ in inner):
                continue
            if any(id_.startswith(("group:", "person:unnamed-")) for id_ in inner):
                continue
            found.append(Path(entities, shown, sum(self.degree[id_] for id_ in inner)))
        return sorted(found, key=lambda path: (len(path.hops), path.inner_degree, path.entities))

    def _plain(self, start: str, end: str, mode: str, hops: int) -> Iterator[tuple[tuple[str, ...], Hops]]:
        joined = self._joined(self.edges)
        for entities in _simple(start, end, hops, joined):
            choices = [joined[pair] for pair in map(frozenset, pairwise(entities))]
            shown = _taking_part(choices, _VALID[mode])
            if shown:
                yield entities, shown

    @staticmethod
    def _joined(rows: Iterable[EdgeRow]) -> dict[frozenset[str], list[EdgeRow]]:
        joined: dict[frozenset[str], list[EdgeRow]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: row.order):
            joined[frozenset((row.subject, row.object))].append(row)
        return joined

    def _together(self, start: str, end: str, hops: int) -> Iterator[tuple[tuple[str, ...], Hops]]:
        """People in a row, each pair with every place where it met; organisations only at the ends."""
        stints = [row for row in self._stints() if row.start_hi < row.likely_until]
        people = sorted({row.subject for row in stints})
        met = {(a, b): _meetings(stints, a, b) for a in people for b in people if a != b}
        employed: dict[tuple[str, str], list[EdgeRow]] = defaultdict(list)
        for row in stints:
            for org in {row.object, row.company}:
                employed[row.subject, org].append(row)
        for row_of_people in _sequences(people, start, end, hops):
            yield from self._with_places(row_of_people, start, end, met, employed, hops)

    @staticmethod
    def _with_places(  # noqa: PLR0917 - what one row of people is joined with
        people: Sequence[str],
        start: str,
        end: str,
        met: dict[tuple[str, str], dict[str, Hops]],
        employed: dict[tuple[str, str], list[EdgeRow]],
        hops: int,
    ) -> Iterator[tuple[tuple[str, ...], Hops]]:
        options: list[list[tuple[tuple[str, ...], Hops]]] = []
        if start != people[0]:
            rows = employed.get((people[0], start), [])
            options.append([((start,), (tuple(sorted(rows, key=lambda r: r.order)),))] if rows else [])
        for a, b in pairwise(people):
            options.append([((a, org), shown) for org, shown in met[a, b].items() if org not in (start, end)])
        if end != people[-1]:
            rows = employed.get((people[-1], end), [])
            shown = (tuple(sorted(rows, key=lambda r: r.order)),)
            options.append([((people[-1],), shown)] if rows else [])
        last = end if end != people[-1] else people[-1]
        for chosen in product(*options):
            entities = (*(id_ for ids, _ in chosen for id_ in ids), last)
            if 1 < len(entities) <= hops + 1:
                yield entities, tuple(hop for _, shown in chosen for hop in shown)


Hops = tuple[tuple[EdgeRow, ...], ...]
Valid = Callable[[Sequence[EdgeRow]], bool]


def _simple(
    start: str, end: str, hops: int, joined: dict[frozenset[str], list[EdgeRow]]
) -> Iterator[tuple[str, ...]]:
    others: dict[str, set[str]] = defaultdict(set)
    for one, other in map(tuple, joined):
        others[one].add(other)
        others[other].add(one)
    todo: list[tuple[str, ...]] = [(start,)]
    while todo:
        entities = todo.pop()
        for other in others[entities[-1]] - set(entities):
            if other == end:
                yield (*entities, other)
            elif len(entities) < hops:
                todo.append((*entities, other))


def _taking_part(choices: list[list[EdgeRow]], valid: Valid) -> Hops:
    good = [choice for choice in product(*choices) if valid(choice)]
    return (
        tuple(
            tuple(row for row in hop if any(choice[i] == row for choice in good))
            for i, hop in enumerate(choices)
        )
        if good
        else ()
    )


def _in_order(choice: Sequence[EdgeRow]) -> bool:
    return all(one.start_lo < other.order_until for i, one in enumerate(choice) for other in choice[i + 1 :])


def _at_once(choice: Sequence[EdgeRow]) -> bool:
    spans = [(0, FUTURE) if row.flags & Flag.TIMELESS else (row.start_hi, row.likely_until) for row in choice]
    return max(lo for lo, _ in spans) < min(hi for _, hi in spans)


_VALID: dict[str, Valid] = {"any": lambda _choice: True, "in_order": _in_order, "at_once": _at_once}


def _meetings(stints: Sequence[EdgeRow], one: str, other: str) -> dict[str, Hops]:
    """Where two people were at the same time: the place, and the stints of each that show it."""
    pairs = [
        (a, b)
        for a in stints
        for b in stints
        if a.subject == one and b.subject == other
        and max(a.start_hi, b.start_hi) < min(a.likely_until, b.likely_until)
    ]  # fmt: skip
    labs = defaultdict(list)
    for a, b in pairs:
        if a.object == b.object:
            labs[a.object].append((a, b))
    places = dict(labs)
    companies = {a.company for a, b in pairs if a.company == b.company}
    for company in companies - labs.keys():
        inside = [(a, b) for a, b in pairs if a.company == b.company == company]
        if not any(a.object == b.object for a, b in inside):
            places[company] = inside
    return {org: (_once(a for a, _ in found), _once(b for _, b in found)) for org, found in places.items()}


def _once(rows: Iterable[EdgeRow]) -> tuple[EdgeRow, ...]:
    return tuple(sorted(set(rows), key=lambda row: row.order))


def _sequences(people: list[str], start: str, end: str, hops: int) -> Iterator[tuple[str, ...]]:
    """Different people in a row, from the start (or anybody it employed) to the end."""
    firsts = [start] if start.startswith("person:") else people
    todo: list[tuple[str, ...]] = [(first,) for first in firsts if first in people]
    while todo:
        row = todo.pop()
        if row[-1] == end or (not end.startswith("person:") and row[-1]):
            yield row
        if row[-1] != end and 2 * len(row) <= hops:
            todo += [(*row, other) for other in people if other not in row and other != start]
