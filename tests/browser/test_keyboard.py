"""The app without a mouse: everything can be reached, and where one is can be seen."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from keyboard import Focus, focus, tab, walk
from playwright.sync_api import Page, expect
from tour import TOUR, drawn, open_stop

pytestmark = pytest.mark.browser

RING = 3.0
ENOUGH = 60
BARE = """[...document.querySelectorAll("style")].filter(each => each.textContent.includes("--chart-accent"))
  .forEach(each => each.remove())"""


def unseen(page: Page) -> list[str]:
    """What has the focus, one stop after the other to the end of the page, without a ring that stands out."""
    stops: list[Focus] = []
    while (here := tab(page)) and len(stops) < ENOUGH:
        stops.append(here)
    assert len(stops) > 10
    return [str(each) for each in stops if each.ring < RING]


def test_a_focus_that_cannot_be_seen_is_found(new_page: Callable[..., Page], address: str) -> None:
    """Without the style of the product, as Streamlit draws it, the navigation is told to have no ring."""
    page = open_stop(new_page(), address, "people")
    page.evaluate(BARE)
    assert any("Organisations" in each for each in unseen(page))


def test_from_the_search_to_the_dossier_to_a_file(
    new_page: Callable[..., Page], address: str, tmp_path: Path
) -> None:
    """A name is found, its dossier read and the network taken away, by keys alone, in a sensible order."""
    page = open_stop(new_page(), address, "")
    passed = walk(page, "^Find")
    page.keyboard.type("Alexander Wang")
    page.keyboard.press("Enter")
    heading = page.get_by_role("heading", level=1, name="Alexandr Wang", exact=True)
    heading.wait_for()
    drawn(page)
    passed += walk(page, "Share")
    page.keyboard.press("Enter")
    page.get_by_test_id("stPopoverBody").get_by_text("Node-link JSON").wait_for()
    passed += walk(page, "^Node-link JSON")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    waiting.value.save_as(tmp_path / "network.json")
    taken = json.loads((tmp_path / "network.json").read_text())
    assert "person:alexandr-wang" in {node["id"] for node in taken["nodes"]}
    assert len(passed) < 35, "few steps lead there"
    assert [str(each) for each in passed if each.ring < RING] == []
    page.keyboard.press("Escape")
    page.get_by_test_id("stPopoverBody").wait_for(state="detached")
    here = focus(page)
    assert here
    assert "Share" in here.name


def test_network_is_walked_and_opened(new_page: Callable[..., Page], address: str) -> None:
    """Tab leads into the network; an arrow says whom one has come to; Enter opens that dossier."""
    page = open_stop(new_page(), address, "")
    walk(page, "^Network")
    said = page.locator(".network [aria-live=polite]")
    page.keyboard.press("ArrowRight")
    expect(said).not_to_be_empty()
    first = said.inner_text()
    page.keyboard.press("ArrowRight")
    expect(said).not_to_have_text(first)
    name = said.inner_text().split(",")[0]
    page.keyboard.press("Enter")
    expect(page.locator(".sheet.panel h1")).to_have_text(name)
    here = focus(page)
    assert here
    assert here.role == "application"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("title", TOUR)
def test_focus_is_seen_wherever_it_goes(
    new_page: Callable[..., Page], address: str, title: str, scheme: str
) -> None:
    """From the top of every page on, each stop has a ring of 2 pixels with a contrast of 3."""
    page = open_stop(new_page(color_scheme=scheme), address, TOUR[title][-1])
    assert unseen(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_led_into_what_opens_and_out_again(
    new_page: Callable[..., Page], address: str, scheme: str
) -> None:
    """Behind the button of a popover come its controls, then what follows the button."""
    page = open_stop(new_page(color_scheme=scheme), address, "people")
    walk(page, "Known on")
    page.keyboard.press("Enter")
    page.get_by_test_id("stPopoverBody").get_by_role("spinbutton").first.wait_for()
    inside = walk(page, "Evidence")
    assert [str(each) for each in inside if each.ring < RING] == []
    assert sum(each.role == "spinbutton" for each in inside) == 3
    page.keyboard.press("Shift+Tab")
    back = focus(page)
    assert back
    assert "Known on" in back.name
