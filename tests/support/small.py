"""Claims and sets made by hand, in as few words as a test needs."""

from __future__ import annotations

from collections.abc import Iterable

from graph.model.claim import Claim
from graph.model.claimset import ClaimSet
from graph.model.entities import Entity
from graph.model.source import Source
from graph.model.vocabulary import Status
from graph.model.when import parse_when

PAGE = Source("page", title="A page", date="2025-06-01")


def claim(
    subject: str, relation: str, object_: str = "", when: str = "", *, value: str = "",
    source: str = "page", status: Status = Status.REPORTED, attributed_to: str = "", note: str = "",
    locator: str = "", quote: str = "",
    **qualifiers: str,
) -> Claim:  # fmt: skip
    """Qualifiers by name; `from_` for from."""
    pairs = tuple((name.rstrip("_"), text) for name, text in qualifiers.items())
    return Claim(
        subject, relation, source, object_, value, parse_when(when), None, pairs, status, attributed_to,
        locator, quote, note,
    )  # fmt: skip


def claim_set(
    *claims: Claim,
    id_: str = "one",
    entities: Iterable[Entity] | None = None,
    sources: Iterable[Source] = (PAGE,),
    compiled: str = "2025-07-01",
    **fields: str,
) -> ClaimSet:
    """Without `entities`, every entity that the claims name is defined, bare."""
    if entities is None:
        entities = [Entity(id_, anonymous=":unnamed-" in id_) for id_ in names(claims)]
    return ClaimSet(
        id=id_, title=fields.get("title", "A set"), licence="CC-BY-4.0", compiled=compiled,
        made=fields.get("made", ""), entities=tuple(entities), sources=tuple(sources), claims=claims,
    )  # fmt: skip


def names(claims: Iterable[Claim]) -> list[str]:
    return sorted({id_ for each in claims for id_ in each.entities()})
