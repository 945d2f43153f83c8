"""What is imported is declared: in the core, in an extra, or for building and testing."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

OURS = {"graph", "loaders", "talentgraph", "bench", "app"}
SCREENS = ("talentgraph/ui", "app.py")
EXTRAS = {"app", "html", "pandas", "parquet"}
LATE = (ast.FunctionDef, ast.AsyncFunctionDef, ast.If)  # imported where it is used, or for its types


def imported(node: ast.AST, late: bool) -> Iterator[str]:
    """The packages that code imports; `late`: inside functions and branches too."""
    if isinstance(node, ast.Import):
        yield from (alias.name.partition(".")[0] for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield (node.module or "").partition(".")[0]
    elif late or not isinstance(node, LATE):
        for child in ast.iter_child_nodes(node):
            yield from imported(child, late)


def undeclared(files: list[Path], declared: set[str], late: bool = True) -> set[str]:
    """Packages that these files import, neither ours nor of Python nor brought by what is declared."""
    own = OURS | {path.stem for path in Path(__file__).parents[1].glob("support/*.py")}
    known = packages_distributions()
    found = {name for file in files for name in imported(ast.parse(file.read_text()), late)}
    foreign = found - own - sys.stdlib_module_names - {"_typeshed"}
    return {name for name in foreign if not {canonicalize_name(d) for d in known.get(name, ())} & declared}


@pytest.fixture
def declared(checkout: Path) -> dict[str, set[str]]:
    """The names declared for the core, for each extra and for development."""
    given = tomllib.loads((checkout / "pyproject.toml").read_text())
    project = given["project"]
    lists = {"": project["dependencies"], **project["optional-dependencies"], **given["dependency-groups"]}
    return {
        name: {canonicalize_name(Requirement(line).name) for line in lines} for name, lines in lists.items()
    }


def sources(checkout: Path, *folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((checkout / folder).rglob("*.py"))]


def test_an_undeclared_import_is_found(tmp_path: Path, declared: dict[str, set[str]]) -> None:
    """Planted at the top, in a function and for its types; what is declared or of Python is none."""
    planted = tmp_path / "planted.py"
    planted.write_text("import os, typer, markupsafe\ndef late():\n    from click import echo\n")
    assert undeclared([planted], declared[""]) == {"markupsafe", "click"}
    assert undeclared([planted], declared[""], late=False) == {"markupsafe"}


def test_the_core_imports_what_the_core_declares(checkout: Path, declared: dict[str, set[str]]) -> None:
    """Without any extra every module but those of the screens can be imported."""
    screens = tuple(str(checkout / part) for part in SCREENS)
    files = [
        f for f in sources(checkout, "graph", "loaders", "talentgraph") if not str(f).startswith(screens)
    ]
    assert len(files) > 100
    assert undeclared(files, declared[""], late=False) == set()


def test_the_product_imports_what_it_declares(checkout: Path, declared: dict[str, set[str]]) -> None:
    """What any part imports anywhere is declared by name, not merely brought along by something else."""
    files = [*sources(checkout, "graph", "loaders", "talentgraph"), checkout / "app.py"]
    assert undeclared(files, set.union(*(declared[name] for name in ("", *EXTRAS)))) == set()
    assert set(declared) == {"", "dev", *EXTRAS}


def test_tests_import_what_is_declared(checkout: Path, declared: dict[str, set[str]]) -> None:
    """Tests and measurements import what the product or its development declares."""
    files = sources(checkout, "tests", "bench", ".ci")
    assert undeclared(files, set.union(*declared.values())) == set()


def test_third_parties_are_named(checkout: Path, declared: dict[str, set[str]]) -> None:
    """The list of third-party parts names everything that is declared for running."""
    said = (checkout / ".github" / "THIRD_PARTY.md").read_text().lower()
    needed = set.union(*(declared[name] for name in ("", *EXTRAS)))
    assert {name for name in needed if name not in said} == set()
