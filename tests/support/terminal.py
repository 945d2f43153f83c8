"""Ask the terminal, in this process or in one of its own."""

import json
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from processes import run
from typer.testing import CliRunner

from talentgraph.cli import app

PROGRAM = Path(sys.executable).with_name("talentgraph")
ESCAPE = re.compile(r"\x1b\[")


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class Terminal:
    """`talentgraph` with one ledger file."""

    store: Path

    def ask(self, *words: str, typed: str | None = None) -> Said:
        """Run in this process. An error that no one-line message covers is raised."""
        answer = CliRunner().invoke(app, [*words, "--store", str(self.store)], input=typed)
        if answer.exception and not isinstance(answer.exception, SystemExit):
            raise answer.exception
        return Said(answer.exit_code, answer.stdout, answer.stderr)

    def run(self, *words: str, cwd: Path | None = None, **environment: str) -> Said:
        """Run as a command of its own."""
        environment = {"TALENTGRAPH_STORE": str(self.store), **environment}
        answer = run([PROGRAM, *words], cwd or self.store.parent, environment)
        return Said(answer.returncode, answer.stdout, answer.stderr)

    def dump(self) -> str:
        return self.ask("dump").out


def is_one_line(text: str) -> bool:
    return text.count("\n") == 1 and text.endswith("\n") and "Traceback" not in text


def changed(folder: Path, file: str, old: str, new: str) -> None:
    """Replace text in a file of a set; it must be there."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def rows(folder: Path, file: str) -> Sequence[str]:
    return (folder / file).read_text(encoding="utf-8").splitlines()
