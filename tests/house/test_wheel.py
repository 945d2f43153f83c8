"""The wheel holds all that the product needs, and works alone."""

import json
import zipfile
from pathlib import Path

import pytest
from machine import tracked
from processes import run


def test_the_wheel_holds_what_the_checkout_holds(wheel: Path, checkout: Path) -> None:
    """Packages, web door, seeds, configuration and fonts are inside, the last four below `talentgraph/`."""
    names = set(zipfile.ZipFile(wheel).namelist())
    for file in tracked(checkout):
        top = file.partition("/")[0]
        if top in {"graph", "loaders", "talentgraph"}:
            assert file in names
        if top in {"app.py", "seeds", ".streamlit", "static"}:
            assert f"talentgraph/{file}" in names


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    """No tests, tools, caches or bytecode travel; nothing lands beside the three packages."""
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.partition("/")[0] for name in names}
    assert tops == {"graph", "loaders", "talentgraph", "talentgraph-0.1.0.dist-info"}
    assert not [name for name in names if "__pycache__" in name or name.endswith((".pyc", "secrets.toml"))]


def test_the_wheel_names_its_licence(wheel: Path) -> None:
    """The licence text and its SPDX name are in the wheel's metadata."""
    archive = zipfile.ZipFile(wheel)
    metadata = archive.read("talentgraph-0.1.0.dist-info/METADATA").decode()
    assert "License-Expression: MIT" in metadata
    assert "talentgraph-0.1.0.dist-info/licenses/LICENSE" in archive.namelist()


def test_the_wheel_answers_from_any_folder(fresh: Path, tmp_path: Path) -> None:
    """In a fresh environment, with an empty data folder, the shipped sets are loaded and a career is told."""
    ledger = {"TALENTGRAPH_STORE": str(tmp_path / "ledger.db")}
    answer = run([fresh / "talentgraph", "moves", "Alexander Wang", "--json"], tmp_path, ledger)
    assert answer.returncode == 0, answer.stderr
    assert "org:scale-ai" in json.dumps(json.loads(answer.stdout))


@pytest.mark.parametrize("name", ["graph", "loaders"])
def test_the_wheel_names_a_shadowing_file(fresh: Path, tmp_path: Path, name: str) -> None:
    """Beside a foreign graph.py or loaders.py a notebook's import fails, naming that file."""
    foreign = tmp_path / f"{name}.py"
    foreign.write_text("")
    answer = run([fresh / "python", "-c", "import talentgraph"], tmp_path)
    assert answer.returncode != 0
    assert str(foreign) in answer.stderr.splitlines()[-1]


def test_the_command_does_not_mind_a_shadowing_file(fresh: Path, tmp_path: Path) -> None:
    """The installed command does not look for packages in the folder where it was started."""
    (tmp_path / "graph.py").write_text("raise SystemExit('foreign')")
    ledger = {"TALENTGRAPH_STORE": str(tmp_path / "ledger.db")}
    answer = run([fresh / "talentgraph", "moves", "Alexander Wang", "--json"], tmp_path, ledger)
    assert answer.returncode == 0, answer.stderr
