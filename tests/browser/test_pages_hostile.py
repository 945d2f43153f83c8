"""Hostile text in every field, on every page but Explore, in a real browser: none of it runs or calls out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hostile import PAYLOADS, hostile_set
from playwright.sync_api import Page
from reader import Reader

from graph.store import open_store

pytestmark = pytest.mark.browser

LISTEN = "window.ran = []; window.pwned = what => window.ran.push(String(what));"
IMAGE = PAYLOADS.index("<img src=x onerror=pwned('img')>")
MARKDOWN = PAYLOADS.index("![x](https://evil.example/x.png)")
TEMPLATE = next(number for number, text in enumerate(PAYLOADS) if text.startswith("{0.__class__}"))
LONG = PAYLOADS.index("x" * 190)


@pytest.fixture(scope="module")
def hostile(serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The app on a ledger that holds every payload in every field."""
    path = tmp_path_factory.mktemp("hostile") / "ledger.db"
    store = open_store(path)
    with store.writer() as writer:
        writer.load(hostile_set())
    store.close()
    return serve(path)


@pytest.fixture
def reader(new_page: Callable[..., Page], hostile: str) -> Reader:
    page = new_page(390, 844)
    page.add_init_script(LISTEN)
    return Reader(page, hostile)


def test_the_detector_finds_what_runs_and_what_leaves(reader: Reader) -> None:
    """A payload put into the page as HTML runs and calls out, and both are noticed."""
    reader.visit("people")
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    reader.page.evaluate(
        "texts => { for (const text of texts) { const place = document.createElement('div');"
        " document.body.append(place); place.innerHTML = text; } }",
        [PAYLOADS[IMAGE], "<img src=https://evil.example/pixel.gif>"],
    )
    reader.page.wait_for_function("() => window.ran.includes('img')")
    assert any("evil.example" in each for each in asked)


@pytest.mark.parametrize(
    "path",
    [
        "people",
        "organisations",
        "deals?show=offers",
        f"people?at=person:p{IMAGE}&claims=all",
        f"people?at=person:p{MARKDOWN}&claims=all",
        f"people?at=person:p{LONG}&claims=all",
        f"organisations?at=org:o{IMAGE}",
        f"organisations?at=org:o{TEMPLATE}&beside=org:o{IMAGE}",
        f"paths?from=person:p{IMAGE}&to=org:o{IMAGE}",
        f"paths?from=person:p{LONG}&to=org:o{LONG}",
    ],
)
def test_nothing_runs_and_nothing_leaves(reader: Reader, path: str) -> None:
    """Names, roles, quotes, sources and notes are text, whatever they hold, and nothing is broken by them."""
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    reader.visit(path)
    assert reader.page.evaluate("window.ran") == []
    assert {urlsplit(each).hostname for each in asked if each.startswith(("http", "ws"))} == {"127.0.0.1"}
    assert reader.errors == []
    assert not reader.scrolls_sideways()


def test_the_text_is_shown_as_it_is(reader: Reader) -> None:
    """What looks like a picture or a link is read letter by letter."""
    reader.visit(f"people?at=person:p{IMAGE}&claims=all")
    reader.heading(PAYLOADS[IMAGE])
    assert PAYLOADS[IMAGE] in reader.section("Claims").inner_text()
