"""The grid of moves as a block of the sheet: every number a button that opens its people and claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.queries.flows.tallies import Tally
from talentgraph.ui import blocks
from talentgraph.ui.component import Block
from talentgraph.ui.flows.grid import ALL, REST, Grid, beside_texts

_KEY = (
    ("~", "inferred"),
    ("?", "possible"),
    ("±", "may lie outside the window"),
)


def matrix(grid: Grid, chosen: str) -> Block:
    """All origins against all destinations, or one organisation against all others."""
    (asked,) = grid.reply.asked.ids or ("",)
    rows, columns = _balance(grid, asked, chosen) if asked else _square(grid, chosen)
    marks = {mark["sign"] for row in rows for cell in row["cells"] for mark in cell.get("marks", ())}
    return {
        "type": "matrix",
        "wide": not asked,
        "corner": "Other organisation" if asked else "From ↓  to →",
        "columns": columns,
        "rows": rows,
        "key": [{"sign": sign, "label": label} for sign, label in _KEY if sign in marks],
    }


def signed(net: int) -> str:
    """`+3`, `−2`, `0`."""
    return f"{net:+,}".replace("-", "−") if net else "0"


def _square(grid: Grid, chosen: str) -> tuple[list[Block], list[Block]]:
    ends = [*grid.names, *([REST] if grid.rest else [])]
    most = max((grid.cell(a, b).n for a in grid.names for b in grid.names), default=0)
    rows = [
        {
            **_head(grid, a),
            "cells": [
                *(_cell(grid, a, b, chosen, most) if a != b or a == REST else _none() for b in ends),
                _cell(grid, a, ALL, chosen),
                _cell(grid, ALL, a, chosen),
                _net(grid.cell(ALL, a).n - grid.cell(a, ALL).n),
            ],
        }
        for a in ends
    ]
    foot = [*(_cell(grid, ALL, b, chosen) for b in ends), _cell(grid, ALL, ALL, chosen), _none(), _none()]
    rows.append({"name": "All", "sum": True, "cells": foot})
    columns = [{"label": grid.name(end), "upright": True} for end in ends]
    return rows, [*columns, *({"label": label, "sum": True} for label in ("Out", "In", "Net"))]


def _balance(grid: Grid, asked: str, chosen: str) -> tuple[list[Block], list[Block]]:
    """In and out of one organisation, with bars; only the way that was asked for."""
    question = grid.reply.asked
    ways = [("in", f"To {grid.name(asked)}")] if not question.out_of else []
    ways += [("out", f"From {grid.name(asked)}")] if not question.into else []
    ends = [*grid.names, *([REST] if grid.rest else [])]
    pairs = {
        (end, way): (end, asked) if way == "in" else (asked, end) for end in (*ends, ALL) for way, _ in ways
    }
    most = max((grid.cell(*pairs[end, way]).n for end in ends for way, _ in ways), default=0)
    rows = [
        {
            **_head(grid, end),
            "sum": end == ALL,
            "cells": [
                *(
                    _cell(grid, *pairs[end, way], chosen, most if end != ALL else 0) | {"tone": way}
                    for way, _ in ways
                ),
                *_nets([grid.cell(*pairs[end, way]) for way, _ in ways]),
            ],
        }
        for end in (*ends, ALL)
    ]
    nets = [{"label": "Net", "sum": True}] if len(ways) > 1 else []
    return rows, [*({"label": label, "tone": way} for way, label in ways), *nets]


def _nets(found: Sequence[Tally]) -> list[Block]:
    return [_net(found[0].n - found[1].n)] if len(found) > 1 else []


def _head(grid: Grid, end: str) -> Block:
    if end in (REST, ALL):
        return {"name": grid.name(end).capitalize() if end == ALL else grid.name(end)}
    return blocks.name(grid.reply, end)


def _cell(grid: Grid, origin: str, destination: str, chosen: str, most: int = 0) -> Block:
    """`most`: the largest number, against which it is shaded; 0: a sum, without a shade."""
    found = grid.cell(origin, destination)
    if not found.moves:
        return _none()
    action = f"{origin}>{destination}"
    ends = _ends(grid, origin, destination)
    beside = ", ".join(beside_texts(found))
    return {
        "text": f"{found.n:,}" if found.n else "",
        "marks": list(_marks(found)),
        "action": f"cell {action}",
        "chosen": action == chosen,
        "share": round(found.n / most, 3) if most else 0,
        "to": grid.name(destination),
        "label": f"{found.n:,} {ends}" + (f"; beside: {beside}" if beside else ""),
    }


def _ends(grid: Grid, origin: str, destination: str) -> str:
    left, joined = grid.name(origin), grid.name(destination)
    if origin and destination:
        return f"from {left} to {joined}"
    return f"out of {left}" if origin else f"into {joined}" if destination else "in all"


def _marks(found: Tally) -> Iterable[Block]:
    for sign, count in (("~", found.inferred.hi), ("?", found.possible.hi), ("±", found.astride)):
        if count:
            yield {"sign": sign, "text": f"{count:,}"}


def _none() -> Block:
    return {"text": ""}


def _net(net: int) -> Block:
    return {"text": signed(net), "net": True}
