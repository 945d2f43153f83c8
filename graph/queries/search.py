"""Who is meant by a text: names, aliases, misspellings, identifiers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.queries.reply import Reply
from graph.store.answers import Candidate, EntityCard
from graph.store.base import View


@dataclass(frozen=True, kw_only=True)
class SearchReply(Reply):
    """Best first."""

    text: str
    hits: tuple[Candidate, ...]


def search(view: View, text: str, kinds: Sequence[str] = (), limit: int | None = None) -> SearchReply:
    """Entities called like the text, best first. `limit` None: the setting `search_results`."""
    raise NotImplementedError


def find(view: View, text: str, kinds: Sequence[str] = ()) -> EntityCard:
    """The one entity with this id, this exact name, or clearly the nearest name.

    Raises NotFound with suggestions, and BadQuestion that names the candidates where several fit alike.
    """
    raise NotImplementedError
