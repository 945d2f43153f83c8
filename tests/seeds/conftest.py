"""The two sets that ship, and a ledger that holds both."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from asking import ask
from shipped import Shipped, shipped

from graph.store import open_store
from graph.store.base import Store, View


@pytest.fixture(scope="session")
def war(checkout: Path) -> Shipped:
    """The set on the contest for AI talent."""
    return shipped(checkout / "seeds" / "talent-war")


@pytest.fixture(scope="session")
def articles(checkout: Path) -> Shipped:
    """The set of the two articles."""
    return shipped(checkout / "seeds" / "two-articles")


@pytest.fixture(scope="session")
def store(war: Shipped, articles: Shipped, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A ledger with both sets."""
    made = open_store(tmp_path_factory.mktemp("shipped") / "ledger.sqlite", "memory")
    with made.writer() as writer:
        for each in (articles, war):
            writer.load(each.loaded)
    yield made
    made.close()


@pytest.fixture(scope="session")
def view(store: Store) -> View:
    """Both sets as known now, at level usual."""
    return ask(store)
