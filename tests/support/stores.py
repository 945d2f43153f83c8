"""Fixtures: every engine, made fresh for a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from graph.store import open_store
from graph.store.base import Store

Make = Callable[[], Store]


@pytest.fixture(params=["memory", "sqlite"])
def engine(request: pytest.FixtureRequest) -> str:
    """The name of the engine under test."""
    return str(request.param)


@pytest.fixture
def make(engine: str, tmp_path: Path) -> Iterator[Make]:
    """Opens a new, empty store of the engine, as often as it is called."""
    numbers, made = count(), []

    def fresh() -> Store:
        made.append(open_store(tmp_path / f"{next(numbers)}.sqlite", engine))
        return made[-1]

    yield fresh
    for store in made:
        store.close()


@pytest.fixture
def store(make: Make) -> Store:
    """One empty store."""
    return make()
