"""A ledger full of hostile text on the running app: names, roles, quotes, sources, licences."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from urllib.parse import quote, urlsplit

import pytest
from browser import Watched, listened
from hostile import PAYLOADS, hostile_set
from playwright.sync_api import Page, expect
from visitor import Visitor

from graph.store.open import open_store

pytestmark = [pytest.mark.browser, pytest.mark.timeout(1_800)]  # in full depth it opens 700 dossiers

QUICK = 10
TWICE = "(cy, id) => { cy.getElementById(id).emit('tap').emit('tap').emit('dbltap'); }"
AS_MARKUP = """texts => {
  for (const text of texts) {
    const place = document.createElement("div");
    document.body.append(place);
    place.innerHTML = text;
  }
}"""


@pytest.fixture(scope="module")
def hostile_app(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The app on that ledger, with all of it in one picture."""
    file = tmp_path_factory.mktemp("hostile") / "ledger.db"
    store = open_store(file)
    with store.writer() as writer:
        writer.load(hostile_set())
    store.close()
    return serve(file, first_nodes=300)


@pytest.fixture
def seen(new_page: Callable[..., Page]) -> Watched:
    page = new_page()
    page.route(re.compile("^https?://evil.example"), lambda route: route.abort())
    return listened(page)


def chosen(depth: str, seed: int) -> list[int]:
    """The numbers of the payloads to try: all, or in the quick depth a tenth, other ones each time."""
    everyone = range(len(PAYLOADS))
    return list(everyone) if depth == "full" else sorted(random.Random(seed).sample(everyone, QUICK))


def left(seen: Watched) -> set[str | None]:
    """The hosts that the page asked for something."""
    return {urlsplit(each).hostname for each in seen.requests if each.startswith(("http", "ws"))}


def open_dossier(visitor: Visitor, id_: str) -> None:
    """Tap a name or a link in the picture and wait for what the panel says of it."""
    visitor.graph("(cy, id) => { cy.getElementById(id).emit('tap'); }", id_)
    expect(visitor.dossier).to_have_attribute("data-of", id_, timeout=30_000)


def test_the_detector_finds_what_runs_and_what_leaves(seen: Watched, hostile_app: str) -> None:
    """The same texts put into the running page as markup do run and do call out, and are noticed."""
    Visitor(seen.page, hostile_app).visit("?level=all")
    staying = [text for text in PAYLOADS if "http-equiv" not in text and "<base" not in text]
    seen.page.evaluate(AS_MARKUP, staying)
    for what in ("img", "math", "quote", "href"):
        seen.page.wait_for_function("what => window.ran.includes(what)", arg=what)
    assert "evil.example" in left(seen)


def test_nothing_runs_in_the_dossier_of_anybody(
    seen: Watched, hostile_app: str, depth: str, seed: int
) -> None:
    """Every dossier of a person, a lab and a group, and of their links, shows the texts and runs none."""
    visitor = Visitor(seen.page, hostile_app).visit("?level=all")
    assert len(visitor.places()) == len(hostile_set().entities)
    for number in chosen(depth, seed):
        for id_ in (f"person:p{number}", f"org:o{number}", f"group:g{number}"):
            open_dossier(visitor, id_)
            assert visitor.dossier.inner_text().count(PAYLOADS[number].strip()) >= 2
        links = visitor.graph(
            "(cy, id) => cy.getElementById(id).connectedEdges().map(e => e.id())", f"org:o{number}"
        )
        assert links
        for link in links:
            open_dossier(visitor, link)
    assert seen.ran() == []
    assert left(seen) == {"127.0.0.1"}
    assert seen.errors == []


def test_nothing_runs_around_the_picture(seen: Watched, hostile_app: str, depth: str, seed: int) -> None:
    """Hints, search, filters, both clocks and Share take the same texts and run none."""
    visitor = Visitor(seen.page, hostile_app).visit("?level=all")
    page = visitor.page
    visitor.graph("cy => { cy.elements().forEach(e => { e.emit('mouseover'); }); }")
    numbers = chosen(depth, seed)
    for number in numbers:
        visitor.find(PAYLOADS[number])
        visitor.settled()
        visitor.graph(TWICE, f"org:o{number}")
        page.get_by_role("menu").filter(has_text=PAYLOADS[number].strip()).wait_for()
    for name in ("Filters", "Known on", "Share"):
        page.get_by_role("button", name=name).first.click()
        page.get_by_test_id("stPopoverBody").wait_for()
        page.keyboard.press("Escape")
    page.get_by_role("combobox", name="Find").click()
    page.get_by_role("option").first.wait_for()
    several = [f"{kind}{number}" for number in numbers for kind in ("person:p", "org:o", "group:g")]
    visitor.visit(f"?level=all&at={several[0]}&also={','.join(several[1:])}")
    visitor.heading(f"{len(several)} names")
    visitor.visit(f"?level=all&path=person:p{numbers[0]},org:o{numbers[0]}")
    visitor.reads("Path of 1 step")
    assert seen.ran() == []
    assert left(seen) == {"127.0.0.1"}
    assert seen.errors == []


def test_nothing_runs_from_an_address(seen: Watched, address: str, depth: str, seed: int) -> None:
    """A hostile address is told to be unreadable, and no part of it becomes markup."""
    parts = ("at", "open", "on", "known", "rel", "kind", "level", "path")
    for number in chosen(depth, seed):
        text = quote(PAYLOADS[number])
        visitor = Visitor(seen.page, address).visit("?" + "&".join(f"{part}={text}" for part in parts))
        visitor.page.get_by_role("alert").get_by_text("could not be read").wait_for()
        assert seen.ran() == []
    assert left(seen) == {"127.0.0.1"}
    assert seen.errors == []
