"""The ledger as the screen reads it: one store a process, one View for each scope and version."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from graph.assembly.evidence import Evidence
from graph.model.text import fold
from graph.store.answers import EntityCard
from graph.store.base import Store, View
from graph.store.scope import Scope
from talentgraph.doors import open_ledger
from talentgraph.ui.component import Block
from talentgraph.ui.explore.network import months_of

_SHORT_NAME = 8


@st.cache_resource(show_spinner="Reading the ledger.")
def store() -> Store:
    """The store that the settings name, filled with the shipped sets if it is empty."""
    return open_ledger(fill=True)


def view(scope: Scope) -> View:
    """The newest version within a scope. Opening one is cheap enough to do in every run."""
    return store().view(scope)


@st.cache_data(max_entries=4, show_spinner=False)
def names(version: int) -> dict[str, str]:  # noqa: ARG001 - the key of the cache
    """Names to pick from, with the id; best connected first. Misspellings are no choice, but are found."""
    found: dict[str, str] = {}
    cards = everyone(store().view())
    for card in cards:
        found.setdefault(card.name if card.name not in found else f"{card.name} ({card.id})", card.id)
    for card in cards:
        for other in card.names:
            if is_typo(other, card.name):
                continue
            found.setdefault(f"{other}, now shown as {card.name}", card.id)
    return found


def is_typo(other: str, name: str) -> bool:
    """Whether one letter too many, too few or another one is all that keeps a name from the one shown.

    Short names differ by one letter and are others, and a first letter is seldom mistyped.
    """
    one, shown = fold(other), fold(name)
    if len(shown) < _SHORT_NAME or one[:1] != shown[:1]:
        return False
    return one != shown and _rest_is_one(one, shown)


def _rest_is_one(one: str, other: str) -> bool:
    """Whether two texts become the same by one letter put in, taken out or changed."""
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if shared is None:
        return abs(len(one) - len(other)) == 1
    left, right = one[shared:], other[shared:]
    return left[1:] == right[1:] or left[1:] == right or left == right[1:]


@st.cache_data(max_entries=4, show_spinner=False)
def months(version: int, known_on: int | None = None) -> list[Block]:  # noqa: ARG001
    """Claims by month, for the time strip, as far as they were known on a day."""
    return months_of(all_claims(store().view(Scope(known_on=known_on))))


def everyone(view_: View) -> list[EntityCard]:
    """Every entity that a claim of the view names, best connected first, then by name."""
    ids = {id_ for evidence in all_claims(view_) for id_ in evidence.claim.entities()}
    cards = view_.entities(sorted(ids)).values()
    return sorted(cards, key=lambda card: (-card.degree, card.name, card.id))


def all_claims(view_: View) -> Iterator[Evidence]:
    """The whole ledger in scope, page by page."""
    after: tuple[int, int, str] | None = None
    while page := view_.claims(after=after).items:
        yield from page
        after = page[-1].order
