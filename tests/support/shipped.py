"""The sets that ship, as editors see them: rows by their keys, and what the report says of each statement."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graph.model.claim import Claim
from graph.model.claimset import ClaimSet
from loaders.folder import FILES, read
from loaders.folder.claims import read_claims
from loaders.folder.dataset import read_dataset
from loaders.folder.entities import read_entities, read_sources
from loaders.reading import read_folder

Row = dict[str, str]


@dataclass(frozen=True)
class Shipped:
    """One set: `claims` by key; the rows of its tables as text; `loaded` as the load gets it."""

    loaded: ClaimSet
    claims: dict[str, Claim]
    report: list[Row]
    rows: list[Row]
    entities: list[Row]
    sources: list[Row]

    def ids(self, *keys: str) -> set[str]:
        """The ids of the claims with these keys."""
        return {self.claims[key].id for key in keys}

    def keys(self, ids: Iterable[str]) -> set[str]:
        """The keys of these claims; ids of other sets are passed over."""
        known = {claim.id: key for key, claim in self.claims.items()}
        return {known[id_] for id_ in ids if id_ in known}

    def told(self, locator: str) -> Row:
        """What the report says of the statement with this number."""
        (row,) = [row for row in self.report if row["locator"] == locator]
        return row


def shipped(folder: Path) -> Shipped:
    """The set in this folder."""
    documents = read_folder(folder, FILES)
    draft = read_dataset(documents["dataset.yml"])
    read_sources(documents["sources.csv"], draft)
    read_entities(documents["entities.csv"], draft)
    read_claims(documents["claims.csv"], draft)
    tables = {name: _table(folder / f"{name}.csv") for name in ("report", "claims", "entities", "sources")}
    return Shipped(
        read(documents).sets[0],
        dict(draft.rows),
        tables["report"],
        tables["claims"],
        tables["entities"],
        tables["sources"],
    )


def keys_of(row: Row) -> list[str]:
    """The keys that a row of a report names."""
    return [key for key in row["keys"].split("|") if key]


def _table(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
