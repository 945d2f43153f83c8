"""Explore: search, the network, and the dossier of what is selected."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import streamlit as st

from graph.errors import NotFound
from graph.model.days import day_of
from graph.queries.people.dossier import show
from graph.store.base import View
from graph.store.scope import Scope
from talentgraph.ui import going, ledger, notices, session, share
from talentgraph.ui.component import Block, mount, pressed
from talentgraph.ui.data.changed import changed_blocks
from talentgraph.ui.dossier import dossier_blocks, edge_blocks, first_visit
from talentgraph.ui.explore import controls, deeds, seen, telling
from talentgraph.ui.explore.employers import Employers
from talentgraph.ui.explore.made import link_from, made_now
from talentgraph.ui.explore.network import network_data
from talentgraph.ui.explore.openings import Pin
from talentgraph.ui.explore.path_dossier import path_blocks
from talentgraph.ui.explore.picture import Picture
from talentgraph.ui.explore.placing import written
from talentgraph.ui.explore.several import several_blocks
from talentgraph.ui.paths.routes import PAGE as PATHS
from talentgraph.ui.paths.routes import Route
from talentgraph.ui.state import State

_NETWORK, _DOSSIER = "network", "dossier"


def draw() -> None:
    """One run of the page. Whatever is pressed changes the state in a callback, before the next run."""
    link = session.own(session.EXPLORE, link_from)
    picture, employers = seen.look(link)
    state, view = session.state(), ledger.view(session.state().scope)
    made = made_now(ledger.view(Scope())).text
    bar = st.container(key="bar", horizontal=True, gap="xsmall")
    with bar:
        controls.draw(state, view)
        share.draw(state, picture, made)
    notice = st.container(key="notice")
    work = st.container(key="work", horizontal=True, gap="medium")
    left, right = work.container(key="left", width="stretch"), work.container(key="right", width=392)
    with notice:
        notices.draw(state, view, picture, link)
    with left:
        _network(state, picture, employers, view)
    with right:
        _dossier(view, state, picture)
    told = state != State()
    session.write_address(
        state,
        {
            "made": made if told else "",
            "places": written(picture.places) if picture.places != picture.usual else "",
        },
    )


def _network(state: State, picture: Picture, employers: Employers, view: View) -> None:
    months = ledger.months(picture.graph.version, state.known_on)
    told = telling.tell(state, session.asked())
    mount(
        "network",
        network_data(picture, state, told, employers, months, later=view.summary().later_claims),
        _NETWORK,
        on_select_change=_select,
        on_expand_change=_expand,
        on_day_change=_day,
        on_pin_change=_pin,
        on_act_change=_act_in_network,
    )


def _heard(trigger: str) -> Any:
    """What came with a trigger of the network. Each tells how names are coloured, too."""
    message = json.loads(pressed(_NETWORK, trigger))
    session.change(replace(session.state(), colour=message["colour"]))
    telling.heard(session.state())
    return message["value"]


def _select() -> None:
    selected = _heard("select")
    session.change(session.state().select(selected))
    telling.heard(session.state())


def _expand() -> None:
    asked = _heard("expand")
    relation, _, direction = asked["relation"].partition(" ")
    session.change(session.state().expand(asked["id"], relation, direction))


def _day() -> None:
    day = _heard("day")
    session.change(replace(session.state(), true_on=None if day == "any" else day_of(day)))
    telling.heard(session.state())


def _pin() -> None:
    moved = tuple(Pin(id_, x, y) for id_, (x, y) in _heard("pin").items())
    session.change(deeds.pin(session.state(), moved))


def _act_in_network() -> None:
    asked = _heard("act")
    _do(asked["do"], tuple(asked.get("ids", ())))


def _do(word: str, ids: tuple[str, ...]) -> None:
    if word == "undo":
        session.undo()
    elif word == "redo":
        session.redo()
    elif word in deeds.DEEDS:
        session.change(deeds.DEEDS[word](session.state(), ids), fit=word in deeds.LOOKED_AT)


def _dossier(view: View, state: State, picture: Picture) -> None:
    blocks = _blocks(view, state, picture)
    of = " ".join(state.selected or state.path)
    data = {"blocks": blocks, "of": of, "look": "panel"}
    mount("sheet", data, _DOSSIER, on_open_change=_open, on_act_change=_act)


def _blocks(view: View, state: State, picture: Picture) -> list[Block]:
    since = notices.changes_since(state)
    if since is not None:
        return changed_blocks(ledger.view(Scope()), since)
    if len(state.selected) > 1:
        return several_blocks(view, state.selected)
    if not state.at:
        return path_blocks(picture.around, state.path) if state.path else first_visit(view)
    if "|" in state.at:
        edge = next((row for row in picture.graph.edges if row.address == state.at), None)
        return edge_blocks(picture.around, edge) if edge else [notices.no_link()]
    return _of_one(view, state, picture)


def _of_one(view: View, state: State, picture: Picture) -> list[Block]:
    try:
        shown = show(view, state.at, ledger.store().view)
    except NotFound as error:
        return [notices.not_here(error)]
    return notices.unspoken(shown) or dossier_blocks(shown, picture.around, state)


def _open() -> None:
    """A name was pressed: it is selected, and drawn if it is not yet."""
    session.select(pressed(_DOSSIER, "open"))


def _act() -> None:
    action = pressed(_DOSSIER, "act")
    word, *ids = action.split(" ")
    match word:
        case "look":
            session.select(ids[0])
        case "expand" if session.state().table:
            session.change(session.state().expand(ids[0]))
        case "expand":
            telling.offer(ids[0])
        case "between":
            _paths_between(ids[0], ids[1])
        case "close-changes":
            notices.close_changes()
        case _ if word in deeds.DEEDS:
            _do(word, tuple(ids))
        case _:
            going.follow(action)


def _paths_between(one: str, other: str) -> None:
    route = Route(starts=(one,), ends=(other,))
    session.change_own(PATHS, route)
    session.go(PATHS, session.state(), route.parts())
