"""What one visitor has in hand: the state of the page, and where the entities stand."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from typing import TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from talentgraph.ui.explore import history
from talentgraph.ui.explore.openings import Place
from talentgraph.ui.state import State, from_address, shared_address, shared_from, to_address

T = TypeVar("T")
EXPLORE = "explore"
_STATE, _POSITIONS, _ASKED, _DRAWN = "state", "positions", "asked", "drawn"
_QUICK_ACTS = 8
_PAGE, _WRITTEN, _CHANGED, _GOAL, _BARE = "page", "written", "changed", "goal", "bare"


def arrive(page: str) -> None:
    """Called first in every run: take the address where somebody else than this visit wrote it.

    That is a link that was opened, or a step back or forward. A click in the navigation brings a bare
    address: both clocks, the level and the selection are kept, and are what that address means from then on.
    Whoever acts again at once brings the address of before the first act: that is no wish to go back.
    """
    address = st.query_params.to_dict()
    moved = st.session_state.get(_PAGE, page) != page
    written: deque[dict[str, str]] = st.session_state.setdefault(_WRITTEN, deque(maxlen=_QUICK_ACTS))
    late = [] if moved or _stepped() else written
    ours = st.session_state.pop(_CHANGED, False) or address in (*late, *list(written)[-1:])
    st.session_state[_PAGE] = page
    bare: dict[str, tuple[State, object]] = st.session_state.setdefault(_BARE, {})
    if moved and not address and not _stepped():
        bare[page] = state(), st.session_state.get(_own(page))
    elif _STATE not in st.session_state or not ours:
        read = _read(page, address), None
        st.session_state[_STATE], st.session_state[_own(page)] = read if address else bare.get(page, read)


def _read(page: str, address: Mapping[str, str]) -> State:
    held = st.session_state.get(_STATE, State())
    return from_address(address) if page == EXPLORE else shared_from(address, held)


def _stepped() -> bool:
    """Whether the browser went back or forward. Only the context of the run knows."""
    return bool(getattr(get_script_run_ctx(), "is_history_navigation", False))


def state() -> State:
    """As the address says on arrival, then as the visitor left it."""
    held: State = st.session_state[_STATE]
    return held


def own(page: str, read: Callable[[Mapping[str, str]], T]) -> T:
    """What only this page holds: as its address says on arrival, then as the visitor left it."""
    if st.session_state.get(_own(page)) is None:
        st.session_state[_own(page)] = read(st.query_params.to_dict())
    held: T = st.session_state[_own(page)]
    return held


def change_own(page: str, new: object) -> None:
    """Called in callbacks."""
    st.session_state[_own(page)] = new
    st.session_state[_CHANGED] = True


def _own(page: str) -> str:
    return f"own {page}"


def go(page: str, new: State, own_parts: Mapping[str, str] | None = None) -> None:
    """Called in callbacks: show another page next, in a new state."""
    change(new, fit=True)
    st.session_state[_GOAL] = page, _parts(page, new, own_parts or {})


def goal() -> tuple[str, dict[str, str]] | None:
    """The page and the address that were asked for in a callback of this run."""
    held: tuple[str, dict[str, str]] | None = st.session_state.pop(_GOAL, None)
    return held


def change(new: State, *, fit: bool = False) -> None:
    """Called in callbacks. `fit`: the picture is to show what is selected."""
    history.note(state().by_hand, new.by_hand)
    _put(new)
    st.session_state[_ASKED] = asked() + fit


def undo() -> None:
    """Called in callbacks: take back the last thing done to the picture by hand."""
    _put(state().as_by_hand(history.back(state().by_hand)))


def redo() -> None:
    _put(state().as_by_hand(history.forth(state().by_hand)))


def settle(new: State) -> None:
    """Called while a page is drawn: what the state comes to without anybody's doing."""
    st.session_state[_STATE] = new


def open_view(new: State, places: Mapping[str, Place], own_part: object) -> None:
    """Called in callbacks: show Explore as it was saved elsewhere."""
    positions(new.seed).update(places)
    change(new, fit=True)
    change_own(EXPLORE, own_part)


def _put(new: State) -> None:
    st.session_state[_STATE] = new
    st.session_state[_CHANGED] = True


def asked() -> int:
    """How often the picture was asked to show what is selected."""
    return int(st.session_state.get(_ASKED, 0))


def select(id_: str) -> None:
    """Show an entity; draw its neighbourhood too if it is not in the picture yet."""
    new = state().select([id_])
    change(new if id_ in drawn() else new.expand(id_), fit=True)


def drawn() -> set[str]:
    """The ids in the picture of the last run."""
    held: set[str] = st.session_state.setdefault(_DRAWN, set())
    return held


def positions(seed: int) -> dict[str, Place]:
    """Every position given with this seed in this visit: what stands never moves."""
    held: dict[int, dict[str, Place]] = st.session_state.setdefault(_POSITIONS, {})
    return held.setdefault(seed, {})


def write_address(shown: State, own_parts: Mapping[str, str] | None = None) -> None:
    """Make the address say what is shown, so that a copied link opens it.

    `own_parts` are those that only this page reads; empty ones are left out.
    """
    wanted = address(shown, own_parts or {})
    st.session_state[_WRITTEN].append(wanted)
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)


def address(shown: State, own_parts: Mapping[str, str]) -> dict[str, str]:
    """The parts of the address of this page when it shows this state; empty ones are left out."""
    return _parts(st.session_state[_PAGE], shown, own_parts)


def _parts(page: str, shown: State, own_parts: Mapping[str, str]) -> dict[str, str]:
    told = to_address(shown) if page == EXPLORE else shared_address(shown)
    return told | {name: value for name, value in own_parts.items() if value}
