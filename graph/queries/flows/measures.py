"""Numbers with what they rest on: the name of their definition, n, bounds, what is missing, the claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf, isinf
from typing import NamedTuple

from graph.queries.answers.counting import Coverage, Range
from graph.settings import settings

CAVEAT = "Counted are people whom a source names, many of them because they moved: this is no census."

Value = float | None
"""None: 0/0, nothing to divide. Infinite: something over nothing."""


class Definition(NamedTuple):
    """What a name means; `unit` is people, person-days, days, share, ratio or per 10,000."""

    unit: str
    text: str


DEFINITIONS = {
    "moves": Definition(
        "people",
        "certain moves whose day of arrival surely lies in the window; an arrival from two origins is one",
    ),
    "arrivals": Definition("people", "stints whose dated start surely lies in the window"),
    "departures": Definition(
        "people", "stints whose dated end, the first day no longer there, surely lies in the window"
    ),
    "net flow": Definition("people", "moves in less moves out; at least and at most by what may lie outside"),
    "offers": Definition("offers", "offers it made of which a dated step surely lies in the window"),
    "deals": Definition("deals", "deals it is party to of which a dated stage surely lies in the window"),
    "disagreements": Definition(
        "questions", "questions about it that sources answer differently, of any time"
    ),
    "headcount": Definition(
        "people",
        "persons with start ≤ day < end: surely, likely, possibly; an end that nobody states is read as going"
        " on until the next arrival elsewhere",
    ),
    "exposure": Definition(
        "person-days",
        "sum over stints of the days that fall in the window: surely, likely, possibly",
    ),
    "count ratio": Definition(
        "ratio", "moves from A to B : moves from B to A, with the Clopper–Pearson interval of n/(n+m)"
    ),
    "hazard ratio": Definition(
        "ratio",
        "(moves from A to B / exposure of A) / (moves from B to A / exposure of B), by likely exposures;"
        " at least and at most by sure and possible ones; the interval is that of n/(n+m) as odds, times"
        " exposure of B / exposure of A",
    ),
    "migration rate": Definition(
        "per 10,000",
        "moves in less moves out, per 10,000 of the mean headcount, which is likely exposure / days and the"
        " number of cases (after OECD.AI and LinkedIn)",
    ),
    "attrition, 12 months": Definition(
        "share",
        "departures in the 12 months up to the day, of stints that count in a headcount / mean of the 13"
        " likely headcounts at their months, which is the number of cases (after LinkedIn Talent Insights)",
    ),
    "median current tenure": Definition(
        "days",
        "median of day − start over stints likely to go on; it is short where most came lately, and no time"
        " to leave",
    ),
    "ever-flow": Definition(
        "people", "persons likely at B on the day who had been at A at any time (after TalentFlow's c(A,B))"
    ),
    "feeder share": Definition(
        "share",
        "hires of the window to whom a certain move led from there / all dated hires of the window; a hire"
        " with two origins counts at both, a lab that is compared stands apart from its company",
    ),
    "school share": Definition(
        "share", "dated hires of the window whose last known studies were there / all dated hires"
    ),
}
"""What each name means. Where no source is named the formula is the plain one of events over person-time."""


_RATES = ("share", "per 10,000", "ratio")


@dataclass(frozen=True, slots=True)
class Measure:
    """A number by its definition's name: `mid`, at least `lo`, at most `hi`.

    `cases`: on how many persons, stints or moves it rests (n), of a rate what it is divided by; `said`: the
    counts behind it in words;
    `coverage`: which dates are known; `interval`: how far chance alone may move it.
    """

    name: str
    lo: Value
    mid: Value
    hi: Value
    cases: int
    claims: tuple[str, ...]
    said: str = ""
    coverage: Coverage | None = None
    interval: tuple[float, float] | None = None

    @property
    def unit(self) -> str:
        return DEFINITIONS[self.name].unit

    @property
    def is_small(self) -> bool:
        """Whether it rests on too little for a percentage or a rate (setting `percent_cases`)."""
        return self.cases < settings().percent_cases

    @property
    def why(self) -> str:
        """Why a share, a rate or a ratio is not given; empty where it is, and of a count."""
        return too_few(self.cases) if self.unit in _RATES else ""

    @property
    def text(self) -> str:
        """The number in words; only the counts behind it where they are too few for more."""
        if self.why:
            return f"{self.why} ({self.said})" if self.said else self.why
        beside = ", ".join(filter(None, (self.said, *self._bounds())))
        return f"{value_text(self.mid, self.unit)} ({beside})" if beside else value_text(self.mid, self.unit)

    def _bounds(self) -> Iterator[str]:
        if self.lo != self.mid:
            yield f"at least {value_text(self.lo, self.unit)}"
        if self.hi != self.mid:
            yield f"at most {value_text(self.hi, self.unit)}"


def counted(name: str, counts: Range, claims: tuple[str, ...], said: str = "") -> Measure:
    """A count of what lies in a window: what surely does is the number."""
    return Measure(name, counts.lo, counts.lo, counts.hi, counts.hi, claims, said)


def quotient(numerator: float, denominator: float) -> Value:
    if denominator:
        return numerator / denominator
    return inf if numerator else None


def too_few(cases: int) -> str:
    """Why a number is not given, if it rests on fewer cases than the setting `percent_cases`; else empty."""
    least = settings().percent_cases
    return f"too few: {cases:,} known, {least:,} needed" if cases < least else ""


def value_text(value: Value, unit: str) -> str:
    """`0/0` and `∞` as such; shares in percent, ratios and rates to two digits that count."""
    if value is None:
        return "0/0"
    if isinf(value):
        return "∞"
    if unit == "share":
        return f"{100 * value:.0f} %"
    if unit == "ratio":
        return f"{value:.2g}" if value < 10 else f"{float(f'{value:.2g}'):,.0f}"
    return f"{value:,.0f}".replace("-", "−") + (f" {unit}" if unit in ("days", "per 10,000") else "")


def ratio_text(n: int, m: int) -> str:
    """`8 : 2 (4)`; `12 : 0 (∞)`; `1 : 0, too few for a ratio`."""
    if too_few(n + m):
        return f"{n:,} : {m:,}, too few for a ratio"
    return f"{n:,} : {m:,} ({value_text(quotient(n, m), 'ratio')})"


def estimate_text(measure: Measure | None) -> str:
    """A number with its interval: `1.4 (0.5 to 3.9)`; empty where there is none, or of too few cases."""
    if measure is None or measure.why:
        return ""
    interval = f" ({interval_text(measure.interval, measure.unit)})" if measure.interval else ""
    return f"{value_text(measure.mid, measure.unit)}{interval}"


def interval_text(interval: tuple[float, float], unit: str = "share") -> str:
    """`29 to 100 %`; `0.5 to ∞`."""
    lo, hi = (value_text(end, unit) for end in interval)
    return f"{lo.removesuffix(' %') if unit == 'share' else lo} to {hi}"
