"""The terminal on who is the same as whom: candidates, judgements, and taking them back."""

import json
from pathlib import Path

import pytest
from terminal import Terminal, is_one_line
from twin_sets import JACK, SECOND_JACK, authors_folder

from talentgraph.doors import open_ledger


@pytest.fixture
def two(empty: Terminal, checkout: Path, tmp_path: Path) -> Terminal:
    """What ships, and a set of one's own with a second Jack Rae."""
    seeds = [str(folder.parent) for folder in sorted(checkout.glob("seeds/*/dataset.yml"))]
    assert empty.ask("load", *seeds, str(authors_folder(tmp_path / "authors"))).code == 0
    return empty


def test_what_ships_has_nobody_twice(empty: Terminal, checkout: Path) -> None:
    """No candidate among the names that ship: an empty answer, exit 1."""
    seeds = [str(folder.parent) for folder in sorted(checkout.glob("seeds/*/dataset.yml"))]
    assert empty.ask("load", *seeds).code == 0
    said = empty.ask("twins")
    assert said.code == 1
    assert "No two are called alike" in said.out


def test_candidates_are_told_with_reasons_and_sources(two: Terminal) -> None:
    """Both names with their ids, how strongly, why, on which page, and how to judge."""
    out = two.ask("twins", "Jack Rae").out
    assert f"Jack Rae ({JACK}) and Rae, Jack ({SECOND_JACK}): strength 90 of 100" in out
    assert "For: “Jack Rae” and “Rae, Jack” are one name, spelled in two ways. [1]; [2]" in out
    assert "Against: their" not in out
    assert "talentgraph judge ID ID" in out
    assert "Murati" not in out
    assert "Murati" in two.ask("twins").out
    assert two.ask("twins", "--kind", "org").code == 1


def test_judged_and_taken_back(two: Terminal) -> None:
    """Judged the same they are one person; the line that tells it undoes it, and the dump is as before."""
    before, careers = two.dump(), two.ask("show", "Jack Rae").out
    said = two.ask("judge", JACK, SECOND_JACK, "--same")
    assert said.code == 0
    assert f"Rae, Jack ({SECOND_JACK}) is read as Jack Rae ({JACK}) from now on." in said.out
    undo = next(line for line in said.out.splitlines() if line.startswith("To undo: "))
    assert two.ask("show", SECOND_JACK).out == two.ask("show", "Jack Rae").out != careers
    held = [json.loads(line) for line in two.dump().splitlines()]
    assert held[-1] == {"judgement": {"left": JACK, "right": SECOND_JACK, "same": True}}
    listed = two.ask("twins", "Jack Rae")
    assert "Judgements (1)" in listed.out
    assert two.ask("twins", "Jack Rae", "--json").json["judgements"][0]["same"] is True
    words = undo.removeprefix("To undo: talentgraph ").split()
    assert "are two again" in two.ask(*words).out
    assert two.dump() == before
    assert two.ask("show", "Jack Rae").out == careers


def test_judged_different_by_name(two: Terminal) -> None:
    """They are not asked about again, until it is taken back by name."""
    assert "are kept apart" in two.ask("judge", JACK, SECOND_JACK, "--different").out
    assert two.ask("twins", JACK, "--json").json["candidates"] == []
    assert two.ask("judge", "Rae, Jack", "Jack Rae", "--undo").code == 0
    assert len(two.ask("twins", JACK, "--json").json["candidates"]) == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((JACK, SECOND_JACK), 2),
        ((JACK, SECOND_JACK, "--same", "--undo"), 2),
        ((JACK, "Meta", "--same"), 2),
        ((JACK, JACK, "--same"), 2),
        ((JACK, "person:nobody", "--same"), 1),
        ((JACK, SECOND_JACK, "--undo"), 1),
        ((JACK, "person:unnamed-register-1", "--same"), 2),
    ],
)
def test_a_judgement_that_cannot_be_made(two: Terminal, words: tuple[str, ...], code: int) -> None:
    """One line says why, the exit code whether somebody was not found, and the ledger is as before."""
    before = two.dump()
    said = two.ask("judge", *words)
    assert said.code == code
    assert is_one_line(said.err)
    assert two.dump() == before


def test_a_busy_ledger(two: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """While somebody else writes nothing is judged: one line, exit 3."""
    monkeypatch.setenv("TALENTGRAPH_LOCK_SECONDS", "0.1")
    before = two.dump()
    other = open_ledger(two.store)
    with other.writer():
        said = two.run("judge", JACK, SECOND_JACK, "--same")
    other.close()
    assert said.code == 3
    assert "somebody else is writing" in said.err
    assert two.dump() == before
