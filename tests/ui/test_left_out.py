"""Statements left out, on the page Data: those of the files that ship, without whoever was forgotten."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from graph.queries.ledger.changes import changes
from graph.store.base import Store
from talentgraph.doors import load_paths, sources_of
from talentgraph.ui.data import left_out
from talentgraph.ui.data.asked import FIRST_DAY, LEFT_OUT, Asked
from talentgraph.ui.data.book import make

PLANTED = (
    "register-meta-offer,p7,where Deedy Das lives,not-kept,,a home of a person",
    "register-meta-offer,p7,an opinion,not-kept,,what Deedy’s critics think of Deedy Das",
)


@pytest.fixture
def shipped(checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The set two-articles, with statements that name somebody, is all that ships."""
    folder = Path(shutil.copytree(checkout / "seeds/two-articles", tmp_path / "two-articles"))
    with (folder / "report.csv").open("a", encoding="utf-8") as file:
        file.write("".join(f"{row}\n" for row in PLANTED))
    monkeypatch.setattr(left_out, "shipped_sets", lambda: (folder,))
    left_out.statements.clear()
    yield folder
    left_out.statements.clear()


def shown(store: Store) -> tuple[str, bytes]:
    """All blocks of the view, and the file of its table."""
    view = store.view()
    hidden: Collection[str] = left_out.forgotten(view, left_out.statements())
    gone = changes(view, FIRST_DAY, reopen=store.view)
    made = left_out.shown(make(view, sources_of(store)), gone, Asked(show=LEFT_OUT), "", hidden)
    return repr((made.left, made.right)), made.tables["Left out"]()


def test_whoever_was_forgotten_is_in_no_statement(store: Store, shipped: Path) -> None:
    """Statements that name the person are shown before, and afterwards only counted; the others stay."""
    load_paths(store, [shipped])
    page, file = shown(store)
    assert page.count("Deedy Das") == len(PLANTED)
    assert b"Deedy" in file
    with store.writer() as writer:
        writer.forget("person:deedy-das")
    after, file = shown(store)
    assert "Deedy" not in after
    assert b"Deedy" not in file
    assert "Not shown, since they may name somebody who was forgotten: 2." in after
    assert "Outcome not known" in after
