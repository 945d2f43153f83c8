"""What is done to the picture, from the network or from a dossier: from one state to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from talentgraph.ui.explore.openings import Pin
from talentgraph.ui.state import State

Ids = tuple[str, ...]


def hide(state: State, ids: Ids) -> State:
    """Whoever is put away is selected no more."""
    rest = [id_ for id_ in state.selected if id_ not in ids]
    return replace(state.select(rest), hidden=tuple(dict.fromkeys((*state.hidden, *ids))))


def show(state: State, ids: Ids) -> State:
    """Those that were put away; all of them where none is named."""
    return replace(state, hidden=tuple(id_ for id_ in state.hidden if ids and id_ not in ids))


def fold(state: State, ids: Ids) -> State:
    return replace(state, opened=tuple(each.text for each in state.openings if each.id not in ids))


def pin(state: State, pins: tuple[Pin, ...]) -> State:
    moved = {each.id for each in pins}
    return replace(state, pins=(*(each for each in state.pins if each.id not in moved), *pins))


def unpin(state: State, ids: Ids) -> State:
    return replace(state, pins=tuple(each for each in state.pins if each.id not in ids))


def only(state: State, ids: Ids) -> State:
    """Nothing but these, with their neighbours."""
    return replace(state, opened=ids, whole=False, hidden=(), path=())


def everyone(state: State, _: Ids) -> State:
    return replace(state, opened=(), whole=True, hidden=(), path=())


def legend(state: State, signs: Ids) -> State:
    return replace(state, off=signs)


def picture(state: State, _: Ids) -> State:
    return replace(state, table=False)


def close_path(state: State, _: Ids) -> State:
    return replace(state, path=())


DEEDS: dict[str, Callable[[State, Ids], State]] = {
    "hide": hide,
    "show": show,
    "fold": fold,
    "unpin": unpin,
    "only": only,
    "all": everyone,
    "off": legend,
    "picture": picture,
    "close-path": close_path,
}
"""By the word that a button sends."""
LOOKED_AT = frozenset({"only", "all"})
"""After these the view moves to what is selected."""
