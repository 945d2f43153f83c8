"""The numbers of lift-outs as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model.days import iso
from graph.queries.answers.reply import Plain, Tables
from graph.queries.liftouts.null_model import NULL_MODEL
from graph.queries.people.moves import Move

if TYPE_CHECKING:
    from graph.queries.liftouts.liftouts import LiftOut, LiftOuts


def liftout_tables(reply: LiftOuts) -> Tables:
    """`liftouts`: a row a group; `people`: a row a move, of those that may belong too."""
    numbered = list(enumerate(reply.groups, start=1))
    return {
        "liftouts": [{"group": number} | _row(reply, group) for number, group in numbered],
        "people": [
            {"group": number} | _person(reply, group, move)
            for number, group in numbered
            for move in (*group.moves, *group.beside)
        ],
    }


def _row(reply: LiftOuts, group: LiftOut) -> dict[str, Plain]:
    chance = group.chance
    return {
        "from": reply.name(group.origin),
        "to": reply.name(group.destination),
        "people": len(group.people),
        "people_at_most": group.at_most,
        "with_a_deal": len(group.with_deal),
        "first_earliest": iso(group.first[0]),
        "first_latest": iso(group.first[1]),
        "last_earliest": iso(group.last[0]),
        "last_latest": iso(group.last[1]),
        "p": chance.p if chance else None,
        "p_adjusted": chance.adjusted if chance else None,
        "mean_by_chance": chance.mean if chance else None,
        "left_the_origin": chance.pool if chance else None,
        "stands_out": reply.stands_out(group),
        "names": "; ".join(map(reply.name, group.people)),
        "shared": "; ".join(f"{link.kind} {reply.name(link.id)}" for link in group.shared),
        "deals": "; ".join(reply.name(link.id) for link in group.deals),
        "null_model": NULL_MODEL,
        "shuffles": reply.shuffles,
        "seed": reply.seed,
        "from_id": group.origin,
        "to_id": group.destination,
        "claims": " ".join(group.claims),
    }


def _person(reply: LiftOuts, group: LiftOut, move: Move) -> dict[str, Plain]:
    row = move.row
    return {
        "person": reply.name(row.person),
        "from": reply.name(row.origin),
        "to": reply.name(row.destination),
        "earliest": iso(row.day_lo),
        "latest": iso(row.day_hi),
        "grade": str(move.grade),
        "counted": move in group.moves,
        "with_a_deal": row.person in group.with_deal,
        "person_id": row.person,
        "from_id": row.origin,
        "to_id": row.destination,
        "claims": " ".join(move.claims),
    }
