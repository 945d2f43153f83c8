"""A visitor's own set: its files, the work on it, what it changes, and how that is said."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from files import CLAIMS, DATASET, FILES, write_set
from hypothesis import given
from hypothesis import strategies as st
from own_sets import zipped
from processes import wait_until

from graph.errors import StoreBusy, TalentGraphError, UnreadableFile
from graph.settings import settings
from graph.store.base import Progress
from graph.store.memory import MemoryStore
from talentgraph.doors import load_compared, load_paths, remove_compared
from talentgraph.ui.upload.files import File, check, unpacked
from talentgraph.ui.upload.job import Job
from talentgraph.ui.upload.outcome import Outcome, outcome
from talentgraph.ui.upload.report import LOADED, PREVIEW, REMOVED, report
from talentgraph.ui.upload.words import error_band, progress

SET = [File(name, text.encode()) for name, text in FILES.items()]


def refused(*files: File) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        check(files)
    return caught.value


def test_four_files_zips_and_dumps_are_taken() -> None:
    """The files of a set in any order, with or without a report; one zip; one dump."""
    check(SET)
    check([*SET[::-1], File("report.csv", b"")])
    check([File("Mine.ZIP", b"")])
    check([File("ledger.jsonl", b"")])


def test_what_is_no_set_is_refused_by_its_name() -> None:
    """A foreign file, a missing one, one that is there twice: the name is that which its owner gave it."""
    assert refused(*SET, File("notes, v2.csv", b"")).path == "notes, v2.csv"
    assert refused(*SET[:2]).path == "sources.csv, claims.csv"
    assert "twice" in refused(*SET, SET[0]).fact
    assert "no file of a set" in refused(File("a.zip", b""), File("b.zip", b"")).fact


def test_files_are_weighed_together() -> None:
    """The setting upload_bytes binds the sum: to the byte it is taken, one more is refused."""
    most = settings().upload_bytes
    check([File("mine.zip", bytes(most))])
    assert f"{most:,} bytes" in refused(File("mine.zip", bytes(most + 1))).fact


def test_files_lie_in_a_private_folder_and_are_gone_afterwards() -> None:
    """Nobody else reads them while they are read, and nothing of them is left, whatever happens."""
    seen: list[Path] = []

    def look_and_fail() -> None:
        with unpacked(SET) as folder:
            seen.append(folder)
            assert {file.name for file in folder.iterdir()} == FILES.keys()
            assert folder.stat().st_mode & 0o077 == 0
            raise KeyError

    with pytest.raises(KeyError):
        look_and_fail()
    assert not seen[0].exists()


@given(st.text(max_size=40).map(lambda name: f"{name}.zip"))
def test_no_name_of_a_file_decides_where_it_lies(name: str) -> None:
    """Whatever a zip is called, it lies in our folder under our name."""
    with unpacked([File(name, b"PK")]) as path:
        assert path.name == "given.zip"
        assert path.read_bytes() == b"PK"


def mistake(files: list[File]) -> str:
    """What the band says of files that cannot be loaded."""
    with pytest.raises(TalentGraphError) as caught, unpacked(files) as path:
        load_paths(MemoryStore(), [path])
    band = error_band(caught.value, files)
    return f"{band['fact']} {band['hint']}"


def test_mistakes_are_said_in_one_line_with_file_and_line() -> None:
    """The words of the design, from a folder and from a zip; where we kept the files is never said."""
    bad = FILES | {"claims.csv": CLAIMS.replace("10m", "10m?")}
    folder = [File(name, text.encode()) for name, text in bad.items()]
    said = [mistake(folder), mistake([File("mine.zip", zipped(bad))])]
    assert said[0] == said[1]
    assert said[0].startswith(
        "Line 4 of claims.csv: low: the figure “10m?” is not a number. Nothing was loaded. "
    )
    assert mistake([File("mine.zip", b"PK and nothing more")]).startswith("mine.zip: is not a zip")
    wrong = FILES | {"claims.csv": CLAIMS.replace("models", "mod\xe9ls").encode("latin-1")}
    assert mistake([File("mine.zip", zipped(wrong))]).startswith("Line 2 of claims.csv: is not UTF-8 text.")
    assert mistake(SET[:3]).startswith("claims.csv: is missing. Nothing was loaded. Add it")


def test_a_busy_ledger_is_said_without_its_path() -> None:
    """What has nothing to do with the file does not name one."""
    busy = StoreBusy("somebody else is writing to the ledger.", place="/home/ann/ledger", hint="Wait.")
    band = error_band(busy, [])
    assert (band["fact"], band["hint"]) == (
        "Somebody else is writing to the ledger.",
        "Nothing was loaded. Wait.",
    )


def test_a_job_is_watched_stopped_and_says_how_it_ended() -> None:
    """Steps are seen as they are told; a stop ends the work at its next step, without a result."""
    told, go = Event(), Event()

    def work(tell: Progress) -> str:
        tell("read claims", 12_400, 80_000)
        told.set()
        go.wait(30)
        tell("read claims", 12_600, 80_000)
        return "done"

    job = Job(work)
    assert told.wait(30)
    shown = progress(job, "Nothing is loaded yet.", stops=True)
    assert (shown["fact"], shown["done"], shown["total"]) == (
        "Reading 12,400 of 80,000 claims.",
        12_400,
        80_000,
    )
    job.stop()
    assert progress(job, "", stops=True)["fact"] == "Stopping."
    go.set()
    assert wait_until(lambda: not job.is_running)
    assert (job.result, job.error) == (None, None)


def test_a_stop_that_comes_too_late_changes_nothing() -> None:
    """Work that is told of no further step is done, and has its result."""
    go = Event()
    job = Job(lambda _: go.wait(30) and "done")
    job.stop()
    go.set()
    assert wait_until(lambda: not job.is_running)
    assert job.result == "done"


def test_errors_of_a_job_come_to_whoever_watches() -> None:
    """Ours as it is; any other in one line, without its text, which may hold names."""

    def ours(_: Progress) -> None:
        raise UnreadableFile("claims.csv", "is empty.", line=1)

    def other(_: Progress) -> None:
        raise RuntimeError("person:jane-doe")

    jobs = [Job(ours), Job(other)]
    assert wait_until(lambda: not any(job.is_running for job in jobs))
    assert isinstance(jobs[0].error, UnreadableFile)
    assert "RuntimeError" in str(jobs[1].error)
    assert "jane" not in str(jobs[1].error)


def tried(store: MemoryStore, folder: Path, *, keep: bool = False) -> Outcome:
    return load_compared(store, [folder], outcome, keep=keep)


def test_an_outcome_counts_what_comes(tmp_path: Path) -> None:
    """The small set in an empty ledger: five rows and nine names of five entities are new; none is gone."""
    found = tried(MemoryStore(), write_set(tmp_path / "set"))
    # Jane Doe, two aliases, an ORCID; Acme, two identifiers; Acme Lab; Globex
    assert (len(found.new), len(found.gone)) == (5 + 9, 0)
    assert sorted(found.fresh) == [
        "org:acme",
        "org:acme-lab",
        "org:globex",
        "person:jane-doe",
        "person:unnamed-page-1",
    ]
    assert (found.replaced, [card.id for card in found.sets]) == ((), ["small"])
    assert not found.changes_nothing


def test_an_outcome_counts_what_goes_and_what_is_at_odds(tmp_path: Path) -> None:
    """The revenue of Globex stands at 1.2 to 1.4 bn, retracted; a source says 3 bn; Acme Lab is dropped."""
    store = MemoryStore()
    load_paths(store, [write_set(tmp_path / "old")])
    rows = [line for line in CLAIMS.splitlines() if not line.startswith(("c2", "c5"))]
    rows.append("c6,org:globex,measured,,,2024,3bn,3bn,USD,,,,metric=revenue,reported,,page,p9,,")
    found = tried(store, write_set(tmp_path / "new", claims="\n".join(rows) + "\n"))
    said = {found.claims[id_].claim.relation for id_ in found.gone}
    assert (len(found.new), len(found.gone), said) == (1, 2, {"part_of", "measured"})
    assert [card.id for card in found.replaced] == ["small"]
    assert [turn.disagreement.subject for turn in found.opened] == ["org:globex"]
    assert found.settled == ()


def test_what_a_withdrawal_settles_is_shown_as_settled(tmp_path: Path) -> None:
    """Two figures were apart and one is dropped: no red rule any more, and the reason stands below."""
    store = MemoryStore()
    figure = "{},org:globex,measured,,,2023,{},{},USD,,,,metric=revenue,reported,,page,p9,,\n"
    one, other = figure.format("c6", "3bn", "3bn"), figure.format("c7", "4bn", "4bn")
    load_paths(store, [write_set(tmp_path / "old", claims=CLAIMS + one + other)])
    found = tried(store, write_set(tmp_path / "new", claims=CLAIMS + one))
    assert [turn.disagreement.subject for turn in found.settled] == ["org:globex"]
    *_, section, quarrel = report(found, PREVIEW, "settled")
    assert section["red"] is False
    assert (quarrel["settled"], len(quarrel["rows"])) == (True, 2)
    assert quarrel["foot"] == "Settled: of what is held now, nothing is apart."


def test_the_same_set_again_changes_nothing(tmp_path: Path) -> None:
    """Loading what is there already is said to be without effect."""
    store = MemoryStore()
    load_paths(store, [write_set(tmp_path / "set")])
    found = tried(store, write_set(tmp_path / "again"))
    assert found.changes_nothing
    assert (found.new, found.gone, found.fresh) == ((), (), ())


def test_another_sets_words_are_not_counted_as_new(tmp_path: Path) -> None:
    """The same rows under another id: only its own words on names are new; the others are said twice."""
    store = MemoryStore()
    load_paths(store, [write_set(tmp_path / "one")])
    found = tried(store, write_set(tmp_path / "two", dataset=DATASET.replace("small", "other", 1)))
    assert (len(found.new), found.said, found.fresh) == (9, 5, ())


def test_a_removal_counts_what_no_other_set_says(tmp_path: Path) -> None:
    """Removed, the set takes its claims and names along; the ledger is empty again."""
    store = MemoryStore()
    load_paths(store, [write_set(tmp_path / "set")])
    found = remove_compared(store, "small", outcome)
    assert (len(found.gone), len(found.lost), found.new) == (14, 5, ())
    assert [card.id for card in found.sets] == ["small"]
    assert list(store.dump()) == []


@pytest.mark.parametrize("kind", [PREVIEW, LOADED, REMOVED])
@pytest.mark.parametrize("part", ["", "new", "names", "gone", "opened", "nonsense"])
def test_every_number_of_a_report_opens_something(tmp_path: Path, kind: str, part: str) -> None:
    """One number is open, whichever is asked for; names that the ledger has not are no links."""
    found = tried(MemoryStore(), write_set(tmp_path / "set"))
    head, figures, *listed = report(found, kind, part)
    assert head["kind"] == kind
    assert [row["chosen"] for row in figures["rows"]].count(True) == 1
    assert listed
    assert kind != PREVIEW or "'shape'" not in str(listed)
