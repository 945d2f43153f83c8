"""Every test says what it promises."""

import ast
from pathlib import Path

import pytest


def unpromising(source: str) -> list[str]:
    """Names of the test functions in the source that have no docstring."""
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    return [f.name for f in functions if f.name.startswith("test_") and not ast.get_docstring(f)]


def test_the_detector_finds_a_silent_test() -> None:
    """A test without a docstring is found, also inside a class."""
    assert unpromising("class TestA:\n  def test_b(self): pass\ndef test_c():\n  'Says.'") == ["test_b"]


def test_every_test_states_its_promise(checkout: Path) -> None:
    """Each test function of this suite has a docstring."""
    files = sorted((checkout / "tests").rglob("test_*.py"))
    silent = {
        str(file.relative_to(checkout)): names for file in files if (names := unpromising(file.read_text()))
    }
    assert not silent


def test_no_package_among_the_tests(checkout: Path) -> None:
    """No `__init__.py` under tests, so that equal file names are fine and nothing shadows the product."""
    if found := list((checkout / "tests").rglob("__init__.py")):
        pytest.fail(f"remove {found}")
