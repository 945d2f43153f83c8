"""Files that both doors write: whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from graph.errors import BadQuestion, MissingPart
from graph.queries.answers.reply import Reply
from graph.queries.answers.subgraph import Subgraph
from graph.store.base import View

TABLE = ".csv"


def save_answer(reply: Reply, view: View, file: Path) -> Subgraph | None:
    """Write the main table of an answer where the name ends in .csv; else its graph, which is returned."""
    if file.suffix.lower() == TABLE:
        from graph.exports.answer_table import write

        save(write(reply), file)
        return None
    graph = reply.subgraph(view)
    save_graph(graph, file)
    return graph


def save_graph(subgraph: Subgraph, file: Path, format_name: str = "", raw: bool = False) -> None:
    """Write a graph in a format; without one the ending of the file's name decides.

    Entities get places in the picture, where the extra that computes them is installed.
    """
    from graph.exports import export
    from graph.queries.answers.layout import placed

    name = format_name or format_of(file)
    if not subgraph.positions:
        with suppress(MissingPart):
            subgraph = placed(subgraph)
    save(export(subgraph, name, raw=raw), file)


def format_of(file: Path) -> str:
    """The format that the ending of a name stands for."""
    from graph.exports import FORMATS

    fitting = [each for each in FORMATS.values() if file.name.lower().endswith(each.suffix)]
    if fitting:
        return max(fitting, key=lambda each: len(each.suffix)).name
    endings = ", ".join(each.suffix for each in FORMATS.values())
    raise BadQuestion(
        f"“{file.suffix or file.name}” is not the ending of a format.",
        place=str(file),
        hint=f"One of {endings}.",
    )


def save(content: bytes, file: Path, private: bool = False) -> None:
    """`-` is the standard output. A file appears complete, in place of an older one, whose mode it keeps.

    A new file is as open as the process makes its files, or `private`: only its owner reads it.
    """
    if str(file) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        target = file.resolve()
        temporary = target.with_name(f".{target.name}.{token_hex(4)}")
        try:
            handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if private else 0o666)
            with os.fdopen(handle, "wb") as out:
                out.write(content)
            if target.exists():
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        hint = "Name a file in a folder that exists and that you may write to."
        raise BadQuestion(f"{error.strerror}.", place=str(file), hint=hint) from error
