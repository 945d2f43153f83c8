"""What an address tells of the ledger and of places is read strictly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.days import day_of
from talentgraph.ui.explore.made import Link, Made, link_from, made_from
from talentgraph.ui.explore.placing import code, read, written

_places = st.dictionaries(
    st.from_regex(r"person:[a-z]{1,12}", fullmatch=True),
    st.tuples(st.integers(-16_000, 16_000), st.integers(-16_000, 16_000)),
    max_size=20,
)


@given(st.integers(0, 10**6), st.integers(0, 10**9), st.integers(day_of("1990-01-01"), day_of("2040-01-01")))
def test_the_ledger_of_a_link_comes_back(version: int, claims: int, day: int) -> None:
    """Version, number of claims and day, as they were written."""
    made = Made(version, claims, day)
    assert made_from(made.text) == made


@pytest.mark.parametrize(
    "text", ["", "3", "3.640", "3.640.yesterday", "-1.2.2025-01-01", "1.2.3.4", "x.2.2025-01-01"]
)
def test_half_of_it_is_refused(text: str) -> None:
    """A part that is missing or no number is no ledger."""
    with pytest.raises(ValueError, match=r".*"):
        made_from(text)


@given(_places)
def test_places_come_back(places: dict[str, tuple[int, int]]) -> None:
    """Each place stands under the code of its name, to the pixel."""
    found = read(written(places))
    assert found == {code(id_): at for id_, at in places.items()}
    assert len(written(places)) == 9 * len(places)


@given(st.text())
def test_no_address_breaks_the_page(text: str) -> None:
    """Whatever stands there, a link comes out, and the parts that could not be read are named."""
    link = link_from({"made": text, "places": text})
    assert set(link.problems) <= {"made", "places"}
    if not text:
        assert link == Link()
