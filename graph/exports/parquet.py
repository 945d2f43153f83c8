"""The four tables as Parquet in one zip, with native lists, numbers, days and exact decimals.

The files themselves are not compressed: the zip is. `read` gives an equal Subgraph back.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from graph.errors import MissingPart
from graph.exports.archive import packed, subgraph_in, unpacked
from graph.exports.columns import Row, rows_of
from graph.exports.datapackage import PARQUET
from graph.exports.schema import TABLES, Column, Kind
from graph.queries.answers.subgraph import Subgraph

if TYPE_CHECKING:
    import pyarrow as pa

_CELLS = "Text and numbers that are not stated are null; a list that holds nothing is empty."
_DIGITS, _PLACES = 38, 12  # the model holds 19 digits before the point and 12 behind it


def write(subgraph: Subgraph) -> bytes:
    """A zip. Raises MissingPart without the extra `parquet`."""
    files = {name: _parquet(subgraph, TABLES[name], rows) for name, rows in rows_of(subgraph).items()}
    return packed(subgraph, files, PARQUET, cells=_CELLS)


def read(content: bytes) -> Subgraph:
    """The Subgraph that `write` wrote. Raises UnreadableFile, or ModelError for a claim the model refuses."""
    pa = _arrow()
    with unpacked(content, pa.ArrowException) as (archive, about_it):
        return subgraph_in(archive, about_it, PARQUET.suffix, _rows)


def _arrow() -> Any:
    try:
        import pyarrow as pa
        from pyarrow import parquet  # noqa: F401 -- so that `pa.parquet` is there
    except ImportError as error:
        hint = "Install it: pip install 'talentgraph[parquet]'."
        raise MissingPart("Parquet needs pyarrow, which is not installed.", hint=hint) from error
    return pa


def _parquet(subgraph: Subgraph, columns: tuple[Column, ...], rows: list[Row]) -> bytes:
    pa = _arrow()
    cells = [{column.name: _to_arrow(column, row[column.name]) for column in columns} for row in rows]
    fields = [pa.field(column.name, _type(pa, column.kind), not column.filled) for column in columns]
    said = {"title": subgraph.title, "licence": subgraph.licence}
    out = pa.BufferOutputStream()
    table = pa.Table.from_pylist(cells, schema=pa.schema(fields, metadata=said))
    pa.parquet.write_table(table, out, compression="NONE")
    return bytes(out.getvalue().to_pybytes())


def _rows(content: bytes, columns: tuple[Column, ...]) -> list[Row]:
    pa = _arrow()
    rows = pa.parquet.read_table(pa.BufferReader(content)).to_pylist()
    return [{column.name: _from_arrow(column, row[column.name]) for column in columns} for row in rows]


def _type(pa: Any, kind: Kind) -> pa.DataType:
    lists = pa.list_(pa.string())
    types = {
        Kind.LIST: lists,
        Kind.PAIRS: lists,
        Kind.WHOLE: pa.int64(),
        Kind.NUMBER: pa.float64(),
        Kind.DECIMAL: pa.decimal128(_DIGITS, _PLACES),
        Kind.TRUTH: pa.bool_(),
        Kind.DAY: pa.date32(),
    }
    return types.get(kind, pa.string())


def _to_arrow(column: Column, value: Any) -> Any:
    """Empty text as null, a day as a date."""
    if value == "" and not column.filled:
        return None
    return date.fromisoformat(value) if column.kind is Kind.DAY else value


def _from_arrow(column: Column, value: Any) -> Any:
    match column.kind:
        case Kind.LIST | Kind.PAIRS:
            return tuple(value)
        case Kind.DAY:
            return value.isoformat() if value else ""
        case Kind.TEXT:
            return value or ""
    return value
