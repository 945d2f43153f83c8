"""What the page of organisations is asked for, and the controls that ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from graph.queries.answers.counting import Window
from graph.queries.flows.flows import window_text
from graph.store.base import View
from talentgraph.ui import session, window
from talentgraph.ui.address import Reader, a_word, an_id, flag
from talentgraph.ui.explore import controls
from talentgraph.ui.organisations import balance, directory
from talentgraph.ui.state import State
from talentgraph.ui.table import Sorting, sorting

PAGE = "organisations"
USUAL = Sorting("people", falling=True)


@dataclass(frozen=True, slots=True)
class Asked:
    """How the list is sorted; what is open of one organisation: an end, a deal, tables, another beside.

    `order` is read by the tables that stand for its pictures; `first` and `last` bound a comparison,
    of which `measure` is open.
    """

    sort: Sorting = USUAL
    opened: str = ""
    deal: str = ""
    beside: str = ""
    order: str = ""
    first: str = ""
    last: str = ""
    measure: str = ""
    as_table: bool = False
    quarrels: bool = False
    people: bool = False
    problems: tuple[str, ...] = ()

    @property
    def window(self) -> Window:
        return Window.between(self.first, self.last)

    def parts(self) -> dict[str, str]:
        return {
            "sort": "" if self.sort == USUAL else str(self.sort),
            "open": self.opened,
            "deal": self.deal,
            "beside": self.beside,
            "order": self.order,
            "from": self.first,
            "until": self.last,
            "measure": self.measure,
            "table": "yes" if self.as_table else "",
            "disputed": "all" if self.quarrels else "",
            "people": "all" if self.people else "",
        }


def asked_from(address: Mapping[str, str]) -> Asked:
    part = Reader(address)
    first, last = window.read(part)
    read = Asked(
        first=first,
        last=last,
        measure=part.read("measure", a_word, ""),
        sort=part.read("sort", sorting(directory.COLUMNS), USUAL),
        opened=part.read("open", _opened, ""),
        deal=part.read("deal", an_id, ""),
        beside=part.read("beside", an_id, ""),
        order=part.read("order", a_word, ""),
        as_table=part.read("table", flag("yes"), False),
        quarrels=part.read("disputed", flag("all"), False),
        people=part.read("people", flag("all"), False),
    )
    return replace(read, problems=tuple(part.problems))


def _opened(text: str) -> str:
    """A side, or a side and another organisation, or the rest of a side."""
    side, _, end = text.partition(",")
    if side not in (balance.IN, balance.OUT):
        raise ValueError(text)
    if end not in ("", balance.REST):
        an_id(end)
    return text


def change(**changes: Any) -> None:
    """Called in callbacks."""
    session.change_own(PAGE, replace(session.own(PAGE, asked_from), **changes, problems=()))


def compare_with(view: View, state: State, asked: Asked) -> None:
    rows = directory.listed(view.version, state.clocks)
    names = {row.id: str(row.cells["name"].plain) for row in rows if row.id != state.at}
    st.session_state["compare-with"] = asked.beside if asked.beside in names else None
    st.selectbox(
        "Compare with",
        list(names),
        index=None,
        format_func=names.__getitem__,
        key="compare-with",
        placeholder="Compare with…",
        label_visibility="collapsed",
        on_change=_take_beside,
        width=190,
    )


def compared_in(view: View, asked: Asked) -> None:
    """The window of a comparison; without one it is the 12 months up to the day."""
    said = window_text(asked.window) or "the last 12 months"
    window.draw(f"Window: {said}", (asked.first, asked.last), view.version, change)


def _take_beside() -> None:
    change(beside=st.session_state["compare-with"] or "")


def filters(state: State, asked: Asked) -> None:
    st.session_state["show-as-table"] = asked.as_table
    with st.popover("Filters", icon=":material/tune:"):
        st.toggle("Show as table", key="show-as-table", on_change=_take_table)
        controls.evidence(state)


def _take_table() -> None:
    change(as_table=st.session_state["show-as-table"])
