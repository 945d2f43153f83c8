"""No barrier on any page: axe-core looks at each, by day and by night, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from axe import Known, barriers
from playwright.sync_api import Page, expect
from tour import LAST, OFFER, STOPS, TOUR, WINDOWS, Window, look, open_stop, popovers

pytestmark = pytest.mark.browser

STREAMLITS = (
    Known(
        "color-contrast",
        "[data-testid=stRadio]:has(input:disabled) [data-testid=stWidgetLabel]",
        "the label of a control that is switched off is drawn faint, and does not say that it is off",
    ),
    Known(
        "scrollable-region-focusable",
        "[data-testid=stCode] pre",
        "a long address scrolls in its frame, which takes no tabindex; a button beside it copies the address",
    ),
)
"""Streamlit's own elements, where a theme and a line of style do not reach."""

PLANTED = """() => {
  const root = document.querySelector(".stMain [data-testid=stBidiComponentIsolated]").shadowRoot;
  root.append(document.createElement("button"));
  const faint = document.createElement("p");
  faint.textContent = "Faint words";
  faint.style.cssText = "color: #aaaaaa; background: #ffffff";
  document.querySelector(".stMainBlockContainer").prepend(faint);
}"""


@pytest.fixture(scope="session")
def script(workshop: Path) -> Path:
    """axe-core as npm brought it."""
    return workshop / "node_modules/axe-core/axe.min.js"


@pytest.fixture
def windows(depth: str, seed: int) -> Sequence[Window]:
    """All four; in the quick depth two of them, one of each theme and of each width, others the next time."""
    return WINDOWS if depth == "full" else WINDOWS[seed % 2 :: 2]


def test_planted_barriers_are_found(new_page: Callable[..., Page], address: str, script: Path) -> None:
    """A button without a name inside a component, and faint words outside of one: both are told."""
    page = open_stop(new_page(), address, "people")
    assert barriers(page, script, STREAMLITS) == []
    page.evaluate(PLANTED)
    rules = [each.split(" | ")[0] for each in barriers(page, script, STREAMLITS)]
    assert sorted(rules) == ["button-name", "color-contrast"]


def test_tour_visits_every_page(new_page: Callable[..., Page], address: str) -> None:
    """Whatever stands in the navigation is looked at."""
    page = open_stop(new_page(), address, "")
    expect(page.get_by_test_id("stTopNavLink")).to_have_text(list(TOUR))


@pytest.mark.parametrize("stop", STOPS)
def test_no_page_has_a_barrier(
    new_page: Callable[..., Page], address: str, script: Path, windows: Sequence[Window], stop: str
) -> None:
    """0 serious and 0 critical findings, in whichever theme, on a desk and on a phone."""
    page = open_stop(new_page(), address, stop)
    found = {}
    for window in windows:
        look(page, window)
        found[window] = barriers(page, script, STREAMLITS)
    assert {where: what for where, what in found.items() if what} == {}


@pytest.mark.parametrize("stop", LAST)
def test_nothing_that_opens_over_a_page_has_a_barrier(
    new_page: Callable[..., Page], address: str, script: Path, stop: str
) -> None:
    """Filters, both clocks, evidence and Share, opened one after the other, in both themes."""
    page = open_stop(new_page(), address, stop)
    found = {}
    for window in WINDOWS[:2]:
        look(page, window)
        for name in popovers(page):
            found[window, name] = barriers(page, script, STREAMLITS, "[data-testid=stPopoverBody]")
    assert {where: what for where, what in found.items() if what} == {}
    assert found


def test_nothing_is_passed_over_in_vain(new_page: Callable[..., Page], address: str, script: Path) -> None:
    """Each element of Streamlit's that is passed over is there, with the barrier for which it is."""
    page, met = open_stop(new_page(), address, f"?at={OFFER}"), set()
    for _ in popovers(page):
        here = [each for each in STREAMLITS if page.locator(each.selector).count()]
        met |= {(each.rule, each.selector) for each in here if barriers(page, script, (), each.selector)}
    assert met == {(each.rule, each.selector) for each in STREAMLITS}
