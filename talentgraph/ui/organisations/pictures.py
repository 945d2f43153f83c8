"""The two pictures of an organisation, or both as tables: origins and destinations, in and out by quarter."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from talentgraph.ui import charts, going
from talentgraph.ui.charts import IN, OUT
from talentgraph.ui.component import Block
from talentgraph.ui.flows import chart as flow_chart
from talentgraph.ui.flows.chart import Ribbon, Stop
from talentgraph.ui.organisations import organisation
from talentgraph.ui.organisations import people as organisation_people
from talentgraph.ui.organisations.balance import Balance
from talentgraph.ui.organisations.controls import Asked, change


def draw(moved: Balance, asked: Asked) -> None:
    flow, quarters = pair("flow")
    with flow:
        _flow(moved, asked)
    with quarters:
        _quarters(moved, asked)


def _flow(moved: Balance, asked: Asked) -> None:
    note = "press a row for the people" if asked.as_table else "press a ribbon for the people"
    head = {"type": "section", "title": "Where people came from and went", "note": note}
    twin = organisation_people.twins(moved, asked.opened, asked.order) if asked.as_table else []
    going.sheet([head, *twin], "flow", act)
    if not asked.as_table:
        _sankey(moved, asked.opened)
    going.sheet([_note(organisation.coverage(moved.reply))], "flow-foot", act)


def _quarters(moved: Balance, asked: Asked) -> None:
    head = {"type": "section", "title": "In and out by quarter", "note": "dated at arrival"}
    twin = organisation_people.quarters_table(moved, asked.order) if asked.as_table else []
    going.sheet([head, *twin], "quarters", act)
    if not asked.as_table:
        _bars(moved)
    going.sheet([_note(moved.outside)] if moved.outside else [], "quarters-foot", act)


def _note(text: str) -> Block:
    return {"type": "note", "text": [text]}


def act(action: str) -> None:
    """Called in callbacks: a row of the tables opens the people behind it, a head sorts."""
    word, _, rest = action.partition(" ")
    change(**{"order" if word == "sort" else "opened": rest})


def _sankey(moved: Balance, opened: str) -> None:
    ends = moved.ends
    tone = {True: IN, False: OUT}
    stops = [Stop(end.key, end.name, 0 if end.into else 2, tone[end.into]) for end in ends]
    middle = Stop(moved.id, moved.reply.name(moved.id), 1)
    ribbons = [
        Ribbon(end.key, _ends(end.key, middle, into=end.into), end.people, tone[end.into]) for end in ends
    ]
    said = "; ".join(f"{end.people} {'from' if end.into else 'to'} {end.name}" for end in ends)
    flow_chart.sankey(
        [*stops, middle],
        ribbons,
        f"sankey-{moved.id}",
        _take,
        chosen=opened,
        alt=f"Where people came from and went: {said}.",
    )


def _ends(key: str, middle: Stop, *, into: bool) -> tuple[str, str]:
    return (f"0 {key}", f"1 {middle.key}") if into else (f"1 {middle.key}", f"2 {key}")


def _take(key: str) -> None:
    """The middle opens nothing: the figures above do that."""
    change(opened=key if "," in key else "")


def _bars(moved: Balance) -> None:
    said = "; ".join(f"{q.label}: {q.came} in, {q.left} out" for q in moved.quarters)
    alt = f"In and out by quarter: {said}."
    st.echarts_chart(charts.bars(moved.quarters), height=300, key="bars", renderer="svg", alt=alt)


def pair(name: str) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Two columns that stack on a narrow window."""
    both = st.container(key=f"pair-{name}", horizontal=True, gap="large")
    left = both.container(key=f"left-{name}", width="stretch")
    return left, both.container(key=f"right-{name}", width=540)
