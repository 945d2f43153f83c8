from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentgraph.ui.address import Reader, ids, number, one_of, some_of


def test_every_part_is_read_by_itself() -> None:
    """One part that cannot be read is named and costs nothing but itself."""
    part = Reader({"mode": "sideways", "hops": "3", "from": "person:jack-rae,org:meta"})
    assert part.read("mode", one_of(("any", "together")), "any") == "any"
    assert part.read("hops", number(1, 9), 6) == 3
    nobody: tuple[str, ...] = ()
    assert part.read("from", ids, nobody) == ("person:jack-rae", "org:meta")
    assert part.read("to", ids, nobody) == nobody
    assert part.problems == ["mode"]


@pytest.mark.parametrize("text", ["0", "10", "-1", "1.5", "٣", "²", "1e1", " 3"])
def test_numbers_are_plain_and_within_bounds(text: str) -> None:
    """A number of an address has ASCII digits only and keeps to its limits."""
    with pytest.raises(ValueError, match=re.escape(text)):
        number(1, 9)(text)


@given(st.text())
def test_words_are_from_the_list_or_refused(text: str) -> None:
    """No word gets through that is not on the list."""
    parse = some_of(("deals", "offers"))
    try:
        words = parse(text)
    except ValueError:
        return
    assert set(words) <= {"deals", "offers"}
