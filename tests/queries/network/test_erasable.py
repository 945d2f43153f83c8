"""Who may be erased: whoever any claim names, withdrawn ones too, and never somebody who was not meant."""

from __future__ import annotations

import pytest
from small import claim, claim_set

from graph.errors import BadQuestion, NotFound
from graph.queries.network.erasable import erasable
from graph.store.base import View
from graph.store.memory import MemoryStore

WHO = "person:zebulon-quexot"


def view_of(gone: str, live: str) -> View:
    """A ledger of two sets, one of them removed; each names one person."""
    there = claim("person:bo", "named", value=live, kind="usual")
    left = claim(WHO, "named", value=gone, kind="usual")
    store = MemoryStore()
    with store.writer() as writer:
        writer.load_all([claim_set(there), claim_set(left, id_="two")])
        writer.withdraw("two")
    return store.view()


@pytest.mark.parametrize("text", [WHO, "Zebulon Quexot", " zébulon quexot "])
def test_a_withdrawn_person_is_found(text: str) -> None:
    """By id, and by the exact name, however it is written."""
    id_, _ = erasable(view_of("Zebulon Quexot", "Bo Li"), text)
    assert id_ == WHO


def test_a_live_person_is_found_as_ever() -> None:
    """By a near spelling too."""
    assert erasable(view_of("Zebulon Quexot", "Bonifatius Li"), "Bonifatus Li") == (
        "person:bo",
        "Bonifatius Li",
    )


@pytest.mark.parametrize("live", ["Zebulon Quexot", "Zebulon Quexott"])
def test_a_name_of_two_needs_an_id(live: str) -> None:
    """A name of a withdrawn person that fits a live one too, exactly or nearly, erases neither."""
    view = view_of("Zebulon Quexot", live)
    with pytest.raises(BadQuestion, match=r"person:bo.*person:zebulon-quexot"):
        erasable(view, "Zebulon Quexot")
    assert erasable(view, WHO)[0] == WHO
    assert erasable(view, "person:bo") == ("person:bo", live)


@pytest.mark.parametrize("text", ["person:nobody", "Nobody Atall"])
def test_nobody_is_not_found(text: str) -> None:
    """What no claim names is not found."""
    with pytest.raises(NotFound):
        erasable(view_of("Zebulon Quexot", "Bo Li"), text)
