"""Tables for spreadsheets and pandas: entities, edges, claims and sources as CSV in one zip.

`about.json` holds what fits no table, so that `read` gives an equal Subgraph back, raw or guarded.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from functools import partial

from graph.exports.archive import packed, subgraph_in, unpacked
from graph.exports.cells import NUMERIC, as_cell, from_cell, guard, unguard
from graph.exports.columns import Row, rows_of
from graph.exports.datapackage import CSV
from graph.exports.schema import TABLES, Column
from graph.queries.answers.subgraph import Subgraph

_CELLS = """UTF-8. Lists in a cell are separated by | and escaped with a backslash.
{}
A spreadsheet changes dates such as 2025-06: import the columns as text."""
_SAFE = "Texts that a spreadsheet could take for a formula begin with '. Export raw to have them exact."
_EXACT = "Texts are exact: a spreadsheet may run those that begin like a formula."


def write(subgraph: Subgraph, raw: bool = False) -> bytes:
    """A zip. `raw`: texts exactly as they are, else `'` stands before what could be a formula."""
    safe = str if raw else guard
    files = {name: _csv(TABLES[name], rows, safe) for name, rows in rows_of(subgraph).items()}
    cells = _CELLS.format(_EXACT if raw else _SAFE)
    return packed(subgraph, files, CSV, cells=cells, spreadsheet_safe=not raw)


def read(content: bytes) -> Subgraph:
    """The Subgraph that `write` wrote. Raises UnreadableFile, or ModelError for a claim the model refuses."""
    with unpacked(content, csv.Error) as (archive, about_it):
        bare = unguard if about_it["spreadsheet_safe"] else str
        return subgraph_in(archive, about_it, CSV.suffix, partial(_rows, bare=bare))


def _csv(columns: tuple[Column, ...], rows: Iterable[Row], safe: Callable[[str], str]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    for row in rows:
        cells = [(as_cell(c.kind, row[c.name]), c.kind in NUMERIC) for c in columns]
        writer.writerow([cell if numeric else safe(cell) for cell, numeric in cells])
    return out.getvalue().encode("utf-8-sig")


def _rows(content: bytes, columns: tuple[Column, ...], bare: Callable[[str], str]) -> list[Row]:
    reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    return [
        {c.name: from_cell(c.kind, row[c.name] if c.kind in NUMERIC else bare(row[c.name])) for c in columns}
        for row in reader
    ]
