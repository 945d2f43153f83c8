"""The tables say what they hold: `datapackage.json` beside them is true, column by column."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest
from hostile import hostile_subgraph
from hypothesis import given
from making import claim_set
from pyarrow import parquet
from subgraphs import subgraph_of, subgraphs

from graph.exports import export
from graph.exports.cells import unguard
from graph.exports.schema import TABLES
from graph.model.days import iso
from graph.queries.answers.subgraph import Subgraph
from talentgraph.files import format_of

Json = dict[str, Any]
FORMATS = ("csv", "parquet")


def members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def opened(graph: Subgraph, name: str) -> tuple[Json, dict[str, bytes]]:
    """The descriptor, and the files by the names of the tables."""
    files = members(export(graph, name))
    package = json.loads(files["datapackage.json"])
    return package, {each["name"]: files[each["path"]] for each in package["resources"]}


CASTS: dict[str, Callable[[str, Json], Any]] = {
    "string": lambda cell, _: cell,
    "integer": lambda cell, _: int(cell),
    "number": lambda cell, _: Decimal(cell),
    "boolean": lambda cell, field: dict.fromkeys(field["trueValues"], True)[cell],
    "date": lambda cell, _: date.fromisoformat(cell),
    "list": lambda cell, field: cell.split(field["delimiter"]),
}
"""How a reader of Table Schema makes values of cells; each raises where the cell is not of the type."""


def cast(resource: Json, rows: list[list[str]]) -> list[Json]:
    """The rows as the schema reads them. Raises where a cell is not what the schema says."""
    fields = resource["schema"]["fields"]
    missing = resource["schema"]["missingValues"]
    return [
        {
            f["name"]: None if cell in missing else _checked(CASTS[f["type"]](cell, f), f)
            for f, cell in zip(fields, row, strict=True)
        }
        for row in rows
    ]


def _checked(value: Any, field: Json) -> Any:
    pattern = field.get("constraints", {}).get("pattern")
    if pattern and not re.fullmatch(pattern, value):
        raise ValueError(f"{value} is not {pattern}")
    return value


def csv_rows(package: Json, files: dict[str, bytes]) -> Iterator[tuple[str, list[Json]]]:
    for resource in package["resources"]:
        text = files[resource["name"]].decode("utf-8-sig")
        head, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        assert head == [field["name"] for field in resource["schema"]["fields"]]
        yield resource["name"], cast(resource, [list(map(unguard, row)) for row in rows])


def check_whole(package: Json, tables: dict[str, list[Json]]) -> None:
    """Required cells are filled, keys are unique, and references lead somewhere."""
    for resource in package["resources"]:
        schema, rows = resource["schema"], tables[resource["name"]]
        for field in schema["fields"]:
            if field.get("constraints", {}).get("required"):
                assert all(row[field["name"]] is not None for row in rows), field
        for key in schema.get("primaryKey", []):
            assert len({row[key] for row in rows}) == len(rows)
        for link in schema.get("foreignKeys", []):
            (column,), reference = link["fields"], link["reference"]
            there = {row[reference["fields"][0]] for row in tables[reference["resource"]]}
            assert {row[column] for row in rows} <= there


@given(subgraphs())
def test_csv_is_what_its_schema_says(graph: Subgraph) -> None:
    """Every column is described in its order, every cell is of its type, every reference leads somewhere."""
    package, files = opened(graph, "csv")
    check_whole(package, dict(csv_rows(package, files)))


ARROW = {
    "string": pa.types.is_string,
    "integer": pa.types.is_int64,
    "number": lambda kind: pa.types.is_float64(kind) or pa.types.is_decimal(kind),
    "boolean": pa.types.is_boolean,
    "date": pa.types.is_date32,
    "array": lambda kind: pa.types.is_list(kind) and pa.types.is_string(kind.value_type),
}


@given(subgraphs())
def test_parquet_is_what_its_schema_says(graph: Subgraph) -> None:
    """Every column of the files has the type that is declared, and cells the constraints."""
    package, files = opened(graph, "parquet")
    read = {name: parquet.read_table(io.BytesIO(content)) for name, content in files.items()}
    for resource in package["resources"]:
        table = read[resource["name"]]
        fields = resource["schema"]["fields"]
        assert table.column_names == [field["name"] for field in fields]
        for field in fields:
            column = table.schema.field(field["name"])
            assert ARROW[field["type"]](column.type), field
            assert column.nullable != field.get("constraints", {}).get("required", False)
            for value in filter(None, table.column(field["name"]).to_pylist()):
                _checked(value, field)
        assert table.schema.metadata[b"licence"].decode() == graph.licence
    check_whole(package, {name: table.to_pylist() for name, table in read.items()})


def test_a_false_schema_would_be_seen() -> None:
    """The check refuses a cell of another type or pattern, an empty required cell, and a dead reference."""
    package, files = opened(subgraph_of(claim_set(LINES)), "csv")
    tables = dict(csv_rows(package, files))
    edges = package["resources"][1]
    (head, row, *_) = csv.reader(io.StringIO(files["edges"].decode("utf-8-sig")))
    for column, cell in (("ordinal", "first"), ("start_lo", "2025"), ("known_until", "now")):
        with pytest.raises(ValueError, match=cell):
            cast(edges, [[cell if name == column else value for name, value in zip(head, row, strict=True)]])
    with pytest.raises(AssertionError):
        check_whole(package, tables | {"edges": [tables["edges"][0] | {"subject": "person:nobody"}]})
    with pytest.raises(AssertionError):
        check_whole(package, tables | {"claims": [tables["claims"][0] | {"status": None}]})


LINES = """
jack-rae works_at meta 2016/2025-06 from=google role='=lead' @wired:2025-06-12
meta offered jack-rae 2025-06 outcome=accepted amount=14.3m per=year @post:2025-06-01
"""


@pytest.mark.parametrize("name", FORMATS)
def test_the_package_says_what_it_is(name: str) -> None:
    """Title, licence, sources, the ledger's own day, and every file with its size and hash."""
    graph = subgraph_of(claim_set(LINES))
    package, files = opened(graph, name)
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert re.fullmatch(r"[a-z0-9._-]+", package["name"])
    assert package["title"] == graph.title
    assert package["created"] == f"{iso(graph.now or 0)}T00:00:00Z" == "2026-06-30T00:00:00Z"
    assert package["licenses"] == [{"name": "CC-BY-4.0"}]
    assert [source["title"] for source in package["sources"]] == ["Title of post", "Title of wired"]
    assert "level: all" in package["description"]
    for resource in package["resources"]:
        assert resource["bytes"] == len(files[resource["name"]])
        assert resource["hash"].startswith("sha256:")
        assert all(field["title"] for field in resource["schema"]["fields"])
        assert [f["name"] for f in resource["schema"]["fields"]] == [c.name for c in TABLES[resource["name"]]]


def test_a_licence_that_is_no_name_is_a_title() -> None:
    """A licence that is no SPDX name stands as a title; nothing that is not stated stands there at all."""
    package = json.loads(members(export(hostile_subgraph(), "csv"))["datapackage.json"])
    assert package["licenses"] == [{"name": "other", "title": hostile_subgraph().licence}]
    nothing = Subgraph(title="", scope=hostile_subgraph().scope, version=0, now=None)
    empty = json.loads(members(export(nothing, "csv"))["datapackage.json"])
    assert {"created", "licenses", "sources", "title"}.isdisjoint(empty)
    assert empty["name"] == "talent-graph"


def test_pandas_reads_parquet() -> None:
    """In pandas lists are lists, figures exact decimals, absent text null, degrees integers."""
    files = members(export(subgraph_of(claim_set(LINES)), "parquet"))
    frames = {name: pd.read_parquet(io.BytesIO(files[f"{name}.parquet"])) for name in TABLES}
    claims = {row["relation"]: row for row in frames["claims"].to_dict("records")}
    offer, job = claims["offered"], claims["works_at"]
    assert offer["low"] == offer["high"] == Decimal(14_300_000)
    assert list(offer["qualifiers"]) == ["outcome=accepted"]
    assert list(job["role"]) == ["=lead"], "no spreadsheet reads this file"
    assert list(job["from"]) == ["org:google"]
    assert [name for name in ("object", "low", "note") if pd.isna(job[name])] == ["low", "note"]
    assert frames["entities"]["degree"].dtype == "int64"
    joined = frames["claims"].merge(frames["sources"], left_on="source", right_on="id")
    assert sorted(joined["title"]) == ["Title of post", "Title of wired"]


def test_endings_of_the_two_zips_are_told_apart() -> None:
    """`.zip` means CSV and `.parquet.zip` Parquet, in any case of letters."""
    named = {
        name: format_of(Path(name)) for name in ("a.zip", "a.parquet.zip", "A.PARQUET.ZIP", "b.parquet.x.zip")
    }
    assert list(named.values()) == ["csv", "parquet", "parquet", "csv"]


@pytest.mark.parametrize("name", FORMATS)
def test_hostile_texts_are_texts(name: str) -> None:
    """With every payload in every field the tables are still what their schema says."""
    package, files = opened(hostile_subgraph(), name)
    if name == "csv":
        check_whole(package, dict(csv_rows(package, files)))
    else:
        tables = {key: parquet.read_table(io.BytesIO(content)).to_pylist() for key, content in files.items()}
        check_whole(package, tables)
