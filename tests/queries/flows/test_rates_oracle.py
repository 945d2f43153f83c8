"""Rates agree with definitions that were written down apart, over careers whose every day is known."""

from datetime import date
from fractions import Fraction
from math import inf

import pytest
import spell_oracle as oracle
from hypothesis import assume, given
from hypothesis import strategies as st
from making import claim_set

from graph.queries.answers.counting import Sample, Window, read
from graph.queries.flows.flows import flows
from graph.queries.flows.rates import attrition, current_tenure, ends, ever_flow, exposure, headcount, starts
from graph.store import open_store
from graph.store.base import View

CAREERS = oracle.careers()
DAYS = st.dates(date(2020, 6, 1), oracle.LATEST)
WINDOWS = st.tuples(DAYS, DAYS).map(sorted).map(tuple)
NOW = oracle.LATEST.toordinal()


def view_of(spells: list[oracle.Spell]) -> View:
    store = open_store(":memory:")
    with store.writer() as writer:
        writer.load(claim_set(oracle.lines(spells)))
    return store.view()


def at(view: View, org: str) -> Sample:
    return read(view, organisations=[f"org:{org}"])


def window_of(days: tuple[date, date]) -> Window:
    return Window(days[0].toordinal(), days[1].toordinal())


def test_the_oracle_finds_what_was_planted() -> None:
    """A move within the gap is found and one beyond it is not; days and heads are those of the calendar."""
    ann = ("ann", "alpha", date(2024, 1, 1), date(2024, 3, 1))
    bob = ("bob", "alpha", date(2024, 2, 1), None)
    late = ("ann", "gamma", date(2026, 1, 1), None)
    spells = [ann, bob, ("ann", "beta", date(2024, 8, 28), date(2025, 1, 1)), late]
    assert oracle.moves(spells) == [("ann", "alpha", "beta", date(2024, 8, 28))]
    assert oracle.moves(spells, gap=179) == []
    assert oracle.person_days(spells, "alpha", date(2024, 2, 28), date(2024, 3, 2)) == 6
    assert oracle.headcount(spells, "alpha", date(2024, 2, 29)) == 2
    assert oracle.attrition(spells, "alpha", date(2024, 3, 31)) == Fraction(13, 1 + 2 + 1)
    assert oracle.ever(spells, "alpha", "gamma", date(2026, 1, 1)) == 1


@given(CAREERS, DAYS, st.sampled_from(oracle.ORGS))
def test_stocks_agree(spells: list[oracle.Spell], day: date, org: str) -> None:
    """Headcount, attrition and tenure; where every day is known, likely is what was so."""
    found, on = at(view_of(spells), org).spells, day.toordinal()
    assert headcount(found, on).mid == oracle.headcount(spells, org, day)
    assert current_tenure(found, on).mid == oracle.tenure(spells, org, day)
    expected = oracle.attrition(spells, org, day)
    if expected is not None:
        assert attrition(found, on).mid == pytest.approx(float(expected))
    else:
        assert attrition(found, on).mid in {None, inf}


@given(CAREERS, WINDOWS, st.sampled_from(oracle.ORGS))
def test_exposure_agrees_day_by_day(spells: list[oracle.Spell], days: tuple[date, date], org: str) -> None:
    """Person-days counted one by one, both ends of the window included."""
    found = exposure(at(view_of(spells), org).spells, window_of(days), NOW)
    assert found.mid == oracle.person_days(spells, org, *days)


@given(CAREERS, WINDOWS)
def test_flows_and_hazards_agree(spells: list[oracle.Spell], days: tuple[date, date]) -> None:
    """Every cell is the count of moves by the rule of the gap; hazard ratios are those of the formula."""
    reply = flows(view_of(spells), window=window_of(days))
    cells = {(c.origin.split(":")[1], c.destination.split(":")[1]): c.tally.n for c in reply.cells}
    found = oracle.moves(spells)
    expected = {(a, b): oracle.flow(found, a, b, *days) for _, a, b, _ in found}
    assert {pair: n for pair, n in cells.items() if n} == {pair: n for pair, n in expected.items() if n}
    for pair in reply.pairs:
        a, b = (id_.split(":")[1] for id_ in (pair.a, pair.b))
        ratio = oracle.hazard(spells, a, b, *days)
        if ratio is not None:
            assert pair.hazard is not None
            assert pair.hazard.mid == pytest.approx(float(ratio))


@given(CAREERS, DAYS, st.permutations(oracle.ORGS))
def test_ever_flow_agrees(spells: list[oracle.Spell], day: date, orgs: list[str]) -> None:
    """Who is at one place now and was at the other at any time before."""
    view = view_of(spells)
    found = ever_flow(at(view, orgs[0]).spells, at(view, orgs[1]).spells, day.toordinal())
    assert found.mid == oracle.ever(spells, orgs[0], orgs[1], day)


@given(CAREERS, WINDOWS, st.sampled_from(oracle.ORGS))
def test_the_books_balance(spells: list[oracle.Spell], days: tuple[date, date], org: str) -> None:
    """Present at the start + arrivals − departures = present at the end, over stints dated at both ends."""
    complete = [s for s in at(view_of(spells), org).spells if s.start_dated and s.end_dated]
    assume(complete)
    evening, last = days[0].toordinal() - 1, days[1].toordinal()
    before, after = (sum(s.holds(day) for s in complete) for day in (evening, last))
    came, left = (dated(complete, window_of(days))[0] for dated in (starts, ends))
    assert before + came.lo - left.lo == after
