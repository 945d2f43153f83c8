"""Several selected names: who they are, and what they share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from graph.store.base import Store, View
from talentgraph.ui.component import Block
from talentgraph.ui.explore.several import several_blocks

LINES = """
ada works_at meta 2020-01-01/2024-06-30
ada works_at openai 2024-07-01/..
bob works_at meta 2021-03-01/2022-03-01
bob studied_at mit
cyd works_at openai 2025-01-01/..
cyd studied_at mit
dan works_at google 2020/..
"""


@pytest.fixture
def view(holding: Callable[[str], Store]) -> View:
    return holding(LINES).view()


def block(view: View, selected: Sequence[str], title: str) -> Block:
    return next(each for each in several_blocks(view, selected) if each.get("title") == title)


def test_what_they_share_comes_by_how_many_share_it(view: View) -> None:
    """Three people: Meta, OpenAI and MIT have two each; what only one has is not shared."""
    shared = block(view, ("person:ada", "person:bob", "person:cyd"), "What they share")
    assert [(row["id"], row["note"]) for row in shared["rows"]] == [
        ("org:meta", "2 of 3"),
        ("org:mit", "2 of 3"),
        ("org:openai", "2 of 3"),
    ]
    assert "ada worked at meta" in shared["rows"][0]["text"]
    assert "bob worked at meta" in shared["rows"][0]["text"]


def test_the_selected_are_no_part_of_what_they_share(view: View) -> None:
    """A person and an employer that are linked share nobody because of that link."""
    shared = block(view, ("person:ada", "org:meta"), "What they share")
    assert "linked to two of them" in shared["rows"][0]["text"][0]


def test_people_who_were_together_are_told_with_their_time(view: View) -> None:
    """Ada and Bob had a year at Meta; Bob and Cyd went to one school, and no source says when."""
    met = block(view, ("person:ada", "person:bob"), "At one place at one time")
    (row,) = met["rows"]
    names = [run["id"] for run in row["text"] if isinstance(run, dict)]
    assert names == ["person:ada", "person:bob", "org:meta"]
    assert row["text"][-1] == "Mar 2021 to Feb 2022."
    blocks = several_blocks(view, ("person:bob", "person:cyd"))
    assert all(each.get("title") != "At one place at one time" for each in blocks)


def test_two_can_be_connected_more_cannot(view: View) -> None:
    """Paths lead from one name to another."""
    labels = [
        [b["label"] for b in each["buttons"]]
        for each in several_blocks(view, ("person:ada", "person:bob"))
        if each["type"] == "actions"
    ]
    assert labels == [["Show only these", "Paths between", "Hide"]]
    three = several_blocks(view, ("person:ada", "person:bob", "person:cyd"))
    assert "Paths between" not in [
        b["label"] for each in three if each["type"] == "actions" for b in each["buttons"]
    ]


def test_whoever_is_unknown_breaks_nothing(view: View) -> None:
    """An old link may select somebody who is gone."""
    assert several_blocks(view, ("person:ada", "person:nobody"))[0]["name"] == "2 names"
