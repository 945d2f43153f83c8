"""The report of a set says of every statement what became of it, and of every claim whence it comes."""

import re
from collections import Counter
from collections.abc import Iterable

import pytest
from shipped import Row, Shipped, keys_of

FACTS = [f"F{number:03}" for number in range(1, 315)]
NAMES = [f"N{number:02}" for number in range(1, 42)]
BACKGROUND = [f"B{number:02}" for number in range(1, 11)]


def missing(report: Iterable[Row], numbers: Iterable[str]) -> set[str]:
    """Numbers of which the report says nothing, or which it has twice."""
    told = Counter(row["locator"] for row in report)
    return {number for number in numbers if told[number] != 1}


def unreported(report: Iterable[Row], keys: Iterable[str]) -> set[str]:
    """Keys of claims that no statement became."""
    return set(keys) - {key for row in report for key in keys_of(row)}


def test_the_detectors_find_what_is_planted() -> None:
    """A statement left out, one told twice and a claim that nothing became are found."""
    report = [{"locator": "F001", "keys": "F001a"}, {"locator": "F003", "keys": ""}] * 2
    report += [{"locator": "F004", "keys": "F004a|F004b"}]
    assert missing(report, ["F001", "F002", "F004"]) == {"F001", "F002"}
    assert unreported(report, ["F001a", "F004b", "F004c"]) == {"F004c"}


def test_every_fact_has_its_fate(war: Shipped) -> None:
    """Each of the 314 facts, 41 names and 10 pieces of background stands in the report once; nothing else."""
    numbers = [*FACTS, *NAMES, *BACKGROUND]
    assert not missing(war.report, numbers)
    assert len(war.report) == len(numbers)


def test_every_statement_of_the_articles_has_its_fate(articles: Shipped) -> None:
    """67 statements of the first article and 71 of the second, each with its place."""
    told = Counter(row["source"] for row in articles.report)
    assert told == {"register-meta-offer": 67, "wsj-journal-2025-07-03": 71}
    assert all(row["locator"] and row["statement"] for row in articles.report)


@pytest.mark.parametrize("name", ["war", "articles"])
def test_every_claim_comes_from_a_statement(name: str, request: pytest.FixtureRequest) -> None:
    """No row of claims.csv is there that the report does not name, and it names none that is not there."""
    given: Shipped = request.getfixturevalue(name)
    assert not unreported(given.report, given.claims)
    assert {key for row in given.report for key in keys_of(row)} <= given.claims.keys()


@pytest.mark.parametrize("name", ["war", "articles"])
def test_a_fate_goes_with_keys_and_reason(name: str, request: pytest.FixtureRequest) -> None:
    """What is kept has claims; what is left out, wholly or in part, or said again has a reason."""
    given: Shipped = request.getfixturevalue(name)
    for row in given.report:
        assert row["fate"] in ("kept", "partly", "repeats", "not-kept"), row
        assert bool(keys_of(row)) == (row["fate"] != "not-kept"), row
        if row["fate"] not in ("kept", "repeats"):
            assert row["reason"], row


def test_claims_of_a_fact_stand_on_its_page(war: Shipped) -> None:
    """The claims that a fact became are of the source that the report names for it."""
    for row in war.report:
        assert {war.claims[key].source for key in keys_of(row)} == {row["source"]}, row


def test_keys_carry_the_number_of_their_fact(war: Shipped) -> None:
    """A key is the number of the fact and a letter; only what repeats another names that one's."""
    for row in war.report:
        own = [re.fullmatch(rf"{row['locator']}[a-z]", key) for key in keys_of(row)]
        assert all(own) or row["fate"] == "repeats", row


def test_the_load_says_what_is_left_out(war: Shipped, articles: Shipped) -> None:
    """Whoever loads a set is told of each statement that is not kept whole, with the reason."""
    for given in (war, articles):
        left_out = [row for row in given.report if row["fate"] in ("partly", "not-kept")]
        told = Counter((e.source, e.locator, e.reason) for e in given.loaded.excluded)
        assert told == Counter((row["source"], row["locator"], row["reason"]) for row in left_out)
        assert left_out
