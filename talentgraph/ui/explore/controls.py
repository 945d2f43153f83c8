"""The row above the view: search, both clocks, filters, and what to take away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import streamlit as st

from graph.assembly.rows import Certainty, Level
from graph.errors import BadQuestion, NotFound
from graph.model.entities import KINDS
from graph.model.relations import RELATIONS
from graph.queries.network.search import find
from graph.queries.words.sentences import day_text
from graph.store.base import View
from talentgraph.ui import ledger, session
from talentgraph.ui.state import State

_FIND, _TRUE, _KNOWN, _LEVEL, _CERTAINTY = "find", "true_on", "known_on", "level", "certainty"
_RELATIONS, _KINDS, MISSED = "relations", "kinds", "missed"
_TABLE, _OPEN = "table", "filters"
# What is set, what it is where nothing is set, and what that means.
_CLOCKS = {
    _TRUE: ("True on", "any day", "Empty: whatever was true at some time."),
    _KNOWN: ("Known on", "today", "Empty: all that is known today."),
}
_ICONS = {_TRUE: ":material/event:", _KNOWN: ":material/history:"}
_FIRST_DAY, _LAST_DAY = date(1950, 1, 1), date(2099, 12, 31)
LEVELS = {
    Level.FIRM: "Firm: confirmed only",
    Level.USUAL: "Usual: reported too",
    Level.ALL: "All: rumoured too",
}
CERTAINTIES = {
    Certainty.CERTAIN: "Certain",
    Certainty.LIKELY: "Likely too",
    Certainty.POSSIBLE: "Possible too",
}
KIND_NAMES = {
    "person": "People",
    "group": "Groups",
    "org": "Organisations",
    "deal": "Deals",
    "work": "Models and products",
}


def draw(state: State, view: View) -> None:
    """Of Explore. The day on which links are true is in the picture, and by the day in Filters."""
    _search(view.version)
    _filters(state)
    _clock(_KNOWN, state.known_on)


def missed() -> str:
    """What was searched for before this run and not found, with the hint; empty otherwise. Told once."""
    return str(st.session_state.pop(MISSED, ""))


def _search(version: int) -> None:
    st.selectbox(
        "Find",
        list(ledger.names(version)),
        index=None,
        key=_FIND,
        placeholder="Find a person, company, lab, deal…",
        label_visibility="collapsed",
        accept_new_options=True,
        on_change=_found,
        width=358,
    )


def _found() -> None:
    """Select what was picked or typed. What was typed stays out of the address."""
    text = st.session_state[_FIND]
    st.session_state[MISSED] = ""
    if not text:
        return
    view = ledger.view(session.state().scope)
    try:
        id_ = ledger.names(view.version).get(text) or find(view, text).id
    except (NotFound, BadQuestion) as error:
        st.session_state[MISSED] = str(error)
    else:
        session.select(id_)
    st.session_state[_FIND] = None


def clocks(state: State) -> None:
    """Both clocks, kept in step with the state, which the time strip changes too."""
    _clock(_TRUE, state.true_on)
    _clock(_KNOWN, state.known_on)


def _clock(key: str, day: int | None) -> None:
    label, none, _ = _CLOCKS[key]
    with st.popover(f"{label}: {day_text(day) if day else none}", icon=_ICONS[key]):
        _day(key, day)
        if day:
            st.button(none.capitalize(), key=f"none-{key}", on_click=_take_no_day, args=(key,))


def _take_no_day(key: str) -> None:
    st.session_state[key] = None
    _take_day(key)


def _day(key: str, day: int | None) -> None:
    label, _, hint = _CLOCKS[key]
    pick_day(label, key, day, _take_day, key, help_=hint)


def pick_day(
    label: str, key: str, day: int | None, taken: Callable[..., None], *given: str, help_: str | None = None
) -> None:
    """A calendar with the day in it, also one that it does not usually offer: an address may name any."""
    held = [date.fromordinal(day)] if day else []
    st.session_state[key] = held[0] if held else None
    st.date_input(
        label,
        key=key,
        on_change=taken,
        args=given,
        min_value=min([_FIRST_DAY, *held]),
        max_value=max([_LAST_DAY, *held]),
        format="YYYY-MM-DD",
        help=help_,
    )


def _take_day(key: str) -> None:
    given = st.session_state[key]
    day = given.toordinal() if given else None
    state = session.state()
    session.change(replace(state, true_on=day) if key == _TRUE else replace(state, known_on=day))


def _filters(state: State) -> None:
    held = {
        _CERTAINTY: state.certainty,
        _RELATIONS: list(state.relations),
        _KINDS: list(state.kinds),
        _TABLE: state.table,
    }
    st.session_state.update(held)
    count = (state.level is not Level.USUAL) + bool(state.relations) + bool(state.kinds)
    label = f"Filters: {count}" if count else "Filters"
    with st.popover(label, icon=":material/tune:", key=_OPEN, on_change="rerun"):
        evidence(state)
        _day(_TRUE, state.true_on)
        st.radio(
            "On a day, show links that are",
            list(Certainty),
            format_func=CERTAINTIES.__getitem__,
            key=_CERTAINTY,
            on_change=_take_filters,
            disabled=state.true_on is None,
        )
        st.pills(
            "Kinds",
            KINDS,
            selection_mode="multi",
            format_func=KIND_NAMES.__getitem__,
            key=_KINDS,
            on_change=_take_filters,
        )
        edges = {name: relation.label for name, relation in RELATIONS.items() if relation.is_edge}
        st.multiselect(
            "Links",
            list(edges),
            format_func=edges.__getitem__,
            key=_RELATIONS,
            on_change=_take_filters,
            placeholder="All",
        )
        st.toggle("Show as table", key=_TABLE, on_change=_take_table)
        st.button(
            "Lay out anew",
            on_click=_lay_out,
            help="Names take other places. Undo takes it back.",
            width="stretch",
        )


def narrow() -> None:
    """Called in callbacks: open the filters."""
    st.session_state[_OPEN] = True


def _take_table() -> None:
    session.change(replace(session.state(), table=st.session_state[_TABLE]))


def _lay_out() -> None:
    state = session.state()
    session.change(replace(state, seed=state.seed + 1, pins=()), fit=True)


def evidence(state: State) -> None:
    """The level of evidence, the same on every page."""
    st.session_state[_LEVEL] = state.level
    st.radio("Evidence", list(Level), format_func=LEVELS.__getitem__, key=_LEVEL, on_change=_take_level)


def _take_level() -> None:
    session.change(replace(session.state(), level=st.session_state[_LEVEL]))


def _take_filters() -> None:
    session.change(
        replace(
            session.state(),
            certainty=st.session_state[_CERTAINTY],
            relations=tuple(st.session_state[_RELATIONS]),
            kinds=tuple(st.session_state[_KINDS]),
        )
    )
