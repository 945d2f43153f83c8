"""What holds of flows in every ledger: cells add up, nets turn over, knowledge is a cut of the ledger."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from ledgers import COMPANIES, market
from making import day

from graph.assembly.rows import Grade
from graph.model.claimset import ClaimSet
from graph.queries.answers.counting import OPEN, Held, Rollup, Window, read
from graph.queries.answers.reply import Reply
from graph.queries.flows.compare import compare
from graph.queries.flows.flows import Flows, flows
from graph.queries.flows.rates import ends, starts
from graph.queries.flows.slices import Period
from graph.queries.shapes.shape import as_json
from graph.settings import settings
from graph.store import open_store
from graph.store.base import Store, View
from graph.store.scope import Scope

SEEDS = st.integers(0, 2**32)
DAYS = st.integers(day("2019-01-01"), day("2026-01-01"))
WINDOWS = st.just(OPEN) | st.tuples(DAYS, DAYS).map(lambda days: Window(min(days), max(days)))
FILTERS = st.sampled_from([{}, {"into": COMPANIES[0]}, {"out_of": COMPANIES[1]}, {"of": COMPANIES[2]}])


def holding(*sets: ClaimSet) -> Store:
    store = open_store(":memory:")
    with store.writer() as writer:
        writer.load_all(sets)
    return store


def asked(view: View, filters: dict[str, str], window: Window, by: Rollup = Rollup.COMPANY) -> Flows:
    of, into, out_of = (filters.get(key, "") for key in ("of", "into", "out_of"))
    return flows(view, of, into=into, out_of=out_of, window=window, by=by)


def certain_rows(
    view: View, filters: dict[str, str], window: Window, by: Rollup
) -> set[tuple[str, str, str]]:
    """(arrival, origin, destination) of all moves that must be counted, by a plain loop over the rows."""
    limits = settings()
    found: set[tuple[str, str, str]] = set()
    for row in view.stints().moves:
        left, joined = {row.origin, row.origin_company}, {row.destination, row.destination_company}
        ends = {"of": left | joined, "into": joined, "out_of": left}
        if row.is_transfer or any(filters[key] not in ends[key] for key in filters):
            continue
        inside = (window.first or 0) <= row.day_lo and row.day_hi <= (window.last or 10**9)
        if not inside or row.grade(limits.gap_min_days, limits.gap_max_days) is not Grade.CERTAIN:
            continue
        named = {*filters.values()}
        origin = row.origin if by is Rollup.LAB or row.origin in named else row.origin_company
        destination = row.destination
        if by is Rollup.COMPANY and row.destination not in named:
            destination = row.destination_company
        if origin != destination:
            found.add((row.to_edge, origin, destination))
    return found


def test_markets_have_flows() -> None:
    """The generated ledgers are worth asking: seven of ten have moves to count, many have others beside."""
    found = [flows(holding(*market(seed)).view()) for seed in range(30)]
    assert sum(reply.total.n > 0 for reply in found) >= 21
    assert sum(reply.total.inferred.hi > 0 for reply in found) >= 15
    assert sum(reply.total.possible.hi > 0 for reply in found) >= 15
    assert sum(bool(reply.inside) for reply in found) >= 3


@given(SEEDS, WINDOWS, FILTERS, st.sampled_from(Rollup))
def test_cells_add_up(seed: int, window: Window, filters: dict[str, str], by: Rollup) -> None:
    """Cells sum to the pairs of an arrival and an origin; the total counts each arrival once."""
    view = holding(*market(seed)).view()
    reply = asked(view, filters, window, by)
    expected = certain_rows(view, filters, window, by)
    assert sum(cell.tally.n for cell in reply.cells) == len(expected)
    assert reply.total.n == len({arrival for arrival, _, _ in expected})
    assert {(c.origin, c.destination) for c in reply.cells if c.tally.n} == {e[1:] for e in expected}


@given(SEEDS, WINDOWS, FILTERS)
def test_a_cell_counts_the_moves_that_it_lists(seed: int, window: Window, filters: dict[str, str]) -> None:
    """The counted rows of the list sum to the cells, and every claim of a cell is in the answer."""
    reply = asked(holding(*market(seed)).view(), filters, window)
    for cell in reply.cells:
        mine = [m for m in reply.listed if (m.origin, m.destination) == (cell.origin, cell.destination)]
        arrivals = {m.move.row.to_edge for m in mine if m.is_counted}
        assert len(arrivals) == cell.tally.n
        assert {m.move.row.person for m in mine if m.is_counted} == set(cell.tally.people)
        assert {e.id for e in reply.found(cell.tally.claims)} == set(cell.tally.claims)
        counts = (cell.tally.certain, cell.tally.inferred, cell.tally.possible)
        assert all(count.lo <= count.mid <= count.hi for count in counts)


@given(SEEDS, WINDOWS)
def test_nets_turn_over(seed: int, window: Window) -> None:
    """What a gained from b is what b lost to a; the moves of a pair are those of its two cells."""
    view = holding(*market(seed)).view()
    whole = flows(view, window=window)
    cells = {(c.origin, c.destination): c.tally.n for c in whole.cells}
    for pair in whole.pairs:
        forth = flows(view, into=pair.b, out_of=pair.a, window=window)
        back = flows(view, into=pair.a, out_of=pair.b, window=window)
        if pair.a in COMPANIES and pair.b in COMPANIES:
            assert [p.net for p in forth.pairs] == [-p.net for p in back.pairs] == [pair.net]
        assert pair.there.n == cells.get((pair.a, pair.b), 0)
        assert pair.back.n == cells.get((pair.b, pair.a), 0)


@given(SEEDS, WINDOWS, st.sampled_from([Period.YEAR, Period.QUARTER, Period.MONTH]))
def test_periods_lose_no_middle(seed: int, window: Window, period: Period) -> None:
    """Over the periods the middle counts of dated moves add up; the sure ones are never more."""
    reply = flows(holding(*market(seed)).view(), window=window, period=period)
    dated = [m for m in reply.total.moves if m.row.day_lo > 0 and m.row.day_hi < 10**7]
    arrivals = {m.row.to_edge for m in dated if m.grade is Grade.CERTAIN and m.held is not Held.PERHAPS}
    whole = {m.row.to_edge for m in reply.total.moves if m.grade is Grade.CERTAIN}
    assert sum(s.total.certain.mid for s in reply.slices) == len(arrivals)
    assert sum(s.total.n for s in reply.slices) <= reply.total.n <= len(whole)


@given(SEEDS, st.tuples(DAYS, DAYS).map(sorted))
def test_the_books_balance(seed: int, days: list[int]) -> None:
    """Present before + arrivals − departures = present at the end, over stints dated to the day."""
    spells = [
        s
        for s in read(holding(*market(seed)).view()).spells
        if s.start_dated and s.end_dated and s.start_lo == s.start_hi and s.end_lo == s.end_hi
    ]
    window = Window(days[0], days[1])
    before, after = (sum(s.holds(on) for s in spells) for on in (days[0] - 1, days[1]))
    assert before + starts(spells, window)[0].lo - ends(spells, window)[0].lo == after


def shape(reply: Reply) -> dict[str, Any]:
    return {key: value for key, value in as_json(reply).items() if key != "version"}


def answers(view: View, window: Window) -> list[dict[str, Any]]:
    return [
        shape(flows(view, window=window)),
        shape(flows(view, into=COMPANIES[0], window=window)),
        shape(flows(view, of=COMPANIES[1], window=window, by=Rollup.LAB, period=Period.YEAR)),
        shape(compare(view, COMPANIES[0], COMPANIES[1], window)),
    ]


def known_by(sets: tuple[ClaimSet, ...], cut: int) -> list[ClaimSet]:
    """The sets without what was not known by a day."""
    kept = []
    for each in sets:
        known = {s.id: s.known_from(each.compiled_day) for s in each.sources}
        kept.append(replace(each, claims=tuple(c for c in each.claims if known[c.source] <= cut)))
    return kept


@given(SEEDS, DAYS, WINDOWS)
def test_knowledge_is_a_cut_of_the_ledger(seed: int, cut: int, window: Window) -> None:
    """Known on a day, every flow and comparison is that of a ledger that holds no later claim."""
    sets = market(seed)
    whole, less = holding(*sets), holding(*known_by(sets, cut))
    scope = Scope(known_on=cut)
    assert answers(whole.view(scope), window) == answers(less.view(scope), window)
