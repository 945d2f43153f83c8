"""Stocks and rates by their definitions: worked out by hand, with bounds where dates are ranges."""

from math import inf

import pytest
from asking import Holding, ask
from making import day

from graph.queries.answers.counting import OPEN, Range, Spell, Window, read
from graph.queries.flows.feeders import employers, schools
from graph.queries.flows.measures import DEFINITIONS, Measure, interval_text, ratio_text
from graph.queries.flows.parts import Asked
from graph.queries.flows.rates import (
    attrition,
    current_tenure,
    ends,
    ever_flow,
    exposure,
    hazard_ratio,
    headcount,
    migration_rate,
    months_before,
    starts,
)

LEDGER = """
ann works_at acme 2024-01-01/2025-01-01
bob works_at acme 2024-03/2024-12
cai works_at acme 2024-06-15/..
dan works_at acme
eve works_at acme /[..2024-05-01]
fay works_at acme 2024-02-10/
fay works_at beta 2024-10-05/..
cai works_at beta 2020/2024-06-01
gil works_at beta 2019/2022
gil works_at acme 2024-07-01/.. from=beta|gamma
cai studied_at mit 2012/2016
cai studied_at eth 2016/2019
gil studied_at mit 2010
"""
NOW = day("2026-06-30")


def spells(holding: Holding, org: str = "org:acme") -> tuple[Spell, ...]:
    return read(ask(holding(LEDGER)), organisations=[org]).spells


def bounds(measure: Measure) -> tuple[object, object, object]:
    return measure.lo, measure.mid, measure.hi


def counts(n: int, cases: int = 100) -> Measure:
    """A number of person-days."""
    return Measure("exposure", n, n, n, cases, ())


def test_headcount_has_three_degrees(holding: Holding) -> None:
    """Surely there, likely there, possibly there; a stint without any date is on no day."""
    found = spells(holding)
    assert bounds(headcount(found, day("2024-03-15"))) == (1, 2, 4), "ann; fay likely; bob and eve possibly"
    assert bounds(headcount(found, day("2024-08-01"))) == (4, 5, 5), "ann, bob, cai, gil; fay likely"
    assert bounds(headcount(found, day("2024-12-15"))) == (3, 3, 5), "ann, cai, gil; bob and fay possibly"
    assert headcount(found, day("2024-08-01")).claims


def test_coverage_says_what_is_missing(holding: Holding) -> None:
    """Of six stints five have a start and two an end; one has no date."""
    covered = headcount(spells(holding), day("2024-08-01")).coverage
    assert covered is not None
    assert (covered.stints, covered.starts, covered.ends, covered.undated) == (7, 5, 2, 1)


def test_exposure_counts_days(holding: Holding) -> None:
    """Person-days of August 2024: 31 for each; open stints end with what is known now."""
    found = spells(holding)
    august = Window.between("2024-08", "2024-08")
    assert bounds(exposure(found, august, NOW)) == (124, 155, 155)
    lived = exposure(found, Window.between("2026-06-21", "2026-12"), NOW)
    assert lived.mid == 20, "cai and gil, ten days each"
    assert bounds(exposure(found, OPEN, NOW)) == (None, None, None)


def test_arrivals_and_departures_need_a_date(holding: Holding) -> None:
    """Who left at an unknown time is in no window; a range across the edge is counted apart."""
    found = spells(holding)
    assert starts(found, Window.between("2024", "2024"))[0] == Range(5, 5, 5)
    assert ends(found, Window.between("2024", "2024"))[0] == Range(1, 1, 1)
    assert ends(found, Window.between("2024-12-20", "2025"))[0] == Range(1, 1, 2)
    assert starts(found, Window.between("2024-03-10", "2024-04"))[0] == Range(0, 1, 1)


def test_attrition_is_departures_over_mean_headcount(holding: Holding) -> None:
    """On 1 January 2025: two departures in 12 months; headcounts at the firsts of 13 months sum to 42."""
    found = attrition(spells(holding), day("2025-01-01"))
    heads = [1, 1, 2, 3, 3, 3, 5, 5, 5, 5, 4, 3, 2]
    assert found.mid == pytest.approx(2 / (sum(heads) / 13))
    assert found.cases == 3
    assert found.text == "too few: 3 known, 10 needed (2 dated departures, mean headcount 3.2)"


def test_attrition_takes_leavers_from_those_it_counts(holding: Holding) -> None:
    """Who left, but of whom nobody says that they were there on any day, is beside the rate, not in it."""
    store = holding("""
        ann works_at acme 2020/..
        bob works_at acme /2024-06-10
        cai works_at acme 2023-01-01/2024-03-01
        dan works_at acme /2024-09-20
    """)
    found = read(ask(store), organisations=["org:acme"]).spells
    on = day("2025-01-01")
    assert [headcount(found, months_before(on, back)).mid for back in range(13)] == [1] * 10 + [1, 2, 2]
    assert ends(found, Window.between("2024-01-02", "2025-01-01"))[0] == Range(3, 3, 3)
    rate = attrition(found, on)
    assert bounds(rate) == (pytest.approx(1 / (15 / 13)),) * 3
    assert rate.said == "1 dated departures (not counted: 2 of people in no headcount), mean headcount 1.2"


def test_months_end_where_they_end() -> None:
    """One month before 31 March is the last of February."""
    assert months_before(day("2024-03-31"), 1) == day("2024-02-29")
    assert months_before(day("2024-03-31"), 13) == day("2023-02-28")


def test_tenure_is_a_median_of_those_who_are_there(holding: Holding) -> None:
    """On 1 September 2024: ann 244 days, fay 204, bob 154 to 184, cai 78, gil 62."""
    found = current_tenure(spells(holding), day("2024-09-01"))
    assert bounds(found) == (154, 169, 184)
    assert found.cases == 5
    assert current_tenure((), day("2024-09-01")).text == "0/0 (of 0 stints with a dated start)"


def test_ever_flow_asks_where_people_were(holding: Holding) -> None:
    """Of four known at Acme in August 2024 two were at Beta before; order and gap play no part."""
    store = holding(LEDGER)
    acme, beta, gamma = (
        read(ask(store), organisations=[id_]).spells for id_ in ("org:acme", "org:beta", "org:gamma")
    )
    found = ever_flow(beta, acme, day("2024-08-01"))
    assert (found.mid, found.cases) == (2, 5)
    assert ever_flow(acme, beta, day("2025-06-01")).mid == 1, "fay"
    assert ever_flow(gamma, acme, day("2024-08-01")).mid == 1, "gil, of whose time at Gamma nothing is dated"


def test_a_hazard_ratio_divides_by_exposure() -> None:
    """8 of 8,000 person-days against 2 of 1,000: the larger place loses half as often."""
    found = hazard_ratio(8, 2, counts(8_000), counts(1_000))
    assert found.mid == pytest.approx(0.5)
    assert found.interval is not None
    assert found.interval == pytest.approx((0.5 * 0.1997, 0.5 * 9.658), rel=0.001)
    assert hazard_ratio(3, 0, counts(100), counts(100)).mid == inf
    assert hazard_ratio(0, 0, counts(100), counts(100)).mid is None
    assert hazard_ratio(3, 1, counts(0), counts(100)).mid is None


def test_a_migration_rate_is_per_ten_thousand() -> None:
    """12 in, 2 out, 50 people for a year: 10 of 50."""
    found = migration_rate(Range(12, 12, 13), Range(2, 2, 2), counts(50 * 365), 365)
    assert bounds(found) == pytest.approx((2_000, 2_000, 2_200))
    assert found.text == "2,000 per 10,000 (12 in, 2 out, mean headcount 50.0, at most 2,200 per 10,000)"
    few = migration_rate(Range(1, 1, 1), Range(0, 0, 0), counts(365, cases=1), 365)
    assert few.text == "too few: 1 known, 10 needed (1 in, 0 out, mean headcount 1.0)"


def test_feeders_share_the_dated_hires(holding: Holding) -> None:
    """Cai and gil came from Beta, gil from Gamma too; three of five hires have no known origin."""
    sample = read(ask(holding(LEDGER)), organisations=["org:acme"])
    hires = starts(sample.spells, Window.between("2024", "2024"))[1]
    found = {
        feeder.organisation: (feeder.people, feeder.share.said)
        for feeder in employers(sample, hires, Asked())
    }
    assert found == {
        "org:beta": (("person:cai", "person:gil"), "2 of 5 dated hires"),
        "org:gamma": (("person:gil",), "1 of 5 dated hires"),
    }


def test_the_last_school_counts(holding: Holding) -> None:
    """Of two studies the later one; hires without known studies are in no share."""
    view = ask(holding(LEDGER))
    hires = starts(read(view, organisations=["org:acme"]).spells, Window.between("2024", "2024"))[1]
    found, cuts = schools(view, hires)
    assert {feeder.organisation: feeder.people for feeder in found} == {
        "org:eth": ("person:cai",),
        "org:mit": ("person:gil",),
    }
    assert cuts == ()


def test_nothing_over_nothing_is_said_as_such() -> None:
    """Ratios without a divisor are ∞, never a number; intervals run as far as chance allows."""
    assert [ratio_text(n, m) for n, m in ((8, 2), (13, 0), (0, 13))] == [
        "8 : 2 (4)",
        "13 : 0 (∞)",
        "0 : 13 (0)",
    ]
    assert interval_text((0.29, 1.0)) == "29 to 100 %"
    assert interval_text((0.5, inf), "ratio") == "0.5 to ∞"


def test_few_cases_are_counts_only() -> None:
    """Of nine cases neither ratio nor share nor rate is given, and why is said; of ten they are."""
    assert [ratio_text(n, m) for n, m in ((0, 0), (1, 0), (8, 1), (9, 1))] == [
        "0 : 0, too few for a ratio",
        "1 : 0, too few for a ratio",
        "8 : 1, too few for a ratio",
        "9 : 1 (9)",
    ]
    for name in ("attrition, 12 months", "migration rate", "hazard ratio", "feeder share"):
        assert Measure(name, 1, 1, 1, 9, ()).text == "too few: 9 known, 10 needed"
        assert not Measure(name, 1, 1, 1, 10, ()).why
    assert not Measure("headcount", 1, 1, 1, 1, ()).why


def test_rates_rest_on_the_mean_headcount() -> None:
    """Many who pass through do not make a rate: the base is how many were there at a time."""
    many = migration_rate(Range(30, 30, 30), Range(20, 20, 20), counts(9 * 365, cases=60), 365)
    assert (many.cases, many.why) == (9, "too few: 9 known, 10 needed")


def test_numbers_come_with_their_bounds() -> None:
    """A number that is sure stands alone; else with what it is at least and at most."""
    assert Measure("headcount", 31, 31, 31, 31, ()).text == "31"
    assert Measure("headcount", 12, 31, 45, 31, ()).text == "31 (at least 12, at most 45)"
    assert Measure("attrition, 12 months", 0.13, 0.13, 0.13, 40, (), "4 of 31").text == "13 % (4 of 31)"


def test_every_definition_reads_as_a_sentence() -> None:
    """Each has a unit and a text without a full stop, which the page adds."""
    assert all(definition.unit and not definition.text.endswith(".") for definition in DEFINITIONS.values())
