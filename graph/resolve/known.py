"""What a ledger says of each entity that may be somebody else too, read off in one pass over its claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from graph.assembly.evidence import Evidence
from graph.model.entities import is_unnamed, kind_of
from graph.model.vocabulary import Status
from graph.resolve.names import Name, name_of
from graph.store.answers import EntityCard
from graph.store.base import View

Pair = tuple[str, str]
"""Two ids, the smaller one first."""
_PAGE = 2_000
_NOT_SO = (Status.DENIED, Status.RETRACTED)


@dataclass
class Known:
    """`cards` of all that are named by a claim. `naming` and `identifying` hold ids of claims, by the id of
    an entity and its name, or the kind and text of its identifier. `by_set` has (set, kind of identifier) to
    texts. `together` are pairs that one claim names, `judged` those on which there is a judgement.
    """

    cards: dict[str, EntityCard] = field(default_factory=dict)
    naming: dict[Pair, list[str]] = field(default_factory=lambda: defaultdict(list))
    identifying: dict[str, dict[Pair, list[str]]] = field(default_factory=lambda: defaultdict(dict))
    by_set: dict[str, dict[Pair, set[str]]] = field(default_factory=lambda: defaultdict(dict))
    together: set[Pair] = field(default_factory=set)
    judged: set[Pair] = field(default_factory=set)

    def names(self, id_: str) -> list[Name]:
        """Those that claims give and that may tell it from others; of the unnamed none."""
        card = self.cards[id_]
        if is_unnamed(id_):
            return []
        texts = dict.fromkeys((card.name, *card.names))
        named = (name_of(text, card.kind) for text in texts if (id_, text) in self.naming)
        found = [name for name in named if name.words]
        return [name for name in found if name.is_whole] if card.kind == "person" else found

    def is_apart(self, one: str, other: str) -> bool:
        """Whether the two are surely not, or need not be, asked about."""
        pair = pair_of(one, other)
        return pair in self.together or pair in self.judged or self._numbered_apart(one, other)

    def _numbered_apart(self, one: str, other: str) -> bool:
        """By one set, with different identifiers of one kind; or by anybody with different ORCIDs."""
        mine, theirs = self.by_set.get(one, {}), self.by_set.get(other, {})
        of_one_set = any(mine[key].isdisjoint(theirs[key]) for key in mine.keys() & theirs.keys())
        return of_one_set or "orcid" in self.differing(one, other)

    def differing(self, one: str, other: str) -> dict[str, tuple[str, str]]:
        """By kind, the identifiers of either where none is of both."""
        mine, theirs = self._by_kind(one), self._by_kind(other)
        return {
            kind: (min(mine[kind]), min(theirs[kind]))
            for kind in sorted(mine.keys() & theirs.keys())
            if mine[kind].isdisjoint(theirs[kind])
        }

    def common(self, one: str, other: str) -> list[Pair]:
        """The identifiers, by kind and text, that both have."""
        return sorted(self.identifying.get(one, {}).keys() & self.identifying.get(other, {}).keys())

    def _by_kind(self, id_: str) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for kind, text in self.identifying.get(id_, {}):
            found[kind].add(text)
        return found


def pair_of(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def read_known(view: View) -> Known:
    """Of the whole ledger, as known in scope."""
    known, ids = Known(), set[str]()
    for evidence in _all_claims(view):
        named = sorted(set(evidence.claim.entities()))
        ids.update(named)
        known.together.update(p for p in combinations(named, 2) if kind_of(p[0]) == kind_of(p[1]))
        _take_names(known, evidence)
    known.cards = view.entities(sorted(ids))
    for each in view.summary().judgements:
        known.judged.add(pair_of(view.resolve(each.left), view.resolve(each.right)))
    return known


def _take_names(known: Known, evidence: Evidence) -> None:
    claim = evidence.claim
    if claim.status in _NOT_SO:
        return
    if claim.relation == "named":
        known.naming[claim.subject, claim.value].append(evidence.id)
    if claim.relation == "identified_by":
        number = (claim.get("kind"), claim.value)
        known.identifying[claim.subject].setdefault(number, []).append(evidence.id)
        for set_id in evidence.sets:
            known.by_set[claim.subject].setdefault((set_id, number[0]), set()).add(claim.value)


def _all_claims(view: View) -> Iterator[Evidence]:
    after: tuple[int, int, str] | None = None
    while page := view.claims(after=after, limit=_PAGE).items:
        yield from page
        after = page[-1].order
