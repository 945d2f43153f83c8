"""The built components are what their sources make, and keep the notices of what they hold."""

import filecmp
import json
import re
import shutil
from pathlib import Path

import pytest
from processes import run
from workshop import SOURCES

BUILT = re.compile(r"(network|sheet)(-style)?-[A-Z0-9]{8}\.(js|css)")


@pytest.fixture(scope="module")
def built(workshop: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(workshop, tmp_path_factory.mktemp("built") / "assets")


def build(workshop: Path, target: Path) -> Path:
    target.mkdir()
    made = run(["node", "build.mjs", target], workshop)
    assert made.returncode == 0, made.stderr
    return target


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir() if BUILT.fullmatch(file.name)}


def test_a_changed_source_changes_the_build(workshop: Path, built: Path, tmp_path: Path) -> None:
    """One word changed in a source gives a file with another name, so that no browser keeps the old one."""
    other = tmp_path / "components"
    shutil.copytree(workshop, other, symlinks=True)
    source = other / "network/style.js"
    source.write_text(source.read_text().replace("round-rectangle", "rectangle"))
    assert names(build(other, tmp_path / "assets")) != names(built)


def test_the_committed_build_is_the_build_of_the_sources(built: Path, checkout: Path) -> None:
    """Built from the sources and their lock, in another folder, each file is equal byte by byte."""
    committed = checkout / "talentgraph/assets"
    assert len(names(built)) == 4
    assert names(committed) == names(built)
    equal, other, missing = filecmp.cmpfiles(committed, built, sorted(names(built)), shallow=False)
    assert (len(equal), other, missing) == (4, [], [])


def test_notices_stay_in_the_build(built: Path) -> None:
    """The licence of Cytoscape.js and the notices inside it are in the file that holds them."""
    (script,) = built.glob("network-*.js")
    text = script.read_text()
    for notice in (
        "The Cytoscape Consortium",
        "The above copyright notice and this permission notice shall be included in all",
        "Ralf S. Engelschall",
        "Event object based on jQuery events, MIT license",
    ):
        assert notice in text


def test_what_is_bundled_is_named_with_its_version(checkout: Path) -> None:
    """Each package of the lock that ships in a built file stands in THIRD_PARTY with version and licence."""
    third = (checkout / ".github/THIRD_PARTY.md").read_text().lower()
    packages = json.loads((checkout / SOURCES / "package-lock.json").read_text())["packages"]
    shipped = {path: held for path, held in packages.items() if path and not held.get("dev")}
    assert shipped
    for path, held in shipped.items():
        name = path.rpartition("node_modules/")[2]
        (row,) = (row for row in third.splitlines() if name in row and held["version"] in row)
        assert held["license"].lower() in row
