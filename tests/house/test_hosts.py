"""The repository names no package registry: everyone installs from the one that their machine is set to."""

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from machine import tracked

# in pieces, so that this file passes its own check
HOSTS = [
    ("py", "pi.org"), ("python", "hosted.org"), ("npm", "js.org"), ("npm", "js.com"), ("crates", ".io"),
    ("golang", ".org"), ("maven", ".org"), ("maven.apache", ".org"), ("debian", ".org"), ("yarn", "pkg.com"),
]  # fmt: skip
SETTINGS = re.compile(r"(PIP|UV|NPM_CONFIG|GO).*(INDEX|REGISTRY|PROXY)", re.IGNORECASE)


def registries() -> set[str]:
    """Hosts of the known registries, and of those that this machine's environment names."""
    ours = {urlsplit(value).hostname for name, value in os.environ.items() if SETTINGS.match(name)}
    return {"".join(pieces) for pieces in HOSTS} | {host for host in ours if host}


def named(text: str) -> set[str]:
    return {host for host in registries() if host in text}


def test_a_planted_host_is_found() -> None:
    """A lock written with its index line would be found."""
    assert named("--index-url https://" + "py" + "pi.org/simple\n") == {"py" + "pi.org"}


def test_no_tracked_file_names_a_registry(checkout: Path) -> None:
    """No file of the repository holds the host of a package registry."""
    found = {
        name: hosts for name in tracked(checkout) if (hosts := named((checkout / name).read_text("latin-1")))
    }
    assert not found


def test_the_lock_is_names_versions_and_hashes(checkout: Path) -> None:
    """No address, index or path in the lock; every package has one version and a hash."""
    text = (checkout / "requirements.lock").read_text()
    rows = [row for row in text.splitlines() if row and not row.lstrip().startswith("#")]
    assert not [
        row
        for row in rows
        if "://" in row or row.lstrip().startswith(("-i", "--index", "--extra", "-f", "--find"))
    ]
    packages = re.findall(r"^([a-z0-9][a-z0-9._-]*)==\S+", text, flags=re.MULTILINE)
    heads = [row for row in rows if not row.startswith(" ")]
    assert len(packages) == len(heads) > 50
    assert len(re.findall(r"==.*\\\n    --hash=sha256:[0-9a-f]{64}", text)) == len(packages)


def test_uv_lock_is_ignored(checkout: Path) -> None:
    """uv.lock holds hosts, so it stays out of the repository."""
    assert "uv.lock" in (checkout / ".gitignore").read_text().splitlines()
    assert "uv.lock" not in tracked(checkout)
