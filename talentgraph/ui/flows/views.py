"""What each view of the page Flows shows: left, right, the files behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from graph.exports.answer_table import as_csv
from graph.queries.answers.reading import Reopen, merged
from graph.queries.answers.reply import Reply
from graph.queries.answers.subgraph import Subgraph, collect
from graph.queries.dealings.funnel import funnel
from graph.queries.flows.flows import flows
from graph.queries.liftouts.liftouts import lift_outs
from graph.queries.people.first_mover import first_movers
from graph.queries.people.returners import returners
from graph.queries.people.schools import schools
from graph.queries.retention.retention import retention
from graph.store.answers import Cut
from graph.store.base import View
from talentgraph.ui import ledger
from talentgraph.ui.component import Block
from talentgraph.ui.flows import cells as flow_cells
from talentgraph.ui.flows import liftouts as flow_liftouts
from talentgraph.ui.flows import matrix as flow_matrix
from talentgraph.ui.flows import offers as flow_offers
from talentgraph.ui.flows import opened as flow_opened
from talentgraph.ui.flows import rates as flow_rates
from talentgraph.ui.flows import retention as flow_retention
from talentgraph.ui.flows import sankey as flow_sankey
from talentgraph.ui.flows import words as flow_words
from talentgraph.ui.flows.asked import LIFTOUTS, MATRIX, OFFERS, RATES, RETENTION, SANKEY, Asked
from talentgraph.ui.flows.grid import Grid, parse_ends

Press = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Shown:
    """`chart` draws what is no sheet, below `left`; it is given what a press calls.

    `seen` is the table that is shown, as a file.
    """

    left: Sequence[Block]
    right: Sequence[Block]
    graph: Callable[[], Subgraph] | None
    tables: Mapping[str, Callable[[], bytes]]
    chart: Callable[[Press], None] | None = None
    seen: Callable[[], bytes] | None = None


def shown(view: View, asked: Asked, reopen: Reopen) -> Shown:
    """Raises NotFound for an organisation that is not there, BadQuestion for what cannot be answered."""
    return _VIEWS[asked.view](view, asked, reopen)


def files(reply: Reply, way: str = "") -> dict[str, Callable[[], bytes]]:
    """The tables of an answer, each as a file; `way` tells two answers of one kind apart."""
    held = {name: rows for name, rows in reply.tables().items() if rows}
    return {f"{name.capitalize()} {way}".strip(): partial(as_csv, rows) for name, rows in held.items()}


def together(view: View, replies: Sequence[Reply]) -> Subgraph:
    """What several answers are about, in one graph."""
    drawn = [reply.drawn() for reply in replies]
    ids = dict.fromkeys(id_ for each, _ in drawn for id_ in each)
    edges = dict.fromkeys(row for _, rows in drawn for row in rows or ())
    cuts = merged(*(reply.cuts for reply in replies))
    return collect(view, tuple(ids), tuple(edges), title=replies[0].title, cuts=cuts)


def _moves(view: View, asked: Asked, reopen: Reopen) -> Shown:
    of, into, out_of = asked.ends
    reply = flows(view, of, into=into, out_of=out_of, window=asked.window, by=asked.by, reopen=reopen)
    grid = Grid(reply)
    left, chart = _picture(grid, asked)
    seen = partial(flow_cells.as_file, reply, asked.sort) if reply.cells else None
    right = _beside(view, grid, asked)
    return Shown(left, right, lambda: reply.subgraph(view), files(reply), chart, seen)


def _picture(grid: Grid, asked: Asked) -> tuple[list[Block], Callable[[Press], None] | None]:
    reply = grid.reply
    if not reply.cells:
        return [nothing(asked)], None
    cut = [band(cut_) for cut_ in reply.cuts]
    if asked.table:
        return [*cut, *flow_cells.table(reply, asked.sort, asked.cell)], None
    if asked.view == MATRIX:
        title = {"title": "Who went where", "note": "a number opens its people"}
        return [*cut, {**flow_matrix.matrix(grid, asked.cell), **title}], None
    head = {"type": "section", "title": "Who went where", "note": "a ribbon opens its people"}
    if not flow_sankey.is_drawable(grid):
        hint = "What is inferred or possible has no ribbon. The matrix and the table show it."
        return [*cut, head, {"type": "empty", "fact": "No certain move", "hint": hint, "buttons": []}], None
    return [*cut, head], lambda press: flow_sankey.draw(grid, asked.cell, press)


def _beside(view: View, grid: Grid, asked: Asked) -> list[Block]:
    ends = parse_ends(asked.cell)
    found = grid.cell(*ends) if ends else None
    if not ends or not found or not found.moves:
        return flow_words.summary(grid.reply)
    coverage = " ".join(flow_words.coverage(grid.reply))
    return flow_opened.moves(view, grid.reply, _title(grid, *ends), found, coverage)


def _title(grid: Grid, origin: str, destination: str) -> str:
    left, joined = (grid.name(end) if end else "" for end in (origin, destination))
    if left and joined:
        return f"{left} to {joined}"
    return f"Out of {left}" if left else f"Into {joined}" if joined else "All moves"


def nothing(asked: Asked) -> Block:
    """Nothing was found: what to do next."""
    when = f" in {asked.window_text}" if asked.window_text else ""
    buttons = [{"label": "Any time", "action": "wider"}] if asked.window_text else []
    buttons += [{"label": "All organisations", "action": "all"}] if asked.of else []
    hint = "Try a wider window, another organisation, or more evidence."
    return {"type": "empty", "fact": f"No move is known{when}", "hint": hint, "buttons": buttons}


def band(cut: Cut) -> Block:
    """What was cut off, and how to see the rest."""
    fact = f"{cut.left_out:,} rows are left out." if cut.left_out else "Not all was read."
    return {"type": "band", "fact": fact, "hint": cut.hint, "buttons": []}


def _rates(view: View, asked: Asked, reopen: Reopen) -> Shown:
    reply = flows(view, asked.of, window=asked.window, by=asked.by, reopen=reopen)
    rates = flow_rates.rates_of(view, reply.asked.of, asked.window, reopen) if asked.of else None
    left = flow_rates.left(reply, rates, asked.sort, asked.cell)
    found = files(reply)
    if rates and rates.measures:
        found = {"Rates": partial(as_csv, rates.rows()), **found}
    right = flow_rates.right(view, reply, rates, asked.cell)
    cut = [band(each) for each in reply.cuts]
    seen = found.get("Rates")
    return Shown([*cut, *(left or [nothing(asked)])], right, lambda: reply.subgraph(view), found, seen=seen)


def _retention(view: View, asked: Asked, reopen: Reopen) -> Shown:
    if not asked.of:
        best = [(card.id, card.name) for card in ledger.everyone(view) if card.kind == "org"][:3]
        return Shown([flow_retention.choose(best)], [], None, {})
    reply = retention(view, asked.of, asked.window, asked.horizon, reopen=reopen)
    back = returners(view, reply.organisation, reopen=reopen)
    studied = schools(view, at=reply.organisation, reopen=reopen)
    left = flow_retention.left(reply, back, studied, asked.cell, asked.sort, asked.table)
    cut = [band(each) for each in reply.cuts]
    right = flow_retention.right(reply, back, studied, asked.cell)
    found = files(reply) | files(back) | files(studied)
    seen = found.get("Curves" if asked.table else "Hires")
    return Shown([*cut, *left], right, lambda: reply.subgraph(view), found, seen=seen)


def _liftouts(view: View, asked: Asked, reopen: Reopen) -> Shown:
    ways = {"": (asked.into, asked.out_of)}
    if asked.of and not asked.way:
        ways = {"into": (asked.of, ""), "out of": ("", asked.of)}
    replies = [
        lift_outs(
            view,
            into,
            out_of,
            window=asked.window,
            people=asked.people,
            days=asked.days,
            by=asked.by,
            without_deals=asked.without_deals,
            reopen=reopen,
        )
        for into, out_of in ways.values()
    ]
    arrivals = first_movers(view, asked.of, window=asked.window, reopen=reopen) if asked.of else None
    cut = [band(each) for reply in replies for each in reply.cuts]
    left = flow_liftouts.left(replies, arrivals, asked.cell)
    right = flow_liftouts.right(replies, arrivals, asked.cell)
    found = {
        name: file
        for way, reply in zip(ways, replies, strict=True)
        for name, file in files(reply, way).items()
    }
    found |= files(arrivals) if arrivals else {}
    return Shown([*cut, *left], right, lambda: together(view, replies), found)


def _offers(view: View, asked: Asked, reopen: Reopen) -> Shown:  # noqa: ARG001 - all views are asked alike
    reply = funnel(view, asked.of)
    if not reply.has_any:
        hint = "Choose another organisation, or more evidence."
        buttons = [{"label": "All organisations", "action": "all"}] if asked.of else []
        empty = {"type": "empty", "fact": "No offer is known", "hint": hint, "buttons": buttons}
        return Shown([empty], [], None, {})
    left = flow_offers.left(reply, asked.cell, asked.sort, asked.table)
    cut = [band(each) for each in reply.cuts]
    right = flow_offers.right(reply, asked.cell)
    found = files(reply)
    seen = found.get("Funnel" if asked.table else "Offers")
    return Shown([*cut, *left], right, lambda: reply.subgraph(view), found, seen=seen)


_VIEWS: Mapping[str, Callable[[View, Asked, Reopen], Shown]] = {
    MATRIX: _moves,
    SANKEY: _moves,
    RATES: _rates,
    RETENTION: _retention,
    LIFTOUTS: _liftouts,
    OFFERS: _offers,
}
