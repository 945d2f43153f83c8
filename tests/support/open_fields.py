"""Which fields of the model take free text, found by trying, and which of them a set leaves without some."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import fields, replace
from typing import Any

from graph.errors import ModelError
from graph.model.claim import Claim
from graph.model.claimset import ClaimSet, Excluded
from graph.model.entities import Entity
from graph.model.relations import COMMON, RELATIONS, Relation
from graph.model.source import Source

PROBE = "two <b>words</b>; neither =1+1 nor | an id"
IDENTIFIERS = "identified_by.value"
"""Free for one kind of identifier, in a form of its own."""


def open_fields() -> frozenset[str]:
    """`source.title`, `claim.quote`, `studied_at.degree`, `said.value`: each that lets the probe in."""
    said = {name for relation in RELATIONS.values() for name, _ in _open(relation)}
    common = {f"claim.{name}" for name, check in COMMON.items() if _lets_in(check, name)}
    return frozenset(said | common | {name for name, _ in _records(_EXAMPLE)}) - {IDENTIFIERS}


def uncovered(given: ClaimSet, texts: Collection[str]) -> frozenset[str]:
    """The open fields that do not hold all of the texts somewhere in the set."""
    held: dict[str, set[str]] = {name: set() for name in open_fields()}
    for name, text in (*_records(given), *_said(given.claims)):
        held.setdefault(name, set()).add(text)
    return frozenset(name for name, found in held.items() if not found.issuperset(texts)) - {IDENTIFIERS}


def _open(relation: Relation) -> Iterator[tuple[str, str]]:
    """Name and qualifier of what is the relation's own."""
    for name, check in relation.qualifiers.items():
        if _lets_in(check, name):
            yield f"{relation.name}.{name}", name
    if relation.value and _lets_in(relation.value, "value"):
        yield f"{relation.name}.value", "value"


def _said(claims: Iterable[Claim]) -> Iterator[tuple[str, str]]:
    for claim in claims:
        for place, name in _open(RELATIONS[claim.relation]):
            yield place, claim.value if name == "value" else claim.get(name)
        yield from ((f"claim.{name}", claim.get(name)) for name in COMMON if claim.get(name))


def _records(given: ClaimSet) -> Iterator[tuple[str, str]]:
    """Fields of entities, sources, claims and statements left out, each with its text."""
    for record in (*given.entities, *given.sources, *given.claims, *given.excluded):
        kind = type(record).__name__.lower()
        yield from ((f"{kind}.{name}", getattr(record, name)) for name in _FREE[type(record)])


def _lets_in(check: Callable[[str, str], None], name: str) -> bool:
    try:
        check(name, PROBE)
    except ModelError:
        return False
    return True


def _takes(record: Any, name: str) -> bool:
    def check(field: str, text: str) -> None:
        replace(record, **{field: text})

    return _lets_in(check, name)


_CLAIM = Claim("org:a", "said", "page", "org:b", "words", qualifiers=(("kind", "context"),))
_EXAMPLE = ClaimSet(
    "one", "A set", "CC0-1.0", "2025-07-01", (Entity("org:a"),), (Source("page", "A page"),), (_CLAIM,),
    excluded=(Excluded("page", "p1", "an opinion"),),
)  # fmt: skip
_RECORDS: tuple[Entity | Source | Claim | Excluded, ...] = (
    *_EXAMPLE.entities, *_EXAMPLE.sources, *_EXAMPLE.claims, *_EXAMPLE.excluded,
)  # fmt: skip
_FREE: dict[type, list[str]] = {
    type(record): [
        field.name
        for field in fields(record)
        if field.init and field.type == "str" and field.name != "value" and _takes(record, field.name)
    ]
    for record in _RECORDS
}  # fmt: skip
"""The fields that take the probe, tried on one record of each kind; values depend on the relation."""
