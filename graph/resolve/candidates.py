"""Pairs of entities that may be the same. Nothing is merged by this: a judgement is somebody's word."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice

from graph.model.entities import KINDS, kind_of
from graph.resolve.blocks import ONLY_EQUAL, blocks
from graph.resolve.known import Known, Pair, pair_of, read_known
from graph.resolve.names import Name, Tie, tie
from graph.resolve.reasons import Reason, Scales, Tied
from graph.settings import settings
from graph.store.answers import Answer, Cut
from graph.store.base import View

_NARROW = "Ask about one name or kind, or raise the setting."


@dataclass(frozen=True, slots=True)
class TwinPair:
    """Two entities of one kind. `left` has more edges, else the smaller id: a merge would keep it.

    `names` are those that tie them, of left and right; empty where only an identifier does. `strength` is
    from 0 to 100.
    """

    left: str
    right: str
    names: tuple[str, ...]
    reasons: tuple[Reason, ...]
    against: tuple[Reason, ...]
    strength: int

    @property
    def kind(self) -> str:
        return kind_of(self.left)


def find_twins(
    view: View, kinds: Collection[str] = KINDS, of: str = "", limit: int | None = None
) -> Answer[TwinPair]:
    """All pairs, or those with the entity `of`: strongest first, then by ids.

    Cut at `limit` (setting `query_rows`); more pairs than the setting `name_pairs` are not looked at.
    """
    known = read_known(view)
    ids = [id_ for id_, card in sorted(known.cards.items()) if card.kind in kinds]
    comparison = _Comparison(known, of)
    comparison.compare(ids)
    shared = (pair for pair in _numbered(known, ids) if not of or of in pair)
    most = settings().name_pairs
    numbered = list(islice(shared, most + 1))
    pairs = sorted({pair for pair in (*comparison.tied, *numbered[:most]) if not known.is_apart(*pair)})
    scales = Scales.of(view, known, {id_ for pair in pairs for id_ in pair if kind_of(id_) == "person"})
    weighed = [_Weighed.of(scales, pair, comparison.tied.get(pair)) for pair in pairs]
    weighed.sort(key=lambda each: (-each.strength, each.left, each.right))
    allowed = settings().query_rows if limit is None else limit
    cuts = comparison.cuts or (_too_many() if len(numbered) > most else ())
    if len(weighed) > allowed:
        cuts = (*cuts, Cut("query_rows", allowed, len(weighed) - allowed, _NARROW))
    return Answer(tuple(each.told(scales) for each in weighed[:allowed]), cuts, total=len(weighed))


def _too_many() -> tuple[Cut, ...]:
    return (Cut("name_pairs", settings().name_pairs, None, _NARROW),)


@dataclass
class _Comparison:
    """The strongest tie of names of each pair, and whether there were too many names to compare."""

    known: Known
    of: str
    tied: dict[Pair, Tied] = field(default_factory=dict)
    cuts: tuple[Cut, ...] = ()

    def compare(self, ids: Iterable[str]) -> None:
        owned = [(id_, name) for id_ in ids for name in self.known.names(id_)]
        kinds = [(kind_of(id_), name) for id_, name in owned]
        mine = {number for number, (id_, _) in enumerate(owned) if id_ == self.of}
        if self.of and not mine:
            return
        left = settings().name_pairs
        for block in blocks(kinds, mine):
            if block.size > left:
                self.cuts = _too_many()
                continue
            left -= block.size
            self._compare(block.pairs(), owned)

    def _compare(self, pairs: Iterable[tuple[int, int]], owned: Sequence[tuple[str, Name]]) -> None:
        least = settings().name_likeness
        for a, b in pairs:
            (one, mine), (other, theirs) = owned[a], owned[b]
            if one != other and (said := _tie(mine, theirs, kind_of(one), least)):
                names = (mine, theirs) if one < other else (theirs, mine)
                self._keep(pair_of(one, other), Tied(*said, *names))

    def _keep(self, pair: Pair, tied: Tied) -> None:
        held = self.tied.get(pair)
        if held is None or tied.rank > held.rank:
            self.tied[pair] = tied


def _tie(one: Name, other: Name, kind: str, least: float) -> tuple[Tie, float] | None:
    if kind in ONLY_EQUAL:
        return (Tie.EQUAL, 100.0) if one.straight == other.straight else None
    return tie(one, other, kind, least)


def _numbered(known: Known, ids: Iterable[str]) -> Iterator[Pair]:
    """Pairs with an identifier in common; nobody who is known by one name only."""
    holders: dict[tuple[str, str, str], list[str]] = {}
    for id_ in ids:
        numbers = known.identifying.get(id_, {})
        if numbers and (kind_of(id_) != "person" or known.names(id_)):
            for number in numbers:
                holders.setdefault((kind_of(id_), *number), []).append(id_)
    for several in holders.values():
        yield from (pair_of(a, b) for a, b in combinations(several, 2))


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A pair that may have to be left out, so that its reasons are not told yet."""

    left: str
    right: str
    tied: Tied | None
    strength: int

    @classmethod
    def of(cls, scales: Scales, pair: Pair, tied: Tied | None) -> _Weighed:
        one, other = pair
        degree = {id_: scales.known.cards[id_].degree for id_ in pair}
        left, right = (other, one) if degree[other] > degree[one] else (one, other)
        return cls(left, right, tied, scales.strength(pair, tied))

    def told(self, scales: Scales) -> TwinPair:
        pair, tied = pair_of(self.left, self.right), self.tied
        names = (tied.one.text, tied.other.text) if tied else ()
        return TwinPair(
            self.left,
            self.right,
            names if self.left == pair[0] else names[::-1],
            scales.reasons(pair, tied),
            scales.against(pair),
            self.strength,
        )
