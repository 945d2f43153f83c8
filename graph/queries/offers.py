"""Offers: who wanted whom, for how much, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from graph.assembly.evidence import Evidence
from graph.model.days import FUTURE
from graph.model.quantity import Quantity
from graph.model.vocabulary import OUTCOMES, Status
from graph.queries.reading import claims_naming, common, standing
from graph.queries.reply import Drawn, Reply, namer
from graph.queries.search import find
from graph.queries.words import Names, quantity_text, when_text
from graph.settings import settings
from graph.store.answers import Cut
from graph.store.base import View

_STRENGTH = {status: number for number, status in enumerate(Status)}
_FINAL = ("declined", "accepted", "lapsed", "rescinded")
_DONE = (Status.CONFIRMED, Status.REPORTED, Status.DISPUTED)
"""Statuses of an outcome that counts as having happened."""


@dataclass(frozen=True, slots=True)
class OfferStep:
    """One outcome as reported: `claims` are ids. `when` in words; `earliest`, `latest` half-open days."""

    outcome: str
    when: str
    earliest: int
    latest: int
    status: Status
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfferAmount:
    """One figure of an offer. `part` is package, signing bonus …, or empty; `text` in words."""

    part: str
    quantity: Quantity
    text: str
    status: Status
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """All claims of one organisation, recipient and label. Steps in time; `outcome` is the last that counts.

    Where sources differ on it, all of them, joined by "or". `denied`: a source says that there was no such
    offer, or no such amount; what it denies is in neither steps nor amounts.
    """

    organisation: str
    recipient: str
    label: str
    steps: tuple[OfferStep, ...]
    amounts: tuple[OfferAmount, ...]
    outcome: str
    denied: bool
    by: tuple[str, ...]
    counter_to: tuple[str, ...]
    terms: tuple[str, ...]
    claims: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Offers(Reply):
    """In order of first day, organisation, recipient, label."""

    draws = frozenset({"offered"})

    of: tuple[str, ...]
    offers: tuple[Offer, ...]

    @property
    def title(self) -> str:
        return f"Offers: {self.names(self.of)}" if self.of else "Offers"

    @property
    def focus(self) -> tuple[str, ...]:
        return self.of

    def drawn(self) -> Drawn:
        ends = (end for offer in self.offers for end in (offer.organisation, offer.recipient))
        return tuple(dict.fromkeys((*self.of, *ends))), None


def offers(view: View, of: str = "", by: str = "", to: str = "", limit: int | None = None) -> Offers:
    """Offers that name somebody (`of`), made `by` an organisation, `to` a person or group; names or ids."""
    whom = find(view, of).id if of else ""
    maker = find(view, by, ("org",)).id if by else ""
    recipient = find(view, to, ("person", "group")).id if to else ""
    asked = tuple(filter(None, dict.fromkeys((whom, maker, recipient))))
    naming, cuts = claims_naming(view, asked[:1])
    fitting = [e for e in naming if maker in ("", e.claim.subject) and recipient in ("", e.claim.object)]
    groups = grouped(fitting)
    allowed = limit or settings().query_rows
    if len(groups) > allowed:
        cuts = (*cuts, Cut("query_rows", allowed, len(groups) - allowed, "Name an organisation or a person."))
    kept = groups[:allowed]
    facts = common(view, asked, claims=(e for group in kept for e in group))
    name = namer(facts["cards"])
    return Offers(**facts, cuts=cuts, of=asked, offers=tuple(as_offer(group, name) for group in kept))


def grouped(evidence: Iterable[Evidence]) -> list[list[Evidence]]:
    """The claims of offers among these, one list an offer, in order of first day, then who and whom."""
    groups: dict[tuple[str, str, str], list[Evidence]] = {}
    for e in standing(evidence):
        if e.claim.relation == "offered":
            groups.setdefault((e.claim.subject, e.claim.object, e.claim.get("offer")), []).append(e)
    return [group for _, group in sorted(groups.items(), key=lambda item: (_first_day(item[1]), item[0]))]


def as_offer(group: Sequence[Evidence], name: Names) -> Offer:
    """The claims of one offer, read together."""
    claim = group[0].claim
    asserted = [e for e in group if e.claim.status is not Status.DENIED]
    steps, amounts = _steps(asserted), _amounts(asserted)
    outcome = _outcome(steps)
    details = [steps[-1].when if steps else "", *(f"{a.text}{_part(a)}" for a in amounts), outcome]
    denied = len(asserted) < len(group)
    said = ", ".join(filter(None, (*details, "denied" if denied else "")))
    sentence = f"{name(claim.subject)} made an offer to {name(claim.object)}"
    return Offer(
        organisation=claim.subject,
        recipient=claim.object,
        label=claim.get("offer"),
        steps=steps,
        amounts=amounts,
        outcome=outcome,
        denied=denied,
        by=_values(asserted, "by"),
        counter_to=_values(asserted, "counter_to"),
        terms=_values(asserted, "terms"),
        claims=tuple(e.id for e in group),
        sentence=f"{sentence} ({said})" if said else sentence,
    )


def by_key(evidence: Iterable[Evidence], key: Callable[[Evidence], object]) -> list[list[Evidence]]:
    """Claims that say the same, each list together, in order of first appearance."""
    groups: dict[object, list[Evidence]] = {}
    for e in evidence:
        groups.setdefault(key(e), []).append(e)
    return list(groups.values())


def strongest(evidence: Iterable[Evidence]) -> Status:
    return min((e.claim.status for e in evidence), key=_STRENGTH.__getitem__)


def _steps(asserted: Sequence[Evidence]) -> tuple[OfferStep, ...]:
    groups = by_key(asserted, lambda e: (e.claim.get("outcome"), e.claim.when.text))
    steps = [
        OfferStep(
            outcome=group[0].claim.get("outcome"),
            when=when_text(group[0].claim.when),
            earliest=group[0].claim.when.earliest,
            latest=group[0].claim.when.latest,
            status=strongest(group),
            claims=tuple(e.id for e in group),
        )
        for group in groups
    ]
    return tuple(sorted(steps, key=_step_order))


def _step_order(step: OfferStep) -> tuple[int, int, int]:
    """In time; what lacks a date by what must come before what."""
    return (step.latest, OUTCOMES.index(step.outcome), step.earliest)


def _outcome(steps: Sequence[OfferStep]) -> str:
    done = [step for step in steps if step.status in _DONE]
    final = dict.fromkeys(step.outcome for step in done if step.outcome in _FINAL)
    if final:
        return " or ".join(final)
    return max((step.outcome for step in done), key=OUTCOMES.index, default="")


def _amounts(asserted: Sequence[Evidence]) -> tuple[OfferAmount, ...]:
    figured = [e for e in asserted if e.claim.quantity is not None]
    return tuple(
        OfferAmount(
            part=group[0].claim.get("part"),
            quantity=quantity,
            text=quantity_text(group[0].claim),
            status=strongest(group),
            claims=tuple(e.id for e in group),
        )
        for group in by_key(figured, lambda e: (e.claim.get("part"), e.claim.quantity, e.claim.get("about")))
        if (quantity := group[0].claim.quantity) is not None
    )


def _part(amount: OfferAmount) -> str:
    return f" as {amount.part}" if amount.part not in ("", "package") else ""


def _values(evidence: Iterable[Evidence], qualifier: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for e in evidence for value in e.claim.all(qualifier)))


def _first_day(group: Sequence[Evidence]) -> int:
    """The undated go last."""
    return min((e.claim.when.latest for e in group), default=FUTURE)
