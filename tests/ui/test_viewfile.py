"""A view as a file: written and read back whole, or refused with its line."""

from __future__ import annotations

import json

import pytest

from graph.errors import UnreadableFile
from graph.model.days import day_of
from talentgraph.ui.explore.openings import Pin
from talentgraph.ui.explore.viewfile import NAME, ViewFile, read_view, write_view
from talentgraph.ui.state import State

STATE = State(
    at="org:meta",
    opened=("org:meta", "org:openai~works_at~in"),
    hidden=("person:a",),
    pins=(Pin("org:meta", 5, -7),),
    true_on=day_of("2025-06-30"),
    off=("deal",),
)
FILE = ViewFile(
    STATE, {"org:meta": (5, -7), "person:łukasz-x".replace("ł", "l"): (-300, 12)}, "3.640.2025-11-25"
)


def lines(*changes: object) -> bytes:
    """The file with lines added, or with its first line replaced by a text."""
    made = write_view(FILE).decode().splitlines()
    extra = [each if isinstance(each, str) else json.dumps(each) for each in changes]
    return "\n".join([*made, *extra]).encode()


def test_a_view_comes_back_whole() -> None:
    """State, places and the ledger it was made with, however many names."""
    assert read_view(NAME, write_view(FILE)) == FILE


@pytest.mark.parametrize(
    ("added", "fact"),
    [
        ({"name": "org:meta", "x": 1, "y": 2}, "there twice"),
        ({"name": "org:x", "x": 1.5, "y": 2}, "not taken"),
        ({"name": "org:x", "x": 1}, "y is missing"),
        ({"name": "org:x", "x": 99_999, "y": 0}, "between"),
        ({"name": "org:x", "x": 1, "y": 2, "z": 3}, "not a known field"),
        ("not json", "not plain JSON"),
    ],
)
def test_a_bad_line_is_named(added: object, fact: str) -> None:
    """What is wrong with a place is told with the number of its line."""
    with pytest.raises(UnreadableFile, match=fact) as raised:
        read_view(NAME, lines(added))
    assert raised.value.line == 4
    assert raised.value.path == NAME


@pytest.mark.parametrize(
    ("head", "fact"),
    [
        ({"talentgraph": "dump 1"}, "is no view"),
        ({"name": "org:meta", "x": 1, "y": 2}, "is no view"),
        ({"talentgraph": "view 1", "address": {"at": "Meta"}}, "“at” of the address"),
        ({"talentgraph": "view 1", "address": {"colour": "red"}}, "“colour” of the address"),
        ({"talentgraph": "view 1", "address": {"at": 1}}, "“at” of the address"),
    ],
)
def test_another_file_is_refused(head: object, fact: str) -> None:
    """A dump, a list of places or an address that cannot be read in full is no view."""
    with pytest.raises(UnreadableFile, match=fact):
        read_view(NAME, json.dumps(head).encode())


def test_an_empty_file_is_refused() -> None:
    """There is nothing to open."""
    with pytest.raises(UnreadableFile, match="is empty"):
        read_view(NAME, b"")
