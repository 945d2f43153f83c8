"""Flows: who took people from whom, as a matrix, a Sankey, rates, retention, lift-outs, offers."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from graph.assembly.rows import Level
from graph.errors import BadQuestion, NotFound
from graph.store.base import View
from talentgraph.ui import bar, going, ledger, notices, session
from talentgraph.ui.flows import controls as flow_controls
from talentgraph.ui.flows import views as flow_views
from talentgraph.ui.flows.asked import PAGE, Asked, asked_from
from talentgraph.ui.flows.views import Shown
from talentgraph.ui.state import State

_RIGHT = 398
_DAYLESS = "Moves are counted by their day of arrival: set a window for them."


def draw() -> None:
    state, asked = session.state(), session.own(PAGE, asked_from)
    view = ledger.view(state.clocks)
    row = st.container(key="bar", horizontal=True, gap="small")
    ask = st.container(key="ask", horizontal=True, gap="small")
    notice = st.container(key="notice")
    with row:
        flow_controls.view_control(asked)
        bar.clocks(state)
    with ask:
        flow_controls.question(view, asked)
        flow_controls.table_control(asked)
    shown = _answer(view, asked)
    if shown:
        if shown.seen:
            with ask:
                bar.download("Download CSV", shown.seen, f"{asked.view}.csv")
        if shown.graph:
            with row:
                bar.share(shown.graph, shown.tables, asked.parts())
        _draw(shown, asked)
    with notice:
        notices.draw(state, view, problems=asked.problems, dayless=_DAYLESS)
    session.write_address(state, asked.parts())


def _answer(view: View, asked: Asked) -> Shown | None:
    try:
        return flow_views.shown(view, asked, ledger.store().view)
    except NotFound as error:
        going.sheet([notices.not_here(error)], "flow-empty", _act)
    except BadQuestion as error:
        empty = {"type": "empty", "fact": error.fact.capitalize(), "hint": error.hint, "buttons": []}
        going.sheet([empty], "flow-empty", _act)
    return None


def _draw(shown: Shown, asked: Asked) -> None:
    of = str(replace(asked, cell="", sort="").parts())
    work = st.container(key="work", horizontal=True, gap="large")
    with work.container(key="left", width="stretch"):
        going.sheet(shown.left, "flow-left", _act, of=of)
        if shown.chart:
            with st.container(key="flow-chart"):
                shown.chart(_open)
    with work.container(key="right", width=_RIGHT):
        going.sheet(shown.right, "flow-right", _act, of=asked.cell, look="panel")


def _open(cell: str) -> None:
    session.change_own(PAGE, replace(session.own(PAGE, asked_from), cell=cell))


def _act(action: str) -> None:
    word, _, rest = action.partition(" ")
    asked = session.own(PAGE, asked_from)
    match word:
        case "cell" | "row":
            _open("" if rest == asked.cell else rest)
        case "sort":
            session.change_own(PAGE, replace(asked, sort=rest))
        case "of":
            flow_controls.take(of=rest)
        case "view":
            flow_controls.take(view=rest, sort="")
        case "all":
            session.change_own(PAGE, Asked(view=asked.view))
        case "wider":
            flow_controls.take(first="", last="")
        case "rumoured":
            session.change(replace(session.state(), level=Level.ALL))
        case "show":
            _bring(tuple(rest.split(" ")))
        case _:
            going.follow(action)


def _bring(people: tuple[str, ...]) -> None:
    """Explore, with these people selected, they and their neighbours drawn, and nobody else."""
    state: State = session.state().select(people)
    session.go(session.EXPLORE, replace(state, opened=people, whole=False, kinds=(), path=()))
