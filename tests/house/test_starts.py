"""However the app is started, it listens on this machine only."""

import sys
from pathlib import Path

import pytest
from machine import cut_off, lacking
from processes import free_port, healthy, listening, run, started, wait_until

TALENTGRAPH = Path(sys.executable).with_name("talentgraph")
ALONE = str(Path(__file__).parent.parent / "support/alone.py")
EVERYWHERE = "0.0.0.0"  # noqa: S104 -- the planted fault


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def ledger(tmp_path: Path) -> dict[str, str]:
    return {"TALENTGRAPH_STORE": str(tmp_path / "ledger.db")}


def command(program: Path, port: int) -> list[str]:
    return [str(program), "app", "--port", str(port), "--no-browser"]


def test_a_listener_on_every_interface_is_seen(tmp_path: Path, port: int) -> None:
    """The check of the three starts finds a server that listens on every interface."""
    open_door = [sys.executable, "-m", "http.server", str(port), "--bind", EVERYWHERE]
    with started(open_door, tmp_path, tmp_path / "log") as server:
        wait_until(lambda: bool(listening(server)))
        assert listening(server) == {(EVERYWHERE, port)}


@pytest.mark.parametrize("where", ["checkout", "folder"])
def test_the_checkout_listens_on_loopback(
    checkout: Path, tmp_path: Path, port: int, ledger: dict[str, str], where: str
) -> None:
    """Started in the checkout and in another folder, the app opens one socket, on 127.0.0.1."""
    cwd = checkout if where == "checkout" else tmp_path
    with started(command(TALENTGRAPH, port), cwd, tmp_path / "log", ledger) as server:
        healthy(server, port, tmp_path / "log")
        assert listening(server) == {("127.0.0.1", port)}


def test_streamlit_run_listens_on_loopback(
    checkout: Path, tmp_path: Path, port: int, ledger: dict[str, str]
) -> None:
    """`streamlit run app.py` from another folder takes the shipped configuration."""
    streamlit = TALENTGRAPH.with_name("streamlit")
    line = [str(streamlit), "run", str(checkout / "app.py"), "--server.port", str(port)]
    with started(line, tmp_path, tmp_path / "log", ledger) as server:
        healthy(server, port, tmp_path / "log")
        assert listening(server) == {("127.0.0.1", port)}


@pytest.mark.parametrize("shadow", [False, True])
def test_the_wheel_listens_on_loopback(
    fresh: Path, tmp_path: Path, port: int, ledger: dict[str, str], shadow: bool
) -> None:
    """Started from the wheel, beside a graph.py or not, the app opens one socket, on 127.0.0.1."""
    if shadow:
        (tmp_path / "graph.py").write_text("raise SystemExit('foreign')")
    with started(command(fresh / "talentgraph", port), tmp_path, tmp_path / "log", ledger) as server:
        healthy(server, port, tmp_path / "log")
        assert listening(server) == {("127.0.0.1", port)}


def test_no_other_configuration_opens_the_door(
    tmp_path: Path, port: int, ledger: dict[str, str], checkout: Path
) -> None:
    """Neither the folder's nor the reader's own Streamlit settings make the app listen anywhere else."""
    for place in (tmp_path, tmp_path / "home"):
        (place / ".streamlit").mkdir(parents=True)
        (place / ".streamlit/config.toml").write_text(f'[server]\naddress = "{EVERYWHERE}"\n')
    foreign = {"STREAMLIT_SERVER_ADDRESS": EVERYWHERE, "HOME": str(tmp_path / "home"), **ledger}
    with started(command(TALENTGRAPH, port), tmp_path, tmp_path / "log", foreign) as server:
        healthy(server, port, tmp_path / "log")
        assert listening(server) == {("127.0.0.1", port)}


def test_the_second_start_needs_no_network(checkout: Path, tmp_path: Path, port: int) -> None:
    """With the network cut off, `make app` opens the app again: nothing is fetched the second time."""
    stamp = checkout / ".venv/.stamp"
    if not stamp.exists() or not stamp.read_text().startswith(f"{checkout}\n"):
        lacking("a first `make app` or `make test` in this checkout")
    environment = {"PORT": str(port), "BROWSER": "true", "TALENTGRAPH_STORE": str(tmp_path / "ledger.db")}
    line = [*cut_off("make"), sys.executable, ALONE, str(port), str(tmp_path / "log"), "make", "app"]
    answer = run(line, checkout, environment)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.splitlines()[-1] == f"127.0.0.1:{port}"
