"""The built wheel, and an environment that holds it and what it asks for, no more."""

import sys
from pathlib import Path

import pytest
from machine import lacking, uv
from processes import run


@pytest.fixture(scope="session")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    built = run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], checkout)
    assert built.returncode == 0, built.stderr
    (file,) = folder.glob("*.whl")
    return file


@pytest.fixture(scope="session")
def fresh(checkout: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of an environment without the development tools; mostly from uv's cache."""
    folder = tmp_path_factory.mktemp("fresh")
    tool, python = uv(checkout), folder / "venv/bin/python"
    made = run([tool, "venv", "--python", sys.executable, folder / "venv"], folder)
    assert made.returncode == 0, made.stderr
    pinned = f"--constraints={checkout / 'requirements.lock'}"
    careful = {"UV_SYSTEM_CERTS": "1", "UV_PYTHON_DOWNLOADS": "never"}
    filled = run([tool, "pip", "install", "--python", python, pinned, f"{wheel}[app]"], folder, careful)
    if filled.returncode != 0:
        lacking(f"the packages of the lock, from uv's cache or the network: {filled.stderr.strip()[-600:]}")
    return python.parent
