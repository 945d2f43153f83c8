"""Judging two on the page Data: the deed itself, and the line that says what it did."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from graph.errors import NotJudged, TalentGraphError
from graph.model.text import first_upper
from graph.queries.ledger.judging import Verdict
from talentgraph import doors
from talentgraph.ui import ledger
from talentgraph.ui.component import Block

_SAID = "said of two"


@dataclass(frozen=True, slots=True)
class Said:
    """What a deed of this visitor came to. `pick` is the row that it was about."""

    pick: str
    fact: str
    hint: str = ""
    failed: bool = False


def judge(pick: str, verdict: Verdict) -> None:
    """Called in callbacks. `pick`: the ids of the two. What fails changes nothing, and is said."""
    left, _, right = pick.partition(",")
    try:
        done = doors.judge(ledger.store(), left, right, verdict)
    except NotJudged:
        said = Said(pick, "That was taken back already.")
    except TalentGraphError as error:
        fact = first_upper(error.fact)
        said = Said(pick, f"Nothing was changed. {fact}", error.hint, failed=True)
    else:
        said = Said(pick, done.text(ids=False))
    st.session_state[_SAID] = said


def forget() -> None:
    """Called in callbacks: whoever does something else has read it."""
    st.session_state.pop(_SAID, None)


def band(pick: str) -> list[Block]:
    """What was done last to these two, if anything."""
    said: Said | None = st.session_state.get(_SAID)
    if said is None or said.pick != pick:
        return []
    tone = "red" if said.failed else ""
    return [{"type": "band", "fact": said.fact, "hint": said.hint, "tone": tone, "buttons": []}]
