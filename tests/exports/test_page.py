"""The stand-alone page, as a reader sees it."""

from pathlib import Path

import pytest
from browser import watched
from making import claim_set
from subgraphs import subgraph_of

from graph.exports import export

pytestmark = pytest.mark.browser

LINES = """
jack-rae named "Jack Rae" kind=usual @wired:2025-06-12
meta named Meta kind=usual @wired:2025-06-12
jack-rae works_at google 2016/2025-06 @wired:2025-06-12
jack-rae works_at meta 2025-06/.. @wired:2025-06-12
jack-rae works_at meta 2012/2014 status=rumoured @post:2025-06-01
meta offered jack-rae outcome=accepted amount=10m @post:2025-06-01
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_bytes(export(subgraph_of(claim_set(LINES)), "html"))
    return path


@pytest.mark.parametrize("width", [1400, 390])
def test_title_legend_and_sources_can_be_read_beside_the_network(
    chromium: str, page: Path, width: int
) -> None:
    """Title, legend and sources are visible, cover nothing of the network, and nothing scrolls sideways."""
    with watched(chromium, width=width) as seen:
        seen.page.goto(page.as_uri())
        seen.page.wait_for_selector("html[data-ready=yes]")
        network = seen.page.locator("#network").bounding_box()
        assert network is not None
        for what in ("h1", ".legend", "ol"):
            part = seen.page.locator(what)
            assert part.is_visible()
            box = part.bounding_box()
            assert box is not None
            apart_x = box["x"] >= network["x"] + network["width"] or box["x"] + box["width"] <= network["x"]
            apart_y = box["y"] >= network["y"] + network["height"] or box["y"] + box["height"] <= network["y"]
            assert apart_x or apart_y
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
        legend = seen.page.locator(".legend").inner_text()
        for word in ("Person", "Company", "Reported", "Rumoured"):
            assert word in legend
        assert "Confirmed" not in legend


def test_a_click_shows_the_claims_of_what_is_selected(chromium: str, page: Path) -> None:
    """Clicking a name shows its claims with status, date and publisher; a line shows the claims behind it."""
    with watched(chromium) as seen:
        seen.page.goto(page.as_uri())
        seen.page.wait_for_selector("html[data-ready=yes]")
        seen.page.evaluate("network.focus('person:jack-rae', { scale: 1, animation: false })")
        seen.page.locator("#network").click()
        seen.page.wait_for_function("document.getElementById('chosen').textContent === 'Jack Rae'")
        assert seen.page.locator("#said li").count() == 5
        assert "rumoured" in seen.page.locator("#said").inner_text()
        seen.page.evaluate("network.body.emitter.emit('select', { nodes: [], edges: [0] })")
        assert seen.page.locator("#said li").count() == 1


def test_parallel_lines_are_drawn_apart_and_nothing_moves_by_itself(chromium: str, page: Path) -> None:
    """Three lines between the same two names bow differently, positions are ours, and physics is off."""
    with watched(chromium) as seen:
        seen.page.goto(page.as_uri())
        seen.page.wait_for_selector("html[data-ready=yes]")
        bows = seen.page.evaluate(
            "edges.get().filter(e => e.from === 'org:meta' || e.to === 'org:meta').map(e => "
            "[e.from < e.to === (e.smooth.type === 'curvedCW'), e.smooth.roundness].join())"
        )
        assert len(bows) == len(set(bows)) == 3
        places = seen.page.evaluate("network.getPositions()")
        assert places == {
            id_: {"x": x, "y": y} for id_, (x, y) in subgraph_of(claim_set(LINES)).positions.items()
        }
        assert seen.page.evaluate("network.physics.physicsEnabled") is False
        assert seen.requests == [page.as_uri()]
