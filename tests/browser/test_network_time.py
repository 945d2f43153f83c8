"""The day in the picture: drawn in the browser while it is dragged, told to Python once."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect
from visitor import Visitor

pytestmark = pytest.mark.browser

VISIBLE = "cy => cy.edges().filter(e => e.visible()).length"
STATES = """cy => { const count = {}; for (const e of cy.edges()) for (const state of
    ["certain", "likely", "possible", "ended", "absent", "undated"])
    if (e.hasClass(state)) count[state] = (count[state] ?? 0) + 1; return count; }"""


def handle(visitor: Visitor) -> Locator:
    return visitor.page.get_by_role("slider", name="True on")


def test_dragging_time_redraws_at_once_and_tells_python_once(visitor: Visitor) -> None:
    """Every month that the handle passes is drawn; one message goes out when it is let go; nothing moves."""
    places, box = visitor.places(), handle(visitor).bounding_box()
    assert box is not None
    y, sent = box["y"] + box["height"] / 2, len(visitor.messages)
    visitor.page.mouse.move(box["x"] + box["width"] - 10, y)
    visitor.page.mouse.down()
    seen = set()
    for part in (0.9, 0.7, 0.5, 0.3):
        visitor.page.mouse.move(box["x"] + box["width"] * part, y, steps=3)
        seen.add((visitor.page.locator(".strip strong").inner_text(), visitor.graph(VISIBLE)))
    assert len({text for text, _ in seen}) == 4
    assert len({drawn for _, drawn in seen}) > 2
    assert len(visitor.messages) == sent
    visitor.page.mouse.up()
    visitor.page.wait_for_url(re.compile(r"[?&]on=20\d\d-\d\d-\d\d"))
    visitor.settled()
    assert len(visitor.messages) == sent + 1
    assert visitor.places() == places


def test_certainty_is_full_faded_or_dotted(visitor: Visitor) -> None:
    """On one day links are certain, likely, possible, ended or not yet there, and each looks its own way."""
    visitor.visit("?on=2025-10-31")
    count = visitor.graph(STATES)
    assert min(count[state] for state in ("certain", "likely", "possible", "ended", "absent", "undated")) > 0
    look = """(cy, state) => { const e = cy.edges('.' + state).filter(e => !e.hasClass('dim'))[0];
        return [e.numericStyle('opacity'), e.style('line-style'), e.numericStyle('width'), e.visible()]; }"""
    assert visitor.graph(look, "certain")[0] == 1
    assert visitor.graph(look, "likely")[0] == pytest.approx(0.6)
    assert visitor.graph(look, "possible")[:2] == [pytest.approx(0.6), "dashed"]
    opacity, _, width, seen = visitor.graph(look, "ended")
    assert (opacity, width, seen) == (pytest.approx(0.28), 1, True)
    assert not visitor.graph(look, "absent")[3]
    assert not visitor.graph(look, "undated")[3]


def test_the_words_count_what_is_drawn(visitor: Visitor) -> None:
    """True are the links drawn in full or faded; what is merely possible, in dots, is counted apart."""
    visitor.visit("?on=2025-10-31")
    count = visitor.graph(STATES)
    true = count["certain"] + count["likely"]
    said = visitor.count.inner_text()
    assert f"{true} links true on Oct 2025" in said
    assert f"{count['possible']} possible" in said
    assert f"{count['undated']} without a date left out" in said


def test_less_certainty_shows_more(visitor: Visitor) -> None:
    """With certain links only fewer are drawn than with likely ones, and no dotted one."""
    shown = []
    for certainty in ("certain", "likely", "possible"):
        visitor.visit(f"?on=2025-10-31&certainty={certainty}")
        count = visitor.graph(STATES)
        shown.append(sum(count.get(state, 0) for state in ("certain", "likely", "possible")))
        assert (count.get("possible", 0) > 0) == (certainty == "possible")
    assert shown == sorted(set(shown))


def test_months_and_years_by_key(visitor: Visitor) -> None:
    """Arrows go a month, Page Up and Down a year, and the day is said as text."""
    visitor.visit("?on=2025-10-31")
    slider = handle(visitor)
    slider.focus()
    steps = {"ArrowLeft": "Sep 2025", "PageDown": "Sep 2024", "PageUp": "Sep 2025", "ArrowRight": "Oct 2025"}
    for key, text in steps.items():
        slider.press(key)
        expect(slider).to_have_attribute("aria-valuetext", text)
    slider.press("ArrowLeft")
    visitor.page.wait_for_url("**/*on=2025-09-30*")


def test_play_runs_to_the_end_and_then_tells(visitor: Visitor) -> None:
    """Playing shows month after month; pausing it sends the day it stands on."""
    visitor.visit("?on=2025-10-31")
    play = visitor.page.get_by_role("button", name="Play through time")
    handle(visitor).focus()
    handle(visitor).press("End")
    visitor.page.wait_for_url(re.compile("on=2026"))
    play.click()
    expect(visitor.page.locator(".strip strong")).not_to_have_text("any day")
    first = visitor.page.locator(".strip strong").inner_text()
    expect(visitor.page.locator(".strip strong")).not_to_have_text(first)
    visitor.page.get_by_role("button", name="Pause").click()
    stopped = visitor.page.locator(".strip strong").inner_text()
    month, year = stopped.split()
    visitor.page.wait_for_url(re.compile(rf"on={year}-\d\d"))
    assert month
    expect(play).to_be_visible()


def test_any_day_again(visitor: Visitor) -> None:
    """One click leaves the day; every link is drawn as it was."""
    everything = visitor.graph(VISIBLE)
    visitor.visit("?on=2015-01-31")
    assert visitor.graph(VISIBLE) < everything
    visitor.page.get_by_role("button", name="Any day").first.click()
    expect(visitor.page.locator(".strip strong")).to_have_text("any day")
    assert visitor.graph(VISIBLE) == everything
    visitor.page.wait_for_function("() => !location.search.includes('on=')")


def test_a_name_without_a_started_link_is_faint(visitor: Visitor) -> None:
    """Somebody of whom nothing is true yet is drawn faintly, and stands where it will stand."""
    visitor.visit("?on=2015-01-31")
    faint = "cy => cy.nodes('.apart').map(n => n.numericStyle('opacity'))"
    found = visitor.graph(faint)
    assert len(found) > 20
    assert found == pytest.approx([0.32] * len(found))
