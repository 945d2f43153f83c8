"""The address of the page Data."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.model.days import day_of
from talentgraph.ui.data.asked import FIRST_DAY, SHOWN, Asked, asked_from
from talentgraph.ui.data.sources import COLUMNS, USUAL
from talentgraph.ui.table import Sorting, sorted_by

_PARTS = ("show", "pick", "part", "sort", "since", "claims")
_asked = st.builds(
    Asked,
    show=st.sampled_from(sorted(SHOWN)),
    pick=st.sampled_from(("", "all", "set two-articles", "org:meta", "ainewz")),
    part=st.sampled_from(("", "end", "withdrawn", "talent-war")),
    sort=st.sampled_from(("", "claims-", "publisher")),
    since=st.none() | st.integers(FIRST_DAY, day_of("2040-01-01")),
    every=st.booleans(),
)


@given(_asked)
def test_address_round_trip(asked: Asked) -> None:
    """What the address says is what was shown."""
    assert asked_from({name: said for name, said in asked.parts().items() if said}) == asked


@given(st.dictionaries(st.sampled_from(_PARTS), st.text(max_size=600)))
def test_no_address_breaks_the_page(address: dict[str, str]) -> None:
    """Whatever stands in the address, a question comes out, and what could not be read is named."""
    asked = asked_from(address)
    assert asked.show in SHOWN
    assert all(address[part] for part in asked.problems)
    assert sorted_by(asked.sort, COLUMNS, USUAL).key in {column.key for column in COLUMNS}


def test_unreadable_parts_are_named_and_the_rest_is_kept() -> None:
    """A view that is none and a day before all others cost these, not the chosen row."""
    asked = asked_from({"show": "nowhere", "since": "1800-01-01", "pick": "ainewz"})
    assert (asked.show, asked.pick, asked.problems) == ("sets", "ainewz", ("show", "since"))


def test_another_view_keeps_the_day_and_drops_the_row() -> None:
    """The day of changes is set once; rows, parts and sortings belong to their view."""
    asked = Asked("sources", pick="ainewz", part="talent-war", sort="title", since=FIRST_DAY, every=True)
    assert asked.to("quality") == Asked("quality", since=FIRST_DAY)
    assert asked.to("sources", "adv") == Asked("sources", "adv", sort="title", since=FIRST_DAY)


def test_a_table_is_sorted_by_its_own_columns_only() -> None:
    """A sorting of another table gives the usual one."""
    assert sorted_by("title-", COLUMNS, USUAL) == Sorting("title", falling=True)
    assert sorted_by("stints", COLUMNS, USUAL) == USUAL
