"""What engines answer with: small frozen records, and the word on what was cut."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.assembly.rows import EdgeRow
from graph.model.claim import Claim
from graph.model.claimset import Excluded
from graph.model.entities import kind_of
from graph.model.source import Source

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cut:
    """An answer that was cut off: by which setting, at what, how to narrow. `left_out` None: not counted."""

    limit: str
    allowed: float
    left_out: int | None
    hint: str


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """Items in their total order. `total` counts all there would be, None where that was not counted.

    `undated` counts the edges that a set day hides because nothing dates them.
    """

    items: tuple[T, ...]
    cuts: tuple[Cut, ...] = ()
    total: int | None = None
    undated: int = 0


@dataclass(frozen=True, slots=True)
class SetCard:
    """One set of the ledger."""

    id: str
    title: str
    licence: str
    made: str
    compiled: str
    claims: int


@dataclass(frozen=True, slots=True)
class EntityCard:
    """An entity with the name to show and the other names it is seen under, sorted.

    `identifiers` are (kind, value). `degree` counts its edges in the whole ledger: level all, known now.
    `company` is the organisation it belongs to on the scope's day, itself if it is at the top; empty for
    others.
    """

    id: str
    kind: str
    subtype: str
    name: str
    names: tuple[str, ...]
    identifiers: tuple[tuple[str, str], ...]
    summary: str
    anonymous: bool
    degree: int
    company: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A hit of a search. `matched`: the name that matched, `score` 0 to 100; `exact` if equal once folded."""

    entity: EntityCard
    matched: str
    score: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Count:
    """Edges and distinct neighbours of one entity by relation and direction (out: it is the subject)."""

    relation: str
    direction: str
    edges: int
    neighbours: int


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One other entity, and every edge to it in scope, in EdgeRow.order."""

    id: str
    edges: tuple[EdgeRow, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """`hops[i]` are all edges of `entities[i]` and `entities[i + 1]` that take part in a valid choice."""

    entities: tuple[str, ...]
    hops: tuple[tuple[EdgeRow, ...], ...]
    inner_degree: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two people at one company at one time: half-open days. `organisation` is the lab if both were in it."""

    person: str
    company: str
    organisation: str
    first: int
    until: int

    @property
    def days(self) -> int:
        return self.until - self.first


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A claim that no set holds any more, with merged ids mapped; `id` is that of the claim as written.

    `number`, `day` (UTC) and `set_id` are of the load that withdrew it. `source` is None where its definition
    went too.
    """

    id: str
    claim: Claim
    source: Source | None
    number: int
    day: int
    set_id: str

    @property
    def order(self) -> tuple[int, int, int, str]:
        """By the number of the load, then as claims are ordered."""
        return (self.number, self.claim.when.earliest, self.claim.when.latest, self.id)


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement on two ids, and what the claims written under either call it.

    `same`: `right` is read as `left`. Judgements have no day of knowledge: all are told in every scope.
    """

    left: str
    right: str
    same: bool
    left_name: str
    right_name: str

    @property
    def kind(self) -> str:
        return kind_of(self.left)


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts within the scope. Days are None in an empty ledger. `now` is the day on which tenure ends.

    `judgements` are in the order of their two ids.
    """

    claims: int
    edges: int
    entities: Mapping[str, int]
    relations: Mapping[str, int]
    first_day: int | None
    last_day: int | None
    now: int | None
    sets: tuple[SetCard, ...]
    undated_edges: int
    later_claims: int
    judgements: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load or a withdrawal changed. `held_back` counts rows that name somebody who was forgotten.

    `withdrawn` are the ids of claims no longer in any set. Nothing changed: `version` is as before.
    """

    set_id: str
    version: int
    added: int
    unchanged: int
    withdrawn: tuple[str, ...] = ()
    held_back: int = 0
    excluded: tuple[Excluded, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ForgetReport:
    """What `forget` erased: counts, and the shipped rows for an editor to look at, as (set id, claim id)."""

    claims: int
    emptied: int
    rows_to_edit: tuple[tuple[str, str], ...] = ()
