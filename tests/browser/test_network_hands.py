"""What hands do to the picture: select, expand, drag, hide, take back. Nothing that stands moves."""

from __future__ import annotations

from math import hypot

import pytest
from playwright.sync_api import expect
from visitor import Visitor

pytestmark = pytest.mark.browser

WANG, META, OPENAI, SCALE = "person:alexandr-wang", "org:meta", "org:openai", "org:scale-ai"
TULLOCH, METZ = "person:andrew-tulloch", "person:luke-metz"
VIEW = "cy => [cy.zoom(), cy.pan().x, cy.pan().y]"
EMPTY = "cy => ({ x: cy.width() - 60, y: cy.height() - 12 })"


def tool(visitor: Visitor, name: str) -> None:
    visitor.page.locator(".tools").get_by_role("button", name=name).click()


def count_of(visitor: Visitor) -> int:
    """How many names the words say are shown."""
    return int(visitor.count.locator("strong").inner_text().split()[0])


def test_shift_click_selects_several_and_the_dossier_tells_what_they_share(visitor: Visitor) -> None:
    """Three names are listed with whom they are all linked to; one more click with shift takes one out."""
    visitor.click(TULLOCH)
    visitor.heading("Andrew Tulloch")
    visitor.page.keyboard.down("Shift")
    visitor.click(METZ)
    visitor.heading("2 names")
    visitor.click(WANG)
    visitor.page.keyboard.up("Shift")
    visitor.heading("3 names")
    visitor.reads("What they share")
    assert visitor.chosen() == sorted([TULLOCH, METZ, WANG])
    visitor.page.keyboard.down("Shift")
    visitor.click(WANG)
    visitor.page.keyboard.up("Shift")
    visitor.heading("2 names")
    visitor.reads("Thinking Machines Lab")


def test_two_quick_clicks_on_two_names_are_no_double_click(visitor: Visitor) -> None:
    """The second name is selected, and nothing is offered that was not asked for."""
    one, other = visitor.point(META), visitor.point(TULLOCH)
    visitor.page.mouse.click(*one)
    visitor.page.mouse.click(*other)
    visitor.heading("Andrew Tulloch")
    expect(visitor.page.get_by_role("menu")).to_be_hidden()


def test_shift_drag_selects_whoever_is_in_the_box(visitor: Visitor) -> None:
    """A box over a corner of the picture selects exactly the names that lie in it."""
    box = visitor.stage.bounding_box()
    assert box is not None
    left, top, right, bottom = 60, 60, box["width"] / 2, box["height"] / 2
    inside = visitor.graph(
        """(cy, left, top, right, bottom) => cy.nodes().filter(n => {
             const b = n.renderedBoundingBox({ includeOverlays: false, includeUnderlays: false });
             return b.x1 > left && b.x2 < right && b.y1 > top && b.y2 < bottom; }).map(n => n.id()).sort()""",
        left, top, right, bottom,
    )  # fmt: skip
    assert len(inside) > 3
    visitor.page.keyboard.down("Shift")
    visitor.page.mouse.move(box["x"] + left, box["y"] + top)
    visitor.page.mouse.down()
    visitor.page.mouse.move(box["x"] + right, box["y"] + bottom, steps=8)
    visitor.page.mouse.up()
    visitor.page.keyboard.up("Shift")
    visitor.heading(f"{len(inside)} names")
    assert visitor.chosen() == inside


def test_a_click_beside_everything_selects_nobody(visitor: Visitor) -> None:
    """The dossier goes back to where a visit starts."""
    visitor.click(META)
    visitor.heading("Meta")
    at, box = visitor.graph(EMPTY), visitor.stage.bounding_box()
    assert box is not None
    visitor.page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
    visitor.reads("Start with a name")
    assert visitor.chosen() == []


def test_double_click_offers_relations_with_what_is_hidden(visitor: Visitor) -> None:
    """Each choice says how many it brings, brings that many, near whom they belong to; undo and redo."""
    before, names = visitor.places(), count_of(visitor)
    visitor.double_click(META)
    entry = visitor.page.get_by_role("menuitem", name="made an offer to")
    hidden = int(entry.locator(".number").inner_text().split()[0])
    entry.click()
    expect(visitor.count).to_contain_text(f"{names + hidden} of")
    after = visitor.places()
    new = after.keys() - before.keys()
    assert len(new) == hidden > 1
    assert all(after[id_] == before[id_] for id_ in before)
    meta = after[META]
    assert all(hypot(after[id_][0] - meta[0], after[id_][1] - meta[1]) < 600 for id_ in new)
    tool(visitor, "Undo")
    expect(visitor.count).to_contain_text(f"{names} of")
    assert visitor.places() == before
    tool(visitor, "Redo")
    expect(visitor.count).to_contain_text(f"{names + len(new)} of")
    assert visitor.places() == after


def test_the_dossier_expands_too_and_may_fold(visitor: Visitor) -> None:
    """Its button opens the same choice; the menu then offers to fold again."""
    visitor.click(META)
    visitor.heading("Meta")
    names = count_of(visitor)
    visitor.dossier.get_by_role("button", name="Expand").click()
    visitor.choose("Expand all")
    expect(visitor.count).not_to_contain_text(f"{names} of")
    visitor.double_click(META)
    visitor.choose("Fold")
    expect(visitor.count).to_contain_text(f"{names} of")


def test_a_dragged_name_is_pinned_until_it_is_taken_back(visitor: Visitor) -> None:
    """Only it moves, whatever was clicked before; it stands there after a reload too; undo takes it back."""
    before = visitor.places()
    for id_, name in ((SCALE, "Scale AI"), (META, "Meta"), (OPENAI, "OpenAI")):
        visitor.click(id_)
        visitor.heading(name)
    visitor.drag(SCALE, 90, -70)
    visitor.page.wait_for_url("**/*pin=*")
    visitor.settled()
    after = visitor.places()
    assert after[SCALE] != before[SCALE]
    assert {id_: at for id_, at in after.items() if id_ != SCALE} == {
        id_: at for id_, at in before.items() if id_ != SCALE
    }
    visitor.page.reload()
    visitor.settled()
    assert visitor.places() == after
    visitor.double_click(SCALE)
    visitor.choose("Unpin")
    visitor.page.wait_for_function("() => !location.search.includes('pin=')")
    assert visitor.places() == before
    tool(visitor, "Undo")
    visitor.page.wait_for_url("**/*pin=*")
    assert visitor.places() == after


def test_a_name_is_put_away_and_brought_back(visitor: Visitor) -> None:
    """Hidden names are counted, and one click brings them back to where they stood."""
    before, names = visitor.places(), count_of(visitor)
    visitor.double_click(META)
    visitor.choose("Hide")
    expect(visitor.count).to_contain_text("1 put away")
    assert META not in visitor.places()
    assert count_of(visitor) == names - 1
    visitor.count.get_by_role("button", name="Show").click()
    expect(visitor.count).not_to_contain_text("put away")
    assert visitor.places() == before


def test_the_legend_hides_a_kind_at_once(visitor: Visitor) -> None:
    """Its buttons say whether a kind is shown; what is hidden is hidden here and in a copied address."""
    shown = "(cy, shape) => cy.nodes('.' + shape).filter(n => n.visible()).length"
    deals = visitor.page.get_by_role("group", name="Kinds shown").get_by_role("button", name="Deal")
    expect(deals).to_have_attribute("aria-pressed", "true")
    assert visitor.graph(shown, "deal") > 3
    before, names = visitor.places(), count_of(visitor)
    deals.click()
    assert visitor.graph(shown, "deal") == 0, "without waiting for Python"
    assert count_of(visitor) < names
    expect(deals).to_have_attribute("aria-pressed", "false")
    visitor.page.wait_for_url("**/*off=deal*")
    visitor.page.reload()
    visitor.settled()
    assert visitor.graph(shown, "deal") == 0
    deals.click()
    assert visitor.graph(shown, "deal") > 3
    assert visitor.places() == before


def test_colour_by_employer_needs_no_rerun(visitor: Visitor) -> None:
    """The switch recolours in the browser: colleagues alike on the day, and nothing is asked of Python."""
    visitor.visit("?on=2025-10-31")
    fill = "(cy, id) => cy.getElementById(id).style('background-color')"
    jobs = "(cy, id) => cy.getElementById(id).data('jobs')"
    assert visitor.graph(jobs, TULLOCH), "the employers of a person are known"
    by_kind, sent = visitor.graph(fill, META), len(visitor.messages)
    visitor.page.get_by_label("Colour by").select_option("employer")
    assert visitor.graph(fill, META) != by_kind
    assert visitor.graph(fill, META) == visitor.graph(fill, TULLOCH) == visitor.graph(fill, WANG)
    assert visitor.graph(fill, META) != visitor.graph(fill, "org:openai")
    assert len(visitor.messages) == sent
    expect(visitor.page.locator(".legend")).to_contain_text("in Oct 2025")
    assert "colour=employer" in visitor.page.url
    visitor.click(META)
    visitor.heading("Meta")
    visitor.page.reload()
    visitor.settled()
    assert visitor.graph(fill, META) != by_kind, "a copied address has the same colours"


def test_parallel_links_bow_apart(visitor: Visitor) -> None:
    """Whoever left and came back has two lines, not one over the other."""
    middles = visitor.graph(
        """(cy, id) => cy.getElementById(id).edgesWith(cy.getElementById('org:meta'))
             .map(e => e.renderedMidpoint())""",
        TULLOCH,
    )
    assert len(middles) >= 2
    apart = [hypot(a["x"] - b["x"], a["y"] - b["y"]) for at, a in enumerate(middles) for b in middles[:at]]
    assert min(apart) > 4


def test_pan_zoom_and_places_survive_other_pages(visitor: Visitor) -> None:
    """After a page switch and back, after a filter and a search, one looks from where one looked."""
    tool(visitor, "Zoom in")
    visitor.click(META)
    visitor.heading("Meta")
    places, view = visitor.places(), visitor.graph(VIEW)
    visitor.page.get_by_role("link", name="People").click()
    visitor.page.locator(".network").wait_for(state="detached")
    visitor.page.get_by_role("link", name="Explore").click()
    visitor.settled()
    assert visitor.graph(VIEW) == pytest.approx(view)
    assert visitor.places() == places
    assert visitor.chosen() == [META]
    visitor.page.get_by_role("button", name="Filters").click()
    visitor.page.get_by_text("Firm: confirmed only").click()
    expect(visitor.page.get_by_role("button", name="Filters: 1")).to_be_visible()
    visitor.settled()
    assert visitor.graph(VIEW) == pytest.approx(view)
    now = visitor.places()
    assert all(places[id_] == at for id_, at in now.items() if id_ in places)


def test_search_looks_at_whom_it_found(visitor: Visitor) -> None:
    """Somebody out of sight comes into sight, without a change of zoom or places."""
    for _ in range(4):
        tool(visitor, "Zoom in")
    places, zoom = visitor.places(), visitor.graph("cy => cy.zoom()")
    id_, name = visitor.graph(
        """cy => cy.nodes('.person').filter(n => n.renderedPosition('x') < 0)
             .map(n => [n.id(), n.data('label')])[0]"""
    )
    visitor.find(name)
    visitor.heading(name)
    at = visitor.graph("(cy, id) => cy.getElementById(id).renderedPosition()", id_)
    box = visitor.stage.bounding_box()
    assert box is not None
    assert 0 < at["x"] < box["width"]
    assert 0 < at["y"] < box["height"]
    assert visitor.graph("cy => cy.zoom()") == pytest.approx(zoom)
    assert visitor.places() == places


def test_a_path_is_red_and_told_in_words(visitor: Visitor) -> None:
    """Its hops are drawn in red, the rest is dimmed, and the dossier says each hop with its sources."""
    path = ["person:mira-murati", "org:thinking-machines-lab", TULLOCH, META]
    visitor.visit(f"?path={','.join(path)}")
    visitor.heading("Mira Murati to Meta")
    visitor.reads("Step 3")
    assert visitor.graph("cy => cy.nodes('.path').map(n => n.id()).sort()") == sorted(path)
    assert visitor.graph("cy => cy.edges('.path').length") >= 3
    assert visitor.graph("cy => cy.elements('.dim').length") > 100
    visitor.dossier.get_by_role("button", name="Close").click()
    visitor.reads("Start with a name")
    assert visitor.graph("cy => cy.elements('.path').length") == 0


def test_several_are_shown_alone(visitor: Visitor) -> None:
    """Two selected by their address can be shown with nothing but their neighbours."""
    visitor.visit(f"?at={TULLOCH}&also={METZ}")
    visitor.heading("2 names")
    everything = count_of(visitor)
    visitor.dossier.get_by_role("button", name="Show only these").click()
    expect(visitor.count).not_to_contain_text(f"{everything} of")
    assert visitor.places().keys() >= {TULLOCH, METZ}
    visitor.heading("2 names")
