"""FROZEN. The same questions over networkx, as somebody who knows it well would write them by hand.

This file is not changed any more, so that ratios of different days can be compared; a test holds its hash.
Filters are looked at while walking, searches come from both ends and stop where they meet, no graph is copied
to be filtered: this is ten times faster and more than `networkx.shortest_path` over a `subgraph_view`. Edges
are those of one level and day of knowledge, with integers as attributes; days are half open.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx
from rapidfuzz import fuzz, process

if TYPE_CHECKING:
    Graph: TypeAlias = nx.MultiDiGraph[str]
    Simple: TypeAlias = nx.Graph[str]

Data = dict[str, Any]
Keep = Callable[[Data], bool]
Best = tuple[int, tuple[str, ...]]
FOREVER = 3_652_060
"""Stands for an end that nothing bounds: the day after the last of the calendar."""


def build(nodes: Iterable[tuple[str, Data]], edges: Iterable[tuple[str, str, Data]]) -> Graph:
    """Parallel edges stay apart: people leave and return."""
    graph: Graph = nx.MultiDiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edges)
    return graph


def anything(_: Data) -> bool:
    return True


def likely_on(day: int) -> Keep:
    """Edges that are likely on a day; those without any date are not, those that hold always are."""

    def keep(data: Data) -> bool:
        if data["timeless"]:
            return True
        return not data["undated"] and data["start_hi"] <= day < data["likely_until"]

    return keep


def of_relation(name: str) -> Keep:
    return lambda data: bool(data["relation"] == name)


def _stints(graph: Graph, person: str) -> Iterable[tuple[str, Data]]:
    out: Mapping[str, Mapping[int, Data]] = graph._succ[person]  # type: ignore[attr-defined]
    for place, parallel in out.items():
        for data in parallel.values():
            if data["relation"] == "works_at":
                yield place, data


def neighbours(graph: Graph, id_: str, keep: Keep) -> Iterable[str]:
    """Whoever a kept edge leads to or comes from; some twice."""
    # networkx's own dictionaries: its views of them take three times as long
    out, into = graph._succ[id_], graph._pred[id_]  # type: ignore[attr-defined]
    for around in (out, into):
        for other, parallel in around.items():
            if any(map(keep, parallel.values())):
                yield other


def distance(graph: Graph, start: str, end: str, keep: Keep) -> int:
    """Hops of a shortest path; 0 where there is none, or both are one."""
    seen, other_seen, depth = {start}, {end}, 0
    frontier, other_frontier = [start], [end]
    nodes = graph._node  # type: ignore[attr-defined]
    while frontier and other_frontier and start != end:
        if len(frontier) > len(other_frontier):
            seen, other_seen = other_seen, seen
            frontier, other_frontier = other_frontier, frontier
        depth += 1
        found = []
        for id_ in frontier:
            out, into = graph._succ[id_], graph._pred[id_]  # type: ignore[attr-defined]
            for around in (out, into):
                for other, parallel in around.items():
                    if other in seen or not any(map(keep, parallel.values())):
                        continue
                    if other in other_seen:
                        return depth
                    if nodes[other]["inner"]:
                        seen.add(other)
                        found.append(other)
        frontier = found
    return 0


def first_path(graph: Graph, start: str, end: str, keep: Keep, hops: int) -> tuple[str, ...]:
    """Of all shortest paths the first by (sum of inner degrees, ids), if it has no more than `hops`."""
    if start == end:
        return (start,)
    ahead, behind = [{start: [start]}], [{end: [end]}]
    seen: tuple[dict[str, int], dict[str, int]] = ({start: 0}, {end: 0})
    while len(ahead) + len(behind) - 2 < hops:
        forward = len(ahead[-1]) <= len(behind[-1])
        layers, mine = (ahead, seen[0]) if forward else (behind, seen[1])
        layer: dict[str, list[str]] = defaultdict(list)
        for id_ in layers[-1]:
            for other in neighbours(graph, id_, keep):
                if mine.setdefault(other, len(layers)) == len(layers) and _inner(graph, other, start, end):
                    layer[other].append(id_)
        if not layer:
            return ()
        layers.append(layer)
        if not layer.keys().isdisjoint((behind if forward else ahead)[-1]):
            return _first(graph, ahead, behind, (start, end))
    return ()


def _inner(graph: Graph, id_: str, start: str, end: str) -> bool:
    return id_ in (start, end) or bool(graph.nodes[id_]["inner"])


def _first(
    graph: Graph, ahead: list[dict[str, list[str]]], behind: list[dict[str, list[str]]], ends: tuple[str, str]
) -> tuple[str, ...]:
    """The best of all paths through the two fans that have met."""
    met = set(ahead[-1]) & set(behind[-1])
    left, right = _cheapest(graph, ahead, ends, back=False), _cheapest(graph, behind, ends, back=True)
    found = []
    for id_ in met:
        (cost, head), (more, tail) = left[id_], right[id_]
        found.append((cost + more - _cost(graph, id_, ends), head + tail[1:]))
    return min(found)[1]


def _cheapest(
    graph: Graph, layers: list[dict[str, list[str]]], ends: tuple[str, str], back: bool
) -> dict[str, Best]:
    best: dict[str, Best] = {id_: (0, (id_,)) for id_ in layers[0]}
    for layer in layers[1:]:
        reached: dict[str, Best] = {}
        for id_, parents in layer.items():
            ways = (best[parent] for parent in parents)
            joined = ((cost, (id_, *ids) if back else (*ids, id_)) for cost, ids in ways)
            cost, ids = min(joined)
            reached[id_] = (cost + _cost(graph, id_, ends), ids)
        best = reached
    return best


def _cost(graph: Graph, id_: str, ends: tuple[str, str]) -> int:
    return 0 if id_ in ends else int(graph.nodes[id_]["degree"])


def simple(graph: Graph) -> Simple:
    """Without parallel edges and directions, as networkx's own k shortest paths need it; inner nodes only."""
    inner = {id_ for id_, data in graph.nodes(data=True) if data["inner"]}
    return nx.Graph((u, v) for u, v in graph.edges() if u in inner and v in inner)


def k_lengths(graph: Simple, start: str, end: str, k: int) -> list[int]:
    """How many hops the k shortest paths have."""
    try:
        return [len(path) - 1 for path in islice(nx.shortest_simple_paths(graph, start, end), k)]
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return []


def career(graph: Graph, person: str) -> list[tuple[int, str]]:
    """Starts and places of the stints of a person, in order."""
    return sorted((data["start_lo"], place) for place, data in _stints(graph, person))


class Staff:
    """Stints by place and by company: where a colleague is looked for."""

    def __init__(self, graph: Graph) -> None:
        self.at: dict[str, list[tuple[str, str, Data]]] = defaultdict(list)
        for person, place, data in graph.edges(data=True):
            if data["relation"] == "works_at":
                for where in {place, data["company"]}:
                    self.at[where].append((person, place, data))


def colleagues(graph: Graph, staff: Staff, person: str, now: int) -> list[tuple[int, str, str, int]]:
    """(days together, colleague, company, first day), longest first, over stints that likely overlap."""
    found = set()
    for place, mine in _stints(graph, person):
        for other, there, theirs in staff.at[mine["company"]]:
            first = max(mine["start_hi"], theirs["start_hi"])
            until = min(mine["likely_until"], theirs["likely_until"], now + 1)
            if other != person and first < until and theirs["company"] == mine["company"]:
                lab = place if place == there != mine["company"] else ""
                found.add((until - first, other, mine["company"], first, lab))
    return sorted((row[:4] for row in found), key=lambda row: (-row[0], *row[1:]))


def around(graph: Graph, seed: str, keep: Keep, most: int) -> Graph:
    """The neighbours of one entity, as many as are drawn, with all edges among them."""
    ranked = sorted(set(neighbours(graph, seed, keep)), key=lambda id_: (-graph.nodes[id_]["degree"], id_))
    return graph.subgraph((seed, *ranked[: most - 1])).copy()


def flow(moves: Graph, first: int, last: int) -> dict[tuple[str, str], int]:
    """Certain arrivals that surely lie in the days `first` to `last`, by origin and destination."""
    arrivals = {
        (origin, destination, data["to_edge"])
        for origin, destination, data in moves.edges(data=True)
        if data["certain"] and first <= data["day_lo"] and data["day_hi"] <= last
    }
    return dict(Counter((origin, destination) for origin, destination, _ in arrivals))


@dataclass(frozen=True, slots=True)
class _Spell:
    start: tuple[int, int]
    end: tuple[int, int]
    dated: tuple[bool, bool]


def retention(staff: Staff, company: str, window: tuple[int, int], horizon: int, now: int) -> tuple[int, int]:
    """(stayed, known) of those hired in the days, at least `horizon` days ago; middles of ranges.

    Who no page says left when, is followed to the last sight, and left for sure if no stay was so long.
    """
    first, last = window
    stayed = known = 0
    for spell in _spells(staff.at[company]):
        middle = sum(spell.start) // 2
        bounded = spell.start[0] > 0 and spell.start[1] < FOREVER
        surely = first <= spell.start[0] and spell.start[1] <= last
        if not spell.dated[0] or not (surely or (bounded and first <= middle <= last)):
            continue
        if spell.start[1] + horizon > now:
            continue
        over = spell.dated[1]
        end = sum(spell.end) // 2 if over else spell.end[0]
        long = max(0, min(end, now + 1) - middle) >= horizon
        stayed += long
        known += long or (over and end <= now + 1) or spell.end[1] - spell.start[0] < horizon
    return stayed, known


def _spells(rows: Iterable[tuple[str, str, Data]]) -> Iterable[_Spell]:
    """A stint that went through several labs is one."""
    groups: dict[tuple[str, int], list[Data]] = defaultdict(list)
    for person, _, data in rows:
        groups[person, data["ordinal"]].append(data)
    for parts in groups.values():
        parts.sort(key=lambda data: data["place"])
        a, z = parts[0], parts[-1]
        yield _Spell(
            (a["start_lo"], a["start_hi"]), (z["end_lo"], z["end_hi"]), (a["start_dated"], z["end_dated"])
        )


def search(names: Sequence[str], ids: Mapping[str, str], text: str) -> list[str]:
    """The ten entities whose names are most like the text, by looking at all of them."""
    return [ids[hit[0]] for hit in process.extract(text, names, scorer=fuzz.ratio, limit=10)]
