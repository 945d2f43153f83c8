"""The question of the page Data, as its address holds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from graph.model.days import day_of, iso
from talentgraph.ui.address import Reader, a_word, one_of

PAGE = "data"
SETS, SOURCES, QUALITY, CHANGES = "sets", "sources", "quality", "changes"
LEFT_OUT, SAME, LOAD = "left-out", "same", "load"
SHOWN = {
    SETS: "Sets",
    SOURCES: "Sources",
    QUALITY: "Quality",
    CHANGES: "Changes",
    LEFT_OUT: "Left out",
    SAME: "Same or not",
    LOAD: "Load",
}
FIRST_DAY = day_of("1950-01-01")
"""Before anything that a ledger holds."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`pick` is the chosen row, `part` the chosen number of it or of the whole; `since` the day of changes.

    `sort` is read by the table that it sorts. `every`: all claims of the chosen row, not the first ones.
    """

    show: str = SETS
    pick: str = ""
    part: str = ""
    sort: str = ""
    since: int | None = None
    every: bool = False
    problems: tuple[str, ...] = ()

    def to(self, show: str, pick: str = "", part: str = "") -> Asked:
        """Another view of the page, or another row of it."""
        same = show == self.show
        return Asked(show, pick, part, sort=self.sort if same else "", since=self.since)

    def changed(self, **parts: Any) -> Asked:
        return replace(self, **parts, problems=())

    def parts(self) -> dict[str, str]:
        return {
            "show": "" if self.show == SETS else self.show,
            "pick": self.pick,
            "part": self.part,
            "sort": self.sort,
            "since": iso(self.since) if self.since else "",
            "claims": "all" if self.every else "",
        }


def asked_from(address: Mapping[str, str]) -> Asked:
    """Read strictly, part by part; what cannot be read is told in `problems`."""
    part = Reader(address)
    asked = Asked(
        show=part.read("show", one_of(SHOWN), SETS),
        pick=part.read("pick", a_word, ""),
        part=part.read("part", a_word, ""),
        sort=part.read("sort", a_word, ""),
        since=part.read("since", _day, None),
        every=bool(part.read("claims", one_of(("all",)), "")),
    )
    return replace(asked, problems=tuple(part.problems))


def _day(text: str) -> int:
    day = day_of(text)
    if day < FIRST_DAY:
        raise ValueError(text)
    return day
