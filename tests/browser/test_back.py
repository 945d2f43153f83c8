"""Back and forward lead through what was seen, one press a view."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page
from reader import Reader

pytestmark = pytest.mark.browser

TULLOCH = "person:andrew-tulloch"


def walk(reader: Reader) -> Iterator[str]:
    """The addresses that somebody sees who goes on by a row, by buttons and by the navigation."""
    page = reader.page
    reader.visit("people")
    yield page.url
    reader.rows().first.get_by_role("button").click()
    reader.waits_for(at=TULLOCH)
    yield page.url
    reader.button("Show in network").click()
    page.locator(".network .count").wait_for()
    reader.waits_for(open=TULLOCH)
    yield page.url
    page.locator(".sheet.panel").get_by_role("button", name="Path from here").click()
    page.wait_for_url("**/paths?*")
    reader.waits_for(**{"from": TULLOCH})
    yield page.url
    for title, path in (("Flows", "flows"), ("Deals and offers", "deals")):
        reader.go(title)
        page.wait_for_url(f"**/{path}?*")
        reader.waits_for(at=TULLOCH)
        yield page.url


def test_each_press_leads_to_what_was_seen_before(new_page: Callable[..., Page], address: str) -> None:
    """One press of Back a view, to the very address that was there; Forward the same way again."""
    reader = Reader(new_page(), address)
    seen = []
    for url in walk(reader):
        reader.idle()
        seen.append(url)
    for url in reversed(seen[:-1]):
        reader.page.go_back()
        reader.page.wait_for_url(url)
        reader.settled()
        assert reader.page.url == url
    for url in seen[1:]:
        reader.page.go_forward()
        reader.page.wait_for_url(url)
        reader.settled()
        assert reader.page.url == url
