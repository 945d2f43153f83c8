"""Who moved from where to where."""

from __future__ import annotations

from dataclasses import dataclass

from graph.assembly.rows import Grade, MoveRow
from graph.queries.reply import Reply
from graph.store.base import View


@dataclass(frozen=True, slots=True)
class Move:
    """`grade` is None for a transfer inside one company. `reason` says why it is that sure."""

    row: MoveRow
    grade: Grade | None
    reason: str
    when: str
    sentence: str
    claims: tuple[str, ...]

    @property
    def is_transfer(self) -> bool:
        return self.row.is_transfer


@dataclass(frozen=True, kw_only=True)
class Moves(Reply):
    """Moves and transfers by day of arrival, then person."""

    of: tuple[str, ...]
    first: int | None
    last: int | None
    moves: tuple[Move, ...]

    def graded(self, grade: Grade) -> tuple[Move, ...]:
        return tuple(m for m in self.moves if m.grade is grade)

    @property
    def transfers(self) -> tuple[Move, ...]:
        return tuple(m for m in self.moves if m.is_transfer)


def moves(
    view: View,
    of: str = "",
    *,
    into: str = "",
    out_of: str = "",
    first: int | None = None,
    last: int | None = None,
    limit: int | None = None,
) -> Moves:
    """Moves of a person, or into and out of an organisation (`of`), or `into`, `out_of` some; names or ids.

    `first` and `last` (both days included) bound the day of arrival: a move counts if it may lie between.
    An organisation counts with its labs. Without any name: all moves.
    """
    raise NotImplementedError
