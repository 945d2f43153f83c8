"""Slots: what makes two claims answers to one question, so that they can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.model.claim import Claim
from graph.model.entities import kind_of
from graph.model.relations import RELATIONS, Drawn
from graph.model.vocabulary import FLOW_METRICS, RATIO_METRICS, Status
from graph.model.when import Form, When

OUTCOME_ENDS = frozenset({"accepted", "declined", "lapsed", "rescinded"})
"""Outcomes that end an offer: two of them exclude each other, while made and declined follow each other."""


class Answers(StrEnum):
    """What a slot's claims are compared by; `truth`: only whether it is so at all."""

    WHEN = "when"
    ANNOUNCED = "announced"
    QUANTITY = "quantity"
    VALUE = "value"
    OUTCOME = "outcome"
    TRUTH = "truth"


@dataclass(frozen=True, slots=True)
class Slot:
    """One question about one entity. `about` is a stable key; `question` a plain line without names."""

    subject: str
    about: str
    answers: Answers
    question: str


def slots_of(claim: Claim) -> Iterator[Slot]:
    """The slots that a claim belongs to: of its date or figure, and of whether it is so at all."""
    made = _BY_RELATION.get(claim.relation)
    if made is not None:
        yield from made(claim)
    if RELATIONS[claim.relation].drawn is not Drawn.FACT and not _denies_figure(claim):
        bundle = RELATIONS[claim.relation].bundle
        about = _about(claim.relation, claim.object, claim.get(bundle) if bundle else "")
        label = RELATIONS[claim.relation].label
        yield Slot(claim.subject, about, Answers.TRUTH, f"Is it so that the one {label} the other?")


def _denies_figure(claim: Claim) -> bool:
    """Whether only the figure is denied: that says nothing of whether it is so at all."""
    return claim.quantity is not None and claim.status is Status.DENIED


def _founded(claim: Claim) -> Iterator[Slot]:
    if claim.status is not Status.DENIED:  # a denied founder says nothing of the date
        yield Slot(claim.object, "founded", Answers.WHEN, "When was it founded?")


def _reached(claim: Claim) -> Iterator[Slot]:
    if claim.value == "founded":
        yield Slot(claim.subject, "founded", Answers.WHEN, "When was it founded?")
    else:
        stage = claim.value.replace("_", " ")
        about = _about("reached", claim.value)
        yield Slot(claim.subject, about, Answers.WHEN, f"When did it reach the stage “{stage}”?")


def _released(claim: Claim) -> Iterator[Slot]:
    about = _about("released", claim.object, claim.get("plan"), _expected(claim))
    yield Slot(claim.subject, about, Answers.WHEN, "When was, or is, the release?")


def _deal_kind(claim: Claim) -> Iterator[Slot]:
    yield Slot(claim.subject, "deal_kind", Answers.VALUE, "What kind of deal is it?")


def _deal_amount(claim: Claim) -> Iterator[Slot]:
    part = claim.get("part")
    about = _about("deal_amount", part, _unit(claim))
    question = f"How much is the part “{part}” of the deal worth?" if part else "How much is the deal worth?"
    yield Slot(claim.subject, about, Answers.QUANTITY, question)


def _deal_stake(claim: Claim) -> Iterator[Slot]:
    yield Slot(claim.subject, "deal_stake", Answers.QUANTITY, "How large is the share that the deal buys?")


def _offered(claim: Claim) -> Iterator[Slot]:
    offer = claim.get("offer")
    if claim.quantity is not None:
        parts = (claim.get("part"), claim.get("over"), _unit(claim))
        about = _about("offered", claim.object, offer, *parts)
        yield Slot(claim.subject, about, Answers.QUANTITY, "How much was the offer?")
    ended = claim.get("outcome") in OUTCOME_ENDS and not _denies_figure(claim)
    if kind_of(claim.object) == "person" and ended:
        about = _about("offered", claim.object, offer, "outcome")
        yield Slot(claim.subject, about, Answers.OUTCOME, "How did the offer end?")


def _measured(claim: Claim) -> Iterator[Slot]:
    metric = claim.get("metric")
    others = [",".join(claim.all(name)) for name in ("cohort", "origin", "destination", "over")]
    about = _about("measured", metric, *others, _period(claim), _unit(claim), _expected(claim))
    yield Slot(
        claim.subject, about, Answers.QUANTITY, f"How much is the figure “{metric.replace('_', ' ')}”?"
    )


def _identified(claim: Claim) -> Iterator[Slot]:
    about = _about("identified_by", claim.get("kind"))
    yield Slot(claim.subject, about, Answers.VALUE, f"What is its {claim.get('kind')} identifier?")


def _works_at(claim: Claim) -> Iterator[Slot]:
    """Only of who leaves: an arrival is announced and dated in one, and its dates are compared already."""
    if claim.get("announced") and claim.when.end and not claim.when.start:
        about = _about("works_at", claim.object, "announced")
        yield Slot(claim.subject, about, Answers.ANNOUNCED, "When was the departure announced?")


_BY_RELATION = {
    "works_at": _works_at,
    "founded": _founded,
    "reached": _reached,
    "released": _released,
    "deal_kind": _deal_kind,
    "deal_amount": _deal_amount,
    "deal_stake": _deal_stake,
    "offered": _offered,
    "measured": _measured,
    "identified_by": _identified,
}


def _about(*parts: str) -> str:
    return "|".join(parts).rstrip("|")


def _unit(claim: Claim) -> str:
    quantity = claim.quantity
    return (
        f"{quantity.unit}/{quantity.per}" if quantity and quantity.per else quantity.unit if quantity else ""
    )


def _expected(claim: Claim) -> str:
    """Plans and forecasts are never compared with what happened."""
    return "expected" if claim.status is Status.PLANNED or claim.get("basis") not in ("", "actual") else ""


def _period(claim: Claim) -> str:
    """A stock is comparable by year, a flow or ratio only for the very same period."""
    when = claim.when
    if claim.get("metric") in (*FLOW_METRICS, *RATIO_METRICS) or not _within_a_year(when):
        return when.text.rstrip("~?%")
    return when.text.lstrip("[./")[:4]


def _within_a_year(when: When) -> bool:
    point = when.point
    return when.form is Form.POINT and point is not None and point.hi - point.lo <= 366
