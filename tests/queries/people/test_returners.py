"""Returners: who left and came back, how long away, where meanwhile."""

import pytest
from asking import Holding, ask
from hypothesis import given
from hypothesis import strategies as st
from ledgers import market
from making import day

from graph.assembly.rows import Level
from graph.queries.people.returners import away_text, returners
from graph.store import open_store

LEDGER = """
lab part_of acme
ann works_at acme 2018-01-01/2019-01-01
ann works_at beta 2019-02-01/2020-05-31
ann works_at lab 2020-06-01/.. returned=yes
bob works_at acme 2015/2017
bob works_at gamma 2017/
bob works_at acme 2021-03/..
cai works_at acme 2020-01-01/.. returned=yes from=beta
dan works_at acme 2016/2018
dan works_at beta 2018/..
"""


def test_dates_bound_the_time_away(holding: Holding) -> None:
    """By the days where they are known, by the widest and narrowest of the ranges where they are not."""
    reply = returners(ask(holding(LEDGER)))
    found = {r.person: (r.away_lo, r.away_hi) for r in reply.returns}
    assert found == {
        "person:ann": (day("2020-06-01") - day("2019-01-01"),) * 2,
        "person:bob": (day("2021-03-01") - day("2017-12-31"), day("2021-03-31") - day("2017-01-01")),
        "person:cai": (0, None),
    }
    assert [r.person for r in reply.returns] == ["person:cai", "person:ann", "person:bob"]


def test_where_they_were_meanwhile(holding: Holding) -> None:
    """Surely at those that a date or a certain move puts between; a first time that is implied counts."""
    between = {
        r.person: [(m.spell.organisation, m.surely) for m in r.between]
        for r in returners(ask(holding(LEDGER))).returns
    }
    assert between == {
        "person:ann": [("org:beta", True)],
        "person:bob": [("org:gamma", True)],
        "person:cai": [("org:beta", True)],
    }


def test_who_was_elsewhere_before_was_not_so_meanwhile(holding: Holding) -> None:
    """One that is over before, or begins after, is none between; one that may overlap is perhaps."""
    text = """
    ann works_at old 2015-01-01/2016-01-01
    ann works_at acme 2018-01-01/2019-01-01
    ann works_at acme 2020-06-01/2021-01-01 returned=yes
    ann works_at side 2016/2022 concurrent=yes
    ann works_at new 2022-01-01/..
    """
    (found,) = returners(ask(holding(text))).returns
    assert [(m.spell.organisation, m.surely) for m in found.between] == [("org:side", False)]


def test_in_words(holding: Holding) -> None:
    """Who came back to where, when they left, how long they were away, where they were; on what it rests."""
    ann = returners(ask(holding(LEDGER)), "ann").returns[0]
    assert ann.sentence == (
        "ann came back to acme, lab (left 1 Jan 2019, back 1 Jun 2020, away 17 months); meanwhile at beta"
    )
    assert ann.stated
    (bob,) = returners(ask(holding(LEDGER)), "bob").returns
    assert not bob.stated
    cai = returners(ask(holding(LEDGER)), "cai").returns[0]
    assert cai.sentence == "cai came back to acme (departure not dated, back 1 Jan 2020); meanwhile at beta"


def test_a_change_of_lab_is_no_return(holding: Holding) -> None:
    """Nor is another report of one stay."""
    text = """
    lab part_of acme
    ann works_at acme 2018/
    ann works_at lab 2020/.. from=acme
    ann works_at acme 2018
    """
    assert not returners(ask(holding(text))).returns


def test_a_company_that_was_bought_keeps_its_returns(holding: Holding) -> None:
    """Who came back to two companies, of which one belongs to the other by now, came back twice."""
    text = """
    beta part_of acme 2025-02/..
    ann works_at acme 2014-01-01/2015-01-01
    ann works_at beta 2016-01-01/2017-01-01
    ann works_at acme 2018-01-01/2019-01-01
    ann works_at beta 2020-01-01/2021-01-01
    """
    reply = returners(ask(holding(text)))
    assert [(r.company, r.away_lo) for r in reply.returns] == [("org:acme", 1_096), ("org:beta", 1_095)]
    assert [[m.spell.organisation for m in r.between] for r in reply.returns] == [["org:beta"], ["org:acme"]]


def test_a_company_that_became_another_keeps_its_returns(holding: Holding) -> None:
    """Who left the one and came to what it became has come back; an employer without dates is not between."""
    text = """
    beta became gamma 2019
    ann works_at beta 2014-01-01/2015-01-01
    ann works_at acme 2016-01-01/2017-01-01
    ann works_at gamma 2020-01-01/2021-01-01
    ann works_at acme 2022-01-01/2023-01-01
    ann works_at other
    """
    reply = returners(ask(holding(text)))
    assert [(r.left.organisation, r.back.organisation) for r in reply.returns] == [
        ("org:beta", "org:gamma"),
        ("org:acme", "org:acme"),
    ]
    assert [[m.spell.organisation for m in r.between] for r in reply.returns] == [["org:acme"], ["org:gamma"]]


def test_names_narrow(holding: Holding) -> None:
    """One person, or those who came back to one organisation, its labs included; others were there once."""
    view = ask(holding(LEDGER))
    assert [r.person for r in returners(view, "bob").returns] == ["person:bob"]
    assert {r.person for r in returners(view, "acme").returns} == {"person:ann", "person:bob", "person:cai"}
    assert [r.person for r in returners(view, "lab").returns] == ["person:ann"]
    assert not returners(view, "beta").returns
    assert not returners(view, "dan").returns
    assert (returners(view).people, returners(view).stints) == (4, 11)


def test_every_row_opens_its_claims(holding: Holding) -> None:
    """Both stints and those between stand behind a return, in the graph and in the table; a cut is said."""
    view = ask(holding(LEDGER))
    reply = returners(view, "ann")
    assert len(reply.found(reply.returns[0].claims)) == 3
    assert len(reply.subgraph(view).edges) == 3
    (row,) = reply.tables()["returns"]
    assert (row["person"], row["company"], row["between"]) == ("ann", "acme", "beta")
    assert row["away_days_at_least"] == row["away_days_at_most"] == 517
    assert returners(view, limit=1).cuts[0].left_out == 2


def test_a_day_that_is_set_plays_no_part(holding: Holding) -> None:
    """Whatever day is looked at, careers are whole; known on a day, later returns are not known."""
    store = holding(LEDGER)
    whole = returners(ask(store))
    assert returners(ask(store, true_on="2018-06-01"), reopen=store.view).returns == whole.returns
    assert not returners(ask(store, known_on="2020-01-01"), reopen=store.view).returns


@pytest.mark.parametrize(
    ("lo", "hi", "text"),
    [
        (30, 30, "away 30 days"),
        (1, 31, "away 1 to 31 days"),
        (20, 70, "away 20 days to 2 months"),
        (365, 730, "away 12 to 24 months"),
        (0, 400, "away 13 months or less"),
        (40, None, "away 40 days or more"),
        (0, None, ""),
        (0, 0, "away 0 days"),
    ],
)
def test_time_away_in_words(lo: int, hi: int | None, text: str) -> None:
    """In days, from two months on in months; the unit once; nothing where nothing is known."""
    assert away_text(lo, hi) == text


@given(st.integers(0, 2**32 - 1))
def test_every_second_time_is_a_return(seed: int) -> None:
    """On generated ledgers there is one return for each stint that is not the first of its company, and the
    time away is within its bounds.
    """
    store = open_store(engine="memory")
    with store.writer() as writer:
        for each in market(seed):
            writer.load(each)
    view = ask(store, level=Level.ALL)
    reply = returners(view)
    again = [row for row in view.stints().edges if row.ordinal > 1 and row.place == 1]
    assert len(reply.returns) == len(again)
    for found in reply.returns:
        assert found.away_lo >= 0
        assert found.away_hi is None or found.away_lo <= found.away_hi
        assert reply.found(found.claims)
