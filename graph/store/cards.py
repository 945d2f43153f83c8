"""Entities as they are shown: name, other names, identifiers, company on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph.assembly.evidence import Evidence
from graph.assembly.names import shown_name
from graph.assembly.rows import Certainty, EdgeRow
from graph.model.entities import Entity
from graph.model.vocabulary import Status
from graph.store.answers import EntityCard

_NOT_SO = (Status.DENIED, Status.RETRACTED)


def make_card(entity: Entity, evidence: Sequence[Evidence], degree: int, company: str) -> EntityCard:
    """`evidence`: the claims whose subject the entity is, as far as they are known in scope."""
    name, others = shown_name(entity.id, evidence)
    return EntityCard(
        id=entity.id,
        kind=entity.kind,
        subtype=entity.subtype,
        name=name,
        names=tuple(sorted(others)),
        identifiers=identifiers(evidence),
        summary=entity.summary,
        anonymous=entity.anonymous,
        degree=degree,
        company=company,
    )


def identifiers(evidence: Iterable[Evidence]) -> tuple[tuple[str, str], ...]:
    """(kind, value), sorted."""
    claims = (e.claim for e in evidence if e.claim.relation == "identified_by")
    return tuple(sorted({(c.get("kind"), c.value) for c in claims if c.status not in _NOT_SO}))


def company_on(org: str, day: int, wholes: Mapping[str, Sequence[EdgeRow]]) -> str:
    """The top of the `part_of` tree above an organisation on a day. `wholes`: its part_of rows by subject."""
    seen = {org}
    while True:
        rows = (row for row in wholes.get(org, ()) if _holds(row, day) and row.object not in seen)
        up = max(rows, key=lambda row: (row.start_hi, row.object), default=None)
        if up is None:
            return org
        org = up.object
        seen.add(org)


def _holds(row: EdgeRow, day: int) -> bool:
    lo, hi = row.span(Certainty.LIKELY)
    return lo <= day < hi
