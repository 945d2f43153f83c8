"""The lanes of a career as a table: one row a bar or diamond."""

from __future__ import annotations

from graph.model.text import fold
from talentgraph.ui import table
from talentgraph.ui.component import Block
from talentgraph.ui.table import NOTHING, Cell, Column, Row

COLUMNS = (
    Column("where", "Where", place=""),
    Column("what", "What"),
    Column("when", "When", place="lead"),
)
PICTURE = {"label": "Show as picture", "action": "table"}


def rows(lanes: Block) -> list[Row]:
    """In the order of the lanes. `id` is the address of the edge behind each; empty without any date."""
    return [row for lane in lanes["rows"] for row in _of_lane(lane)]


def twin(lanes: Block, chosen: str, order: str) -> Block:
    """Rows open the claims that the bars open."""
    shown = table.in_order(COLUMNS, rows(lanes), order, chosen=chosen, caption="Career", word="edge")
    return {
        **shown,
        "title": lanes["title"],
        "count": 0,
        "note": "a row opens its claims",
        "buttons": [PICTURE],
    }


def _of_lane(lane: Block) -> list[Row]:
    name = Cell([lane["name"]], lane["name"], fold(lane["name"]), strong=True)
    found = [
        Row(
            bar["edge"],
            {
                "where": name,
                "what": table.text(bar["what"]) if bar["what"] else NOTHING,
                "when": table.text(bar["words"], bar["start_lo"]),
            },
        )
        for bar in lane["bars"]
    ]
    if not lane["bars"] and not lane["marks"]:
        found.append(Row("", {"where": name, "what": table.text(lane["note"]), "when": NOTHING}))
    found += [
        Row(
            mark["edge"],
            {
                "where": name,
                "what": table.text(f"offer, {mark['ended']}" if mark["ended"] else "offer"),
                "when": table.text(mark["words"], mark["day"]),
            },
        )
        for mark in lane["marks"]
    ]
    return found
