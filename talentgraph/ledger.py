"""The ledger in a notebook: `open` gives a Ledger, its `view` answers questions."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self

from graph.assembly.rows import Certainty, Level
from graph.queries.ledger.judging import Verdict
from graph.queries.network.erasable import erasable
from graph.store.answers import ForgetReport, LoadReport
from graph.store.base import Store
from graph.store.scope import Scope
from talentgraph.doors import judge, load_paths, open_ledger
from talentgraph.given import Day, counts_text, day_in, one_of
from talentgraph.view import View


def open(path: str | PathLike[str] | None = None) -> Ledger:  # noqa: A001 -- read as tg.open
    """The ledger in a file, else in the platform's data folder. An empty one gets the sets that ship."""
    file = None if path is None else Path(path)
    return Ledger(open_ledger(file, fill=True, tell=lambda text: print(text, file=sys.stderr)))


class Ledger:
    """One ledger. Read it through `view`; `load`, `remove`, `judge`, `forget` change it.

    Close it, or use `with`.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def view(
        self,
        true_on: Day = None,
        known_on: Day = None,
        level: str = Level.USUAL,
        certainty: str = Certainty.LIKELY,
        relations: Sequence[str] = (),
    ) -> View:
        """What held on a day, as known on a day, with a level of evidence and a certainty.

        Levels are firm, usual and all; certainties certain, likely and possible.
        """
        scope = Scope(
            true_on=day_in(true_on, "true_on"),
            known_on=day_in(known_on, "known_on"),
            level=Level(one_of(level, Level, "level")),
            certainty=Certainty(one_of(certainty, Certainty, "certainty")),
            relations=frozenset(relations),
        )
        return View(self._store, self._store.view(scope))

    def load(self, *paths: str | PathLike[str]) -> tuple[LoadReport, ...]:
        """Load set folders, zips of them or dumps; all of it or nothing. One report a set."""
        return load_paths(self._store, map(Path, paths))

    def remove(self, set_id: str) -> LoadReport:
        """Withdraw all of a set that no other set says."""
        with self._store.writer() as writer:
            return writer.withdraw(set_id)

    def judge(self, left: str, right: str, verdict: str) -> str:
        """Say of two names or ids that they are "same" (right is then read as left) or "different", or "undo"
        what was said. What that did, in one line.
        """
        return judge(self._store, left, right, Verdict(one_of(verdict, Verdict, "verdict"))).text()

    def dump(self, withdrawn: bool = False) -> list[str]:
        """The whole ledger as canonical JSON lines."""
        return list(self._store.dump(withdrawn=withdrawn))

    def forget(self, name: str) -> ForgetReport:
        """Erase a person for good; no later load brings them back."""
        id_, _ = erasable(self._store.view(Scope(level=Level.ALL)), name)
        with self._store.writer() as writer:
            return writer.forget(id_)

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        summary = self._store.view().summary()
        return f"<Ledger: {counts_text(summary)}, {len(summary.sets)} sets>"
