"""The log that Chromium itself keeps of its network: what pages asked for, the favicon and fonts among it.

The browser has errands of its own. They are told apart by who started them: no page.
"""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

_NOBODY = "not an origin"


def logging(log: Path) -> str:
    """The argument with which Chromium writes one."""
    return f"--log-net-log={log}"


def asked(log: Path) -> set[str]:
    """The addresses that pages asked for, without their queries. The browser must have been closed."""
    book = json.loads(log.read_text(encoding="utf-8"))
    started = book["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"]
    begun = (event.get("params", {}) for event in book["events"] if event["type"] == started)
    parts = (urlsplit(given["url"]) for given in begun if given.get("initiator", _NOBODY) != _NOBODY)
    return {f"{part.scheme}://{part.netloc}{part.path}" for part in parts}
