"""Tables that stand for pictures: what the one says the other says."""

from __future__ import annotations

from collections.abc import Callable

from graph.queries.network.paths import paths
from graph.queries.people.dossier import show
from graph.store.base import View
from talentgraph.ui.component import Block
from talentgraph.ui.paths import rails
from talentgraph.ui.paths import twin as path_twin
from talentgraph.ui.people import person

CAREER = """
ada works_at acme 2015/2020-03
ada leads acme 2018/2020-03 role=CTO
ada works_at brainco 2020-04/2024 from=acme
ada works_at acme 2024-06/.. from=brainco
ada board_of neura 2023/..
ada studied_at org:mit 2010/2014
brainco offered ada 2023-05 outcome=declined amount=2m
"""
PATHS = """
ada works_at acme 2020/..
ada works_at acme 2015/2016
bo works_at acme 2021/.. status=confirmed
bo works_at brainco 2023/..
cy works_at brainco 2024/..
"""


def cells(block: Block) -> list[list[str]]:
    return [["".join(map(str, cell["runs"])) for cell in row["cells"]] for row in block["rows"]]


def block_of(parts: list[Block], kind: str) -> Block:
    return next(part for part in parts if part["type"] == kind and part.get("title", "Career") == "Career")


def test_the_table_of_a_career_has_a_row_for_every_bar_and_diamond(viewing: Callable[[str], View]) -> None:
    """Both stints of one who came back, board, studies and offer; a row opens what a bar opens."""
    shown = show(viewing(CAREER), "person:ada")
    lanes = block_of(person.left(shown, "", every_claim=False), "lanes")
    table = block_of(person.left(shown, "", every_claim=False, as_table=True), "table")
    pressed = [each["action"] for lane in lanes["rows"] for each in (*lane["bars"], *lane["marks"])]
    assert sorted(row["action"] for row in table["rows"]) == sorted(pressed)
    said = cells(table)
    assert [row[:2] for row in said if row[0] == "acme"] == [["acme", "CTO"], ["acme", "–"]]
    assert ["brainco", "offer, declined", "May 2023"] in said
    assert {row[1] for row in said} >= {"board", "studies"}


def test_the_table_of_paths_has_a_row_for_every_link(viewing: Callable[[str], View]) -> None:
    """Parallel links are two rows of one step; a row chooses its path. In words each step is told once."""
    reply = paths(viewing(PATHS), "person:ada", "person:cy")
    head, table = path_twin.twin(reply, 1, "")
    assert head["title"] == "1 path"
    assert [row[:3] for row in cells(table)] == [
        ["1", "1", "ada"],
        ["1", "1", "ada"],
        ["1", "2", "bo"],
        ["1", "3", "bo"],
        ["1", "4", "cy"],
    ]
    assert {row["action"] for row in table["rows"]} == {"choose 0001"}
    words = rails.words(reply, 1)[0]["rows"]
    assert [row["when"] for row in words] == ["Step 1", "", "Step 2", "Step 3", "Step 4"]


def test_an_offer_nobody_knows_the_end_of_is_an_offer(viewing: Callable[[str], View]) -> None:
    """No word of an end is made up, and none is left hanging."""
    shown = show(viewing("ada works_at acme 2015/2020\ngamma offered ada 2023-05"), "person:ada")
    table = block_of(person.left(shown, "", every_claim=False, as_table=True), "table")
    assert ["gamma", "offer", "May 2023"] in cells(table)
