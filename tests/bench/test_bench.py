"""The bench measures what it says: markets as described, a peer that stays, answers that are compared."""

from __future__ import annotations

import hashlib
import inspect
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

import loaders
import talentgraph as tg
from bench import duels, peer, report
from bench.__main__ import run
from bench.clock import ratio, text
from bench.folder import write
from bench.ground import Ground, prepared
from bench.market import market
from bench.questions import questions
from bench.screen import FIRST_PAGES, high, screen
from graph.model.entities import KINDS
from graph.model.relations import RELATIONS
from graph.store import open_store

FROZEN = "64f1bf56dd98e7dc"
PEOPLE = 120
UNUSED = {"first_reported", "identified_by"}


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """A small market, ours and the peer's."""
    return prepared(PEOPLE, 3, tmp_path_factory.mktemp("bench"))


def test_the_peer_is_frozen() -> None:
    """The file that we are compared with is the one it always was: else ratios of two days say nothing."""
    source = Path(peer.__file__).read_bytes()
    assert hashlib.sha256(source).hexdigest()[:16] == FROZEN


def test_a_market_is_the_same_for_the_same_seed() -> None:
    """Size and seed decide everything, down to the ids of claims."""
    assert market(PEOPLE, 5) == market(PEOPLE, 5)
    assert market(PEOPLE, 5) != market(PEOPLE, 6)


def test_a_market_has_what_ledgers_have() -> None:
    """All kinds and relations, people who return, dates known by halves, a few employers of very many."""
    made = market(2_000)
    assert {entity.kind for entity in made.entities} == set(KINDS)
    assert {claim.relation for claim in made.claims} == RELATIONS.keys() - UNUSED
    stints = [claim for claim in made.claims if claim.relation == "works_at"]
    assert sum(claim.get("returned") == "yes" for claim in stints) > 100
    staff = Counter(claim.object for claim in stints).values()
    assert max(staff) > 20 * median(staff)
    whole = sum(bool(claim.when.start and claim.when.end) for claim in stints) / len(stints)
    assert 0.2 < whole < 0.7
    assert 0.05 < sum(not source.is_dated for source in made.sources) / len(made.sources) < 0.2


def test_a_market_travels_as_a_folder(tmp_path: Path) -> None:
    """The files say what the set says, claim by claim."""
    made = market(PEOPLE)
    (read,) = loaders.read(write(made, tmp_path / "market")).sets
    assert read.claims == made.claims
    assert read.entities == made.entities
    assert read.sources == made.sources


def outcomes(ground: Ground) -> Iterator[duels.Outcome]:
    store = open_store(ground.file)
    yield from (duels.fought(duel) for duel in duels.duels(store, ground.peer, 10, 3))
    store.close()


def test_both_answer_alike(ground: Ground) -> None:
    """Every question that the peer can answer has the same answer in the ledger, and most hold something."""
    found = list(outcomes(ground))
    assert len(found) == 11
    for each in found:
        assert each.is_alike, each
        assert each.least == 1 or each.name == "name with one typo"
    assert sum(each.filled for each in found) / sum(each.asked for each in found) > 0.7


def test_every_question_is_asked() -> None:
    """Whatever a view can be asked is among the questions."""
    asked = set(re.findall(r"(?:view|day)\.(\w+)", inspect.getsource(questions)))
    methods = {name for name, _ in inspect.getmembers(tg.View, inspect.isfunction)}
    assert {name for name in methods if not name.startswith("_")} - {"summary", "export"} <= asked


def test_the_tables_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A run prints what was made ready, each question beside the peer, and each within its budget or not."""
    assert run(tmp_path, [PEOPLE], 3, 3, 1) == 0
    out = capsys.readouterr().out
    for head in ("from a cold start", "made ready", "equal answers", "within 10 s"):
        assert head in out
    assert len(re.findall(r"[23] of 3", out)) == 11
    assert " NO " not in out


def test_a_wrong_answer_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where one answer differs the run fails and shows how many are equal."""
    monkeypatch.setattr(peer, "career", lambda *_: ["nowhere"])
    assert run(tmp_path, [PEOPLE], 3, 3, 0) == 1
    (row,) = [line for line in capsys.readouterr().out.splitlines() if "| one career" in line]
    assert "0 of 3" in row


@pytest.mark.browser
def test_the_screen_is_measured(tmp_path: Path, chromium: str) -> None:
    """Clicks are timed from the pointer down in the order of what happens, a pan counts its frames."""
    found = screen(tmp_path / "ledger.db", 3, 1)
    assert found
    assert len(found.firsts) == FIRST_PAGES
    assert len(found.clicks) == 3
    for each in found.clicks:
        assert 0 < each.sent <= each.answered <= each.read
        assert each.said > 0 < each.received
    assert found.nodes > 200
    assert found.frames > 0
    assert len(re.findall("pointer down until", report.screen(found))) == 3


def test_of_a_hundred_values_95_are_not_above_the_high_one() -> None:
    """The 95th percentile is one of the values: of 30 the 29th, of one the only one."""
    assert high([float(n) for n in range(100)]) == 94
    assert high([float(n) for n in range(30)]) == 28
    assert high([7.0]) == 7


@pytest.mark.parametrize(
    ("ours", "other", "said"),
    [(2.0, 1.0, "2.0"), (1.0, 4.0, "1/4"), (1.0, 2.5, "1/2.5"), (0.99, 1.0, "1.0"), (0.0, 1.0, "")],
)
def test_a_ratio_is_ours_to_theirs(ours: float, other: float, said: str) -> None:
    """Above one where we are slower, a fraction where we are faster."""
    assert ratio(ours, other) == said


def test_times_are_short_to_read() -> None:
    """Seconds above one, else milliseconds."""
    assert [text(seconds) for seconds in (2.34, 0.048, 0.00031)] == ["2.3 s", "48 ms", "0.31 ms"]
