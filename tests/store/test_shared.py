"""One file, several openings of it: each answers as the file says, whoever wrote last."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from ledgers import PEOPLE, market
from statements import watched

from graph.assembly.rows import Level
from graph.errors import NotFound, SetRefused
from graph.model.claimset import ClaimSet, Judgement
from graph.store.base import Store, Writer
from graph.store.scope import Scope
from graph.store.sqlite import SqliteStore

STEPS = {"quick": 8, "full": 80}
FORGET = """
import sys
from pathlib import Path
from graph.store.sqlite import SqliteStore

with SqliteStore(Path(sys.argv[1])).writer() as writer:
    writer.forget(sys.argv[2])
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


def loading(given: ClaimSet) -> Callable[[Writer], object]:
    return lambda writer: writer.load(given)


def answers(store: Store) -> object:
    """What a ledger says, in the order in which it says it."""
    view = store.view(Scope(level=Level.ALL))
    ids = sorted({id_ for each in view.claims(limit=10_000).items for id_ in each.claim.entities()})
    return (
        view.version,
        list(store.dump(withdrawn=True)),
        view.summary(),
        view.claims(limit=10_000),
        view.withdrawn(limit=10_000),
        view.entities(ids),
        view.counts(ids),
        view.between(ids),
        view.stints(),
        [view.neighbours(id_) for id_ in ids],
        view.candidates("alpha"),
    )


def test_what_is_held_is_what_the_file_says(path: Path, seed: int, depth: str) -> None:
    """After each of many changes by one of two openings, both answer as a third that has read the file."""
    numbers = random.Random(seed)
    steps: list[Callable[[Writer], object]] = [
        *map(loading, (*market(seed), *market(seed + 1))),
        lambda writer: writer.withdraw("one"),
        lambda writer: writer.judge(Judgement(PEOPLE[0], PEOPLE[1], same=numbers.random() < 0.5)),
        lambda writer: writer.forget(numbers.choice(PEOPLE)),
    ]
    stores = SqliteStore(path), SqliteStore(path)
    for number in range(STEPS[depth]):
        step = numbers.choice(steps) if number else steps[0]
        try:
            with numbers.choice(stores).writer() as writer:
                step(writer)
        except (NotFound, SetRefused):
            continue
        wanted = answers(SqliteStore(path))
        assert [answers(store) for store in stores] == [wanted, wanted]


def test_another_process_is_seen(path: Path, seed: int, checkout: Path) -> None:
    """What another process erases between two changes of ours is gone from our answers, and stays gone."""
    one, two = market(seed)
    store, who = SqliteStore(path), PEOPLE[1]
    with store.writer() as writer:
        writer.load(one)
    assert who in repr(answers(store))
    subprocess.run([sys.executable, "-c", FORGET, str(path), who], cwd=checkout, check=True)
    assert who not in repr(answers(store))
    with store.writer() as writer:
        writer.load(two)
    assert answers(store) == answers(SqliteStore(path))
    assert who not in repr(answers(store))


def test_what_was_just_written_is_not_read_again(path: Path, seed: int) -> None:
    """After a change its own opening reads no claim from the file; another one reads them all, once."""
    texts: list[str] = []
    store, other = SqliteStore(path), SqliteStore(path)
    with store.writer() as writer:
        writer.load(market(seed)[0])
    with watched(texts.append):
        store.view().summary()
        assert not [text for text in texts if "FROM claims" in text]
        other.view().summary()
        other.view().summary()
        assert len([text for text in texts if "FROM claims" in text]) == 1
