"""Retention, returners and schools as JSON.

retention   `organisation`, `window` {first, last}, `horizon_days`, `stints` (all there), `cohort` {hired,
            by_middle, ended, founders, perhaps, no_start, impossible}, `readings`, `hires`, `published`
reading     {name, definition, unit, text, value, low, high, interval or null, at_least, at_most, stayed,
            counted, of, left, assumed, why, leans, stints, curve}; shares from 0 to 1; `value` is null where
            `why` says why; `stints` are addresses of `hires`; curve [{day, at_risk, left, share, low, high}]
hire        {address, person, organisation, text, start, end or null, followed_days, shortest_days,
            longest_days or null, left, at_horizon, claims}; at_horizon is stayed, left, not known or not yet
published   {metric, amount, of, by, status, same_cohort, reasons, claims}
returners   `of`, `stints` and `people` looked at, `returns` [{person, company, text, left, back: dates,
            away {text, at_least, at_most}, between [{organisation, surely, text}], stated, claims}]
schools     `of`, `at` or null, `schools` [{school, net, gone, stayed, came, alumni, placements}];
            alumnus {person, studies, went [{organisation, text, now}], claims}; came [{person, claims}];
            placement {organisation, ever, now, claims}
"""

from __future__ import annotations

from graph.queries.answers.counting import Spell
from graph.queries.people.alumni import Alumnus, School
from graph.queries.people.returners import Return, Returners, away_text
from graph.queries.people.schools import Schools
from graph.queries.retention.cohorts import is_over
from graph.queries.retention.figures import RetentionFigure
from graph.queries.retention.retention import Hire, Retention
from graph.queries.retention.stay_readings import Reading
from graph.queries.shapes import parts as part
from graph.queries.shapes.parts import Book, Json
from graph.queries.words.dates import bounds_text


def retention(reply: Retention) -> Json:
    """`hires` by start, `published` figures of the same cohort first."""
    cohort = reply.cohort
    return {
        "organisation": part.entity(reply, reply.organisation),
        "window": {"first": part.day(reply.window.first), "last": part.day(reply.window.last)},
        "horizon_days": reply.horizon,
        "stints": reply.stints,
        "cohort": {
            "hired": len(cohort.hired),
            "by_middle": cohort.by_middle,
            "ended": cohort.ended,
            "founders": cohort.founders,
            "perhaps": cohort.perhaps,
            "no_start": cohort.no_start,
            "impossible": cohort.impossible,
        },
        "readings": [_reading(reading) for reading in reply.readings],
        "hires": [_hire(reply, hire) for hire in reply.hires],
        "published": [_published(reply, figure) for figure in reply.published],
    }


def _reading(reading: Reading) -> Json:
    interval = reading.interval
    return {
        "name": reading.name,
        "definition": reading.definition,
        "unit": reading.unit,
        "text": reading.text,
        "value": reading.value,
        "low": reading.low,
        "high": reading.high,
        "interval": {"low": interval[0], "high": interval[1]} if interval else None,
        "at_least": reading.at_least,
        "at_most": reading.at_most,
        "stayed": reading.stayed,
        "counted": reading.counted,
        "of": len(reading.spells),
        "left": reading.left,
        "assumed": reading.assumed,
        "why": reading.why,
        "leans": reading.leans,
        "stints": [spell.rows[0].address for spell in reading.spells],
        "curve": [
            {
                "day": step.day,
                "at_risk": step.at_risk,
                "left": step.left,
                "share": step.share,
                "low": step.low,
                "high": step.high,
            }
            for step in reading.curve
        ],
    }


def _hire(book: Book, hire: Hire) -> Json:
    spell = hire.spell
    return {
        "address": spell.rows[0].address,
        "person": part.entity(book, spell.person),
        "organisation": part.entity(book, spell.rows[-1].object),
        "text": hire.when,
        "start": part.days(spell.start_lo, spell.start_hi),
        "end": part.days(spell.end_lo, spell.end_hi) if is_over(spell) else None,
        "followed_days": hire.followed.days,
        "shortest_days": hire.shortest,
        "longest_days": hire.longest,
        "left": hire.followed.left,
        "at_horizon": hire.fate,
        "claims": part.claims(book, spell.claims),
    }


def _published(book: Book, figure: RetentionFigure) -> Json:
    return {
        "metric": figure.metric,
        "amount": part.amount(figure.quantity, figure.text),
        "of": figure.of,
        "by": figure.by,
        "status": str(figure.status),
        "same_cohort": figure.is_same,
        "reasons": list(figure.reasons),
        "claims": part.claims(book, figure.claims),
    }


def returners(reply: Returners) -> Json:
    """`returns` by the day of coming back, then person."""
    return {
        "of": part.entities(reply, reply.of),
        "stints": reply.stints,
        "people": reply.people,
        "returns": [_return(reply, each) for each in reply.returns],
    }


def _return(book: Book, each: Return) -> Json:
    return {
        "person": part.entity(book, each.person),
        "company": part.entity(book, each.company),
        "text": each.sentence,
        "left": part.days(each.left.end_lo, each.left.end_hi),
        "back": part.days(each.back.start_lo, each.back.start_hi),
        "away": {
            "text": away_text(each.away_lo, each.away_hi),
            "at_least": each.away_lo,
            "at_most": each.away_hi,
        },
        "between": [
            {
                "organisation": part.entity(book, m.spell.rows[-1].object),
                "surely": m.surely,
                "text": _when(m.spell),
            }
            for m in each.between
        ],
        "stated": each.stated,
        "claims": part.claims(book, each.claims),
    }


def schools(reply: Schools) -> Json:
    """`schools`, most alumni first."""
    return {
        "of": part.entities(reply, reply.of),
        "at": part.entity(reply, reply.at) if reply.at else None,
        "schools": [_school(reply, each) for each in reply.schools],
    }


def _school(reply: Schools, school: School) -> Json:
    return {
        "school": part.entity(reply, school.school),
        "net": school.net,
        "gone": part.entities(reply, school.gone),
        "stayed": part.entities(reply, school.stayed),
        "came": [
            {"person": part.entity(reply, id_), "claims": part.claims(reply, reply.staff_claims(school, id_))}
            for id_ in school.came
        ],
        "alumni": [_alumnus(reply, each) for each in school.alumni],
        "placements": [
            {
                "organisation": part.entity(reply, each.organisation),
                "ever": part.entities(reply, each.ever),
                "now": part.entities(reply, each.now),
                "claims": part.claims(reply, each.claims),
            }
            for each in school.placements
        ],
    }


def _alumnus(book: Book, alumnus: Alumnus) -> Json:
    return {
        "person": part.entity(book, alumnus.person),
        "studies": part.edges(book, alumnus.studies),
        "went": [
            {
                "organisation": part.entity(book, spell.rows[-1].object),
                "text": _when(spell),
                "now": spell in alumnus.now,
            }
            for spell in alumnus.went
        ],
        "claims": part.claims(book, alumnus.claims),
    }


def _when(spell: Spell) -> str:
    dated = (spell.start_dated, spell.end_dated)
    return bounds_text((spell.start_lo, spell.start_hi), (spell.end_lo, spell.end_hi), dated)
