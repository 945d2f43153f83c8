"""Retention as pictures: survival curves with their bands and censoring, and the stays behind them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.model.days import DAYS_IN_A_MONTH
from graph.queries.retention.cohorts import Dates, Ends, length_text, stay
from graph.queries.retention.retention import Hire, Retention
from graph.queries.retention.stay_readings import Reading
from graph.queries.retention.survival import Stay
from graph.settings import settings
from talentgraph.ui.component import Block

_CURVES = {"survival": Ends.SEEN, "likely survival": Ends.LIKELY}
_TITLES = {
    "survival": "Followed to the last day a source sees them there",
    "likely survival": "An unknown end read as going on",
}
_SIGNS = (
    ("stairs", "share still there"),
    ("spread", "interval"),
    ("censored", "no more is known of somebody"),
    ("horizon", "the horizon"),
)
_STAY_SIGNS = (
    ("followed", "there"),
    ("unsure", "there or gone"),
    ("left", "gone by then"),
    ("censored", "no more is known"),
    ("beyond", "longer than is drawn"),
    ("horizon", "the horizon"),
)
_STEPS = (1, 3, 6, 12, 24, 60, 120)  # months between two ticks
_MOST_TICKS = 8
_MOST_STAYS = 80
_USUAL = 90  # in 100 stays are short enough to set the scale


def curves(reply: Retention) -> Block:
    """Both readings of an unknown end beside each other, on one scale of days."""
    readings = [reading for reading in reply.readings if reading.name in _CURVES]
    panels = [_panel(reply, reading) for reading in readings]
    drawn = any(panel["steps"] for panel in panels)
    last = max([reply.horizon, *(panel["until"] for panel in panels)])
    return {
        "type": "curve",
        "title": "Who is still there, by Kaplan–Meier",
        "note": f"with intervals of {100 * settings().confidence:g} %",
        "panels": panels,
        "last": last,
        "horizon": reply.horizon,
        "ticks": ticks(last),
        "signs": [{"sign": sign, "label": label} for sign, label in _SIGNS] if drawn else [],
    }


def _panel(reply: Retention, reading: Reading) -> Block:
    ends = _CURVES[reading.name]
    followed = [_followed(reply, hire, ends) for hire in reply.hires]
    value = f"{reading.text} after {length_text(reply.horizon)}" if reading.text else reading.why
    return {
        "title": reading.name.capitalize(),
        "note": _TITLES[reading.name],
        "sentence": f"{reading.name.capitalize()}: {value}",
        "why": reading.why or "Nobody is known to have left: the curve stays at 100 %.",
        "until": _until(reply.hires, followed) if reading.curve else 0,
        "steps": [
            {"day": step.day, "share": step.share, "low": step.low, "high": step.high}
            for step in reading.curve
        ],
        "censored": sorted({each.days for each in followed if not each.left}),
    }


def _followed(reply: Retention, hire: Hire, ends: Ends) -> Stay:
    if ends is Ends.SEEN or reply.now is None:
        return hire.followed
    return stay(hire.spell, Dates.MIDDLE, ends, reply.now)


def _until(hires: Sequence[Hire], followed: Sequence[Stay]) -> int:
    """The last day on which people enough are known: to have left, or to be there still."""
    lost = sorted(hire.followed.days for hire in hires if not hire.followed.left)
    spare = len(hires) - settings().percent_cases
    longest = max((each.days for each in followed), default=0)
    return min(lost[spare], longest) if 0 <= spare < len(lost) else longest


def stays(reply: Retention, chosen: str) -> Block | None:
    """One line a hire, the longest first: what every reading is made of."""
    hires = sorted(reply.hires, key=lambda hire: -hire.followed.days)[:_MOST_STAYS]
    if not hires:
        return None
    last = _drawn_until([_days(hire)[1] for hire in hires], reply.horizon)
    rows = [_line(reply, hire, chosen) for hire in hires]
    seldom = {
        "unsure": any(row["sure"] < row["days"] for row in rows),
        "beyond": any(row["days"] > last for row in rows),
    }
    left = len(reply.cohort.hired) - len(hires)
    return {
        "type": "stays",
        "title": "How far each is followed",
        "count": len(reply.cohort.hired),
        "note": f"the longest {len(hires)}" if left > 0 else "a line opens its claims",
        "rows": rows,
        "last": last,
        "horizon": reply.horizon,
        "ticks": ticks(last),
        "signs": [{"sign": sign, "label": label} for sign, label in _STAY_SIGNS if seldom.get(sign, True)],
    }


def _drawn_until(days: Sequence[int], horizon: int) -> int:
    """The end of the scale: a few who stayed far longer than the others do not squeeze these."""
    usual = sorted(days)[(len(days) - 1) * _USUAL // 100]
    return max(horizon, min(max(days), 3 * usual // 2))


def _days(hire: Hire) -> tuple[int, int]:
    """How long somebody surely stayed, and at most or as far as anybody knows."""
    return (hire.followed.days,) * 2 if hire.longest is None else (hire.shortest, hire.longest)


def _line(reply: Retention, hire: Hire, chosen: str) -> Block:
    action = hire_key(hire)
    sure, days = _days(hire)
    fate = "then left" if hire.followed.left else "no more is known"
    return {
        "sure": sure,
        "days": days,
        "left": hire.followed.left,
        "action": f"cell {action}",
        "chosen": action == chosen,
        "sentence": f"{reply.name(hire.spell.person)}, {hire.when}: {hire.days_text}, {fate}",
    }


def hire_key(hire: Hire) -> str:
    """The address of a hire in this view."""
    return f"hire {hire.spell.rows[0].address}"


def ticks(last: int) -> list[Block]:
    """Ticks of whole months or years, as many as can be read."""
    months = last / DAYS_IN_A_MONTH
    step = next((each for each in _STEPS if months / each <= _MOST_TICKS), _STEPS[-1])
    return [
        {"day": round(number * DAYS_IN_A_MONTH), "label": _months(number)}
        for number in _range(step, int(months))
    ]


def _range(step: int, last: int) -> Iterable[int]:
    return range(0, last + 1, step)


def _months(number: int) -> str:
    if number == 0:
        return "hired"
    if number % 12:
        return f"{number} months" if number > 1 else "1 month"
    years = number // 12
    return f"{years} year{'s' if years > 1 else ''}"
