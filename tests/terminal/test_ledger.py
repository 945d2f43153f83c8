"""The terminal on the ledger itself: what changed, how good it is."""

from __future__ import annotations

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from terminal import ESCAPE, Terminal, changed

YESTERDAY = (datetime.now(UTC).date() - timedelta(days=1)).isoformat()
EVERY = (
    ("changes", "--since", "2025-06-30"),
    ("changes", "Meta", "--since", "2025-06-30"),
    ("quality",),
    ("quality", "Meta"),
)


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_plain_text_in_a_pipe(ledger: Terminal, words: tuple[str, ...]) -> None:
    """No colour, no blank at the end of a line; what is cited is listed; with --json there is only JSON."""
    said = ledger.ask(*words)
    assert (said.code, said.err) == (0, "")
    assert not ESCAPE.search(said.out)
    assert all(line == line.rstrip() for line in said.out.splitlines())
    assert "[1]" not in said.out or "\n[1] The " in said.out
    assert ledger.ask(*words, "--json").json["title"] == said.out.splitlines()[0]


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_a_narrow_terminal(
    ledger: Terminal, words: tuple[str, ...], width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No line is wider than the terminal, unless it is one word."""
    monkeypatch.setenv("COLUMNS", str(width))
    for line in ledger.ask(*words).out.splitlines():
        assert len(line) <= width or " " not in line.strip(), line


def test_what_became_known(ledger: Terminal) -> None:
    """The programme of 3 July came after 30 June; before it the stake was not in dispute."""
    out = ledger.ask("changes", "Meta", "--since", "2025-06-30").out
    assert "What changed after 30 Jun 2025: Meta" in out
    assert "3 Jul 2025" in out
    assert "Disagreements opened" in out
    assert ledger.ask("changes", "Meta", "--since", "2025-06-30", "--known-on", "2025-07-02").code == 1


def test_what_was_withdrawn(empty: Terminal, articles: Path) -> None:
    """A row that was mended shows as withdrawn since yesterday, as it was, with the id of the set."""
    empty.ask("load", str(articles))
    assert "Withdrawn since" not in empty.ask("changes", "--since", YESTERDAY).out
    changed(articles, "claims.csv", ",principal,,,reported,", ",partner,,,reported,")
    assert empty.ask("load", str(articles)).code == 0
    out = empty.ask("changes", "Deedy Das", "--since", YESTERDAY).out
    assert "Withdrawn since (1)" in out
    assert any("principal" in line and "two-articles" in line for line in out.splitlines())


def test_what_a_withdrawal_settled(empty: Terminal, articles: Path) -> None:
    """Both values are told, under words that say how it was settled; without the load nothing was."""
    empty.ask("load", str(articles))
    assert "Disagreements settled" not in empty.ask("changes", "--since", YESTERDAY).out
    changed(articles, "claims.csv", ",15bn,15bn,USD,", ",14bn,14bn,USD,")
    assert empty.ask("load", str(articles)).code == 0
    out = empty.ask("changes", "Meta takes a stake in Scale AI", "--since", YESTERDAY).out
    assert "Disagreements settled by a withdrawal (1)" in out
    told = out.partition("settled by a withdrawal")[2]
    assert "$14 bn" in told
    assert "$15 bn" in told


def test_a_day_must_be_named(ledger: Terminal) -> None:
    """Without --since, or with what is no day, or with a set that is not there, one line says what to do."""
    assert ledger.ask("changes").code == 2
    wrong = ledger.ask("changes", "--since", "June")
    assert (wrong.code, "Write 2025-06-12" in wrong.err) == (2, True)
    unknown = ledger.ask("quality", "--set", "three-articles")
    assert (unknown.code, "two-articles" in unknown.err) == (1, True)


def test_tables_can_be_saved(ledger: Terminal, tmp_path: Path) -> None:
    """--save FILE.csv writes a row a change, or a row of coverage, with ids and counts."""
    file = tmp_path / "table.csv"
    assert ledger.ask("changes", "--since", "2025-06-30", "--save", str(file)).code == 0
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    assert {row["change"] for row in rows} == {"known"}
    assert all(row["day"] > "2025-06-30" and row["claim_id"] for row in rows)
    assert ledger.ask("quality", "--save", str(file)).code == 0
    whole = next(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    assert (whole["of"], int(whole["start"]) <= int(whole["stints"])) == ("all", True)


def test_shares_stand_beside_their_number(ledger: Terminal) -> None:
    """The number of stints stands first, every measure is defined."""
    lines = ledger.ask("quality").out.splitlines()
    assert lines[2].endswith("stints. Of these have")
    shape = ledger.ask("quality", "--json").json
    for name, definition in shape["definitions"].items():
        assert any(line.split("  ")[0] == name and definition in line for line in lines)
