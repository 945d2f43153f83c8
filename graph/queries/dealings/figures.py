"""Figures of one entity, those side by side that may be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from graph.assembly.evidence import Evidence
from graph.model.quantity import Quantity
from graph.model.vocabulary import Status
from graph.queries.answers.reading import standing
from graph.queries.dealings.offers import by_key, strongest
from graph.queries.words.sentences import Names, amount_text, metric_text, over_text, quantity_text, when_text


@dataclass(frozen=True, slots=True)
class Figure:
    """One value as reported: `text` in words, `basis` actual, plan, forecast, sought or estimate."""

    text: str
    quantity: Quantity | None
    basis: str
    status: Status
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Metric:
    """All values that may be compared. `over` says of when, whom and what; `range` is their hull in words."""

    name: str
    label: str
    over: str
    range: str
    figures: tuple[Figure, ...]


def metrics_of(evidence: Iterable[Evidence], id_: str, name: Names) -> tuple[Metric, ...]:
    """By metric, then period, then cohort."""
    measured = [
        e
        for e in standing(evidence)
        if e.claim.relation == "measured" and e.claim.subject == id_ and e.claim.status is not Status.DENIED
    ]
    metrics = (_metric(group, name) for group in by_key(measured, _slot))
    return tuple(sorted(metrics, key=lambda m: (m.name, m.over, m.range)))


def _slot(evidence: Evidence) -> tuple[object, ...]:
    """What must be equal for two figures to be comparable: all but the value and the plan it rests on."""
    claim = evidence.claim
    quantity = claim.quantity
    unit = (quantity.unit, quantity.per) if quantity else ()
    fields = ("metric", "cohort", "over")
    ends = (claim.all("origin"), claim.all("destination"))
    expected = claim.get("basis") not in ("", "actual")
    return (*map(claim.get, fields), *ends, claim.when.text, unit, expected)


def _metric(group: list[Evidence], name: Names) -> Metric:
    claim = group[0].claim
    over = [when_text(claim.when), claim.get("cohort"), over_text(claim)]
    for word, qualifier in (("from", "origin"), ("to", "destination")):
        ends = " and ".join(map(name, claim.all(qualifier)))
        over.append(f"{word} {ends}" if ends else "")
    values = by_key(group, lambda e: (e.claim.quantity, quantity_text(e.claim), e.claim.get("basis")))
    figures = tuple(
        Figure(
            text=quantity_text(same[0].claim),
            quantity=same[0].claim.quantity,
            basis=same[0].claim.get("basis") or "actual",
            status=strongest(same),
            claims=tuple(e.id for e in same),
        )
        for same in values
    )
    label = metric_text(claim.get("metric"))
    return Metric(claim.get("metric"), label, ", ".join(filter(None, over)), _hull(figures), figures)


def _hull(figures: Iterable[Figure]) -> str:
    """From the lowest to the highest bound that anybody states."""
    quantities = [f.quantity for f in figures if f.quantity]
    bounds = [bound for q in quantities for bound in (q.low, q.high) if bound is not None]
    if not bounds:
        return ""
    lowest: Decimal | None = min(bounds)
    highest: Decimal | None = max(bounds)
    if all(q.low is None for q in quantities):
        lowest = None
    if all(q.high is None for q in quantities):
        highest = None
    return amount_text(Quantity(lowest, highest, quantities[0].unit, quantities[0].per))
