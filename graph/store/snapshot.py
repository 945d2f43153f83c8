"""What is read off the records of one ledger version: evidence, its indexes, joined entities, degrees."""

from __future__ import annotations

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import takewhile
from threading import Lock
from typing import TypeVar, cast

from graph.assembly.evidence import Evidence, read_as
from graph.assembly.rows import EdgeRow, Level, MoveRow
from graph.model.days import FUTURE
from graph.model.entities import Entity, join_definitions
from graph.model.source import Source
from graph.settings import settings
from graph.store.answers import Withdrawn
from graph.store.identity import read_ids
from graph.store.ledger import KEPT, HeldClaim, Ledger

T = TypeVar("T")


class Snapshot:
    """Built from a ledger that is not changed any more. It is also the Lookup of the assembly."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._kept: OrderedDict[object, object] = OrderedDict()
        self._lock = Lock()

    @cached_property
    def ids(self) -> dict[str, str]:
        """Merged and former ids with the id that each is read under."""
        return read_ids(self.ledger.entities.values(), self.ledger.judgements.values())

    @cached_property
    def sources(self) -> dict[str, Source]:
        return {id_: source for (_, id_), source in self.ledger.sources.items()}

    @cached_property
    def evidence(self) -> dict[str, Evidence]:
        """Live claims by id, with merged ids mapped."""
        held = self.ledger.live()
        return {e.id: e for e in sorted(map(self._evidence, held), key=lambda e: e.order)}

    @cached_property
    def rank(self) -> dict[str, int]:
        """Where each live claim stands in Evidence.order."""
        return {id_: number for number, id_ in enumerate(self.evidence)}

    def _evidence(self, held: HeldClaim) -> Evidence:
        claim, source = held.claim, self.sources[held.claim.source]
        known = min(source.known_from(self.ledger.sets[set_id].compiled_day) for set_id in held.sets)
        return Evidence(claim.id, read_as(claim, self.ids) or claim, source, known, held.sets)

    @cached_property
    def withdrawn(self) -> tuple[Withdrawn, ...]:
        """Claims that no set holds any more, in their order."""
        gone = (held for held in self.ledger.claims.values() if held.withdrawn is not None)
        return tuple(sorted(map(self._withdrawn, gone), key=lambda each: each.order))

    def _withdrawn(self, held: HeldClaim) -> Withdrawn:
        claim, load = held.claim, self.ledger.loads[held.withdrawn or 0]
        source = self.sources.get(claim.source)
        read = read_as(claim, self.ids) or claim
        return Withdrawn(claim.id, read, source, load.number, load.day, load.set_id)

    def by_subject(self, id_: str) -> Sequence[Evidence]:
        return self._by_subject.get(id_, ())

    def by_object(self, id_: str) -> Sequence[Evidence]:
        return self._by_object.get(id_, ())

    def naming(self, id_: str) -> Sequence[Evidence]:
        """Claims that name an entity in any field."""
        return self._naming.get(id_, ())

    @cached_property
    def assembled(self) -> dict[str, Evidence]:
        """Without claims that speak of one entity and itself once ids are mapped: they are only shown."""
        return {id_: e for id_, e in self.evidence.items() if read_as(e.claim, self.ids) is not None}

    @cached_property
    def _by_subject(self) -> dict[str, list[Evidence]]:
        return _index((e.claim.subject, e) for e in self.assembled.values())

    @cached_property
    def _by_object(self) -> dict[str, list[Evidence]]:
        return _index((e.claim.object, e) for e in self.assembled.values() if e.claim.object)

    @cached_property
    def _naming(self) -> dict[str, list[Evidence]]:
        return _index((id_, e) for e in self.assembled.values() for id_ in set(e.claim.entities()))

    @cached_property
    def mentions(self) -> dict[str, list[Evidence]]:
        """All live claims by the entities that they name, merged ids mapped."""
        read = self.ids.get
        return _index(
            (id_, e) for e in self.evidence.values() for id_ in {read(i, i) for i in e.claim.entities()}
        )

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Definitions joined over sets and over merged ids, by the id that they are read under."""
        own: dict[str, Entity] = {}
        for (set_id, id_), entity in sorted(self.ledger.entities.items(), key=lambda item: item[0]):
            if id_ not in own:
                own[id_] = entity
            elif set_id != KEPT:
                own[id_] = join_definitions(own[id_], entity)
        heads = {
            self.ids.get(id_, id_): own.get(self.ids.get(id_, id_), entity) for id_, entity in own.items()
        }
        for id_ in sorted(own.keys() & self.ids.keys()):
            heads[self.ids[id_]] = _filled_up(heads[self.ids[id_]], own[id_])
        return {id_: replace(entity, id=id_, old_ids=()) for id_, entity in heads.items()}

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Kind of every entity by id."""
        return {id_: entity.kind for id_, entity in self.entities.items()}

    def is_known(self, id_: str) -> bool:
        """Whether anything, live or withdrawn, speaks of an id: as defined, or as a claim names it."""
        ids = {i for i, head in self.ids.items() if head == id_} | {id_}
        return any(id_ in ids for _, id_ in self.ledger.entities) or any(
            not ids.isdisjoint(held.claim.entities()) for held in self.ledger.claims.values()
        )

    @cached_property
    def degree(self) -> Counter[str]:
        """Edges of each entity in the whole ledger: level all, known now."""
        count: Counter[str] = Counter()
        for row in self.edges:
            if row.levels & Level.ALL.bit and row.known_until == FUTURE:
                count.update((row.subject, row.object))
        return count

    def above(self, degree: int) -> Iterator[str]:
        """The entities with more edges than so many, most first."""
        return (id_ for id_, _ in takewhile(lambda pair: pair[1] > degree, self._by_degree))

    @cached_property
    def _by_degree(self) -> list[tuple[str, int]]:
        return self.degree.most_common()

    @cached_property
    def edges(self) -> tuple[EdgeRow, ...]:
        return tuple(self.ledger.current_edges())

    @cached_property
    def structure(self) -> tuple[EdgeRow, ...]:
        """The `part_of` edges."""
        return tuple(row for row in self.edges if row.relation == "part_of")

    @cached_property
    def moves(self) -> tuple[MoveRow, ...]:
        return tuple(self.ledger.current_moves())

    def kept(self, key: object, make: Callable[[], T]) -> T:
        """What Views of this version keep for one another. The latest used stay (setting `kept_scopes`)."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast("T", self._kept[key])
        value = make()
        with self._lock:
            self._kept[key] = value
            while len(self._kept) > settings().kept_scopes:
                self._kept.popitem(last=False)
        return value

    @cached_property
    def latest_day(self) -> int | None:
        """The latest day on which a source came out."""
        return max((e.known_from for e in self.evidence.values()), default=None)


def _filled_up(one: Entity, other: Entity) -> Entity:
    """What one definition leaves empty, taken from another that is read as the same."""
    return replace(
        one,
        subtype=one.subtype or other.subtype,
        summary=one.summary or other.summary,
        note=one.note or other.note,
    )


def _index(pairs: Iterable[tuple[str, Evidence]]) -> dict[str, list[Evidence]]:
    index: dict[str, list[Evidence]] = defaultdict(list)
    for id_, evidence in pairs:
        index[id_].append(evidence)
    return dict(index)
