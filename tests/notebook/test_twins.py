"""In a notebook: who may be the same, judged and taken back."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from twin_sets import JACK, SECOND_JACK, authors_folder

import talentgraph as tg


@pytest.fixture
def ledger(checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tg.Ledger]:
    """A ledger of what ships and of a set with a second Jack Rae."""
    shipped = tuple(folder.parent for folder in sorted(checkout.glob("seeds/*/dataset.yml")))
    monkeypatch.setattr("loaders.shipped_sets", lambda: shipped)
    with tg.open(tmp_path / "ledger.db") as opened:
        opened.load(authors_folder(tmp_path / "authors"))
        yield opened


def test_candidates_are_an_answer_like_others(ledger: tg.Ledger) -> None:
    """It prints itself, has tables, JSON and a graph of the two, and is narrowed by a name and a kind."""
    answer = ledger.view().twins("Jack Rae")
    assert repr(answer).startswith("Who may be the same as Jack Rae")
    (row,) = answer.tables()["candidates"]
    assert (row["left_id"], row["right_id"], row["strength"]) == (JACK, SECOND_JACK, 90)
    assert json.loads(json.dumps(answer.to_json()))["total"] == 1
    assert set(answer.to_networkx()) == {JACK, SECOND_JACK}
    assert list(answer.to_pandas())[:2] == ["candidates", "judgements"]
    assert len(ledger.view().twins().pairs) == 2
    assert ledger.view().twins(kinds=["org"]).pairs == ()


def test_judged_and_taken_back(ledger: tg.Ledger) -> None:
    """A judgement says in a line what it did; undone, the dump is as before; no other verdict is taken."""
    before, version = ledger.dump(), ledger.view().version
    assert "is read as Jack Rae" in ledger.judge(JACK, SECOND_JACK, "same")
    assert ledger.view().show(SECOND_JACK).entity.id == JACK
    assert "two again" in ledger.judge("Jack Rae", "Rae, Jack", "undo")
    assert ledger.dump() == before
    assert ledger.view().version == version + 2
    with pytest.raises(tg.BadQuestion):
        ledger.judge(JACK, SECOND_JACK, "perhaps")
    with pytest.raises(tg.NotFound):
        ledger.judge(JACK, SECOND_JACK, "undo")
