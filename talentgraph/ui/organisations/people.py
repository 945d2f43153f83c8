"""Who came to an organisation, who left it, who is there: the people behind its numbers, as blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.assembly.rows import Certainty, EdgeRow, Grade
from graph.queries.flows.flows import Flows
from graph.queries.flows.parts import Listed
from graph.queries.people.dossier import Dossier
from graph.queries.words.sentences import day_text, span_text
from graph.store.answers import EntityCard
from graph.store.base import View
from talentgraph.ui import blocks, table
from talentgraph.ui.component import Block
from talentgraph.ui.organisations.balance import IN, REST, Balance
from talentgraph.ui.people.chronology import moved_words
from talentgraph.ui.table import Column, Row

_FEW_PEOPLE = 10

_ENDS = (
    Column("end", "Organisation", place=""),
    Column("way", "Way"),
    Column("people", "People", align="right", place="lead", short="people"),
)
QUARTERS = (
    Column("quarter", "Quarter", place=""),
    Column("came", "In", align="right", short="in"),
    Column("left", "Out", align="right", short="out"),
)


def people(moved: Balance, key: str) -> list[Block]:
    """The moves behind a number or a ribbon, each with its claims; what is not counted says why."""
    cells = moved.opened(key)
    pairs = {(cell.origin, cell.destination) for cell in cells}
    listed = [each for each in moved.reply.listed if (each.origin, each.destination) in pairs]
    listed.sort(key=lambda each: (not each.is_counted, -each.move.row.day_lo))
    counted = sum(each.is_counted for each in listed)
    block: Block = {
        "type": "sentences",
        "title": _title(moved, key, cells),
        "count": counted,
        "note": f"{len(listed) - counted} more not counted" if counted < len(listed) else "",
        "rows": [_move(moved.reply, each) for each in listed],
        "buttons": [{"label": "Close", "action": "open"}],
    }
    return [block]


def _title(moved: Balance, key: str, cells: Sequence[object]) -> str:
    side, _, end = key.partition(",")
    name = moved.reply.name(moved.id)
    whom = {"": "", REST: f"{len(cells)} others"}.get(end) if end in ("", REST) else moved.reply.name(end)
    if not whom:
        return f"Who came to {name}" if side == IN else f"Who left {name}"
    return f"From {whom} to {name}" if side == IN else f"From {name} to {whom}"


def _move(reply: Flows, each: Listed) -> Block:
    found = blocks.spoken(reply.found(each.move.claims))
    sure = each.move.grade is Grade.CERTAIN
    return {
        "when": each.move.when or "not dated",
        "text": [*blocks.runs(reply, lambda say: moved_words(each.move, say)), "."],
        "reason": "" if sure else f"{str(each.move.grade).capitalize()}: {each.move.reason}",
        "status": str(each.move.status),
        "sources": blocks.chips(found, reply.name),
    }


def twins(moved: Balance, opened: str, order: str) -> list[Block]:
    """The Sankey as a table: one row a ribbon, which opens the people behind it."""
    rows = [
        Row(
            end.key,
            {
                "end": table.text(end.name),
                "way": table.text("came from" if end.into else "went to"),
                "people": table.count(end.people),
            },
        )
        for end in moved.ends
    ]
    return [table.in_order(_ENDS, rows, order, chosen=opened, caption="Origins and destinations")]


def quarters_table(moved: Balance, order: str) -> list[Block]:
    """The bars as a table."""
    rows = quarter_rows(moved)
    return [table.in_order(QUARTERS, rows, order, caption="In and out by quarter", word="")]


def quarter_rows(moved: Balance) -> list[Row]:
    return [
        Row(
            f"quarter {number}",
            {
                "quarter": table.text(q.name, number),
                "came": table.count(q.came),
                "left": table.count(q.left),
            },
        )
        for number, q in enumerate(moved.quarters)
    ]


def people_there(view: View, shown: Dossier, every: bool) -> list[Block]:
    """Who is surely or likely there on the day, those who came last first; at a school, who studied there."""
    school = shown.entity.subtype == "school"
    day = shown.scope.true_on or shown.now or 0
    edges = [e for e in shown.edges if e.relation == "studied_at"] if school else _there(view, shown, day)
    edges.sort(key=lambda edge: (-edge.start_hi, shown.name(edge.subject), edge.order))
    cards = view.entities({end for edge in edges for end in (edge.subject, edge.object)})
    rows = [_person(cards, edge, shown.entity.id) for edge in edges]
    if not rows:
        return []
    block: Block = {
        "type": "links",
        "title": "Who studied there" if school else "People known there",
        "count": len(rows),
        "note": "" if school else f"on {day_text(day)}",
        "rows": rows if every else rows[:_FEW_PEOPLE],
    }
    if len(rows) > _FEW_PEOPLE:
        label = "Show fewer" if every else f"Show all {len(rows)}"
        block["buttons"] = [{"label": label, "action": "people"}]
    return [block]


def _there(view: View, shown: Dossier, day: int) -> list[EdgeRow]:
    edges = view.stints(organisations=[shown.entity.id]).edges
    return [edge for edge in edges if edge.certainty_on(day) in (Certainty.CERTAIN, Certainty.LIKELY)]


def _person(cards: Mapping[str, EntityCard], edge: EdgeRow, id_: str) -> Block:
    """With the lab, where it is not the organisation itself."""
    lab = "" if edge.object == id_ else cards[edge.object].name
    return {**blocks.card_name(cards[edge.subject]), "note": span_text(edge), "text": lab}
