"""The documents beside the code agree with it and with each other."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

DOCUMENTS = ("CONTRIBUTING", "SECURITY", "CHANGELOG", "THIRD_PARTY")
CITATION_ASKS = {"cff-version", "message", "title", "authors"}


@pytest.fixture(scope="module")
def version(checkout: Path) -> str:
    return str(tomllib.loads((checkout / "pyproject.toml").read_text())["project"]["version"])


def broken_links(file: Path) -> list[str]:
    """Relative Markdown links of the file that lead nowhere."""
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", file.read_text(encoding="utf-8"))
    return [target for target in targets if "://" not in target and not (file.parent / target).exists()]


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    """A link to a file that is not there is found; one to a file that is there is not."""
    page = tmp_path / "page.md"
    page.write_text("[here](page.md) [gone](gone.md#part) [away](https://example.org/x)")
    assert broken_links(page) == ["gone.md"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_documents_are_there_and_link_to_what_is(checkout: Path, name: str) -> None:
    """Each document exists below .github, and its relative links lead somewhere."""
    assert broken_links(checkout / f".github/{name}.md") == []


def test_the_verbs_named_are_verbs(checkout: Path) -> None:
    """Every `make x` and `sh bootstrap.sh x` in the documents is one that bootstrap.sh knows."""
    known = set(re.findall(r"^#   (\S+)", (checkout / "bootstrap.sh").read_text(), flags=re.MULTILINE))
    text = "\n".join((checkout / f".github/{name}.md").read_text() for name in DOCUMENTS)
    named = set(re.findall(r"(?:make|sh bootstrap\.sh) ([a-z-]+)", text))
    assert {"test", "check"} <= named <= known | {"make"}


def test_the_citation_is_complete(checkout: Path, version: str) -> None:
    """CITATION.cff has what version 1.2.0 of the format asks for, and the version of the build."""
    citation = yaml.safe_load((checkout / "CITATION.cff").read_text())
    assert citation.keys() >= CITATION_ASKS
    assert citation["cff-version"] == "1.2.0"
    assert str(citation["version"]) == version
    assert citation["license"] == "MIT"
    assert citation["type"] in {"software", "dataset"}
    assert all(author.keys() == {"name"} for author in citation["authors"])


def test_the_changelog_begins_with_this_version(checkout: Path, version: str) -> None:
    """The newest entry of the changelog is the version of the build."""
    text = (checkout / ".github/CHANGELOG.md").read_text()
    assert re.findall(r"^## (\S+?),", text, flags=re.MULTILINE)[0] == version


def test_code_and_data_have_their_licences(checkout: Path) -> None:
    """MIT stands in the root; the whole text of CC BY 4.0, eight sections, stands beside the data."""
    assert "MIT License" in (checkout / "LICENSE").read_text()
    text = (checkout / "seeds/LICENSE").read_text()
    assert "Attribution 4.0 International" in text
    assert re.findall(r"^Section (\d) –", text, flags=re.MULTILINE) == list("12345678")
