"""The scripts of the components, tested by node's own runner."""

import shutil
from pathlib import Path

from machine import lacking
from processes import run


def node_tests(files: list[Path], folder: Path) -> tuple[int, str]:
    """The exit code of the runner and what it printed."""
    node = shutil.which("node")
    if not node:
        lacking("node on PATH")
    finished = run([node, "--test", "--test-reporter=tap", *files], folder)
    return finished.returncode, finished.stdout + finished.stderr


def test_a_failing_script_is_found(tmp_path: Path) -> None:
    """The runner's verdict comes through: one planted failure is enough."""
    planted = tmp_path / "planted.test.js"
    planted.write_text(
        "const test = require('node:test'); test('planted', () => { throw new Error('no'); });"
    )
    code, said = node_tests([planted], tmp_path)
    assert code != 0
    assert "# fail 1" in said


def test_the_scripts_hold(checkout: Path) -> None:
    """Every test of the scripts passes, and there are some."""
    files = sorted(checkout.glob("tests/ui/components/*.test.js"))
    assert files
    code, said = node_tests(files, checkout)
    assert code == 0, said
    assert "# pass 0" not in said
