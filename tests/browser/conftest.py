"""The real app in a real Chromium: one server for each ledger, a fresh visitor for each test."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from browser import ARGUMENTS
from playwright.sync_api import Browser, Page, expect, sync_playwright
from processes import free_port, healthy, started
from visitor import Visitor

expect.set_options(timeout=30_000)  # the machine may be busy: time is measured in bench/, not here
PROGRAM = Path(sys.executable).with_name("talentgraph")
Serve = Callable[..., str]


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """One Chromium for a file of tests: Playwright allows no second one while it is open."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture(scope="session")
def logs_by_address() -> dict[str, Path]:
    """The file into which each server prints."""
    return {}


@pytest.fixture
def logs(logs_by_address: dict[str, Path]) -> Callable[[str], str]:
    """What the server at an address has printed so far."""
    return lambda address: logs_by_address[address].read_text()


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory, logs_by_address: dict[str, Path]) -> Iterator[Serve]:
    """Starts the app on a ledger file and gives its address; ends all at the end of the run.

    Settings are given by name: `first_nodes=300`.
    """
    with ExitStack() as stack:

        def start(store: Path, **settings: object) -> str:
            given = {f"TALENTGRAPH_{name.upper()}": str(value) for name, value in settings.items()}
            port, folder = free_port(), tmp_path_factory.mktemp("app")
            command = (PROGRAM, "app", "--no-browser", "--port", str(port), "--store", store)
            log = folder / "log"
            server = stack.enter_context(started(command, folder, log, env={"HOME": str(folder), **given}))
            healthy(server, port, log)
            address = f"http://127.0.0.1:{port}"
            logs_by_address[address] = log
            return address

        yield start


@pytest.fixture(scope="session")
def address(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The app on a ledger that it filled itself with what ships."""
    return serve(tmp_path_factory.mktemp("ledger") / "ledger.db")


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages in contexts of their own: visitors who share nothing."""
    with ExitStack() as stack:

        def open_page(width: int = 1400, height: int = 900, **options: Any) -> Page:
            context = browser.new_context(viewport={"width": width, "height": height}, **options)
            stack.callback(context.close)
            return context.new_page()

        yield open_page


@pytest.fixture
def visitor(new_page: Callable[..., Page], address: str) -> Visitor:
    """Somebody who has just opened the app."""
    return Visitor(new_page(), address).visit()
