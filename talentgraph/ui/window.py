"""A window of time: years to press, or two dates to write; and its parts of an address."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from graph.errors import BadQuestion
from graph.model.text import first_upper
from graph.queries.answers.counting import Window
from talentgraph.ui import ledger
from talentgraph.ui.address import Reader
from talentgraph.ui.explore import controls

_YEARS = 6
_YEAR, _FROM, _UNTIL = "window-year", "window-from", "window-until"
Take = Callable[..., None]
"""Called in callbacks with `first` and `last`."""


def draw(label: str, window: tuple[str, str], version: int, take: Take) -> None:
    """`window`: first and last date as written, empty for no bound."""
    first, last = window
    st.session_state[_FROM], st.session_state[_UNTIL] = first, last
    with st.popover(label, icon=":material/date_range:"):
        years = _years(version)
        whole = first == last and first in years
        st.session_state[_YEAR] = first if whole else None
        st.pills("A year", years, key=_YEAR, on_change=_take_year, args=(take,))
        hint = "2025, 2025-06 or 2025-06-12"
        st.text_input("From", key=_FROM, placeholder=hint, on_change=_take_dates, args=(take,))
        st.text_input("Until", key=_UNTIL, placeholder=hint, on_change=_take_dates, args=(take,))
        st.caption("Both days are in the window. Empty: no bound.")


def read(part: Reader) -> tuple[str, str]:
    """The parts `from` and `until`; an end before the start is told as a problem and left out."""
    first, last = part.read("from", _a_date, ""), part.read("until", _a_date, "")
    try:
        Window.between(first, last)
    except BadQuestion:
        part.problems.append("until")
        return first, ""
    return first, last


def _a_date(text: str) -> str:
    """A year, month or day as text."""
    try:
        Window.between(text, text)
    except BadQuestion as error:
        raise ValueError(text) from error
    return text


@st.cache_data(max_entries=4, show_spinner=False)
def _years(version: int) -> list[str]:
    """The last years in which a claim lies, the latest last."""
    months = ledger.months(version)
    return sorted({str(month["day"])[:4] for month in months if month["claims"]})[-_YEARS:]


def _take_year(take: Take) -> None:
    year = st.session_state[_YEAR] or ""
    take(first=year, last=year)


def _take_dates(take: Take) -> None:
    first, last = (st.session_state[key].strip() for key in (_FROM, _UNTIL))
    try:
        Window.between(first, last)
    except BadQuestion as error:
        st.session_state[controls.MISSED] = f"{first_upper(error.fact)} {error.hint}"
    else:
        take(first=first, last=last)
