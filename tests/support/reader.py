"""A reader of the pages other than Explore: what one does and reads there, in terms of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Locator, Page, expect

_WAIT = 30_000
# What a reader must never see: words of the program, and ids where a name belongs.
_UNREADABLE = re.compile(r"\b(None|NaN|nan|undefined|null)\b|\b(?:person|org|deal|work|group):[a-z0-9-]+")


@dataclass
class Reader:
    """`errors` is what the scripts of the page threw."""

    page: Page
    address: str
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def visit(self, path: str) -> Reader:
        """Open an address of the app and wait until its page is drawn."""
        self.page.goto(f"{self.address}/{path}")
        return self.settled()

    def settled(self) -> Reader:
        """Wait until the script has run and something is drawn."""
        self.page.locator(".stMain .sheet > *").first.wait_for(timeout=_WAIT)
        self.idle()
        return self

    def idle(self) -> None:
        self.page.wait_for_function(
            "() => !document.querySelector('[data-testid=stStatusWidget]')", timeout=_WAIT
        )

    def go(self, title: str) -> None:
        """Follow the navigation, and wait until that page is drawn."""
        link = self.page.get_by_role("link", name=title, exact=True)
        link.click()
        expect(link).to_have_attribute("aria-current", "page")
        self.settled()

    def heading(self, name: str) -> None:
        """Wait until a page of somebody or something is drawn."""
        self.page.get_by_role("heading", level=1, name=name, exact=True).wait_for(timeout=_WAIT)

    def section(self, title: str) -> Locator:
        """The section under this head."""
        head = self.page.get_by_role("heading", level=2, name=title, exact=True)
        return self.page.locator(".sheet section").filter(has=head)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def rows(self) -> Locator:
        """The rows of the first table that may be chosen from."""
        return self.page.locator("table.ledger").first.locator("tbody tr")

    def asked(self) -> dict[str, str]:
        """The parts of the address."""
        return dict(parse_qsl(urlsplit(self.page.url).query))

    def waits_for(self, **parts: str | None) -> None:
        """Wait until the address says so; None: until it says nothing of it."""
        self.page.wait_for_function(
            "parts => { const said = new URLSearchParams(location.search);"
            " return Object.entries(parts).every(([name, value]) => said.get(name) === value); }",
            arg=parts,
            timeout=_WAIT,
        )

    def text(self) -> str:
        """All that can be read, in the sheets too."""
        said: list[str] = self.page.evaluate(
            """() => [document.querySelector('.stMain').innerText,
                ...[...document.querySelectorAll('.stMain *')].filter(host => host.shadowRoot)
                   .map(host => [...host.shadowRoot.children].map(each => each.innerText ?? '').join(' '))]"""
        )
        return " ".join(said)

    def flaws(self) -> list[str]:
        """What no page may have: sideways scrolling, text cut at the edge, words of the program, errors."""
        sideways = ["scrolls sideways"] if self.scrolls_sideways() else []
        unreadable = [found.group() for found in _UNREADABLE.finditer(self.text())]
        return [*sideways, *(f"cut: {text}" for text in self._cut()), *unreadable, *self.errors]

    def scrolls_sideways(self) -> bool:
        return bool(
            self.page.evaluate(
                "[document.scrollingElement, document.querySelector('.stMain')]"
                ".some(each => each.scrollWidth > each.clientWidth)"
            )
        )

    def _cut(self) -> list[str]:
        """Texts of the sheets that reach over the window's right edge."""
        found: list[str] = self.page.evaluate(
            """() => [...document.querySelectorAll('.stMain *')].flatMap(host => host.shadowRoot
                 ? [...host.shadowRoot.querySelectorAll('button, h1, h2, p, td, th, a, span')] : [])
               .filter(node => node.getBoundingClientRect().right > innerWidth + 1 && node.textContent.trim())
               .map(node => node.textContent.trim())"""
        )
        return found
