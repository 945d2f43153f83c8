"""A terminal with the two articles, one with nothing, and a copy of the set to spoil."""

import shutil
from pathlib import Path

import pytest
from terminal import Terminal


@pytest.fixture(scope="session")
def ledger(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A ledger with the two articles. Tests only read it."""
    terminal = Terminal(tmp_path_factory.mktemp("articles") / "ledger.db")
    assert terminal.ask("load", str(checkout / "seeds/two-articles")).code == 0
    return terminal


@pytest.fixture
def empty(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "ledger.db")


@pytest.fixture
def articles(checkout: Path, tmp_path: Path) -> Path:
    """A copy of the set two-articles."""
    return Path(shutil.copytree(checkout / "seeds/two-articles", tmp_path / "two-articles"))
