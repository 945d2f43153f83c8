"""Runs what the README shows: `python tests/support/readme.py` writes its output anew, the tests compare.

Each line `$ command` of a console block is run in one folder with one ledger; what it prints stands below it.
All python blocks are run one after the other in one process; a text block right after one holds its output.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WIDTH = "110"
SESSION = """
import contextlib, io, json, sys
names, said = {}, []
for block in json.load(sys.stdin):
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(block, names)
    said.append(out.getvalue())
print(json.dumps(said))
"""


@dataclass(frozen=True)
class Reader:
    """Somebody who follows the README in an empty folder."""

    folder: Path

    def refreshed(self, text: str) -> str:
        """The text with all output as it is today."""
        said = iter(self._python([m[2] for m in BLOCK.finditer(text) if m[1] == "python"]))
        latest: str | None = None

        def block(match: re.Match[str]) -> str:
            nonlocal latest
            language, content = match[1], match[2]
            if language == "console":
                content = "".join(self._console(content))
            if language == "text" and latest is not None:
                content = latest
            latest = next(said) if language == "python" else None
            return f"```{language}\n{content}```"

        return BLOCK.sub(block, text)

    def _console(self, content: str) -> Iterator[str]:
        for line in re.findall(r"^\$ (.*(?:\\\n.*)*)$", content, re.MULTILINE):
            yield f"$ {line}\n"
            yield self._run(["sh", "-c", line], merged=True)

    def _python(self, blocks: list[str]) -> list[str]:
        said = self._run([sys.executable, "-c", SESSION], json.dumps(blocks))
        return [str(each) for each in json.loads(said)]

    def _run(self, command: list[str], given: str = "", merged: bool = False) -> str:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        ledger = str(self.folder / "ledger.db")
        environment = {**os.environ, "PATH": path, "COLUMNS": WIDTH, "TALENTGRAPH_STORE": ledger}
        answer = subprocess.run(
            command,
            cwd=self.folder,
            env=environment,
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT if merged else subprocess.PIPE,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert answer.returncode in (0, 1), f"{command}: {answer.stdout}{answer.stderr}"
        return answer.stdout


def main() -> None:
    file = Path(__file__).resolve().parents[2] / "README.md"
    with tempfile.TemporaryDirectory() as folder:
        file.write_text(Reader(Path(folder)).refreshed(file.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
