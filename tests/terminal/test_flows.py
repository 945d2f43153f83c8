"""The terminal and the notebook on flows and comparisons."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from terminal import ESCAPE, Terminal, is_one_line

import talentgraph as tg

EVERY = (
    ("flows",),
    ("flows", "--to", "Meta", "--from", "2025-01", "--until", "2025-12"),
    ("flows", "Meta", "--by", "lab", "--period", "quarter"),
    ("compare", "Meta", "Scale AI", "--from", "2025", "--until", "2025"),
)


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_plain_text_in_a_pipe(ledger: Terminal, words: tuple[str, ...]) -> None:
    """No colour, no blank at the end of a line; with --json there is only JSON, under the same title."""
    said = ledger.ask(*words)
    assert (said.code, said.err) == (0, "")
    assert not ESCAPE.search(said.out)
    assert all(line == line.rstrip() for line in said.out.splitlines())
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


def test_who_took_whom(ledger: Terminal) -> None:
    """The number, the person behind it with the sources, the net, and what the number means."""
    said = ledger.ask("flows", "--to", "Meta", "--from", "2025-01", "--until", "2025-12").out
    assert said.startswith("Flows into Meta, 2025\n")
    row = next(line for line in said.splitlines() if line.startswith("Scale AI   Meta   1"))
    assert "Alexandr Wang" in row
    assert "[1] " in row
    assert "Scale AI   Meta   1 : 0, too few for a ratio   +1" in said
    assert "moves: certain moves whose day of arrival surely lies in the window" in said
    assert "this is no census" in said


def test_bounds_take_months_and_years(ledger: Terminal) -> None:
    """A month is meant to its last day; a window that splits the month leaves the move beside the number."""

    def n(first: str, last: str) -> dict[str, int]:
        answer = ledger.ask("flows", "--to", "Meta", "--from", first, "--until", last, "--json").json
        counts: dict[str, int] = answer["total"]["certain"]
        return counts

    assert n("2025-06", "2025-06") == n("2025", "2025") == {"lo": 1, "mid": 1, "hi": 1}
    assert n("2025-06-20", "2025-12") == {"lo": 0, "mid": 0, "hi": 1}
    assert ledger.ask("flows", "--to", "Meta", "--from", "2025-07").code == 1


def test_tables_are_saved(ledger: Terminal, tmp_path: Path) -> None:
    """The matrix, or the measures of both sides, as CSV."""
    flows, measures = tmp_path / "flows.csv", tmp_path / "compare.csv"
    assert ledger.ask("flows", "--to", "Meta", "--save", str(flows)).code == 0
    cells = {(row["from"], row["to"]): row["certain"] for row in rows_of(flows)}
    assert cells["Scale AI", "Meta"] == "1"
    assert ledger.ask("compare", "Meta", "Scale AI", "--save", str(measures)).code == 0
    assert {row["organisation"] for row in rows_of(measures)} == {"Meta", "Scale AI"}


def rows_of(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


def test_two_sides(ledger: Terminal) -> None:
    """A column for each, what went between them, figures beside what is computed."""
    said = ledger.ask("compare", "Meta", "Scale AI", "--from", "2025", "--until", "2025").out
    assert said.startswith("Meta and Scale AI, 2025\n")
    assert "Between the two\n" in said
    assert "Meta   Scale AI   0 : 1, too few for a ratio   −1" in said
    assert "attrition, 2024, AI staff who left for other AI labs" in said


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (("flows", "--from", "June"), "--from"),
        (("flows", "--from", "2025", "--until", "2024"), "last"),
        (("compare", "Meta", "Meta"), "Meta"),
    ],
    ids=" ".join,
)
def test_wrong_questions_get_one_line(ledger: Terminal, words: tuple[str, ...], place: str) -> None:
    """What was wrong, and what to write instead; exit code 2."""
    said = ledger.ask(*words)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"Error: {place}: ")
    assert is_one_line(said.err)


def test_a_notebook_asks_the_same(ledger: Terminal) -> None:
    """Flows and comparisons as frames: cells, nets and people; the same JSON as in the terminal."""
    with tg.open(ledger.store) as opened:
        view = opened.view()
        flows = view.flows(into="Meta", first="2025-01", last="2025-12", by="company", period="year")
        words = ("flows", "--to", "Meta", "--from", "2025-01", "--until", "2025-12", "--period", "year")
        assert flows.to_json() == ledger.ask(*words, "--json").json
        frames = flows.to_pandas()
        assert frames["cells"]["certain"].sum() == 1
        assert list(frames["people"]["person"]) == ["Alexandr Wang"]
        assert list(frames["net"]["net_to_b"]) == [1]
        measures = view.compare("Meta", "Scale AI", "2025", "2025").to_pandas()["measures"]
        assert set(measures["organisation"]) == {"Meta", "Scale AI"}
        with pytest.raises(tg.BadQuestion, match="company, lab"):
            view.flows(by="team")
