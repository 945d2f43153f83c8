"""The command that opens the app."""

from __future__ import annotations

import importlib.util
import os
import socket
import sys
import threading
import time
import webbrowser
from typing import Annotated

import typer

from graph.errors import BadQuestion, MissingPart
from graph.settings import settings
from talentgraph.doors import open_ledger, shipped
from talentgraph.terminal import options as o
from talentgraph.terminal.progress import watched
from talentgraph.terminal.screen import tell, write

ADDRESS = "127.0.0.1"
FIRST_PORT = 8501
_PORTS_TRIED = 50
_BROWSER_SECONDS = 60

FLAGS = {
    "server.address": ADDRESS,
    "server.headless": "true",
    "server.fileWatcherType": "none",
    "server.maxUploadSize": "20",
    "browser.gatherUsageStats": "false",
    "client.toolbarMode": "minimal",
    "logger.hideWelcomeMessage": "true",
}
"""Said on the command line as well as in the configuration that ships, so that no other undoes them."""


def app(
    port: Annotated[
        int | None,
        typer.Option(
            "--port", min=1, max=65535, metavar="N", help=f"Else the first free one from {FIRST_PORT}."
        ),
    ] = None,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open a browser too.")] = True,
    store: o.StoreFile = None,
) -> None:
    """Open the app in a browser.

    It listens on this machine only and sends nothing anywhere.
    """
    if importlib.util.find_spec("streamlit") is None:
        hint = "Install it: pip install 'talentgraph[app]'."
        raise MissingPart("the app needs streamlit, which is not installed.", hint=hint)
    port = free_port() if port is None else checked(port)
    if store:  # the pages know only what the settings say
        os.environ["TALENTGRAPH_STORE"] = str(store.resolve())
        settings.cache_clear()
    with watched() as progress:
        open_ledger(fill=True, tell=tell, progress=progress).close()
    address = f"http://{ADDRESS}:{port}"
    write(f"Talent Graph is at {address} (Ctrl+C stops it).")
    if browser and _has_display():
        threading.Thread(target=_open_browser, args=(address, port), daemon=True).start()
    from streamlit.web import cli

    flags = [f"--{name}={value}" for name, value in {**FLAGS, "server.port": str(port)}.items()]
    cli.main(["run", str(shipped("app.py")), *flags])


def add_to(application: typer.Typer) -> None:
    application.command()(app)


def free_port() -> int:
    """The first port from 8501 on that nobody listens on."""
    for port in range(FIRST_PORT, FIRST_PORT + _PORTS_TRIED):
        if _is_free(port):
            return port
    last = FIRST_PORT + _PORTS_TRIED - 1
    raise BadQuestion(
        f"the ports {FIRST_PORT} to {last} are all in use.", place="--port", hint="Name another."
    )


def checked(port: int) -> int:
    if not _is_free(port):
        raise BadQuestion(f"port {port} is in use.", place="--port", hint="Name another, or leave it out.")
    return port


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        if sys.platform != "win32":  # there it would let two servers share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError:
            return False
    return True


def _has_display() -> bool:
    """Whether a browser would open a window; without one it might take the terminal."""
    known = sys.platform in ("win32", "darwin")
    return known or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))


def _open_browser(address: str, port: int) -> None:
    """Open the address once something answers there."""
    end = time.monotonic() + _BROWSER_SECONDS
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex((ADDRESS, port)) == 0:
                webbrowser.open(address)
                return
        time.sleep(0.2)
