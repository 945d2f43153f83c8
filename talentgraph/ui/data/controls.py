"""The row above the page Data: which view, what to find, since when, what to take away."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from graph.queries.words.sentences import day_text
from graph.store.base import View
from talentgraph.ui import bar, session
from talentgraph.ui.data import changes as data_changes
from talentgraph.ui.data import own as data_own
from talentgraph.ui.data.asked import (
    CHANGES,
    LEFT_OUT,
    LOAD,
    PAGE,
    QUALITY,
    SAME,
    SETS,
    SHOWN,
    SOURCES,
    Asked,
    asked_from,
)
from talentgraph.ui.data.shown import File
from talentgraph.ui.explore import controls
from talentgraph.ui.state import State

_WIDTH = 260
_FIND = {
    SOURCES: "Find a publisher or title…",
    QUALITY: "Find an organisation…",
    LEFT_OUT: "Find a statement…",
    SAME: "Find a name…",
}
_SINCE, _SHOW = "since", "show-data"


def draw(view: View, state: State, asked: Asked) -> str:
    """All but the downloads. Gives the text by which the list is narrowed; it stays out of the address."""
    _show(asked)
    narrowed = _narrow(asked.show) if asked.show in _FIND else ""
    if asked.show == CHANGES:
        _since(asked, view)
    if asked.show in (SETS, QUALITY):
        bar.clocks(state)
    elif asked.show != LOAD:
        controls.clocks(state)
    return narrowed


def _show(asked: Asked) -> None:
    st.session_state[_SHOW] = asked.show
    st.segmented_control(
        "Show",
        list(SHOWN),
        format_func=SHOWN.__getitem__,
        key=_SHOW,
        label_visibility="collapsed",
        required=True,
        on_change=_take_show,
    )


def _take_show() -> None:
    session.change_own(PAGE, session.own(PAGE, asked_from).to(st.session_state[_SHOW]))


def _narrow(show: str) -> str:
    hint, key = _FIND[show], f"narrow-{show}"
    return st.text_input("Find", key=key, placeholder=hint, label_visibility="collapsed", width=_WIDTH)


def _since(asked: Asked, view: View) -> None:
    day = asked.since or data_changes.usual_day(view.now)
    if day is None:
        return
    with st.popover(f"Since: {day_text(day)}", icon=":material/update:"):
        controls.pick_day("Since", _SINCE, day, _take_since)
        st.caption("What came after that day, up to the day of “Known on”.")


def _take_since() -> None:
    day = st.session_state[_SINCE]
    asked = session.own(PAGE, asked_from)
    session.change_own(PAGE, asked.changed(since=day.toordinal() if day else None, every=False))


def download(tables: Mapping[str, File]) -> None:
    """Every table of the view, and the ledger itself. Files are made when they are asked for."""
    with st.popover("Download", icon=":material/download:"):
        for label, made in tables.items():
            bar.download(f"{label} (CSV)", made, f"{label.lower().replace(' ', '-')}.csv")
        _file("The whole ledger (JSON lines)", data_own.whole_ledger, "talent-graph.jsonl")


def empty_files() -> None:
    """For whoever has no set yet."""
    _file("Empty files to fill in", data_own.empty_set, "my-set.zip")


def _file(label: str, made: File, name: str) -> None:
    st.download_button(
        label,
        data=made,
        file_name=name,
        icon=":material/download:",
        on_click="ignore",
        key=f"take-{name}",
    )
