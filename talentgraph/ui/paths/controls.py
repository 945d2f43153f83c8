"""The row above the paths: from, swap, to, way of connecting, filters. The answer follows every choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from graph.errors import BadQuestion, NotFound
from graph.model.relations import RELATIONS
from graph.queries.network.search import find
from graph.settings import settings
from graph.store.base import PathMode, View
from talentgraph.ui import ledger, session
from talentgraph.ui.explore import controls
from talentgraph.ui.paths.routes import MOST_HOPS, MOST_HUB, PAGE, Route, route_from

_WAYS: dict[PathMode, str] = {
    "any": "Any",
    "together": "Together",
    "in_order": "In order",
    "at_once": "At once",
}
_HELP = (
    "Any: every link counts. Together: people who were at one place at the same time. "
    "In order: dates never run back along the path. At once: all links were true on one day."
)
_WIDTH = 208


def controls_of(view: View, route: Route) -> None:
    _end(view, "From", "starts", route.starts)
    st.button(
        "Swap From and To",
        icon=":material/swap_horiz:",
        key="swap",
        help="Swap From and To",
        on_click=_swap,
    )
    _end(view, "To", "ends", route.ends)
    st.session_state["way"] = route.mode
    st.segmented_control(
        "Way of connecting",
        list(_WAYS),
        format_func=_WAYS.__getitem__,
        key="way",
        help=_HELP,
        required=True,
        on_change=_take_way,
    )
    _filters(view, route)


def _end(view: View, label: str, side: str, held: Sequence[str]) -> None:
    """The first name of one end; further ones are in Filters."""
    names = ledger.names(view.version)
    known = {id_: name for name, id_ in reversed(names.items())}
    key = f"end-{side}"
    st.session_state[key] = known.get(held[0], held[0]) if held else None
    options = list(names)
    if held and held[0] not in known:
        options = [held[0], *options]
    st.selectbox(
        label,
        options,
        key=key,
        index=None,
        placeholder="Pick or type a name…",
        accept_new_options=True,
        on_change=partial(_take_end, side),
        width=_WIDTH,
    )


def _route() -> Route:
    return session.own(PAGE, route_from)


def _take(part: str, value: object) -> None:
    session.change_own(PAGE, _route().changed(part, value))


def _take_end(side: str) -> None:
    text = st.session_state[f"end-{side}"]
    rest = getattr(_route(), side)[1:]
    if not text:
        _take(side, rest)
        return
    view = ledger.view(session.state().clocks)
    try:
        id_ = ledger.names(view.version).get(text) or find(view, text).id
    except (NotFound, BadQuestion) as error:
        st.session_state[controls.MISSED] = str(error)
    else:
        _take(side, tuple(dict.fromkeys((id_, *rest))))


def _swap() -> None:
    route = _route()
    session.change_own(PAGE, replace(route, starts=route.ends, ends=route.starts, chosen=1))


def _take_way() -> None:
    _take("mode", st.session_state["way"] or "any")


def _filters(view: View, route: Route) -> None:
    count = route.filters
    with st.popover(f"Filters: {count}" if count else "Filters", icon=":material/tune:"):
        controls.evidence(session.state())
        edges = {name: relation.label for name, relation in RELATIONS.items() if relation.is_edge}
        _several("Relations", "relations", edges, route.relations)
        _several("Kinds of names between", "kinds", controls.KIND_NAMES, route.kinds)
        known = {id_: name for name, id_ in reversed(ledger.names(view.version).items())}
        _several("Without these names", "without", known, route.without)
        _several("Also from", "starts", known, route.starts[1:], first=True)
        _several("Also to", "ends", known, route.ends[1:], first=True)
        usual = settings()
        _number("Steps at most", "hops", route.hops, usual.hops, MOST_HOPS)
        _number("Paths at most", "paths", route.paths, usual.paths, usual.paths_max)
        _number("Pass over names with more links than", "hub", route.hub, usual.hub_edges, MOST_HUB)


def _several(label: str, part: str, known: dict[str, str], held: Sequence[str], first: bool = False) -> None:
    """`first`: the part has one name more, which is picked outside."""
    key = f"some-{part}"
    st.session_state[key] = [each for each in held if each in known]
    st.multiselect(
        label,
        list(known),
        key=key,
        format_func=known.__getitem__,
        placeholder="All" if part in ("relations", "kinds") else "No name",
        on_change=partial(_take_several, part, key, first),
    )


def _take_several(part: str, key: str, first: bool) -> None:
    kept = getattr(_route(), part)[:1] if first else ()
    _take(part, tuple(dict.fromkeys((*kept, *st.session_state[key]))))


def _number(label: str, part: str, held: int | None, usual: int, most: int) -> None:
    key = f"most-{part}"
    st.session_state[key] = held or usual
    st.number_input(
        label, min_value=1, max_value=most, step=1, key=key, on_change=partial(_take_number, part, key, usual)
    )


def _take_number(part: str, key: str, usual: int) -> None:
    value = int(st.session_state[key])
    _take(part, None if value == usual else value)
