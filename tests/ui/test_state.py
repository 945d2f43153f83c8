from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graph.assembly.rows import Certainty, Level
from graph.exports.look import Sign
from graph.model.days import day_of
from graph.model.entities import KINDS
from graph.model.relations import RELATIONS
from talentgraph.ui.explore.openings import Pin
from talentgraph.ui.state import State, from_address, shared_address, shared_from, to_address

_ids = st.from_regex(r"(person|org|deal|work|group):[a-z0-9]{1,8}(-[a-z0-9]{1,8})?", fullmatch=True)
_edges = st.builds(
    "{}|{}|{}|{}|1|1".format, _ids, st.sampled_from(sorted(RELATIONS)), _ids, st.sampled_from(("", "CEO"))
)
_days = st.none() | st.integers(day_of("1990-01-01"), day_of("2040-01-01"))
_groups = st.lists(_ids, min_size=2, max_size=4, unique=True).map(tuple)
_selections = (st.just("") | _ids | _edges).map(lambda at: (at, ())) | _groups.map(lambda ids: (ids[0], ids))
_by = st.sampled_from(sorted(RELATIONS)).flatmap(
    lambda name: st.sampled_from((f"~{name}~in", f"~{name}~out"))
)
_opened = st.builds("{}{}".format, _ids, st.just("") | _by)
_pixels = st.integers(-16_000, 16_000)
_rest = st.fixed_dictionaries(
    {
        "opened": st.lists(_opened, unique=True, max_size=4).map(tuple),
        "hidden": st.lists(_ids, unique=True, max_size=3).map(tuple),
        "pins": st.lists(st.builds(Pin, _ids, _pixels, _pixels), max_size=3).map(tuple),
        "off": st.lists(st.sampled_from([str(sign) for sign in Sign]), unique=True, max_size=3).map(tuple),
        "table": st.booleans(),
        "colour": st.sampled_from(("kind", "employer")),
        "seed": st.integers(1, 9_999),
    }
)
_picked = st.builds(
    State,
    whole=st.booleans(),
    true_on=_days,
    known_on=_days,
    level=st.sampled_from(Level),
    certainty=st.sampled_from(Certainty),
    relations=st.lists(st.sampled_from(sorted(RELATIONS)), unique=True, max_size=3).map(tuple),
    kinds=st.lists(st.sampled_from(KINDS), unique=True, max_size=3).map(tuple),
    path=st.lists(_ids, unique=True, max_size=4).map(tuple),
)
_states = st.builds(
    lambda state, selected, rest: replace(state, at=selected[0], group=selected[1], **rest),
    _picked,
    _selections,
    _rest,
)
_PARTS = (
    *("at", "also", "open", "only", "hide", "pin", "off", "table", "colour", "seed"),
    *("on", "known", "level", "certainty", "rel", "kind", "path"),
)


@given(_states)
def test_address_round_trip(state: State) -> None:
    """What the address says is what was shown."""
    assert from_address(to_address(state)) == state


@given(_states, _states)
def test_other_pages_share_selection_clocks_and_level(shown: State, held: State) -> None:
    """A link to another page than Explore says what all pages share, and leaves the network as it was."""
    read = shared_from(shared_address(shown), held)
    assert (read.at, read.true_on, read.known_on, read.level) == (
        shown.at,
        shown.true_on,
        shown.known_on,
        shown.level,
    )
    assert (read.opened, read.whole, read.path, read.kinds) == (
        held.opened,
        held.whole,
        held.path,
        held.kinds,
    )
    assert read.clocks == shown.clocks


def test_defaults_leave_the_address_empty() -> None:
    """An untouched page has a bare address."""
    assert to_address(State()) == {}


@given(st.dictionaries(st.sampled_from(_PARTS), st.text()))
def test_no_address_breaks_the_page(address: dict[str, str]) -> None:
    """Whatever stands in the address, a state comes out, and the parts that could not be read are named."""
    state = from_address(address)
    for part in state.problems:
        assert address[part]
    assert from_address(to_address(state)) == from_address(to_address(from_address(to_address(state))))


def test_unreadable_parts_are_named_and_the_rest_is_kept() -> None:
    """A bad day in a link costs the day, not the selection."""
    state = from_address({"at": "org:meta", "on": "yesterday", "level": "rumours"})
    assert state.at == "org:meta"
    assert state.problems == ("on", "level")


def test_opening_twice_is_opening_once() -> None:
    """An entity's neighbourhood is drawn once, in the order of opening."""
    state = State().expand("org:meta").expand("org:openai").expand("org:meta")
    assert state.opened == ("org:meta", "org:openai")
