"""Mounting the two components that the package ships: `network` and `sheet`.

Registered while a page runs, never at import: each Streamlit runtime has a registry of its own. The built
files carry a hash in their names, since they are served without a validator.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager

Block = dict[str, Any]
"""JSON values for the browser: a block of a sheet, a node or an edge of a network."""


_registered: WeakKeyDictionary[object, dict[str, Callable[..., object]]] = WeakKeyDictionary()


def mount(name: str, data: Block, key: str, **on_trigger: Callable[[], None]) -> None:
    """Draw `talentgraph.<name>`. Callbacks are given as `on_<trigger>_change`.

    In a tuple Streamlit looks for no data frames, for which it would load pandas before the first page.
    """
    _component(name)(key=key, data=(data,), **on_trigger)


def _component(name: str) -> Callable[..., object]:
    mine = _registered.setdefault(get_bidi_component_manager(), {})
    if name not in mine:
        mine[name] = st.components.v2.component(
            f"talentgraph.{name}", html=f'<div class="{name}"></div>', css=f"{name}-*.css", js=f"{name}-*.js"
        )
    return mine[name]


def pressed(key: str, trigger: str) -> str:
    """Inside a callback: the value that came with the trigger, empty if another one fired."""
    return str(st.session_state[key].get(trigger) or "")
