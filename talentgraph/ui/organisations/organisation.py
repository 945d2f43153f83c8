"""One organisation as blocks: figures with their small print, moves, deals, offers, figures published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from graph.exports.answer_table import write
from graph.queries.flows.flows import Flows
from graph.queries.flows.measures import CAVEAT, DEFINITIONS
from graph.queries.flows.published import Published
from graph.queries.flows.tallies import Tally
from graph.queries.people.dossier import Dossier
from graph.queries.people.moves import moves
from graph.queries.words.sentences import span_text
from graph.store.base import View
from talentgraph.ui import blocks, dossier, table
from talentgraph.ui.component import Block
from talentgraph.ui.deals.dealings import DEALS, OFFERS, Book, Entry
from talentgraph.ui.organisations.balance import IN, OUT, Balance, beside
from talentgraph.ui.organisations.people import QUARTERS, quarter_rows
from talentgraph.ui.table import Cell, Column, Row, Sorting

_BY_DAY = Sorting("when", falling=True)
_DEALS = (DEALS[0], *DEALS[2:4], DEALS[5], Column("brought", "Brought", sorts=False))
_OFFERS = (OFFERS[0], *OFFERS[2:6])
_FEW_QUARRELS = 3


def head(shown: Dossier) -> list[Block]:
    """Name, line, labs, buttons."""
    id_ = shown.entity.id
    labs = [edge for edge in shown.edges if edge.relation == "part_of" and edge.object == id_]
    block = dossier.head(shown)
    if labs:
        said: blocks.Runs = [". Labs and teams: " if block["line"] else "Labs and teams: "]
        for number, edge in enumerate(labs):
            when = span_text(edge)
            said += [", " if number else "", blocks.name(shown, edge.subject), f" ({when})" if when else ""]
        block["line"] = [*block["line"], *(part for part in said if part)]
    buttons: list[Block] = [
        {"label": "Show in network", "action": f"network {id_}", "strong": True},
        {"label": "Path from here", "action": f"path {id_}"},
        {"label": "All organisations", "action": "all"},
    ]
    return [block, {"type": "actions", "buttons": buttons}]


def figures(
    moved: Balance, entries: Sequence[Entry], offers: Sequence[Entry], opened: str, later: int = 0
) -> list[Block]:
    """Five numbers, each with its window and what is not in it; two open the people behind them.

    `later` deals and offers are left out on the day that is set.
    """
    came, left = moved.total(IN), moved.total(OUT)
    close, all_ = moved.dated
    dated = f"{close} of {all_} have a month" if all_ else ""
    disputed = sum(entry.disputed for entry in entries)
    outcomes = Counter(map(_outcome, offers))
    rows = [
        _figure(came, f"{_people(came.n)} in", moved.span or "no moves known", f"open {IN}", opened == IN),
        _figure(left, f"{_people(left.n)} out", "same time", f"open {OUT}", opened == OUT),
        {"value": table.signed(came.n - left.n), "label": "net", "note": dated},
        {
            "value": str(len(entries)),
            "label": "deals",
            "note": f"{disputed} with sources apart" if disputed else "",
        },
        {
            "value": str(len(offers)),
            "label": "offers known",
            "note": ", ".join(f"{number} {outcome}" for outcome, number in outcomes.most_common()),
        },
    ]
    note = f"People in and out: {DEFINITIONS['moves'].text}. {CAVEAT}"
    if later:
        note += f" Deals and offers that are later than the day, or have none, are left out: {later:,}."
    return [{"type": "figures", "rows": rows}, {"type": "note", "text": [note]}]


def _people(number: int) -> str:
    return "person" if number == 1 else "people"


def _outcome(offer: Entry) -> str:
    denied = offer.row.cells["status"].plain == "denied"
    return " or ".join(offer.kinds) or ("denied" if denied else "not stated")


def _figure(found: Tally, label: str, note: str, action: str, chosen: bool) -> Block:
    note = ", ".join(filter(None, (note, beside(found))))
    return {"value": str(found.n), "label": label, "note": note, "action": action, "chosen": chosen}


def coverage(reply: Flows) -> str:
    """How much of what is known of arrivals and departures the picture shows."""
    came, left = reply.arrivals, reply.departures
    said = (
        f"Of {came.dated} dated arrivals {came.linked} have a known origin, "
        f"of {left.dated} dated departures {left.linked} a known destination."
    )
    undated = came.undated + left.undated
    return f"{said} {undated} more have no date." if undated else said


def deals(entries: Sequence[Entry], chosen: str) -> list[Block]:
    rows = table.arranged([entry.row for entry in entries], _BY_DAY)
    if not rows:
        return []
    block = table.block(_plain(_DEALS), rows, _BY_DAY, chosen=chosen, caption="Deals")
    return [{**block, "title": "Deals", "count": len(rows), "note": "a row shows what is disputed"}]


def offers(entries: Sequence[Entry]) -> list[Block]:
    rows = table.arranged([entry.row for entry in entries], _BY_DAY)
    if not rows:
        return []
    block = table.block(_plain(_OFFERS), rows, _BY_DAY, caption="Offers", word="offer")
    return [{**block, "title": "Offers", "count": len(rows), "note": "a row opens the offer"}]


def _plain(columns: Sequence[Column]) -> list[Column]:
    """Tables inside a page keep one order."""
    return [replace(column, sorts=False) for column in columns]


def quarrels(shown: Dossier, book: Book, chosen: str, every: bool) -> list[Block]:
    """What sources disagree on about the chosen deal, else about the organisation."""
    deal = next((each for each in book.deals.deals if each.id == chosen), None)
    if deal and any(item.grade == "disagree" for item in deal.disagreements):
        return dossier.disagreements(book.deals, deal.disagreements)
    apart = [item for item in shown.disagreements if item.grade == "disagree"]
    parts = dossier.disagreements(shown, apart if every else apart[:_FEW_QUARRELS])
    if parts:
        parts[0]["count"] = len(apart)
    if len(apart) > _FEW_QUARRELS:
        label = "Show fewer" if every else f"Show all {len(apart)}"
        parts.append({"type": "actions", "buttons": [{"label": label, "action": "quarrels"}]})
    return parts


def published(reply: Flows, shown: Dossier) -> list[Block]:
    """Each published figure with what this ledger gives for the same, and why they differ; then the rest."""
    columns = (
        Column("metric", "Figure", sorts=False),
        Column("published", "Published", short="published", sorts=False),
        Column("here", "In this ledger", short="here", sorts=False),
    )
    mine = [each for each in reply.published if each.subject == shown.entity.id]
    rows = [Row(f"figure {number}", _compared(reply, each)) for number, each in enumerate(mine)]
    parts: list[Block] = []
    if rows:
        block = table.block(columns, rows, Sorting("metric"), caption="Published figures", word="")
        parts = [{**block, "title": "Published figures beside computed ones", "count": len(rows)}]
    compared = {(each.metric.name, each.metric.over) for each in mine}
    rest = tuple(m for m in shown.metrics if (m.name, m.over) not in compared)
    other_ = dossier.figures(replace(shown, metrics=rest))
    return [*parts, {**other_, "title": "Other published figures", "terse": True}] if other_ else parts


def _compared(reply: Flows, each: Published) -> dict[str, Cell]:
    metric = each.metric
    label = ", ".join(filter(None, (metric.label, metric.over)))
    found = blocks.spoken(reply.found(each.claims))
    said = metric.range or ", ".join(figure.text for figure in metric.figures) or "not stated"
    mark = f"{len(metric.figures)} figures" if len(metric.figures) > 1 else ""
    definition = DEFINITIONS.get(each.definition)
    here = f"{each.here}" + (f", {each.definition}" if definition else "")
    return {
        "metric": Cell([label], label),
        "published": Cell([said], said, strong=True, mark=mark, sources=blocks.chips(found, reply.name)),
        "here": Cell([here], here, note="; ".join(each.why)),
    }


def tables(view: View, moved: Balance) -> dict[str, Callable[[], bytes]]:
    """The files of this page by what they hold."""
    rows = quarter_rows(moved)
    return {
        "Moves": lambda: write(moves(view, moved.id)),
        "Flows": lambda: write(moved.reply),
        "Quarters": lambda: table.as_csv(QUARTERS, rows),
    }
