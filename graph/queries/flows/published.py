"""Figures that sources state, beside what this ledger gives for the same organisations and the same time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from graph.assembly.evidence import Evidence
from graph.model.claim import Claim
from graph.model.entities import kind_of
from graph.model.when import Form, When
from graph.queries.answers.counting import Counted, Range, Sample, Spell, Window, read
from graph.queries.answers.reading import claims_naming, merged, now_of
from graph.queries.dealings.figures import Metric, metrics_of
from graph.queries.flows.measures import Measure, ratio_text
from graph.queries.flows.rates import attrition, ends, ever_flow, headcount, starts
from graph.queries.flows.tallies import Tally, tally
from graph.queries.words.claims import cohort_text
from graph.queries.words.sentences import Names, day_text
from graph.store.answers import Cut
from graph.store.base import View

_ALL = "the source counts {what}, here only {here} count"
_WHY = {
    "flow_ratio": _ALL.format(what="everybody whom it tracks", here="moves that a claim names"),
    "hires": _ALL.format(what="all hires", here="dated arrivals that a claim names"),
    "departures": _ALL.format(what="all departures", here="dated departures that a claim names"),
    "share_of_staff_moved": _ALL.format(what="all staff", here="moves that a claim names"),
    "alumni": _ALL.format(what="all staff", here="people whose former employer a claim names"),
    "headcount": _ALL.format(what="all staff", here="people whom a claim places there"),
    "attrition": _ALL.format(what="all staff of its cohort", here="people and departures that a claim dates"),
}
"""The first reason why a figure and its computed counterpart differ."""


@dataclass(frozen=True, slots=True)
class Published:
    """`metric` holds the figures as stated; `here` is what the ledger gives, by the named `definition`.

    `why` says why the two differ.
    """

    subject: str
    metric: Metric
    here: str
    definition: str
    why: tuple[str, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(id_ for figure in self.metric.figures for id_ in figure.claims))


def figures_of(view: View, ids: Sequence[str]) -> tuple[list[Evidence], tuple[Cut, ...]]:
    """Claims of figures of these organisations, or with one of them as an end, and what was cut off."""
    if not ids:
        return [], ()
    found, cuts = claims_naming(view, ids)
    figures = [e for e in found if e.claim.get("metric") in _HERE and kind_of(e.claim.subject) == "org"]
    return [e for e in figures if not _named(e.claim).isdisjoint(ids)], cuts


def published(
    view: View, figures: Sequence[Evidence], window: Window, name: Names
) -> tuple[tuple[Published, ...], tuple[Cut, ...]]:
    """Figures beside what the ledger gives, and what was cut off of that.

    A figure without a period is held against the window of the question.
    """
    now = now_of(view)
    if now is None:
        return (), ()
    held = {e.id: e for e in figures}
    subjects = sorted({e.claim.subject for e in figures})
    found = ((subject, metric) for subject in subjects for metric in metrics_of(figures, subject, name))
    given: list[Published] = []
    cuts: list[Cut] = []
    for subject, metric in found:
        here = _Here(view, held[metric.figures[0].claims[0]].claim, window, now)
        text, definition = _HERE[metric.name](here)
        given.append(Published(subject, metric, text, definition, tuple(_reasons(held, metric, window))))
        cuts += here.cuts
    return tuple(given), merged(tuple(cuts))


def _named(claim: Claim) -> set[str]:
    return {claim.subject, *claim.all("origin"), *claim.all("destination")}


def _reasons(held: Mapping[str, Evidence], metric: Metric, asked: Window) -> Iterator[str]:
    behind = [held[id_] for figure in metric.figures for id_ in figure.claims]
    claim = behind[0].claim
    yield _WHY[metric.name]
    if claim.get("cohort"):
        yield f"its cohort is “{cohort_text(claim)}”, here it is everybody known"
    if claim.when.form is Form.EMPTY:
        yield "it states no period, here it is that of the question"
    written, last = max(e.known_from for e in behind), _period(claim.when, asked).last
    if claim.when.form is not Form.EMPTY and last is not None and written < last:
        yield f"it was written by {day_text(written)}, before the period ended"
    if len(metric.figures) > 1:
        yield "its sources give several values"


def _period(when: When, asked: Window) -> Window:
    """A day means up to that day: such figures are stated as of it."""
    if when.form is Form.EMPTY:
        return asked
    if when.point:
        is_day = when.point.first == when.point.last
        return Window(None if is_day else when.point.first, when.point.last)
    return Window(when.start.first if when.start else None, when.end.last if when.end else None)


@dataclass(frozen=True)
class _Here:
    """What the ledger gives for one claim of a figure. `cuts` grows with what is read."""

    view: View
    claim: Claim
    asked: Window
    now: int
    cuts: list[Cut] = field(default_factory=list)

    @property
    def window(self) -> Window:
        return _period(self.claim.when, self.asked)

    @property
    def day(self) -> int:
        return self.now if self.window.last is None else min(self.now, self.window.last)

    @property
    def subject(self) -> tuple[str, ...]:
        return (self.claim.subject,)

    @property
    def origins(self) -> tuple[str, ...]:
        return self.claim.all("origin")

    @property
    def destinations(self) -> tuple[str, ...]:
        return self.claim.all("destination")

    @cached_property
    def sample(self) -> Sample:
        return self.read(self.subject)

    def read(self, organisations: Sequence[str]) -> Sample:
        found = read(self.view, organisations=organisations)
        self.cuts.extend(found.cuts)
        return found

    def moves(self, origins: Sequence[str], destinations: Sequence[str]) -> Tally:
        return tally(m for m in self.sample.within(self.window) if _joins(m, origins, destinations))


def _joins(move: Counted, origins: Sequence[str], destinations: Sequence[str]) -> bool:
    row = move.row
    return (
        not row.is_transfer
        and not {row.origin, row.origin_company}.isdisjoint(origins)
        and not {row.destination, row.destination_company}.isdisjoint(destinations)
    )


def _count(counts: Range) -> str:
    return f"{counts.lo:,}" if counts.lo == counts.hi else f"{counts.lo:,} (at most {counts.hi:,})"


def _flow_ratio(here: _Here) -> tuple[str, str]:
    there, back = here.moves(here.subject, here.destinations), here.moves(here.destinations, here.subject)
    return ratio_text(there.n, back.n), "count ratio"


def _hires(here: _Here) -> tuple[str, str]:
    if here.origins:
        return _count(here.moves(here.origins, here.subject).certain), "moves"
    return _count(starts(here.sample.spells, here.window)[0]), "arrivals"


def _departures(here: _Here) -> tuple[str, str]:
    if here.destinations:
        return _count(here.moves(here.subject, here.destinations).certain), "moves"
    return _count(ends(here.sample.spells, here.window)[0]), "departures"


def _staff_moved(here: _Here) -> tuple[str, str]:
    moved = here.moves(here.subject, here.destinations)
    staff = headcount(here.sample.spells, here.window.first or here.day)
    return f"{moved.n:,}, of {staff.mid or 0:,.0f} known there before", "moves"


def _alumni(here: _Here) -> tuple[str, str]:
    before = [s for id_ in here.origins for s in here.read([id_]).spells]
    return ever_flow(before, here.sample.spells, here.day).text, "ever-flow"


def _measured(here: _Here, measure: Callable[[Sequence[Spell], int], Measure]) -> tuple[str, str]:
    found = measure(here.sample.spells, here.day)
    return found.text, found.name


_HERE: dict[str, Callable[[_Here], tuple[str, str]]] = {
    "flow_ratio": _flow_ratio,
    "hires": _hires,
    "departures": _departures,
    "share_of_staff_moved": _staff_moved,
    "alumni": _alumni,
    "attrition": lambda here: _measured(here, attrition),
    "headcount": lambda here: _measured(here, headcount),
}
"""The number in words, and the name of its definition, by metric."""
