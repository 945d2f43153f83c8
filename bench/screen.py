"""The screen in a real browser: the first page, from pointer to dossier, bytes of a click, frames of a pan.

These are seconds of the clock, as somebody before the screen waits: they hold on an idle machine only. What
the server does for a click is in seconds of its processor.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median

import psutil
from playwright.sync_api import Browser, Page

from bench.probes import NODES, PAN, PROBE, WATCH
from bench.served import chromium, opened, served

FIRST_PAGES = 3
PANNED = 300
_WAIT = 60_000
_WIDTH, _HEIGHT = 1400, 900


@dataclass(frozen=True, slots=True)
class Click:
    """Seconds from the pointer down until the browser has told the server, has heard, shows the dossier.

    `server` is what the server's processor did meanwhile; `received` and `said` are bytes.
    """

    sent: float
    answered: float
    read: float
    server: float
    received: int
    said: int


@dataclass(frozen=True, slots=True)
class Screen:
    """`firsts` are seconds from the address to the first page, each of a server that has just started."""

    firsts: list[float]
    clicks: list[Click]
    frames: float
    nodes: int


def screen(ledger: Path, clicks: int, seed: int) -> Screen | None:
    """None where there is no browser."""
    path = chromium()
    if not path:
        return None
    with opened(path) as browser:
        firsts = [_first_page(browser, ledger) for _ in range(FIRST_PAGES)]
        with served(ledger) as (address, process):
            done = list(_clicks(_page(browser, address), process, clicks, seed))
        with served(ledger, first_nodes=PANNED) as (address, _):
            frames, nodes = _pan(_page(browser, address))
    return Screen(firsts, done, frames, nodes)


def _first_page(browser: Browser, ledger: Path) -> float:
    with served(ledger) as (address, _):
        started = time.monotonic()
        page = _page(browser, address)
        seconds = time.monotonic() - started
        page.context.close()
    return seconds


def _page(browser: Browser, address: str) -> Page:
    """A visitor who has nothing in store, once network and dossier are drawn."""
    page = browser.new_context(viewport={"width": _WIDTH, "height": _HEIGHT}).new_page()
    page.add_init_script(PROBE)
    page.goto(address)
    page.locator(".network .legend").wait_for(timeout=_WAIT)
    page.locator(".sheet.panel > *").first.wait_for(timeout=_WAIT)
    return page


def _clicks(page: Page, process: psutil.Process, number: int, seed: int) -> Iterator[Click]:
    """Names that stand apart from others, each once."""
    _idle(page)
    points = page.locator(".network .stage").evaluate(NODES)
    page.locator(".sheet.panel").evaluate(WATCH)
    for x, y in Random(seed).sample(points, min(number, len(points))):
        before = sum(process.cpu_times()[:2])
        page.mouse.click(x, y)
        page.wait_for_function("marks.read > 0", timeout=_WAIT)
        _idle(page)
        marks = page.evaluate("marks")
        sent, answered, read = ((marks[name] - marks["down"]) / 1000 for name in ("sent", "answered", "read"))
        server = sum(process.cpu_times()[:2]) - before
        yield Click(sent, answered, read, server, marks["received"], marks["said"])


def _idle(page: Page) -> None:
    page.wait_for_function("() => !document.querySelector('[data-testid=stStatusWidget]')", timeout=_WAIT)
    page.wait_for_timeout(300)  # the last message of a run comes after its last picture


def _pan(page: Page) -> tuple[float, int]:
    _idle(page)
    frames, nodes = page.locator(".network .stage").evaluate(PAN, 3)
    return float(frames), int(nodes)


def middle(values: list[float]) -> float:
    return median(values)


def high(values: list[float]) -> float:
    """The 95th percentile: the smallest value that 95 in 100 do not exceed."""
    return sorted(values)[max(0, -(-95 * len(values) // 100) - 1)]
