"""The people of the ledger as a list to start from: where they are on the day, how often they moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import streamlit as st

from graph.assembly.rows import Certainty, EdgeRow, Grade
from graph.model.entities import kind_of
from graph.model.text import fold
from graph.queries.answers.reading import now_of
from graph.queries.ledger.conflicts import conflicts
from graph.queries.network.search import search
from graph.queries.people.moves import Move, Moves, moves
from graph.store.answers import EntityCard
from graph.store.base import View
from graph.store.scope import Scope
from talentgraph.ui import ledger
from talentgraph.ui.blocks import card_name
from talentgraph.ui.table import NOTHING, Cell, Column, Row, count, status_cell

COLUMNS = (
    Column("name", "Name", place=""),
    Column("company", "Company on the day", place="lead"),
    Column("latest", "Latest move"),
    Column("status", "Status of it"),
    Column("moves", "Moves", align="right", short="moves"),
    Column("disagreements", "Disagreements", align="right", short="disagreements"),
)
_HELD = (Certainty.CERTAIN, Certainty.LIKELY)


@st.cache_data(max_entries=16, show_spinner="Reading the people of the ledger.")
def listed(version: int, scope: Scope) -> list[Row]:  # noqa: ARG001 - the version is part of the key
    """The list of people, made once for each version and scope."""
    return people(ledger.store().view(scope))


def people(view: View) -> list[Row]:
    """One row a person. Moves are the certain and inferred ones that may be over by the day.

    Disagreements are those that name the person.
    """
    day = view.scope.true_on or now_of(view) or 0
    cards = [card for card in ledger.everyone(view) if card.kind == "person"]
    places = _places(view.stints().edges, day)
    reply = moves(view)
    graded = (move for move in reply.moves if move.grade in (Grade.CERTAIN, Grade.INFERRED))
    moved = [move for move in graded if view.scope.true_on is None or move.row.day_lo <= view.scope.true_on]
    times = Counter(move.row.person for move in moved)
    latest = {move.row.person: move for move in moved}
    apart = _disagreements(view)
    companies = view.entities({id_ for held in places.values() for id_ in held})
    return [
        Row(
            card.id,
            {
                "name": Cell([card_name(card)], card.name, fold(card.name), strong=True),
                "company": _company([companies[id_] for id_ in places[card.id] if id_ in companies]),
                **_latest(reply, latest.get(card.id)),
                "moves": count(times[card.id]),
                "disagreements": count(apart[card.id]),
            },
            {"id": card.id, "also": " ".join(card.names)},
        )
        for card in cards
    ]


def narrowed(view: View, rows: Sequence[Row], text: str) -> list[Row]:
    """Those whose name, other name or company holds every word of the text; else those called nearly so."""
    words = fold(text).split()
    kept = [row for row in rows if all(word in _searched(row) for word in words)]
    if kept or not words:
        return kept
    like = {hit.entity.id for hit in search(view, text, ("person",)).hits}
    return [row for row in rows if row.id in like]


def _searched(row: Row) -> str:
    return fold(f"{row.cells['name'].plain} {row.extra['also']} {row.cells['company'].plain or ''}")


def _places(stints: Iterable[EdgeRow], day: int) -> dict[str, list[str]]:
    """The companies where each person surely or likely is on the day."""
    places: dict[str, list[str]] = defaultdict(list)
    for row in stints:
        if row.certainty_on(day) in _HELD and row.company not in places[row.subject]:
            places[row.subject].append(row.company)
    return places


def _company(cards: list[EntityCard]) -> Cell:
    said = ", ".join(card.name for card in cards)
    return Cell([said], said, fold(said)) if said else NOTHING


def _latest(reply: Moves, move: Move | None) -> dict[str, Cell]:
    if move is None:
        return {"latest": NOTHING, "status": NOTHING}
    said = f"{reply.name(move.row.origin)} to {reply.name(move.row.destination)}"
    when = f", {move.when}" if move.when else ""
    sure = "" if move.grade is Grade.CERTAIN else f", {move.grade}"
    latest = Cell([said, when, sure], said + when + sure, move.row.day_lo)
    return {"latest": latest, "status": status_cell(move.status)}


def _disagreements(view: View) -> Counter[str]:
    """How many disagreements name each person in the claims at odds."""
    reply = conflicts(view)
    found: Counter[str] = Counter()
    for item in reply.disagreements:
        if item.grade == "disagree":
            ends = {end for e in reply.found(item.claims) for end in (e.claim.subject, e.claim.object) if end}
            found.update(id_ for id_ in ends if kind_of(id_) == "person")
    return found
