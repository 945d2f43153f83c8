"""The rows above the flows: the view, then which way, of whom, when, and how it is counted."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from graph.errors import BadQuestion, NotFound
from graph.model.days import DAYS_IN_A_MONTH
from graph.model.entities import kind_of
from graph.queries.answers.counting import Rollup
from graph.queries.network.search import find
from graph.settings import settings
from graph.store.base import View
from talentgraph.ui import ledger, session, window
from talentgraph.ui.explore import controls
from talentgraph.ui.flows.asked import (
    LIFTOUTS,
    MATRIX,
    MOST_DAYS,
    MOST_MONTHS,
    MOST_PEOPLE,
    OFFERS,
    PAGE,
    RATES,
    RETENTION,
    SANKEY,
    Asked,
    asked_from,
)

_VIEWS = {
    MATRIX: "Matrix",
    SANKEY: "Sankey",
    RATES: "Rates",
    RETENTION: "Retention",
    LIFTOUTS: "Lift-outs",
    OFFERS: "Offers",
}
_WAYS = {"": "In and out", "into": "Into", "out": "Out of"}
_BY = {Rollup.COMPANY: "Companies, with their labs", Rollup.LAB: "Each lab apart"}
_EVERYBODY = "All organisations"
_ONE_WAY = (RATES, RETENTION, OFFERS)
WITH_TABLE = (MATRIX, SANKEY, RETENTION, OFFERS)
"""Views with a picture that a table can stand for."""


def held() -> Asked:
    return session.own(PAGE, asked_from)


def take(**parts: Any) -> None:
    """Called in callbacks: another question."""
    session.change_own(PAGE, held().changed(**parts))


def view_control(asked: Asked) -> None:
    st.session_state["flow-view"] = asked.view
    st.segmented_control(
        "View",
        list(_VIEWS),
        format_func=_VIEWS.__getitem__,
        key="flow-view",
        label_visibility="collapsed",
        required=True,
        on_change=lambda: take(view=st.session_state["flow-view"], sort=""),
    )


def table_control(asked: Asked) -> None:
    """The picture as a table, and back."""
    if asked.view in WITH_TABLE and (asked.of or asked.view != RETENTION):
        label = "Show as picture" if asked.table else "Show as table"
        icon = ":material/bar_chart:" if asked.table else ":material/table_rows:"
        st.button(
            label, icon=icon, key="flow-table", on_click=lambda: take(table=not asked.table, cell=asked.cell)
        )


def question(view: View, asked: Asked) -> None:
    """At most four controls, in the order of a sentence."""
    if asked.view not in _ONE_WAY:
        _way(asked)
    _organisation(view, asked)
    if asked.view != OFFERS:
        _window(view, asked)
        _counting(asked)


def _way(asked: Asked) -> None:
    st.session_state["flow-way"] = asked.way
    st.selectbox(
        "Way",
        list(_WAYS),
        format_func=_WAYS.__getitem__,
        key="flow-way",
        label_visibility="collapsed",
        disabled=not asked.of,
        on_change=lambda: take(way=st.session_state["flow-way"]),
        width=112,
    )


def _organisation(view: View, asked: Asked) -> None:
    names = {name: id_ for name, id_ in ledger.names(view.version).items() if kind_of(id_) == "org"}
    known = {id_: name for name, id_ in reversed(names.items())}
    st.session_state["flow-of"] = known.get(asked.of, asked.of) or None
    options = list(names)
    if asked.of and asked.of not in known:
        options = [asked.of, *options]
    st.selectbox(
        "Organisation",
        options,
        key="flow-of",
        index=None,
        placeholder=_EVERYBODY,
        label_visibility="collapsed",
        accept_new_options=True,
        on_change=_take_organisation,
        width=232,
    )


def _take_organisation() -> None:
    text = st.session_state["flow-of"]
    if not text:
        take(of="", way="")
        return
    view = ledger.view(session.state().clocks)
    try:
        id_ = ledger.names(view.version).get(text) or find(view, text, ("org",)).id
    except (NotFound, BadQuestion) as error:
        st.session_state[controls.MISSED] = str(error)
    else:
        take(of=id_)


def _window(view: View, asked: Asked) -> None:
    label = "Hired" if asked.view == RETENTION else "Arrived"
    said = asked.window_text or "any time"
    window.draw(f"{label}: {said}", (asked.first, asked.last), view.version, take)


def _counting(asked: Asked) -> None:
    """What else the numbers of this view depend on."""
    with st.popover(_counting_label(asked), icon=":material/tune:"):
        if asked.view == RETENTION:
            _number(
                "Still there after so many months", "months", asked.months, _usual_months(), (1, MOST_MONTHS)
            )
            return
        st.session_state["flow-by"] = asked.by
        st.radio(
            "Count as one employer",
            list(_BY),
            format_func=_BY.__getitem__,
            key="flow-by",
            on_change=lambda: take(by=st.session_state["flow-by"]),
        )
        if asked.view == LIFTOUTS:
            _group(asked)


def _counting_label(asked: Asked) -> str:
    if asked.view == RETENTION:
        months = asked.months or _usual_months()
        return f"After {months} month{'s' if months > 1 else ''}"
    by = "By company" if asked.by is Rollup.COMPANY else "By lab"
    if asked.view != LIFTOUTS:
        return by
    usual = settings()
    people = asked.people or usual.liftout_people
    days = usual.liftout_days if asked.days is None else asked.days
    return f"{by}: {people} people in {days} days"


def _group(asked: Asked) -> None:
    usual = settings()
    _number("People at least", "people", asked.people, usual.liftout_people, (2, MOST_PEOPLE))
    _number("Within so many days", "days", asked.days, usual.liftout_days, (0, MOST_DAYS))
    st.session_state["flow-deals"] = asked.without_deals
    st.checkbox(
        "Without moves that a deal brought",
        key="flow-deals",
        on_change=lambda: take(without_deals=st.session_state["flow-deals"]),
    )


def _usual_months() -> int:
    return max(1, round(settings().horizon_days / DAYS_IN_A_MONTH))


def _number(label: str, part: str, given: int | None, usual: int, bounds: tuple[int, int]) -> None:
    key = f"flow-{part}"
    st.session_state[key] = usual if given is None else given
    st.number_input(
        label,
        min_value=bounds[0],
        max_value=bounds[1],
        step=1,
        key=key,
        on_change=partial(_take_number, part, key, usual),
    )


def _take_number(part: str, key: str, usual: int) -> None:
    value = int(st.session_state[key])
    take(**{part: None if value == usual else value})
