"""`talentgraph app`, as far as it goes without starting: flags, ports, what is missing."""

import importlib.util
import socket
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from terminal import Terminal, is_one_line

from talentgraph.doors import shipped as shipped_file
from talentgraph.terminal import web


@pytest.fixture
def busy() -> Iterator[int]:
    """A port of this machine that somebody listens on."""
    with socket.socket() as listener:
        listener.bind((web.ADDRESS, 0))
        listener.listen()
        yield int(listener.getsockname()[1])


def test_a_busy_port_is_said(empty: Terminal, busy: int) -> None:
    """A port that is in use and was asked for: exit 2, one line that names it, and nothing is loaded."""
    said = empty.ask("app", "--port", str(busy), "--no-browser")
    assert said.code == 2
    assert is_one_line(said.err)
    assert str(busy) in said.err
    assert empty.dump() == ""


def test_the_next_free_port_is_taken(busy: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a port of one's own, those in use are passed over."""
    monkeypatch.setattr(web, "FIRST_PORT", busy)
    assert web.free_port() > busy


def test_without_streamlit_it_says_what_to_install(empty: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra: exit 3, and the line that installs it."""
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "streamlit" else find(name))
    said = empty.ask("app", "--no-browser")
    assert said.code == 3
    assert "pip install 'talentgraph[app]'" in said.err


def test_the_flags_say_what_the_configuration_says(checkout: Path) -> None:
    """Each flag of the command has the value of the configuration that ships, where that has one."""
    config = tomllib.loads((checkout / ".streamlit/config.toml").read_text())
    for flag, value in web.FLAGS.items():
        section, name = flag.split(".")
        written = config.get(section, {}).get(name)
        assert written is None or str(written).lower() == value.lower(), flag
    assert {"server.address", "server.headless", "browser.gatherUsageStats"} <= web.FLAGS.keys()


def test_what_ships_is_found(checkout: Path) -> None:
    """In a checkout the web door and the seeds are those of the root."""
    assert shipped_file("app.py") == checkout / "app.py"
    assert shipped_file("seeds") == checkout / "seeds"


def test_the_web_door_runs_the_screens(checkout: Path) -> None:
    """app.py does nothing but call `talentgraph.ui.run`."""
    lines = [line for line in (checkout / "app.py").read_text().splitlines() if line]
    assert lines[1:] == ["from talentgraph.ui import run", "run()"]
