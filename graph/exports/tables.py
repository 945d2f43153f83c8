"""Tables for spreadsheets and pandas: entities, edges, claims and sources as CSV in one zip.

`about.json` holds what fits no table, so that `read` gives an equal Subgraph back, raw or guarded.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Sequence

from graph.errors import UnreadableFile
from graph.exports import plain
from graph.exports.cells import guard, unguard
from graph.exports.columns import (
    COLUMNS,
    NUMBERS,
    Row,
    card_from,
    claim_record,
    claim_row,
    edge_from,
    edge_row,
    entity_row,
    source_record,
    source_row,
)
from graph.exports.provenance import about
from graph.queries.subgraph import Subgraph
from graph.settings import settings

FORMAT = 1
_MADE = (1980, 1, 1, 0, 0, 0)  # a zip holds no earlier time, and the clock is no part of an export
_README = """{about}

entities.csv  people, groups, organisations, deals and works, with their positions in the picture
edges.csv     what joins them. *_lo and *_hi are the earliest and latest first day (start) and first day no
              longer there (end); "past" and "future": nothing bounds it. claims: id=part
claims.csv    one row for what one source says, in the columns of a set
sources.csv   who said it
about.json    the rest, for machines

UTF-8. Lists in a cell are separated by | and escaped with a backslash.
{cells}
A spreadsheet changes dates such as 2025-06: import the columns as text.
Use of the data is bound by this licence: {licence}.
"""
_SAFE = "Texts that a spreadsheet could take for a formula begin with '. Export raw to have them exact."
_EXACT = "Texts are exact: a spreadsheet may run those that begin like a formula."


def write(subgraph: Subgraph, raw: bool = False) -> bytes:
    """A zip. `raw`: texts exactly as they are, else `'` stands before what could be a formula."""
    about_it = {"talentgraph": FORMAT, "spreadsheet_safe": not raw, **plain.about_record(subgraph)}
    tables: dict[str, Iterable[Row]] = {
        "entities.csv": (entity_row(subgraph, card) for card in subgraph.entities),
        "edges.csv": (edge_row(subgraph, row) for row in subgraph.edges),
        "claims.csv": map(claim_row, subgraph.claims),
        "sources.csv": map(source_row, subgraph.sources),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, rows in tables.items():
            _put(archive, name, _csv(COLUMNS[name].split(), rows, raw))
        _put(archive, "README.txt", _readme(subgraph, raw).encode())
        _put(archive, "about.json", json.dumps(about_it, ensure_ascii=False, indent=1).encode())
    return out.getvalue()


def read(content: bytes) -> Subgraph:
    """The Subgraph that `write` wrote. Raises UnreadableFile, or ModelError for a claim the model refuses."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _read(archive)
    except (zipfile.BadZipFile, ValueError, KeyError, TypeError, csv.Error, RecursionError) as error:
        hint = "Give a zip of tables that this version exported."
        raise UnreadableFile("tables", f"they cannot be read ({error}).", hint=hint) from error


def _read(archive: zipfile.ZipFile) -> Subgraph:
    if sum(member.file_size for member in archive.infolist()) > settings().file_bytes:
        raise ValueError("it unpacks to more than TALENTGRAPH_FILE_BYTES")
    about_it = json.loads(archive.read("about.json"))
    if about_it["talentgraph"] != FORMAT:
        raise ValueError("another version of the format")
    bare = unguard if about_it["spreadsheet_safe"] else str
    entities = _rows(archive, "entities.csv", bare)
    claims = map(claim_record, _rows(archive, "claims.csv", bare))
    sources = map(source_record, _rows(archive, "sources.csv", bare))
    return Subgraph(
        **plain.about_from(about_it),
        entities=tuple(map(card_from, entities)),
        edges=tuple(map(edge_from, _rows(archive, "edges.csv", bare))),
        claims=plain.claims_from({"claims": claims, "sources": sources}),
        positions={row["id"]: (float(row["x"]), float(row["y"])) for row in entities if row["x"]},
    )


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, _MADE), content, zipfile.ZIP_DEFLATED)


def _csv(columns: Sequence[str], rows: Iterable[Row], raw: bool) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        live = {} if raw else {n: guard(v) for n, v in row.items() if isinstance(v, str) and n not in NUMBERS}
        writer.writerow(row | live)
    return out.getvalue().encode("utf-8-sig")


def _rows(archive: zipfile.ZipFile, name: str, bare: Callable[[str], str]) -> list[dict[str, str]]:
    text = archive.read(name).decode("utf-8-sig")
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return [{n: v if n in NUMBERS else bare(v) for n, v in row.items()} for row in reader]


def _readme(subgraph: Subgraph, raw: bool) -> str:
    lines = "\n".join(f"{name}: {text}" for name, text in about(subgraph))
    licence = subgraph.licence or "not stated"
    return _README.format(about=lines, cells=_EXACT if raw else _SAFE, licence=licence)
