"""Retention: every reading by its name, the curve, the people, and what others published."""

from __future__ import annotations

from collections.abc import Iterable

from graph.model.text import first_upper, fold
from graph.queries.answers.counting import Spell
from graph.queries.people.returners import Returners
from graph.queries.people.schools import Schools
from graph.queries.retention.retention import Hire, Retention
from graph.queries.retention.stay_readings import Reading
from graph.settings import settings
from talentgraph.ui import blocks
from talentgraph.ui.component import Block
from talentgraph.ui.flows import curve as flow_curve
from talentgraph.ui.flows import foot as flow_foot
from talentgraph.ui.flows import opened as flow_opened
from talentgraph.ui.flows.words import tight
from talentgraph.ui.table import NOTHING, Cell, Column, Row, Sorting, block, in_order, text

_READINGS = (
    Column("reading", "Reading", place="", sorts=False),
    Column("value", "Value", align="right", place="lead", sorts=False),
    Column("spread", "As dates are read", sorts=False),
    Column("interval", "Interval", short="interval", sorts=False),
    Column("bounds", "At least to at most", short="at least to at most", sorts=False),
    Column("rests", "Rests on", sorts=False),
)
_HIRES = (
    Column("who", "Who", place=""),
    Column("where", "Where"),
    Column("when", "When"),
    Column("followed", "Followed", align="right"),
    Column("fate", "At the horizon", place="lead"),
)
_STEPS = (
    Column("reading", "Curve", place=""),
    Column("day", "Day", align="right", short="day"),
    Column("risk", "At risk", align="right", short="at risk"),
    Column("left", "Left", align="right", short="left"),
    Column("share", "Still there", align="right", place="lead"),
    Column("interval", "Interval", align="right", sorts=False),
)
_UNSORTED = Sorting("")


def left(  # noqa: PLR0917 - what the page shows, and how
    reply: Retention, back: Returners, schools: Schools, cell: str, sort: str, as_table: bool
) -> list[Block]:
    """Coverage, readings, curve or its table, people; who came back, where they studied."""
    picture = _steps(reply, sort) if as_table else [flow_curve.curves(reply)]
    lines = flow_curve.stays(reply, cell) if not as_table else None
    parts = [
        _readings(reply, cell),
        {"type": "note", "text": [" ".join(reply.coverage)]},
        *picture,
        lines,
        _hires(reply, cell, sort),
        flow_foot.returns(back, cell),
        flow_foot.studies(schools, cell),
    ]
    return [part for part in parts if part]


def choose(names: Iterable[tuple[str, str]]) -> Block:
    """No organisation is chosen yet: what to do, and examples."""
    hint = "Retention is of those hired by one organisation. Pick it above, or open an example."
    buttons = [{"label": name, "action": f"of {id_}"} for id_, name in names]
    return {"type": "empty", "fact": "Whose people?", "hint": hint, "buttons": buttons}


def _readings(reply: Retention, cell: str) -> Block:
    rows = [_reading(reading) for reading in reply.readings]
    shown = block(_READINGS, rows, _UNSORTED, chosen=cell, caption="Readings of retention")
    note = "every reading has its own name"
    return {**shown, "title": reply.title, "count": 0, "note": note}


def _reading(reading: Reading) -> Row:
    counts = ""
    if reading.stayed is not None:
        counts = f"{reading.stayed:,} of {reading.stayed + reading.left:,}"
    value = reading.text or counts or "–"
    rests = f"{reading.counted:,} of {len(reading.spells):,}, {reading.left:,} left"
    rests += f", {reading.assumed:,} assumed" if reading.assumed else ""
    rests = f"{reading.why}; {rests}" if reading.why else rests
    spread = "" if reading.range_text == reading.text else reading.range_text
    return Row(
        f"reading {reading.name}",
        {
            "reading": Cell([first_upper(reading.name)], reading.name, strong=True),
            "value": Cell([tight(value)], value, strong=bool(reading.text)),
            "spread": _cell(tight(spread)),
            "interval": _cell(tight(reading.interval_text)),
            "bounds": _cell(tight(reading.bounds_text)),
            "rests": text(rests),
        },
    )


def _cell(said: str) -> Cell:
    return text(said) if said else NOTHING


def _name(name: str) -> Cell:
    return Cell([name], name, fold(name), strong=True)


def _steps(reply: Retention, sort: str) -> list[Block]:
    """The curves as a table."""
    rows = [
        Row(
            f"step {number} {reading.name}",
            {
                "reading": text(first_upper(reading.name)),
                "day": text(f"{step.day:,}", step.day),
                "risk": text(f"{step.at_risk:,}", step.at_risk),
                "left": text(f"{step.left:,}", step.left),
                "share": text(f"{100 * step.share:.0f} %", step.share),
                "interval": text(f"{100 * step.low:.0f} to {100 * step.high:.0f} %"),
            },
        )
        for reading in reply.readings
        for number, step in enumerate(reading.curve)
    ]
    shown = in_order(_STEPS, rows, sort, caption="Survival, step by step", word="")
    nothing = "Too little is known for a curve."
    return [{**shown, "title": "Who is still there, step by step", "count": len(rows), "nothing": nothing}]


def _hires(reply: Retention, cell: str, sort: str) -> Block:
    rows = [
        Row(
            flow_curve.hire_key(hire),
            {
                "who": _name(reply.name(hire.spell.person)),
                "where": text(reply.name(hire.spell.rows[-1].object)),
                "when": Cell([hire.when], hire.when, hire.spell.start_lo) if hire.when else NOTHING,
                "followed": text(tight(hire.days_text), hire.followed.days),
                "fate": text(hire.fate),
            },
        )
        for hire in reply.hires
    ]
    shown = in_order(_HIRES, rows, sort, chosen=cell, caption="Hires")
    return {**shown, "title": "Hires", "count": len(reply.cohort.hired), "note": "a row opens its claims"}


def right(reply: Retention, back: Returners, schools: Schools, cell: str) -> list[Block]:
    """What is open: a reading, a hire, a return, a school; else what each reading means."""
    return (
        _open_reading(reply, cell)
        or _open_hire(reply, cell)
        or flow_foot.opened(back, schools, cell)
        or _meanings(reply)
    )


def _meanings(reply: Retention) -> list[Block]:
    rows = [
        {
            "name": first_upper(reading.name),
            "text": f"{first_upper(reading.definition)}."
            + (f" Leans {reading.leans}." if reading.leans else ""),
        }
        for reading in reply.readings
    ]
    published = _published(reply)
    meant = {"type": "meanings", "title": "What each reading means", "rows": rows}
    return [*([published] if published else []), meant]


def _published(reply: Retention) -> Block | None:
    here = [f"{reading.text} {reading.name}" for reading in reply.readings if reading.text]
    few = settings().percent_cases
    rows = [
        {
            "name": [first_upper(figure.metric)],
            "label": f"of {figure.of}, by {figure.by}" if figure.of else f"by {figure.by}",
            "published": figure.text,
            "here": here or [f"too few: fewer than {few} known"],
            "why": f"{first_upper('; '.join(figure.reasons))}.",
            "sources": blocks.chips(reply.found(figure.claims), reply.name),
        }
        for figure in reply.published
    ]
    return (
        {"type": "beside", "title": "Published, and here", "count": len(rows), "rows": rows} if rows else None
    )


def _open_reading(reply: Retention, cell: str) -> list[Block]:
    reading = next((each for each in reply.readings if f"reading {each.name}" == cell), None)
    if reading is None:
        return []
    note = ", ".join(
        filter(None, (reading.interval_text and f"interval {reading.interval_text}", reading.why))
    )
    rests = f"on {reading.counted:,} of {len(reading.spells):,}"
    people = [spell.person for spell in reading.spells]
    meant = [{"name": "Definition", "text": f"{first_upper(reading.definition)}."}]
    meant += [{"name": "Leans", "text": f"{first_upper(reading.leans)}."}] if reading.leans else []
    return [
        *flow_opened.head("Reading", first_upper(reading.name), reading.text or "too few", rests, note),
        flow_opened.actions(people),
        {"type": "meanings", "title": "What it is", "rows": meant},
        _people(reply, reading.spells),
        flow_opened.claims(reply, reply.found(reading.claims)),
    ]


def _people(reply: Retention, spells: Iterable[Spell]) -> Block:
    hires = {hire.spell: hire for hire in reply.hires}
    rows = [
        {**blocks.name(reply, hire.spell.person), "note": hire.fate, "text": hire.when}
        for spell in spells
        if (hire := hires.get(spell))
    ]
    return {"type": "links", "title": "People behind it", "count": len(rows), "note": "", "rows": rows}


def _open_hire(reply: Retention, cell: str) -> list[Block]:
    hire = next((each for each in reply.hires if flow_curve.hire_key(each) == cell), None)
    if hire is None:
        return []
    name = reply.name(hire.spell.person)
    label = "then left" if hire.followed.left else "followed; no more is known"
    return [
        *flow_opened.head("Hire", name, hire.days_text, label, f"{hire.when}; {hire.fate}"),
        flow_opened.actions([hire.spell.person]),
        _person(blocks.name(reply, hire.spell.person), hire),
        flow_opened.claims(reply, reply.found(hire.spell.claims)),
    ]


def _person(who: Block, hire: Hire) -> Block:
    rows = [{**who, "note": "", "text": hire.when}]
    return {"type": "links", "title": "Who", "count": 0, "note": "", "rows": rows}
