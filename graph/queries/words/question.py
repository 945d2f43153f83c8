"""A question for paths, as an engine takes it, asked over all pairs of ends."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from graph.queries.answers.reading import Budget, merged
from graph.store.answers import Cut, Path
from graph.store.base import PathMode, View

MODES: tuple[PathMode, ...] = ("any", "together", "in_order", "at_once")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the engine: `starts` and `ends` are ids; empty filters let everything through."""

    starts: tuple[str, ...]
    ends: tuple[str, ...]
    mode: PathMode
    k: int
    hops: int
    hub: int
    without: tuple[str, ...]
    kinds: tuple[str, ...]
    relations: tuple[str, ...]

    def ask(self, view: View, budget: Budget) -> tuple[tuple[Path, ...], tuple[Cut, ...], int]:
        """The k best over all pairs of ends, what was cut, and the undated edges passed over.

        That longer paths were not looked for is no cut where k shorter ones were found.
        """
        found: list[Path] = []
        cuts: tuple[Cut, ...] = ()
        undated = 0
        for start, end in product(self.starts, self.ends):
            if budget.is_spent:
                cuts = merged(cuts, (budget.cut(),))
                break
            answer = view.paths(
                start,
                end,
                mode=self.mode,
                k=self.k,
                hops=self.hops,
                hub=self.hub,
                without=self.without,
                kinds=self.kinds,
                relations=self.relations,
            )
            found += answer.items
            cuts, undated = merged(cuts, answer.cuts), max(undated, answer.undated)
        if len(found) >= self.k:
            cuts = tuple(cut for cut in cuts if cut.limit != "hops")
        return tuple(sorted(found, key=order_of)[: self.k]), cuts, undated


def order_of(path: Path) -> tuple[int, int, tuple[str, ...]]:
    """The total order of paths."""
    return (len(path.hops), path.inner_degree, path.entities)
