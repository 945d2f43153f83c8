"""What the network in the browser is told to select and to show, and what it knows already.

The browser draws a selection and a day before Python hears of them. Telling them back would send the whole
picture again, so only what changed elsewhere is told: a search, a notice, a step back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from talentgraph.ui.component import Block
from talentgraph.ui.explore import history
from talentgraph.ui.state import State

_TOLD, _KNOWN, _OFFERED, _SAVED = "told", "known to the browser", "offered", "saved"
_COLOURS_ASKED = "colours asked"


@dataclass(frozen=True, slots=True)
class Told:
    """`number` grows with each order, `fit` with each wish to look at what is selected.

    `choose` is an entity whose ways to expand are to be offered, `save` a kind of picture to be saved.
    """

    number: int = 0
    fit: int = 0
    selected: tuple[str, ...] = ()
    day: int | None = None
    colour: str = "kind"
    choose: str = ""
    save: str = ""

    def as_json(self) -> Block:
        return {
            "n": self.number,
            "fit": self.fit,
            "at": list(self.selected),
            "day": self.day,
            "colour": self.colour,
            "asked": st.session_state.get(_COLOURS_ASKED, 0),
            "choose": self.choose,
            "save": self.save,
            "undo": history.can_undo(),
            "redo": history.can_redo(),
        }


def tell(state: State, fit: int) -> Told:
    """The order to give in this run: the last one again, unless there is something new."""
    told: Told = st.session_state.get(_TOLD, Told())
    knows = st.session_state.get(_KNOWN)
    choose, save = st.session_state.pop(_OFFERED, ""), st.session_state.pop(_SAVED, "")
    if choose or save or knows != _known(state):
        told = Told(told.number + 1, fit, state.selected, state.true_on, state.colour, choose, save)
    else:
        told = replace(told, fit=fit, colour=state.colour)
    st.session_state[_TOLD] = told
    st.session_state[_KNOWN] = _known(state)
    return told


def _known(state: State) -> tuple[tuple[str, ...], int | None, str]:
    return state.selected, state.true_on, state.colour


def heard(state: State) -> None:
    """Called in callbacks: the browser itself selected this, set this day, or these colours."""
    st.session_state[_KNOWN] = _known(state)


def offer(id_: str) -> None:
    """Called in callbacks: let the visitor choose how to expand an entity."""
    st.session_state[_OFFERED] = id_


def save(kind: str) -> None:
    """Called in callbacks: let the browser save its picture, as svg or png."""
    st.session_state[_SAVED] = kind


def ask_colour() -> None:
    """Called in callbacks: let the browser tell its colours, which it changes without a word."""
    st.session_state[_COLOURS_ASKED] = st.session_state.get(_COLOURS_ASKED, 0) + 1
