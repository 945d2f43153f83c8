"""A load in words: what is wrong with it, how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from graph.errors import StoreError, TalentGraphError, UnreadableFile
from graph.model.text import first_upper
from talentgraph.ui.component import Block
from talentgraph.ui.upload.files import File, is_whole
from talentgraph.ui.upload.job import Job

T = TypeVar("T")
_STEPS = {
    "read entities": ("Reading {done:,} of {total:,} names.", True),
    "read claims": ("Reading {done:,} of {total:,} claims.", True),
    "read lines": ("Reading {done:,} of {total:,} lines.", True),
    "compare": ("Comparing with the ledger.", False),
    "assemble": ("Joining the links of {done:,} of {total:,} names.", True),
}


def error_band(error: TalentGraphError, files: Sequence[File]) -> Block:
    """`Line 41 of claims.csv: the amount is not a number. Nothing was loaded. Write 10000000.`"""
    place = _place(error, files)
    fact = f"{place}: {error.fact}" if place else first_upper(error.fact)
    hint = " ".join(filter(None, ("Nothing was loaded.", error.hint)))
    buttons = [{"label": "Choose another file", "action": "another"}]
    return {"type": "band", "fact": fact, "hint": hint, "tone": "red", "buttons": buttons}


def _place(error: TalentGraphError, files: Sequence[File]) -> str:
    """The file by the name that its owner knows, never where we kept it."""
    if isinstance(error, StoreError):
        return ""
    if not isinstance(error, UnreadableFile):
        return error.place
    file = _file(error.path, files)
    return file if error.line is None else f"Line {error.line:,} of {file}"


def _file(path: str, files: Sequence[File]) -> str:
    if not Path(path).is_absolute():
        return path
    ours, _, member = path.partition(", ")
    return member or (files[0].name if is_whole(files) else Path(ours).name)


def progress(job: Job[T], hint: str, *, stops: bool) -> Block:
    said, counts = _STEPS.get(job.step, ("Working.", False))
    fact = "Stopping." if job.is_stopping else said.format(done=job.done, total=job.total)
    return {
        "type": "progress",
        "fact": fact,
        "hint": hint,
        "done": job.done,
        "total": job.total if counts else 0,
        "buttons": [{"label": "Stop", "action": "stop", "disabled": job.is_stopping}] if stops else [],
    }
