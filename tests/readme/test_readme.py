"""The README is true: what it shows is run, what it lists is complete."""

import re
from pathlib import Path

import pytest
from pictures import STILLS
from readme import BLOCK, Reader
from terminal import Terminal

from graph.exports import FORMATS
from graph.model.relations import RELATIONS
from graph.settings import Settings
from loaders.folder import FILES
from talentgraph.cli import app

# run by tests/house, because they install, or open the app
ELSEWHERE = {
    "make app": "tests/house/test_starts.py",
    "sh bootstrap.sh app": "tests/house/test_bootstrap.py",
    "make test": "tests/house/test_bootstrap.py",
    "talentgraph app": "tests/house/test_starts.py",
}

QUESTIONS = {
    "search": ("Meta",),
    "show": ("Meta",),
    "moves": (),
    "flows": ("--to", "Meta"),
    "compare": ("Meta", "OpenAI"),
    "retention": ("Meta",),
    "returners": (),
    "schools": (),
    "liftouts": (),
    "first": ("Meta",),
    "colleagues": ("Alexandr Wang",),
    "path": ("Meta", "OpenAI"),
    "neighbours": ("Meta",),
    "conflicts": (),
    "offers": (),
    "funnel": (),
    "deals": (),
    "changes": ("--since", "2025-06-13"),
    "quality": (),
    "twins": (),
}
COMMON_KEYS = {"answer", "title", "scope", "version", "now", "cuts", "undated"}


@pytest.fixture(scope="module")
def text(checkout: Path) -> str:
    return (checkout / "README.md").read_text(encoding="utf-8")


def table(text: str, heading: str) -> list[list[str]]:
    """The cells of the rows of the table below a heading, code marks taken off."""
    section = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip().replace("`", "") for cell in row.strip("|").split(" | ")] for row in rows[2:]]


def test_a_stale_output_is_found(tmp_path: Path) -> None:
    """The runner writes what a command and a snippet print today in place of what stands there."""
    stale = "```console\n$ echo new\nold\n```\n\n```python\nprint('new')\n```\n```text\nold\n```\n"
    assert Reader(tmp_path).refreshed(stale) == stale.replace("old", "new")


def test_what_it_shows_is_what_one_sees(text: str, tmp_path: Path) -> None:
    """Every command and snippet runs in an empty folder, and prints what stands below it."""
    refreshed = Reader(tmp_path).refreshed(text)
    assert refreshed.splitlines() == text.splitlines()


def test_other_commands_are_run_elsewhere(text: str, checkout: Path) -> None:
    """Each line of a sh block is run by another test, which is there."""
    lines = [line for m in BLOCK.finditer(text) if m[1] == "sh" for line in m[2].splitlines()]
    commands = {line.partition("#")[0].strip() for line in lines} - {""}
    assert {"make app", "make test"} <= commands <= ELSEWHERE.keys()
    assert all((checkout / file).exists() for file in ELSEWHERE.values())


def test_every_command_is_named(text: str) -> None:
    """Each command of the terminal appears as `talentgraph command`."""
    names = {info.name or getattr(info.callback, "__name__", "") for info in app.registered_commands}
    assert len(names) >= 15
    assert {name for name in names if f"talentgraph {name}" not in text} == set()


def test_every_setting_is_listed(text: str) -> None:
    """The table of limits holds each setting with its default, and none that is not there."""
    listed = {row[0]: row[1] for row in table(text, "Limits")}
    fields = Settings.model_fields
    assert listed.keys() == {f"TALENTGRAPH_{name.upper()}" for name in fields}
    for name, field in fields.items():
        default = "" if field.default is None else f"{field.default:,}".removesuffix(".0")
        assert listed[f"TALENTGRAPH_{name.upper()}"] == default


def test_every_format_is_listed(text: str) -> None:
    """Each export format appears with its ending, and none that is not there."""
    listed = {(row[0], row[1]) for row in table(text, "Take it away")}
    assert listed == {(each.name, each.suffix) for each in FORMATS.values()}


def test_every_relation_is_listed(text: str) -> None:
    """The list of relations is the closed list of the model."""
    section = text.partition("\n## The files of a set\n")[2].partition("\n## ")[0]
    named = section.partition("Relations:")[2].partition("\n\n")[0]
    assert set(re.findall(r"`(\w+)`", named)) == RELATIONS.keys()


def test_every_file_of_a_set_is_described(text: str, checkout: Path) -> None:
    """The columns given for each file are those of the set that ships, in order."""
    section = text.partition("\n## The files of a set\n")[2].partition("\n## ")[0]
    for file in (name for name in FILES if name.endswith(".csv")):
        header = (checkout / "seeds/two-articles" / file).read_text(encoding="utf-8").splitlines()[0]
        assert f"`{header.replace(',', ', ')}`" in " ".join(section.split()), file


def test_every_answer_is_described(text: str, checkout: Path, tmp_path: Path) -> None:
    """The table of JSON shapes has each question with all its own keys, and no key that is not there."""
    terminal = Terminal(tmp_path / "ledger.db")
    assert terminal.ask("load", str(checkout / "seeds/two-articles")).code == 0
    listed = {row[0]: row[1] for row in table(text, "JSON")}
    assert listed.keys() == QUESTIONS.keys()
    for command, words in QUESTIONS.items():
        answer = terminal.ask(command, *words, "--json").json
        named = set(re.findall(r"\w+", listed[command])) - {"or", "null", "by", "hop"}
        assert answer.keys() - COMMON_KEYS <= named, command
        lists = [each for key, each in answer.items() if isinstance(each, list) and key != "of"]
        inner = {key for each in lists for item in each[:1] for key in item}
        assert named <= answer.keys() | inner, command


@pytest.mark.parametrize("page", ["README.md", "docs/screens.md"])
def test_links_lead_somewhere(checkout: Path, page: str) -> None:
    """Relative links and pictures point to files of the repository."""
    file = checkout / page
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", file.read_text(encoding="utf-8"))
    assert [t for t in targets if "://" not in t and not (file.parent / t).exists()] == []


def test_every_picture_is_shown_and_made(checkout: Path) -> None:
    """Each picture in docs/ is on a page, and there is a take for each that is on a page."""
    shown = set(re.findall(r"\(([\w-]+)\.webp\)", (checkout / "docs/screens.md").read_text(encoding="utf-8")))
    there = {file.stem for file in (checkout / "docs").glob("*.webp")}
    assert shown == STILLS.keys() == there - {"moving"}
