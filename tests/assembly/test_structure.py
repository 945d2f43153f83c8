"""Whose lab it was on a day."""

import itertools

import pytest
from making import day, ledger

from graph.assembly.structure import Kin, Structure

GOOGLE = """
    google-brain part_of google 2011/2023-04
    google-deepmind part_of google 2023-04/..
    google-brain became google-deepmind 2023-04
    msl part_of meta
    tbd-lab part_of msl 2025-07/..
    xai part_of spacex 2026-02-02/..
    xai part_of spacex
"""


def company(org: str, on: str, text: str = GOOGLE) -> str:
    return Structure(ledger(text)).company_of(f"org:{org}", day(on)).partition(":")[2]


@pytest.mark.parametrize(
    ("org", "on", "expected"),
    [
        ("google-brain", "2016-01-01", "google"),
        ("google-brain", "2025-01-01", "google"),
        ("google-brain", "2009-01-01", "google-brain"),
        ("google-deepmind", "2023-04-01", "google"),
        ("google-deepmind", "2020-01-01", "google-deepmind"),
        ("tbd-lab", "2025-08-01", "meta"),
        ("msl", "1999-01-01", "meta"),
        ("xai", "2024-01-01", "xai"),
        ("xai", "2026-03-01", "spacex"),
        ("unknown", "2026-03-01", "unknown"),
    ],
)
def test_company_of(org: str, on: str, expected: str) -> None:
    """`part_of` is followed upwards by date; merely seen, it holds until a dated one says otherwise."""
    assert company(org, on) == expected


def test_circles_end() -> None:
    """Whoever is said to be part of its own part, the answer is one and the same for all of the circle."""
    circle = "a part_of b\nb part_of c\nc part_of a\nd part_of b"
    assert {company(org, "2025-01-01", circle) for org in "abcd"} == {"a"}


def test_denied_planned_and_retracted_structure() -> None:
    """What is denied, planned or retracted joins nobody; what is rumoured does, at every level."""
    one = ledger("a part_of b")[0]
    for text in ("a part_of b status=denied", "a part_of b status=planned"):
        assert company("a", "2025-01-01", text) == "a"
    retracted = f"a part_of b\na part_of b status=retracted retracts={one.id}"
    assert company("a", "2025-01-01", retracted) == "a"
    assert company("a", "2025-01-01", "a part_of b status=rumoured") == "b"


def test_disputed_structure_yields() -> None:
    """A disputed part_of is followed only where no other is."""
    assert company("a", "2025-01-01", "a part_of b 2020/.. status=disputed\na part_of c") == "c"


def test_order_does_not_matter() -> None:
    """The same claims in any order give the same tree."""
    claims = ledger("a part_of b\na part_of c\na part_of d 2020/2024\na part_of e 2022/2026\nb part_of a")
    answers = {
        tuple(Structure(order).company_of("org:a", day(f"{year}-06-01")) for year in range(2018, 2028))
        for order in itertools.permutations(claims)
    }
    assert len(answers) == 1


def test_kin() -> None:
    """Two organisations are the same, one in the other, one after the other, side by side, or apart."""
    tree = Structure(ledger(GOOGLE + "fair part_of meta"))

    def kin(one: str, other: str, on: str = "2025-08-01") -> Kin:
        return tree.kin(f"org:{one}", f"org:{other}", day(on))

    assert kin("msl", "msl") is Kin.SAME
    assert kin("msl", "meta") is Kin.BROADER
    assert kin("meta", "tbd-lab") is Kin.NARROWER
    assert kin("fair", "msl") is Kin.SIBLING
    assert kin("google-brain", "google-deepmind") is Kin.SUCCESSOR
    assert kin("google-deepmind", "google-brain") is Kin.PREDECESSOR
    assert kin("meta", "google") is Kin.APART
