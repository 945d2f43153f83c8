"""What was done to the picture by hand, one step after the other, so that it can be taken back."""

from __future__ import annotations

import streamlit as st

from talentgraph.ui.state import ByHand

_PAST, _FUTURE = "past", "future"
_MOST = 100


def note(before: ByHand, after: ByHand) -> None:
    """Remember a step, if it is one. What was taken back before it cannot be done again."""
    if before == after:
        return
    _steps(_PAST).append(before)
    del _steps(_PAST)[:-_MOST]
    _steps(_FUTURE).clear()


def back(now: ByHand) -> ByHand:
    """The picture before the last step; as it is where there was none."""
    return _move(_PAST, _FUTURE, now)


def forth(now: ByHand) -> ByHand:
    return _move(_FUTURE, _PAST, now)


def can_undo() -> bool:
    return bool(_steps(_PAST))


def can_redo() -> bool:
    return bool(_steps(_FUTURE))


def _move(from_: str, to: str, now: ByHand) -> ByHand:
    if not _steps(from_):
        return now
    _steps(to).append(now)
    return _steps(from_).pop()


def _steps(which: str) -> list[ByHand]:
    held: list[ByHand] = st.session_state.setdefault(which, [])
    return held
