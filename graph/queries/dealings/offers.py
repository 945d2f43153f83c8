"""Offers: who wanted whom, for how much, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.assembly.evidence import Evidence
from graph.model.days import FUTURE
from graph.queries.answers.reading import at_most, claims_naming, common, merged, standing
from graph.queries.answers.reply import Drawn, Plain, Reply, Tables, namer
from graph.queries.dealings.beside import with_disputes
from graph.queries.dealings.offer_reading import (
    Denial,
    Offer,
    OfferAmount,
    OfferStep,
    as_offer,
    by_key,
    strongest,
)
from graph.queries.network.search import find
from graph.settings import settings
from graph.store.answers import Cut
from graph.store.base import View

__all__ = [
    "Denial",
    "Offer",
    "OfferAmount",
    "OfferStep",
    "Offers",
    "as_offer",
    "by_key",
    "grouped",
    "offers",
    "strongest",
    "whole",
]

Key = tuple[str, str, str]
"""Organisation, recipient, label: what makes claims one offer."""


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

    def tables(self) -> Tables:
        return {"offers": [self._row(offer) for offer in self.offers]}

    def _row(self, offer: Offer) -> dict[str, Plain]:
        return {
            "organisation": self.name(offer.organisation),
            "recipient": self.name(offer.recipient),
            "offer": offer.label,
            "when": offer.when,
            "amounts": "; ".join(amount.text for amount in offer.amounts),
            "outcome": offer.outcome,
            "status": str(offer.status),
            "by": self.names(offer.by),
            "denied": offer.denied,
            "organisation_id": offer.organisation,
            "recipient_id": offer.recipient,
            "claims": " ".join(offer.claims),
        }


def offers(view: View, of: str = "", by: str = "", to: str = "", limit: int | None = None) -> Offers:
    """Offers that name somebody (`of`), made `by` an organisation, `to` a person or group; names or ids."""
    whom = find(view, of).id if of else ""
    maker = find(view, by, ("org",)).id if by else ""
    recipient = find(view, to, ("person", "group")).id if to else ""
    asked = tuple(filter(None, dict.fromkeys((whom, maker, recipient))))
    naming, cuts = claims_naming(view, asked[:1])
    fitting = [e for e in naming if maker in ("", e.claim.subject) and recipient in ("", e.claim.object)]
    groups, beside, more = whole(view, fitting, asked[:1], naming)
    allowed = at_most(limit, settings().query_rows)
    if len(groups) > allowed:
        more = (*more, Cut("query_rows", allowed, len(groups) - allowed, "Name an organisation or a person."))
    kept = groups[:allowed]
    facts = common(view, asked, claims=(*(e for group in kept for e in group), *beside))
    name = namer(facts["cards"])
    read = tuple(as_offer(group, name, beside) for group in kept)
    return Offers(**facts, cuts=merged(cuts, more), of=asked, offers=read)


def whole(
    view: View, fitting: Iterable[Evidence], read: Sequence[str], naming: Sequence[Evidence]
) -> tuple[list[list[Evidence]], list[Evidence], tuple[Cut, ...]]:
    """The offers that these claims speak of, each with all its claims; those in dispute with them; the cuts.

    `naming` are the claims that name one of `read`, or all claims where nothing is read for.
    """
    wanted = {_key(e) for e in fitting if e.claim.relation == "offered"}
    others = sorted({whom for by, whom, _ in wanted if read and not {by, whom} & set(read)})
    found, cuts = claims_naming(view, others) if others else ([], ())
    held = {e.id: e for e in (*naming, *found)}
    groups = [group for group in grouped(held.values()) if _key(group[0]) in wanted]
    ours = [e for group in groups for e in group]
    apart, more = with_disputes(view, ours, read) if read else (list(held.values()), ())
    labels = {label for e in ours for label in e.claim.all("dispute")}
    beside = [e for e in (*held.values(), *apart) if not labels.isdisjoint(e.claim.all("dispute"))]
    return groups, list({e.id: e for e in beside}.values()), merged(cuts, more)


def grouped(evidence: Iterable[Evidence]) -> list[list[Evidence]]:
    """The claims of offers among these, one list an offer, in order of first day, then who and whom."""
    groups: dict[Key, list[Evidence]] = {}
    for e in standing(evidence):
        if e.claim.relation == "offered":
            groups.setdefault(_key(e), []).append(e)
    return [group for _, group in sorted(groups.items(), key=lambda item: (_first_day(item[1]), item[0]))]


def _key(evidence: Evidence) -> Key:
    claim = evidence.claim
    return (claim.subject, claim.object, claim.get("offer"))


def _first_day(group: Sequence[Evidence]) -> int:
    """The undated go last."""
    return min((e.claim.when.latest for e in group), default=FUTURE)
