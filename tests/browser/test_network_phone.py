"""The picture under fingers: one scrolls the page, two move it, a tap selects, a long one adds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import CDPSession, Page
from visitor import Visitor

pytestmark = pytest.mark.browser

META = "org:meta"
Touches = list[tuple[float, float]]


@pytest.fixture
def phone(new_page: Callable[..., Page], address: str) -> Visitor:
    return Visitor(new_page(390, 844, has_touch=True, is_mobile=True), address).visit(f"?at={META}")


@pytest.fixture
def fingers(phone: Visitor) -> Callable[[str, Touches], None]:
    """Real touches: begin, move or end with these points."""
    session: CDPSession = phone.page.context.new_cdp_session(phone.page)

    def touch(kind: str, points: Touches) -> None:
        found = [{"x": x, "y": y, "id": at} for at, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": found})

    return touch


def middle(phone: Visitor) -> tuple[float, float]:
    box = phone.stage.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


VIEW = "cy => [cy.zoom(), cy.pan().x, cy.pan().y]"
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop + scrollY"


def test_one_finger_scrolls_the_page_over_the_network(
    phone: Visitor, fingers: Callable[[str, Touches], None]
) -> None:
    """No scroll trap: a swipe that begins on the canvas scrolls on, and the picture stays as it is."""
    x, y = middle(phone)
    view = phone.graph(VIEW)
    fingers("Start", [(x, y)])
    for step in range(1, 9):
        fingers("Move", [(x, y - 25 * step)])
    fingers("End", [])
    phone.page.wait_for_function(f"{SCROLLED.removeprefix('() => ')} > 100")
    assert phone.graph(VIEW) == pytest.approx(view)


def test_two_fingers_move_and_zoom_the_picture(
    phone: Visitor, fingers: Callable[[str, Touches], None]
) -> None:
    """Spreading two fingers zooms in, and the page stays where it is."""
    x, y = middle(phone)
    zoom, scrolled = phone.graph("cy => cy.zoom()"), phone.page.evaluate(SCROLLED)
    fingers("Start", [(x - 30, y), (x + 30, y)])
    for step in range(1, 9):
        fingers("Move", [(x - 30 - 8 * step, y), (x + 30 + 8 * step, y)])
    fingers("End", [])
    assert phone.graph("cy => cy.zoom()") > zoom * 1.5
    assert phone.page.evaluate(SCROLLED) == scrolled


def test_a_tap_selects_and_drags_nobody(phone: Visitor) -> None:
    """A tap on a name opens its dossier below; no finger moves a name by accident."""
    before = phone.places()
    id_, name = phone.graph(
        """cy => cy.nodes().filter(n => !n.hasClass('chosen') && n.renderedPosition('x') > 60
             && n.renderedPosition('x') < cy.width() - 60 && n.renderedPosition('y') > 80
             && n.renderedPosition('y') < cy.height() - 90 && n.data('shape') === 'company')
             .map(n => [n.id(), n.data('label')])[0]"""
    )
    phone.page.touchscreen.tap(*phone.point(id_))
    phone.heading(name)
    assert phone.chosen() == [id_]
    assert phone.places() == before


def test_what_fingers_press_is_large_enough(phone: Visitor) -> None:
    """Tools, play and the buttons of the legend are 40 pixels at least, and no tool lies over another."""
    phone.page.locator(".legend summary").click()
    pressed = phone.page.locator(".tools button, .play, .kinds button").all()
    assert len(pressed) > 8
    for each in pressed:
        box = each.bounding_box()
        assert box is not None
        assert box["height"] >= 40
        assert box["width"] >= 40


def test_expanding_from_the_dossier_shows_the_choice(phone: Visitor) -> None:
    """The button stands below the picture: the picture is brought into sight with its menu."""
    button = phone.dossier.get_by_role("button", name="Expand")
    button.scroll_into_view_if_needed()
    button.tap()
    entry = phone.page.get_by_role("menuitem").first
    entry.wait_for()
    phone.page.wait_for_function(
        "top => top >= 0 && top < innerHeight", arg=(entry.bounding_box() or {"y": -1})["y"]
    )


def test_the_picture_opens_on_what_is_selected(phone: Visitor) -> None:
    """The whole would be dust: the selected name and its neighbours fill the canvas."""
    shown = phone.graph(
        """cy => cy.nodes('.chosen').closedNeighborhood().nodes().every(n => {
             const { x, y } = n.renderedPosition();
             return x > 0 && x < cy.width() && y > 0 && y < cy.height(); })"""
    )
    assert shown
    assert phone.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
