"""The file of a ledger: private, marked with its version, refused
when it is newer, damaged or something else.
"""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from ledgers import market

from graph.errors import NewerSchema, StoreBusy, StoreError
from graph.settings import settings
from graph.store import recompute, schema, sqlite_file
from graph.store.sqlite import SqliteStore


@pytest.fixture
def path(tmp_path: Path, seed: int) -> Path:
    """A ledger with something in it."""
    file = tmp_path / "data" / "ledger.sqlite"
    with SqliteStore(file).writer() as writer:
        for each in market(seed):
            writer.load(each)
    return file


def alter(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for text in statements:
            connection.execute(text)


def test_file_and_folder_are_private(path: Path) -> None:
    """Nobody but the user reads the folder or any file in it."""
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    store = SqliteStore(path)
    with store.writer():
        assert {stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()} == {0o600}


def test_a_newer_schema_is_refused(path: Path) -> None:
    """A ledger that a newer version wrote is refused with a hint, and left as it is."""
    alter(path, f"PRAGMA user_version = {schema.VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(NewerSchema, match="Upgrade"):
        SqliteStore(path)
    assert path.read_bytes() == before


def test_an_older_schema_is_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A migration runs behind a backup, which still opens as the older version; the dump stays."""
    before = list(SqliteStore(path).dump())
    newer = schema.VERSION + 1
    monkeypatch.setattr(sqlite_file, "VERSION", newer)
    monkeypatch.setattr(sqlite_file, "SET_VERSION", f"PRAGMA user_version = {newer}")
    monkeypatch.setattr(sqlite_file, "MIGRATIONS", (*schema.MIGRATIONS, ("CREATE TABLE planted (x)",)))
    assert list(SqliteStore(path).dump()) == before
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (newer,)
        assert connection.execute("SELECT count(*) FROM planted").fetchone() == (0,)
    monkeypatch.undo()
    (backup,) = path.parent.glob("*.bak")
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert list(SqliteStore(backup).dump()) == before


def test_a_ledger_of_the_first_schema_opens(path: Path) -> None:
    """It says the same after the step, and of none of its claims that a later load brought it."""
    before = list(SqliteStore(path).dump())
    alter(path, "ALTER TABLE claims DROP COLUMN loaded")
    alter(path, "PRAGMA user_version = 1")
    store = SqliteStore(path)
    assert list(store.dump()) == before
    assert not store.view().added(0).items
    store.close()


def test_a_purge_takes_the_backups_of_any_name(tmp_path: Path, seed: int) -> None:
    """Backups go with what was forgotten where the name of the file reads as a pattern; others' stay."""
    path, other = tmp_path / "led[1].sqlite", tmp_path / "led1.sqlite.schema-1.bak"
    store = SqliteStore(path)
    with store.writer() as writer:
        writer.load(market(seed)[0])
    backup = path.with_name(f"{path.name}.schema-1.bak")
    for copy in (backup, other):
        copy.write_bytes(path.read_bytes())
    sqlite_file.purge(path)
    assert not backup.exists()
    assert other.exists()


def test_a_failing_migration_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A migration that breaks off leaves version and content as they were."""
    twice = ("CREATE TABLE planted (x)", "CREATE TABLE planted (x)")
    monkeypatch.setattr(sqlite_file, "VERSION", schema.VERSION + 1)
    monkeypatch.setattr(sqlite_file, "MIGRATIONS", (*schema.MIGRATIONS, twice))
    with pytest.raises(StoreError, match="planted"):
        SqliteStore(path)
    monkeypatch.undo()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
        assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'planted'").fetchone() == (
            0,
        )


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough to be taken for one" * 20, b"SQLite format 3\0"]
)
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    """A file that is no ledger is refused with its name, and left as it is."""
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"ledger\.sqlite"):
        SqliteStore(path)
    assert path.read_bytes() == content


def test_another_database_is_refused(tmp_path: Path) -> None:
    """A database of another program is not taken for an empty ledger."""
    path = tmp_path / "other.sqlite"
    alter(path, "CREATE TABLE theirs (x)")
    with pytest.raises(StoreError, match="not a ledger"):
        SqliteStore(path)


def test_a_damaged_record_is_reported(path: Path) -> None:
    """Text that is no record any more is a StoreError of the file, not an error of the model."""
    alter(path, "UPDATE claims SET fields = '{\"format\": 1}'")
    with pytest.raises(StoreError, match="damaged"):
        SqliteStore(path).view()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A path below a file is a StoreError that names it."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="file"):
        SqliteStore(tmp_path / "file" / "ledger.sqlite")


def test_two_writers(path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """While one writes, another is told to wait, and readers read what was there before."""
    monkeypatch.setattr(
        "graph.store.sqlite_file.settings", lambda: settings().model_copy(update={"lock_seconds": 0.05})
    )
    one, other = SqliteStore(path), SqliteStore(path)
    before = list(other.dump())
    with one.writer() as writer:
        writer.withdraw("one")
        with pytest.raises(StoreBusy, match="try again"), other.writer():
            pass
        assert list(other.dump()) == before
    assert list(other.dump()) != before


def test_a_ledger_opens_while_somebody_loads(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening waits for no writer; only where rows must be made anew it is told to wait."""
    monkeypatch.setattr(
        "graph.store.sqlite_file.settings", lambda: settings().model_copy(update={"lock_seconds": 0.05})
    )
    store = SqliteStore(path)
    before = list(store.dump())
    with store.writer() as writer:
        writer.withdraw("one")
        assert list(SqliteStore(path).dump()) == before
        monkeypatch.setattr(recompute, "RULES", recompute.RULES + 1)
        with pytest.raises(StoreBusy, match="try again"):
            SqliteStore(path)


def test_rows_of_other_rules_are_made_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger whose rows were made by other rules is assembled anew when it is opened."""
    before = SqliteStore(path).view().stints()
    alter(path, "UPDATE edge_rows SET start_lo = 1, start_hi = 2")
    assert SqliteStore(path).view().stints() != before
    monkeypatch.setattr(recompute, "RULES", recompute.RULES + 1)
    assert SqliteStore(path).view().stints() == before
    assert SqliteStore(path).view().stints() == before
