"""Offers, deals, figures, planned releases and disagreements as JSON. `shape` documents them."""

from __future__ import annotations

from graph.queries.dealings.deals import Deal, DealFigure, Party, Stage
from graph.queries.dealings.figures import Metric
from graph.queries.dealings.offer_reading import Denial, OfferStep
from graph.queries.dealings.offers import Offer, OfferAmount
from graph.queries.ledger.conflicts import Disagreement
from graph.queries.shapes import parts as part
from graph.queries.shapes.parts import Book, Json
from graph.queries.words.releases import Plan, Release


def disagreement_json(book: Book, value: Disagreement) -> Json:
    versions = [
        {
            "text": v.text,
            "amount": part.amount(v.quantity),
            "status": str(v.status),
            "origins": v.origins,
            "pages": v.pages,
            "claims": part.claims(book, v.claims),
        }
        for v in value.versions
    ]
    return {
        "subject": part.entity(book, value.subject),
        "relation": value.relation,
        "grade": value.grade,
        "denied": value.denied,
        "question": value.question,
        "versions": versions,
    }


def offer_json(book: Book, offer: Offer) -> Json:
    return {
        "organisation": part.entity(book, offer.organisation),
        "recipient": part.entity(book, offer.recipient),
        "label": offer.label,
        "outcome": offer.outcome,
        "status": str(offer.status),
        "denied": offer.denied,
        "steps": [{"outcome": step.outcome, **_dated(book, step)} for step in offer.steps],
        "amounts": [_figure(book, a.part, a) for a in offer.amounts],
        "denials": [_denial(book, denial) for denial in offer.denials],
        "by": part.entities(book, offer.by),
        "counter_to": part.entities(book, offer.counter_to),
        "terms": list(offer.terms),
        "conflicts": [disagreement_json(book, d) for d in offer.disagreements],
        "text": offer.sentence,
        **part.support(book, offer.claims),
        "claims": part.claims(book, offer.claims),
    }


def _denial(book: Book, denial: Denial) -> Json:
    return {
        "part": denial.part,
        "text": denial.text,
        "when": denial.when,
        "by": part.entities(book, denial.by),
        "claims": part.claims(book, denial.claims),
    }


def _figure(book: Book, name: str, value: OfferAmount | DealFigure) -> Json:
    return {
        "part": name,
        "amount": part.amount(value.quantity, value.text),
        "status": str(value.status),
        **part.support(book, value.claims),
        "claims": part.claims(book, value.claims),
    }


def metric_json(book: Book, metric: Metric) -> Json:
    return {
        "metric": metric.name,
        "label": metric.label,
        "over": metric.over,
        "range": metric.range,
        "values": [
            {
                "amount": part.amount(figure.quantity, figure.text),
                "basis": figure.basis,
                "status": str(figure.status),
                **part.support(book, figure.claims),
                "claims": part.claims(book, figure.claims),
            }
            for figure in metric.figures
        ],
    }


def release_json(book: Book, release: Release) -> Json:
    return {
        "organisation": part.entity(book, release.organisation),
        "work": part.entity(book, release.work),
        "late": release.late,
        "plans": [{"plan": plan.number, **_dated(book, plan)} for plan in release.plans],
        "text": release.sentence,
    }


def deal_json(book: Book, deal: Deal) -> Json:
    return {
        "deal": part.entity(book, deal.id),
        "status": str(deal.status),
        "kinds": [
            {"kind": kind, "status": part.status(book, ids), "claims": part.claims(book, ids)}
            for kind, ids in deal.kinds
        ],
        "parties": [_party(book, party) for party in deal.parties],
        "figures": [_figure(book, f.part, f) for f in deal.figures],
        "stages": [{"stage": stage.stage, **_dated(book, stage)} for stage in deal.stages],
        "brought": [
            {
                "entity": part.entity(book, id_),
                "status": part.status(book, ids),
                "claims": part.claims(book, ids),
            }
            for id_, ids in deal.brought
        ],
        "conflicts": [disagreement_json(book, d) for d in deal.disagreements],
        "text": deal.sentence,
        **part.support(book, deal.claims),
        "claims": part.claims(book, deal.claims),
    }


def _party(book: Book, party: Party) -> Json:
    return {
        "entity": part.entity(book, party.id),
        "role": party.role,
        "lead": party.lead,
        "status": str(party.status),
        "claims": part.claims(book, party.claims),
    }


def _dated(book: Book, each: Stage | OfferStep | Plan) -> Json:
    """When something happened, or should have, by which claims."""
    return {
        "when": part.date(each.when, each.earliest, each.latest),
        "status": str(each.status),
        "claims": part.claims(book, each.claims),
    }
