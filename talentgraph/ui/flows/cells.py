"""The cells of a matrix or Sankey as a table: one row an origin and destination."""

from __future__ import annotations

from collections.abc import Iterable

from graph.model.text import fold
from graph.queries.flows.flows import Flows
from graph.queries.flows.tallies import Cell as FlowCell
from graph.settings import settings
from talentgraph.ui.component import Block
from talentgraph.ui.flows.grid import beside_texts
from talentgraph.ui.table import Cell, Column, Row, Sorting, arranged, as_csv, block, count, sorted_by, text

COLUMNS = (
    Column("from", "From", place=""),
    Column("to", "To", place="lead", short="to"),
    Column("moves", "Moves", align="right", short="moves"),
    Column("beside", "Beside, not counted"),
    Column("who", "Who", sorts=False),
)
USUAL = Sorting("moves", falling=True)


def table(reply: Flows, sort: str, cell: str) -> list[Block]:
    """Rows that open what is behind them; the first so many."""
    rows = _rows(reply, sort)
    section = {"type": "section", "title": "Moves", "count": len(rows), "note": "a row opens its people"}
    most = settings().table_rows
    shown = block(COLUMNS, rows[:most], sorted_by(sort, COLUMNS, USUAL), chosen=cell, caption="Moves")
    parts = [section, shown]
    if len(rows) > most:
        fact, hint = f"Showing {most} of {len(rows):,} rows.", "The download holds all."
        parts.append({"type": "band", "fact": fact, "hint": hint, "buttons": []})
    return parts


def as_file(reply: Flows, sort: str) -> bytes:
    """All rows of the table, in the order shown."""
    return as_csv(COLUMNS, _rows(reply, sort))


def _rows(reply: Flows, sort: str) -> list[Row]:
    return arranged([_row(reply, each) for each in reply.cells], sorted_by(sort, COLUMNS, USUAL))


def _row(reply: Flows, cell: FlowCell) -> Row:
    beside = ", ".join(beside_texts(cell.tally))
    names = reply.names(cell.tally.people)
    return Row(
        f"{cell.origin}>{cell.destination}",
        {
            "from": _named(reply, cell.origin),
            "to": _named(reply, cell.destination),
            "moves": count(cell.tally.n),
            "beside": text(beside, -len(cell.tally.moves)),
            "who": Cell([names], names),
        },
        {"from_id": cell.origin, "to_id": cell.destination, "claims": " ".join(_claims(cell))},
    )


def _claims(cell: FlowCell) -> Iterable[str]:
    """Of all moves of the cell, each claim once."""
    return dict.fromkeys(id_ for move in cell.tally.moves for id_, _ in move.row.claims)


def _named(reply: Flows, id_: str) -> Cell:
    name = reply.name(id_)
    return Cell([name], name, fold(name), strong=True)
