"""No page says NaN, None or undefined, or shows an id where a name belongs."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page
from said import said, strange
from shipped import shipped
from tour import TOUR, open_stop, popovers

from graph.model.entities import KINDS, kind_of

pytestmark = [pytest.mark.browser, pytest.mark.timeout(3_000)]  # in full depth it opens some 300 dossiers

OWN_PAGES = {"person": "people", "org": "organisations", "deal": "deals"}
SAMPLE = {"quick": 2, "full": 40}
LINKS = "stage => stage._cyreg.cy.edges().map(each => each.id())"

PLANTED = """() => {
  const root = document.querySelector(".stMain [data-testid=stBidiComponentIsolated]").shadowRoot;
  const shown = document.createElement("p"), heard = document.createElement("button");
  shown.textContent = "works at org:meta";
  heard.ariaLabel = "None of 3";
  root.append(shown, heard);
  const hidden = document.createElement("p"), code = document.createElement("p");
  hidden.textContent = "undefined";
  hidden.style.display = "none";
  code.textContent = "a works_at b";
  document.querySelector(".stMainBlockContainer").append(hidden, code);
}"""


@pytest.fixture(scope="session")
def everyone(checkout: Path) -> dict[str, list[str]]:
    """The ids that ship, by kind."""
    sets = [shipped(folder.parent) for folder in sorted(checkout.glob("seeds/*/dataset.yml"))]
    ids = sorted({row["id"] for each in sets for row in each.entities})
    return {kind: [id_ for id_ in ids if kind_of(id_) == kind] for kind in KINDS}


@pytest.fixture
def picked(everyone: dict[str, list[str]], depth: str, seed: int) -> list[str]:
    """Some of each kind."""
    choice = random.Random(seed)
    return list(chain(*(choice.sample(ids, min(SAMPLE[depth], len(ids))) for ids in everyone.values())))


def test_planted_words_are_found(new_page: Callable[..., Page], address: str) -> None:
    """An id inside a component, a word that is only heard, a relation's name; what is hidden is not said."""
    page = open_stop(new_page(), address, "people")
    assert strange(said(page)) == []
    page.evaluate(PLANTED)
    assert strange(said(page)) == ["None of 3", "a works_at b", "works at org:meta"]


def test_names_in_the_picture_are_read(new_page: Callable[..., Page], address: str) -> None:
    """What is painted on the canvas counts as said: names, and what a link says when it is pointed at."""
    page = open_stop(new_page(), address, "")
    texts = said(page)
    assert "Alexandr Wang" in texts
    assert any("Meta" in text and "offer" in text for text in texts)


@pytest.mark.parametrize("title", TOUR)
def test_every_page_speaks_to_readers(new_page: Callable[..., Page], address: str, title: str) -> None:
    """With and without something selected, and with all open that opens over the last of them."""
    page, found = new_page(), {}
    for stop in TOUR[title]:
        found[stop] = strange(said(open_stop(page, address, stop)))
    for name in popovers(page):
        found[name] = strange(said(page))
    assert {where: what for where, what in found.items() if what} == {}


def test_every_dossier_speaks_to_readers(
    new_page: Callable[..., Page], address: str, picked: list[str]
) -> None:
    """People, organisations, deals, works and groups, their links, their pages: names and words only."""
    page, found = new_page(), {}
    for id_ in picked:
        stop = f"?at={id_}&open={id_}&only=yes"
        found[stop] = strange(said(open_stop(page, address, stop)))
        links: list[str] = page.locator(".network .stage").evaluate(LINKS)
        stops = [f"?at={quote(link)}&open={id_}&only=yes" for link in links[:1]]
        stops += [f"{OWN_PAGES[kind_of(id_)]}?at={id_}"] if kind_of(id_) in OWN_PAGES else []
        found |= {each: strange(said(open_stop(page, address, each))) for each in stops}
    assert len(found) > len(picked)
    assert {where: what for where, what in found.items() if what} == {}
