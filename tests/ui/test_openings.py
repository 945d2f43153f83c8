"""Expansions and pins are read strictly, as the address holds them."""

from __future__ import annotations

import pytest

from graph.errors import ModelError
from talentgraph.ui.explore.openings import Opening, Pin, coordinate, opening, pins


def test_an_expansion_is_by_all_relations_or_by_one() -> None:
    """An id alone means everybody; with relation and direction only those."""
    assert opening("org:meta") == Opening("org:meta")
    by_one = opening("org:meta~works_at~in")
    assert by_one == Opening("org:meta", "works_at", "in")
    assert by_one.text == "org:meta~works_at~in"


@pytest.mark.parametrize(
    "text", ["", "Meta", "org:meta~works_at", "org:meta~loves~in", "org:meta~works_at~up", "org:meta~a~b~c"]
)
def test_another_text_is_no_expansion(text: str) -> None:
    """Unknown ids, relations and directions are refused, as is half of one."""
    with pytest.raises((ValueError, ModelError)):
        opening(text)


def test_a_pin_is_a_name_and_two_whole_numbers() -> None:
    """Places are pixels either side of the middle."""
    assert pins("org:meta~-12~340,person:a~0~0") == (Pin("org:meta", -12, 340), Pin("person:a", 0, 0))


@pytest.mark.parametrize("text", ["1.5", "1e3", "", "--1", "٣", "16001", "-16001", " 1"])
def test_another_text_is_no_place(text: str) -> None:
    """Fractions, other digits and what lies too far out are refused."""
    with pytest.raises(ValueError, match=r".*"):
        coordinate(text)
