"""The workshop of the components: their sources, and the npm packages of their lock."""

from __future__ import annotations

import shutil
from pathlib import Path

from machine import lacking, tracked
from processes import run

SOURCES = "talentgraph/ui/components"
_QUIET = ("--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts")


def furnished(checkout: Path, folder: Path) -> Path:
    """A copy of the sources in the folder, with the packages installed."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        lacking("node and npm on PATH")
    copy = folder / "components"
    for file in tracked(checkout):
        if file.startswith(f"{SOURCES}/"):
            target = copy / Path(file).relative_to(SOURCES)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(checkout / file, target)
    installed = run([npm, "ci", *_QUIET], copy)
    if installed.returncode != 0:
        lacking(f"the npm packages of the lock, from the cache or the network: {installed.stderr[-600:]}")
    return copy
