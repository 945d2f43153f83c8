"""A table as the sheet draws it and as a file takes it: one set of rows, sorted once."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from graph.exports.cells import guard
from graph.model.vocabulary import Status
from talentgraph.ui.address import one_of
from talentgraph.ui.blocks import Runs
from talentgraph.ui.component import Block

Order = int | float | str
Plain = str | int | None


@dataclass(frozen=True, slots=True)
class Column:
    """`place` on a narrow sheet: `lead` beside the name, `rest` in the line below. `short` is said before
    the value there. Columns with numbers are aligned `right`; only they are sorted falling at first.
    """

    key: str
    label: str
    align: str = ""
    place: str = "rest"
    short: str = ""
    sorts: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """`plain` is what a file holds; None is nothing known. `order` sorts; None goes last, either way.

    `mark` stands in a red outline after the value, `sources` are chips below it, `note` small print.
    `doubt` is the status of a value that does not stand firm, said with its line sample.
    """

    runs: Runs
    plain: Plain
    order: Order | None = None
    strong: bool = False
    status: str = ""
    mark: str = ""
    sources: list[dict[str, str]] = field(default_factory=list)
    note: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells by the key of their column. `id` names the row in its action `row ID` and breaks ties."""

    id: str
    cells: dict[str, Cell]
    extra: dict[str, Plain] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sorting:
    """The column that rows are sorted by."""

    key: str
    falling: bool = False

    def __str__(self) -> str:
        return f"{self.key}-" if self.falling else self.key

    def turned(self, column: Column) -> Sorting:
        """What a press on the head of a column makes of it."""
        if column.key == self.key:
            return Sorting(self.key, not self.falling)
        return Sorting(column.key, column.align == "right")


def sorting(columns: Iterable[Column]) -> Callable[[str], Sorting]:
    """A parser of sortings by one of these columns, as `str` writes them."""
    keys = one_of(column.key for column in columns if column.sorts)
    return lambda said: Sorting(keys(said.removesuffix("-")), said.endswith("-"))


def sorted_by(said: str, columns: Iterable[Column], usual: Sorting) -> Sorting:
    """The sorting that an address asks for; the usual one where it names no column of this table."""
    try:
        return sorting(columns)(said) if said else usual
    except ValueError:
        return usual


def text(value: str, order: Order | None = None) -> Cell:
    """A cell of plain text, sorted by itself unless an order is given; empty text goes last."""
    by = value.casefold() if order is None else order
    return Cell([value] if value else [], value or None, by if value else None)


NOTHING = Cell(["–"], None)
"""What is not known, or is none."""


def count(value: int) -> Cell:
    """A number; none is shown as a dash, so that a full column can be read at a glance."""
    return Cell([str(value)] if value else NOTHING.runs, value, value)


def status_cell(status: Status) -> Cell:
    """A status as its line sample and its word."""
    return Cell([], str(status), str(status), status=str(status))


def signed(value: int) -> str:
    """With its sign; nought without."""
    return f"{value:+d}".replace("-", "−") if value else "0"


def arranged(rows: Iterable[Row], by: Sorting) -> list[Row]:
    """Sorted; what has no order last; ties by id."""
    listed = sorted(rows, key=lambda row: row.id)
    known = [row for row in listed if row.cells[by.key].order is not None]
    rest = [row for row in listed if row.cells[by.key].order is None]
    known.sort(key=lambda row: row.cells[by.key].order, reverse=by.falling)  # type: ignore[arg-type, return-value]
    return known + rest


def block(
    columns: Sequence[Column],
    rows: Sequence[Row],
    by: Sorting,
    *,
    chosen: str = "",
    caption: str = "",
    word: str = "row",
) -> Block:
    """A press on a row sends `word ID`; without a word rows cannot be pressed."""
    return {
        "type": "table",
        "caption": caption,
        "columns": [_heading(column, by) for column in columns],
        "rows": [
            {
                "action": f"{word} {row.id}" if word else "",
                "chosen": row.id == chosen,
                "cells": [_cell(row.cells[column.key]) for column in columns],
            }
            for row in rows
        ],
    }


def in_order(columns: Sequence[Column], rows: Sequence[Row], said: str, **looks: str) -> Block:
    """A `block` sorted as an address says; in the given order where it says nothing of this table."""
    by = sorted_by(said, columns, Sorting(""))
    return block(columns, arranged(rows, by) if by.key else rows, by, **looks)


def _heading(column: Column, by: Sorting) -> Block:
    heading: Block = {
        "label": column.label,
        "align": column.align,
        "place": column.place,
        "short": column.short,
    }
    if column.sorts:
        heading["action"] = f"sort {by.turned(column)}"
    if column.key == by.key:
        heading["sorted"] = "descending" if by.falling else "ascending"
    return heading


def _cell(cell: Cell) -> Block:
    none = cell.runs == NOTHING.runs
    return {
        "runs": cell.runs,
        "strong": cell.strong,
        "status": cell.status,
        "mark": cell.mark,
        "none": none,
        "sources": cell.sources,
        "note": cell.note,
        "doubt": cell.doubt,
    }


def as_csv(columns: Sequence[Column], rows: Sequence[Row]) -> bytes:
    """What is shown, in its order, then the ids behind it. No cell can be a formula."""
    extra = list(rows[0].extra) if rows else []
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*(column.key for column in columns), *extra])
    for row in rows:
        cells = [row.cells[column.key].plain for column in columns] + [row.extra[name] for name in extra]
        writer.writerow(
            ["" if cell is None else guard(cell) if isinstance(cell, str) else cell for cell in cells]
        )
    return out.getvalue().encode()
