"""The organisations of the ledger as a list to start from: who is known there, who came, who left."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import streamlit as st

from graph.assembly.rows import Certainty, EdgeRow
from graph.model.text import fold
from graph.queries.answers.counting import Rollup, Window
from graph.queries.answers.reading import now_of
from graph.queries.flows.flows import flows
from graph.queries.flows.parts import Balance
from graph.store.answers import EntityCard
from graph.store.base import View
from graph.store.scope import Scope
from talentgraph.ui import ledger
from talentgraph.ui.blocks import card_name, kind_word
from talentgraph.ui.deals.dealings import book
from talentgraph.ui.table import NOTHING, Cell, Column, Row, count, signed, text

COLUMNS = (
    Column("name", "Name", place=""),
    Column("kind", "Kind", place="lead"),
    Column("people", "People known there", align="right", short="people"),
    Column("came", "In", align="right", short="in"),
    Column("left", "Out", align="right", short="out"),
    Column("net", "Net", align="right", short="net"),
    Column("deals", "Deals", align="right", short="deals"),
)
_HELD = (Certainty.CERTAIN, Certainty.LIKELY)
_LABS = ("lab", "team")


@st.cache_resource(max_entries=8, show_spinner="Reading the organisations of the ledger.")
def listed(version: int, scope: Scope) -> list[Row]:  # noqa: ARG001 - the version is part of the key
    """Made once for each version and scope; nobody changes it."""
    return organisations(ledger.store().view(scope))


def organisations(view: View) -> list[Row]:
    """One row an organisation. A company counts with its labs; a lab has its own row too."""
    cards = [card for card in ledger.everyone(view) if card.kind == "org"]
    day = view.scope.true_on or now_of(view) or 0
    people = _people(view.stints().edges, day)
    moved = {**_balances(view, Rollup.LAB, labs=True), **_balances(view, Rollup.COMPANY, labs=False)}
    deals = Counter(id_ for entry in book(view.version, view.scope).deal_rows for id_ in entry.parties)
    return [_row(card, people[card.id], moved.get(card.id), deals[card.id]) for card in cards]


def _row(card: EntityCard, people: set[str], moved: Balance | None, deals: int) -> Row:
    came, left = (moved.came.n, moved.left.n) if moved else (0, 0)
    cells = {
        "name": Cell([card_name(card)], card.name, fold(card.name), strong=True),
        "kind": text(kind_word(card)),
        "people": count(len(people)),
        "came": count(came),
        "left": count(left),
        "net": net(came, left),
        "deals": count(deals),
    }
    return Row(card.id, cells, {"id": card.id, "also": " ".join(card.names)})


def net(came: int, left: int) -> Cell:
    """With its sign; nought is said where it is the balance of some, and none is a dash as beside it."""
    value = came - left
    return Cell([signed(value)] if came or left else NOTHING.runs, value, value)


def narrowed(rows: Iterable[Row], said: str) -> list[Row]:
    """Those whose name, other name or kind holds every word of the text."""
    words = fold(said).split()
    return [row for row in rows if all(word in _searched(row) for word in words)]


def _searched(row: Row) -> str:
    return fold(f"{row.cells['name'].plain} {row.extra['also']} {row.cells['kind'].plain}")


def _people(stints: Iterable[EdgeRow], day: int) -> dict[str, set[str]]:
    """Who surely or likely is there on the day, by company and by lab."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in stints:
        if row.certainty_on(day) in _HELD:
            found[row.company].add(row.subject)
            found[row.object].add(row.subject)
    return found


def _balances(view: View, by: Rollup, *, labs: bool) -> dict[str, Balance]:
    """Of the labs, or of all that are none."""
    window = Window(None, view.scope.true_on)
    reply = flows(view, window=window, by=by, reopen=ledger.store().view)
    found = {each.organisation: each for each in reply.organisations}
    return {id_: each for id_, each in found.items() if (reply.cards[id_].subtype in _LABS) is labs}
