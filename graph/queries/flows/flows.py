"""Who took people from whom: a matrix of origins and destinations, in a window and by period.

A move lies in the window by its day of arrival. Where that is a range, the number counts the moves that
surely lie in the window; those that may lie in it stand beside it, and so do those of them whose middle day
does. Only certain moves are counted, inferred and possible ones stand beside. Moves inside one company are
transfers and stand apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from graph.assembly.rows import EdgeRow
from graph.model.days import FUTURE, PAST
from graph.queries.answers.counting import OPEN, Rollup, Window, read
from graph.queries.answers.reading import Reopen, at_most, common, joined, merged, without_day
from graph.queries.answers.reply import Drawn, Reply, Tables, namer
from graph.queries.flows.matrix import matrix_of
from graph.queries.flows.parts import (
    Asked,
    Balance,
    Known,
    Listed,
    Pair,
    balances_of,
    exposures,
    known_arrivals,
    known_departures,
    with_hazard,
)
from graph.queries.flows.published import Published, figures_of, published
from graph.queries.flows.slices import Period, Slice, sliced
from graph.queries.flows.tables import flow_tables
from graph.queries.flows.tallies import Cell, Tally, tally
from graph.queries.network.search import find
from graph.queries.people.moves import as_move
from graph.queries.words.dates import days_text
from graph.settings import settings
from graph.store.base import View


@dataclass(frozen=True, kw_only=True)
class Flows(Reply):
    """`cells`, `pairs` and `organisations` largest first; `inside` are cells inside one company.

    `total` counts each arrival once, whatever was cut from the cells.
    `arrivals` and `departures` say how much of what is known of the asked organisations the moves show.
    """

    asked: Asked
    window: Window
    period: Period
    cells: tuple[Cell, ...]
    total: Tally
    slices: tuple[Slice, ...]
    inside: tuple[Cell, ...]
    pairs: tuple[Pair, ...]
    organisations: tuple[Balance, ...]
    arrivals: Known
    departures: Known
    published: tuple[Published, ...]
    edges: tuple[EdgeRow, ...]

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        """The moves of all cells in the order of `MoveRow.listed`; put into words when they are asked for."""
        found = {move for cell in (*self.cells, *self.inside) for move in cell.tally.moves}
        name = namer(self.cards)
        return tuple(
            Listed(as_move(move.row, name, self.claims), *self.asked.ends(move.row), move.held)
            for move in sorted(found, key=lambda move: move.row.listed)
        )

    @property
    def title(self) -> str:
        asked = self.asked
        ends = (("of", asked.of), ("into", asked.into), ("out of", asked.out_of))
        said = " ".join(f"{word} {self.name(id_)}" for word, id_ in ends if id_)
        return ", ".join(filter(None, (f"Flows {said}".strip(), window_text(self.window))))

    def drawn(self) -> Drawn:
        return self.asked.ids, self.edges

    def tables(self) -> Tables:
        return flow_tables(self)


def window_text(window: Window) -> str:
    """`2025`, `Jan to Mar 2025`, `2024 or later`; empty without a bound."""
    last = FUTURE if window.last is None else window.last + 1
    return days_text(window.first or PAST, last) if window != OPEN else ""


def flows(
    view: View,
    of: str = "",
    *,
    into: str = "",
    out_of: str = "",
    window: Window = OPEN,
    by: Rollup = Rollup.COMPANY,
    period: Period = Period.WHOLE,
    limit: int | None = None,
    reopen: Reopen | None = None,
) -> Flows:
    """Flows of an organisation both ways (`of`), `into` or `out_of` some, or all; names or ids.

    `limit`: so many cells at most (setting `query_rows`). A day that is set plays no part.
    """
    whom, target, origin = (find(view, name, ("org",)).id if name else "" for name in (of, into, out_of))
    asked = Asked(whom, target, origin, by)
    whole = without_day(view, reopen)
    sample = read(whole, organisations=asked.ids)
    allowed = at_most(limit, settings().query_rows)
    matrix = matrix_of(asked, sample.within(window), allowed)
    rows = matrix.rows
    edges = joined(whole, rows)
    figures, more = figures_of(whole, asked.with_labs(sample))
    facts = common(view, (*asked.ids, *matrix.ids), edges, rows, figures)
    beside, short = published(whole, figures, window, namer(facts["cards"]))
    return Flows(
        **facts,
        cuts=merged(sample.cuts, more, short, matrix.cuts),
        asked=asked,
        window=window,
        period=period,
        cells=matrix.cells,
        total=tally(m for moves in matrix.across.values() for m in moves),
        slices=tuple(map(_narrowed(matrix.cells), sliced(matrix.across, window, period))),
        inside=matrix.inside,
        pairs=_with_hazards(whole, matrix.pairs, window, facts["now"]),
        organisations=balances_of(matrix.either, asked.ids)[:allowed],
        arrivals=known_arrivals(sample, window),
        departures=known_departures(sample, window),
        published=beside,
        edges=edges,
    )


def _narrowed(kept: Iterable[Cell]) -> Callable[[Slice], Slice]:
    """A period with only the cells that were kept of the whole."""
    pairs = {(cell.origin, cell.destination) for cell in kept}
    return lambda part: replace(
        part, cells=tuple(cell for cell in part.cells if (cell.origin, cell.destination) in pairs)
    )


def _with_hazards(view: View, pairs: Sequence[Pair], window: Window, now: int | None) -> tuple[Pair, ...]:
    if window.first is None or now is None:
        return tuple(pairs)
    exposed = exposures(view, dict.fromkeys(id_ for pair in pairs for id_ in (pair.a, pair.b)), window, now)
    return tuple(with_hazard(pair, exposed) for pair in pairs)
