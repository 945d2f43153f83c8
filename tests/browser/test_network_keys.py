"""The picture without a mouse: walked by arrows, spoken, opened, expanded, zoomed; and out to a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect
from visitor import Visitor

pytestmark = pytest.mark.browser

WALKED = "cy => cy.nodes('.walked').map(n => n.id())"
META = "org:meta"


def spoken(visitor: Visitor) -> str:
    return visitor.page.locator(".frame [aria-live]").inner_text()


def test_arrows_walk_to_neighbours_and_say_who_is_there(visitor: Visitor) -> None:
    """Each step leads to another name, linked if one lies that way, and says name, kind and links."""
    visitor.click(META)
    visitor.heading("Meta")
    visitor.stage.focus()
    before = visitor.places()
    walked: list[str] = []
    for key in ("ArrowUp", "ArrowLeft", "ArrowDown", "ArrowRight"):
        x, y = before[visitor.graph(WALKED)[0]] if walked else before[META]
        visitor.stage.press(key)
        (here,) = visitor.graph(WALKED)
        right, down = before[here][0] - x, before[here][1] - y
        way = {"ArrowUp": -down, "ArrowDown": down, "ArrowLeft": -right, "ArrowRight": right}[key]
        assert way > 0
        label = visitor.graph("(cy, id) => cy.getElementById(id).data('label')", here)
        assert spoken(visitor).startswith(f"{label}, ")
        assert spoken(visitor).split()[-1] in ("link", "links")
        walked.append(here)
    assert visitor.places() == before
    assert visitor.chosen() == [META], "walking selects nobody"
    visitor.stage.press("Enter")
    visitor.heading(visitor.graph("(cy, id) => cy.getElementById(id).data('label')", walked[-1]))
    assert visitor.chosen() == [walked[-1]]


def test_zoom_fit_and_leaving_by_key(visitor: Visitor) -> None:
    """Plus and minus zoom, 0 fits, Escape selects nobody."""
    visitor.click(META)
    visitor.heading("Meta")
    visitor.stage.focus()
    zoom = visitor.graph("cy => cy.zoom()")
    visitor.stage.press("+")
    assert visitor.graph("cy => cy.zoom()") > zoom
    visitor.stage.press("-")
    visitor.stage.press("-")
    assert visitor.graph("cy => cy.zoom()") < zoom
    visitor.stage.press("0")
    assert visitor.graph("cy => cy.zoom()") == pytest.approx(zoom)
    visitor.stage.press("Escape")
    visitor.reads("Start with a name")


def test_several_expanding_hiding_and_undo_by_key(visitor: Visitor) -> None:
    """Space selects several, Shift and Enter offers to expand, Delete hides, Control and Z takes it back."""
    visitor.click(META)
    visitor.heading("Meta")
    visitor.stage.focus()
    names = visitor.count.locator("strong").inner_text()
    visitor.stage.press("ArrowUp")
    visitor.stage.press(" ")
    visitor.heading("2 names")
    visitor.stage.press("Delete")
    expect(visitor.count).to_contain_text("2 put away")
    visitor.stage.press("Control+z")
    expect(visitor.count).not_to_contain_text("put away")
    visitor.stage.press("Control+Shift+Z")
    expect(visitor.count).to_contain_text("2 put away")
    visitor.stage.press("Control+z")
    expect(visitor.count.locator("strong")).to_have_text(names)
    visitor.stage.press("Shift+Enter")
    menu = visitor.page.get_by_role("menu")
    menu.wait_for()
    focused = visitor.page.locator("[role=menuitem]:focus")
    expect(focused).to_have_count(1)
    first = focused.inner_text()
    visitor.page.keyboard.press("ArrowDown")
    expect(focused).not_to_have_text(first)
    visitor.page.keyboard.press("Escape")
    menu.wait_for(state="hidden")
    expect(visitor.stage).to_be_focused()


def test_the_way_through_by_tab(visitor: Visitor) -> None:
    """From the search past the controls to the picture, its tools, colours, kinds, time, and the dossier."""
    visitor.page.get_by_role("combobox", name="Find").focus()
    name = """() => { let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at?.getAttribute('aria-label') || at?.innerText || at?.tagName || ''; }"""
    visited = []
    for _ in range(24):
        visitor.page.keyboard.press("Tab")
        visited.append(visitor.page.evaluate(name))
    wanted = [
        "Filters",
        "Known on",
        "Share",
        "Network",
        "Zoom in",
        "Fit",
        "Save picture",
        "kind",
        "Person",
        "Play",
        "True on",
    ]
    order = []
    for part in wanted:
        found = [
            at for at, said in enumerate(visited) if any(line.startswith(part) for line in said.splitlines())
        ]
        assert found, f"{part} is not reached: {visited}"
        order.append(found[0])
    assert order == sorted(order)


def test_from_search_to_export_without_a_mouse(visitor: Visitor, tmp_path: Path) -> None:
    """Somebody is found, read and taken away with the keyboard alone."""
    page = visitor.page
    page.get_by_role("combobox", name="Find").focus()
    page.keyboard.type("alexander wang")
    page.keyboard.press("Enter")
    visitor.heading("Alexandr Wang")
    page.get_by_role("button", name="Share").focus()
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name="GraphML")
    button.wait_for()
    button.focus()
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    target = tmp_path / "taken.graphml"
    waiting.value.save_as(target)
    assert "Alexandr Wang" in target.read_text()
