"""How answers look: in a pipe, in a narrow terminal, and as JSON."""

import csv
import json
from pathlib import Path

import pytest
from terminal import ESCAPE, Terminal

EVERY = (
    ("search", "Meta"),
    ("show", "Meta"),
    ("show", "Alexandr Wang"),
    ("moves",),
    ("colleagues", "Alexandr Wang"),
    ("path", "Meta", "OpenAI"),
    ("neighbours", "Alexandr Wang"),
    ("conflicts",),
    ("offers",),
    ("deals",),
)


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_json_is_all_there_is(ledger: Terminal, words: tuple[str, ...]) -> None:
    """With --json the standard output is one JSON document with the common keys, and nothing beside it."""
    said = ledger.ask(*words, "--json")
    common = {"answer", "title", "scope", "version", "now", "cuts", "undated"}
    assert common <= said.json.keys()
    assert said.err == ""


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_a_pipe_gets_plain_text(ledger: Terminal, words: tuple[str, ...]) -> None:
    """In a pipe there is no colour, no blank at the end of a line, and what is cited is listed."""
    out = ledger.ask(*words).out
    assert out.strip()
    assert not ESCAPE.search(out)
    assert all(line == line.rstrip() for line in out.splitlines())
    if "[1]" in out:
        assert "\n[1] The " in out


@pytest.mark.parametrize("width", [40, 60, 100])
def test_a_narrow_terminal_breaks_at_blanks(
    ledger: Terminal, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No line is wider than the terminal, unless one word is, and ids are never broken."""
    monkeypatch.setenv("COLUMNS", str(width))
    for words in EVERY:
        for line in ledger.ask(*words).out.splitlines():
            assert len(line) <= width or " " not in line.strip(), line
    out = ledger.ask("search", "Superintelligence").out
    assert "org:meta-superintelligence-labs" in out


def test_a_pipe_never_breaks_a_line(ledger: Terminal) -> None:
    """Without COLUMNS each row of a table is one line, however long."""
    out = ledger.ask("search", "Meta").out
    hits = ledger.ask("search", "Meta", "--json").json["hits"]
    for hit in hits:
        assert [line for line in out.splitlines() if hit["entity"]["id"] in line.split()]


def test_names_are_text(empty: Terminal, articles: Path) -> None:
    """A name that looks like markup, an emoji code or a formula is printed as it is."""
    entities = articles / "entities.csv"
    text = entities.read_text(encoding="utf-8")
    entities.write_text(text.replace(",Deedy Das,", ",[red]Deedy[/red] :smile: Das,"), encoding="utf-8")
    assert empty.ask("load", str(articles)).code == 0
    assert "[red]Deedy[/red] :smile: Das" in empty.ask("show", "person:deedy-das").out


def test_a_cut_answer_says_so(ledger: Terminal) -> None:
    """With a limit, the text and the JSON name the limit, how many are left out, and what to do."""
    said = ledger.ask("search", "Meta", "--limit", "1")
    assert "Cut off at 1 (search_results)" in said.out
    (cut,) = ledger.ask("search", "Meta", "--limit", "1", "--json").json["cuts"]
    assert cut["limit"] == "search_results"
    assert cut["left_out"] >= 1


def test_a_scope_is_said(ledger: Terminal) -> None:
    """Both clocks and the level are said above the answer, in words."""
    said = ledger.ask("moves", "Alexandr Wang", "--known-on", "2025-06-30", "--level", "all")
    assert "Known on 30 Jun 2025; rumours too" in said.out


def test_an_unusual_letter_does_not_stop_the_answer(ledger: Terminal) -> None:
    """On an output that cannot hold a letter it is written as an escape."""
    said = ledger.run("path", "Yudian Zheng", "Ilya Sutskever", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert said.code == 0
    assert said.err == ""
    assert said.out.isascii()


@pytest.mark.parametrize("suffix", [".json", ".zip", ".graphml", ".gexf", ".html"])
def test_any_answer_can_be_saved(ledger: Terminal, tmp_path: Path, suffix: str) -> None:
    """--save writes the answer as a graph beside the text; the ending names the format."""
    file = tmp_path / f"moves{suffix}"
    said = ledger.ask("moves", "Alexandr Wang", "--save", str(file))
    assert (said.code, "1 certain" in said.out) == (0, True)
    assert file.stat().st_size > 500
    assert str(file) in said.err
    assert "CC-BY-4.0" in said.err


def test_the_table_of_an_answer_can_be_saved(ledger: Terminal, tmp_path: Path) -> None:
    """--save FILE.csv writes a row an item with ids and claims; one without rows says what else to do."""
    file = tmp_path / "moves.csv"
    assert ledger.ask("moves", "Alexandr Wang", "--save", str(file)).code == 0
    (row,) = csv.DictReader(file.read_text().splitlines())
    assert (row["from_id"], row["to_id"], row["grade"]) == (
        "org:scale-ai",
        "org:meta-superintelligence-labs",
        "certain",
    )
    assert row["claims"]
    refused = ledger.ask("conflicts", "Yudian Zheng", "--save", str(tmp_path / "none.csv"))
    assert (refused.code, ".zip" in refused.err) == (2, True)


def test_export_through_a_pipe(ledger: Terminal) -> None:
    """`export --output -` writes the bytes of the file and nothing else."""
    graph = json.loads(ledger.run("export", "Alexandr Wang", "--format", "json", "--output", "-").out)
    assert "person:alexandr-wang" in {node["id"] for node in graph["nodes"]}


def test_words_are_never_broken(ledger: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """At any width each word of an answer is printed whole: what has no room in a table becomes a record."""
    heads = {"From", "To", "Who", "Status", "Sources", "Arrived", "How", "sure"}
    whole = {word for word in set(ledger.ask("moves").out.split()) - heads if "─" not in word}
    for width in (30, 60, 80, 120):
        monkeypatch.setenv("COLUMNS", str(width))
        assert whole <= set(ledger.ask("moves").out.split())
