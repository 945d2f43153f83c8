from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.queries.answers.counting import Rollup
from talentgraph.ui.flows.asked import VIEWS, WAYS, Asked, asked_from

_ids = st.from_regex(r"org:[a-z0-9]{1,8}(-[a-z0-9]{1,8})?", fullmatch=True)
_asked = st.builds(
    Asked,
    view=st.sampled_from(VIEWS),
    of=st.just("") | _ids,
    way=st.sampled_from(WAYS),
    first=st.sampled_from(("", "2023", "2024-02", "2024-02-29")),
    last=st.sampled_from(("", "2024", "2025-06", "2025-06-12")),
    by=st.sampled_from(Rollup),
    months=st.none() | st.integers(1, 240),
    people=st.none() | st.integers(2, 100),
    days=st.none() | st.integers(0, 3_650),
    without_deals=st.booleans(),
    table=st.booleans(),
    sort=st.sampled_from(("", "moves-", "from")),
    cell=st.just("") | st.builds("{}>{}".format, _ids, _ids),
)
_PARTS = ("view", "of", "way", "from", "until", "by", "months", "people", "days", "deals", "table", "cell")


@given(_asked)
def test_address_round_trip(asked: Asked) -> None:
    """A copied address asks the same question, with the same cell open."""
    assert asked_from(asked.parts()) == asked


def test_defaults_leave_the_address_empty() -> None:
    """An untouched page has a bare address."""
    assert Asked().parts() == {}


@given(st.dictionaries(st.sampled_from(_PARTS), st.text()))
def test_no_address_breaks_the_page(address: dict[str, str]) -> None:
    """Whatever stands in the address, a question comes out; the parts that could not be read are named."""
    asked = asked_from(address)
    for part in asked.problems:
        assert address[part]
    assert asked.window is not None
    assert asked_from(asked.parts()).problems == ()


def test_window_that_ends_before_it_starts_loses_its_end() -> None:
    """A link with swapped dates costs the later bound, and says so."""
    asked = asked_from({"from": "2026", "until": "2024"})
    assert (asked.first, asked.last, asked.problems) == ("2026", "", ("until",))


def test_another_question_closes_what_is_open() -> None:
    """A cell that was open belongs to the answer that it was opened in."""
    asked = Asked(of="org:meta", cell="org:openai>org:meta", problems=("until",))
    assert asked.changed(of="org:openai") == Asked(of="org:openai")


def test_horizon_is_the_setting_unless_months_are_asked_for() -> None:
    """Six months are 183 days, a year 365; none asked for are two years."""
    assert Asked().horizon == 730
    assert (Asked(months=6).horizon, Asked(months=12).horizon) == (183, 365)
