"""Comparisons as JSON; the parts are those of `json_flows`."""

from __future__ import annotations

from graph.queries.flows.compare import Comparison
from graph.queries.flows.feeders import Feeder
from graph.queries.flows.measures import CAVEAT
from graph.queries.flows.side import Side
from graph.queries.shapes import flows as flow
from graph.queries.shapes import parts as part
from graph.queries.shapes.parts import Book, Json


def compare(reply: Comparison) -> Json:
    """`sides`: [{organisation, measures: [{label} and a measure], origins, destinations, schools, deals,
    offers}]; `between` a pair; `ever`: two measures; `published` and `moves` as in flows.

    `origins` and `schools`: [{from, people, share: measure}]; `destinations`: cells; `deals`: [{deal, text,
    claims}]; `offers`: [{recipient, outcome, text, claims}].
    """
    return {
        "window": flow.window(reply.window),
        "caveat": CAVEAT,
        "sides": [_side(reply, side) for side in reply.sides],
        "between": flow.pair(reply, reply.between),
        "ever": [flow.measure(each) for each in reply.ever],
        "published": [flow.published(reply, each) for each in reply.published],
        "moves": [flow.listed(reply, each) for each in reply.listed],
    }


def _side(book: Book, side: Side) -> Json:
    return {
        "organisation": part.entity(book, side.organisation),
        "measures": [{"label": label, **flow.measure(each)} for label, each in side.measures],
        "origins": [_feeder(book, each) for each in side.origins],
        "destinations": [flow.cell(book, each) for each in side.destinations],
        "schools": [_feeder(book, each) for each in side.schools],
        "deals": [
            {"deal": part.entity(book, d.id), "text": d.sentence, "claims": part.claims(book, d.claims)}
            for d in side.deals
        ],
        "offers": [
            {
                "recipient": part.entity(book, offer.recipient),
                "outcome": offer.outcome,
                "text": offer.sentence,
                "claims": part.claims(book, offer.claims),
            }
            for offer in side.offers
        ],
    }


def _feeder(book: Book, feeder: Feeder) -> Json:
    return {
        "from": part.entity(book, feeder.organisation),
        "people": part.entities(book, feeder.people),
        "share": flow.measure(feeder.share),
    }
