from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.queries.people.dossier import show
from graph.store.answers import Overlap
from graph.store.base import View
from talentgraph.ui.component import Block
from talentgraph.ui.people.chronology import in_words
from talentgraph.ui.people.person import grouped, length_text

CAREER = """
ada works_at acme 2015/2020-03
ada works_at brainco 2020-04/2024 from=acme
ada founded neura 2024-06
ada works_at neura 2024-06/.. from=brainco
ada works_at brainco 2026-01/.. from=neura
brainco offered ada 2023-05 outcome=declined amount=2m
"""


def said(block: Block) -> list[str]:
    return [
        "".join(part if isinstance(part, str) else part["name"] for part in row["text"])
        for row in block["rows"]
    ]


def test_career_in_words_newest_first(viewing: Callable[[str], View]) -> None:
    """Every move, the first arrival, and the offer that was turned down; a return says so."""
    block = in_words(show(viewing(CAREER), "person:ada"))
    assert block
    names = {"org:acme": "acme", "org:brainco": "brainco", "org:neura": "neura"}
    told = [part["id"] for row in block["rows"] for part in row["text"] if isinstance(part, dict)]
    assert set(told) == set(names)
    lines = said(block)
    assert "went back to" in lines[0]
    assert lines[1].endswith("as a founder.")
    assert lines[2].startswith("Turned down an offer from")
    assert lines[2].endswith("of $2 m.")
    assert lines[-1].startswith("At ")
    assert len(lines) == 5


def test_days_at_two_places_count_once() -> None:
    """Together at two companies on the same days is one time together; the longest come first."""
    met = [
        Overlap("person:bea", "org:acme", "", 100, 200),
        Overlap("person:bea", "org:brainco", "", 150, 260),
        Overlap("person:cyd", "org:acme", "", 100, 261),
    ]
    assert list(grouped(met)) == ["person:cyd", "person:bea"]


@pytest.mark.parametrize(
    ("days", "text"), [(1, "1 day"), (40, "40 days"), (244, "8 months"), (3_288, "9 years")]
)
def test_time_together_is_no_finer_than_a_reader_needs(days: int, text: str) -> None:
    """Days, months or years."""
    assert length_text(days) == text
