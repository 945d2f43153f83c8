"""A statement that fails leaves the ledger as before the load, or as after it."""

from __future__ import annotations

import random
from itertools import count
from pathlib import Path

import pytest
from ledgers import market
from statements import Breaker, watched

from graph.errors import StoreError
from graph.store import open_store
from graph.store.sqlite import SqliteStore

SAMPLES = {"quick": 12, "full": 2_000}


def test_any_statement_may_fail(tmp_path: Path, seed: int, depth: str) -> None:
    """Failing the n-th statement of a load gives a StoreError, and a
    dump of before or after, for every n tried.
    """
    one, two = market(seed)
    before, after = _dumps(tmp_path)(one, two)
    total = _statements(tmp_path / "count.sqlite", one, two)
    numbers = random.Random(seed)
    tried = sorted(
        {*range(6), total - 2, total - 1, *numbers.sample(range(total), min(total, SAMPLES[depth]))}
    )
    seen = set()
    for n in tried:
        store = SqliteStore(tmp_path / f"{n}.sqlite")
        with store.writer() as writer:
            writer.load(one)
        breaker = Breaker(n)
        with pytest.raises(StoreError, match="full"), watched(breaker), store.writer() as writer:
            writer.load(two)
        assert breaker.broke
        dump = list(SqliteStore(store.path).dump())
        assert dump in (before, after)
        seen.add(breaker.broke.split()[0])
    assert {"BEGIN", "SELECT", "COMMIT"} <= seen


def test_a_forget_may_fail(tmp_path: Path, seed: int) -> None:
    """A forget that fails at any statement has happened or not; opening again finishes the purge."""
    (one, _) = market(seed)
    for n in count():
        path = tmp_path / f"{n}.sqlite"
        store = SqliteStore(path)
        with store.writer() as writer:
            writer.load(one)
        before, breaker = list(store.dump()), Breaker(10 * n)
        try:
            with watched(breaker), store.writer() as writer:
                writer.forget("person:bo-li")
        except StoreError:
            pass
        dump = list(SqliteStore(path).dump())
        assert dump == before or b"person:bo-li" not in path.read_bytes()
        if not breaker.broke:
            return


def _dumps(folder: Path):  # type: ignore[no-untyped-def]
    def made(one, two):  # type: ignore[no-untyped-def]
        store = open_store(":memory:")
        dumps = []
        for each in (one, two):
            with store.writer() as writer:
                writer.load(each)
            dumps.append(list(store.dump()))
        return dumps

    return made


def _statements(path: Path, one, two) -> int:  # type: ignore[no-untyped-def]
    store = SqliteStore(path)
    with store.writer() as writer:
        writer.load(one)
    breaker = Breaker(10**9)
    with watched(breaker), store.writer() as writer:
        writer.load(two)
    return 10**9 - breaker.left
