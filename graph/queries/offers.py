"""Offers: who wanted whom, for how much, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.quantity import Quantity
from graph.model.vocabulary import Status
from graph.queries.reply import Reply
from graph.store.base import View


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
    """All claims of one organisation, recipient and label. Steps in time; `outcome` is the last asserted one.

    `denied`: a source says that there was no such offer (or no such amount).
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

    of: tuple[str, ...]
    offers: tuple[Offer, ...]


def offers(view: View, of: str = "", by: str = "", to: str = "", limit: int | None = None) -> Offers:
    """Offers that name somebody (`of`), made `by` an organisation, `to` a person or group; names or ids."""
    raise NotImplementedError
