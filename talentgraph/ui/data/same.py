"""Same or not: pairs that may be the same and judgements made; one beside, to be judged or undone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import streamlit as st

from graph.model.text import first_upper, fold
from graph.queries.ledger.twins import Twins, twins
from graph.resolve.candidates import TwinPair
from graph.resolve.reasons import DEFINITION, Reason
from graph.settings import settings
from graph.store.answers import Judged
from graph.store.base import View
from graph.store.scope import Scope
from talentgraph.ui import blocks, ledger, table
from talentgraph.ui.component import Block
from talentgraph.ui.data.asked import Asked
from talentgraph.ui.data.beside import side_by_side
from talentgraph.ui.data.shown import Shown
from talentgraph.ui.table import NOTHING, Cell, Column, Row, Sorting, count, text

USUAL = Sorting("strength", falling=True)
COLUMNS = (
    Column("left", "One", place=""),
    Column("right", "Other"),
    Column("kind", "Kind"),
    Column("reasons", "Why"),
    Column("against", "Against", short="against"),
    Column("strength", "Strength", align="right", place="lead", short="strength"),
)
_JUDGED = (
    Column("left", "One", place="", sorts=False),
    Column("right", "Other", sorts=False),
    Column("verdict", "Judged", place="lead", sorts=False),
)
_NOTE = "nothing is merged until you say so"
_NONE = "No two names here are alike or share an identifier, but for those that were judged."
_KINDS = {"person": "person", "org": "organisation", "group": "group", "deal": "deal", "work": "work"}
_SEVERAL = {"person": "people", "org": "organisations", "group": "groups", "deal": "deals", "work": "works"}


@st.cache_resource(max_entries=8, show_spinner="Looking for names that are alike.")
def found(version: int, scope: Scope) -> Twins:  # noqa: ARG001 - the version is part of the key
    store = ledger.store()
    return twins(store.view(scope), reopen=store.view)


def _chosen(pick: str, known: Collection[str]) -> str:
    """The pair in either order, as a judgement may turn it; empty where it is none any more."""
    turned = ",".join(reversed(pick.split(",")))
    return next((each for each in (pick, turned) if each in known), "")


def shown(view: View, reply: Twins, asked: Asked, narrowed: str, said: Sequence[Block]) -> Shown:
    """`said`: what a judgement of just now did."""
    order = table.sorted_by(asked.sort, COLUMNS, USUAL)
    pairs = {_key(pair): pair for pair in reply.pairs}
    judged = {_key(each): each for each in reply.judgements}
    rows = table.arranged(_rows(reply, pairs, narrowed), order)
    done = [_judgement_row(key, each) for key, each in judged.items() if _is_called(each, narrowed)]
    chosen = _chosen(asked.pick, {*pairs, *judged}) if asked.pick else ""
    if not chosen and not said:
        chosen = next((row.id for row in (*rows, *done)), "")
    titles = {card.id: card.title for card in view.summary().sets}
    right = list(said)
    if chosen in pairs:
        right = [*_candidate(reply, pairs[chosen], asked.pick, said), *_sides(view, pairs[chosen], titles)]
    elif chosen:
        right = [*_judgement(judged[chosen], asked.pick, said), *_read(view, judged[chosen], titles)]
    return Shown(
        [*_left(reply, rows, order, chosen), *_judgements(done, chosen)],
        right,
        {
            "Candidates": lambda: table.as_csv(COLUMNS, rows),
            "Judgements": lambda: table.as_csv(_JUDGED, done),
        },
    )


def _key(two: TwinPair | Judged) -> str:
    return f"{two.left},{two.right}"


def _left(reply: Twins, rows: Sequence[Row], order: Sorting, chosen: str) -> Iterator[Block]:
    yield {"type": "section", "title": "May be the same", "count": f"{len(rows):,}", "note": _NOTE}
    most = settings().table_rows
    tabled = table.block(COLUMNS, rows[:most], order, chosen=chosen, caption="May be the same")
    yield {**tabled, "nothing": _NONE}
    if len(rows) > most:
        fact = f"Showing {most} of {len(rows):,} pairs."
        yield {"type": "band", "fact": fact, "hint": "Narrow the list to see the rest.", "buttons": []}
    if rows:
        yield {"type": "note", "text": [DEFINITION]}
    for cut in reply.cuts:
        fact = f"Cut off at {cut.allowed:,.10g} ({cut.limit})."
        yield {"type": "band", "fact": fact, "hint": cut.hint, "buttons": []}


def _judgements(rows: Sequence[Row], chosen: str) -> Iterator[Block]:
    note = "no claim is changed; each can be undone"
    yield {"type": "section", "title": "Judgements", "count": f"{len(rows):,}", "note": note}
    tabled = table.block(_JUDGED, rows, Sorting(""), chosen=chosen, caption="Judgements")
    yield {**tabled, "nothing": "No judgement yet."}


def _rows(reply: Twins, pairs: Mapping[str, TwinPair], narrowed: str) -> Iterator[Row]:
    words = fold(narrowed).split()
    for key, pair in pairs.items():
        left, right = reply.name(pair.left), reply.name(pair.right)
        called = fold(f"{left} {right} {' '.join(pair.names)}")
        if all(word in called for word in words):
            cells = {
                "left": Cell([blocks.name(reply, pair.left)], left, fold(left), strong=True),
                "right": Cell([blocks.name(reply, pair.right)], right, fold(right)),
                "kind": text(_KINDS[pair.kind]),
                "reasons": text(_joined(pair.reasons)),
                "against": text(_joined(pair.against)) if pair.against else NOTHING,
                "strength": count(pair.strength),
            }
            yield Row(key, cells, {"left_id": pair.left, "right_id": pair.right})


def _joined(reasons: Sequence[Reason]) -> str:
    said = "; ".join(reason.text for reason in reasons)
    return first_upper(said)


def _judgement_row(key: str, each: Judged) -> Row:
    cells = {
        "left": Cell([each.left_name], each.left_name, strong=True),
        "right": Cell([each.right_name], each.right_name),
        "verdict": text(_verdict(each)),
    }
    return Row(key, cells, {"left_id": each.left, "right_id": each.right})


def _verdict(each: Judged) -> str:
    return "the same" if each.same else "different"


def _is_called(each: Judged, narrowed: str) -> bool:
    called = fold(f"{each.left_name} {each.right_name}")
    return all(word in called for word in fold(narrowed).split())


def _candidate(reply: Twins, pair: TwinPair, pressed: str, said: Sequence[Block]) -> Iterator[Block]:
    names = " and ".join(reply.name(id_) for id_ in (pair.left, pair.right))
    line = f"Strength {pair.strength} of 100"
    kind = f"Two {_SEVERAL[pair.kind]}, or one?"
    yield {"type": "record", "kind": kind, "name": names, "line": line, "pressed": pressed}
    yield from said
    key = _key(pair)
    buttons = [
        {"label": "The same", "action": f"same {key}", "strong": True},
        {"label": "Different", "action": f"different {key}"},
    ]
    yield {"type": "actions", "buttons": buttons}
    for title, reasons in (("For it", pair.reasons), ("Against it", pair.against)):
        if reasons:
            yield {"type": "sentences", "title": title, "count": 0, "rows": _told(reply, reasons)}


def _told(reply: Twins, reasons: Sequence[Reason]) -> list[Block]:
    return [
        {
            "text": [f"{first_upper(reason.text)}."],
            "sources": blocks.chips(blocks.spoken(reply.found(reason.claims)), reply.name),
        }
        for reason in reasons
    ]


def _sides(view: View, pair: TwinPair, titles: Mapping[str, str]) -> list[Block]:
    return side_by_side(view, (pair.left, pair.right), titles)


def _judgement(each: Judged, pressed: str, said: Sequence[Block]) -> Iterator[Block]:
    names = f"{each.left_name} and {each.right_name}"
    line = f"{each.right_name} is read as {each.left_name}" if each.same else "Kept apart"
    kind = f"Judged {_verdict(each)}"
    yield {"type": "record", "kind": kind, "name": names, "line": line, "pressed": pressed}
    yield from said
    buttons = [{"label": "Undo", "action": f"undo {_key(each)}", "strong": True}]
    yield {"type": "actions", "buttons": buttons}


def _read(view: View, each: Judged, titles: Mapping[str, str]) -> list[Block]:
    """What is known of the two as they are read now; nothing of those whom no claim names any more."""
    ids = dict.fromkeys((view.resolve(each.left), view.resolve(each.right)))
    known = [id_ for id_ in ids if id_ in view.entities(ids)]
    return side_by_side(view, known, titles) if known else []
