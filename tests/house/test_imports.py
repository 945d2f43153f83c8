"""Imports flow one way: the contracts hold, and each of them is broken by a planted import."""

import ast
import shutil
import sys
from pathlib import Path

import pytest
from processes import run

PACKAGES = ("graph", "loaders", "talentgraph")
LINT = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]


@pytest.fixture
def copy(checkout: Path, tmp_path: Path) -> Path:
    for package in PACKAGES:
        shutil.copytree(checkout / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(checkout / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold(copy: Path) -> None:
    """No import of the product runs against the layers."""
    answer = run(LINT, copy)
    assert answer.returncode == 0, answer.stdout
    assert " 0 broken" in answer.stdout


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("graph/queries/__init__.py", "import streamlit", "knows a screen"),
        ("graph/model/__init__.py", "import graph.store", "the domain is layered"),
        ("graph/errors.py", "import loaders", "doors stand on loaders"),
        ("loaders/planted.py", "import graph.store", "sees the model"),
        ("loaders/planted.py", "import loaders.another", "no loader imports another"),
        ("graph/planted.py", "", "the domain is layered"),
        ("talentgraph/planted.py", "", "terminal and screen"),
    ],
)
def test_a_planted_import_is_found(copy: Path, file: str, line: str, contract: str) -> None:
    """One forbidden import, or a module outside every layer, breaks the contract that forbids it."""
    (copy / "loaders/another.py").write_text("")
    planted = copy / file
    planted.write_text(f"{planted.read_text() if planted.exists() else ''}\n{line}\n")
    answer = run(LINT, copy)
    assert answer.returncode != 0
    assert any(contract in row for row in answer.stdout.splitlines() if "BROKEN" in row), answer.stdout


def test_the_web_door_only_opens_the_screens(checkout: Path) -> None:
    """app.py is a few lines that import `talentgraph.ui` and nothing else."""
    door = checkout / "app.py"
    tree = ast.parse(door.read_text())
    imported = {
        name
        for node in ast.walk(tree)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else []
        )
    }
    assert {name.partition(".ui")[0] for name in imported} == {"talentgraph"}
    assert len([row for row in door.read_text().splitlines() if row.strip()]) <= 12
