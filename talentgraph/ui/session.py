"""What one visitor has in hand: the state of the page, and where the entities stand."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from graph.queries.layout import Position
from talentgraph.ui.state import State, from_address, to_address

_STATE, _POSITIONS, _ASKED, _DRAWN = "state", "positions", "asked", "drawn"


def state() -> State:
    """As the address says on the first run, then as the visitor left it."""
    if _STATE not in st.session_state:
        st.session_state[_STATE] = from_address(st.query_params.to_dict())
    held: State = st.session_state[_STATE]
    return held


def change(new: State, *, fit: bool = False) -> None:
    """Called in callbacks. `fit`: the picture is to show what is selected."""
    st.session_state[_STATE] = new
    st.session_state[_ASKED] = asked() + fit


def asked() -> int:
    return int(st.session_state.get(_ASKED, 0))


def select(id_: str) -> None:
    """Show an entity; draw its neighbourhood too if it is not in the picture yet."""
    new = replace(state(), at=id_)
    change(new if id_ in drawn() else new.expand(id_), fit=True)


def drawn() -> set[str]:
    """The ids in the picture of the last run."""
    held: set[str] = st.session_state.setdefault(_DRAWN, set())
    return held


def positions() -> dict[str, Position]:
    """Every position given so far in this visit: what stands never moves."""
    held: dict[str, Position] = st.session_state.setdefault(_POSITIONS, {})
    return held


def write_address(shown: State) -> None:
    """Make the address say what is shown, so that a copied link opens it."""
    wanted = to_address(shown)
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)
