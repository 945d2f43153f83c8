"""What no export needs to defend against, because the model never lets it in."""

import sys
from dataclasses import replace

import pytest
from hostile import PAYLOADS, REFUSED, hostile_set, hostile_subgraph, is_refused
from lxml import etree
from open_fields import open_fields, uncovered
from read_back import read_back

from graph.errors import ModelError
from graph.exports import FORMATS, export
from graph.model.text import clean
from graph.model.vocabulary import NAME_KINDS

MISSED = "<template><script>pwned('template')</script></template>"


def refused_by_xml(character: str) -> bool:
    try:
        etree.Element("a").text = character
    except (ValueError, UnicodeEncodeError):
        return True
    return False


def test_all_that_xml_refuses_the_model_refuses() -> None:
    """Of all 1,114,112 code points, none that XML cannot hold is let in by the model."""
    points = [chr(point) for point in range(sys.maxunicode + 1)]
    impossible = {c for c in points if refused_by_xml(c)}
    assert {"\x00", "\x0b", "\ud800", "\ufffe"} <= impossible
    let_in = set()
    for character in points:
        try:
            clean(character, "field")
        except ModelError:
            continue
        let_in.add(character)
    assert not impossible & let_in
    assert len(let_in) > 1_000_000


@pytest.mark.parametrize("text", REFUSED)
def test_texts_that_cannot_be_one_line_are_refused(text: str) -> None:
    """Breaks, separators, controls, halves of characters and bidi overrides reach no export."""
    assert is_refused(text)


def test_the_payloads_are_many_and_different() -> None:
    """At least sixty payloads, no two alike."""
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 60


def test_every_text_field_holds_every_payload() -> None:
    """Each field of the model that takes free text, found by trying, holds each payload as it is."""
    fields = open_fields()
    assert fields >= {"source.title", "claim.quote", "studied_at.degree", "named.value", "excluded.reason"}
    assert not uncovered(hostile_set(), PAYLOADS)
    made = hostile_set()
    assert {made.title, made.licence, made.made} <= set(PAYLOADS) >= set(made.warnings)
    assert {claim.get("kind") for claim in made.claims if claim.relation == "named"} == {"", *NAME_KINDS}


@pytest.mark.parametrize("relation", ["studied_at", "named", "deal_amount"])
def test_a_field_without_payloads_is_missed(relation: str) -> None:
    """The search for fields without payloads finds those of a relation that was taken out."""
    made = hostile_set()
    left = replace(made, claims=tuple(claim for claim in made.claims if claim.relation != relation))
    assert uncovered(left, PAYLOADS) == {name for name in open_fields() if name.startswith(f"{relation}.")}


@pytest.mark.parametrize("name", FORMATS)
def test_every_payload_reaches_every_export(name: str) -> None:
    """Each file, read back with the library that its users use, gives every payload in full."""
    texts = read_back(name, export(hostile_subgraph(), name, raw=True))
    assert [text for text in PAYLOADS if not any(text in found for found in texts)] == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_payload_that_is_missing_is_missed(name: str) -> None:
    """Of a ledger that lacks one payload, what is read back lacks it too, and nothing else."""
    others = tuple(text for text in PAYLOADS if text != MISSED)
    texts = read_back(name, export(hostile_subgraph(others), name, raw=True))
    assert [text for text in PAYLOADS if not any(text in found for found in texts)] == [MISSED]
