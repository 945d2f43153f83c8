"""Lift-outs, the funnel of offers and first movers as JSON. `shape` lists them."""

from __future__ import annotations

from graph.queries import json_parts as part
from graph.queries.json_parts import Book, Json
from graph.queries.liftout_links import Link
from graph.queries.liftouts import LiftOut, LiftOuts


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
