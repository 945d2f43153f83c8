"""Rates: what one organisation has, gains and loses, and the ratio between any two, with their intervals."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.text import first_upper, fold
from graph.queries.answers.counting import OPEN, Coverage, Window
from graph.queries.answers.reading import Reopen, claims_by_id, common, without_day
from graph.queries.answers.reply import Plain, Reply
from graph.queries.flows.flows import Flows, window_text
from graph.queries.flows.measures import (
    DEFINITIONS,
    Measure,
    estimate_text,
    interval_text,
    quotient,
    ratio_text,
    value_text,
)
from graph.queries.flows.parts import Pair
from graph.queries.flows.rates import months_before
from graph.queries.flows.side import Reading, flow_measures
from graph.store.base import View
from talentgraph.ui import blocks
from talentgraph.ui.component import Block
from talentgraph.ui.flows import opened as flow_opened
from talentgraph.ui.flows import words as flow_words
from talentgraph.ui.flows.grid import arrivals
from talentgraph.ui.flows.matrix import signed
from talentgraph.ui.table import NOTHING, Cell, Column, Row, Sorting, arranged, block, sorted_by, text

_MEASURES = (
    Column("measure", "Number", place="", sorts=False),
    Column("value", "Value", align="right", place="lead", sorts=False),
    Column("bounds", "At least to at most", short="from", sorts=False),
    Column("cases", "n", short="n =", align="right", sorts=False),
    Column("behind", "Counts behind it", sorts=False),
    Column("dates", "Dates known", sorts=False),
)
_PAIRS = (
    Column("from", "From", place=""),
    Column("to", "To", short="to"),
    Column("ratio", "There : back", align="right", place="lead"),
    Column("net", "Net", align="right", short="net"),
    Column("share", "Share there, interval", align="right", short="share", sorts=False),
    Column("hazard", "Hazard ratio, interval", align="right", short="hazard ratio", sorts=False),
)
USUAL = Sorting("ratio", falling=True)
_CHOOSE = {"type": "note", "text": ["Choose an organisation for its headcount, attrition and tenure too."]}
_IS = "is "
_LONG = ("per 10,000", "person-days", "days")  # units that stand in the label


@dataclass(frozen=True)
class Rates:
    """The rates of one organisation in a window; without one in the 12 months up to now."""

    window: Window
    measures: tuple[tuple[str, Measure], ...]

    def rows(self) -> list[dict[str, Plain]]:
        """Plain values, for a file."""
        return [_plain(label, measure) for label, measure in self.measures]


def rates_of(view: View, organisation: str, window: Window, reopen: Reopen) -> Rates:
    whole = without_day(view, reopen)
    now = whole.now
    if now is None:
        return Rates(window, ())
    if window == OPEN:
        window = Window(months_before(now, 12) + 1, now)
    return Rates(window, tuple(flow_measures(Reading(whole, organisation, window, now))))


def left(reply: Flows, rates: Rates | None, sort: str, cell: str) -> list[Block]:
    """Numbers of the organisation, ratios of pairs, published figures."""
    numbers = [_numbers(reply, rates, cell)] if rates and rates.measures else []
    hint = [] if rates else [_CHOOSE]
    published = flow_words.beside(reply, reply.published)
    return [
        *hint,
        *numbers,
        *_pairs(reply, sort, cell),
        *([{**published, "wide": True}] if published else []),
    ]


def _numbers(reply: Flows, rates: Rates, cell: str) -> Block:
    rows = [_measure(label, measure) for label, measure in rates.measures]
    shown = block(_MEASURES, rows, Sorting("measure"), chosen=cell, caption="Rates")
    title = f"Rates of {reply.names(reply.asked.ids)}"
    return {**shown, "title": title, "count": 0, "note": window_text(rates.window)}


def _measure(label: str, measure: Measure) -> Row:
    few = bool(measure.why)
    value = measure.why or _short(value_text(measure.mid, measure.unit))
    dates = _dates(measure.coverage) if measure.coverage else ""
    return Row(
        f"{_IS}{label}",
        {
            "measure": Cell([_labelled(label, measure)], label, strong=True),
            "value": Cell([value], value, strong=not few),
            "bounds": _cell("" if few else _bounds(measure)),
            "cases": _cell(f"{measure.cases:,}"),
            "behind": _cell(measure.said),
            "dates": _cell(dates),
        },
    )


def _bounds(measure: Measure) -> str:
    """At least and at most, as dates that are ranges allow."""
    if measure.lo == measure.hi:
        return ""
    return f"{_short(value_text(measure.lo, measure.unit))} to {_short(value_text(measure.hi, measure.unit))}"


def _dates(known: Coverage) -> str:
    return f"{known.starts:,} starts, {known.ends:,} ends of {known.stints:,} stints"


def _labelled(label: str, measure: Measure) -> str:
    unit = f", {measure.unit}" if measure.unit in _LONG else ""
    return f"{first_upper(label)}{unit}"


def _short(said: str) -> str:
    """Without a unit that its label says."""
    return next((said.removesuffix(f" {unit}") for unit in _LONG if said.endswith(f" {unit}")), said)


def _cell(said: str) -> Cell:
    return text(said) if said else NOTHING


def _pairs(reply: Flows, sort: str, cell: str) -> list[Block]:
    rows = arranged([_pair(reply, pair) for pair in reply.pairs], sorted_by(sort, _PAIRS, USUAL))
    if not rows:
        return []
    columns = _PAIRS if any(pair.hazard for pair in reply.pairs) else _PAIRS[:-1]
    shown = block(columns, rows, sorted_by(sort, _PAIRS, USUAL), chosen=cell, caption="Ratios")
    note = window_text(reply.window) or "any time; a window gives hazard ratios too"
    return [{**shown, "title": "From one to the other, and back", "count": len(rows), "note": note}]


def _pair(reply: Flows, pair: Pair) -> Row:
    n, m = pair.there.n, pair.back.n
    share = "" if pair.why else interval_text(pair.interval)
    return Row(
        f"{pair.a}>{pair.b}",
        {
            "from": _named(reply, pair.a),
            "to": _named(reply, pair.b),
            "ratio": Cell([ratio_text(n, m)], ratio_text(n, m), n + m, strong=True),
            "net": Cell([signed(pair.net)], pair.net, pair.net),
            "share": _cell(share),
            "hazard": _cell(estimate_text(pair.hazard)),
        },
    )


def _named(reply: Flows, id_: str) -> Cell:
    return Cell([reply.name(id_)], reply.name(id_), fold(reply.name(id_)), strong=True)


def right(view: View, reply: Flows, rates: Rates | None, cell: str) -> list[Block]:
    """What is open: a number or a pair; else what the numbers mean, and what others published."""
    measure = dict(rates.measures).get(cell.removeprefix(_IS)) if rates and cell.startswith(_IS) else None
    if measure:
        return _opened(view, cell.removeprefix(_IS), measure)
    pair = next((each for each in reply.pairs if f"{each.a}>{each.b}" == cell), None)
    if pair:
        return _both(reply, pair)
    names = ["count ratio", *(["hazard ratio"] if any(each.hazard for each in reply.pairs) else [])]
    names += [each.name for _, each in rates.measures] if rates else []
    return [flow_words.definitions(dict.fromkeys(names))]


def _opened(view: View, label: str, measure: Measure) -> list[Block]:
    """A number with its definition, its people and its claims."""
    found = claims_by_id(view, measure.claims)
    reply = Reply(**common(view, claims=found.values()))
    people = sorted(
        {e.claim.subject for e in found.values() if e.claim.subject.startswith("person:")}, key=reply.name
    )
    value = measure.why or value_text(measure.mid, measure.unit)
    bounds = "" if measure.why else _bounds(measure)
    number = flow_opened.head("Number", first_upper(label), value, measure.said, bounds)
    rows: list[Block] = [{"name": "Definition", "text": f"{first_upper(DEFINITIONS[measure.name].text)}."}]
    rows.append({"name": "Rests on", "text": f"{measure.cases:,} people, stints or moves."})
    if measure.coverage:
        rows.append({"name": "Dates known", "text": f"{measure.coverage.text}."})
    listed = [{**blocks.name(reply, id_), "note": "", "text": ""} for id_ in people]
    names = {"type": "links", "title": "People behind it", "count": len(listed), "note": "", "rows": listed}
    return [
        *number,
        flow_opened.actions(people),
        {"type": "meanings", "title": "What it is", "rows": rows},
        *([names] if listed else []),
        flow_opened.claims(reply, found.values()),
    ]


def _both(reply: Flows, pair: Pair) -> list[Block]:
    """Those who went there, those who came back, with the ratio and its interval."""
    a, b = reply.name(pair.a), reply.name(pair.b)
    n, m = pair.there.n, pair.back.n
    interval = pair.why or f"share there {interval_text(pair.interval)} (n = {n + m})"
    there, back = (arrivals(found) for found in (pair.there, pair.back))
    people = [each.move.row.person for each in (*there, *back)]
    hazard = (
        [{"name": "Hazard ratio", "text": f"{estimate_text(pair.hazard)}: {pair.hazard.said}."}]
        if pair.hazard and not pair.why
        else []
    )
    return [
        *flow_opened.head(
            "Ratio", f"{a} to {b}", f"{n:,} : {m:,}", "" if pair.why else _over(n, m), interval
        ),
        flow_opened.actions(people),
        *([{"type": "meanings", "title": "By time at risk", "rows": hazard}] if hazard else []),
        *flow_opened.listed(reply, [each for each in there if each.is_counted], f"{a} to {b}"),
        *flow_opened.listed(reply, [each for each in back if each.is_counted], f"{b} to {a}"),
        *flow_opened.listed(reply, [e for e in (*there, *back) if not e.is_counted], "Beside, not counted"),
        flow_opened.claims(reply, reply.found((*pair.there.claims, *pair.back.claims))),
    ]


def _over(n: int, m: int) -> str:
    return f"{value_text(quotient(n, m), 'ratio')} there for one back"


def _plain(label: str, measure: Measure) -> dict[str, Plain]:
    return {
        "number": label,
        "text": measure.text,
        "at_least": None if measure.why else _value(measure.lo),
        "value": None if measure.why else _value(measure.mid),
        "at_most": None if measure.why else _value(measure.hi),
        "unit": measure.unit,
        "cases": measure.cases,
        "few": measure.is_small,
        "why": measure.why,
        "dates_known": measure.coverage.text if measure.coverage else "",
        "definition": DEFINITIONS[measure.name].text,
        "claims": " ".join(measure.claims),
    }


def _value(value: float | None) -> Plain:
    return None if value is None or value == float("inf") else value
