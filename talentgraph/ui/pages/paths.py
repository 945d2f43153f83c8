"""Paths: how two names, or lists of names, are connected; as rails, and in words beside them."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from graph.errors import BadQuestion, NotFound
from graph.queries.network.paths import Paths, paths
from graph.store.base import View
from talentgraph.ui import bar, going, ledger, notices, session
from talentgraph.ui.component import Block
from talentgraph.ui.explore import controls
from talentgraph.ui.paths import rails, twin, why
from talentgraph.ui.paths.controls import controls_of
from talentgraph.ui.paths.routes import PAGE, Route, route_from


def draw() -> None:
    state, route = session.state(), session.own(PAGE, route_from)
    view = ledger.view(state.clocks)
    row = st.container(key="route", horizontal=True, gap="small", vertical_alignment="bottom")
    notice = st.container(key="notice")
    with row:
        controls_of(view, route)
        controls.clocks(state)
    _answer(row, view, route)
    with notice:
        notices.draw(state, view, problems=route.problems, links=True)
    session.write_address(state, route.parts())


def _answer(row: DeltaGenerator, view: View, route: Route) -> None:
    if not route.starts or not route.ends:
        going.sheet([_start(view, route)], "paths-empty", _act)
        return
    try:
        reply = _asked(view, route)
    except NotFound as error:
        going.sheet([notices.not_here(error)], "paths-empty", _act)
        return
    except BadQuestion as error:
        fact, hint = error.fact, error.hint
        going.sheet([{"type": "empty", "fact": fact, "hint": hint, "buttons": []}], "paths-empty", _act)
        return
    with row:
        bar.share(lambda: reply.subgraph(view), {"Paths": lambda: twin.as_file(reply)}, route.parts())
    if not reply.paths:
        going.sheet(why.no_path(reply, route), "paths-empty", _act)
        return
    _found(reply, route)


def _asked(view: View, route: Route) -> Paths:
    return paths(
        view,
        route.starts,
        route.ends,
        route.mode,
        k=route.paths,
        hops=route.hops,
        hub=route.hub,
        without=route.without,
        kinds=route.kinds,
        relations=route.relations,
        reopen=ledger.store().view,
    )


def _found(reply: Paths, route: Route) -> None:
    chosen = min(route.chosen, len(reply.paths))
    work = st.container(key="work", horizontal=True, gap="large")
    with work.container(key="left", width="stretch"):
        drawn = twin.twin(reply, chosen, route.order) if route.as_table else rails.rails(reply, chosen)
        parts = [*drawn, *why.cuts(reply, route)]
        going.sheet(parts, "rails", _act, of=str(route.parts()))
    with work.container(key="right", width=434):
        going.sheet(rails.words(reply, chosen, as_table=route.as_table), "in-words", _act, of=str(chosen))


def _start(view: View, route: Route) -> Block:
    """Nothing asked yet: what to do, and examples out of this ledger."""
    best = [card for card in ledger.everyone(view) if card.kind == "person" and not card.anonymous]
    pairs = zip(best[0:6:2], best[1:6:2], strict=False)
    buttons = [
        {"label": f"{first.name} to {second.name}", "action": f"example {first.id} {second.id}"}
        for first, second in pairs
    ]
    lacking = "To" if route.starts else "From" if route.ends else "From and To"
    hint = f"Pick {lacking} above: the answer follows by itself. Or open an example."
    return {"type": "empty", "fact": "Two names", "hint": hint, "buttons": buttons}


def _act(action: str) -> None:
    word, _, rest = action.partition(" ")
    route = session.own(PAGE, route_from)
    match word:
        case "table":
            session.change_own(PAGE, replace(route, as_table=not route.as_table))
        case "sort":
            session.change_own(PAGE, replace(route, order=rest))
        case "choose":
            session.change_own(PAGE, replace(route, chosen=int(rest)))
        case "example":
            first, second = rest.split(" ")
            session.change_own(PAGE, replace(route, starts=(first,), ends=(second,)))
        case "all":
            session.change_own(PAGE, Route())
        case "widen":
            session.change_own(PAGE, why.widened(route, rest))
            session.change(why.wider(session.state(), rest))
        case "red":
            going.path_in_network(tuple(rest.split(" ")))
        case _:
            going.follow(action)
