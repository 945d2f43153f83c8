"""Somebody who acts faster than the app answers."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect
from processes import DEADLINE
from visitor import Visitor

pytestmark = pytest.mark.browser


class SlowLine:
    """Between browser and server: what the server says is held back while `holding`."""

    def __init__(self, page: Page) -> None:
        self.holding, self.held, self.sent = False, list[bytes](), 0
        self._browser: WebSocketRoute | None = None
        page.route_web_socket("**/_stcore/stream", self._join)

    def _join(self, browser: WebSocketRoute) -> None:
        server = browser.connect_to_server()
        self._browser = browser
        server.on_message(self._said)
        browser.on_message(lambda message: self._asked(server, message))

    def _asked(self, server: WebSocketRoute, message: str | bytes) -> None:
        self.sent += 1
        server.send(message)

    def _said(self, message: str | bytes) -> None:
        if self.holding:
            self.held.append(message if isinstance(message, bytes) else message.encode())
        elif self._browser:
            self._browser.send(message)

    def release(self) -> None:
        self.holding = False
        for message in self.held:
            assert self._browser
            self._browser.send(message)

    def waits(self, page: Page, condition: Callable[[], bool]) -> None:
        """Messages only come while the page is waited for."""
        end = time.monotonic() + DEADLINE
        while not condition():
            assert time.monotonic() < end
            page.wait_for_timeout(20)


def test_a_second_act_does_not_take_back_the_first(new_page: Callable[..., Page], address: str) -> None:
    """Who closes the filters before the table is there tells the old address; the table comes even so."""
    page = new_page()
    line = SlowLine(page)
    visitor = Visitor(page, address).visit("?on=2025-10-31")
    page.get_by_role("button", name="Filters").click()
    toggle = page.get_by_text("Show as table")
    toggle.wait_for()
    visitor.settled()
    line.holding = True
    toggle.click()
    line.waits(page, lambda: any(b"table=yes" in said for said in line.held))
    asked = line.sent
    page.keyboard.press("Escape")
    line.waits(page, lambda: line.sent > asked)
    line.release()
    visitor.settled()
    expect(page.locator(".twin tbody tr").first).to_be_visible()
    page.locator(".bar").get_by_role("button", name="Links").click()
    assert "table=yes" in page.url
