"""The numbers of an answer as one CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from graph.errors import BadQuestion
from graph.exports.cells import guard
from graph.queries.answers.reply import Plain, Reply


def write(reply: Reply) -> bytes:
    """The main table of the answer; no cell can be a formula. Raises BadQuestion where it has none."""
    rows = next(iter(reply.tables().values()), ())
    if not rows:
        raise BadQuestion(
            f"“{reply.title}” has no rows for a table.",
            place=".csv",
            hint="Save as .zip for tables of its entities, edges, claims and sources.",
        )
    return as_csv(rows)


def as_csv(rows: Sequence[Mapping[str, Plain]]) -> bytes:
    """Any table of an answer that has rows; no cell can be a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(rows[0])
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return out.getvalue().encode()


def _cell(value: Plain) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return guard(value) if isinstance(value, str) else value
