"""Hostile text in every field of a ledger, on every view of the page Data and in an upload: nothing runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hostile import PAYLOADS, hostile_set
from playwright.sync_api import Page
from reader import Reader

from graph.store import open_store

pytestmark = pytest.mark.browser

LISTEN = "window.ran = []; window.pwned = what => window.ran.push(String(what));"
SOURCE = hostile_set().sources[0].id


@pytest.fixture(scope="module")
def app(serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> tuple[str, bytes]:
    """The app on a ledger that holds every payload in every field, and the dump of it."""
    path = tmp_path_factory.mktemp("hostile") / "ledger.db"
    store = open_store(path)
    with store.writer() as writer:
        writer.load(hostile_set())
    dump = "".join(f"{line}\n" for line in store.dump()).encode()
    store.close()
    return serve(path), dump


@pytest.fixture
def reader(new_page: Callable[..., Page], app: tuple[str, bytes]) -> Iterator[Reader]:
    """A reader who at the end has seen nothing run, leave or scroll sideways."""
    page = new_page(390, 844)
    page.add_init_script(LISTEN)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    reader = Reader(page, app[0])
    yield reader
    assert page.evaluate("window.ran") == []
    assert {urlsplit(each).hostname for each in asked if each.startswith(("http", "ws"))} == {"127.0.0.1"}
    assert reader.errors == []
    assert not reader.scrolls_sideways()


@pytest.mark.parametrize(
    "path",
    [
        "data",
        f"data?show=sources&pick={SOURCE}&claims=all",
        "data?show=quality&part=end&claims=all",
        "data?show=changes&since=1950-01-01&claims=all",
        "data?show=changes&since=1950-01-01&part=opened",
        "data?show=left-out",
        "data?show=same",
    ],
)
def test_nothing_runs_and_nothing_leaves(reader: Reader, path: str) -> None:
    """Titles, licences, publishers, notes and claims are text, whatever they hold."""
    reader.visit(path)


def test_the_title_of_a_set_is_read_letter_by_letter(reader: Reader) -> None:
    """What looks like a script is the name of the set."""
    reader.visit("data")
    reader.heading(PAYLOADS[1])


def test_nothing_runs_in_an_upload(reader: Reader, app: tuple[str, bytes]) -> None:
    """A dump of all payloads, under a name that is one, is looked at: all of it is text."""
    reader.visit("data?show=load")
    name = "<img src=x onerror=pwned(1)>.jsonl"
    given = {"name": name, "mimeType": "application/jsonl", "buffer": app[1]}
    reader.page.locator("input[type=file]").set_input_files([given])  # type: ignore[arg-type]
    reader.heading(PAYLOADS[1])
    reader.page.get_by_text("Nothing would change.").wait_for()


def test_nothing_runs_in_what_is_said_of_a_bad_upload(reader: Reader) -> None:
    """The mistake quotes what it found, and the name of the file, as text."""
    reader.visit("data?show=load")
    name, line = "<img src=x onerror=pwned(2)>.jsonl", b'{"set": "<img src=x onerror=pwned(3)>"}\n'
    given = {"name": name, "mimeType": "application/jsonl", "buffer": line}
    reader.page.locator("input[type=file]").set_input_files([given])  # type: ignore[arg-type]
    reader.page.get_by_role("alert").get_by_text("Nothing was loaded.").wait_for()
    assert f"Line 1 of {name}" in reader.page.get_by_role("alert").inner_text()
