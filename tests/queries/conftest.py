"""Ledgers for the queries, in each engine: made by hand, or the set that ships."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from making import claim_set

import loaders
from graph.store import open_store
from graph.store.base import Store


@pytest.fixture(params=["memory", "sqlite"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A store of each engine with nothing in it."""
    store = open_store(tmp_path / "ledger.sqlite", engine=request.param)
    yield store
    store.close()


@pytest.fixture
def holding(empty: Store) -> Callable[[str], Store]:
    """A store that holds the claims of these lines."""

    def load(text: str) -> Store:
        with empty.writer() as writer:
            writer.load(claim_set(text))
        return empty

    return load


@pytest.fixture
def articles(empty: Store, checkout: Path) -> Store:
    """The set that ships."""
    reading = loaders.read(checkout / "seeds" / "two-articles")
    with empty.writer() as writer:
        for claims in reading.sets:
            writer.load(claims)
    return empty
