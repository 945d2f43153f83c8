"""The claim: one source says, of one subject, one thing, for one time. Frozen, and known by its content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.errors import ModelError
from graph.model.quantity import Quantity, parse_figure, plain
from graph.model.rules import check_claim
from graph.model.text import clean
from graph.model.vocabulary import Status, parse_status
from graph.model.when import NO_DATE, When, parse_when

FORMAT = 1
"""Version of the canonical form. A new one gives every claim a new id."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one row of a set says. `qualifiers` are (name, value) pairs; a name may repeat.

    Raises ModelError for whatever the relation, the vocabularies or the rules on people refuse.
    """

    subject: str
    relation: str
    source: str
    object: str = ""
    value: str = ""
    when: When = NO_DATE
    quantity: Quantity | None = None
    qualifiers: tuple[tuple[str, str], ...] = ()
    status: Status = Status.REPORTED
    attributed_to: str = ""
    locator: str = ""
    quote: str = ""
    note: str = ""
    id: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        for name in ("value", "locator", "quote", "note"):
            object.__setattr__(self, name, clean(getattr(self, name), name))
        pairs = {(name, clean(value, name)) for name, value in self.qualifiers}
        object.__setattr__(self, "qualifiers", tuple(sorted(pairs)))
        check_claim(self)
        object.__setattr__(self, "id", hashlib.sha256(canonical(self).encode()).hexdigest()[:20])

    def get(self, qualifier: str) -> str:
        """The first value of a qualifier, or empty."""
        return next((value for name, value in self.qualifiers if name == qualifier), "")

    def all(self, qualifier: str) -> tuple[str, ...]:
        return tuple(value for name, value in self.qualifiers if name == qualifier)

    def entities(self) -> Iterator[str]:
        """Every entity id that any field names, subject first, repeats included."""
        yield self.subject
        if self.object:
            yield self.object
        if ":" in self.attributed_to:
            yield self.attributed_to
        yield from (value for name, value in self.qualifiers if _names_entity(name, value))


def _names_entity(name: str, value: str) -> bool:
    return name in ENTITY_QUALIFIERS and ":" in value


ENTITY_QUALIFIERS = frozenset(
    {"from", "to", "by", "at", "deal", "counter_to", "origin", "destination", "confirmed_by"}
)
"""Qualifiers whose value is the id of an entity (or, for confirmed_by, one of two words)."""


def as_fields(claim: Claim) -> dict[str, object]:
    """The claim as JSON values, empty fields left out: the canonical content, and the row of a dump."""
    quantity = claim.quantity
    everything: dict[str, object] = {
        "format": FORMAT,
        "subject": claim.subject,
        "relation": claim.relation,
        "object": claim.object,
        "value": claim.value,
        "when": claim.when.text,
        "low": plain(quantity.low) if quantity and quantity.low is not None else "",
        "high": plain(quantity.high) if quantity and quantity.high is not None else "",
        "unit": quantity.unit if quantity else "",
        "per": quantity.per if quantity else "",
        "qualifiers": [list(pair) for pair in claim.qualifiers],
        "status": str(claim.status),
        "attributed_to": claim.attributed_to,
        "source": claim.source,
        "locator": claim.locator,
        "quote": claim.quote,
        "note": claim.note,
    }
    return {name: value for name, value in everything.items() if value not in ("", [])}


_TEXTS = (
    "subject", "relation", "object", "value", "when", "low", "high", "unit", "per", "status", "attributed_to",
    "source", "locator", "quote", "note",
)  # fmt: skip


def from_fields(fields: Mapping[str, object]) -> Claim:
    """The claim of `as_fields`. Raises ModelError for a field that is unknown or not text."""
    if fields.get("format") != FORMAT:
        raise ModelError("format", f"is not {FORMAT}.", hint="Another version wrote this: upgrade.")
    for name, value in fields.items():
        if name not in ("format", "qualifiers") and (name not in _TEXTS or not isinstance(value, str)):
            raise ModelError(name[:80], "is no field of a claim, or not text.")
    text = {name: str(fields.get(name, "")) for name in _TEXTS}
    low, high = (parse_figure(text.pop(name), name) for name in ("low", "high"))
    unit, per = text.pop("unit"), text.pop("per")
    quantity = Quantity(low, high, unit, per) if low is not None or high is not None or unit or per else None
    return Claim(
        when=parse_when(text.pop("when")),
        status=parse_status(text.pop("status")),
        quantity=quantity,
        qualifiers=_pairs(fields.get("qualifiers", [])),
        **text,
    )


def _pairs(value: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, list):
        raise ModelError("qualifiers", "are not a list.")
    for pair in value:
        if not isinstance(pair, list) or [type(part) for part in pair] != [str, str]:
            raise ModelError("qualifiers", "are not pairs of a name and a value.")
    return tuple((name, text) for name, text in value)


def canonical(claim: Claim) -> str:
    """Canonical JSON of the content: keys sorted, no blanks. The id is 20 hex digits of its SHA-256."""
    return json.dumps(as_fields(claim), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
