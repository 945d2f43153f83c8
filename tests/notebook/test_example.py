"""The example notebook runs, and shows what one sees today."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest
from notebook import code, executed, read


@pytest.fixture(scope="module")
def example(checkout: Path) -> dict[str, Any]:
    return read(checkout / "docs/example.ipynb")


def sketch(*cells: str) -> dict[str, Any]:
    """A notebook of these code cells, without output."""
    return {"cells": [{"cell_type": "code", "source": [cell], "outputs": []} for cell in cells]}


def test_a_stale_output_and_a_broken_cell_are_found(tmp_path: Path) -> None:
    """Cells share their names; what is printed and the last value are the output; an error stops the run."""
    ((printed,), (value,)) = executed(sketch("a = 2\nprint('two')", "a + 1"), tmp_path)
    assert printed["text"] == ["two\n"]
    assert value["data"] == {"text/plain": ["3"]}
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        executed(sketch("1 / 0"), tmp_path)


def test_the_example_shows_what_one_sees(example: dict[str, Any], tmp_path: Path) -> None:
    """Run in an empty folder with an empty ledger, every cell gives the output that stands below it."""
    said = executed(example, tmp_path)
    assert [cell["outputs"] for cell in code(example)] == said
    assert sum(map(bool, said)) == len(said)
    assert (tmp_path / "meta.gexf").stat().st_size > 10_000


def test_the_example_shows_the_doors(example: dict[str, Any]) -> None:
    """Open, view, moves, paths, flows, pandas, networkx, export: each is there."""
    source = "\n".join("".join(cell["source"]) for cell in code(example))
    called = {node.attr for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)}
    wanted = {"open", "view", "moves", "paths", "flows", "to_pandas", "to_networkx", "export"}
    assert wanted <= called


def test_the_example_tells_nothing_of_a_machine(example: dict[str, Any]) -> None:
    """It is a plain notebook of format 4, without a path of whoever ran it."""
    text = json.dumps(example)
    assert not any(word in text for word in ("/home", "/root", "/tmp", "Users", "site-packages"))
    assert (example["nbformat"], {cell["cell_type"] for cell in example["cells"]}) == (
        4,
        {"code", "markdown"},
    )
    ids = [cell["id"] for cell in example["cells"]]
    assert len(set(ids)) == len(ids)
