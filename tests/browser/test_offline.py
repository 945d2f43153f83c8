"""Nothing leaves the machine: by the browser's own log, with the network cut off, under a strict policy."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browser import ARGUMENTS
from machine import cut_off
from netlog import asked, logging
from playwright.sync_api import Page, Playwright, Route, sync_playwright
from processes import free_port, run
from tour import LAST, STOPS, open_stop, popovers

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]

PROGRAM = Path(sys.executable).with_name("talentgraph")
SECLUDED = Path(__file__).parent.parent / "support/secluded.py"
PLANTED = """() => {
  const hint = document.createElement("link");
  Object.assign(hint, { rel: "preconnect", href: "https://hinted.example" });
  document.head.append(hint);
  fetch("http://fetched.example/x").catch(() => new Image().src = "https://pixel.example/y.gif");
}"""
HINTS = """[...document.querySelectorAll("link[href]")].map(each => new URL(each.href))
  .filter(each => each.protocol !== "data:").map(each => each.hostname)"""
INLINE = """() => {
  const script = document.createElement("script");
  script.textContent = "window.ran = true";
  document.head.append(script);
}"""

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "connect-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self' data: blob:",  # signs that Streamlit carries within its scripts
    "style-src": "'self' 'unsafe-inline'",  # Emotion writes the rules of Streamlit into the page
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}
STREAMLITS = {
    "script-src-elem inline": "a line of Streamlit's page that says to crawlers when it is drawn",
    "script-src wasm-eval": "protobuf tries WebAssembly for whole numbers of 64 bits, and does without",
    "font-src data": "one of the fonts for formulae, which no page has",
}
"""What of Streamlit's own the policy stops, without loss."""

# A page that a test hands on has no address of its own for Chromium, which would keep it from this machine.
HANDED_ON = "--disable-features=LocalNetworkAccessChecks"
LISTEN = """window.stopped = [];
addEventListener("securitypolicyviolation", event => {
  window.stopped.push(`${event.effectiveDirective} ${event.blockedURI}`);
});"""


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as found:
        yield found


@contextmanager
def opened(playwright: Playwright, chromium: str, *arguments: str) -> Iterator[Page]:
    browser = playwright.chromium.launch(executable_path=chromium, args=[*ARGUMENTS, *arguments])
    try:
        yield browser.new_page()
    finally:
        browser.close()


def hosts(addresses: Iterable[str]) -> set[str | None]:
    return {urlsplit(address).hostname for address in addresses}


def test_what_is_asked_for_outside_is_in_the_log(
    playwright: Playwright, chromium: str, address: str, tmp_path: Path
) -> None:
    """A request, a picture and a mere hint at another host, planted into a page, are all seen."""
    log = tmp_path / "log.json"
    with opened(playwright, chromium, logging(log)) as page:
        open_stop(page, address, "people")
        with page.expect_event("requestfailed", lambda request: "pixel" in request.url):
            page.evaluate(PLANTED)
        assert "hinted.example" in page.evaluate(HINTS)
    assert hosts(asked(log)) == {"127.0.0.1", "fetched.example", "pixel.example"}


def test_no_page_asks_for_anything_outside(
    playwright: Playwright, chromium: str, address: str, tmp_path: Path
) -> None:
    """All pages, and all that opens over them, ask this machine only: fonts, signs and the favicon too."""
    log, hinted = tmp_path / "log.json", set()
    with opened(playwright, chromium, logging(log)) as page:
        for stop in STOPS:
            open_stop(page, address, stop)
            if stop in LAST:
                assert list(popovers(page))
            hinted |= set(page.evaluate(HINTS))
    found = asked(log)
    assert hosts(found) == hinted == {"127.0.0.1"}
    for part in (
        "inter-latin-wght-normal.woff2",
        "MaterialSymbols",
        "favicon",
        "network-",
        "sheet-",
        "ws://",
    ):
        assert any(part in each for each in found), part


def test_every_page_draws_with_the_network_cut_off(chromium: str, tmp_path: Path, checkout: Path) -> None:
    """App and browser in a network namespace that holds nothing but the loopback: each page has words."""
    port = free_port()
    here = [sys.executable, SECLUDED, str(port), tmp_path / "log", chromium]
    app = [PROGRAM, "app", "--no-browser", "--port", str(port), "--store", tmp_path / "ledger.db"]
    answer = run([*cut_off(), *map(str, [*here, *app])], tmp_path)
    assert answer.returncode == 0, answer.stderr
    drawn = dict(row.split(" ", 1)[::-1] for row in answer.stdout.splitlines())
    assert tuple(drawn) == LAST
    assert all(int(texts) > 40 for texts in drawn.values())


def under_policy(route: Route) -> None:
    """Hand the page on with a policy; what it asks for comes as it is."""
    if route.request.resource_type != "document":
        return route.continue_()
    answer = route.fetch()
    policy = "; ".join(f"{name} {value}" for name, value in POLICY.items())
    return route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})


def test_no_page_needs_more_than_its_own_scripts(
    playwright: Playwright, chromium: str, address: str, depth: str
) -> None:
    """Under `script-src 'self'` every page draws and nothing of ours is stopped; a script in the page is."""
    stopped, errors = set(), []
    with opened(playwright, chromium, HANDED_ON) as page:
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.add_init_script(LISTEN)
        page.route("**/*", under_policy)
        for stop in STOPS if depth == "full" else LAST:
            open_stop(page, address, stop)
            stopped |= set(page.evaluate("stopped"))
        assert stopped <= STREAMLITS.keys()
        assert errors == []
        page.evaluate("stopped.length = 0")
        page.evaluate(INLINE)
        page.wait_for_function("stopped.includes('script-src-elem inline')")
        assert not page.evaluate("window.ran")
