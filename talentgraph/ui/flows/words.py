"""Flows in words: what is counted, how much of what is known it shows, what the names of numbers mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.model.text import first_upper
from graph.queries.answers.reply import Reply
from graph.queries.flows.flows import Flows
from graph.queries.flows.measures import CAVEAT, DEFINITIONS
from graph.queries.flows.parts import Known
from graph.queries.flows.published import Published
from talentgraph.ui import blocks
from talentgraph.ui.component import Block
from talentgraph.ui.flows.asked import RATES
from talentgraph.ui.flows.grid import tally_text
from talentgraph.ui.flows.matrix import signed

_FEW = 2  # published figures shown beside a picture


def summary(reply: Flows) -> list[Block]:
    """The side beside a matrix or Sankey while nothing is open."""
    published = beside(reply, reply.published[:_FEW])
    if published and len(reply.published) > _FEW:
        label = f"All {len(reply.published)} published figures"
        published |= {"count": len(reply.published), "buttons": [{"label": label, "action": f"view {RATES}"}]}
    parts = [_in_words(reply), published, definitions(("moves",))]
    return [part for part in parts if part]


def _in_words(reply: Flows) -> Block:
    rows = [{"text": [line], "status": "", "sources": []} for line in _lines(reply)]
    return {"type": "sentences", "title": "In words", "rows": rows}


def _lines(reply: Flows) -> Iterator[str]:
    for balance in reply.organisations if reply.asked.ids else ():
        came, left = balance.came.n, balance.left.n
        yield f"{reply.name(balance.organisation)}: {came:,} in, {left:,} out, net {signed(balance.net)}."
    yield f"{tally_text(reply.total)}."
    yield from coverage(reply)
    if reply.inside:
        inside = sum(cell.tally.n for cell in reply.inside)
        yield f"{inside:,} more went from one part of a company to another: transfers, in no number here."


def coverage(reply: Flows) -> tuple[str, str]:
    """How much of what is known of arrivals and departures the moves show."""
    came = _known(reply.arrivals, "arrivals", "a known origin")
    left = _known(reply.departures, "departures", "a known next employer")
    return f"Of {came}.", f"Of {left}."


def _known(known: Known, what: str, end: str) -> str:
    """`40 dated arrivals 31 have a known origin; 12 more have no date`."""
    return f"{known.dated:,} dated {what} {known.linked:,} have {end}; {known.undated:,} more have no date"


def beside(reply: Reply, found: Iterable[Published]) -> Block | None:
    """What sources state beside what the ledger gives, and why the two differ."""
    rows = [
        {
            "name": [blocks.name(reply, each.subject)],
            "label": ", ".join(filter(None, (each.metric.label, each.metric.over))),
            "published": " or ".join(figure.text for figure in each.metric.figures),
            "here": [each.here],
            "definition": each.definition,
            "why": f"{first_upper('; '.join(each.why))}.",
            "sources": blocks.chips(reply.found(each.claims), reply.name),
        }
        for each in found
    ]
    if not rows:
        return None
    return {"type": "beside", "title": "Published, and here", "count": len(rows), "rows": rows}


def definitions(names: Iterable[str]) -> Block:
    """What is counted, and what each name of a number means."""
    rows = [{"name": "Who is counted", "text": CAVEAT}]
    rows += [{"name": first_upper(name), "text": f"{first_upper(DEFINITIONS[name].text)}."} for name in names]
    return {"type": "meanings", "title": "What the numbers mean", "rows": rows}


def tight(said: str) -> str:
    """On one line: a number stays with its unit."""
    return said.replace(" ", "\N{NO-BREAK SPACE}")
