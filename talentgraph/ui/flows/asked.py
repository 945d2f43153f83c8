"""The question of the page Flows, as its address holds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from graph.model.days import DAYS_IN_A_MONTH
from graph.queries.answers.counting import Rollup, Window
from graph.queries.flows.flows import window_text
from graph.settings import settings
from talentgraph.ui import window
from talentgraph.ui.address import Reader, a_word, an_id, flag, number, one_of

PAGE = "flows"
MATRIX, SANKEY, RATES, RETENTION, LIFTOUTS, OFFERS = VIEWS = (
    "matrix",
    "sankey",
    "rates",
    "retention",
    "liftouts",
    "offers",
)
WAYS = ("", "into", "out")
"""Both ways, into and out of the organisation."""
MOST_MONTHS, MOST_PEOPLE, MOST_DAYS = 240, 100, 3_650


@dataclass(frozen=True, slots=True)
class Asked:
    """`of` is an organisation, empty for all; `first` and `last` are texts such as `2025-06`.

    `months` is the horizon of retention, `people` and `days` make a lift-out; None: as the settings have it.
    `cell` says what is open at the right: the ends of a cell, or the name of a number. `sort` is read by the
    table that it sorts.
    """

    view: str = MATRIX
    of: str = ""
    way: str = ""
    first: str = ""
    last: str = ""
    by: Rollup = Rollup.COMPANY
    months: int | None = None
    people: int | None = None
    days: int | None = None
    without_deals: bool = False
    table: bool = False
    sort: str = ""
    cell: str = ""
    problems: tuple[str, ...] = ()

    @property
    def window(self) -> Window:
        return Window.between(self.first, self.last)

    @property
    def window_text(self) -> str:
        return window_text(self.window)

    @property
    def horizon(self) -> int:
        """In days."""
        return round(self.months * DAYS_IN_A_MONTH) if self.months else settings().horizon_days

    @property
    def ends(self) -> tuple[str, str, str]:
        """The organisation as the queries take it: `of`, `into`, `out_of`."""
        return ("" if self.way else self.of, self.into, self.out_of)

    @property
    def into(self) -> str:
        return self.of if self.way == "into" else ""

    @property
    def out_of(self) -> str:
        return self.of if self.way == "out" else ""

    def changed(self, **parts: Any) -> Asked:
        """Another question: nothing is open in its answer yet."""
        return replace(self, **{"cell": "", "problems": (), **parts})

    def parts(self) -> dict[str, str]:
        """Query parameters; what is at its default is left out."""
        every = {
            "view": "" if self.view == MATRIX else self.view,
            "of": self.of,
            "way": self.way,
            "from": self.first,
            "until": self.last,
            "by": "" if self.by is Rollup.COMPANY else str(self.by),
            "months": str(self.months or ""),
            "people": str(self.people or ""),
            "days": "" if self.days is None else str(self.days),
            "deals": "without" if self.without_deals else "",
            "table": "yes" if self.table else "",
            "sort": self.sort,
            "cell": self.cell,
        }
        return {name: value for name, value in every.items() if value}


def asked_from(address: Mapping[str, str]) -> Asked:
    """Read strictly, part by part; what cannot be read is told in `problems`."""
    part = Reader(address)
    view = part.read("view", one_of(VIEWS), MATRIX)
    first, last = window.read(part)
    read = Asked(
        view=view,
        of=part.read("of", _an_organisation, ""),
        way=part.read("way", one_of(WAYS), ""),
        first=first,
        last=last,
        by=part.read("by", Rollup, Rollup.COMPANY),
        months=part.read("months", number(1, MOST_MONTHS), None),
        people=part.read("people", number(2, MOST_PEOPLE), None),
        days=part.read("days", number(0, MOST_DAYS), None),
        without_deals=part.read("deals", flag("without"), False),
        table=part.read("table", flag("yes"), False),
        sort=part.read("sort", a_word, ""),
        cell=part.read("cell", a_word, ""),
    )
    return replace(read, problems=tuple(part.problems))


def _an_organisation(text: str) -> str:
    if not text.startswith("org:"):
        raise ValueError(text)
    return an_id(text)
