"""The app on a ledger file, as a process of its own, and a Chromium to open it in."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import psutil
from playwright.sync_api import Browser, sync_playwright

PROGRAM = Path(sys.executable).with_name("talentgraph")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_DEADLINE = 90.0


def chromium() -> str:
    """The path of a browser; empty where the machine has none."""
    named = os.environ.get("TALENTGRAPH_CHROMIUM")
    return named or next(filter(None, map(shutil.which, BROWSERS)), "")


@contextmanager
def opened(path: str) -> Iterator[Browser]:
    """Without a graphics card, as on a rented machine."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def served(ledger: Path, **settings: object) -> Iterator[tuple[str, psutil.Process]]:
    """Its address once it answers, and its process. Settings are given by name: `first_nodes=300`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    given = {f"TALENTGRAPH_{name.upper()}": str(value) for name, value in settings.items()}
    command = [str(PROGRAM), "app", "--no-browser", "--port", str(port), "--store", str(ledger)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, env=os.environ | given, stdin=quiet, stdout=quiet, stderr=quiet
    ) as process:
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", process)
            yield f"http://127.0.0.1:{port}", psutil.Process(process.pid)
        finally:
            process.terminate()


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _DEADLINE
    opener = build_opener(ProxyHandler({}))
    while process.poll() is None and time.monotonic() < end:
        with suppress(OSError), opener.open(address, timeout=5) as answer:
            if answer.read() == b"ok":
                return
        time.sleep(0.02)
    raise SystemExit("the app did not start")
