"""How one offer counts in the funnel, and the counts and shares of many."""

from __future__ import annotations

from dataclasses import dataclass

from graph.assembly.rows import Level
from graph.model.vocabulary import Status
from graph.queries.dealings.offers import Offer
from graph.queries.flows.intervals import share_interval
from graph.settings import settings

REACHED = ("approached", "talks", "made", "countered")
FINAL = ("accepted", "declined", "lapsed", "rescinded")
CONFLICTING, DENIED, UNKNOWN = "conflicting", "denied", "not known"
ENDINGS = (*FINAL, CONFLICTING, DENIED, UNKNOWN)
"""How an offer ended: each is in exactly one of these."""

DEFINITIONS = {
    "reached": (
        "offers of which a source says so; what was countered, accepted, declined, lapsed or rescinded was"
        " made; an offer that another organisation's is said to counter was countered"
    ),
    CONFLICTING: "sources give more than one end; it counts as none of them",
    DENIED: "a source says that there was no such offer, and none that the set stands by says otherwise",
    UNKNOWN: "no source says how it ended",
    "acceptance": "accepted / (accepted + declined), of offers to named people",
    "countered share": "countered / made, of offers to named people",
}
_COUNTED = {
    Level.FIRM: (Status.CONFIRMED,),
    Level.USUAL: (Status.CONFIRMED, Status.REPORTED, Status.DISPUTED),
    Level.ALL: (Status.CONFIRMED, Status.REPORTED, Status.DISPUTED, Status.RUMOURED),
}


@dataclass(frozen=True, slots=True)
class Counted:
    """One offer, the company that it counts for, what it reached and how it ended.

    `countered_by`: claims of the offers of others that are said to counter it.
    """

    offer: Offer
    company: str
    reached: frozenset[str]
    ending: str
    countered_by: tuple[str, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        return (*self.offer.claims, *self.countered_by)


def counted(offer: Offer, company: str, level: Level, countered_by: tuple[str, ...]) -> Counted | None:
    """None where nothing that the level admits speaks of it."""
    steps = [step for step in offer.steps if step.status in _COUNTED[level]]
    said = frozenset(step.outcome for step in steps if step.outcome)
    ends = [end for end in FINAL if end in said]
    if not steps and not offer.denied:
        return None
    if offer.denied and all(step.status is Status.DISPUTED for step in steps):
        return Counted(offer, company, frozenset(), DENIED)
    implied = {"countered"} if countered_by else set()
    implied |= {"made"} if implied or ends or "countered" in said else set()
    ending = ends[0] if len(ends) == 1 else CONFLICTING if ends else UNKNOWN
    return Counted(offer, company, frozenset((said | implied) & set(REACHED)), ending, countered_by)


@dataclass(frozen=True, slots=True)
class Share:
    """`cases` of `of`, with the interval of a share (setting `confidence`)."""

    cases: int
    of: int

    @property
    def value(self) -> float | None:
        """None of nothing."""
        return self.cases / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float]:
        return share_interval(self.cases, self.of)

    @property
    def is_small(self) -> bool:
        """Whether it rests on too little for a percentage (setting `percent_cases`)."""
        return self.of < settings().percent_cases

    @property
    def text(self) -> str:
        """`67 % (8 of 12; 35 to 90 %)`; the counts only where they are small."""
        if not self.of:
            return "of none"
        counts = f"{self.cases:,} of {self.of:,}"
        if self.is_small:
            return counts
        lo, hi = self.interval
        return f"{100 * self.cases / self.of:.0f} % ({counts}; {100 * lo:.0f} to {100 * hi:.0f} %)"


@dataclass(frozen=True, slots=True)
class Tally:
    """Offers to named people, by one company or (empty) by all, in the order of the ledger of offers."""

    company: str
    offers: tuple[Counted, ...]

    def reached(self, step: str) -> tuple[Counted, ...]:
        return tuple(each for each in self.offers if step in each.reached)

    def ended(self, ending: str) -> tuple[Counted, ...]:
        return tuple(each for each in self.offers if each.ending == ending)

    @property
    def acceptance(self) -> Share:
        accepted = len(self.ended("accepted"))
        return Share(accepted, accepted + len(self.ended("declined")))

    @property
    def countered(self) -> Share:
        return Share(len(self.reached("countered")), len(self.reached("made")))
