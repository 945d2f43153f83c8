"""The rails as a table: one row an edge of a hop, path by path."""

from __future__ import annotations

from graph.model.relations import RELATIONS
from graph.model.text import fold
from graph.queries.network.paths import Paths
from graph.queries.words.sentences import edge_text
from talentgraph.ui import table
from talentgraph.ui.component import Block
from talentgraph.ui.paths.rails import dates_of, head, ordered
from talentgraph.ui.table import Cell, Column, Row, as_csv, count, status_cell, text

COLUMNS = (
    Column("path", "Path", place=""),
    Column("step", "Step", align="right", short="step"),
    Column("from", "From"),
    Column("relation", "Relation"),
    Column("to", "To"),
    Column("when", "When", place="lead"),
    Column("status", "Status"),
)
_SENTENCE = Column("sentence", "Sentence", sorts=False)


def twin(reply: Paths, chosen: int, order: str) -> list[Block]:
    """A row chooses its path."""
    row = _row_id(chosen)
    shown = table.in_order(COLUMNS, rows(reply), order, chosen=row, caption="Paths", word="choose")
    return [head(reply), shown]


def as_file(reply: Paths) -> bytes:
    return as_csv((*COLUMNS, _SENTENCE), rows(reply))


def rows(reply: Paths) -> list[Row]:
    """`id` is the number of the path, so written that texts sort as numbers do."""
    return [
        Row(
            _row_id(number),
            {
                "path": Cell([f"{number}"], number, number, strong=True),
                "step": count(step),
                "from": _named(reply.name(row.subject)),
                "relation": text(RELATIONS[row.relation].label),
                "to": _named(reply.name(row.object)),
                "when": text(dates_of(reply, row), row.start_hi),
                "status": status_cell(row.status),
                "sentence": text(edge_text(row, reply.evidence(row), reply.name, start, reply.now)),
            },
            {"edge": row.address, "claims": " ".join(e.id for e in reply.evidence(row))},
        )
        for number, found in enumerate(reply.paths, 1)
        for step, (start, hop) in enumerate(zip(found.path.entities, found.path.hops, strict=False), 1)
        for row in ordered(hop)
    ]


def _row_id(number: int) -> str:
    return f"{number:04}"


def _named(name: str) -> Cell:
    return text(name, fold(name))
