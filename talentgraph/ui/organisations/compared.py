"""Two organisations side by side, as blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import zip_longest

from graph.exports.answer_table import as_csv, write
from graph.model.text import first_upper
from graph.queries.flows.compare import Comparison
from graph.queries.flows.flows import window_text
from graph.queries.flows.measures import CAVEAT, DEFINITIONS, Measure, interval_text
from graph.queries.flows.parts import Listed
from graph.queries.flows.side import Side
from graph.settings import settings
from talentgraph.ui import blocks, table
from talentgraph.ui.component import Block
from talentgraph.ui.people.chronology import moved_words
from talentgraph.ui.table import NOTHING, Cell, Column, Row, Sorting


def head(reply: Comparison, chosen: str = "") -> list[Block]:
    """Both names, the window, and every measure of both in one table with its definition.

    `chosen` is the measure whose people and claims are listed below.
    """
    a, b = (side.organisation for side in reply.sides)
    line: blocks.Runs = [
        blocks.name(reply, a),
        " and ",
        blocks.name(reply, b),
        f", {window_text(reply.window)}",
    ]
    top = {
        "type": "head",
        "shape": "company",
        "kind": "Two side by side",
        "name": f"{reply.name(a)} and {reply.name(b)}",
        "line": line,
        "summary": CAVEAT,
    }
    buttons = [
        {"label": f"Only {reply.name(a)}", "action": "alone", "strong": True},
        {"label": "Path between the two", "action": f"between {a} {b}"},
    ]
    return [top, {"type": "actions", "buttons": buttons}, _measures(reply, chosen), *_behind(reply, chosen)]


def _behind(reply: Comparison, chosen: str) -> Iterator[Block]:
    """Who and which claims stand behind a measure, of both."""
    for side in reply.sides:
        for label, measure in side.measures:
            if _key(label) != chosen:
                continue
            found = reply.found(measure.claims)
            named = (id_ for e in found for id_ in e.claim.entities())
            people = dict.fromkeys(id_ for id_ in named if id_.startswith("person:"))
            title = f"{first_upper(label)}, {reply.name(side.organisation)}: {measure.text}"
            rows = [{**blocks.name(reply, id_), "note": "", "text": ""} for id_ in people]
            yield {"type": "links", "title": title, "count": len(rows), "note": "people named", "rows": rows}
            spoken, most = blocks.spoken(found), settings().panel_claims
            shown = blocks.claims(reply, spoken[:most], "Claims behind it", "")
            left = len(spoken) - most
            yield {**shown, "count": len(spoken), "more": f"{left} more" if left > 0 else ""}


def _key(label: str) -> str:
    """The name of a measure in the address."""
    return label.replace(" ", "-")


def _measures(reply: Comparison, chosen: str) -> Block:
    first, second = reply.sides
    columns = (
        Column("measure", "Measure", sorts=False),
        Column("a", reply.name(first.organisation), short=reply.name(first.organisation), sorts=False),
        Column("b", reply.name(second.organisation), short=reply.name(second.organisation), sorts=False),
        Column("definition", "What it means", sorts=False),
    )
    rows = [_row(one or other_, one, other_) for one, other_ in zip_longest(first.measures, second.measures)]
    block = table.block(columns, rows, Sorting("measure"), chosen=chosen, caption="Measures", word="measure")
    return {**block, "title": "Side by side", "count": len(rows), "note": "a row opens its people and claims"}


def _row(
    named: tuple[str, Measure] | None,
    one: tuple[str, Measure] | None,
    other: tuple[str, Measure] | None,
) -> Row:
    label, measure = named or ("", None)
    definition = DEFINITIONS[measure.name].text if measure else ""
    cells = {
        "measure": Cell([first_upper(label)], label),
        "a": _measure(one),
        "b": _measure(other),
        "definition": Cell([definition], definition),
    }
    return Row(_key(label), cells)


def _measure(held: tuple[str, Measure] | None) -> Cell:
    if held is None:
        return NOTHING
    measure = held[1]
    value, _, beside = measure.text.partition(" (")
    coverage = measure.coverage.text if measure.coverage else ""
    note = "; ".join(filter(None, (beside.removesuffix(")"), coverage)))
    return Cell([value], f"{measure.text}; {coverage}" if coverage else measure.text, strong=True, note=note)


def between(reply: Comparison) -> list[Block]:
    """What went between the two, each move with its claims."""
    a, b = (reply.name(side.organisation) for side in reply.sides)
    there, back = reply.between.there, reply.between.back
    interval = interval_text(reply.between.interval)
    rows = [
        {"label": f"{a} to {b}", "value": [_people(there.n)], "reason": _not_counted(there.astride)},
        {"label": f"{b} to {a}", "value": [_people(back.n)], "reason": _not_counted(back.astride)},
    ]
    share = f"Of the moves between the two {interval} went from {a} to {b}, as far as chance allows to say."
    if reply.between.why:
        share = f"{first_upper(reply.between.why)} to say which way more went."
    if not there.n + back.n:
        share = "Nobody is known to have moved between them in this time."
    facts = {"type": "facts", "title": "Between the two", "terse": True, "rows": rows}
    moves = {"type": "sentences", "title": "Who moved", "count": len(reply.listed), "rows": _moves(reply)}
    note = {
        "type": "note",
        "text": [share if there.n + back.n else "Nobody is known to have moved between them."],
    }
    return [facts, note, *([moves] if moves["rows"] else [])]


def _people(number: int) -> str:
    return f"{number} {'person' if number == 1 else 'people'}"


def _not_counted(number: int) -> str:
    return f"{number} more may lie in the window" if number else ""


def _moves(reply: Comparison) -> list[Block]:
    return [_move(reply, each) for each in reply.listed]


def _move(reply: Comparison, each: Listed) -> Block:
    found = blocks.spoken(reply.found(each.move.claims))
    return {
        "when": each.move.when or "not dated",
        "text": [*blocks.runs(reply, lambda say: moved_words(each.move, say)), "."],
        "status": str(each.move.status),
        "sources": blocks.chips(found, reply.name),
    }


def origins(reply: Comparison) -> list[Block]:
    """Where the hires of each came from, and where those who left went."""
    return [block for side in reply.sides for block in _side(reply, side)]


def _side(reply: Comparison, side: Side) -> list[Block]:
    name = reply.name(side.organisation)
    came = [
        {
            **blocks.name(reply, feeder.organisation),
            "note": _people(len(feeder.people)),
            "text": reply.names(feeder.people),
        }
        for feeder in side.origins
    ]
    went = [
        {
            **blocks.name(reply, cell.destination),
            "note": _people(cell.tally.n),
            "text": reply.names(cell.tally.people),
        }
        for cell in side.destinations
        if cell.tally.n
    ]
    found: list[Block] = []
    for title, rows in ((f"Came to {name} from", came), (f"Left {name} for", went)):
        if rows:
            found.append({"type": "links", "title": title, "count": len(rows), "rows": rows})
    return found


def tables(reply: Comparison) -> dict[str, Callable[[], bytes]]:
    """The whole answer, and each of its tables."""
    single = {name.capitalize(): partial(as_csv, rows) for name, rows in reply.tables().items() if rows}
    return {"Comparison": lambda: write(reply), **single}
