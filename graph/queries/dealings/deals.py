"""Deals: parties, kind, amounts, stages, and the people who came with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.assembly.evidence import Evidence
from graph.model.days import FUTURE
from graph.model.entities import kind_of
from graph.model.quantity import Quantity
from graph.model.vocabulary import PARTY_ROLES, STAGES, Status
from graph.queries.answers.reading import at_most, claims_naming, common, merged, standing
from graph.queries.answers.reply import Drawn, Plain, Reply, Tables, namer
from graph.queries.dealings.offers import by_key, strongest
from graph.queries.ledger.conflicts import Disagreement, disagreements
from graph.queries.network.search import find
from graph.queries.words.sentences import Names, quantity_text, said_when
from graph.settings import settings
from graph.store.answers import Cut
from graph.store.base import View

_FIGURES = ("deal_amount", "deal_stake")
_OWN = ("party_to", "reached", "deal_kind")
"""What makes a deal: who, what came of it, of what kind."""


@dataclass(frozen=True, slots=True)
class Party:
    """One party in one role; `lead` of several."""

    id: str
    role: str
    lead: bool
    status: Status
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DealFigure:
    """An amount (by part), or a share in percent (`part` is "stake"). `text` in words."""

    part: str
    quantity: Quantity
    text: str
    status: Status
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage as reported: `when` in words, half-open days beside it; `by` whom, as ids."""

    stage: str
    when: str
    earliest: int
    latest: int
    status: Status
    claims: tuple[str, ...]
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deal:
    """One deal. Figures of one part that differ stand side by side; `disagreements` says which are apart.

    `kinds` and `brought` hold (value or id, ids of claims). `status` is the strongest of what is asserted of
    its parties, kind and stages, denied where nothing is. `line` is the sentence without the name.
    """

    id: str
    status: Status
    kinds: tuple[tuple[str, tuple[str, ...]], ...]
    parties: tuple[Party, ...]
    figures: tuple[DealFigure, ...]
    stages: tuple[Stage, ...]
    brought: tuple[tuple[str, tuple[str, ...]], ...]
    disagreements: tuple[Disagreement, ...]
    claims: tuple[str, ...]
    sentence: str
    line: str = ""

    @property
    def first_day(self) -> int:
        """The latest day of its first dated stage; FUTURE without one."""
        return min((stage.latest for stage in self.stages), default=FUTURE)


@dataclass(frozen=True, kw_only=True)
class Deals(Reply):
    """In order of first dated stage, then id; undated last."""

    draws = frozenset({"party_to", "brought"})

    of: tuple[str, ...]
    deals: tuple[Deal, ...]

    @property
    def title(self) -> str:
        return f"Deals: {self.names(self.of)}" if self.of else "Deals"

    @property
    def focus(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.of, *(deal.id for deal in self.deals))))

    def drawn(self) -> Drawn:
        around = (id_ for d in self.deals for id_ in (d.id, *_ends(d)))
        return tuple(dict.fromkeys((*self.of, *around))), None

    def tables(self) -> Tables:
        return {"deals": [self._row(deal) for deal in self.deals]}

    def _row(self, deal: Deal) -> dict[str, Plain]:
        stages = (" ".join(filter(None, (s.stage, self.names(s.by), s.when))) for s in deal.stages)
        return {
            "deal": self.name(deal.id),
            "kind": " or ".join(kind for kind, _ in deal.kinds),
            "parties": "; ".join(f"{self.name(p.id)} as {p.role}" for p in deal.parties),
            "figures": "; ".join(f"{f.part or 'amount'} {f.text}" for f in deal.figures),
            "stages": "; ".join(stages),
            "brought": self.names(id_ for id_, _ in deal.brought),
            "status": str(deal.status),
            "deal_id": deal.id,
            "claims": " ".join(deal.claims),
        }


def deals(view: View, of: str = "", limit: int | None = None) -> Deals:
    """All deals, or those that `of` (a deal, party or person brought; name or id) takes part in.

    Who merely speaks of a deal has no part in it.
    """
    whom = find(view, of).id if of else ""
    naming, cuts = claims_naming(view, (whom,) if whom else ())
    ids = sorted({id_ for e in naming if not whom or _takes_part(e, whom) for id_ in _deals_of(e)})
    if ids and whom:
        naming, more = claims_naming(view, ids)
        cuts = merged(cuts, more)
    facts = common(view, (whom, *ids), claims=(e for e in naming if _deals_of(e)))
    read = sorted(read_deals(ids, naming, namer(facts["cards"])), key=lambda deal: (deal.first_day, deal.id))
    allowed = at_most(limit, settings().query_rows)
    if len(read) > allowed:
        cuts = (*cuts, Cut("query_rows", allowed, len(read) - allowed, "Name a party."))
    return Deals(**facts, cuts=cuts, of=(whom,) if whom else (), deals=tuple(read[:allowed]))


def read_deals(ids: Iterable[str], evidence: Iterable[Evidence], name: Names) -> list[Deal]:
    """Each of the deals, out of all claims that name it."""
    groups: dict[str, list[Evidence]] = {id_: [] for id_ in ids}
    for e in standing(evidence):
        for id_ in _deals_of(e):
            if id_ in groups:
                groups[id_].append(e)
    return [_deal(id_, group, name) for id_, group in groups.items() if group]


def _deal(id_: str, group: Sequence[Evidence], name: Names) -> Deal:
    asserted = [e for e in group if e.claim.status is not Status.DENIED]
    apart = disagreements((e for e in group if e.claim.subject == id_), name)
    deal = Deal(
        id=id_,
        status=strongest([e for e in asserted if e.claim.relation in _OWN] or asserted or group),
        kinds=_values(asserted, "deal_kind"),
        parties=_parties(asserted),
        figures=_figures(asserted),
        stages=_stages(asserted),
        brought=_brought(asserted),
        disagreements=apart,
        claims=_ids(group),
        sentence="",
    )
    line = _line(deal, name)
    named = name(deal.id)
    return replace(deal, sentence=f"{named} ({line})" if line else named, line=line)


def _line(deal: Deal, name: Names) -> str:
    """Kind, parties, the last stage, and in what doubt it is."""
    parties = deal.parties
    said = [" or ".join(kind for kind, _ in deal.kinds)]
    said += [f"{' and '.join(name(p.id) for p in parties if p.role == r)} as {r}" for r in _roles(parties)]
    stage, doubt = _last_stage(deal.stages, name)
    said.append(stage)
    doubt = doubt if deal.status in (Status.CONFIRMED, Status.REPORTED) else str(deal.status)
    denied = "one side denies it" if any(d.denied for d in deal.disagreements) else ""
    return ", ".join(filter(None, (*said, doubt, denied)))


def _last_stage(stages: Sequence[Stage], name: Names) -> tuple[str, str]:
    """With the day that is best supported, and of these the closest; and in what doubt it is."""
    if not stages:
        return "", ""
    same = [stage for stage in stages if stage.stage == stages[-1].stage]
    best = min(same, key=lambda stage: (list(Status).index(stage.status), stage.latest - stage.earliest))
    doubt = "" if best.status in (Status.CONFIRMED, Status.REPORTED) else str(best.status)
    by = f"by {' and '.join(map(name, best.by))}" if best.by else ""
    return " ".join(filter(None, (best.stage.replace("_", " "), by, best.when))), doubt


def _takes_part(evidence: Evidence, whom: str) -> bool:
    """Whether the claim makes somebody a part of the deal, or is about a deal itself."""
    claim = evidence.claim
    if claim.status in (Status.DENIED, Status.RETRACTED):
        return kind_of(whom) == "deal"
    return kind_of(whom) == "deal" or (
        claim.relation in ("party_to", "brought") and whom in (claim.subject, claim.object)
    )


def _deals_of(evidence: Evidence) -> set[str]:
    return {id_ for id_ in (evidence.claim.subject, evidence.claim.object) if kind_of(id_) == "deal"}


def _ends(deal: Deal) -> tuple[str, ...]:
    return (*(party.id for party in deal.parties), *(id_ for id_, _ in deal.brought))


def _roles(parties: Sequence[Party]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party.role for party in parties))


def _parties(asserted: Sequence[Evidence]) -> tuple[Party, ...]:
    groups = by_key(_of(asserted, "party_to"), lambda e: (e.claim.subject, e.claim.get("role")))
    parties = (
        Party(
            id=group[0].claim.subject,
            role=group[0].claim.get("role"),
            lead=any(e.claim.get("lead") == "yes" for e in group),
            status=strongest(group),
            claims=_ids(group),
        )
        for group in groups
    )
    return tuple(sorted(parties, key=lambda p: (PARTY_ROLES.index(p.role), not p.lead, p.id)))


def _figures(asserted: Sequence[Evidence]) -> tuple[DealFigure, ...]:
    figured = [e for e in asserted if e.claim.relation in _FIGURES and e.claim.quantity]
    groups = by_key(figured, lambda e: (_part(e), e.claim.quantity, e.claim.get("about")))
    figures = (
        DealFigure(_part(group[0]), quantity, quantity_text(group[0].claim), strongest(group), _ids(group))
        for group in groups
        if (quantity := group[0].claim.quantity) is not None
    )
    return tuple(sorted(figures, key=lambda f: (f.part, -(f.quantity.high or f.quantity.low or 0), f.text)))


def _part(evidence: Evidence) -> str:
    return "stake" if evidence.claim.relation == "deal_stake" else evidence.claim.get("part")


def _stages(asserted: Sequence[Evidence]) -> tuple[Stage, ...]:
    groups = by_key(_of(asserted, "reached"), lambda e: (e.claim.value, e.claim.when.text))
    stages = (
        Stage(
            stage=group[0].claim.value,
            when=said_when(group[0]),
            earliest=group[0].claim.when.earliest,
            latest=group[0].claim.when.latest,
            status=strongest(group),
            claims=_ids(group),
            by=tuple(dict.fromkeys(id_ for e in group for id_ in e.claim.all("by"))),
        )
        for group in groups
    )
    return tuple(sorted(stages, key=lambda s: (s.latest, STAGES.index(s.stage), s.earliest)))


def _values(asserted: Sequence[Evidence], relation: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    groups = by_key(_of(asserted, relation), lambda e: e.claim.value)
    return tuple((group[0].claim.value, _ids(group)) for group in groups)


def _brought(asserted: Sequence[Evidence]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    groups = by_key(_of(asserted, "brought"), lambda e: e.claim.object)
    return tuple(sorted((group[0].claim.object, _ids(group)) for group in groups))


def _of(evidence: Iterable[Evidence], relation: str) -> list[Evidence]:
    return [e for e in evidence if e.claim.relation == relation]


def _ids(group: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(e.id for e in group)
