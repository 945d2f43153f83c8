"""The quarters of an organisation add up to its totals, or it is said what they leave out."""

from collections.abc import Callable

from graph.queries.answers.counting import OPEN
from graph.queries.flows.flows import flows
from graph.queries.flows.slices import Period
from graph.store.base import View
from talentgraph.ui.organisations.balance import Balance

KNOWN = """
ann works_at acme 2020/2025-02-01
ann works_at beta 2025-02-02/..
bob works_at beta 2020/2025-02-20
bob works_at acme 2025-03-01/..
"""
ASTRIDE = """
cai works_at acme 2020/2025-03-01
cai works_at beta [2025-03-02..2025-05-01]/.. from=acme
"""


def quarters(view: View) -> Balance:
    return Balance("org:acme", flows(view, "acme", window=OPEN, period=Period.QUARTER))


def test_quarters_that_hold_all_say_nothing(viewing: Callable[[str], View]) -> None:
    """One came and one left, each in a quarter."""
    moved = quarters(viewing(KNOWN))
    assert [(q.came, q.left) for q in moved.quarters] == [(1, 1)]
    assert not moved.outside


def test_what_spans_quarters_is_said(viewing: Callable[[str], View]) -> None:
    """Two left; the arrival of one may lie in either of two quarters, so that neither counts it."""
    moved = quarters(viewing(KNOWN + ASTRIDE))
    assert moved.total("out").n == 2
    assert sum(q.left for q in moved.quarters) == 1
    assert moved.outside == "1 more left: earlier, or by dates that span more than one quarter."
