"""What is never kept of a person, and what would show who an unnamed person is."""

from decimal import Decimal
from typing import Any

import pytest
from claims import claim

from graph.errors import ModelError
from graph.model.claim import Claim
from graph.model.entities import Entity
from graph.model.people import SENSITIVE
from graph.model.quantity import Quantity
from graph.model.when import parse_when

UNNAMED = "person:unnamed-register-1"
OFFER: dict[str, Any] = {
    "subject": "org:meta",
    "relation": "offered",
    "source": "register",
    "object": UNNAMED,
    "when": parse_when("2025-06"),
    "quantity": Quantity(Decimal(10_000_000), None, "USD", "year"),
    "qualifiers": (("outcome", "made"), ("by", "person:mark-zuckerberg"), ("terms", "not specified")),
    "attributed_to": "unnamed",
    "locator": "p1,p2,l17-18,00:12:30",
}


def refused(field: str, **change: Any) -> None:
    with pytest.raises(ModelError) as caught:
        Claim(**(OFFER | change))
    assert caught.value.field == field


def test_the_one_offer_is_taken() -> None:
    """An unnamed person may have had an offer, with a figure and a month."""
    assert Claim(**OFFER).object == UNNAMED


@pytest.mark.parametrize("field", ["quote", "note"])
def test_free_text_stays_empty(field: str) -> None:
    """No free text stands beside an unnamed person."""
    refused(field, **{field: "said to be a friend of somebody"})


@pytest.mark.parametrize("locator", ["page of Jane Doe", "p1,Jane", "https://a.b", "p", "1"])
def test_locator_is_a_place(locator: str) -> None:
    """The locator of an unnamed person's offer says where in the source, and nothing else."""
    refused("locator", locator=locator)


@pytest.mark.parametrize(
    "when", ["2025-06-12", "[2025-06-12..2025-07]", "[..2025-06-12]", "[2025-06-01,2025-08]"]
)
def test_no_day(when: str) -> None:
    """No day is kept of an unnamed person, not even as a bound."""
    refused("when", when=parse_when(when))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("role", "chief scientist"),
        ("team", "the vision team"),
        ("announced", "2025-06"),
        ("counter_to", "org:openai"),
        ("reason", "wanted to stay"),
        ("dispute", "label"),
        ("confirmed_by", "person"),
    ],
)
def test_telling_qualifiers(name: str, value: str) -> None:
    """Role, team, reason, the offer it answers and the like are refused on an unnamed person's offer."""
    refused(name, qualifiers=(("outcome", "made"), (name, value)))


@pytest.mark.parametrize(
    ("relation", "what", "change"),
    [
        ("works_at", "employer", {"object": "org:meta"}),
        ("studied_at", "school", {"object": "org:mit"}),
        ("holds_role", "role", {"object": "org:meta", "qualifiers": (("role", "CTO"),)}),
        ("founded", "firm", {"object": "org:meta"}),
        ("worked_on", "work", {"object": "work:llama"}),
        ("reports_to", "superior", {"object": "person:a"}),
        ("named", "name", {"value": "Jane Doe"}),
        ("identified_by", "identifier", {"value": "Q380", "qualifiers": (("kind", "wikidata"),)}),
        ("said", "words", {"object": "org:meta", "value": "words", "qualifiers": (("kind", "opinion"),)}),
    ],
)
def test_nothing_is_said_of_the_unnamed(relation: str, what: str, change: dict[str, Any]) -> None:
    """An unnamed person has no employer, school, role, firm, work, superior, name, identifier or words."""
    with pytest.raises(ModelError):
        Claim(subject=UNNAMED, relation=relation, source="register", **change)
    named = Claim(subject="person:jane-doe", relation=relation, source="register", **change)
    assert named.relation == relation, f"the {what} of somebody with a name is taken"


def test_nobody_else_points_at_the_unnamed() -> None:
    """No claim is attributed to an unnamed person, or has one as superior, recruiter or guest of a deal."""
    with pytest.raises(ModelError):
        claim(attributed_to=UNNAMED)
    with pytest.raises(ModelError):
        Claim("person:a", "reports_to", "s", object=UNNAMED)
    with pytest.raises(ModelError):
        Claim("deal:a", "brought", "s", object=UNNAMED)
    refused("object", object="person:jane-doe", qualifiers=(("outcome", "made"), ("by", UNNAMED)))


@pytest.mark.parametrize(
    "id_", ["person:unnamed-jane-doe", "person:unnamed-1", "person:unnamed-a-01", "person:unnamed-a-b-0"]
)
def test_ids_of_the_unnamed(id_: str) -> None:
    """The id of an unnamed person is its source and a number."""
    refused("object", object=id_)
    with pytest.raises(ModelError):
        Entity(id_, anonymous=True)


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("summary", {"summary": "A scientist."}),
        ("summary", {"note": "Known to the editor."}),
        ("old_ids", {"old_ids": ("person:jane-doe",)}),
        ("anonymous", {"anonymous": False}),
        ("subtype", {"subtype": "company"}),
    ],
)
def test_entity_of_the_unnamed(field: str, change: dict[str, Any]) -> None:
    """An unnamed person has no summary, note or former id that names, and is marked anonymous."""
    fields: dict[str, Any] = {"id": UNNAMED, "anonymous": True}
    with pytest.raises(ModelError) as caught:
        Entity(**(fields | change))
    assert caught.value.field == field


def test_the_named_are_not_anonymous() -> None:
    """Nobody with a name is marked anonymous, or leads back to an unnamed person."""
    with pytest.raises(ModelError):
        Entity("person:jane-doe", anonymous=True)
    with pytest.raises(ModelError):
        Entity("person:jane-doe", old_ids=(UNNAMED,))


ALLEGATION = (("kind", "allegation"),)


@pytest.mark.parametrize("object_", ["person:jane-doe", "group:staff", "deal:a-b-2025"])
def test_no_allegation_against_people(object_: str) -> None:
    """An allegation stands against a work or an organisation only."""
    Claim("person:a", "said", "s", object="org:a", value="copied a test", qualifiers=ALLEGATION)
    Claim("person:a", "said", "s", object="work:a", value="was tuned to a test", qualifiers=ALLEGATION)
    with pytest.raises(ModelError, match="allegation"):
        Claim("person:a", "said", "s", object=object_, value="did it", qualifiers=ALLEGATION)


REASON = ("reason", "to found a company")


def test_reasons_of_people() -> None:
    """A reason stands on an offer and on a departure of one's own will, and nowhere else about a person."""
    offer = Claim("org:a", "offered", "s", object="person:b", qualifiers=(("outcome", "declined"), REASON))
    assert offer.get("reason")
    left = claim(when=parse_when("/2025-06"), qualifiers=(("departure", "resigned"), REASON))
    assert left.get("reason")
    for when, qualifiers in (
        ("/2025-06", (REASON,)),
        ("/2025-06", (REASON, ("departure", "with_deal"))),
        ("2025-06", (REASON, ("departure", "resigned"))),
        ("2025-06/..", (REASON, ("departure", "resigned"))),
    ):
        with pytest.raises(ModelError) as caught:
            claim(when=parse_when(when), qualifiers=qualifiers)
        assert caught.value.field == "reason"
    with pytest.raises(ModelError):
        Claim("deal:a", "brought", "s", object="person:b", qualifiers=(REASON,))


@pytest.mark.parametrize(
    "text", ["left for health reasons", "was Fired", "his wife", "aged 28", "allegedly", "at HOME"]
)
def test_words_that_make_a_load_ask(text: str) -> None:
    """Words of health, family, home, age and misconduct are noticed, in any case."""
    assert SENSITIVE.search(text)


@pytest.mark.parametrize("text", ["", "tech lead of pre-training", "founded a company"])
def test_plain_words_pass(text: str) -> None:
    """Words of work are not noticed."""
    assert not SENSITIVE.search(text)
