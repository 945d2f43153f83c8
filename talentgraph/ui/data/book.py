"""What the ledger holds by set and by source, counted once for each version and scope."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import streamlit as st

from graph.assembly.evidence import Evidence
from graph.model.days import day_of
from graph.model.entities import kind_of
from graph.model.source import Source
from graph.store.answers import SetCard
from graph.store.base import View
from graph.store.scope import Scope
from talentgraph.doors import sources_of
from talentgraph.ui import ledger


@dataclass(frozen=True, slots=True)
class Held:
    """What a set says, of what is known in scope. `names` are the entities it speaks of."""

    claims: list[str] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)

    def kinds(self) -> Counter[str]:
        return Counter(map(kind_of, self.names))


@dataclass(frozen=True, slots=True)
class Book:
    """`sources` were out by the day of the scope; `unread` are the others. `claims` are ids by source.

    `holders` are the sets that define a source. The sets' own words on names are in `own`, not in `sources`.
    """

    sets: tuple[SetCard, ...]
    held: Mapping[str, Held]
    sources: Mapping[str, Source]
    holders: Mapping[str, tuple[str, ...]]
    claims: Mapping[str, tuple[str, ...]]
    cited_by: Mapping[str, tuple[str, ...]]
    own: tuple[str, ...]
    unread: frozenset[str]

    @property
    def later(self) -> int:
        return len(self.unread)

    def cites(self, id_: str) -> tuple[str, ...]:
        """The sources it cites that were out."""
        return tuple(cited for cited in self.sources[id_].cites if cited in self.sources)


@st.cache_resource(max_entries=8, show_spinner="Counting sets and sources.")
def book(version: int, scope: Scope) -> Book:  # noqa: ARG001 - the version is part of the key
    return make(ledger.store().view(scope), sources_of(ledger.store()))


def make(view: View, defined: Mapping[str, tuple[Source, tuple[str, ...]]]) -> Book:
    """`defined`: every source with the sets that define it, by id."""
    cards = view.summary().sets
    held, claims = _counted(ledger.all_claims(view), cards)
    compiled = {card.id: day_of(card.compiled) for card in cards}
    own = tuple(id_ for id_, (source, _) in defined.items() if source.kind == "derived")
    spoken = {id_: each for id_, each in defined.items() if id_ not in own}
    known = {id_: s for id_, (s, sets) in spoken.items() if _is_out(s, sets, compiled, view.scope.known_on)}
    return Book(
        sets=cards,
        held=held,
        sources=known,
        holders={id_: sets for id_, (_, sets) in spoken.items()},
        claims={id_: tuple(ids) for id_, ids in claims.items()},
        cited_by=_cited_by(known.values()),
        own=own,
        unread=frozenset(spoken.keys() - known.keys()),
    )


def _counted(
    evidence: Iterable[Evidence], cards: Iterable[SetCard]
) -> tuple[dict[str, Held], dict[str, list[str]]]:
    held = {card.id: Held() for card in cards}
    claims: dict[str, list[str]] = defaultdict(list)
    for each in evidence:
        claims[each.source.id].append(each.id)
        for set_id in each.sets:
            held[set_id].claims.append(each.id)
            held[set_id].sources.add(each.source.id)
            held[set_id].names.update(each.claim.entities())
    return held, claims


def _is_out(source: Source, sets: Iterable[str], compiled: Mapping[str, int], day: int | None) -> bool:
    known = [source.known_from(compiled[set_id]) for set_id in sets if set_id in compiled]
    return day is None or min(known, default=day) <= day


def _cited_by(sources: Iterable[Source]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for source in sources:
        for cited in source.cites:
            found[cited].append(source.id)
    return {id_: tuple(ids) for id_, ids in found.items()}
