"""Somebody of the sets that ship is forgotten by the usual command: no byte names them any more."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from read_back import read_back
from terminal import Said, Terminal

from graph.assembly.rows import Level
from graph.exports import FORMATS, export
from graph.queries.answers.subgraph import collect
from graph.store import open_store
from graph.store.scope import Scope

WHO = "person:alexandr-wang"
NAMES = ("alexandr-wang", "Alexandr Wang", "Alexander Wang")
"""The id, the usual name, and the misspelling of one of the articles."""


def named_in_files(folder: Path) -> dict[str, set[str]]:
    """The names that each file of a folder holds in its bytes, whatever their case."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.name: named_in(path.read_bytes().decode("utf-8", "replace")) for path in files}


def named_in(text: str) -> set[str]:
    folded = text.casefold()
    return {name for name in NAMES if name.casefold() in folded}


def named_in_exports(file: Path) -> dict[str, set[str]]:
    """The names that the bytes or the texts of an export of the whole ledger hold, by format."""
    store = open_store(file)
    view = store.view(Scope(level=Level.ALL))
    ids = {id_ for each in view.claims(limit=100_000).items for id_ in each.claim.entities()}
    graph = collect(view, sorted(ids), title="Everything")
    store.close()
    found = {}
    for name in FORMATS:
        content = export(graph, name, raw=True)
        texts = [content.decode("utf-8", "replace"), *read_back(name, content)]
        found[name] = named_in("\n".join(texts))
    return found


@pytest.fixture
def ledger(tmp_path: Path, checkout: Path) -> Terminal:
    """Both sets in a ledger that was loaded twice and backed up, in a folder of its own."""
    terminal = Terminal(tmp_path / "data" / "ledger.sqlite")
    assert load(terminal, checkout).code == 0
    assert terminal.ask("remove", "two-articles").code == 0
    load(terminal, checkout)
    backup = terminal.store.with_name(f"{terminal.store.name}.schema-0.bak")
    shutil.copy(terminal.store, backup)
    return terminal


def load(terminal: Terminal, checkout: Path) -> Said:
    return terminal.ask("load", *(str(file.parent) for file in sorted(checkout.glob("seeds/*/dataset.yml"))))


def test_a_forgotten_person_is_in_no_byte(ledger: Terminal, checkout: Path) -> None:
    """Found before in the store, its backup and every export; after `forget` in none of them, and in none
    once both sets are loaded again.
    """
    folder = ledger.store.parent
    before = named_in_files(folder)
    assert before[ledger.store.name] == before[f"{ledger.store.name}.schema-0.bak"] == set(NAMES)
    for name, found in named_in_exports(ledger.store).items():
        assert found == set(NAMES), name
    assert ledger.ask("forget", "Alexandr Wang", "--yes").code == 0
    assert ledger.store.name in named_in_files(folder)
    assert not any(named_in_files(folder).values())
    assert not any(named_in_exports(ledger.store).values())
    said = load(ledger, checkout)
    assert "held back" in said.out
    assert not named_in(said.out)
    assert not any(named_in_files(folder).values())
    assert not any(named_in_exports(ledger.store).values())
    assert not named_in(ledger.ask("dump", "--withdrawn").out)
