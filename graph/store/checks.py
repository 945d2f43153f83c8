"""What a load may not do to a ledger: name what nobody defines, or define one id in two ways."""

from __future__ import annotations

from collections.abc import Iterable

from graph.errors import SetRefused
from graph.model.entities import Entity, join_definitions
from graph.model.source import Source
from graph.model.vocabulary import Status
from graph.store.identity import read_ids
from graph.store.ledger import KEPT, HeldClaim, Ledger


def check_whole(ledger: Ledger, loaded: Iterable[str]) -> None:
    """Raises SetRefused for the first contradiction, or the first thing that loaded sets name in vain."""
    _check_entities(ledger)
    _check_sources(ledger)
    for set_id in loaded:
        _check_names(ledger, set_id)
    check_identifiers(ledger)


def _check_entities(ledger: Ledger) -> None:
    joined: dict[str, Entity] = {}
    current: dict[str, str] = {}
    for (set_id, id_), entity in sorted(ledger.entities.items(), key=lambda item: item[0]):
        if set_id != KEPT:
            joined[id_] = join_definitions(joined[id_], entity) if id_ in joined else entity
        for old in entity.old_ids:
            if current.setdefault(old, id_) != id_:
                fact = f"{old} is named as the former id of {current[old]} and of {id_}."
                raise SetRefused(fact, place=id_, hint="A former id leads to one entity: mend old_ids.")


def _check_sources(ledger: Ledger) -> None:
    first: dict[str, Source] = {}
    for (set_id, id_), source in sorted(ledger.sources.items(), key=lambda item: item[0]):
        if set_id == KEPT:
            continue
        one = first.setdefault(id_, source)
        if one != source:
            field = next(f for f in vars(one) if getattr(one, f) != getattr(source, f))
            fact = f"{field} is “{getattr(source, field)}” in one set and “{getattr(one, field)}” in another."
            hint = "Ids of sources are global: make the two sets agree, or give one source another id."
            raise SetRefused(fact, place=f"source {id_}", hint=hint)


def _check_names(ledger: Ledger, set_id: str) -> None:
    old = {former for entity in ledger.entities.values() for former in entity.old_ids}
    entities = old | {id_ for _, id_ in ledger.entities}
    sources = {id_ for _, id_ in ledger.sources}
    for held in sorted(_held(ledger, set_id), key=lambda held: held.claim.id):
        for id_ in held.claim.entities():
            if id_ not in entities:
                raise _unknown(held, id_, "entities.csv")
        if held.claim.source not in sources:
            raise _unknown(held, f"source {held.claim.source}", "sources.csv")


def _held(ledger: Ledger, set_id: str) -> Iterable[HeldClaim]:
    return (held for held in ledger.claims.values() if set_id in held.sets)


def _unknown(held: HeldClaim, what: str, file: str) -> SetRefused:
    claim = held.claim
    place = " ".join(filter(None, (claim.subject, claim.relation, claim.object)))
    hint = f"Define it in {file}, mend the id, or load the set that defines it first."
    return SetRefused(f"{what} is not defined by any set.", place=place, hint=hint)


def check_identifiers(ledger: Ledger) -> None:
    """Raises SetRefused where one entity has two ORCIDs, merged ids taken together."""
    ids = read_ids(ledger.entities.values(), ledger.judgements.values())
    first: dict[str, str] = {}
    for held in sorted(ledger.live(), key=lambda held: held.claim.id):
        claim = held.claim
        if claim.relation != "identified_by" or claim.get("kind") != "orcid":
            continue
        if claim.status in (Status.DENIED, Status.RETRACTED):
            continue
        subject = ids.get(claim.subject, claim.subject)
        if first.setdefault(subject, claim.value) != claim.value:
            hint = "Two people, or one wrong number: give one of them another id."
            raise SetRefused(f"has two ORCIDs, {first[subject]} and {claim.value}.", place=subject, hint=hint)
