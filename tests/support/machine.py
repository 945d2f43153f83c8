"""What the machine has, and what to do where it lacks something."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest


def in_ci() -> bool:
    return os.environ.get("CI", "").lower() in {"1", "true"}


def lacking(what: str) -> NoReturn:
    """Skip the running test for want of a tool; where CI promises the tool, fail it instead."""
    if in_ci():
        pytest.fail(f"CI must have it: {what}")
    pytest.skip(f"SKIPPED FOR WANT OF: {what}")


def uv(checkout: Path) -> str:
    """The uv that bootstrap.sh would take."""
    for place in (shutil.which("uv"), Path.home() / ".local/bin/uv", checkout / ".tools/bin/uv"):
        if place and shutil.which(place):
            return str(place)
    lacking("uv on PATH, in ~/.local/bin or in .tools/bin (bootstrap.sh brings it)")


def tracked(checkout: Path) -> list[str]:
    """The files that the repository holds, as paths below the checkout; those removed since are left out."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=checkout, check=False, capture_output=True, text=True
    )
    if listed.returncode != 0:
        lacking("git, and a clone of the repository")
    return [name for name in listed.stdout.split("\0") if name and (checkout / name).is_file()]


def cut_off(*needed: str) -> list[str]:
    """The head of a command that runs without a network; `needed` are programs that it starts."""
    cut = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--net"]
    missing = [each for each in ("unshare", *needed) if not shutil.which(each)]
    if missing or subprocess.run([*cut, "true"], check=False, capture_output=True).returncode != 0:
        lacking(f"{', '.join(('unshare', *needed))}, and the right to cut the network off")
    return cut
