"""A claim set as a folder of files, as `talentgraph load` takes it."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from graph.model.claim import Claim, as_fields
from graph.model.claimset import ClaimSet
from loaders.folder.claims import CLAIMS
from loaders.folder.entities import ENTITIES, SOURCES

_OWN = ("role", "from")
"""Qualifiers that have columns."""


def write(given: ClaimSet, folder: Path) -> Path:
    """Usual names become the names of entities; the set itself is the source of these, and is not listed."""
    folder.mkdir(parents=True, exist_ok=True)
    names = {c.subject: c.value for c in given.claims if c.relation == "named"}
    head = {name: getattr(given, name) for name in ("id", "title", "licence", "compiled")}
    lines = [f"{name}: {value}\n" for name, value in head.items()]
    (folder / "dataset.yml").write_text("".join(lines), encoding="utf-8")
    entities = ({"id": e.id, "subtype": e.subtype, "name": names.get(e.id, "")} for e in given.entities)
    sources = (_filled(vars(s), SOURCES) for s in given.sources if s.id != given.id)
    claims = (_row(n, c) for n, c in enumerate(c for c in given.claims if c.relation != "named"))
    for file, columns, rows in (
        ("entities.csv", ENTITIES, entities),
        ("sources.csv", SOURCES, sources),
        ("claims.csv", CLAIMS, claims),
    ):
        _write(folder / file, columns, rows)
    return folder


def _write(file: Path, columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(columns), lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows(rows)


def _filled(values: Mapping[str, object], columns: Iterable[str]) -> dict[str, str]:
    return {name: value for name in columns if isinstance(value := values[name], str)}


def _row(number: int, claim: Claim) -> dict[str, str]:
    pairs: dict[str, list[str]] = defaultdict(list)
    for name, value in claim.qualifiers:
        pairs[name].append(value)
    fields = {name: value for name, value in as_fields(claim).items() if isinstance(value, str)}
    own = {column: "|".join(pairs.pop(column, [])) for column in _OWN}
    rest = "; ".join(f"{name}={'|'.join(values)}" for name, values in pairs.items())
    return {"key": f"c{number}", **fields, **own, "qualifiers": rest}
