"""The rows of the pages' tables of deals and of offers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from graph.assembly.evidence import Evidence
from graph.model.days import FUTURE, PAST
from graph.model.text import fold
from graph.model.vocabulary import Status
from graph.queries.answers.reply import Reply
from graph.queries.dealings.deals import Deal, Deals, Stage, deals
from graph.queries.dealings.offer_reading import denial_text
from graph.queries.dealings.offers import Offer, Offers, offers
from graph.queries.ledger.conflicts import Disagreement
from graph.store.scope import Scope
from talentgraph.ui import blocks, ledger, money
from talentgraph.ui.table import NOTHING, Cell, Column, Row, count, status_cell

DEALS = (
    Column("name", "Deal"),
    Column("by", "By"),
    Column("when", "When"),
    Column("amount", "Amount", place="lead"),
    Column("outcome", "Stage"),
    Column("status", "Status"),
    Column("sources", "Sources", align="right", short="sources"),
)
OFFERS = (Column("name", "Offer to"), *DEALS[1:4], Column("outcome", "Outcome"), *DEALS[5:])
_BUYING = ("acquirer", "investor", "licensee", "hirer")
_MAIN = ("", "package")
_MOST_NAMES = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A row with what filters ask for: the day it holds from, who takes part, whether sources disagree."""

    row: Row
    day: int
    parties: tuple[str, ...]
    kinds: tuple[str, ...]
    statuses: tuple[str, ...]
    disputed: bool


def by_day(entries: Iterable[Entry], day: int | None) -> tuple[list[Entry], int]:
    """On a day only what had happened by then, and how many that leaves out."""
    given = list(entries)
    kept = [entry for entry in given if day is None or entry.day <= day + 1]
    return kept, len(given) - len(kept)


@dataclass(frozen=True)
class Book:
    """All deals and offers of one version and scope."""

    deals: Deals
    offers: Offers
    deal_rows: tuple[Entry, ...]
    offer_rows: tuple[Entry, ...]


@st.cache_resource(max_entries=8, show_spinner="Reading deals and offers.")
def book(version: int, scope: Scope) -> Book:  # noqa: ARG001 - the version is part of the key
    """Read once for each version and scope; nothing of it changes."""
    view = ledger.store().view(scope)
    dealt, offered = deals(view), offers(view)
    deal_rows = tuple(deal_entry(dealt, each) for each in dealt.deals)
    return Book(dealt, offered, deal_rows, tuple(_offer(offered, each) for each in offered.offers))


def offer_id(offer: Offer) -> str:
    """As the address holds it."""
    return ",".join(filter(None, (offer.organisation, offer.recipient, offer.label)))


def deal_entry(reply: Deals, deal: Deal) -> Entry:
    found = blocks.spoken(reply.found(deal.claims))
    disputed = _is_disputed(deal.disagreements)
    told, last = announced(deal), reached(deal)
    kinds = tuple(kind for kind, _ in deal.kinds)
    main = [figure for figure in deal.figures if figure.part == ""] or list(deal.figures)
    buyers = [party.id for party in deal.parties if party.role in _BUYING] or [p.id for p in deal.parties]
    cells = {
        "name": _name(reply, deal.id),
        "by": _names(reply, buyers),
        "when": _when(told.when if told else "", told.latest if told else FUTURE),
        "amount": money.cell((figure.quantity for figure in main), disputed),
        "outcome": _marked(_stage(last, told), disputed and len(main) < 2),
        "status": status_cell(deal.status),
        "sources": _sources(found),
    }
    parties = tuple(party.id for party in deal.parties)
    cells["brought"] = _names(reply, [id_ for id_, _ in deal.brought])
    stage = {"stage_when": last.when if last else "", "stage_status": str(last.status) if last else ""}
    ids = {"id": deal.id, "claims": " ".join(deal.claims)}
    row = Row(deal.id, cells, {"kind": " or ".join(kinds), **stage, **ids})
    return Entry(row, deal.first_day, parties, kinds, _statuses(cells), disputed)


def announced(deal: Deal) -> Stage | None:
    """The first stage, or its announcement where that is told, by the day that is best supported."""
    words = [stage.stage for stage in deal.stages]
    return _best(deal, "announced" if "announced" in words else words[0]) if words else None


def reached(deal: Deal) -> Stage | None:
    """What the deal has come to, by the day that is best supported."""
    return _best(deal, deal.stages[-1].stage) if deal.stages else None


def _best(deal: Deal, word: str) -> Stage:
    """Of several dates of one stage the best supported, and of these the closest."""
    same = [stage for stage in deal.stages if stage.stage == word]
    return min(same, key=lambda stage: (list(Status).index(stage.status), stage.latest - stage.earliest))


def doubt(stage: Stage) -> str:
    """The status of a stage that does not stand firm, else nothing."""
    return "" if stage.status in (Status.CONFIRMED, Status.REPORTED) else str(stage.status)


def _stage(last: Stage | None, told: Stage | None) -> Cell:
    """With its own date, where the column of dates has another, and with its status where it is in doubt."""
    if last is None:
        return money.dash("")
    note = "" if last == told else last.when
    return replace(money.dash(last.stage.replace("_", " ")), note=note, doubt=doubt(last))


def _offer(reply: Offers, offer: Offer) -> Entry:
    found = blocks.spoken(reply.found(offer.claims))
    disputed = offer.denied or _is_disputed(offer.disagreements)
    last = offer.steps[-1] if offer.steps else None
    cells = {
        "name": _name(reply, offer.recipient),
        "by": _names(reply, [offer.organisation]),
        "when": _when(last.when if last else "", last.latest if last else FUTURE),
        "amount": _offered(offer, disputed),
        "outcome": _marked(money.dash(offer.outcome), disputed, _denied(reply, offer)),
        "status": status_cell(offer.status),
        "sources": _sources(found),
    }
    ids = {"organisation_id": offer.organisation, "recipient_id": offer.recipient, "offer": offer.label}
    row = Row(offer_id(offer), cells, {**ids, "claims": " ".join(offer.claims)})
    kinds = tuple(offer.outcome.split(" or ")) if offer.outcome else ()
    day = min((step.latest for step in offer.steps), default=FUTURE)
    return Entry(row, day, (offer.organisation, offer.recipient), kinds, _statuses(cells), disputed)


def _offered(offer: Offer, disputed: bool) -> Cell:
    """What was offered; where nothing is asserted, what is denied."""
    denied = dict.fromkeys(denial.text for denial in offer.denials if denial.text)
    if denied and not offer.steps:
        return money.dash(f"not {' or '.join(denied)}")
    main = [amount for amount in offer.amounts if amount.part in _MAIN] or list(offer.amounts)
    return money.cell((amount.quantity for amount in main), disputed)


def _denied(reply: Reply, offer: Offer) -> str:
    return "; ".join(dict.fromkeys(denial_text(denial, reply.name) for denial in offer.denials))


def _sources(found: Sequence[Evidence]) -> Cell:
    """How many pages; where some repeat one origin, how many are independent too."""
    pages, repeated = len({e.source.id for e in found}), blocks.repeats(found)
    return replace(count(pages), runs=[repeated]) if repeated else count(pages)


def _name(reply: Reply, id_: str) -> Cell:
    return Cell([blocks.name(reply, id_)], reply.name(id_), fold(reply.name(id_)), strong=True)


def _names(reply: Reply, ids: Sequence[str]) -> Cell:
    listed = list(dict.fromkeys(ids))
    said = ", ".join(map(reply.name, listed[:_MOST_NAMES]))
    rest = len(listed) - _MOST_NAMES
    return money.dash(f"{said} and {rest} more" if rest > 0 else said)


def _marked(cell: Cell, disputed: bool, mark: str = "") -> Cell:
    if not disputed:
        return cell
    return replace(cell, mark=mark or "sources differ", runs=[] if cell == NOTHING else cell.runs)


def _when(said: str, day: int) -> Cell:
    return Cell([said or "not dated"], said or None, day if PAST < day < FUTURE else None)


def _is_disputed(items: Iterable[Disagreement]) -> bool:
    """Revisions and roundings are no dispute."""
    return any(item.grade == "disagree" for item in items)


def _statuses(cells: dict[str, Cell]) -> tuple[str, ...]:
    return tuple(filter(None, (cells["status"].status,)))
