"""Pages about staying: retention, returners, schools."""

from __future__ import annotations

from graph.queries.people.alumni import School
from graph.queries.people.returners import Return, Returners, away_text
from graph.queries.people.schools import Schools
from graph.queries.retention.cohorts import length_text
from graph.queries.retention.retention import Hire, Retention
from graph.queries.retention.stay_readings import Reading
from graph.queries.words.dates import days_text
from graph.settings import settings
from talentgraph.terminal.notes import Notes
from talentgraph.terminal.screen import Screen


def retention(reply: Retention, screen: Screen, notes: Notes) -> None:
    """The readings, what each means, what others published, then the people behind."""
    for line in reply.coverage:
        screen.line(line)
    screen.gap()
    interval = f"Interval of {100 * settings().confidence:g} %"
    columns = ("Reading", "Value", "As dates are read", interval, "At least to at most", "Rests on")
    screen.table(columns, [_reading(reading) for reading in reply.readings])
    for reading in reply.readings:
        leans = f" Leans {reading.leans}." if reading.leans and not reading.why else ""
        screen.line(f"{reading.name}: {reading.definition}.{leans}", style="dim", hang=4)
    if reply.published:
        screen.gap()
        _published(reply, screen, notes)
    if reply.hires:
        screen.gap()
        head = ("Who", "Where", "When", "Followed", f"After {length_text(reply.horizon)}", "Sources")
        screen.table(head, [_hire(reply, hire, notes) for hire in reply.hires])


def _reading(reading: Reading) -> tuple[str, ...]:
    of = f"{reading.counted:,} of {len(reading.spells):,}, {reading.left:,} left"
    if reading.assumed:
        of += f", {reading.assumed:,} assumed"
    counts = (
        f"{reading.stayed:,} of {reading.stayed + reading.left:,}; " if reading.stayed is not None else ""
    )
    value = reading.text or f"{counts}{reading.why}"
    spread = "" if reading.range_text == reading.text else reading.range_text
    return (reading.name, value, spread, reading.interval_text, reading.bounds_text, of)


def _published(reply: Retention, screen: Screen, notes: Notes) -> None:
    rows = [
        (
            f"{figure.metric} {figure.text}",
            figure.of,
            figure.by,
            "; ".join(figure.reasons),
            notes.cite(reply.found(figure.claims)),
        )
        for figure in reply.published
    ]
    screen.table(("Published", "Of", "By", "Why ours differ", "Sources"), rows)


def _hire(reply: Retention, hire: Hire, notes: Notes) -> tuple[str, ...]:
    spell = hire.spell
    return (
        reply.name(spell.person),
        reply.name(spell.rows[-1].object),
        hire.when,
        hire.days_text,
        hire.fate,
        notes.cite(reply.found(spell.claims)),
    )


def returners(reply: Returners, screen: Screen, notes: Notes) -> None:
    count = len(reply.returns)
    returns = f"{count:,} return{'' if count == 1 else 's'}"
    screen.line(f"{returns} in {reply.stints:,} stints of {reply.people:,} people.")
    screen.gap()
    columns = ("Back", "Who", "Where", "Left", "Time away", "Meanwhile", "How sure", "Sources")
    screen.table(columns, [_return(reply, each, notes) for each in reply.returns])


def _return(reply: Returners, each: Return, notes: Notes) -> tuple[str, ...]:
    left, back = each.left, each.back
    surely = [reply.name(m.spell.rows[-1].object) for m in each.between if m.surely]
    perhaps = [f"perhaps {reply.name(m.spell.rows[-1].object)}" for m in each.between if not m.surely]
    return (
        days_text(back.start_lo, back.start_hi + 1) if back.start_dated else "not dated",
        reply.name(each.person),
        ", ".join(dict.fromkeys(map(reply.name, (each.company, back.rows[-1].object)))),
        days_text(left.end_lo, left.end_hi + 1) if left.end_dated else "not dated",
        away_text(each.away_lo, each.away_hi).removeprefix("away ") or "not known",
        ", ".join(dict.fromkeys((*surely, *perhaps))),
        "a source says so" if each.stated else "the dates force it",
        notes.cite(reply.found(each.claims)),
    )


def schools(reply: Schools, screen: Screen, notes: Notes) -> None:
    if not reply.schools:
        screen.line("Nobody is known to have studied there.")
        return
    screen.line("Net: who works at the school now and did not study there, less alumni now elsewhere.", "dim")
    for school in reply.schools:
        screen.gap()
        screen.line(f"{reply.name(school.school)}: {_totals(school)}", style="bold")
        rows = [
            (
                reply.name(placement.organisation),
                f"{len(placement.ever):,}",
                f"{len(placement.now):,}",
                reply.names(placement.ever),
                notes.cite(reply.found(placement.claims)),
            )
            for placement in school.placements
        ]
        if rows:
            screen.table(("Went to", "Ever", "Now", "Who", "Sources"), rows)


def _totals(school: School) -> str:
    alumni, known = len(school.alumni), sum(bool(alumnus.now) for alumnus in school.alumni)
    return (
        f"{alumni:,} alumn{'us' if alumni == 1 else 'i'}, of {known:,} it is known where they are now: "
        f"{len(school.gone):,} elsewhere, {len(school.stayed):,} at the school; "
        f"{len(school.came):,} came, net {school.net:+,}".replace("-", "−")
    )
