"""The funnel of offers: how many were made, countered, declined, accepted, and of how many nobody says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from graph.assembly.evidence import Evidence
from graph.model.entities import is_unnamed, kind_of
from graph.model.vocabulary import Status
from graph.queries.answers.reading import at_most, claims_naming, common
from graph.queries.answers.reply import Drawn, Plain, Reply, Tables, namer
from graph.queries.dealings.funnel_counts import DEFINITIONS, ENDINGS, REACHED, Counted, Share, Tally, counted
from graph.queries.dealings.offers import Offer, as_offer, grouped
from graph.queries.network.search import find
from graph.settings import settings
from graph.store.answers import Cut
from graph.store.base import View

_FEWEST = 3  # unnamed people are in no count below it
_ASSERTED = (Status.CONFIRMED, Status.REPORTED)


@dataclass(frozen=True, kw_only=True)
class Funnel(Reply):
    """Offers to named people: `total`, and by company, most offers first.

    `groups` are offers to people whom nobody lists; they are told apart and in no count. `unnamed` counts
    offers to unnamed people, in no other count; None: one or two.
    """

    draws = frozenset({"offered"})

    of: tuple[str, ...]
    total: Tally
    companies: tuple[Tally, ...]
    groups: tuple[Offer, ...]
    unnamed: int | None

    definitions = DEFINITIONS

    @property
    def title(self) -> str:
        return f"Funnel of offers: {self.names(self.of)}" if self.of else "Funnel of offers"

    @property
    def has_any(self) -> bool:
        return bool(self.total.offers or self.groups or self.unnamed != 0)

    def drawn(self) -> Drawn:
        offers = (*(each.offer for each in self.total.offers), *self.groups)
        ends = (end for offer in offers for end in (offer.organisation, offer.recipient))
        return tuple(dict.fromkeys((*self.of, *ends))), None

    @property
    def focus(self) -> tuple[str, ...]:
        return self.of

    def tables(self) -> Tables:
        rows = (*self.companies, self.total) if len(self.companies) > 1 else self.companies
        return {
            "funnel": [self._row(tally) for tally in rows],
            "offers": [self._offer(each) for each in self.total.offers],
            "groups": [self._group(offer) for offer in self.groups],
        }

    def _row(self, tally: Tally) -> dict[str, Plain]:
        counts = {word: len(tally.reached(word)) for word in REACHED}
        counts |= {word.replace(" ", "_"): len(tally.ended(word)) for word in ENDINGS}
        return {
            "by": self.name(tally.company) if tally.company else "all",
            "offers": len(tally.offers),
            **counts,
            **_columns("acceptance", tally.acceptance),
            **_columns("countered_share", tally.countered),
            "by_id": tally.company,
            "claims": " ".join(id_ for each in tally.offers for id_ in each.claims),
        }

    def _offer(self, each: Counted) -> dict[str, Plain]:
        return {
            **self._group(each.offer),
            "reached": "; ".join(word for word in REACHED if word in each.reached),
            "ending": each.ending,
            "company": self.name(each.company),
            "company_id": each.company,
            "claims": " ".join(each.claims),
        }

    def _group(self, offer: Offer) -> dict[str, Plain]:
        return {
            "by": self.name(offer.organisation),
            "to": self.name(offer.recipient),
            "label": offer.label,
            "steps": "; ".join(f"{step.outcome} {step.when}".strip() for step in offer.steps),
            "denied": offer.denied,
            "by_id": offer.organisation,
            "to_id": offer.recipient,
            "claims": " ".join(offer.claims),
        }


def _columns(name: str, share: Share) -> dict[str, Plain]:
    """`share` is empty where it is small."""
    return {
        name: None if share.is_small else share.value,
        f"{name}_cases": share.cases,
        f"{name}_of": share.of,
    }


def funnel(view: View, organisation: str = "", limit: int | None = None) -> Funnel:
    """How the offers of all, or of one organisation with its labs, went on and ended. Name or id."""
    whom = find(view, organisation, ("org",)).id if organisation else ""
    evidence, cuts = claims_naming(view, (whom, *_parts(view, whom)) if whom else ())
    offers = grouped(evidence)
    company = _companies(view, offers, whom)
    own = [group for group in offers if whom in ("", company(group[0].claim.subject))]
    allowed = at_most(limit, settings().query_rows)
    if len(own) > allowed:
        cuts = (*cuts, Cut("query_rows", allowed, len(own) - allowed, "Name an organisation."))
    asked = (whom,) if whom else ()
    countered = _countered(offers, company)
    beside = [e for each in countered.values() for e in each]
    facts = common(view, asked, claims=(*(e for group in own for e in group), *beside))
    name = namer(facts["cards"])
    read = [as_offer(group, name) for group in own[:allowed]]
    people = [offer for offer in read if kind_of(offer.recipient) == "person"]
    named = [offer for offer in people if not is_unnamed(offer.recipient)]

    def as_counted(offer: Offer) -> Counted | None:
        maker = company(offer.organisation)
        return counted(offer, maker, view.scope.level, tuple(e.id for e in countered[maker, offer.recipient]))

    total = Tally("", tuple(filter(None, map(as_counted, named))))
    unnamed = len(people) - len(named)
    return Funnel(
        **facts,
        cuts=cuts,
        of=asked,
        total=total,
        companies=_by_company(total),
        groups=tuple(offer for offer in read if kind_of(offer.recipient) == "group"),
        unnamed=None if 0 < unnamed < _FEWEST else unnamed,
    )


def _parts(view: View, whom: str) -> list[str]:
    """The labs of an organisation, and theirs."""
    found, ahead = [whom], [whom]
    while ahead:
        parts = view.neighbours(ahead.pop(), ("part_of",), "in", limit=settings().query_rows).items
        new = [part.id for part in parts if part.id not in found]
        found += new
        ahead += new
    return found[1:]


def _companies(view: View, offers: Sequence[Sequence[Evidence]], whom: str) -> Callable[[str], str]:
    """For which company an organisation counts: itself if it was asked about."""
    named = {id_ for group in offers for e in group for id_ in (e.claim.subject, *e.claim.all("counter_to"))}
    cards = view.entities(named)

    def company(id_: str) -> str:
        return id_ if id_ == whom or id_ not in cards else cards[id_].company or id_

    return company


def _countered(
    offers: Iterable[Sequence[Evidence]], company: Callable[[str], str]
) -> dict[tuple[str, str], list[Evidence]]:
    """By company and recipient: the claims of offers of others that are said to counter its offer."""
    found: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for e in (e for group in offers for e in group if e.claim.status in _ASSERTED):
        for rival in e.claim.all("counter_to"):
            found[company(rival), e.claim.object].append(e)
    return found


def _by_company(total: Tally) -> tuple[Tally, ...]:
    found: dict[str, list[Counted]] = defaultdict(list)
    for each in total.offers:
        found[each.company].append(each)
    order = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Tally(company, tuple(offers)) for company, offers in order)
