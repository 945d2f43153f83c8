"""Views on ledgers made by hand, for what the pages make of them."""

from collections.abc import Callable, Iterator

import pytest
from making import claim_set

from graph.store import open_store
from graph.store.base import Store, View


@pytest.fixture
def store() -> Iterator[Store]:
    """An empty store in memory."""
    made = open_store(engine="memory")
    yield made
    made.close()


@pytest.fixture
def holding(store: Store) -> Callable[[str], Store]:
    """The store, with the claims of these lines."""

    def load(text: str) -> Store:
        with store.writer() as writer:
            writer.load(claim_set(text))
        return store

    return load


@pytest.fixture
def viewing(holding: Callable[[str], Store]) -> Callable[[str], View]:
    """A view on the claims of these lines."""
    return lambda text: holding(text).view()
