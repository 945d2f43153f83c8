"""What is typed in a notebook, read or refused; and what a ledger holds, in a few words."""

from __future__ import annotations

from collections.abc import Iterable

from graph.errors import BadQuestion
from graph.model.days import day_of
from graph.store.answers import Summary

Day = str | None
"""A day as text, `2025-01-01`."""


def counts_text(summary: Summary) -> str:
    """`12 entities, 30 edges, 45 claims`."""
    return f"{sum(summary.entities.values()):,} entities, {summary.edges:,} edges, {summary.claims:,} claims"


def day_in(text: Day, place: str) -> int | None:
    """The day of a text. Raises BadQuestion that names its place."""
    if text is None:
        return None
    try:
        return day_of(text)
    except ValueError as error:
        raise BadQuestion(f"“{text}” is not a day.", place=place, hint="Write 2025-06-12.") from error


def one_of(word: str, words: Iterable[str], place: str) -> str:
    """The word, if it is one of those that may be said there. Raises BadQuestion with all of them."""
    known = [str(each) for each in words]
    if word not in known:
        raise BadQuestion(f"“{word}” is not known.", place=place, hint=f"One of {', '.join(known)}.")
    return word
