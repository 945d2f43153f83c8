"""What a visitor sees of the network: made anew when something of it changed, else as in the last run."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import NamedTuple

import streamlit as st

from graph.store.scope import Scope
from talentgraph.ui import ledger, session
from talentgraph.ui.explore.employers import Employers, employers_of
from talentgraph.ui.explore.made import Link
from talentgraph.ui.explore.picture import Book, Picture, draw_up
from talentgraph.ui.state import State

_SEEN = "seen"


class Seen(NamedTuple):
    picture: Picture
    employers: Employers


def look(link: Link) -> Seen:
    """The picture of the state. Whoever is selected and not in it comes in with their neighbours."""
    seen = _seen(session.state(), link)
    lacking = _lacking(seen.picture, session.state())
    if lacking:
        session.settle(reduce(State.expand, lacking, session.state()))
        seen = _seen(session.state(), link)
    session.drawn().clear()
    session.drawn().update(seen.picture.ids)
    return seen


def _lacking(picture: Picture, state: State) -> list[str]:
    """Selected names, and ends of a selected link, that the ledger knows and the picture lacks."""
    view = ledger.view(Scope())
    parts = (text.split("|") for text in state.selected)
    named = dict.fromkeys(view.resolve(id_) for part in parts for id_ in (part[0], *part[2:3]))
    away = [id_ for id_ in named if id_ not in picture.ids and id_ not in state.hidden]
    known = view.entities(away)
    return [id_ for id_ in away if id_ in known]


def _seen(state: State, link: Link) -> Seen:
    """Neither selection nor day, and nothing that the browser draws by itself, makes a new picture."""
    plain = State()
    drawn = replace(
        state,
        at=plain.at,
        group=plain.group,
        true_on=plain.true_on,
        certainty=plain.certainty,
        off=plain.off,
        table=plain.table,
        colour=plain.colour,
        problems=plain.problems,
    )
    key = ledger.view(Scope()).version, drawn
    held: tuple[object, Seen] | None = st.session_state.get(_SEEN)
    if held is None or held[0] != key:
        picture = draw_up(drawn, _book(drawn), session.positions(state.seed), link.places)
        anyday = ledger.view(drawn.clocks)
        held = key, Seen(picture, employers_of(anyday, picture.graph.entities))
        st.session_state[_SEEN] = held
    return held[1]


def _book(state: State) -> Book:
    first = list(dict.fromkeys(ledger.names(ledger.view(Scope()).version).values()))
    if state.known_on is None:
        return Book(ledger.view, first, first)
    known = ledger.everyone(ledger.view(Scope(known_on=state.known_on)))
    return Book(ledger.view, first, [card.id for card in known])
