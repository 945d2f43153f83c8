"""The shipped sets load without a word, and hold what they assert."""

from collections import Counter

import pytest
from shipped import Shipped

from graph.store.base import View

FIRST_READING = {
    "became": 2, "board_of": 4, "brought": 18, "deal_amount": 24, "deal_kind": 33, "deal_stake": 4,
    "founded": 73, "holds_role": 18, "holds_stake_in": 4, "leads": 18, "measured": 42, "named": 3,
    "offered": 13, "part_of": 13, "party_to": 70, "reached": 42, "released": 1, "reports_to": 3,
    "studied_at": 3, "worked_on": 28, "works_at": 224,
}  # fmt: skip
"""Claims by relation of the first reading of the facts, equal rows counted once, and of the background."""

ADDED = [
    "F003c", "F003d", "F003e", "F005a", "F012c", "F017b", "F054b", "F069b", "F092b",
    "F092c", "F093b", "F128b", "F138e", "F146f", "F146g", "F153f", "F175c", "F191b",
    "F193b", "F210c", "F240a", "F241a", "F242a", "F243a", "F249e", "F263a", "F264b", "F305b",
]  # fmt: skip
"""Claims that the editors found in the facts beside those of the first reading."""

DROPPED = Counter({"party_to": 4, "measured": 2, "works_at": 2, "offered": 1, "part_of": 1, "named": 1})
"""What they took out: four investors of a round that no page names (now stakes), figures and departures
that another fact of the same page says, an answer of Meta read as an offer, and background said elsewhere."""


@pytest.mark.parametrize("name", ["war", "articles"])
def test_no_warning(name: str, request: pytest.FixtureRequest) -> None:
    """A load has nothing to warn of: all entities are spoken of, labs placed, rows said once."""
    given: Shipped = request.getfixturevalue(name)
    assert given.loaded.warnings == ()
    assert len({claim.id for claim in given.claims.values()}) == len(given.claims)


def test_every_difference_from_the_first_reading_is_known(war: Shipped) -> None:
    """By relation, the set is the first reading, what was added to it and what was taken out; no row more."""
    facts = Counter(claim.relation for key, claim in war.claims.items() if not key.startswith("N"))
    added = Counter(war.claims[key].relation for key in ADDED)
    assert facts == Counter(FIRST_READING) + added - DROPPED


def test_names_beside_the_facts(war: Shipped) -> None:
    """Of the 41 spellings, one says again what a fact says; all others are claims of a name."""
    names = [claim for key, claim in war.claims.items() if key.startswith("N")]
    assert Counter(claim.relation for claim in names) == {"named": 40}
    assert war.told("N32")["fate"] == "repeats"
    assert all(claim.locator for claim in names)


def test_who_and_what_is_in_the_sets(war: Shipped, articles: Shipped, view: View) -> None:
    """The ledger has everybody whom either set defines, and nobody else."""
    defined = {entity["id"] for given in (war, articles) for entity in given.entities}
    kinds = Counter(id_.partition(":")[0] for id_ in defined)
    assert view.summary().entities == kinds
    assert (kinds["person"], kinds["deal"], kinds["work"]) == (154, 32, 25)


def test_both_sets_say_when_they_were_compiled(war: Shipped, articles: Shipped) -> None:
    """An undated page counts from the day on which the set was compiled, which comes after every page."""
    for given in (war, articles):
        days = [row["date"] for row in given.sources if row["date"]]
        assert given.loaded.compiled > max(day.rpartition("..")[2].strip("]")[:10] for day in days)
