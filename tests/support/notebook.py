"""Runs the example notebook: `python tests/support/notebook.py` writes its output anew, a test compares.

Its code cells are run in order, in one namespace, in a process of their own; a last line that is an
expression shows its value, as in a notebook. No part of Jupyter is needed.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from processes import run

Cell = dict[str, Any]
SESSION = """
import ast, contextlib, io, json, sys
names, said = {}, []
for cell in json.load(open(sys.argv[1], encoding="utf-8")):
    tree = ast.parse(cell)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(tree, "cell", "exec"), names)
        value = eval(compile(ast.Expression(last.value), "cell", "eval"), names) if last else None
    said.append([out.getvalue(), "" if value is None else repr(value)])
print(json.dumps(said))
"""


def read(file: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return content


def code(notebook: dict[str, Any]) -> list[Cell]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def executed(notebook: dict[str, Any], folder: Path) -> list[list[Cell]]:
    """The outputs of each code cell, run in an empty folder with a ledger of its own."""
    cells, session = folder / "cells.json", folder / "session.py"
    cells.write_text(json.dumps(["".join(cell["source"]) for cell in code(notebook)]), encoding="utf-8")
    session.write_text(SESSION, encoding="utf-8")
    ledger = {"TALENTGRAPH_STORE": str(folder / "ledger.db"), "PYTHONUTF8": "1"}
    answer = run([sys.executable, str(session), str(cells)], folder, ledger)
    assert answer.returncode == 0, answer.stderr
    return [list(_outputs(number, *said)) for number, said in enumerate(json.loads(answer.stdout), start=1)]


def _outputs(number: int, printed: str, value: str) -> list[Cell]:
    stream = {"name": "stdout", "output_type": "stream", "text": _lines(printed)}
    result = {
        "data": {"text/plain": _lines(value)},
        "execution_count": number,
        "metadata": {},
        "output_type": "execute_result",
    }
    return [each for each, there in ((stream, printed), (result, value)) if there]


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def main() -> None:
    file = Path(__file__).resolve().parents[2] / "docs/example.ipynb"
    notebook = read(file)
    with tempfile.TemporaryDirectory() as folder:
        outputs = executed(notebook, Path(folder))
    for number, (cell, said) in enumerate(zip(code(notebook), outputs, strict=True), start=1):
        cell |= {"execution_count": number, "outputs": said}
    file.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
