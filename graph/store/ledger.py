"""The records of one ledger in memory: what the Writer changes and what every engine keeps.

All values are immutable, and each table is a dictionary. So a copy is cheap, a writer works on a copy, and an
engine finds out what to keep by comparing two ledgers table by table.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from graph.assembly.rows import EdgeRow, MoveRow
from graph.model.claim import Claim
from graph.model.claimset import ClaimSet, Judgement
from graph.model.days import day_of
from graph.model.entities import Entity
from graph.model.source import Source

R = TypeVar("R", EdgeRow, MoveRow)
KEPT = ""
"""Stands for a set where a definition is held by none, but a live claim needs it."""


@dataclass(frozen=True, slots=True)
class SetInfo:
    """What a set says of itself. `compiled` is an ISO day."""

    id: str
    title: str
    licence: str
    compiled: str
    made: str = ""

    @property
    def compiled_day(self) -> int:
        return day_of(self.compiled)


@dataclass(frozen=True, slots=True)
class HeldClaim:
    """A claim and the sets that hold it, sorted. None hold a withdrawn one, and `withdrawn` is the load.

    `loaded` is the load that brought it, or brought it back; 0 where an older file did not keep that.
    """

    claim: Claim
    sets: tuple[str, ...]
    withdrawn: int | None = None
    loaded: int = 0


FORGET, ERASE = "forget", "erase"


@dataclass(frozen=True, slots=True)
class Load:
    """One change of the ledger. `number` is the version it made, `day` when (UTC), `verb` what was done."""

    number: int
    day: int
    verb: str
    set_id: str = ""


@dataclass(frozen=True, slots=True)
class Kept(Generic[R]):
    """A row, the version that brought it, and the one that replaced it (None: it is current)."""

    row: R
    loaded: int
    dropped: int | None = None


@dataclass(frozen=True, slots=True)
class SubjectRows:
    """All rows ever assembled for one subject."""

    edges: tuple[Kept[EdgeRow], ...] = ()
    moves: tuple[Kept[MoveRow], ...] = ()


Definition = tuple[str, str]
"""(set id, id of the entity or source)"""


@dataclass
class Ledger:
    """One version of the ledger. Never changed once a View or a store holds it: change a `copy`."""

    key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    sets: dict[str, SetInfo] = field(default_factory=dict)
    entities: dict[Definition, Entity] = field(default_factory=dict)
    sources: dict[Definition, Source] = field(default_factory=dict)
    claims: dict[str, HeldClaim] = field(default_factory=dict)
    judgements: dict[tuple[str, str], Judgement] = field(default_factory=dict)
    forgotten: dict[str, int] = field(default_factory=dict)
    loads: dict[int, Load] = field(default_factory=dict)
    rows: dict[str, SubjectRows] = field(default_factory=dict)

    @property
    def version(self) -> int:
        return max(self.loads, default=0)

    def copy(self) -> Ledger:
        new = replace(self)
        for name in TABLES:
            setattr(new, name, dict(getattr(self, name)))
        return new

    def has_erased(self, since: int) -> bool:
        """Whether a version after `since` erased somebody, so that old pages must go."""
        return any(n > since and load.verb in (FORGET, ERASE) for n, load in self.loads.items())

    def live(self) -> Iterator[HeldClaim]:
        return (held for held in self.claims.values() if held.sets)

    def content(self, set_id: str) -> ClaimSet:
        """What the ledger holds of a set, as it was loaded, in the order of ids."""
        info = self.sets[set_id]
        return ClaimSet(
            id=info.id,
            title=info.title,
            licence=info.licence,
            compiled=info.compiled,
            made=info.made,
            entities=tuple(self.entities[key] for key in sorted(self.entities) if key[0] == set_id),
            sources=tuple(self.sources[key] for key in sorted(self.sources) if key[0] == set_id),
            claims=tuple(self.claims[id_].claim for id_ in sorted(self.held_by(set_id))),
        )

    def held_by(self, set_id: str) -> Iterator[str]:
        """Ids of the claims that a set holds."""
        return (id_ for id_, held in self.claims.items() if set_id in held.sets)

    def current_edges(self) -> Iterator[EdgeRow]:
        return (kept.row for rows in self.rows.values() for kept in rows.edges if kept.dropped is None)

    def current_moves(self) -> Iterator[MoveRow]:
        return (kept.row for rows in self.rows.values() for kept in rows.moves if kept.dropped is None)


TABLES = ("sets", "entities", "sources", "claims", "judgements", "forgotten", "loads", "rows")
