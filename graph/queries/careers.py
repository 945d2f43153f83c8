"""A person's career: stints with bounds and evidence, roles in them, studies, boards."""

from __future__ import annotations

from dataclasses import dataclass

from graph.assembly.rows import EdgeRow
from graph.queries.moves import Move
from graph.queries.reply import Reply
from graph.store.base import View


@dataclass(frozen=True, slots=True)
class Stint:
    """One time at one company: `places` are its edges in order (one, or one a lab after dated transfers).

    Bounds are half-open days as in EdgeRow. `roles` are edges that lie, or may lie, in it. `text` says when.
    """

    company: str
    organisation: str
    places: tuple[EdgeRow, ...]
    roles: tuple[EdgeRow, ...]
    start_lo: int
    start_hi: int
    end_lo: int
    end_hi: int
    likely_until: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Career(Reply):
    """Stints by start; `roles` are those in no stint. `others`: founding, work done, reports and the like."""

    person: str
    stints: tuple[Stint, ...]
    roles: tuple[EdgeRow, ...]
    studies: tuple[EdgeRow, ...]
    boards: tuple[EdgeRow, ...]
    offers: tuple[EdgeRow, ...]
    others: tuple[EdgeRow, ...]
    moves: tuple[Move, ...]


def career(view: View, person: str) -> Career:
    """The whole career as known in scope, whatever day is set. Name or id; NotFound otherwise."""
    raise NotImplementedError
