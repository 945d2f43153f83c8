"""The names to pick from: none of them is a slip of the pen."""

from __future__ import annotations

import pytest

from talentgraph.ui.ledger import is_typo


@pytest.mark.parametrize(
    ("other", "name", "typo"),
    [
        ("Physical Intelliigence", "Physical Intelligence", True),
        ("Physical Inteligence", "Physical Intelligence", True),
        ("Thinking Machimes", "Thinking Machines", True),
        ("Thinking Machines Lab", "Thinking Machines", False),
        ("Anthropic", "Anthropic", False),
        ("xAI", "AI", False),
        ("Facebook", "Meta", False),
        ("Physical Intteligennce", "Physical Intelligence", False),
    ],
)
def test_one_wrong_letter_in_a_long_name_is_a_slip(other: str, name: str, typo: bool) -> None:
    """One letter too many, too few or another; short names and other names are left alone."""
    assert is_typo(other, name) is typo
