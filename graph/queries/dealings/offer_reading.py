"""All claims of one offer read together: outcomes in time, figures side by side, denials, disputes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from graph.assembly.evidence import Evidence
from graph.model.quantity import Quantity
from graph.model.text import first_upper
from graph.model.vocabulary import OUTCOMES, Status
from graph.queries.ledger.conflicts import Disagreement, disagreements
from graph.queries.words.sentences import Names, figure_text, offer_verb, part_text, said_when

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
class Denial:
    """What a source says is not so: the figure in words, of a `part`; no figure where it is the offer itself.

    `by` says so (ids); empty where the page says it in its own name.
    """

    part: str
    text: str
    when: str
    by: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """All claims of one organisation, recipient and label. Steps in time; `outcome` is the last that counts.

    Where sources differ on it, all of them, joined by "or". What is denied is in neither steps nor amounts.
    `status` is the strongest of what is asserted, denied where nothing is. `disagreements` are those that a
    claim of the offer has a part in, by a slot or by a label of dispute; `claims` are its own.
    """

    organisation: str
    recipient: str
    label: str
    when: str
    steps: tuple[OfferStep, ...]
    amounts: tuple[OfferAmount, ...]
    outcome: str
    status: Status
    denials: tuple[Denial, ...]
    disagreements: tuple[Disagreement, ...]
    by: tuple[str, ...]
    counter_to: tuple[str, ...]
    terms: tuple[str, ...]
    claims: tuple[str, ...]
    sentence: str

    @property
    def denied(self) -> bool:
        """Whether a source says that there was no such offer, or no such amount."""
        return bool(self.denials)


def as_offer(group: Sequence[Evidence], name: Names, beside: Iterable[Evidence] = ()) -> Offer:
    """The claims of one offer, read together. `beside`: others that may be in dispute with them."""
    claim = group[0].claim
    asserted = [e for e in group if e.claim.status is not Status.DENIED]
    steps, amounts = _steps(asserted), _amounts(asserted)
    ids = {e.id for e in group}
    labels = {label for e in group for label in e.claim.all("dispute")}
    joined = (e for e in beside if not labels.isdisjoint(e.claim.all("dispute")))
    apart = disagreements((*group, *joined), name)
    offer = Offer(
        organisation=claim.subject,
        recipient=claim.object,
        label=claim.get("offer"),
        when=_when(asserted or group),
        steps=steps,
        amounts=amounts,
        outcome=_outcome(steps),
        status=strongest(asserted or group),
        denials=_denials(e for e in group if e.claim.status is Status.DENIED),
        disagreements=tuple(d for d in apart if not ids.isdisjoint(d.claims)),
        by=_values(asserted, "by"),
        counter_to=_values(asserted, "counter_to"),
        terms=_values(asserted, "terms"),
        claims=tuple(e.id for e in group),
        sentence="",
    )
    return replace(offer, sentence=_sentence(offer, name))


def _sentence(offer: Offer, name: Names) -> str:
    maker, recipient = name(offer.organisation), name(offer.recipient)
    denied = "; ".join(dict.fromkeys(denial_text(denial, name) for denial in offer.denials))
    if offer.status is Status.DENIED:
        figures = " or ".join(_figures(offer.denials))
        said = f"offered {recipient} {figures}" if figures else f"made an offer to {recipient}"
        return _bracketed(f"{first_upper(denied)}: {maker} {said}", offer.when)
    verb, told = offer_verb(offer.outcome)
    doubt = "" if offer.status in (Status.CONFIRMED, Status.REPORTED) else str(offer.status)
    when = offer.steps[-1].when
    details = (when, *_figures(offer.amounts), "" if told else offer.outcome, doubt)
    inner = ", ".join(filter(None, details))
    return _bracketed(f"{maker} {verb} {recipient}", "; ".join(filter(None, (inner, denied))))


def _figures(said: Iterable[OfferAmount | Denial]) -> tuple[str, ...]:
    """Each figure with what it is of."""
    return tuple(dict.fromkeys(f"{each.text} {part_text(each.part)}".strip() for each in said))


def _bracketed(head: str, inner: str) -> str:
    return f"{head} ({inner})" if inner else head


def denial_text(denial: Denial, name: Names) -> str:
    """`denied by Meta`."""
    return f"denied by {' and '.join(map(name, denial.by))}" if denial.by else "denied"


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
            when=said_when(group[0]),
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
    return (step.latest, _reached(step.outcome), step.earliest)


def _reached(outcome: str) -> int:
    """How far an offer of that outcome came; one without any came least far."""
    return OUTCOMES.index(outcome) if outcome else -1


def _outcome(steps: Sequence[OfferStep]) -> str:
    done = [step for step in steps if step.status in _DONE]
    final = dict.fromkeys(step.outcome for step in done if step.outcome in _FINAL)
    if final:
        return " or ".join(final)
    return max((step.outcome for step in done), key=_reached, default="")


def _amounts(asserted: Sequence[Evidence]) -> tuple[OfferAmount, ...]:
    figured = [e for e in asserted if e.claim.quantity is not None]
    return tuple(
        OfferAmount(
            part=group[0].claim.get("part"),
            quantity=quantity,
            text=figure_text(group[0].claim),
            status=strongest(group),
            claims=tuple(e.id for e in group),
        )
        for group in by_key(figured, _figure)
        if (quantity := group[0].claim.quantity) is not None
    )


def _denials(denied: Iterable[Evidence]) -> tuple[Denial, ...]:
    """One for each figure: who denies it stands together."""
    return tuple(
        Denial(
            part=group[0].claim.get("part"),
            text=figure_text(group[0].claim),
            when=_when(group),
            by=tuple(dict.fromkeys(who for e in group if ":" in (who := e.claim.attributed_to))),
            claims=tuple(e.id for e in group),
        )
        for group in by_key(denied, _figure)
    )


def _figure(evidence: Evidence) -> tuple[object, ...]:
    claim = evidence.claim
    return (claim.get("part"), claim.quantity, claim.get("about"), claim.get("over"))


def _when(group: Iterable[Evidence]) -> str:
    """The dates that the claims give; of two that fit into one another the closer."""
    dates = {e.claim.when.text: e for e in group if e.claim.when.text}
    days = {text: (e.claim.when.earliest, e.claim.when.latest) for text, e in dates.items()}
    closest = [
        text
        for text, (lo, hi) in days.items()
        if not any((lo, hi) != (a, b) and lo <= a and b <= hi for a, b in days.values())
    ]
    return ", ".join(said_when(dates[text]) for text in sorted(closest, key=lambda text: (days[text], text)))


def _values(evidence: Iterable[Evidence], qualifier: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for e in evidence for value in e.claim.all(qualifier)))
