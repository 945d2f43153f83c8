"""A zip of tables: the same members, whatever the format of the tables."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from graph.errors import UnreadableFile
from graph.exports import plain
from graph.exports.columns import Row, parts_from
from graph.exports.datapackage import TableFormat, descriptor
from graph.exports.provenance import about
from graph.exports.schema import TABLES, Column
from graph.queries.answers.subgraph import Subgraph
from graph.settings import settings

FORMAT = 1
_MADE = (1980, 1, 1, 0, 0, 0)  # a zip holds no earlier time, and the clock is no part of an export
_ABOUT = "about.json"
_WRONG: tuple[type[Exception], ...] = (
    *(zipfile.BadZipFile, ValueError, KeyError, TypeError, ArithmeticError, RecursionError),
)
_README = """{about}

entities{dot}  people, groups, organisations, deals and works, with their positions in the picture
edges{dot}     what joins them. *_lo and *_hi are the earliest and latest first day (start) and first day no
              longer there (end); "past" and "future": nothing bounds it. claims: id=part
claims{dot}    one row for what one source says, in the columns of a set
sources{dot}   who said it
datapackage.json  every column with its type and title (Data Package 2.0)
about.json    the rest, for machines

{cells}
Use of the data is bound by this licence: {licence}.
"""

Reader = Callable[[bytes, tuple[Column, ...]], list[Row]]
"""The rows of a file, which has these columns."""


def packed(
    subgraph: Subgraph, files: Mapping[str, bytes], form: TableFormat, *, cells: str, **more: object
) -> bytes:
    """The zip. `files` by name of table; `cells` says how to read them; `more` stands in about.json."""
    about_it = {"talentgraph": FORMAT, **more, **plain.about_record(subgraph)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            _put(archive, f"{name}{form.suffix}", content)
        _put(archive, "datapackage.json", descriptor(subgraph, files, form))
        _put(archive, "README.txt", _readme(subgraph, form, cells).encode())
        _put(archive, _ABOUT, json.dumps(about_it, ensure_ascii=False, indent=1).encode())
    return out.getvalue()


@contextmanager
def unpacked(content: bytes, *errors: type[Exception]) -> Iterator[tuple[zipfile.ZipFile, plain.Record]]:
    """The zip and its about.json. What goes wrong inside, `errors` too, is raised as UnreadableFile."""
    wrong = _WRONG + errors
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > settings().file_bytes:
                raise ValueError("it unpacks to more than TALENTGRAPH_FILE_BYTES")
            about_it = json.loads(archive.read(_ABOUT))
            if about_it["talentgraph"] != FORMAT:
                raise ValueError("another version of the format")
            yield archive, about_it
    except wrong as error:
        hint = "Give a zip of tables that this version exported."
        raise UnreadableFile("tables", f"they cannot be read ({error}).", hint=hint) from error


def subgraph_in(archive: zipfile.ZipFile, about_it: plain.Record, suffix: str, read: Reader) -> Subgraph:
    """What the tables and about.json hold together."""
    rows = {name: read(archive.read(f"{name}{suffix}"), columns) for name, columns in TABLES.items()}
    return Subgraph(**plain.about_from(about_it), **parts_from(rows))


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, _MADE), content, zipfile.ZIP_DEFLATED)


def _readme(subgraph: Subgraph, form: TableFormat, cells: str) -> str:
    lines = "\n".join(f"{name}: {text}" for name, text in about(subgraph))
    licence = subgraph.licence or "not stated"
    return _README.format(about=lines, dot=form.suffix, cells=cells, licence=licence)
