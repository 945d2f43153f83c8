"""What is reported of a deal, fact by fact, each with its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.model.text import first_upper
from graph.queries.answers.reply import Reply
from graph.queries.dealings.deals import Deal
from graph.queries.dealings.offers import strongest
from talentgraph.ui import blocks
from talentgraph.ui.component import Block


def deal_facts(reply: Reply, deal: Deal) -> Block:
    """Parties, whom it brought along, amounts and shares, stages."""
    rows = [*_parties(reply, deal), *_brought(reply, deal), *_figures(reply, deal), *_stages(reply, deal)]
    return {"type": "facts", "title": "As reported", "count": 0, "terse": True, "rows": rows}


def fact(reply: Reply, label: str, value: blocks.Runs, claims: Iterable[str]) -> Block:
    found = blocks.spoken(reply.found(claims))
    status = str(strongest(found)) if found else ""
    return {"label": label, "value": value, "status": status, "sources": blocks.chips(found, reply.name)}


def _parties(reply: Reply, deal: Deal) -> Iterator[Block]:
    for party in deal.parties:
        label = f"{party.role}, lead" if party.lead else party.role
        yield fact(reply, first_upper(label), [blocks.name(reply, party.id)], party.claims)


def _figures(reply: Reply, deal: Deal) -> Iterator[Block]:
    for figure in deal.figures:
        label = {"": "amount", "stake": "share"}.get(figure.part, figure.part)
        yield fact(reply, first_upper(label), [figure.text], figure.claims)


def _stages(reply: Reply, deal: Deal) -> Iterator[Block]:
    for stage in deal.stages:
        said = stage.when or "not dated"
        yield fact(reply, first_upper(stage.stage.replace("_", " ")), [said], stage.claims)


def _brought(reply: Reply, deal: Deal) -> Iterator[Block]:
    for id_, claims in deal.brought:
        yield fact(reply, "Brought", [blocks.name(reply, id_)], claims)
