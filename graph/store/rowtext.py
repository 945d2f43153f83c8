"""Edge rows and move rows as the columns of a table, and back."""

from __future__ import annotations

from typing import Any

from graph.assembly.rows import Basis, EdgeRow, Flag, MoveFlag, MoveRow, Part
from graph.model.vocabulary import Status
from graph.store.ledger import Kept

Columns = tuple[Any, ...]
_EDGE_TEXTS = ("subject", "relation", "object", "company", "bundle")
_EDGE_DAYS = ("ordinal", "place", "start_lo", "start_hi", "end_lo", "end_hi", "likely_until", "order_until")
_MOVE_TEXTS = (
    "person",
    "origin",
    "destination",
    "origin_company",
    "destination_company",
    "from_edge",
    "to_edge",
)


def _pairs(claims: tuple[tuple[str, Part], ...]) -> str:
    return " ".join(f"{id_}/{part}" for id_, part in claims)


def _claims(text: str) -> tuple[tuple[str, Part], ...]:
    return tuple([(pair[:_ID], _PARTS[pair[_ID + 1 :]]) for pair in text.split()])


_ID = 20
"""Digits of the id of a claim."""
_PARTS = {str(part): part for part in Part}
_STATUSES = {str(status): status for status in Status}


def edge_columns(kept: Kept[EdgeRow]) -> Columns:
    """In the order of the table edge_rows."""
    row = kept.row
    return (
        *(getattr(row, name) for name in (*_EDGE_TEXTS, *_EDGE_DAYS)),
        int(row.flags), str(row.status), row.origins, row.levels, row.known_from, row.known_until,
        _pairs(row.claims), kept.loaded, kept.dropped,
    )  # fmt: skip


def edge_from(columns: Columns) -> Kept[EdgeRow]:
    plain, (flags, status, *numbers) = columns[:13], columns[13:19]
    claims, loaded, dropped = columns[19:]
    values: Columns = (*plain, Flag(flags), _STATUSES[status], *numbers, _claims(claims))
    return Kept(EdgeRow(*values), loaded, dropped)


def move_columns(kept: Kept[MoveRow]) -> Columns:
    """In the order of the table move_rows."""
    row = kept.row
    return (
        *(getattr(row, name) for name in _MOVE_TEXTS),
        str(row.basis), row.gap_lo, row.gap_hi, row.day_lo, row.day_hi, int(row.flags), row.levels,
        row.known_from, row.known_until, _pairs(row.claims), kept.loaded, kept.dropped,
    )  # fmt: skip


def move_from(columns: Columns) -> Kept[MoveRow]:
    texts, (basis, *days), (flags, *numbers) = columns[:7], columns[7:12], columns[12:16]
    claims, loaded, dropped = columns[16:]
    values: Columns = (*texts, Basis(basis), *days, MoveFlag(flags), *numbers, _claims(claims))
    return Kept(MoveRow(*values), loaded, dropped)
