"""What must not be kept of people is not in the sets."""

import re
from collections.abc import Iterable

import pytest
from shipped import Row, Shipped

from graph.model.claim import Claim

FREE = ("value", "quote", "note")


def words_on_unnamed(claims: Iterable[Claim], entities: Iterable[Row]) -> set[str]:
    """Whatever is written, beside the offer itself, of people whom a source does not name."""
    said = {
        text for c in claims if "person:unnamed-" in f"{c.subject} {c.object}" for text in (c.quote, c.note)
    }
    fields = ("subtype", "name", "aliases", "identifiers", "summary", "old_ids", "note")
    said |= {row[f] for row in entities if row["id"].startswith("person:unnamed-") for f in fields}
    return said - {""}


def names_beside(groups: Iterable[Claim], entities: Iterable[Row]) -> set[str]:
    """Names of people in what is written of groups whose members no source lists."""
    names = [row["name"] for row in entities if row["id"].startswith("person:") and row["name"]]
    texts = [
        getattr(claim, field)
        for claim in groups
        if claim.subject.startswith("group:") or claim.object.startswith("group:")
        for field in FREE
    ]
    return {name for name in names for text in texts if name in text}


def test_the_detectors_find_what_is_planted(war: Shipped, articles: Shipped) -> None:
    """A note on an unnamed person, and the name of a member beside a group, are found."""
    offer = articles.claims["r01"]
    assert offer.object == "person:unnamed-register-1"
    person = dict.fromkeys(articles.entities[0], "") | {"id": "person:unnamed-register-1"}
    assert words_on_unnamed([offer], [person | {"note": "works in Zurich"}]) == {"works in Zurich"}
    group = war.claims["F037a"]
    planted = [{"id": "person:jane-doe", "name": "example"}]
    assert names_beside([group], planted) == {"example"}


@pytest.mark.parametrize("name", ["war", "articles"])
def test_nothing_is_written_of_the_unnamed(name: str, request: pytest.FixtureRequest) -> None:
    """An unnamed person has an offer and no other word; a group has no name of a member beside it."""
    given: Shipped = request.getfixturevalue(name)
    assert not words_on_unnamed(given.claims.values(), given.entities)
    assert not names_beside(given.claims.values(), given.entities)


@pytest.mark.parametrize(
    ("number", "keys"),
    [("F160", {"F160a", "F160b", "F160c"}), ("F098", {"F098a"}), ("F039", {"F039a", "F039b"})],
)
def test_what_is_private_stays_out(number: str, keys: set[str], war: Shipped) -> None:
    """Of a reason of health, a dismissal and a remark on a person only the bare fact is kept, and listed."""
    row = war.told(number)
    assert (row["fate"], set(row["keys"].split("|"))) == ("partly", keys)
    assert "never kept of a person" in row["reason"]
    for key in keys:
        claim = war.claims[key]
        assert not claim.get("reason")
        assert not claim.quote
        assert claim.note in ("", "before he co-founded xAI")


def test_no_reason_but_of_one_s_own_will(war: Shipped, articles: Shipped) -> None:
    """A reason stands on offers, on deals, and on departures of people who resigned; nowhere else."""
    for given in (war, articles):
        for key, claim in given.claims.items():
            if claim.get("reason"):
                resigned = claim.relation == "works_at" and claim.get("departure") == "resigned"
                assert resigned or claim.relation == "offered" or claim.subject.startswith("deal:"), key


def test_no_allegation_of_a_person(war: Shipped, articles: Shipped) -> None:
    """Nothing of the kind allegation is said of a person, and no word speaks of health, family or age."""
    intimate = re.compile(r"\b(health|illness|ill|family|wife|husband|children|aged?|home|married)\b")
    assert intimate.search("left for reasons of health")
    for given in (war, articles):
        for key, claim in given.claims.items():
            person = claim.subject.startswith("person:") or claim.object.startswith("person:")
            assert not (person and claim.get("kind") == "allegation"), key
            said = (claim.value, claim.quote, claim.note, *(value for _, value in claim.qualifiers))
            spelling = claim.relation == "named"
            assert spelling or not (person and any(map(intimate.search, said))), key


def test_quotes_are_short(war: Shipped, articles: Shipped) -> None:
    """Statements are in our own words: quotes of at most 25 words, and only where the words are the fact."""
    quotes = [c.quote for given in (war, articles) for c in given.claims.values() if c.quote]
    assert all(len(quote.split()) <= 25 for quote in quotes)
    assert len(quotes) <= 10
