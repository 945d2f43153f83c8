"""How the terminal lays out text: tables where there is room, else records; plain text in a pipe."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

_ENDLESS = 100_000
_GAP = 3  # between two columns
_SHORT = 16  # columns up to this wide are kept on one line first

# What moves the cursor, colours or renames a terminal, or turns the direction of text.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

Row = Sequence[str]


class Screen:
    """Collects what a command says, then prints it at once. Text is printed as it is: no markup, no emoji.

    In a pipe nothing is coloured and no line is broken, unless COLUMNS asks for a width.
    """

    def __init__(self, width: int | None = None) -> None:
        self._text = io.StringIO()
        terminal = width is None and sys.stdout.isatty()
        piped = not terminal and not os.environ.get("COLUMNS")
        self._console = Console(
            file=self._text,
            width=width or (_ENDLESS if piped else Console().width),
            force_terminal=terminal,
            no_color=not terminal or "NO_COLOR" in os.environ,
            markup=False,
            emoji=False,
            highlight=False,
            soft_wrap=False,
        )

    def heading(self, text: str) -> None:
        self._console.print(Text(printable(text), style="bold"))

    def line(self, text: str, style: str = "", indent: int = 0, hang: int = 0) -> None:
        """A paragraph, broken at blanks; `hang` indents its lines after the first."""
        width = max(self._console.width - indent - hang, 20)
        for number, part in enumerate(Text(printable(text), style=style).wrap(self._console, width)):
            self._console.print(Text(" " * (indent + (hang if number else 0))) + part, soft_wrap=True)

    def gap(self) -> None:
        """One empty line, however often it is asked for."""
        if not self._text.getvalue().endswith("\n\n"):
            self._console.print()

    def table(self, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """Without columns that are empty in every row; as records where words would have to be broken."""
        kept = [n for n in range(len(columns)) if any(row[n] for row in rows)]
        heads = [columns[n] for n in kept]
        cells = [[printable(row[n]) for n in kept] for row in rows]
        widths = _widths(
            [[head, *column] for head, *column in zip(heads, *cells, strict=True)], self._room(heads)
        )
        if widths is None:
            self._records(heads, cells)
            return
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="dim")
        for head, width in zip(heads, widths, strict=True):
            table.add_column(head, width=width)
        for row in cells:
            table.add_row(*map(Text, row))
        self._console.print(table)

    def _room(self, heads: Row) -> int:
        return self._console.width - _GAP * (len(heads) - 1)

    def _records(self, heads: Sequence[str], rows: Sequence[Row]) -> None:
        for row in rows:
            self.line(row[0], style="bold")
            for head, cell in zip(heads[1:], row[1:], strict=True):
                if cell:
                    self.line(f"{head.lower()}: {cell}", indent=2)

    @property
    def text(self) -> str:
        """All that was said, without blanks at the ends of lines."""
        return "\n".join(line.rstrip() for line in self._text.getvalue().splitlines()).strip("\n")

    def show(self) -> None:
        if self.text:
            write(self.text)


def printable(text: str) -> str:
    """The text without signs that a terminal would obey: names of files and searches may hold them."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def write(text: str) -> None:
    """One text and a line feed to the standard output, whatever its encoding can hold."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    sys.stdout.flush()


def tell(text: str) -> None:
    """One line to the person at the terminal: never part of an answer."""
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(printable(text).encode(encoding, "backslashreplace").decode(encoding) + "\n")
    sys.stderr.flush()


def _widths(columns: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """A width for each column, so that no word is broken and few lines are; None where a word would be."""
    wanted = [max(map(cell_len, column)) for column in columns]
    widths = [max(cell_len(word) for cell in column for word in cell.split()) for column in columns]
    spare = room - sum(widths)
    if spare < 0:
        return None
    for n in sorted(range(len(widths)), key=wanted.__getitem__):
        if wanted[n] <= _SHORT and wanted[n] - widths[n] <= spare:
            spare -= wanted[n] - widths[n]
            widths[n] = wanted[n]
    while spare and any(w < most for w, most in zip(widths, wanted, strict=True)):
        tightest = max(range(len(widths)), key=lambda n: wanted[n] / widths[n])
        widths[tightest] += 1
        spare -= 1
    return widths
