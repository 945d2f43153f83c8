"""Retention: each reading by hand, dates known by halves, what is missing, what others published."""

import pytest
from asking import Holding, ask
from making import day

from graph.errors import BadQuestion
from graph.model.days import iso
from graph.queries.answers.counting import Window
from graph.queries.retention.cohorts import length_of, length_text
from graph.queries.retention.retention import Retention, retention
from graph.queries.retention.stay_readings import Reading

START = "2020-01-01"
YEAR = 365


def people(*whens: str, place: str = "acme", first: int = 1) -> str:
    return "\n".join(f"p{n:02} works_at {place} {when}" for n, when in enumerate(whens, start=first))


def after(days: int) -> str:
    """The day so many days after START."""
    return iso(day(START) + days)


def reading(reply: Retention, name: str) -> Reading:
    return next(each for each in reply.readings if each.name == name)


ALL_DATED = people(*(f"{START}/{after(100 * n)}" for n in range(1, 11)))
"""Ten people hired on one day, who left after 100, 200 … 1,000 days."""


def test_everything_dated(holding: Holding) -> None:
    """Of ten, seven stay 365 days, by each reading alike; half have left after 500; nothing is missing."""
    reply = retention(ask(holding(ALL_DATED)), "acme", horizon=YEAR)
    reached, survival = reading(reply, "horizon reached"), reading(reply, "survival")
    assert (reached.stayed, reached.counted, reached.left) == (7, 10, 3)
    assert (reached.value, reached.low, reached.high) == (0.7, 0.7, 0.7)
    assert (reached.at_least, reached.at_most) == (0.7, 0.7)
    assert reached.interval == pytest.approx((0.3475, 0.9333), abs=0.0001)  # Clopper and Pearson, 7 of 10
    assert survival.value == pytest.approx(0.7)
    assert survival.counted == 10
    assert survival.interval == pytest.approx((0.4160, 0.9840), abs=0.0001)  # 0.7 ± 1.96 √(0.7 · 0.3 / 10)
    assert reading(reply, "likely survival").value == pytest.approx(0.7)
    assert (reading(reply, "time to leave").value, reading(reply, "time to leave").text) == (500, "500 days")
    assert (reply.stints, reply.cohort.ended, reply.cohort.no_start, reply.cohort.perhaps) == (10, 10, 0, 0)


def test_a_horizon_must_have_passed(holding: Holding) -> None:
    """Who was hired less than the horizon before now is not counted by the first reading, by whatever end."""
    late = people("2026-01-01/2026-02-01", "2026-01-01/..", first=11)
    reply = retention(ask(holding(f"{ALL_DATED}\n{late}")), "acme", horizon=YEAR)
    assert (reading(reply, "horizon reached").counted, len(reply.cohort.hired)) == (10, 12)
    assert [hire.fate for hire in reply.hires].count("not yet") == 2


def test_ranges_of_dates_are_read_three_ways(holding: Holding) -> None:
    """An end in December 2020 may be 335 to 365 days after the start: a year was reached at the longest."""
    text = f"{ALL_DATED}\n{people(f'{START}/2020-12', first=11)}"
    reached = reading(retention(ask(holding(text)), "acme", horizon=YEAR), "horizon reached")
    assert (reached.stayed, reached.counted) == (7, 11)
    assert (reached.low, reached.value, reached.high) == (7 / 11, 7 / 11, 8 / 11)
    assert (reached.at_least, reached.at_most) == (7 / 11, 8 / 11)
    assert reached.range_text == "64 to 73 %"


def test_an_unknown_end_is_followed_to_the_last_sight(holding: Holding) -> None:
    """Nobody is assumed to have stayed: seen 400 days later is stayed, seen earlier only is not known."""
    seen = people(f"{START}/.. @a:{after(400)}", f"{START}/.. @b:{after(30)}", f"{START}/", first=11)
    reply = retention(ask(holding(f"{ALL_DATED}\n{seen}")), "acme", horizon=YEAR)
    fates = {hire.spell.person: (hire.followed.days, hire.fate) for hire in reply.hires}
    assert fates["person:p11"] == (401, "stayed")
    assert fates["person:p12"] == (31, "not known")
    assert fates["person:p13"] == (0, "not known")
    reached = reading(reply, "horizon reached")
    assert (reached.stayed, reached.counted, len(reached.spells)) == (8, 11, 13)
    assert (reached.at_least, reached.at_most) == (8 / 13, 10 / 13)
    # at risk on day 100 are the ten and who was followed for 401 days
    assert reading(reply, "survival").value == pytest.approx(10 / 11 * 9 / 10 * 8 / 9)
    assert (reply.cohort.ended, reply.stints) == (10, 13)


def test_now_is_the_last_day_that_counts(holding: Holding) -> None:
    """Who is seen on the last day that the ledger knows of was there that day too, and no longer."""
    reply = retention(ask(holding("ann works_at acme 2020-01-01/.. @a:2020-01-10")), "acme", horizon=5)
    assert [hire.followed.days for hire in reply.hires] == [10]


def test_who_is_known_to_be_gone_has_left(holding: Holding) -> None:
    """“Former” without a date is a departure on some day between the last sight and then, on none of them."""
    text = f"{ALL_DATED}\np11 works_at acme {START}/\np11 works_at acme /[..{after(200)}]"
    reply = retention(ask(holding(text)), "acme", horizon=YEAR)
    reached = reading(reply, "horizon reached")
    assert (reached.stayed, reached.counted, reply.cohort.ended) == (7, 11, 11)
    hire = next(h for h in reply.hires if h.spell.person == "person:p11")
    assert (hire.followed.days, hire.followed.left, hire.fate) == (0, False, "left")
    assert (hire.shortest, hire.longest, hire.days_text) == (0, 200, "0 to 200 days")


def test_who_left_by_some_day_is_given_no_day(holding: Holding) -> None:
    """Where it may have been sooner or later than the horizon, nobody says that somebody left before it."""
    text = "ann works_at acme 2024/\nann works_at other 2025-08/.. from=acme"
    (hire,) = retention(ask(holding(text)), "acme", horizon=183).hires
    assert (hire.fate, hire.followed.left) == ("not known", False)
    assert (hire.shortest, hire.longest) == (0, 608)  # 1 January 2024 to 31 August 2025


def test_the_next_arrival_is_a_likely_departure(holding: Holding) -> None:
    """Who next arrives elsewhere is followed to their last sight, and likely left by that arrival."""
    text = f"{ALL_DATED}\np11 works_at acme {START}/\np11 works_at other {after(250)}/.."
    reply = retention(ask(holding(text)), "acme", horizon=YEAR)
    assert reading(reply, "survival").left == 3
    likely = reading(reply, "likely survival")
    assert (likely.left, likely.assumed, likely.counted) == (4, 1, 10)
    # departures on days 100, 200, 250 and 300 of eleven who are all followed
    assert likely.value == pytest.approx(7 / 11)


def test_recent_hires_flatter(holding: Holding) -> None:
    """Of those hired in the year to now, who are mostly still there; the older ones have no part in it."""
    fresh = people(*["2026-01-01/.."] * 9, "2026-01-01/2026-03-01", first=11)
    reply = retention(ask(holding(f"{ALL_DATED}\n{fresh}")), "acme", horizon=YEAR)
    recent = reading(reply, "recent hires still there")
    assert (recent.stayed, recent.counted, recent.left, recent.assumed) == (9, 10, 1, 0)
    assert (recent.value, recent.at_least, recent.at_most) == (0.9, 0.9, 0.9)
    assert recent.leans.startswith("high")


def test_who_was_seen_a_day_ago_may_be_gone(holding: Holding) -> None:
    """Still there at least are those seen on the last day, at most all who are not known to have left."""
    fresh = people(*["2026-01-01/.."] * 10, "2026-01-01/.. @a:2026-06-29")
    recent = reading(retention(ask(holding(fresh)), "acme", horizon=YEAR), "recent hires still there")
    assert (recent.stayed, recent.counted, recent.assumed) == (11, 10, 1)
    assert (recent.at_least, recent.at_most) == (10 / 11, 1)


def test_what_is_merely_assumed_carries_no_percentage(holding: Holding) -> None:
    """Ten hired lately, of whom nothing more is said: counts, and that nothing is known of them."""
    fresh = people(*["2026-01-01/.. @a:2026-02-01"] * 10, first=11)
    reply = retention(ask(holding(f"{ALL_DATED}\n{fresh}")), "acme", horizon=YEAR)
    recent = reading(reply, "recent hires still there")
    assert (recent.stayed, recent.left, recent.counted, recent.assumed) == (10, 0, 0, 10)
    assert (recent.value, recent.interval, recent.at_least) == (None, None, None)
    assert recent.why == "too few: 0 known, 10 needed"


def test_too_few_say_so(holding: Holding) -> None:
    """Below the setting there is no percentage, median or curve, but the counts stand."""
    reply = retention(ask(holding(people(*[f"{START}/{after(100)}"] * 9))), "acme", horizon=YEAR)
    for each in reply.readings:
        assert (each.value, each.low, each.high, each.interval, each.curve) == (None, None, None, None, ())
        assert each.why.startswith("too few")
    assert (reading(reply, "horizon reached").stayed, reading(reply, "horizon reached").counted) == (0, 9)


def test_half_may_still_be_there(holding: Holding) -> None:
    """Above one half the median is not reached, and the answer says how far it looked."""
    soon_lost = [f"{START}/.. @b:{START}"] * 5
    stayed = people(*[f"{START}/{after(100)}"] * 2, *[f"{START}/.. @a:{after(399)}"] * 10, *soon_lost)
    time = reading(retention(ask(holding(stayed)), "acme", horizon=YEAR), "time to leave")
    assert (time.value, time.low, time.high) == (None, None, None)
    assert (time.counted, len(time.spells)) == (12, 17)
    assert time.why == "not reached in the 400 days for which people enough are followed"


def test_the_cohort_and_what_cannot_be_told(holding: Holding) -> None:
    """Surely in the window, by the middle of the start's range, perhaps, and without a start."""
    text = """
    ann works_at acme 2019-05-01/2020
    bob works_at acme 2019/2020
    cai works_at acme 2018/2020
    dan works_at acme /2020
    eve works_at acme /2018
    flo works_at acme
    """
    view = ask(holding(text))
    cohort = retention(view, "acme", Window.between("2019-04", "2019-12")).cohort
    assert [spell.person for spell in cohort.hired] == ["person:ann", "person:bob"]
    assert (cohort.by_middle, cohort.perhaps, cohort.no_start) == (1, 0, 2)
    cohort = retention(view, "acme", Window.between("2018-10", "2019-03")).cohort
    assert (len(cohort.hired), cohort.perhaps, cohort.no_start) == (0, 2, 3)
    assert len(retention(view, "acme").cohort.hired) == 3


TWO_LABS = """
lab part_of acme
lab-two part_of acme
ann works_at lab 2019-01-01/2020-01-01
ann works_at lab-two 2020-01-01/2021-01-01
"""


def test_labs_count_for_their_company(holding: Holding) -> None:
    """A change of lab ends no stay at the company, and does end the one at the lab."""
    view = ask(holding(TWO_LABS))
    company, lab = retention(view, "acme").hires, retention(view, "lab").hires
    assert [hire.followed.days for hire in company] == [731]
    assert [hire.followed.days for hire in lab] == [365]


def test_who_came_back_counts_twice(holding: Holding) -> None:
    """Each hire is a stay of its own."""
    text = "ann works_at acme 2019-01-01/2020-01-01\nann works_at acme 2022-01-01/2023-01-01 returned=yes"
    reply = retention(ask(holding(text)), "acme")
    assert [hire.followed.days for hire in reply.hires] == [365, 365]


PUBLISHED = """
org:acme measured metric=retention amount=80 unit=percent cohort="hired 2021 to 2023-02" attributed_to=org:f
org:acme measured 2025 metric=retention amount=70 unit=percent cohort="hired two years before" over=P2Y
org:acme measured 2024 metric=attrition low=4.3 high=4.3 unit=percent cohort="staff who left"
org:acme measured 2024 metric=retention low=99 high=99 unit=percent cohort="denied" status=denied
org:acme measured 2024 metric=headcount low=10 high=10 unit=people
ann founded acme 2021
"""


def test_published_figures_stand_beside(holding: Holding) -> None:
    """Those of the same cohort first, each with whom it is of, who says so, and why ours differ."""
    reply = retention(ask(holding(PUBLISHED)), "acme", Window.between("2021", "2023-02"))
    first, *others = reply.published
    assert (first.text, first.of, first.by) == ("80 %", "hired 2021 to Feb 2023", "f")
    assert first.is_same
    assert [(f.text, f.is_same) for f in others] == [("4.3 %", False), ("70 %", False)]
    assert (
        "it counts whom f tracks, ours the 1 hire that pages name and date, 1 of them founders"
        in first.reasons
    )
    assert any("after how long" in reason for reason in first.reasons)
    assert not any("cohort" in reason for reason in first.reasons)
    attrition, over = others
    assert any("left in a period" in reason for reason in attrition.reasons)
    assert over.of == "hired two years before, over 2 years, 2025"
    assert not any("after how long" in reason for reason in over.reasons)
    assert all(reply.found(figure.claims) for figure in reply.published)
    other = retention(ask(holding(PUBLISHED)), "acme", Window.between("2021", "2022")).published
    assert not any(figure.is_same for figure in other)
    assert all(any("cohort" in reason for reason in figure.reasons) for figure in other)


def test_a_day_that_is_set_plays_no_part(holding: Holding) -> None:
    """Whatever day is looked at, the stays are whole; known on a day, what came out later is not known."""
    store = holding(ALL_DATED + "\np11 works_at acme 2020-01-01/.. @early:2020-06-01")
    now = retention(ask(store), "acme", horizon=YEAR)
    on_a_day = retention(ask(store, true_on="2025-02-01"), "acme", horizon=YEAR, reopen=store.view)
    assert on_a_day.readings == now.readings
    early = retention(ask(store, known_on="2021-01-01"), "acme", horizon=YEAR)
    assert [hire.spell.person for hire in early.hires] == ["person:p11"]


def test_every_row_opens_its_people_and_claims(holding: Holding) -> None:
    """The graph has the stays with their people, every hire its claims; a list that was cut says so."""
    view = ask(holding(ALL_DATED))
    reply = retention(view, "acme", horizon=YEAR)
    graph = reply.subgraph(view)
    assert len(graph.edges) == len(graph.claims) == 10
    assert all(reply.found(hire.spell.claims) for hire in reply.hires)
    assert all(len(each.claims) == len(each.spells) for each in reply.readings)
    cut = retention(view, "acme", horizon=YEAR, limit=3)
    assert (len(cut.hires), cut.cuts[0].left_out) == (3, 7)
    assert cut.readings == reply.readings


def test_the_tables(holding: Holding) -> None:
    """A row a reading, a hire, a step of a curve, a figure; each with the ids of its claims."""
    tables = retention(ask(holding(ALL_DATED)), "acme", horizon=YEAR).tables()
    assert {name: len(rows) for name, rows in tables.items()} == {
        "readings": 6,
        "hires": 10,
        "curves": 20,
        "published": 0,
    }
    assert tables["readings"][0]["reading"] == "horizon reached"
    assert all(row["claims"] for row in tables["hires"])
    assert all(bool(row["claims"]) == bool(row["of"]) for row in tables["readings"])


@pytest.mark.parametrize(
    ("text", "days"), [("24m", 730), ("2y", 730), ("12 months", 365), ("730d", 730), ("730", 730), ("1m", 30)]
)
def test_lengths_of_time(text: str, days: int) -> None:
    """Months, years and days are taken, in days; 24 months and 2 years are one length."""
    assert length_of(text) == days


@pytest.mark.parametrize("text", ["", "0", "m", "2w", "two years", "-1m", "1e9y"])
def test_what_is_no_length_is_refused(text: str) -> None:
    """The error says what was written and how to write it."""
    with pytest.raises(BadQuestion, match="24m"):
        length_of(text)


def test_lengths_in_words() -> None:
    """As months where they are months, else as days."""
    assert [length_text(days) for days in (730, 365, 30, 100, 1)] == [
        "24 months",
        "12 months",
        "1 month",
        "100 days",
        "1 day",
    ]


def test_nobody_of_that_name_and_no_organisation(holding: Holding) -> None:
    """A person has no retention."""
    with pytest.raises(BadQuestion, match="org"):
        retention(ask(holding(ALL_DATED)), "person:p01")
