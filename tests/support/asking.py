"""Views with their days given as text, for tests of queries."""

from collections.abc import Callable

from making import day

from graph.assembly.rows import Certainty, Level
from graph.store.base import Store, View
from graph.store.scope import Scope

Holding = Callable[[str], Store]
"""Makes a store that holds the claims of some lines."""


def ask(
    store: Store,
    true_on: str = "",
    known_on: str = "",
    level: Level = Level.USUAL,
    certainty: Certainty = Certainty.LIKELY,
) -> View:
    """A view of the store; empty days are not set."""
    days = [day(text) if text else None for text in (true_on, known_on)]
    return store.view(Scope(days[0], days[1], level, certainty))
