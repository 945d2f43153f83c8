"""Who is meant by a text when somebody is to be erased: people whom only withdrawn claims name, too."""

from __future__ import annotations

import sys

from graph.errors import BadQuestion, NotFound
from graph.model.entities import kind_of
from graph.model.text import fold
from graph.queries.network.search import find
from graph.store.base import View

People = dict[str, str]
"""Names by id."""


def erasable(view: View, text: str) -> tuple[str, str]:
    """Id and name of the one person meant. Raises NotFound, and BadQuestion where several may be meant.

    A withdrawn person is found by id or exact name. Where that name fits somebody else too, however
    roughly, only an id will do: erasing cannot be undone.
    """
    text = text.strip()
    gone = _withdrawn(view, text)
    try:
        card = find(view, text, ("person",))
    except NotFound:
        if not gone:
            raise
    else:
        gone[card.id] = card.name
    if len(gone) > 1:
        known = ", ".join(f"{name} ({id_})" for id_, name in sorted(gone.items()))
        raise BadQuestion(f"“{text}” may mean {known}.", hint="Give the id of the one you mean.")
    ((id_, name),) = gone.items()
    return id_, name


def _withdrawn(view: View, text: str) -> People:
    """Those of withdrawn claims with this id, or exactly this name."""
    if kind_of(text) == "person":
        meant = view.resolve(text)
        return {meant: meant} if view.withdrawn(of=[meant], limit=1).items else {}
    claims = (each.claim for each in view.withdrawn(limit=sys.maxsize).items)
    return {
        claim.subject: claim.value
        for claim in claims
        if claim.relation == "named"
        and kind_of(claim.subject) == "person"
        and fold(claim.value) == fold(text)
    }
