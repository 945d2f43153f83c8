"""What is done to the picture leads from one state to the next, and nothing else changes."""

from __future__ import annotations

import pytest

from talentgraph.ui.explore import deeds
from talentgraph.ui.explore.openings import Pin
from talentgraph.ui.state import State

STATE = State(
    at="org:a", group=("org:a", "org:b"), opened=("org:a", "org:a~works_at~in", "org:b"), true_on=739_000
)


def test_who_is_put_away_is_selected_no_more() -> None:
    """Hiding one of several leaves the others selected; showing brings all back, or the ones named."""
    hidden = deeds.hide(STATE, ("org:a",))
    assert hidden.selected == ("org:b",)
    assert deeds.hide(hidden, ("org:a", "org:c")).hidden == ("org:a", "org:c")
    assert deeds.show(hidden, ()).hidden == ()
    assert deeds.show(deeds.hide(hidden, ("org:c",)), ("org:a",)).hidden == ("org:c",)


def test_folding_takes_back_every_expansion_of_a_name() -> None:
    """By all relations and by one; those of others stay in their order."""
    assert deeds.fold(STATE, ("org:a",)).opened == ("org:b",)


def test_a_name_has_one_pin() -> None:
    """Dragged twice it stands where it was put last, and is then the last in order."""
    once = deeds.pin(State(), (Pin("org:a", 1, 2), Pin("org:b", 3, 4)))
    twice = deeds.pin(once, (Pin("org:a", 5, 6),))
    assert twice.pins == (Pin("org:b", 3, 4), Pin("org:a", 5, 6))
    assert deeds.unpin(twice, ("org:a",)).pins == (Pin("org:b", 3, 4),)


def test_only_these_or_everyone() -> None:
    """Nothing but a few with their neighbours, or the whole again; the day and the selection are kept."""
    few = deeds.only(STATE, ("org:b",))
    assert (few.opened, few.whole) == (("org:b",), False)
    whole = deeds.everyone(few, ())
    assert (whole.opened, whole.whole) == ((), True)
    assert whole.true_on == STATE.true_on
    assert whole.selected == STATE.selected


@pytest.mark.parametrize("word", sorted(deeds.DEEDS))
def test_every_deed_takes_any_ids(word: str) -> None:
    """A button that sends no id, or one that is not there, breaks nothing."""
    for ids in ((), ("person:nobody",)):
        assert isinstance(deeds.DEEDS[word](STATE, ids), State)
