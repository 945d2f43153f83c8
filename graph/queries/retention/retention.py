"""Who stayed: retention of those hired in a window, under every definition that has a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.model.days import FUTURE, iso
from graph.queries.answers.counting import Spell, Window, read
from graph.queries.answers.reading import Reopen, at_most, claims_naming, common, merged, now_of
from graph.queries.answers.reply import Drawn, Plain, Reply, Tables, namer
from graph.queries.network.search import find
from graph.queries.retention.cohorts import (
    Cohort,
    Dates,
    Ends,
    cohort_of,
    is_over,
    length_text,
    longest,
    stay,
    stayed,
)
from graph.queries.retention.figures import RetentionFigure, retention_figures
from graph.queries.retention.stay_readings import Reading, horizon_reached, recent_hires
from graph.queries.retention.survival import Stay
from graph.queries.retention.survival_readings import Followed, survival, time_to_leave
from graph.queries.words.dates import bounds_text, days_text
from graph.settings import settings
from graph.store.answers import Cut
from graph.store.base import View


@dataclass(frozen=True, slots=True)
class Hire:
    """One stint of the cohort. `when` in words; `followed` by the middle of its dates, as far as one knows.

    `shortest` and `longest`: the days that it can have lasted, the longest None of who is not known to have
    left. `fate` at the horizon: stayed, left, not known, or not yet: the horizon has not surely passed.
    """

    spell: Spell
    when: str
    followed: Stay
    shortest: int
    longest: int | None
    fate: str

    @property
    def days_text(self) -> str:
        """`0 to 608 days` of who left, `410 days` as far as others are followed."""
        if self.longest is None:
            return f"{self.followed.days:,} day{'' if self.followed.days == 1 else 's'}"
        least = "" if self.shortest == self.longest else f"{self.shortest:,} to "
        return f"{least}{self.longest:,} day{'' if self.longest == 1 else 's'}"


@dataclass(frozen=True, kw_only=True)
class Retention(Reply):
    """Readings over the whole `cohort`; `hires` are its stints by start, as many as may be listed.

    `stints` counts all at the organisation that there are. `horizon` in days. `published` figures of the same
    cohort come first.
    """

    organisation: str
    window: Window
    horizon: int
    stints: int
    cohort: Cohort
    hires: tuple[Hire, ...]
    readings: tuple[Reading, ...]
    published: tuple[RetentionFigure, ...]

    @property
    def title(self) -> str:
        hired = window_text(self.window)
        return (
            f"Retention at {self.name(self.organisation)} after {length_text(self.horizon)}"
            f"{f', hired {hired}' if hired else ''}"
        )

    @property
    def coverage(self) -> tuple[str, ...]:
        """What the numbers stand on, and what of the ledger takes no part, in sentences."""
        cohort, hired = self.cohort, len(self.cohort.hired)
        counted = [f"{cohort.ended:,} of {hired:,} stints of the cohort have an end"]
        if cohort.by_middle:
            counted.append(
                f"{cohort.by_middle:,} belong to it by the middle of the range of their start only"
            )
        if cohort.founders:
            counted.append(f"{cohort.founders:,} are of founders")
        left_out = [
            f"{count:,} {why}"
            for count, why in (
                (cohort.no_start, "have no dated start"),
                (cohort.perhaps, "may have begun in the window or not"),
                (cohort.impossible, "end before they start"),
            )
            if count
        ]
        beside = f"Of other stints that may belong, {' and '.join(left_out)}." if left_out else ""
        return tuple(filter(None, (f"{'; '.join(counted)}.", beside)))

    def drawn(self) -> Drawn:
        rows = tuple(row for hire in self.hires for row in hire.spell.rows)
        return (self.organisation, *dict.fromkeys(row.subject for row in rows)), rows

    def tables(self) -> Tables:
        return {
            "readings": [_reading_row(reading) for reading in self.readings],
            "hires": [self._hire_row(hire) for hire in self.hires],
            "curves": [row for reading in self.readings for row in _curve_rows(reading)],
            "published": [_published_row(figure) for figure in self.published],
        }

    def _hire_row(self, hire: Hire) -> dict[str, Plain]:
        spell = hire.spell
        return {
            "person": self.name(spell.person),
            "organisation": self.name(spell.rows[-1].object),
            "start_earliest": iso(spell.start_lo),
            "start_latest": iso(spell.start_hi),
            "end_earliest": iso(spell.end_lo) if is_over(spell) else "",
            "end_latest": iso(spell.end_hi),
            "last_seen": iso(spell.end_lo - 1) if spell.end_lo > spell.start_lo else "",
            "followed_days": hire.followed.days,
            "shortest_days": hire.shortest,
            "longest_days": hire.longest,
            "left": hire.followed.left,
            "at_horizon": hire.fate,
            "person_id": spell.person,
            "claims": " ".join(spell.claims),
        }


def retention(
    view: View,
    organisation: str,
    window: Window | None = None,
    horizon: int | None = None,
    *,
    limit: int | None = None,
    reopen: Reopen | None = None,
) -> Retention:
    """Retention at an organisation (a company with its labs, or one lab) of those hired in a window.

    `horizon` in days; None: the setting `horizon_days`. Stays end at `now`. A day that is set plays no part,
    if `reopen` (`store.view`) is given. `limit`: hires to list; every number counts all.
    """
    where = find(view, organisation, ("org",)).id
    window, horizon = window or Window(), horizon or settings().horizon_days
    sample = read(view, [where], reopen=reopen)
    cohort = cohort_of(sample.spells, window)
    now = now_of(view) or FUTURE - 1
    hired = sorted(cohort.hired, key=lambda s: (s.start_lo, s.start_hi, s.rows[0].order))
    allowed = at_most(limit, settings().query_rows)
    listed = hired[:allowed]
    about, cuts = claims_naming(view, (where,))
    figures = [e for e in about if e.claim.relation == "measured"]
    facts = common(view, (where,), [row for spell in listed for row in spell.rows], claims=figures)
    cut = Cut("query_rows", allowed, len(hired) - allowed, "Narrow the window; the numbers count all.")
    return Retention(
        **facts,
        cuts=merged(sample.cuts, cuts, (cut,) if len(hired) > allowed else ()),
        organisation=where,
        window=window,
        horizon=horizon,
        stints=len(sample.spells),
        cohort=cohort,
        hires=tuple(_hire(spell, horizon, now) for spell in listed),
        readings=_readings(cohort, horizon, now),
        published=retention_figures(figures, where, window, cohort, namer(facts["cards"])),
    )


def _readings(cohort: Cohort, horizon: int, now: int) -> tuple[Reading, ...]:
    curves = [Followed.of(cohort.hired, ends, now) for ends in Ends]
    return (
        horizon_reached(cohort.hired, horizon, now),
        recent_hires(cohort.hired, horizon, now),
        *(survival(followed, horizon) for followed in curves),
        *(time_to_leave(followed) for followed in curves),
    )


def _hire(spell: Spell, horizon: int, now: int) -> Hire:
    followed = stay(spell, Dates.MIDDLE, Ends.SEEN, now)
    dated = (spell.start_dated, spell.end_dated)
    when = bounds_text((spell.start_lo, spell.start_hi), (spell.end_lo, spell.end_hi), dated)
    shortest = stay(spell, Dates.SHORT, Ends.SEEN, now).days
    most = min(longest(spell), now + 1 - spell.start_lo) if is_over(spell) else None
    return Hire(spell, when, followed, shortest, most, _fate(spell, horizon, now))


def _fate(spell: Spell, horizon: int, now: int) -> str:
    if spell.start_hi + horizon > now:
        return "not yet"
    return {True: "stayed", False: "left", None: "not known"}[stayed(spell, Dates.MIDDLE, horizon, now)]


def window_text(window: Window) -> str:
    """`2021 to Feb 2023`, `2024 or later`; empty for all times."""
    until = FUTURE if window.last is None else window.last + 1
    return days_text(window.first or 0, until)


def _reading_row(reading: Reading) -> dict[str, Plain]:
    low, high = reading.interval or (None, None)
    return {
        "reading": reading.name,
        "value": reading.value,
        "unit": reading.unit,
        "low": reading.low,
        "high": reading.high,
        "interval_low": low,
        "interval_high": high,
        "at_least": reading.at_least,
        "at_most": reading.at_most,
        "stayed": reading.stayed,
        "counted": reading.counted,
        "of": len(reading.spells),
        "left": reading.left,
        "assumed": reading.assumed,
        "why": reading.why,
        "leans": reading.leans,
        "definition": reading.definition,
        "claims": " ".join(reading.claims),
    }


def _curve_rows(reading: Reading) -> Iterator[dict[str, Plain]]:
    for step in reading.curve:
        yield {
            "reading": reading.name,
            "day": step.day,
            "at_risk": step.at_risk,
            "left": step.left,
            "share": step.share,
            "interval_low": step.low,
            "interval_high": step.high,
        }


def _published_row(figure: RetentionFigure) -> dict[str, Plain]:
    return {
        "metric": figure.metric,
        "figure": figure.text,
        "of": figure.of,
        "by": figure.by,
        "status": str(figure.status),
        "same_cohort": figure.is_same,
        "why_ours_differ": "; ".join(figure.reasons),
        "claims": " ".join(figure.claims),
    }
