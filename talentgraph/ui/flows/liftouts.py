"""Lift-outs: groups that went one way at one time, against what chance gives; and who came first."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model.text import first_upper, fold
from graph.queries.answers.reply import Reply
from graph.queries.liftouts.liftouts import LiftOut, LiftOuts
from graph.queries.liftouts.links import Link
from graph.queries.people.along import Order
from graph.queries.people.first_mover import Arrival, FirstMovers
from graph.queries.people.moves import Move
from graph.queries.words.dates import days_text
from talentgraph.ui import blocks
from talentgraph.ui.component import Block
from talentgraph.ui.flows import opened as flow_opened
from talentgraph.ui.people.chronology import sure_words
from talentgraph.ui.table import NOTHING, Cell, Column, Row, Sorting, block, count, text

_GROUPS = (
    Column("from", "From", place="", sorts=False),
    Column("to", "To", short="to", sorts=False),
    Column("people", "People", align="right", place="lead", sorts=False),
    Column("when", "When", sorts=False),
    Column("deal", "With a deal", short="with a deal", sorts=False),
    Column("p", "Adjusted p", align="right", short="adjusted p", sorts=False),
    Column("chance", "Against chance", sorts=False),
)
_FIRST = (
    Column("who", "Who", place="", sorts=False),
    Column("place", "Place", align="right", place="lead", short="place", sorts=False),
    Column("when", "Arrived", sorts=False),
    Column("from", "From", short="from", sorts=False),
    Column("along", "Moved along", align="right", short="moved along", sorts=False),
    Column("colleagues", "Of them colleagues", align="right", short="of them colleagues", sorts=False),
)
_MOST_FIRST = 25


def left(replies: Sequence[LiftOuts], first: FirstMovers | None, cell: str) -> list[Block]:
    """A table of groups for each way that was asked for, how they were looked for, who came first."""
    parts = [part for reply in replies for part in _groups(reply, cell)]
    return [*parts, *(_first(first, cell) if first else [])]


def _groups(reply: LiftOuts, cell: str) -> list[Block]:
    looked = {"type": "note", "text": [_looked(reply)]}
    if not reply.groups:
        hint = "Fewer people, more days or a wider window find smaller groups."
        empty = {"type": "empty", "fact": "No group is known", "hint": hint, "buttons": []}
        return [{"type": "section", "title": reply.title, "note": ""}, empty, looked]
    rows = [_group(reply, group) for group in reply.groups]
    shown = block(_GROUPS, rows, Sorting(""), chosen=cell, caption=reply.title)
    note = "a row opens its people"
    return [{**shown, "title": reply.title, "count": len(rows), "note": note}, looked]


def _group(reply: LiftOuts, group: LiftOut) -> Row:
    origin, destination = reply.name(group.origin), reply.name(group.destination)
    number = f"{len(group.people):,}"
    number += f" (at most {group.at_most:,})" if group.at_most > len(group.people) else ""
    deal = _of(len(group.with_deal), group) if group.with_deal else "nobody"
    return Row(
        _key(group),
        {
            "from": Cell([origin], origin, fold(origin), strong=True),
            "to": Cell([destination], destination, strong=True),
            "people": Cell([number], number, strong=True),
            "when": text(_when(group)),
            "deal": text(deal),
            "p": text(f"{group.chance.adjusted:.2g}") if _compares(group) and group.chance else NOTHING,
            "chance": text(_verdict(reply, group)),
        },
    )


def _key(group: LiftOut) -> str:
    return f"group {group.origin}>{group.destination}>{group.first[0]}"


def _when(group: LiftOut) -> str:
    return days_text(group.first[0], group.last[1] + 1)


def _of(number: int, group: LiftOut) -> str:
    return f"{number:,} of {len(group.people):,}"


def _compares(group: LiftOut) -> bool:
    return group.chance is not None and group.chance.compares


def _verdict(reply: LiftOuts, group: LiftOut) -> str:
    if group.chance is None:
        return "not compared: no time left"
    if not group.chance.compares:
        return "nothing to compare with"
    return "stands out" if reply.stands_out(group) else "may be chance"


def _looked(reply: LiftOuts) -> str:
    """In what groups were looked for."""
    looked = reply.looked
    return (
        f"Looked at: {looked.certain:,} certain moves, {looked.coarse:,} of them dated too coarsely to be"
        f" sure; not counted: {looked.inferred:,} inferred, {looked.possible:,} possible."
    )


def _sought(reply: LiftOuts) -> str:
    places = "labs" if reply.by == "lab" else "companies"
    return (
        f"At least {reply.least:,} people who surely moved within {reply.days:,} days of each other between"
        f" the same two {places}; the largest groups first, no move twice."
    )


def _null_model(reply: LiftOuts) -> str:
    number = reply.looked.pairs
    pairs = f"{number:,} pair{'s' if number != 1 else ''}"
    return (
        f"{first_upper(reply.null_model)}; {reply.shuffles:,} shuffles, seed {reply.seed}. Adjusted after"
        f" {reply.adjustment} for {pairs} with people enough; a group stands out at {reply.level:g} or less."
    )


def _first(reply: FirstMovers, cell: str) -> list[Block]:
    """As far as dates say: equal days share a place, and what is not dated may have been earlier."""
    if not reply.arrivals:
        return []
    rows = [_arrival(reply, each) for each in reply.arrivals[:_MOST_FIRST]]
    shown = block(_FIRST, rows, Sorting(""), chosen=cell, caption=reply.title)
    rest = len(reply.arrivals) - len(rows)
    note = f"the first {len(rows)}; {rest:,} more in the download" if rest > 0 else "a row opens its claims"
    parts: list[Block] = [{**shown, "title": reply.title, "count": len(reply.arrivals), "note": note}]
    undated = len(reply.not_dated)
    said = (
        f"Moved along: surely made the same move within {reply.days:,} days after; in brackets perhaps too."
    )
    if undated:
        said += f" Nobody dates {undated:,} arrivals: each may have been earlier."
    return [*parts, {"type": "note", "text": [said]}]


def _arrival(reply: FirstMovers, each: Arrival) -> Row:
    place = "" if each.place is None else _range(*each.place)
    when = days_text(each.lo, each.hi + 1) if each.place else "not dated"
    origins = reply.names(each.origins)
    return Row(
        _arrival_key(each),
        {
            "who": Cell([reply.name(each.person)], reply.name(each.person), strong=True),
            "place": text(place) if place else NOTHING,
            "when": text(when),
            "from": text(origins) if origins else NOTHING,
            "along": _counts(each, colleagues=False),
            "colleagues": _counts(each, colleagues=True),
        },
    )


def _arrival_key(each: Arrival) -> str:
    return f"first {each.person}"


def _range(lo: int, hi: int) -> str:
    return f"{lo:,}" if lo == hi else f"{lo:,} to {hi:,}"


def _counts(each: Arrival, *, colleagues: bool) -> Cell:
    surely = each.followed(Order.LATER, colleagues=colleagues)
    perhaps = each.followed(Order.LATER, Order.PERHAPS, colleagues=colleagues)
    return count(surely) if surely == perhaps else text(f"{surely:,} ({perhaps:,})")


def right(replies: Sequence[LiftOuts], first: FirstMovers | None, cell: str) -> list[Block]:
    """A group, or somebody who came early; else what chance means here."""
    for reply in replies:
        group = next((each for each in reply.groups if _key(each) == cell), None)
        if group:
            return _opened(reply, group)
    each = next((a for a in first.arrivals if _arrival_key(a) == cell), None) if first else None
    if first and each:
        return _opened_arrival(first, each)
    reply = replies[0]
    rows = [
        {"name": "Lift-out", "text": _sought(reply)},
        {"name": "Null model", "text": _null_model(reply)},
    ]
    return [{"type": "meanings", "title": "What is looked for", "rows": rows}]


def _opened(reply: LiftOuts, group: LiftOut) -> list[Block]:
    ends = f"{reply.name(group.origin)} to {reply.name(group.destination)}"
    at_most = f"at most {group.at_most:,}" if group.at_most > len(group.people) else ""
    rows = [{"name": "Against chance", "text": _chance(reply, group)}]
    rows += [{"name": "With a deal", "text": _deals(reply, group)}]
    if group.shared:
        shared = "; ".join(_shared(reply, link, group) for link in group.shared)
        rows.append({"name": "Shared before", "text": f"{shared}."})
    rows.append({"name": "Null model", "text": _null_model(reply)})
    note = ", ".join(filter(None, (_when(group), at_most)))
    claims = (id_ for move in (*group.moves, *group.beside) for id_ in move.claims)
    return [
        *flow_opened.head("Lift-out", ends, f"{len(group.people):,}", "people", note),
        flow_opened.actions([*group.people, *(move.row.person for move in group.beside)]),
        {"type": "meanings", "title": "What ties them", "rows": rows},
        *_people(reply, group.moves, "Counted", group),
        *_people(reply, group.beside, "May belong, not counted", group),
        flow_opened.claims(reply, reply.found(claims)),
    ]


def _chance(reply: LiftOuts, group: LiftOut) -> str:
    chance = group.chance
    if chance is None:
        return "There was no time left to compare it with chance."
    left_ = f"{chance.pair:,} of {chance.pool:,} moves out of {reply.name(group.origin)} led there"
    if not chance.compares:
        return f"{left_}: nothing to compare with."
    verdict = "It stands out" if reply.stands_out(group) else "Chance may give it"
    p = f"p = {chance.p:.2g}, adjusted {chance.adjusted:.2g}"
    return f"{verdict}: {p}; the largest group by chance has {chance.mean:.1f} people on average. {left_}."


def _deals(reply: Reply, group: LiftOut) -> str:
    if not group.with_deal:
        return "Nobody."
    deals = reply.names(link.id for link in group.deals)
    return f"{_of(len(group.with_deal), group)}{f' ({deals})' if deals else ''}."


def _shared(reply: Reply, link: Link, group: LiftOut) -> str:
    return f"{link.kind} {reply.name(link.id)} ({_of(len(link.people), group)})"


def _people(reply: Reply, given: Sequence[Move], title: str, group: LiftOut) -> list[Block]:
    rows = [
        {
            **blocks.name(reply, move.row.person),
            "note": move.when or "not dated",
            "text": f"{reply.name(move.row.origin)} to {reply.name(move.row.destination)}; "
            + sure_words(move)
            + (", with a deal" if move.row.person in group.with_deal else ""),
        }
        for move in given
    ]
    if not rows:
        return []
    return [{"type": "links", "title": title, "count": len(rows), "note": "arrived", "rows": rows}]


def _opened_arrival(reply: FirstMovers, each: Arrival) -> list[Block]:
    place = "not dated" if each.place is None else _range(*each.place)
    label = "place in the order of arrival" if each.place else "may have been earlier than any other"
    rows = [
        {
            **blocks.name(reply, other.row.person),
            "note": str(other.order),
            "text": f"{_range(other.gap_lo, other.gap_hi)} days after; {other.together:,} together before",
        }
        for other in each.along
    ]
    along = {"type": "links", "title": "Moved the same way", "count": len(rows), "note": "", "rows": rows}
    return [
        *flow_opened.head("Arrival", reply.name(each.person), place, label),
        flow_opened.actions([each.person, *(other.row.person for other in each.along)]),
        *([along] if rows else []),
        flow_opened.claims(reply, reply.found(each.claims)),
    ]
