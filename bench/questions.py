"""Every question that a notebook can ask, twice: does it answer within its budget?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import talentgraph as tg
from bench.clock import timed
from graph.settings import settings
from talentgraph.answers import Answer

Ask = Callable[[], Answer[Any]]
DAY = "2021-06-01"
WINDOW = ("2018", "2023")


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of the first and of the second time; `cuts` are the limits that kept something out."""

    name: str
    first: float
    again: float
    cuts: tuple[str, ...]

    @property
    def is_within_budget(self) -> bool:
        return self.first <= settings().query_seconds and "query_seconds" not in self.cuts


@dataclass(frozen=True, slots=True)
class Names:
    """Ids of two people and of two companies in which many work, and the name of one of these people."""

    one: str
    other: str
    company: str
    rival: str
    name: str


def measured(name: str, ask: Ask) -> Measured:
    first, again = timed(ask), timed(ask)
    cuts = dict.fromkeys(cut.limit for cut in first.value.reply.cuts)
    return Measured(name, first.seconds, again.seconds, tuple(cuts))


def questions(ledger: tg.Ledger, n: Names) -> dict[str, Ask]:
    """All of them, by what is asked."""
    view, day = ledger.view(), ledger.view(true_on=DAY)
    return {
        "search": lambda: view.search(n.name),
        "show a person": lambda: view.show(n.one),
        "show a company": lambda: view.show(n.company),
        "career": lambda: view.career(n.one),
        "moves of a person": lambda: view.moves(n.one),
        "moves, all": view.moves,
        "colleagues": lambda: view.colleagues(n.one),
        "neighbourhood": lambda: view.neighbourhood(n.one, 2),
        "paths": lambda: view.paths(n.one, n.other),
        "paths on a day": lambda: day.paths(n.one, n.other),
        "paths, together": lambda: view.paths(n.one, n.other, "together"),
        "paths, in order": lambda: view.paths(n.one, n.other, "in_order"),
        "paths, at once": lambda: view.paths(n.one, n.other, "at_once"),
        "conflicts": view.conflicts,
        "offers": view.offers,
        "deals": view.deals,
        "flows of a company": lambda: view.flows(n.company, first=WINDOW[0], last=WINDOW[1]),
        "flows, all by year": lambda: view.flows(first=WINDOW[0], last=WINDOW[1], period="year"),
        "compare": lambda: view.compare(n.company, n.rival, *WINDOW),
        "retention": lambda: view.retention(n.company, *WINDOW),
        "returners": view.returners,
        "schools": view.schools,
        "liftouts": view.liftouts,
        "first": lambda: view.first(n.company),
        "funnel": view.funnel,
        "changes": lambda: view.changes(DAY),
        "quality": view.quality,
        "twins": view.twins,
    }
