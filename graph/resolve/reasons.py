"""Why two entities may be the same, and what speaks against it, in words and as one number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.assembly.rows import EdgeRow
from graph.model.days import iso
from graph.resolve.beside import Apart, Shared, apart, by_person, shared
from graph.resolve.known import Known, Pair
from graph.resolve.names import Name, Tie
from graph.store.base import View

BY_IDENTIFIER = 100
"""Strength of a pair with an identifier in common."""
BY_NAME: Mapping[Tie, int] = {Tie.EQUAL: 90, Tie.ORDER: 85, Tie.SHORT: 70, Tie.ALIKE: -10}
"""Strength of a pair by its names; for names that are alike, what is added to how much they are."""
SHARED, APART, DIFFERING = 5, -30, -10
"""Added for each company at which both were at one time, up to two; for having been at two on the same days;
for something in which they differ.
"""
_MOST_SHARED = 2
DEFINITION = (
    f"Strength: {BY_IDENTIFIER} for an identifier in common, {BY_NAME[Tie.EQUAL]} for one name, "
    f"{BY_NAME[Tie.ORDER]} for its words in another order, {BY_NAME[Tie.SHORT]} for initials or a middle "
    f"name left out, else how alike the names are less {-BY_NAME[Tie.ALIKE]}. {SHARED} more for each company "
    f"at one time, {_MOST_SHARED} at most; {-APART} less for two companies on the same days, "
    f"{-DIFFERING} less for each thing in which they differ."
)
_SAYS = {
    Tie.EQUAL: "{one} and {other} are one name, spelled in two ways",
    Tie.ORDER: "{one} and {other} are the same words in another order",
    Tie.SHORT: "{one} and {other} may be short and long for one name",
    Tie.ALIKE: "{one} and {other} are alike: {score:.0f} of 100",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """In words, with the claims that it rests on."""

    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tied:
    """Names by which a pair is tied: the one of the smaller id first. `score` is how alike they are."""

    tie: Tie
    score: float
    one: Name
    other: Name

    @property
    def rank(self) -> tuple[float, float, str, str]:
        """By which the strongest of several is found."""
        return (self.strength, self.score, self.one.text, self.other.text)

    @property
    def strength(self) -> float:
        return BY_NAME[self.tie] + (self.score if self.tie is Tie.ALIKE else 0)


@dataclass(frozen=True)
class Scales:
    """Weighs pairs by what is known of them and by the stints of the people among them."""

    known: Known
    stints: Mapping[str, Sequence[EdgeRow]] = field(default_factory=dict)
    companies: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, view: View, known: Known, people: Iterable[str]) -> Scales:
        found = sorted(people)
        stints = by_person(view.stints(people=found).edges) if found else {}
        companies = {row.company for rows in stints.values() for row in rows}
        names = {id_: card.name for id_, card in view.entities(sorted(companies)).items()}
        return cls(known, stints, names)

    def strength(self, pair: Pair, tied: Tied | None) -> int:
        """From 0 to 100, as `DEFINITION` says."""
        mine, theirs = (self.stints.get(id_, ()) for id_ in pair)
        base = max(BY_IDENTIFIER if self.known.common(*pair) else 0, tied.strength if tied else 0)
        met = min(len(shared(mine, theirs)), _MOST_SHARED) if mine and theirs else 0
        parted = bool(mine and theirs and apart(mine, theirs))
        differing = len(self.known.differing(*pair)) + bool(self._subtypes(pair))
        found = base + SHARED * met + APART * parted + DIFFERING * differing
        return max(0, min(100, round(found)))

    def reasons(self, pair: Pair, tied: Tied | None) -> tuple[Reason, ...]:
        """Why they may be the same: identifiers, names, companies."""
        met = shared(*(self.stints.get(id_, ()) for id_ in pair))
        return (*self._by_number(pair), *self._by_name(pair, tied), *self._by_place(met))

    def against(self, pair: Pair) -> tuple[Reason, ...]:
        """What speaks against it."""
        parted = apart(*(self.stints.get(id_, ()) for id_ in pair))
        return (*([self._apart(parted)] if parted else ()), *self._differing(pair))

    def _by_number(self, pair: Pair) -> Iterator[Reason]:
        for number in self.known.common(*pair):
            held = (self.known.identifying[id_][number] for id_ in pair)
            kind, text = number
            yield Reason(f"both have the {kind} identifier {text}", tuple(c for ids in held for c in ids))

    def _by_name(self, pair: Pair, tied: Tied | None) -> Iterator[Reason]:
        if tied is None:
            return
        one, other = tied.one.text, tied.other.text
        said = _SAYS[tied.tie].format(one=f"“{one}”", other=f"“{other}”", score=tied.score)
        claims = [*self.known.naming[pair[0], one], *self.known.naming[pair[1], other]]
        yield Reason(f"both are called “{one}”" if one == other else said, tuple(dict.fromkeys(claims)))

    def _by_place(self, met: Iterable[Shared]) -> Iterator[Reason]:
        for each in met:
            yield Reason(f"both were at {self._name(each.company)} at one time", each.claims)

    def _apart(self, parted: Apart) -> Reason:
        one, other = self._name(parted.one), self._name(parted.other)
        said = (
            f"on the same days, from {iso(parted.day)} on, one was surely at {one} and the other at {other}"
        )
        return Reason(said, parted.claims)

    def _differing(self, pair: Pair) -> Iterator[Reason]:
        one, other = pair
        for kind, texts in self.known.differing(one, other).items():
            held = (self.known.identifying[id_][kind, text] for id_, text in zip(pair, texts, strict=True))
            claims = tuple(claim for ids in held for claim in ids)
            yield Reason(f"their {kind} identifiers differ: {texts[0]} and {texts[1]}", claims)
        if kinds := self._subtypes(pair):
            yield Reason(f"one is listed as {kinds[0]}, the other as {kinds[1]}", ())

    def _subtypes(self, pair: Pair) -> Pair | None:
        """What either is, where that differs."""
        mine, theirs = (self.known.cards[id_].subtype for id_ in pair)
        return (mine, theirs) if mine and theirs and mine != theirs else None

    def _name(self, company: str) -> str:
        return self.companies.get(company, company)
