"""What no export needs to defend against, because the model never lets it in."""

import sys

import pytest
from hostile import PAYLOADS, REFUSED, hostile_set, hostile_subgraph, is_refused
from lxml import etree

from graph.errors import ModelError
from graph.exports import export
from graph.model.entities import Entity
from graph.model.text import clean


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


def test_the_payloads_are_many_different_and_let_in() -> None:
    """At least sixty payloads, no two alike, and the model lets each into the set as it is."""
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 60
    made = hostile_set()
    for field in ("title", "publisher", "author", "licence", "note"):
        assert {getattr(source, field) for source in made.sources} >= set(PAYLOADS)
    values = {value for claim in made.claims for _, value in claim.qualifiers}
    assert values >= set(PAYLOADS)
    assert isinstance(made.entities[0], Entity)


def test_every_payload_reaches_every_export() -> None:
    """The files hold the payloads, escaped as the format asks: the tests on them test something."""
    subgraph = hostile_subgraph()
    for name in ("json", "csv", "graphml", "gexf", "html"):
        assert len(export(subgraph, name)) > 20_000
