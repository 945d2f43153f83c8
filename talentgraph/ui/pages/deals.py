"""Deals and offers: the ledger as tables, with the dossier of the chosen row beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from graph.queries.answers.reading import claims_naming
from graph.queries.answers.subgraph import Subgraph
from graph.queries.dealings.offers import Offer
from graph.queries.people.dossier import show
from graph.queries.words.sentences import day_text
from graph.store.base import View
from talentgraph.ui import bar, going, ledger, notices, session, table
from talentgraph.ui.component import Block
from talentgraph.ui.data.shown import reply_about
from talentgraph.ui.deals import deal
from talentgraph.ui.deals.controls import PAGE, SHOW, Asked, asked_from, change, filters, meets, switch
from talentgraph.ui.deals.dealings import DEALS, OFFERS, Book, Entry, book, by_day, offer_id
from talentgraph.ui.explore import controls
from talentgraph.ui.state import State
from talentgraph.ui.table import Row, sorting

_COLUMNS = {"deals": DEALS, "offers": OFFERS}


def draw() -> None:
    state, asked = session.state(), session.own(PAGE, asked_from)
    view = ledger.view(state.clocks)
    held = book(view.version, state.clocks)
    entries, left_out = _entries(held, state, asked)
    with st.container(key="bar", horizontal=True, gap="small"):
        switch(asked)
        text = bar.narrow("Find a name…", "narrow-deals")
        filters(view, state, asked, held)
        controls.clocks(state)
        rows = table.arranged([e.row for e in entries if meets(e, asked, text)], asked.sort)
        columns = _COLUMNS[asked.show]
        bar.download("Download CSV", lambda: table.as_csv(columns, rows), f"{asked.show}.csv")
        chosen = _chosen(state, asked, rows)
        if chosen:
            bar.brief(lambda: _graph(view, held, asked, chosen))
    with st.container(key="notice"):
        notices.draw(state, view, problems=asked.problems)
    work = st.container(key="work", horizontal=True, gap="large")
    with work.container(key="left", width="stretch"):
        parts = [_table(rows, asked, chosen), *_left_out(left_out, state)]
        going.sheet(parts, "ledger", _act)
    with work.container(key="right", width=398):
        is_listed = any(row.id == chosen for row in rows)
        parts = _dossier(view, held, asked, chosen) if is_listed or not chosen else _not_listed(state)
        if parts and chosen == _wanted(state, asked):  # a press on a phone, where it lies below the table
            parts[0] |= {"reveal": True, "back": True}
        going.sheet(parts, "row", _act, of=chosen, look="panel")
    session.write_address(state, asked.parts())


def _entries(held: Book, state: State, asked: Asked) -> tuple[list[Entry], int]:
    """On a day only what had happened by then, and how many that leaves out."""
    entries = held.deal_rows if asked.show == "deals" else held.offer_rows
    return by_day(entries, state.true_on)


def _table(rows: Sequence[Row], asked: Asked, chosen: str) -> Block:
    nothing = "No row meets the filters. Take one away in Filters, or empty the field."
    block = table.block(_COLUMNS[asked.show], rows, asked.sort, chosen=chosen, caption=SHOW[asked.show])
    return {**block, "nothing": nothing}


def _left_out(number: int, state: State) -> list[Block]:
    if not number or state.true_on is None:
        return []
    return [{"type": "note", "text": [f"{number} later or undated left out on {day_text(state.true_on)}."]}]


def _chosen(state: State, asked: Asked, rows: Sequence[Row]) -> str:
    """The row asked for, else the first: a table without a dossier beside it would waste half the page.

    Where the row asked for is not listed, none: another would pass for it.
    """
    wanted = _wanted(state, asked)
    listed = [row.id for row in rows]
    return wanted if wanted in listed or _is_of_this_list(wanted) else next(iter(listed), "")


def _is_of_this_list(wanted: str) -> bool:
    """Whether a deal or an offer is meant, and not somebody who was selected on another page."""
    return "|" not in wanted and (wanted.startswith("deal:") or "," in wanted)


def _wanted(state: State, asked: Asked) -> str:
    return ",".join(asked.offer) if asked.show == "offers" else state.at


def _not_listed(state: State) -> list[Block]:
    hint = "Other filters, or another day, may show it."
    day = [{"label": "Any day", "action": "any-day"}] if state.true_on is not None else []
    buttons = [*day, {"label": "Close", "action": "close"}]
    return [{"type": "empty", "fact": "Left out of this list", "hint": hint, "buttons": buttons}]


def _dossier(view: View, held: Book, asked: Asked, chosen: str) -> list[Block]:
    if asked.show == "offers":
        offer = _offer(held, chosen)
        return deal.offer_blocks(held.offers, offer, asked.claims) if offer else []
    found = next((each for each in held.deals.deals if each.id == chosen), None)
    if not found:
        return []
    naming, _ = claims_naming(view, [chosen])
    return deal.deal_blocks(held.deals, found, reply_about(view, [e.id for e in naming]), asked.claims)


def _offer(held: Book, chosen: str) -> Offer | None:
    return next((each for each in held.offers.offers if offer_id(each) == chosen), None)


def _graph(view: View, held: Book, asked: Asked, chosen: str) -> Subgraph:
    """The deal or offer of the dossier, with its ends and its claims."""
    offer = _offer(held, chosen) if asked.show == "offers" else None
    if offer:
        of = (offer.organisation, offer.recipient)
        return replace(held.offers, of=of, offers=(offer,)).subgraph(view)
    return show(view, chosen).subgraph(view)


def _act(action: str) -> None:
    word, _, rest = action.partition(" ")
    match word:
        case "row" if session.own(PAGE, asked_from).show == "offers":
            change(offer=tuple(rest.split(",")))
        case "row":
            session.change(replace(session.state(), at=rest))
        case "sort":
            change(sort=sorting(DEALS)(rest))
        case "any-day":
            session.change(replace(session.state(), true_on=None))
        case "close":
            session.change(replace(session.state(), at=""))
            change(offer=())
        case "claims":
            change(claims=not session.own(PAGE, asked_from).claims)
        case _:
            going.follow(action)
