"""Explore: search, the network, and the dossier of what is selected."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from graph.errors import NotFound
from graph.model.days import day_of
from graph.queries.dossier import show
from graph.queries.layout import positions
from graph.queries.neighbourhood import Neighbourhood, neighbourhood
from graph.queries.subgraph import Subgraph
from graph.settings import settings
from graph.store.base import View
from talentgraph.ui import controls, going, ledger, notices, session
from talentgraph.ui.component import Block, mount, pressed
from talentgraph.ui.dossier import dossier_blocks, edge_blocks, first_visit
from talentgraph.ui.network import count_text, network_data
from talentgraph.ui.state import State

_NETWORK, _DOSSIER = "network", "dossier"


def draw() -> None:
    """One run of the page. Whatever is pressed changes the state in a callback, before the next run."""
    state = session.state()
    view = ledger.view(state.scope)
    bar = st.container(key="bar", horizontal=True, gap="small")
    with bar:
        controls.draw(state, view)
    notice = st.container(key="notice")
    work = st.container(key="work", horizontal=True, gap="medium")
    left, right = work.container(key="left", width="stretch"), work.container(key="right", width=392)
    picture = _picture(view, state)
    with bar:
        controls.share(picture.graph)
    with notice:
        notices.draw(state, view, picture.around)
    with left:
        _network(state, picture)
    with right:
        _dossier(view, state, picture)
    session.write_address(state)


@dataclass(frozen=True, slots=True)
class _Picture:
    around: Neighbourhood
    graph: Subgraph


def _picture(view: View, state: State) -> _Picture:
    """What was opened, and unless only that is wanted, the best connected of the whole ledger."""
    around = _around(view, state)
    graph = around.subgraph(view)
    placed = positions(_timeless(state, graph), fixed=session.positions())
    session.positions().update(placed)
    session.drawn().clear()
    session.drawn().update(card.id for card in graph.entities)
    return _Picture(around, replace(graph, positions=placed))


def _timeless(state: State, graph: Subgraph) -> Subgraph:
    """The picture without its day: where a name stands does not depend on the day looked at."""
    if state.true_on is None:
        return graph
    view = ledger.view(replace(state, true_on=None).scope)
    return _around(view, state).subgraph(view)


def _around(view: View, state: State) -> Neighbourhood:
    opened = neighbourhood(view, state.opened, 1, kinds=state.kinds) if state.opened else None
    if opened and not state.whole:
        return opened
    known = [card.id for card in ledger.everyone(view) if not state.kinds or card.kind in state.kinds]
    first = known[: settings().first_nodes]
    selected = [state.at] if state.at in known else []
    return neighbourhood(view, [*dict.fromkeys((*(opened.distance if opened else ()), *selected, *first))], 0)


def _network(state: State, picture: _Picture) -> None:
    months = ledger.months(picture.graph.version)
    graph, undated = picture.graph, picture.around.undated
    everyone = len(set(ledger.names(graph.version).values()))
    data = network_data(
        graph, state.at, months, count=count_text(graph, everyone, undated), asked=session.asked()
    )
    mount("network", data, _NETWORK, on_select_change=_select, on_expand_change=_expand, on_day_change=_day)


def _select() -> None:
    session.change(replace(session.state(), at=pressed(_NETWORK, "select")))


def _expand() -> None:
    session.change(session.state().expand(pressed(_NETWORK, "expand")))


def _day() -> None:
    day = pressed(_NETWORK, "day")
    session.change(replace(session.state(), true_on=None if day == "any" else day_of(day)))


def _dossier(view: View, state: State, picture: _Picture) -> None:
    blocks = _blocks(view, state, picture)
    data = {"blocks": blocks, "of": state.at, "look": "panel"}
    mount("sheet", data, _DOSSIER, on_open_change=_open, on_act_change=_act)


def _blocks(view: View, state: State, picture: _Picture) -> list[Block]:
    edge = next((row for row in picture.graph.edges if row.address == state.at), None)
    if edge:
        return edge_blocks(picture.around, edge)
    if not state.at:
        return first_visit(view)
    try:
        return dossier_blocks(show(view, state.at, ledger.store().view), picture.around, state)
    except NotFound as error:
        return [notices.not_here(error)]


def _open() -> None:
    """A name was pressed: it is selected, and drawn if it is not yet."""
    session.select(pressed(_DOSSIER, "open"))


def _act() -> None:
    word, _, id_ = pressed(_DOSSIER, "act").partition(" ")
    state = session.state()
    match word:
        case "look":
            session.select(id_)
        case "expand":
            session.change(state.expand(id_), fit=True)
        case "fold":
            session.change(replace(state, opened=tuple(each for each in state.opened if each != id_)))
        case "only":
            session.change(replace(state, opened=(id_,), whole=False), fit=True)
        case "all":
            session.change(replace(state, opened=(), whole=True), fit=True)
        case _:
            going.follow(f"{word} {id_}")
