"""Run the commands of the product as a person would, and look at what they open."""

import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import psutil

Command = Sequence[str | Path]
DEADLINE = 90.0


def run(
    command: Command, cwd: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The finished process, with what it printed as text."""
    return subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=_environment(env),
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=280,
    )


@contextmanager
def started(
    command: Command, cwd: Path, log: Path, env: Mapping[str, str] | None = None
) -> Iterator[psutil.Process]:
    """A server in the background, in its own session; it and its children are ended at the end."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            list(map(str, command)),
            cwd=cwd,
            env=_environment(env),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    family = psutil.Process(process.pid)
    try:
        yield family
    finally:
        _end(family)
        process.wait(timeout=30)


def healthy(server: psutil.Process, port: int, log: Path) -> None:
    """Return once the app answers on 127.0.0.1; raise with its log when it ends or stays silent."""
    address = f"http://127.0.0.1:{port}/_stcore/health"
    opener = build_opener(ProxyHandler({}))

    def answers() -> bool:
        assert server.status() != psutil.STATUS_ZOMBIE, f"the app ended:\n{log.read_text()}"
        with suppress(OSError), opener.open(address, timeout=5) as answer:
            return bool(answer.read() == b"ok")
        return False

    assert wait_until(answers), f"the app did not answer on {address}:\n{log.read_text()}"


def wait_until(condition: Callable[[], bool]) -> bool:
    """Whether the condition came true before the deadline."""
    end = time.monotonic() + DEADLINE
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def listening(server: psutil.Process) -> set[tuple[str, int]]:
    """Address and port of every TCP socket that the process or a child of it listens on."""
    members = [server, *server.children(recursive=True)]
    sockets = [c for member in members for c in member.net_connections(kind="tcp")]
    return {(c.laddr.ip, c.laddr.port) for c in sockets if c.status == psutil.CONN_LISTEN}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _end(family: psutil.Process) -> None:
    with suppress(psutil.NoSuchProcess):
        members = [*family.children(recursive=True), family]
        for member in members:
            with suppress(psutil.NoSuchProcess):
                member.terminate()
        _, deaf = psutil.wait_procs(members, timeout=20)
        for member in deaf:
            member.kill()


def _environment(changes: Mapping[str, str] | None) -> dict[str, str]:
    callers = ("MAKE", "MFLAGS", "PYTEST", "PYTHON", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(callers)}
    return {**kept, **(changes or {})}
