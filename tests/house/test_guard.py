"""A foreign `graph` or `loaders` on the path is named, not silently used."""

import sys
from pathlib import Path

import pytest
from processes import run

ASK = [sys.executable, "-c", "import talentgraph; print('ours')"]


@pytest.mark.parametrize("name", ["graph", "loaders"])
@pytest.mark.parametrize("form", ["{}.py", "{}/__init__.py"])
def test_a_shadowing_file_is_named(tmp_path: Path, name: str, form: str) -> None:
    """Importing the product beside a foreign module of that name fails, and says which file to rename."""
    foreign = tmp_path / form.format(name)
    foreign.parent.mkdir(exist_ok=True)
    foreign.write_text("")
    answer = run(ASK, tmp_path)
    assert answer.returncode != 0
    assert str(foreign.resolve()) in answer.stderr.splitlines()[-1]
    assert "Rename" in answer.stderr


def test_without_one_the_import_works(tmp_path: Path) -> None:
    """From any other folder, also one with a plain data folder called graph, the packages are ours."""
    (tmp_path / "graph").mkdir()
    answer = run(ASK, tmp_path)
    assert answer.stdout == "ours\n", answer.stderr
