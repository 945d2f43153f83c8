"""The grid of moves: every number is made of the arrivals that are listed behind it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from leavers import held, leavers

from graph.queries.flows.flows import Flows, flows
from graph.queries.flows.tallies import Tally, tally
from graph.settings import settings
from graph.store.base import View
from talentgraph.ui.component import Block
from talentgraph.ui.flows import cells as flow_cells
from talentgraph.ui.flows import matrix as flow_matrix
from talentgraph.ui.flows import sankey as flow_sankey
from talentgraph.ui.flows.grid import ALL, REST, Grid, arrivals, parse_ends

_PLACES = tuple(f"o{number}" for number in range(17))
HAND_MADE = """
    a works_at gamma 2025-02-03/ from=alpha
    b works_at gamma 2025-02-05/ from=alpha
    c works_at alpha 2025-04-01/ from=gamma
    d works_at gamma 2025/ from=beta
    e works_at beta 2020/2024-05-10
    e works_at gamma 2024-06-01/
    f works_at beta 2020/
    f works_at gamma 2024-06-01/
"""


def market(seed: int, people: int) -> Grid:
    store = held("\n".join(leavers(Random(seed), people, _PLACES, _PLACES)))
    reply = flows(store.view())
    store.close()
    return Grid(reply)


def counted(found: Tally) -> int:
    return sum(each.is_counted for each in arrivals(found))


@given(st.integers(0, 10_000), st.integers(1, 30))
def test_every_number_is_the_arrivals_listed_behind_it(seed: int, people: int) -> None:
    """In each cell, row, column and the whole, what is listed as counted makes the number."""
    grid = market(seed, people)
    ends = (*grid.names, REST, ALL)
    for a in ends:
        for b in ends:
            found = grid.cell(a, b)
            assert counted(found) == found.n
            beside = len(arrivals(found)) - found.n
            assert beside == found.astride + found.inferred.hi + found.possible.hi


@given(st.integers(0, 10_000), st.integers(1, 30))
def test_rows_and_columns_add_up(seed: int, people: int) -> None:
    """A row adds up to what went out, a column to what came in, all of it to the total of the answer."""
    grid = market(seed, people)
    ends = (*grid.names, REST)
    for end in ends:
        assert sum(grid.cell(end, other).n for other in ends) == grid.cell(end, ALL).n
        assert sum(grid.cell(other, end).n for other in ends) == grid.cell(ALL, end).n
    assert grid.cell(ALL, ALL).n == grid.reply.total.n


def test_counting_finds_a_planted_wrong_number() -> None:
    """A tally that lost a move no longer equals its list."""
    whole = market(1, 40).cell(ALL, ALL)
    lost = Tally(whole.certain, whole.inferred, whole.possible, whole.moves[1:])
    assert counted(lost) != lost.n


@given(st.integers(0, 10_000), st.integers(20, 40))
def test_names_are_bounded_and_nobody_is_lost(seed: int, people: int) -> None:
    """At most so many rows, never a row of others that holds one only."""
    grid = market(seed, people)
    most = settings().matrix_names
    assert len(grid.names) <= most + 1
    assert len(grid.rest) != 1
    assert set(grid.names) | set(grid.rest) == set(grid.ends)


@pytest.fixture
def small(viewing: Callable[[str], View]) -> Flows:
    return flows(viewing(HAND_MADE))


def test_counts_by_hand(small: Flows) -> None:
    """Two of alpha came to gamma, one of beta, dated to a year, and e by dates; f perhaps from beta."""
    grid = Grid(small)
    alpha, beta, gamma = "org:alpha", "org:beta", "org:gamma"
    assert grid.cell(alpha, gamma).n == 2
    assert grid.cell(gamma, alpha).n == 1
    assert grid.cell(beta, gamma).n == 2
    assert [m.grade.value for m in grid.cell(beta, gamma).moves].count("inferred") == 1
    assert grid.cell(ALL, gamma).n == 4


def test_marks_stand_beside_and_not_in_the_number(small: Flows) -> None:
    """The cell of beta and gamma says 2, with a sign for the inferred one, and the key explains it."""
    block = flow_matrix.matrix(Grid(small), "")
    (cell,) = (c for c in cells(block) if c["action"] == "cell org:beta>org:gamma")
    assert cell["text"] == "2"
    assert cell["marks"] == [{"sign": "~", "text": "1"}]
    assert "beside: 1 inferred" in cell["label"]
    assert {"sign": "~", "label": "inferred"} in block["key"]


def test_net_of_a_row_is_in_less_out(small: Flows) -> None:
    """Gamma took four and lost one."""
    block = flow_matrix.matrix(Grid(small), "")
    (row,) = (row for row in block["rows"] if row.get("id") == "org:gamma")
    assert row["cells"][-1]["text"] == "+3"


def test_one_organisation_stands_against_all_others(viewing: Callable[[str], View]) -> None:
    """Rows are the others; in and out of the one, and the net; the last row is all of them."""
    reply = flows(viewing(HAND_MADE), "gamma")
    block = flow_matrix.matrix(Grid(reply), "")
    rows = {row["name"]: [cell["text"] for cell in row["cells"]] for row in block["rows"]}
    assert [column["label"] for column in block["columns"]] == ["To gamma", "From gamma", "Net"]
    assert rows == {"alpha": ["2", "1", "+1"], "beta": ["2", "", "+2"], "All": ["4", "1", "+3"]}


def test_only_the_way_that_was_asked_for(viewing: Callable[[str], View]) -> None:
    """Into gamma shows no way out of it, and no net."""
    reply = flows(viewing(HAND_MADE), into="gamma")
    block = flow_matrix.matrix(Grid(reply), "")
    assert [column["label"] for column in block["columns"]] == ["To gamma"]


@given(st.integers(0, 10_000), st.integers(1, 30))
def test_ribbons_are_the_cells(seed: int, people: int) -> None:
    """A Sankey draws what the matrix counts: the sum of its ribbons is the total, each equals its cell."""
    grid = market(seed, people)
    stops, ribbons = flow_sankey.across(grid)
    assert sum(ribbon.value for ribbon in ribbons) == grid.cell(ALL, ALL).n
    for ribbon in ribbons:
        ends = parse_ends(ribbon.key)
        assert ends is not None
        assert grid.cell(*ends).n == ribbon.value
    assert {end for ribbon in ribbons for end in ribbon.ends} <= {f"{s.side} {s.key}" for s in stops}


def test_table_holds_every_cell(small: Flows) -> None:
    """The twin of the picture has a row for each origin and destination, most moves first."""
    section, table = flow_cells.table(small, "", "")
    assert section["count"] == len(table["rows"]) == len(small.cells)
    assert [row["cells"][2]["runs"] for row in table["rows"]] == [["2"], ["2"], ["1"]]


def test_an_arrival_with_two_origins_is_listed_once() -> None:
    """Somebody who came from two places at once is one arrival, at its best grade."""
    store = held("a works_at gamma 2025-02-03/ from=alpha|beta")
    grid = Grid(flows(store.view()))
    store.close()
    assert (grid.cell(ALL, ALL).n, len(arrivals(grid.cell(ALL, ALL)))) == (1, 1)
    assert tally(grid.cell(ALL, ALL).moves).n == 1


def cells(block: Block) -> Iterator[Block]:
    """The cells of a matrix that open something."""
    return (cell for row in block["rows"] for cell in row["cells"] if cell.get("action"))


def test_file_of_the_table_has_its_rows_in_its_order(small: Flows) -> None:
    """What is downloaded is what is shown, with ids and the claims behind each number."""
    shown = flow_cells.table(small, "from", "")[1]["rows"]
    rows = list(csv.DictReader(io.StringIO(flow_cells.as_file(small, "from").decode())))
    assert [f"row {row['from_id']}>{row['to_id']}" for row in rows] == [row["action"] for row in shown]
    known = set(small.claims)
    assert all(set(row["claims"].split()) <= known and row["claims"] for row in rows)
