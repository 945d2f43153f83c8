"""The canonical form of a claim and its id."""

import json
from pathlib import Path

import pytest
from claims import CLAIMS, claim
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ModelError
from graph.model.claim import ENTITY_QUALIFIERS, Claim, as_fields, canonical, from_fields
from graph.model.quantity import Quantity, parse_figure
from graph.model.relations import COMMON, RELATIONS
from graph.model.vocabulary import Status
from graph.model.when import parse_when

GOLDEN = Path(__file__).with_name("golden_claims.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("vector", GOLDEN)
def test_golden_vectors(vector: str) -> None:
    """The canonical text and the id of these claims never change within format 1."""
    id_, _, text = vector.partition(" ")
    read = from_fields(json.loads(text))
    assert canonical(read) == text
    assert read.id == id_


def test_same_content_same_id() -> None:
    """The order and repetition of qualifiers, zeros behind a figure and the form of a letter change no id."""
    figure = Quantity(parse_figure("14.80bn"), parse_figure("14800m"), "USD")
    one = Claim(
        "org:meta", "offered", "s", object="person:jane-doe", quantity=figure, note="Zoe\u0308",
        qualifiers=(("outcome", "made"), ("by", "person:a"), ("by", "person:a")),
    )  # fmt: skip
    other = Claim(
        "org:meta", "offered", "s", object="person:jane-doe", note="Zo\u00eb",
        quantity=Quantity(parse_figure("14800000000"), parse_figure("14.8bn"), "USD"),
        qualifiers=(("by", "person:a"), ("outcome", "made")),
    )  # fmt: skip
    assert one == other
    assert one.id == other.id


@given(CLAIMS)
def test_round_trip(one: Claim) -> None:
    """A claim written as fields, as JSON too, is read back equal, with the same id."""
    assert from_fields(as_fields(one)) == one
    assert from_fields(json.loads(canonical(one))).id == one.id


@given(CLAIMS, CLAIMS)
def test_ids_follow_content(one: Claim, other: Claim) -> None:
    """Two claims have one id exactly if they are equal."""
    assert (one == other) == (one.id == other.id)


CHANGES: list[dict[str, object]] = [
    {"subject": "person:other"},
    {"object": "org:other"},
    {"when": parse_when("2025-07")},
    {"qualifiers": (("role", "engineer"),)},
    {"status": Status.RUMOURED},
    {"attributed_to": "org:reuters"},
    {"source": "other"},
    {"locator": "p2"},
    {"quote": "so"},
    {"note": "so"},
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: next(iter(change)))
def test_every_field_enters_the_id(change: dict[str, object]) -> None:
    """Changing any one field gives another id."""
    assert claim(**change).id != claim().id


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"format": 2}, "format"),
        ({"format": None}, "format"),
        ({"surprise": "x"}, "surprise"),
        ({"note": 3}, "note"),
        ({"status": "certain"}, "status"),
        ({"qualifiers": {"role": "x"}}, "qualifiers"),
        ({"qualifiers": [["role"]]}, "qualifiers"),
        ({"qualifiers": [["role", 3]]}, "qualifiers"),
        ({"unit": "USD"}, "low"),
        ({"low": "1.43E+10"}, "low"),
        ({"when": "Jun-25"}, "when"),
    ],
)
def test_strange_fields_are_refused(change: dict[str, object], field: str) -> None:
    """Reading fields refuses what `as_fields` never writes, and names the field."""
    with pytest.raises(ModelError) as caught:
        from_fields(as_fields(claim()) | change)
    assert caught.value.field == field


def test_qualifiers_of_entities_are_all_known() -> None:
    """Every qualifier whose value is an id is in ENTITY_QUALIFIERS, so that a merge maps it."""
    ids = ("person:a", "group:a", "org:a", "deal:a", "work:a")
    found = set()
    for relation in RELATIONS.values():
        for name, check in {**relation.qualifiers, **COMMON}.items():
            if any(_takes(check, name, id_) for id_ in ids) and not _takes(check, name, "plain words"):
                found.add(name)
    assert found == ENTITY_QUALIFIERS


def _takes(check: object, name: str, value: str) -> bool:
    assert callable(check)
    try:
        check(name, value)
    except ModelError:
        return False
    return True


@given(st.text(max_size=20))
def test_only_relations_of_the_list(word: str) -> None:
    """A relation outside the closed list is refused."""
    if word not in RELATIONS:
        with pytest.raises(ModelError) as caught:
            claim(relation=word)
        assert caught.value.field == "relation"
