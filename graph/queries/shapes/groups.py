"""Lift-outs, the funnel of offers and first movers as JSON. `shape` lists them."""

from __future__ import annotations

from graph.queries.dealings.funnel import Funnel
from graph.queries.dealings.funnel_counts import ENDINGS, REACHED, Share, Tally
from graph.queries.liftouts.liftouts import LiftOut, LiftOuts
from graph.queries.liftouts.links import Link
from graph.queries.people.along import Along, Order
from graph.queries.people.first_mover import Arrival, FirstMovers
from graph.queries.shapes import parts as part
from graph.queries.shapes.dealings import offer_json
from graph.queries.shapes.parts import Book, Json


def liftouts(reply: LiftOuts) -> Json:
    """`groups`: [{from, to, text, people, at_most, first, last, moves, beside, with_deal, deals, ...}].

    `people` surely moved, `at_most` counts those too who may belong (`beside`). `deals` and `shared`: [{kind,
    entity, people, claims}]. `chance` is null where no time was left, else {p, p_adjusted, mean, left,
    went_there, stands_out}; `left` moves led out of the origin. `asked` {people, days, by, without_deals};
    `looked` counts the moves of each grade, those dated too coarsely and the pairs with people enough;
    `null_model` {name, shuffles, seed, level, adjustment}.
    """
    looked = reply.looked
    return {
        "of": part.entities(reply, reply.of),
        "window": {"first": part.day(reply.window.first), "last": part.day(reply.window.last)},
        "asked": {
            "people": reply.least,
            "days": reply.days,
            "by": str(reply.by),
            "without_deals": reply.without_deals,
        },
        "looked": {
            "certain": looked.certain,
            "coarse": looked.coarse,
            "inferred": looked.inferred,
            "possible": looked.possible,
            "pairs": looked.pairs,
        },
        "null_model": {
            "name": reply.null_model,
            "shuffles": reply.shuffles,
            "seed": reply.seed,
            "level": reply.level,
            "adjustment": reply.adjustment,
        },
        "groups": [_group(reply, group) for group in reply.groups],
    }


def _group(reply: LiftOuts, group: LiftOut) -> Json:
    return {
        "from": part.entity(reply, group.origin),
        "to": part.entity(reply, group.destination),
        "text": group.sentence,
        "people": part.entities(reply, group.people),
        "at_most": group.at_most,
        "first": part.days(*group.first),
        "last": part.days(*group.last),
        "moves": [part.move(reply, move) for move in group.moves],
        "beside": [part.move(reply, move) for move in group.beside],
        "with_deal": part.entities(reply, group.with_deal),
        "deals": [_link(reply, link) for link in group.deals],
        "shared": [_link(reply, link) for link in group.shared],
        "chance": _chance(reply, group),
    }


def _link(book: Book, link: Link) -> Json:
    return {
        "kind": link.kind,
        "entity": part.entity(book, link.id),
        "people": part.entities(book, link.people),
        "claims": part.claims(book, link.claims),
    }


def _chance(reply: LiftOuts, group: LiftOut) -> Json | None:
    chance = group.chance
    if chance is None:
        return None
    return {
        "p": chance.p,
        "p_adjusted": chance.adjusted,
        "mean": chance.mean,
        "left": chance.pool,
        "went_there": chance.pair,
        "stands_out": reply.stands_out(group),
    }


def funnel(reply: Funnel) -> Json:
    """`total` and `organisations`: [{organisation or null, offers, reached, ended, acceptance, countered}].

    `offers` is how many; `reached` and `ended` count them by word, each ending once. A share is {cases, of,
    share or null, interval or null, text}. `offers`: each as the question of this name gives it, with
    `company`, `reached`, `ending` and `countered_by`. `groups`: offers to people whom nobody lists, in no
    count. `unnamed`: offers to unnamed people, in no other count; null for one or two. `definitions` {name:
    text}.
    """
    return {
        "of": part.entities(reply, reply.of),
        "total": _tally(reply, reply.total),
        "organisations": [_tally(reply, tally) for tally in reply.companies],
        "offers": [
            {
                **offer_json(reply, each.offer),
                "company": part.entity(reply, each.company),
                "reached": [word for word in REACHED if word in each.reached],
                "ending": each.ending,
                "countered_by": part.claims(reply, each.countered_by),
            }
            for each in reply.total.offers
        ],
        "groups": [offer_json(reply, offer) for offer in reply.groups],
        "unnamed": reply.unnamed,
        "definitions": dict(reply.definitions),
    }


def _tally(book: Book, tally: Tally) -> Json:
    return {
        "organisation": part.entity(book, tally.company) if tally.company else None,
        "offers": len(tally.offers),
        "reached": {word: len(tally.reached(word)) for word in REACHED},
        "ended": {word: len(tally.ended(word)) for word in ENDINGS},
        "acceptance": _share(tally.acceptance),
        "countered": _share(tally.countered),
    }


def _share(share: Share) -> Json:
    return {
        "cases": share.cases,
        "of": share.of,
        "share": None if share.is_small else share.value,
        "interval": None if share.is_small else list(share.interval),
        "text": share.text,
    }


def first(reply: FirstMovers) -> Json:
    """`arrivals`: [{person, organisation, from, when, place or null, moved_along, along, claims}] in order.

    `place` {at_least, at_most}: null where no source dates the arrival. `first`: who may have come first of
    the dated; `is_told`: whether dates say so. `moved_along` {at_least, at_most, colleagues_at_least,
    colleagues_at_most, the_same_day} counts people within `days`; `along` lists them as colleagues do.
    """
    return {
        "destination": part.entity(reply, reply.destination),
        "origin": part.entity(reply, reply.origin) if reply.origin else None,
        "window": {"first": part.day(reply.window.first), "last": part.day(reply.window.last)},
        "days": reply.days,
        "first": part.entities(reply, (each.person for each in reply.first)),
        "is_told": reply.is_told,
        "arrivals": [_arrival(reply, each) for each in reply.arrivals],
    }


def _arrival(reply: FirstMovers, each: Arrival) -> Json:
    both = (Order.LATER, Order.PERHAPS)
    return {
        "person": part.entity(reply, each.person),
        "organisation": part.entity(reply, each.organisation),
        "from": part.entities(reply, each.origins),
        "when": part.days(each.lo, each.hi),
        "place": {"at_least": each.place[0], "at_most": each.place[1]} if each.place else None,
        "moved_along": {
            "at_least": each.followed(Order.LATER),
            "at_most": each.followed(*both),
            "colleagues_at_least": each.followed(Order.LATER, colleagues=True),
            "colleagues_at_most": each.followed(*both, colleagues=True),
            "the_same_day": each.followed(Order.SAME_DAY),
        },
        "along": [along(reply, other) for other in each.along],
        "claims": part.claims(reply, each.claims),
    }


def along(book: Book, each: Along) -> Json:
    """{person, from, to, when, order, days {at_least, at_most}, days_together, claims}; days later."""
    return {
        "person": part.entity(book, each.row.person),
        "from": part.entity(book, each.row.origin),
        "to": part.entity(book, each.row.destination),
        "when": part.days(each.row.day_lo, each.row.day_hi),
        "order": str(each.order),
        "days": {"at_least": each.gap_lo, "at_most": each.gap_hi},
        "days_together": each.together,
        "claims": part.claims(book, (id_ for id_, _ in each.row.claims)),
    }
