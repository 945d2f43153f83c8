"""`datapackage.json`: what the tables of a zip hold, as a Data Package (Frictionless, version 2.0)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.exports.provenance import about
from graph.exports.schema import KEYS, LINKS, TABLES, TITLES, Column, Kind
from graph.model.days import iso
from graph.queries.answers.subgraph import Subgraph

Json = dict[str, Any]

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_LICENCE = re.compile(r"[-a-zA-Z0-9._]+")
_BOUND = r"past|future|\d{4}-\d{2}-\d{2}"
_TYPES: dict[Kind, Json] = {
    Kind.TEXT: {"type": "string"},
    Kind.LIST: {"type": "array"},
    Kind.PAIRS: {"type": "array"},
    Kind.WHOLE: {"type": "integer"},
    Kind.NUMBER: {"type": "number"},
    Kind.DECIMAL: {"type": "number"},
    Kind.TRUTH: {"type": "boolean"},
    Kind.DAY: {"type": "date"},
    Kind.BOUND: {"type": "string", "constraints": {"pattern": _BOUND}},
}


@dataclass(frozen=True, slots=True)
class TableFormat:
    """How the tables are written. `types`: where its cells are not simply of the type of their column."""

    suffix: str
    mediatype: str
    types: Mapping[Kind, Json]
    more: Mapping[str, Any]
    """Other properties of each resource, such as the encoding."""


CSV = TableFormat(
    ".csv",
    "text/csv",
    {
        Kind.LIST: {"type": "list", "itemType": "string", "delimiter": "|"},
        Kind.PAIRS: {"type": "string"},
        Kind.TRUTH: {"type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]},
    },
    {"encoding": "utf-8", "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True}},
)
PARQUET = TableFormat(".parquet", "application/vnd.apache.parquet", {}, {})


def descriptor(subgraph: Subgraph, files: Mapping[str, bytes], form: TableFormat) -> bytes:
    """UTF-8 JSON. `created` is the ledger's own day, never the clock's; the strictest licence is first."""
    created = {} if subgraph.now is None else {"created": f"{iso(subgraph.now)}T00:00:00Z"}
    whole = {
        "$schema": _PROFILE,
        "name": _slug(subgraph.title),
        "title": subgraph.title,
        "description": "\n".join(f"{name}: {text}" for name, text in about(subgraph)),
        **created,
        "licenses": [_licence(text) for text in subgraph.licences],
        "sources": [{"title": s.title, **({"path": s.url} if s.url else {})} for s in subgraph.sources],
        "resources": [_resource(name, content, form) for name, content in files.items()],
    }
    filled = {name: value for name, value in whole.items() if value not in ("", [])}
    return json.dumps(filled, ensure_ascii=False, indent=1).encode()


def _resource(name: str, content: bytes, form: TableFormat) -> Json:
    return {
        "name": name,
        "type": "table",
        "path": f"{name}{form.suffix}",
        "title": TITLES[name],
        "format": form.suffix[1:],
        "mediatype": form.mediatype,
        **form.more,
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "fields": [_field(column, form) for column in TABLES[name]],
            "missingValues": [""],
            **({"primaryKey": [KEYS[name]]} if name in KEYS else {}),
            **_foreign_keys(name),
        },
    }


def _field(column: Column, form: TableFormat) -> Json:
    kind = form.types.get(column.kind, _TYPES[column.kind])
    constraints = {**kind.get("constraints", {}), **({"required": True} if column.filled else {})}
    field = {"name": column.name, "title": column.title, **kind}
    return field | ({"constraints": constraints} if constraints else {})


def _foreign_keys(name: str) -> Json:
    keys = [
        {"fields": [column], "reference": {"resource": other, "fields": [KEYS[other]]}}
        for table, column, other in LINKS
        if table == name
    ]
    return {"foreignKeys": keys} if keys else {}


def _licence(text: str) -> Json:
    """By its SPDX name, where the text can be one."""
    return {"name": text} if _LICENCE.fullmatch(text) else {"name": "other", "title": text}


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower())[:80].strip("-") or "talent-graph"
