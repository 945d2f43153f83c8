"""Retention, returners and schools as JSON.

retention   `organisation`, `window` {first, last}, `horizon_days`, `stints` (all there), `cohort` {hired,
            by_middle, ended, founders, perhaps, no_start, impossible}, `readings`, `hires`, `published`
reading     {name, definition, unit, text, value, low, high, interval or null, at_least, at_most, stayed,
            counted, of, left, assumed, why, leans, stints, curve}; shares from 0 to 1; `value` is null where
            `why` says why; `stints` are addresses of `hires`; curve [{day, at_risk, left, share, low, high}]
hire        {address, person, organisation, text, start, end or null, followed_days, left, at_horizon,
            claims}; at_horizon is stayed, left, not known or not yet
published   {metric, amount, of, by, status, same_cohort, reasons, claims}
"""

from __future__ import annotations

from graph.queries import json_parts as part
from graph.queries.cohorts import is_over
from graph.queries.json_parts import Book, Json
from graph.queries.retention import Hire, Retention
from graph.queries.retention_figures import RetentionFigure
from graph.queries.stay_readings import Reading


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
