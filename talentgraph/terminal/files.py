"""Files that the terminal writes: whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from graph.errors import BadQuestion
from graph.queries.subgraph import Subgraph
from talentgraph.terminal.screen import tell


def save_graph(subgraph: Subgraph, file: Path, format_name: str = "", raw: bool = False) -> None:
    """Write a graph in a format; without one the ending of the file's name decides."""
    from graph.exports import export

    content = export(subgraph, format_name or format_of(file), raw=raw)
    save(content, file)
    if str(file) != "-":
        counts = f"{len(subgraph.entities):,} entities, {len(subgraph.edges):,} edges"
        tell(f"Wrote {file}: {counts}; licence {subgraph.licence or 'not stated'}.")


def format_of(file: Path) -> str:
    """The format that the ending of a name stands for."""
    from graph.exports import FORMATS

    for name, each in FORMATS.items():
        if file.suffix.lower() == each.suffix:
            return name
    endings = ", ".join(each.suffix for each in FORMATS.values())
    raise BadQuestion(
        f"“{file.suffix or file.name}” is not the ending of a format.",
        place=str(file),
        hint=f"One of {endings}.",
    )


def save(content: bytes, file: Path) -> None:
    """`-` is the standard output. A file appears complete, in place of an older one."""
    if str(file) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        handle, name = tempfile.mkstemp(dir=file.resolve().parent, prefix=f".{file.name}.")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(content)
            temporary.chmod(0o644)
            temporary.replace(file)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        hint = "Name a file in a folder that exists and that you may write to."
        raise BadQuestion(f"{error.strerror}.", place=str(file), hint=hint) from error
