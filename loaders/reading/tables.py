"""CSV tables with exactly the columns that are asked for."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from graph.settings import settings
from loaders.reading.files import read_text
from loaders.reading.record import Document, Record

_QUOTES = "Put a cell that holds a comma or a quote in quotes, and write a quote inside it twice."


def read_table(document: Document, header: Sequence[str]) -> Iterator[Record]:
    """Rows of a CSV file whose first line is exactly the header. Empty lines are passed over."""
    rows = _rows(document, read_text(document))
    line, names = next(rows, (1, []))
    _check_header(document, line, names, header)
    for line, cells in rows:
        if len(cells) != len(header):
            fact = f"has {len(cells)} cells, and the header {len(header)}."
            raise document.refuse(fact, line, _QUOTES)
        record = Record(document, line, dict(zip(header, cells, strict=True)))
        for name, cell in zip(header, cells, strict=True):
            if cell:
                _check_cell(record, name, cell)
        yield record


def _rows(document: Document, text: str) -> Iterator[tuple[int, list[str]]]:
    """Every row that is not empty, with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            unclosed = "unexpected end" in str(error) or "field larger" in str(error)
            fact = "a quote that is opened here is never closed." if unclosed else f"{error}."
            raise document.refuse(fact, line, _QUOTES) from error
        if row:
            yield line, row


def _check_header(document: Document, line: int, names: list[str], header: Sequence[str]) -> None:
    if names == list(header):
        return
    twice = [name for name in names if names.count(name) > 1]
    unknown = [name for name in names if name not in header]
    missing = [name for name in header if name not in names]
    if twice:
        fact = f"the header has “{twice[0][:80]}” twice."
    elif unknown:
        fact = f"the header has the unknown column “{unknown[0][:80]}”."
    elif missing:
        fact = f"the header lacks the column {missing[0]}."
    else:
        fact = "the columns stand in another order."
    raise document.refuse(fact, line, f"It must be: {','.join(header)}")


def _check_cell(record: Record, name: str, cell: str) -> None:
    if "\n" in cell:
        raise record.refuse(f"{name} holds a line break.", f"Is a quote left open? {_QUOTES}")
    if len(cell.encode()) > settings().cell_bytes:
        raise record.refuse(f"{name} is longer than {settings().cell_bytes:,} bytes.", "Shorten it.")
    if cell != cell.strip():
        raise record.refuse(f"{name} begins or ends with a blank.", "Remove it.")
