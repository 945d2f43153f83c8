"""What counts share: windows over dates that are ranges, stints rolled up, what is known of their dates."""

from itertools import pairwise

import pytest
from asking import Holding, ask
from hypothesis import given
from hypothesis import strategies as st
from making import day

from graph.assembly.rows import Certainty, Grade
from graph.errors import BadQuestion
from graph.model.days import FUTURE, PAST
from graph.queries.answers.counting import Held, Rollup, Window, coverage, ranged, read
from graph.settings import settings

LEDGER = """
lab part_of meta
fair part_of meta
ann works_at fair 2018-03-01/2024-05-01
ann works_at lab 2024-05-01/2025-01-01
bob works_at google 2020/..
bob works_at meta 2023-06/.. from=google
cai works_at meta
dan works_at meta 2019-01-01/..
"""
DAYS = st.integers(day("2024-01-01"), day("2026-01-01"))


def test_a_window_takes_years_months_and_days() -> None:
    """It goes from the first day of the one to the last day of the other; empty texts leave it open."""
    assert Window.between("2025-02", "2025") == Window(day("2025-02-01"), day("2025-12-31"))
    assert Window.between("2025-06-12", "2025-06-12") == Window(day("2025-06-12"), day("2025-06-12"))
    assert Window.between("", "") == Window()


@pytest.mark.parametrize("text", ["June", "2025-13", "[..2025]", "2024/2025"])
def test_what_is_no_date_is_refused(text: str) -> None:
    """A window takes one point of the calendar, and says which side it could not read."""
    with pytest.raises(BadQuestion, match="last"):
        Window.between("2020", text)


def test_a_window_that_ends_before_it_starts_is_refused() -> None:
    """Its two dates are to be swapped."""
    with pytest.raises(BadQuestion, match="Swap"):
        Window.between("2025-02", "2025-01")


def test_a_date_across_the_edge_is_told_apart() -> None:
    """Inside, outside, across the edge with its middle in or out, and with no bound at all."""
    window = Window.between("2025", "2025")

    def holds(lo: str, hi: str) -> Held | None:
        return window.holds(day(lo), day(hi))

    assert holds("2025-01-01", "2025-12-31") is Held.SURELY
    assert holds("2024-12-01", "2024-12-31") is None
    assert holds("2024-12-20", "2025-01-31") is Held.MIDDLE
    assert holds("2024-01-01", "2025-01-31") is Held.PERHAPS
    assert window.holds(PAST, day("2025-05-01")) is Held.PERHAPS
    assert Window().holds(PAST, FUTURE) is Held.SURELY


@given(st.lists(st.tuples(DAYS, DAYS).map(sorted), max_size=8), st.lists(DAYS, min_size=2, max_size=5))
def test_windows_that_follow_each_other_lose_no_middle(ranges: list[list[int]], edges: list[int]) -> None:
    """Over windows that cover all days the middle counts add up; the others are at most and at least that."""
    cuts = sorted(set(edges))
    windows = [Window(None, cuts[0]), Window(cuts[-1] + 1, None)]
    windows += [Window(a + 1, b) for a, b in pairwise(cuts)]
    counts = [ranged(window.holds(lo, hi) for lo, hi in ranges) for window in windows]
    assert sum(count.mid for count in counts) == len(ranges)
    assert all(count.lo <= count.mid <= count.hi for count in counts)
    assert sum(count.lo for count in counts) <= len(ranges) <= sum(count.hi for count in counts)


def test_a_stint_is_one_by_company_and_several_by_lab(holding: Holding) -> None:
    """Labs of one company are one stint with the outer dates; by lab each is its own."""
    view = ask(holding(LEDGER))
    (whole,) = read(view, people=["person:ann"]).spells
    assert (whole.organisation, whole.start_lo, whole.end_lo) == (
        "org:meta",
        day("2018-03-01"),
        day("2025-01-01"),
    )
    labs = read(view, people=["person:ann"], by=Rollup.LAB).spells
    assert [spell.organisation for spell in labs] == ["org:fair", "org:lab"]


def test_moves_come_graded(holding: Holding) -> None:
    """A stated move is certain; a transfer is among the moves and marked as one."""
    sample = read(ask(holding(LEDGER)))
    moves = {(row.person, row.is_transfer): grade for row, grade in sample.moves}
    assert moves == {("person:bob", False): Grade.CERTAIN, ("person:ann", True): Grade.CERTAIN}
    within = list(sample.within(Window.between("2023", "2023")))
    assert [(counted.row.person, counted.held) for counted in within] == [("person:bob", Held.SURELY)]


def test_what_nothing_dates_takes_no_part_on_any_day(holding: Holding) -> None:
    """Of an undated stint there is no day; coverage counts it."""
    spells = read(ask(holding(LEDGER)), organisations=["org:meta"]).spells
    held = {s.person for s in spells if s.holds(day("2024-01-01"), Certainty.POSSIBLE)}
    assert held == {"person:ann", "person:bob", "person:dan"}
    assert coverage(spells).text == "3 of 4 stints have a start, 1 an end"
    assert coverage(spells).undated == 1


def test_a_day_that_is_set_plays_no_part(holding: Holding) -> None:
    """Counts look at whole careers, whatever day the view shows."""
    store = holding(LEDGER)
    view = ask(store, true_on="2018-06-01")
    assert read(view, reopen=store.view).spells == read(ask(store)).spells
    assert len(read(view).spells) < len(read(ask(store)).spells)


def test_time_that_runs_out_is_said(holding: Holding, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reading without time left has no stints and says by which setting."""
    monkeypatch.setenv("TALENTGRAPH_QUERY_SECONDS", "1e-9")
    settings.cache_clear()
    try:
        sample = read(ask(holding(LEDGER)))
    finally:
        monkeypatch.undo()
        settings.cache_clear()
    assert (sample.spells, [cut.limit for cut in sample.cuts]) == ((), ["query_seconds"])
