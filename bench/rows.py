"""The derived rows of a ledger file as the peer takes them: read without our engine."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import networkx as nx

from bench import peer
from graph.assembly.rows import EdgeRow, Flag, Grade, Level, MoveRow
from graph.model.days import FUTURE
from graph.model.entities import is_unnamed, kind_of
from graph.settings import settings
from graph.store.rowtext import edge_from, move_from

_NUMBERS = ("start_lo", "start_hi", "end_lo", "end_hi", "likely_until", "ordinal", "place")


def read(file: Path) -> tuple[list[EdgeRow], list[MoveRow]]:
    """All current rows that are known now, of every level."""
    with closing(sqlite3.connect(file)) as connection:
        edges = connection.execute("SELECT * FROM edge_rows WHERE dropped IS NULL").fetchall()
        moves = connection.execute("SELECT * FROM move_rows WHERE dropped IS NULL").fetchall()
    known = [edge_from(row).row for row in edges], [move_from(row).row for row in moves]
    return [r for r in known[0] if r.known_until == FUTURE], [r for r in known[1] if r.known_until == FUTURE]


def graph_of(edges: list[EdgeRow]) -> nx.MultiDiGraph[str]:
    """Edges at level usual; the degree of a node is that at level all."""
    degree = Counter(id_ for row in edges if row.levels & Level.ALL.bit for id_ in (row.subject, row.object))
    hub = settings().hub_edges
    nodes = (
        (id_, {"degree": n, "inner": n <= hub and kind_of(id_) != "group" and not is_unnamed(id_)})
        for id_, n in degree.items()
    )
    return peer.build(nodes, (_edge(row) for row in edges if row.levels & Level.USUAL.bit))


def moves_of(moves: list[MoveRow]) -> nx.MultiDiGraph[str]:
    """Moves from company to company, at level usual."""
    return peer.build((), (_move(row) for row in moves if row.levels & Level.USUAL.bit))


def _edge(row: EdgeRow) -> tuple[str, str, peer.Data]:
    data: peer.Data = {name: getattr(row, name) for name in _NUMBERS}
    data |= {"relation": row.relation, "company": row.company}
    for flag in (Flag.UNDATED, Flag.TIMELESS, Flag.START_DATED, Flag.END_DATED):
        data[str(flag.name).lower()] = flag in row.flags
    return row.subject, row.object, data


def _move(row: MoveRow) -> tuple[str, str, peer.Data]:
    grade = row.grade(settings().gap_min_days, settings().gap_max_days)
    certain = grade is Grade.CERTAIN and not row.is_transfer
    data = {"day_lo": row.day_lo, "day_hi": row.day_hi, "to_edge": row.to_edge, "certain": certain}
    return row.origin_company, row.destination_company, data
