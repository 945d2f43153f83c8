"""Colleagues shared a company at one time, longest first, with the stints that prove it."""

from collections import Counter
from random import Random

import pytest
from asking import Holding, ask
from leavers import held
from making import day
from random_lines import PEOPLE, random_lines

from graph.queries.people.along import Order
from graph.queries.people.colleagues import colleagues, together_text

LEDGER = """
ada works_at meta 2018-01-01/2020-01-01
bob works_at meta 2019-01-01/2019-02-01
cyd works_at meta 2017-01-01/2019-06-01
dan works_at meta 2020-06-01/2021-01-01
eve works_at google 2018-01-01/2020-01-01
"""


def test_longest_first(holding: Holding) -> None:
    """Those who overlapped are listed by days together; those who came later or worked elsewhere are not."""
    reply = colleagues(ask(holding(LEDGER)), "ada")
    assert [o.person for o in reply.overlaps] == ["person:cyd", "person:bob"]
    assert reply.overlaps[1].days == day("2019-02-01") - day("2019-01-01")
    assert reply.total == 2
    assert {row.subject for row in reply.edges} == {"person:ada", "person:bob", "person:cyd"}


def test_an_end_that_no_page_gives_is_none(holding: Holding) -> None:
    """Two of whom nobody says that they left are together since a day; the days until today are at most."""
    goes_on = "ada works_at meta 2018-01-02/..\nbob works_at meta 2019-02-03/..\n"
    reply = colleagues(ask(holding(f"{goes_on}cyd works_at meta 2017-01-01/2019-06-15")), "ada")
    bob, cyd = sorted(reply.overlaps, key=lambda overlap: overlap.person)
    assert (reply.goes_on(bob), together_text(bob, reply.now)) == (True, "since 3 Feb 2019")
    assert (reply.goes_on(cyd), together_text(cyd, reply.now)) == (False, "2 Jan 2018 to 14 Jun 2019")
    assert [row["last"] for row in reply.tables()["colleagues"]] == ["", "2019-06-14"]


def test_one_organisation(holding: Holding) -> None:
    """At a company where there was nobody else the list is empty."""
    view = ask(holding(LEDGER))
    assert not colleagues(view, "ada", at="google").overlaps
    assert not colleagues(view, "eve").overlaps


def test_year_by_year(holding: Holding) -> None:
    """The days of each year and company by colleague: cyd has all of 2018, and 151 days of 2019 to June."""
    years = colleagues(ask(holding(LEDGER)), "ada").years
    assert [(each.year, each.company, each.people) for each in years] == [
        (2018, "org:meta", (("person:cyd", 365),)),
        (2019, "org:meta", (("person:cyd", 151), ("person:bob", 31))),
    ]


@pytest.mark.parametrize("round_", range(10))
def test_the_years_sum_to_the_days(seed: int, round_: int) -> None:
    """Over all years the days with somebody are those of the overlaps, and no year has more than it has."""
    view = ask(held(random_lines(Random(f"{seed} {round_}"), claims=80)))
    for person in PEOPLE:
        if not view.entities([person]):
            continue
        reply = colleagues(view, person)
        total = Counter({(o.person, o.company): 0 for o in reply.overlaps})
        for overlap in reply.overlaps:
            total[overlap.person, overlap.company] += overlap.days
        summed: Counter[tuple[str, str]] = Counter()
        for each in reply.years:
            for other, days in each.people:
                assert 0 < days <= 366 * sum(o.person == other for o in reply.overlaps)
                summed[other, each.company] += days
        assert summed == total


def test_who_moved_the_same_way(holding: Holding) -> None:
    """After bob: cyd, who was beside him, and fay, who is not known to have been; dan went elsewhere."""
    text = """
    bob works_at meta 2018-01-01/2020-01-01
    bob works_at openai 2020-01-02/.. from=meta
    cyd works_at meta 2019-01-01/2020-03-01
    cyd works_at openai 2020-03-02/.. from=meta
    dan works_at meta 2019-01-01/2020-03-01
    dan works_at xai 2020-03-02/.. from=meta
    eve works_at openai 2019-12-31/.. from=meta
    fay works_at openai 2020-02/ from=meta
    """
    reply = colleagues(ask(holding(text)), "bob")
    assert [(a.row.person, a.order, a.gap_lo, a.gap_hi, a.together) for a in reply.along] == [
        ("person:fay", Order.LATER, 30, 58, 0),
        ("person:cyd", Order.LATER, 60, 60, 365),
    ]
    assert {row["person"] for row in reply.tables()["moved_along"]} == {"cyd", "fay"}
    assert not colleagues(ask(holding(text)), "bob", at="openai").along
    assert all(reply.found(id_ for id_, _ in each.row.claims) for each in reply.along)


def test_known_on_a_day(holding: Holding) -> None:
    """What no source said by then is in neither years nor moves."""
    text = "\n".join(f"{line} @s{n}:{2021 + n}-01-01" for n, line in enumerate(LEDGER.strip().splitlines()))
    reply = colleagues(ask(holding(text), known_on="2022-06-01"), "ada")
    assert [(each.year, each.people) for each in reply.years] == [(2019, (("person:bob", 31),))]
