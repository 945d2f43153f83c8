"""Hostile text in the stand-alone page, in a real browser."""

from pathlib import Path

import pytest
from browser import Watched, watched
from hostile import PAYLOADS, hostile_subgraph

from graph.exports import export
from graph.exports.html import data_block

pytestmark = pytest.mark.browser

EVERY_WAY_IN = """
const all = %s;
for (const text of all) {
  const place = document.createElement("div");
  document.body.append(place);
  place.innerHTML = text;
}
"""

EVERY_CLICK_AND_TOOLTIP = """
for (const item of [...nodes.get(), ...edges.get()]) document.body.append(item.title);
for (const id of nodes.getIds()) network.body.emitter.emit("select", { nodes: [id], edges: [] });
for (const id of edges.getIds()) network.body.emitter.emit("select", { nodes: [], edges: [id] });
"""
WITH_HREF = "href <img src=x onerror=pwned('href')>"


def hover(seen: Watched, id_: str, text: str) -> None:
    """Move the mouse over a node until its tooltip shows the text."""
    seen.page.evaluate("id => network.focus(id, { scale: 1, animation: false })", id_)
    box = seen.page.locator("#network").bounding_box()
    assert box is not None
    seen.page.mouse.move(box["x"] + box["width"] / 2 - 3, box["y"] + box["height"] / 2 - 3)
    seen.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    tooltip = seen.page.locator("div.vis-tooltip")
    tooltip.wait_for(state="visible")
    assert tooltip.text_content() == text


def opened(seen: Watched, path: Path) -> None:
    """Open the page; forget the request for the page itself."""
    seen.page.goto(path.as_uri())
    seen.requests = [address for address in seen.requests if address != path.as_uri()]


def test_the_detector_finds_what_runs_and_what_leaves(chromium: str, tmp_path: Path) -> None:
    """A page without defences runs the same payloads and calls out, and the detector notices both."""
    control = tmp_path / "control.html"
    staying = [text for text in PAYLOADS if "http-equiv" not in text and "<base" not in text]
    control.write_text(f"<meta charset=utf-8><body><script>{EVERY_WAY_IN % data_block(staying)}</script>")
    with watched(chromium) as seen:
        opened(seen, control)
        for what in ("img", "math", "quote", "href"):
            seen.page.wait_for_function("what => window.ran.includes(what)", arg=what)
        assert any("evil.example" in address for address in seen.requests)


def test_nothing_runs_and_nothing_leaves(chromium: str, tmp_path: Path) -> None:
    """With every payload in every field, hovered and clicked, the page runs none and asks for nothing."""
    page = tmp_path / "hostile.html"
    page.write_bytes(export(hostile_subgraph(), "html"))
    with watched(chromium) as seen:
        opened(seen, page)
        seen.page.wait_for_selector("html[data-ready=yes]")
        seen.page.locator("summary").click()
        seen.page.evaluate(EVERY_CLICK_AND_TOOLTIP)
        hover(seen, f"person:p{PAYLOADS.index(WITH_HREF)}", WITH_HREF)
        assert seen.ran() == []
        assert seen.errors == []
        assert seen.requests == []


def test_a_script_that_slips_in_is_stopped(chromium: str, tmp_path: Path) -> None:
    """Even raw markup in the page does not run: the policy knows its two scripts by their hashes."""
    content = export(hostile_subgraph(), "html").decode()
    page = tmp_path / "broken.html"
    slipped = "<script>pwned('slipped')</script><img src=x onerror=pwned(2)></header>"
    page.write_text(content.replace("</header>", slipped, 1))

    with watched(chromium) as seen:
        opened(seen, page)
        seen.page.wait_for_selector("html[data-ready=yes]")
        assert seen.ran() == []


def test_payloads_are_shown_as_text(chromium: str, tmp_path: Path) -> None:
    """Each payload can be read in the page letter by letter, with no element made of it."""
    page = tmp_path / "hostile.html"
    page.write_bytes(export(hostile_subgraph(), "html"))
    with watched(chromium) as seen:
        opened(seen, page)
        seen.page.wait_for_selector("html[data-ready=yes]")
        text = seen.page.evaluate("[...document.querySelectorAll('ol bdi')].map(e => e.textContent)")
        assert set(PAYLOADS) <= set(text)
        assert (
            seen.page.locator("body :is(iframe, object, embed, form, base, meta, input, template)").count()
            == 0
        )
        assert seen.page.locator("script").count() == 3
