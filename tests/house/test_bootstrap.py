"""bootstrap.sh on a bare machine: a clone of the build files, and a PATH with only what the case has."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from machine import lacking, uv
from processes import run

FILES = ("bootstrap.sh", "pyproject.toml", "requirements.lock", "LICENSE", ".ci/wheel.py")
TOOLS = ("sh", "cat", "cksum", "cut", "dirname", "env", "mkdir", "rm", "sed")
# what the script runs is the real Python; each case hides a part of it
WITHOUT_PIP = 'case "$*" in "-m pip "*) exit 1;; esac\n'
WITHOUT_PIP_AND_VENV = 'case "$*" in "-m "*) exit 1;; esac\n'
TOO_OLD = 'case "$*" in *version_info*) exit 1;; esac\n'


class Bare:
    """A machine with a fresh clone, an empty home and nothing on PATH but the tools named above."""

    def __init__(self, folder: Path, checkout: Path) -> None:
        self.clone, self.bin, self.home = folder / "clone", folder / "bin", folder / "home"
        for place in (self.clone / ".ci", self.clone / "talentgraph", self.bin, self.home):
            place.mkdir(parents=True)
        for file in FILES:
            shutil.copy(checkout / file, self.clone / file)
        (self.clone / "README.md").write_text("")
        for tool in TOOLS:
            (self.bin / tool).symlink_to(str(shutil.which(tool)))
        caches = {"UV_CACHE_DIR": _cache(checkout), "PIP_CACHE_DIR": str(Path.home() / ".cache/pip")}
        self.environment = {"PATH": str(self.bin), "HOME": str(self.home), **caches}

    def python(self, hidden: str = "") -> None:
        """Put a `python3` on PATH that is this one, less what the shell lines hide."""
        program = self.bin / "python3"
        itself = 'case "$*" in *sys.executable*) echo "$0"; exit;; esac\n'
        program.write_text(f'#!{self.bin}/sh\n{itself}{hidden}exec {_real_python()} "$@"\n')
        program.chmod(0o755)

    def bootstrap(self, what: str, **changes: str) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in {**self.environment, **changes}.items() if value}
        return run([self.bin / "sh", "bootstrap.sh", what], self.clone, kept)

    def installed(self) -> bool:
        ask = [str(self.clone / ".venv/bin/python"), "-c", "import networkx, streamlit, pytest, talentgraph"]
        return run(ask, self.home).returncode == 0


def _real_python() -> str:
    return str(Path(sys.base_prefix) / "bin" / f"python3.{sys.version_info.minor}")


def _cache(checkout: Path) -> str:
    return run([uv(checkout), "cache", "dir"], checkout).stdout.strip()


@pytest.fixture
def bare(tmp_path: Path, checkout: Path) -> Iterator[Bare]:
    machine = Bare(tmp_path, checkout)
    yield machine
    shutil.rmtree(machine.clone)


@pytest.fixture(scope="module")
def online(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A registry answers: one small package can be had without a cache."""
    target = str(tmp_path_factory.mktemp("online"))
    ask = [uv(checkout), "pip", "install", "--dry-run", "--no-cache", "--target", target, "iniconfig"]
    if run(ask, checkout, {"UV_SYSTEM_CERTS": "1"}).returncode != 0:
        lacking("a network, to install as the first time")


def test_without_python_it_says_what_to_install(bare: Bare) -> None:
    """On a machine without Python it stops, names the way out, and leaves nothing behind."""
    answer = bare.bootstrap("install")
    assert answer.returncode == 1
    assert "no Python >= 3.11" in answer.stderr
    assert "apt install python3" in answer.stderr
    assert not (bare.clone / ".venv").exists()


def test_an_old_python_is_not_taken(bare: Bare) -> None:
    """A Python below 3.11 counts as none."""
    bare.python(TOO_OLD)
    answer = bare.bootstrap("install")
    assert answer.returncode == 1
    assert "no Python >= 3.11" in answer.stderr


def test_without_pip_and_venv_it_says_what_to_install(bare: Bare) -> None:
    """With a Python that has neither pip nor venv, and no uv, it stops and names the way out."""
    bare.python(WITHOUT_PIP_AND_VENV)
    answer = bare.bootstrap("install")
    assert answer.returncode == 1
    assert "python3-pip" in answer.stderr


@pytest.mark.parametrize("hidden", ["", WITHOUT_PIP], ids=["pip", "venv"])
def test_it_fetches_uv_and_the_second_run_is_offline(online: None, bare: Bare, hidden: str) -> None:
    """Without uv, pip or a venv's pip fetches it; the second run needs no Python, uv or network."""
    bare.python(hidden)
    first = bare.bootstrap("install")
    assert first.returncode == 0, first.stderr
    assert (bare.clone / ".tools/bin/uv").is_file()
    assert bare.installed()
    (bare.bin / "python3").unlink()
    shutil.rmtree(bare.clone / ".tools")
    second = bare.bootstrap("install", UV_OFFLINE="1", UV_CACHE_DIR="", PIP_NO_INDEX="1")
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")


def test_a_changed_lock_installs_again(bare: Bare, checkout: Path) -> None:
    """The stamp follows the lock: after a change the same packages are put in place again, from the cache."""
    bare.python()
    (bare.bin / "uv").symlink_to(uv(checkout))
    assert bare.bootstrap("install").returncode == 0
    with (bare.clone / "requirements.lock").open("a") as lock:
        lock.write("\n# changed\n")
    again = bare.bootstrap("install", UV_OFFLINE="1")
    assert (again.returncode, "installing" in again.stdout) == (0, True), again.stderr


def test_a_home_that_cannot_be_written_is_left_alone(online: None, bare: Bare, checkout: Path) -> None:
    """Where HOME is no folder the cache goes into .tools, and the installation works."""
    bare.python()
    (bare.bin / "uv").symlink_to(uv(checkout))
    answer = bare.bootstrap("install", HOME="/dev/null", UV_CACHE_DIR="")
    assert answer.returncode == 0, answer.stderr
    assert (bare.clone / ".tools/cache").is_dir()
    assert bare.installed()


def test_a_uv_that_does_not_run_is_passed_over(online: None, bare: Bare) -> None:
    """A broken uv on PATH and a folder called uv in ~/.local/bin are not taken for the program."""
    bare.python()
    (bare.bin / "uv").write_text("not a program")
    (bare.bin / "uv").chmod(0o755)
    (bare.home / ".local/bin/uv").mkdir(parents=True)
    answer = bare.bootstrap("install")
    assert answer.returncode == 0, answer.stderr
    assert (bare.clone / ".tools/bin/uv").is_file()


def test_an_unknown_verb_shows_the_verbs(bare: Bare) -> None:
    """A wrong word installs nothing, lists what can be said, and fails."""
    answer = bare.bootstrap("tset")
    assert answer.returncode == 2
    assert "  check " in answer.stdout
    assert not (bare.clone / ".venv").exists()


def test_make_hands_over_the_port(checkout: Path) -> None:
    """Each verb of the Makefile is a verb of bootstrap.sh; PORT reaches it by the environment."""
    if not shutil.which("make"):
        lacking("make")
    for verb in ("app", "test", "test-full", "lint", "check", "bench", "build"):
        assert run(["make", "-n", verb], checkout).stdout == f"sh bootstrap.sh {verb}\n"
