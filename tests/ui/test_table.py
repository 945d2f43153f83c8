from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentgraph.ui.organisations.directory import net
from talentgraph.ui.table import (
    NOTHING,
    Cell,
    Column,
    Row,
    Sorting,
    arranged,
    as_csv,
    block,
    count,
    in_order,
    sorting,
    text,
)

COLUMNS = (
    Column("name", "Name"),
    Column("moves", "Moves", align="right"),
    Column("note", "Note", sorts=False),
)


def row(id_: str, name: str, moves: int, note: str = "") -> Row:
    return Row(id_, {"name": text(name), "moves": count(moves), "note": text(note)}, {"id": id_})


ROWS = [row("c", "Ada", 2), row("a", "Bea", 0), row("b", "ada", 2), row("d", "", 5)]


def test_what_is_not_known_goes_last_either_way() -> None:
    """Rising or falling, a row without a name stands at the end; equal rows keep the order of their ids."""
    assert [each.id for each in arranged(ROWS, Sorting("name"))] == ["b", "c", "a", "d"]
    assert [each.id for each in arranged(ROWS, Sorting("name", falling=True))] == ["a", "b", "c", "d"]


def test_numbers_sort_falling_first_and_names_rising() -> None:
    """A press on a head does what is wanted first; a second press turns it."""
    assert Sorting("name").turned(COLUMNS[1]) == Sorting("moves", falling=True)
    assert Sorting("moves").turned(COLUMNS[0]) == Sorting("name")
    assert Sorting("name").turned(COLUMNS[0]) == Sorting("name", falling=True)


@given(st.sampled_from(["name", "moves"]), st.booleans())
def test_sorting_survives_the_address(key: str, falling: bool) -> None:
    """What is written into the address is read back."""
    asked = Sorting(key, falling)
    assert sorting(COLUMNS)(str(asked)) == asked


@pytest.mark.parametrize("said", ["note", "sideways", "-", "name--"])
def test_a_column_that_does_not_sort_is_refused(said: str) -> None:
    """An address cannot sort by what is no column, or by one that has no order."""
    with pytest.raises(ValueError, match=r".*"):
        sorting(COLUMNS)(said)


def test_block_says_order_choice_and_action() -> None:
    """The head that sorts says which way, the chosen row is marked, each row sends its id."""
    drawn = block(COLUMNS, ROWS, Sorting("moves", falling=True), chosen="a")
    assert [head.get("sorted") for head in drawn["columns"]] == [None, "descending", None]
    assert "action" not in drawn["columns"][2]
    assert [each["chosen"] for each in drawn["rows"]] == [False, True, False, False]
    assert drawn["rows"][0]["action"] == "row c"
    assert block(COLUMNS, ROWS, Sorting("name"), word="")["rows"][0]["action"] == ""


def test_file_has_the_rows_as_shown_and_no_formula() -> None:
    """One line a row, ids at the end, empty where nothing is known; what could be a formula is text."""
    rows = [row("x", "=cmd|' /C calc'!A0", 3), row("y", "", 0, "-2+3")]
    read = list(csv.DictReader(io.StringIO(as_csv(COLUMNS, rows).decode())))
    assert [each["id"] for each in read] == ["x", "y"]
    assert read[0]["name"].startswith("'=")
    assert (read[1]["name"], read[1]["moves"], read[1]["note"]) == ("", "0", "'-2+3")


def test_nought_is_a_dash_and_still_a_number() -> None:
    """A column of counts reads at a glance, and sorts and downloads as numbers."""
    assert count(0) == Cell(["–"], 0, 0)
    assert count(3).runs == ["3"]


def test_net_of_nobody_is_a_dash_and_of_some_a_number() -> None:
    """Where nobody is known to have come or left, no balance is told; one of as many each way is nought."""
    assert net(0, 0).runs == NOTHING.runs
    assert (net(2, 2).runs, net(1, 3).runs) == (["0"], ["\u22122"])


def test_a_table_stays_as_given_until_an_address_sorts_it() -> None:
    """Steps of a curve come in their order; a column turns them, one of another table does not."""
    columns = (Column("day", "Day", align="right"), Column("who", "Who", sorts=False))
    rows = [Row(str(n), {"day": count(n), "who": text("")}) for n in (2, 3, 1)]
    order = {
        said: [row["cells"][0]["runs"] for row in in_order(columns, rows, said)["rows"]]
        for said in ("", "day", "day-", "who", "x")
    }
    given = [["2"], ["3"], ["1"]]
    assert order == {
        "": given,
        "day": [["1"], ["2"], ["3"]],
        "day-": [["3"], ["2"], ["1"]],
        "who": given,
        "x": given,
    }
