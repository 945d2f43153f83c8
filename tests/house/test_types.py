"""The type checkers are set as strictly as the design needs."""

import shutil
import sys
from pathlib import Path

import pytest
from processes import run

TY = str(Path(sys.executable).with_name("ty"))
QUERY = """
from typing import LiteralString


def ask(text: LiteralString) -> None: ...


def look_up(name: str) -> None:
    ask({text})
"""


@pytest.fixture
def project(checkout: Path, tmp_path: Path) -> Path:
    (tmp_path / "graph/store").mkdir(parents=True)
    shutil.copy(checkout / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "text", ['f"SELECT * FROM claim WHERE name = {name}"', '"SELECT " + name', '"SELECT %s" % name']
)
def test_a_computed_query_is_refused(project: Path, text: str) -> None:
    """In graph/store, text that was put together with a value is no query: ty says where."""
    (project / "graph/store/planted.py").write_text(QUERY.format(text=text))
    answer = run([TY, "check", "--python", sys.prefix], project)
    assert answer.returncode != 0
    assert "planted.py:9" in answer.stdout


def test_a_literal_query_is_accepted(project: Path) -> None:
    """A query of literal pieces passes."""
    (project / "graph/store/planted.py").write_text(QUERY.format(text='"SELECT * " + "FROM claim"'))
    answer = run([TY, "check", "--python", sys.prefix], project)
    assert answer.returncode == 0, answer.stdout
