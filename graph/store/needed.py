"""Which definitions a ledger needs: a live claim keeps the entities and the source it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from graph.model.entities import Entity
from graph.model.source import Source
from graph.store.ledger import KEPT, Definition, HeldClaim, Ledger

D = TypeVar("D", Entity, Source)


def keep_needed(before: Ledger, after: Ledger) -> None:
    """Keep the definitions that sets defined before, none defines after, and live claims still need."""
    live = list(after.live())
    _keep(before.entities, after.entities, {id_ for held in live for id_ in held.claim.entities()})
    _keep(before.sources, after.sources, {held.claim.source for held in live})


def _keep(before: Mapping[Definition, D], after: dict[Definition, D], needed: set[str]) -> None:
    defined = {id_ for set_id, id_ in after if set_id != KEPT}
    for key in [key for key in after if key[0] == KEPT and (key[1] in defined or key[1] not in needed)]:
        del after[key]
    for (set_id, id_), definition in before.items():
        if id_ in needed and id_ not in defined and set_id != KEPT:
            after.setdefault((KEPT, id_), definition)


def needing(claims: Iterable[HeldClaim]) -> dict[str, set[str]]:
    """The sets that need each entity, by the live claims that name it, and each source."""
    sets: dict[str, set[str]] = {}
    for held in claims:
        for id_ in (*held.claim.entities(), held.claim.source):
            sets.setdefault(id_, set()).update(held.sets)
    return sets
