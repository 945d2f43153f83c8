"""What each page is asked for goes into its address and comes out again."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from graph.model.entities import KINDS
from graph.model.relations import RELATIONS
from graph.model.vocabulary import DEAL_KINDS, Status
from graph.queries.words.question import MODES
from talentgraph.ui.deals import controls as deal_controls
from talentgraph.ui.deals.dealings import DEALS
from talentgraph.ui.organisations import controls as organisation_controls
from talentgraph.ui.organisations.directory import COLUMNS as ORGANISATIONS
from talentgraph.ui.pages import people
from talentgraph.ui.paths.routes import Route, route_from
from talentgraph.ui.people.roster import COLUMNS as PEOPLE
from talentgraph.ui.table import Column, Sorting

_ids = st.from_regex(r"(person|org|deal|work|group):[a-z0-9]{1,8}(-[a-z0-9]{1,8})?", fullmatch=True)
_some = st.lists(_ids, unique=True, max_size=3).map(tuple)
_statuses = st.sampled_from([str(each) for each in Status])
_none_or = st.none() | st.integers(1, 12)


def _sortings(columns: tuple[Column, ...]) -> st.SearchStrategy[Sorting]:
    keys = [column.key for column in columns if column.sorts]
    return st.builds(Sorting, st.sampled_from(keys), st.booleans())


_orders = st.sampled_from(["", "when", "came-", "what is no column"])
_windows = st.sampled_from([("", ""), ("2025", "2025"), ("", "2024-06"), ("2024-06-12", "2025")])
_routes = st.builds(
    Route,
    starts=_some,
    ends=_some,
    mode=st.sampled_from(MODES),
    paths=_none_or,
    hops=_none_or,
    hub=_none_or,
    relations=st.lists(st.sampled_from(sorted(RELATIONS)), unique=True, max_size=3).map(tuple),
    kinds=st.lists(st.sampled_from(KINDS), unique=True, max_size=3).map(tuple),
    without=_some,
    chosen=st.integers(1, 50),
    as_table=st.booleans(),
    order=_orders,
)


@given(_routes)
def test_question_for_paths(route: Route) -> None:
    """A copied address asks the same question and shows the same path."""
    assert route_from(route.parts()) == route


def test_untouched_pages_have_bare_addresses() -> None:
    """Nothing is said that is at its default."""
    assert Route().parts() == {}
    for parts in (
        people.Asked().parts(),
        deal_controls.Asked().parts(),
        organisation_controls.Asked().parts(),
    ):
        assert not any(parts.values())


@given(
    st.builds(
        people.Asked,
        sort=_sortings(PEOPLE),
        edge=st.just("") | st.builds("{}|works_at|{}||1|1".format, _ids, _ids),
        everyone=st.booleans(),
        claims=st.booleans(),
        as_table=st.booleans(),
        order=_orders,
    )
)
def test_people(asked: people.Asked) -> None:
    """The order of the list, the open bar, and what is listed in full."""
    assert people.asked_from(asked.parts()) == asked


@given(
    st.builds(
        deal_controls.Asked,
        show=st.just("offers"),
        sort=_sortings(DEALS),
        offer=st.just(()) | st.tuples(_ids, _ids) | st.tuples(_ids, _ids, st.just("second")),
        of=st.just("") | _ids,
        kinds=st.lists(st.sampled_from(DEAL_KINDS), unique=True, max_size=2).map(tuple),
        statuses=st.lists(st.sampled_from([str(each) for each in Status]), unique=True, max_size=2).map(
            tuple
        ),
        disputed=st.booleans(),
        claims=st.booleans(),
    )
)
def test_deals_and_offers(asked: deal_controls.Asked) -> None:
    """Which table, its order and filters, the chosen offer."""
    assert deal_controls.asked_from(asked.parts()) == asked


@given(
    st.builds(
        organisation_controls.Asked,
        sort=_sortings(ORGANISATIONS),
        opened=st.sampled_from(["", "in", "out", "in,rest"]) | _ids.map("out,{}".format),
        deal=st.just("") | _ids,
        beside=st.just("") | _ids,
        as_table=st.booleans(),
        quarrels=st.booleans(),
        people=st.booleans(),
        order=_orders,
        measure=st.sampled_from(["", "moves-in"]),
    ),
    _windows,
)
def test_organisations(asked: organisation_controls.Asked, window: tuple[str, str]) -> None:
    """What is open of one organisation, which one stands beside it, and the window of both."""
    asked = replace(asked, first=window[0], last=window[1])
    assert organisation_controls.asked_from(asked.parts()) == asked


_PARTS = (
    *("from", "to", "mode", "paths", "hops", "hub", "rel", "kind", "without", "path", "sort", "edge"),
    *("colleagues", "claims", "show", "offer", "of", "what", "status", "disputed", "open", "deal", "beside"),
    *("until", "order", "measure", "table"),
)


@given(st.dictionaries(st.sampled_from(_PARTS), st.text()))
def test_no_address_breaks_a_page(address: dict[str, str]) -> None:
    """Whatever stands in an address, each page reads what it can and names the rest."""
    readers = (route_from, people.asked_from, deal_controls.asked_from, organisation_controls.asked_from)
    for read in readers:
        asked = read(address)
        assert all(address[part] for part in asked.problems)
