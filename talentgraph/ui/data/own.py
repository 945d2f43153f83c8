"""For those who bring a set: what its files are, empty ones to fill in, the ledger to take away."""

from __future__ import annotations

import io
import zipfile

from graph.settings import settings
from loaders.folder.claims import CLAIMS
from loaders.folder.entities import ENTITIES, SOURCES
from talentgraph.ui import ledger
from talentgraph.ui.component import Block

_DATASET = """\
id: my-set
title: What my set is about
licence: CC-BY-4.0
made: How and from what it was made.
compiled: "2026-01-31"
"""
_TABLES = {"entities.csv": ENTITIES, "sources.csv": SOURCES, "claims.csv": CLAIMS}
_FILES = (
    ("dataset.yml", "Id, title, licence, how it was made, the day it was compiled."),
    ("entities.csv", "Who and what it speaks of: people, organisations, deals, works."),
    ("sources.csv", "Who says so: title, publisher, date, address."),
    ("claims.csv", "One row a claim: one source says one thing of one subject for one time."),
    ("report.csv", "If you like: which statements are not kept, and why."),
)
_LOADED = (
    ("First", "You see what would change. Nothing is loaded before you say so."),
    (
        "Then",
        "The ledger’s copy of the set becomes equal to your files: what is gone from them is withdrawn.",
    ),
    ("At a mistake", "The line is named, and the ledger stays as it was."),
    ("Your files", "They stay on this machine. The app sends nothing anywhere."),
)

START: Block = {
    "type": "empty",
    "fact": "Choose the files of a set",
    "hint": "You see what they would change before anything is loaded. No set yet? Fill in the empty files.",
    "buttons": [],
}


def help_blocks() -> list[Block]:
    most = ("At most", f"{settings().upload_bytes:,} bytes here. In a terminal: talentgraph load PATH.")
    return [
        {"type": "details", "title": "The files of a set", "rows": _rows(_FILES)},
        {"type": "details", "title": "What happens", "rows": _rows((*_LOADED, most))},
    ]


def _rows(given: tuple[tuple[str, str], ...]) -> list[Block]:
    return [{"label": label, "value": [said]} for label, said in given]


def empty_set() -> bytes:
    """A zip with the files of a set: their heads, and nothing below."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("my-set/dataset.yml", _DATASET)
        for name, columns in _TABLES.items():
            archive.writestr(f"my-set/{name}", ",".join(columns) + "\n")
    return out.getvalue()


def whole_ledger() -> bytes:
    """The dump, which any ledger loads again."""
    return "".join(f"{line}\n" for line in ledger.store().dump()).encode()
