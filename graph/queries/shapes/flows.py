"""Flows and comparisons as JSON. `shape` documents the parts.

range     {lo, mid, hi}: counts that are sure, by the middle of their dates, at most
tally     {certain, inferred, possible: ranges; people: entities that `certain.lo` counts; claims: ids}
measure   {name, definition, unit, text, lo, mid, hi, cases, few, why or null, said, interval or null,
          coverage or null, claims}; few: fewer than a percentage needs; why: a rate or ratio is null; else
          null is 0/0, and "∞" stands for what is over nothing; said: the counts behind it
pair      {a, b, there: tally, back: tally, net, ratio: text, interval, hazard: measure or null, why or null};
          why: the two are too few, ratio and interval are null
"""

from __future__ import annotations

from math import isinf

from graph.queries.answers.counting import Coverage, Range, Window
from graph.queries.flows.flows import Flows
from graph.queries.flows.measures import CAVEAT, DEFINITIONS, Measure, Value, ratio_text
from graph.queries.flows.parts import Balance, Known, Listed, Pair
from graph.queries.flows.published import Published
from graph.queries.flows.tallies import Cell, Tally
from graph.queries.shapes import parts as part
from graph.queries.shapes.parts import Book, Json


def flows(reply: Flows) -> Json:
    """`cells`: [{from, to} and a tally]; `total` a tally; `periods`: [{name, window, total, cells}].

    `inside`: cells inside one company; `pairs`; `organisations`: [{organisation, came, left, net}];
    `arrivals`, `departures`: {dated, linked, undated}; `published`: [{subject, metric, over, values, here,
    definition, why}]; `moves`: [move and {counted_from, counted_to, in_window, counted}]; `definition`: what
    is counted.
    """
    asked = reply.asked
    return {
        "of": part.entities(reply, filter(None, [asked.of])),
        "into": part.entities(reply, filter(None, [asked.into])),
        "out_of": part.entities(reply, filter(None, [asked.out_of])),
        "window": window(reply.window),
        "counted_by": str(asked.by),
        "period": str(reply.period),
        "definition": DEFINITIONS["moves"].text,
        "caveat": CAVEAT,
        "total": tally(reply, reply.total),
        "cells": [cell(reply, each) for each in reply.cells],
        "periods": [
            {
                "name": each.name,
                "window": window(each.window),
                "total": tally(reply, each.total),
                "cells": [cell(reply, inner) for inner in each.cells],
            }
            for each in reply.slices
        ],
        "inside": [cell(reply, each) for each in reply.inside],
        "pairs": [pair(reply, each) for each in reply.pairs],
        "organisations": [_balance(reply, each) for each in reply.organisations],
        "arrivals": known(reply.arrivals),
        "departures": known(reply.departures),
        "published": [published(reply, each) for each in reply.published],
        "moves": [listed(reply, each) for each in reply.listed],
    }


def window(value: Window) -> Json:
    return {"first": part.day(value.first), "last": part.day(value.last)}


def counts(value: Range) -> Json:
    return {"lo": value.lo, "mid": value.mid, "hi": value.hi}


def tally(book: Book, value: Tally) -> Json:
    return {
        "certain": counts(value.certain),
        "inferred": counts(value.inferred),
        "possible": counts(value.possible),
        "people": part.entities(book, value.people),
        "claims": list(value.claims),
    }


def cell(book: Book, value: Cell) -> Json:
    ends = {"from": part.entity(book, value.origin), "to": part.entity(book, value.destination)}
    return ends | tally(book, value.tally)


def pair(book: Book, value: Pair) -> Json:
    return {
        "a": part.entity(book, value.a),
        "b": part.entity(book, value.b),
        "there": tally(book, value.there),
        "back": tally(book, value.back),
        "net": value.net,
        "ratio": None if value.why else ratio_text(value.there.n, value.back.n),
        "interval": None if value.why else [round(end, 4) for end in value.interval],
        "hazard": measure(value.hazard) if value.hazard else None,
        "why": value.why or None,
    }


def measure(value: Measure) -> Json:
    lo, mid, hi = (None, None, None) if value.why else map(number, (value.lo, value.mid, value.hi))
    interval = None if value.why else value.interval
    return {
        "name": value.name,
        "definition": DEFINITIONS[value.name].text,
        "unit": value.unit,
        "text": value.text,
        "lo": lo,
        "mid": mid,
        "hi": hi,
        "cases": value.cases,
        "few": value.is_small,
        "why": value.why or None,
        "said": value.said,
        "interval": [number(end) for end in interval] if interval else None,
        "coverage": coverage(value.coverage) if value.coverage else None,
        "claims": list(value.claims),
    }


def number(value: Value) -> float | str | None:
    """JSON has no infinity."""
    if value is None:
        return None
    return "∞" if isinf(value) else round(value, 4)


def coverage(value: Coverage) -> Json:
    return {
        "stints": value.stints,
        "starts": value.starts,
        "ends": value.ends,
        "undated": value.undated,
        "text": value.text,
    }


def known(value: Known) -> Json:
    return {"dated": value.dated, "linked": value.linked, "undated": value.undated}


def published(book: Book, value: Published) -> Json:
    return {
        "subject": part.entity(book, value.subject),
        "metric": value.metric.name,
        "over": value.metric.over,
        "values": [
            {
                "amount": part.amount(figure.quantity, figure.text),
                "basis": figure.basis,
                "status": str(figure.status),
                "claims": part.claims(book, figure.claims),
            }
            for figure in value.metric.figures
        ],
        "here": value.here,
        "definition": DEFINITIONS[value.definition].text,
        "why": list(value.why),
    }


def _balance(book: Book, value: Balance) -> Json:
    return {
        "organisation": part.entity(book, value.organisation),
        "came": counts(value.came.certain),
        "left": counts(value.left.certain),
        "net": value.net,
    }


def listed(book: Book, value: Listed) -> Json:
    return part.move(book, value.move) | {
        "counted_from": part.entity(book, value.origin),
        "counted_to": part.entity(book, value.destination),
        "in_window": str(value.held),
        "counted": value.is_counted,
    }
