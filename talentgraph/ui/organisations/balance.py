"""What came to an organisation and what left it: ribbons, quarters, figures with their small print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.model.days import FUTURE, PAST
from graph.queries.answers.counting import Window
from graph.queries.flows.flows import Flows, flows
from graph.queries.flows.parts import Listed
from graph.queries.flows.slices import Period
from graph.queries.flows.tallies import Cell, Tally, tally
from graph.queries.words.sentences import days_text
from graph.store.base import View
from talentgraph.ui import ledger
from talentgraph.ui.charts import Quarter

IN, OUT = "in", "out"
_MOST_ENDS, _MOST_QUARTERS = 8, 12
_MONTH = 31
REST = "rest"


@dataclass(frozen=True, slots=True)
class End:
    """So many people came from there, or went there. `key` names it in the address: `in,org:openai`."""

    key: str
    name: str
    people: int
    into: bool


@dataclass(frozen=True)
class Balance:
    """The flows of one organisation, its labs included, read from its side."""

    id: str
    reply: Flows

    @cached_property
    def came(self) -> tuple[Cell, ...]:
        """By origin, most people first."""
        return tuple(cell for cell in self.reply.cells if cell.destination == self.id)

    @cached_property
    def left(self) -> tuple[Cell, ...]:
        """By destination, most people first."""
        return tuple(cell for cell in self.reply.cells if cell.origin == self.id)

    def total(self, side: str) -> Tally:
        return together(self.came if side == IN else self.left)

    @property
    def span(self) -> str:
        """From the first to the last day on which somebody who is counted came or left."""
        days = [day for m in self._counted for day in (m.move.row.day_lo, m.move.row.day_hi)]
        known = [day for day in days if PAST < day < FUTURE]
        return days_text(min(known), max(known) + 1) if known else ""

    @property
    def dated(self) -> tuple[int, int]:
        """How many of the moves that are counted have a month, and how many are counted."""
        counted = list(self._counted)
        close = [m for m in counted if m.move.row.day_hi - m.move.row.day_lo < _MONTH]
        return len(close), len(counted)

    @property
    def _counted(self) -> Iterable[Listed]:
        return (m for m in self.reply.listed if m.is_counted and not m.move.is_transfer)

    @cached_property
    def ends(self) -> list[End]:
        """The largest by name, the rest of each side in one; only people who are counted."""
        return [*self._side(self.came, IN), *self._side(self.left, OUT)]

    def _side(self, cells: Sequence[Cell], side: str) -> list[End]:
        full = [cell for cell in cells if cell.tally.n]
        found = [self._end(cell, side) for cell in full[:_MOST_ENDS]]
        rest = full[_MOST_ENDS:]
        if rest:
            found.append(End(f"{side},{REST}", f"{len(rest)} others", together(rest).n, side == IN))
        return found

    def _end(self, cell: Cell, side: str) -> End:
        id_ = other(cell, side)
        return End(f"{side},{id_}", self.reply.name(id_), cell.tally.n, side == IN)

    def opened(self, key: str) -> list[Cell]:
        """The cells behind an end, or behind a whole side."""
        side, _, end = key.partition(",")
        cells = self.came if side == IN else self.left
        if end == REST:
            full = [cell for cell in cells if cell.tally.n]
            return full[_MOST_ENDS:]
        return [cell for cell in cells if end in ("", other(cell, side))]

    @cached_property
    def quarters(self) -> list[Quarter]:
        """The last quarters in which anybody moved, without gaps."""
        found = {part.name: self._quarter(part.cells) for part in self.reply.slices}
        full = sorted(name for name, (came, left) in found.items() if came + left)
        names = list(_between(full[0], full[-1]))[-_MOST_QUARTERS:] if full else []
        return [
            Quarter(_label(name, first=not number), *found.get(name, (0, 0)), name=_whole_name(name))
            for number, name in enumerate(names)
        ]

    def _quarter(self, cells: Sequence[Cell]) -> tuple[int, int]:
        came = together(cell for cell in cells if cell.destination == self.id)
        left = together(cell for cell in cells if cell.origin == self.id)
        return came.n, left.n

    @property
    def outside(self) -> str:
        """How many people are counted and stand in none of the quarters shown, and why; else empty."""
        came = self.total(IN).n - sum(q.came for q in self.quarters)
        left = self.total(OUT).n - sum(q.left for q in self.quarters)
        said = ", ".join(f"{n:,} more {did}" for n, did in ((came, "came"), (left, "left")) if n > 0)
        return f"{said}: earlier, or by dates that span more than one quarter." if said else ""


def balance(view: View, id_: str) -> Balance:
    """Up to the day that is set; names the moves of all time otherwise."""
    window = Window(None, view.scope.true_on)
    reply = flows(view, id_, window=window, period=Period.QUARTER, reopen=ledger.store().view)
    return Balance(reply.asked.of, reply)


def together(cells: Iterable[Cell]) -> Tally:
    return tally(move for cell in cells for move in cell.tally.moves)


def other(cell: Cell, side: str) -> str:
    return cell.origin if side == IN else cell.destination


def beside(found: Tally) -> str:
    """What is not in the number: `1 inferred and 2 possible not counted`."""
    parts = [
        (found.astride, "perhaps later"),
        (found.inferred.hi, "inferred"),
        (found.possible.hi, "possible"),
    ]
    said = " and ".join(f"{number} {word}" for number, word in parts if number)
    return f"{said} not counted" if said else ""


def _between(first: str, last: str) -> Iterable[str]:
    year, quarter = int(first[:4]), int(first[-1])
    while f"{year}-Q{quarter}" <= last:
        yield f"{year}-Q{quarter}"
        year, quarter = (year + 1, 1) if quarter == 4 else (year, quarter + 1)


def _whole_name(name: str) -> str:
    """`Q2 2025` of `2025-Q2`."""
    return " ".join(reversed(name.split("-")))


def _label(name: str, *, first: bool) -> str:
    """`Q2`; with its year where one begins."""
    year, quarter = name.split("-")
    return f"{quarter} {year[2:]}" if first or quarter == "Q1" else quarter
