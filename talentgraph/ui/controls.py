"""The row above the view: search, both clocks, filters, and what to take away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from graph.assembly.rows import Certainty, Level
from graph.errors import BadQuestion, NotFound
from graph.exports import FORMATS, export
from graph.model.entities import KINDS
from graph.model.relations import RELATIONS
from graph.queries.search import find
from graph.queries.subgraph import Subgraph
from graph.queries.words import day_text
from graph.store.base import View
from talentgraph.ui import ledger, session
from talentgraph.ui.state import State

_FIND, _TRUE, _KNOWN, _LEVEL, _CERTAINTY = "find", "true_on", "known_on", "level", "certainty"
_RELATIONS, _KINDS, MISSED = "relations", "kinds", "missed"
_ICONS = {_TRUE: ":material/event:", _KNOWN: ":material/history:"}
_FIRST_DAY = date(1950, 1, 1)
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
    _search(view.version)
    clocks(state)
    _filters(state)


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
    for key, label, day, hint in (
        (_TRUE, "True on", state.true_on, "Empty: whatever was true at some time."),
        (_KNOWN, "Known on", state.known_on, "Empty: all that is known today."),
    ):
        none = "any day" if key == _TRUE else "today"
        st.session_state[key] = date.fromordinal(day) if day else None
        with st.popover(f"{label}: {day_text(day) if day else none}", icon=_ICONS[key]):
            st.date_input(label, key=key, on_change=_take_days, min_value=_FIRST_DAY, format="YYYY-MM-DD")
            st.caption(hint)


def _take_days() -> None:
    true_on, known_on = (st.session_state[key] for key in (_TRUE, _KNOWN))
    session.change(
        replace(
            session.state(),
            true_on=true_on.toordinal() if true_on else None,
            known_on=known_on.toordinal() if known_on else None,
        )
    )


def _filters(state: State) -> None:
    held = {
        _CERTAINTY: state.certainty,
        _RELATIONS: list(state.relations),
        _KINDS: list(state.kinds),
    }
    st.session_state.update(held)
    count = (state.level is not Level.USUAL) + bool(state.relations) + bool(state.kinds)
    with st.popover(f"Filters: {count}" if count else "Filters", icon=":material/tune:"):
        evidence(state)
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


def share(graph: Subgraph) -> None:
    """The address, and every export of what is shown."""
    with st.popover("Share", icon=":material/ios_share:"):
        st.caption("This address opens the same view")
        st.code(st.context.url or "", language=None, wrap_lines=True)
        st.caption("Take away what is shown, with its claims and sources")
        for name, form in FORMATS.items():
            st.download_button(
                form.label,
                data=partial(export, graph, name),
                file_name=f"talent-graph{form.suffix}",
                mime=form.mime,
                key=f"take-{name}",
                on_click="ignore",
                width="stretch",
            )
