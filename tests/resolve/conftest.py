"""Ledgers made by hand, in each engine."""

from collections.abc import Callable, Iterator

import pytest
from making import claim_set
from stores import engine, make, store

from graph.settings import settings
from graph.store.base import Store

__all__ = ["engine", "make", "store"]


@pytest.fixture
def holding(store: Store) -> Callable[..., Store]:
    """A store that holds the claims of these lines, each text a set of its own."""

    def load(*texts: str) -> Store:
        with store.writer() as writer:
            writer.load_all([claim_set(text, f"set-{n}") for n, text in enumerate(texts)])
        return store

    return load


@pytest.fixture
def setting(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, object], None]]:
    """Sets a setting for one test."""

    def put(name: str, value: object) -> None:
        monkeypatch.setenv(f"TALENTGRAPH_{name.upper()}", str(value))
        settings.cache_clear()

    yield put
    monkeypatch.undo()
    settings.cache_clear()
