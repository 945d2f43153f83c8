"""What stands behind a number of moves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graph.queries.flows.flows import flows
from graph.store.base import View
from talentgraph.ui.flows.grid import Grid
from talentgraph.ui.flows.opened import moves

MARKET = """
    ada works_at gamma 2025-02-03/ from=alpha status=confirmed
    bob works_at gamma 2025-02-05/ from=alpha status=reported
    cyd works_at alpha 2025-04-01/ from=gamma
    gamma offered ada 2025-01 outcome=accepted amount=10m
    alpha offered ada 2025-01 outcome=countered amount=2m status=rumoured
    gamma offered cyd 2025-03 outcome=declined amount=3m
"""


def behind(view: View, origin: str, destination: str) -> list[dict[str, Any]]:
    grid = Grid(flows(view))
    return moves(view, grid.reply, "moves", grid.cell(origin, destination), "")


def test_offers_to_those_who_moved_stand_beside_the_moves(viewing: Callable[[str], View]) -> None:
    """Whoever made them, with how sure they are; offers to others do not."""
    shown = behind(viewing(MARKET), "org:alpha", "org:gamma")
    (offered,) = (block for block in shown if block.get("title") == "Offers to them")
    said = {row["text"][0]: row["status"] for row in offered["rows"]}
    assert sorted(said.values()) == ["reported", "rumoured"]
    assert any("gamma" in text and "$10 m" in text for text in said)
    assert any("alpha" in text and "$2 m" in text for text in said)
    assert not any("cyd" in text for text in said)


def test_that_no_offer_is_known_is_said(viewing: Callable[[str], View]) -> None:
    """A number without offers says so: that nobody looked is something else."""
    without = "\n".join(line for line in MARKET.splitlines() if "offered" not in line)
    shown = behind(viewing(without), "org:alpha", "org:gamma")
    assert {"type": "note", "text": ["No offer to any of them is known."]} in shown


@pytest.mark.parametrize(("who", "status"), [("ada", "confirmed"), ("bob", "reported")])
def test_each_move_says_whether_it_is_confirmed(
    viewing: Callable[[str], View], who: str, status: str
) -> None:
    """How sure it is and what its sources say are two things."""
    shown = behind(viewing(MARKET), "org:alpha", "org:gamma")
    (counted,) = (block for block in shown if block.get("title") == "Counted")
    text = next(row["text"] for row in counted["rows"] if row["id"] == f"person:{who}")
    assert text == f"alpha to gamma; certain: a source says so; {status}"
