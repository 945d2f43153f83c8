"""A page in a real Chromium, and whatever ran or left while it was open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Page, sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_LISTEN = """
window.ran = [];
window.pwned = (what) => window.ran.push(String(what));
for (const name of ["alert", "confirm", "prompt"]) window[name] = (what) => window.ran.push(name);
"""


@dataclass
class Watched:
    """An open page. `requests` are the addresses asked for, `errors` what its scripts threw."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def ran(self) -> list[str]:
        """What payloads said when they ran, in any frame."""
        return [said for frame in self.page.frames for said in frame.evaluate("window.ran || []")]


def listened(page: Page) -> Watched:
    """From the next address on, all that runs, leaves or fails in the page is noted."""
    seen = Watched(page)
    page.add_init_script(_LISTEN)
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    return seen


@contextmanager
def watched(chromium: str, width: int = 1400, height: int = 900) -> Iterator[Watched]:
    """A fresh page, offline, where `window.pwned` can be called by whoever gets to run."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        try:
            seen = listened(browser.new_page(viewport={"width": width, "height": height}))
            page = seen.page
            page.route(
                lambda address: not address.startswith("file:"),
                lambda route: route.abort(),
            )
            yield seen
        finally:
            browser.close()
