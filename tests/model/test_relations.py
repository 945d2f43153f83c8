"""The closed list of relations: each takes what it should, and nothing else."""

from decimal import Decimal
from typing import Any

import pytest
from claims import claim

from graph.errors import ModelError
from graph.model.claim import Claim
from graph.model.entities import KINDS
from graph.model.quantity import Quantity
from graph.model.relations import RELATIONS, Drawn, Relation, Time
from graph.model.vocabulary import Status
from graph.model.when import parse_when

VALUES = {
    "deal_kind": "merger",
    "reached": "closed",
    "said": "hires a lot",
    "named": "Jane Doe",
    "identified_by": "Q380",
}
REQUIRED = {"role": "target", "metric": "capex", "kind": "opinion"}
KIND_OF_IDENTIFIER = {"identified_by": "wikidata"}
USD, PERCENT = Quantity(Decimal(1), None, "USD"), Quantity(Decimal(1), None, "percent")
WHEN = {
    Time.STATE: "2025-06/..",
    Time.EVENT: "2025-06",
    Time.DEAL: "2025-06",
    Time.PERIOD: "2024/2025",
    Time.NONE: "",
}
ALL = list(RELATIONS.values())


def minimal(relation: Relation, **change: Any) -> Claim:
    """The least that the relation takes, with some fields changed."""
    required = {name: KIND_OF_IDENTIFIER.get(relation.name, REQUIRED[name]) for name in relation.required}
    fields: dict[str, Any] = {
        "subject": f"{relation.subjects[0]}:a",
        "object": f"{relation.objects[0]}:b" if relation.objects else "",
        "value": VALUES.get(relation.name, ""),
        "quantity": (PERCENT if relation.units == "percent" else USD) if relation.needs_quantity else None,
        "when": parse_when(WHEN[relation.time]),
        "qualifiers": tuple(required.items()),
        "source": "page",
    }
    return Claim(relation=relation.name, **(fields | change))


def by_name(relation: Relation) -> str:
    return relation.name


def test_there_are_28() -> None:
    """The list has 28 relations, of which one is drawn as stints."""
    assert len(RELATIONS) == 28
    assert [relation.name for relation in ALL if relation.drawn is Drawn.STINT] == ["works_at"]


@pytest.mark.parametrize("relation", ALL, ids=by_name)
def test_a_minimal_claim_is_taken(relation: Relation) -> None:
    """Each relation takes its subjects, objects, value, figure and required qualifiers."""
    assert minimal(relation).relation == relation.name
    for subject in relation.subjects:
        assert minimal(relation, subject=f"{subject}:a").subject == f"{subject}:a"
    for object_ in relation.objects:
        assert minimal(relation, object=f"{object_}:b").object == f"{object_}:b"


def refused(relation: Relation, field: str, **change: Any) -> None:
    with pytest.raises(ModelError) as caught:
        minimal(relation, **change)
    assert caught.value.field == field


@pytest.mark.parametrize("relation", ALL, ids=by_name)
def test_other_ends_are_refused(relation: Relation) -> None:
    """Each relation refuses every other kind of subject and object, a missing object, and a loop."""
    for kind in {*KINDS} - {*relation.subjects}:
        refused(relation, "subject", subject=f"{kind}:a")
    for kind in {*KINDS} - {*relation.objects}:
        refused(relation, "object", object=f"{kind}:b")
    if relation.objects:
        refused(relation, "object", object="")
    if relation.name != "said" and relation.subjects[0] in relation.objects:
        refused(relation, "object", object=f"{relation.subjects[0]}:a")
    refused(relation, "subject", subject="somebody")
    refused(relation, "attributed_to", attributed_to="a friend")
    refused(relation, "source", source="Not a source")


@pytest.mark.parametrize("relation", ALL, ids=by_name)
def test_values_and_figures(relation: Relation) -> None:
    """A value stands where the relation takes one and nowhere else; a figure likewise, in its own units."""
    refused(relation, "value", value="" if relation.value else "words")
    if relation.value:
        refused(relation, "value", value="w" * 201)
    if not relation.units:
        refused(relation, "low", quantity=USD)
    elif relation.units != "any":
        refused(relation, "unit", quantity=USD if relation.units == "percent" else PERCENT)
    if relation.needs_quantity:
        refused(relation, "low", quantity=None)


@pytest.mark.parametrize("relation", ALL, ids=by_name)
def test_times(relation: Relation) -> None:
    """Events take no interval, relations without time no date."""
    if relation.time in (Time.EVENT, Time.DEAL):
        refused(relation, "when", when=parse_when("2024/2025"))
    if relation.time is Time.NONE:
        refused(relation, "when", when=parse_when("2025"))
    assert minimal(relation, when=parse_when("")).when.text == ""


@pytest.mark.parametrize("relation", ALL, ids=by_name)
def test_qualifiers(relation: Relation) -> None:
    """Each relation needs its required qualifiers and refuses those of others, empty ones and other words."""
    right = minimal(relation).qualifiers
    for name in relation.required:
        refused(relation, name, qualifiers=tuple(pair for pair in right if pair[0] != name))
    others = {name for other in ALL for name in other.qualifiers} - {*relation.qualifiers}
    for name in others:
        refused(relation, "qualifiers", qualifiers=(*right, (name, "yes")))
    refused(relation, "qualifiers", qualifiers=(*right, ("about", "")))
    refused(relation, "about", qualifiers=(*right, ("about", "roughly")))
    refused(relation, "announced", qualifiers=(*right, ("announced", "2024/2025")))
    refused(relation, "status", qualifiers=(*right, ("retracts", "0" * 20)))
    refused(relation, "status", status=Status.RETRACTED)
    retraction = minimal(relation, status=Status.RETRACTED, qualifiers=(*right, ("retracts", "0" * 20)))
    assert retraction.get("retracts") == "0" * 20


BAD_QUALIFIERS = [
    ("works_at", "from", "person:a"),
    ("works_at", "from", "Google"),
    ("works_at", "departure", "dismissed"),
    ("works_at", "returned", "maybe"),
    ("works_at", "duration", "5 months"),
    ("works_at", "duration", "P"),
    ("works_at", "spell", "0"),
    ("works_at", "spell", "01"),
    ("works_at", "spell", "9" * 1_000),
    ("works_at", "role", "r" * 201),
    ("works_at", "read_in", "mind"),
    ("works_at", "dispute", "Not A Label"),
    ("works_at", "confirmed_by", "somebody"),
    ("works_at", "confirmed_by", "deal:a"),
    ("founded", "active", "yes"),
    ("studied_at", "completed", "yes"),
    ("offered", "outcome", "refused"),
    ("offered", "part", "bonus"),
    ("offered", "by", "org:meta"),
    ("party_to", "role", "friend"),
    ("measured", "basis", "guess"),
    ("measured", "deal", "org:a"),
    ("measured", "metric", "mood"),
    ("said", "kind", "gossip"),
    ("named", "kind", "nickname"),
    ("drawn_from", "kind", "club"),
]


@pytest.mark.parametrize(("relation", "name", "value"), BAD_QUALIFIERS)
def test_values_of_qualifiers(relation: str, name: str, value: str) -> None:
    """A qualifier takes only the words, ids, numbers or dates of its kind."""
    kept = tuple(pair for pair in minimal(RELATIONS[relation]).qualifiers if pair[0] != name)
    refused(RELATIONS[relation], name, qualifiers=(*kept, (name, value)))


def test_several_values() -> None:
    """One claim may name two origins, and may not have two outcomes."""
    both = claim(qualifiers=(("from", "org:a"), ("from", "org:b")))
    assert both.all("from") == ("org:a", "org:b")
    assert list(both.entities()) == ["person:jane-doe", "org:acme", "org:a", "org:b"]
    refused(RELATIONS["offered"], "outcome", qualifiers=(("outcome", "made"), ("outcome", "declined")))


def test_people_are_counted_whole() -> None:
    """Half a person is refused; words instead of a figure go to as_said."""
    refused(RELATIONS["measured"], "low", quantity=Quantity(Decimal("1.5"), None, "people"))
    said = minimal(
        RELATIONS["measured"], quantity=None, qualifiers=(("metric", "hires"), ("as_said", "several"))
    )
    assert said.get("as_said") == "several"


def test_quotes_are_short() -> None:
    """A quote of more than 25 words is refused."""
    assert claim(quote="word " * 24 + "word").quote
    with pytest.raises(ModelError) as caught:
        claim(quote="word " * 25 + "word")
    assert caught.value.field == "quote"
