"""Quality: what share of the stints is dated and sourced, by set and organisation; what hangs loose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph.assembly.evidence import Evidence
from graph.model.text import first_upper, fold
from graph.queries.answers.counting import Spell
from graph.queries.answers.reply import Reply
from graph.queries.ledger.findings import KINDS, Finding
from graph.queries.ledger.quality import MEASURES, Quality, Row
from graph.queries.words.sentences import bounds_text
from graph.store.base import View
from talentgraph.ui import blocks, table
from talentgraph.ui.component import Block
from talentgraph.ui.data.asked import Asked
from talentgraph.ui.data.measures import LABELS, Measured, key, lacking_title, shares
from talentgraph.ui.data.shown import Shown, claims_block, claims_file, counted, reply_about
from talentgraph.ui.table import Cell, Column, Sorting, count
from talentgraph.ui.table import Row as TableRow

USUAL = Sorting("stints", falling=True)
COLUMNS = (
    Column("name", "Of", place=""),
    Column("stints", "Stints", align="right", place="lead", short="stints"),
    *(
        Column(name.replace(" ", "_"), label, align="right", short=name)
        for name, label in (
            ("start", "Start"),
            ("end", "End"),
            ("going on", "Going\u00a0on"),
            ("source", "Address"),
            ("dated source", "Dated"),
            ("second origin", "2\u00a0origins"),
        )
    ),
    Column("findings", "Findings", align="right", short="findings"),
)
_FINDINGS = {
    "dangling": "Hanging loose",
    "impossible": "Cannot be so",
    "overlapping": "At two companies at once",
}
_MOST = 40


def shown(view: View, held: Measured, asked: Asked, narrowed: str) -> Shown:
    """The part that is asked for is a measure: the stints without it are listed."""
    reply = held.quality
    rows = {key(row): row for row in reply.rows}
    chosen = rows.get(asked.pick, reply.rows[0])
    order = table.sorted_by(asked.sort, COLUMNS, USUAL)
    titles = {card.id: card.title for card in view.summary().sets}
    listed = _listed(reply, titles, order, narrowed)
    right, found = _dossier(view, held, chosen, titles, asked)
    return Shown(
        _left(reply, listed, order, key(chosen)),
        right,
        {
            "Coverage": lambda: table.as_csv(COLUMNS, listed),
            "Findings": lambda: _findings_file(reply),
            "Claims of the row": lambda: claims_file(found, found.claims.values()),
        },
    )


def _left(reply: Quality, rows: Sequence[TableRow], order: Sorting, chosen: str) -> list[Block]:
    nothing = "No set or organisation here is called that. Try another name, or empty the field."
    count_ = len(rows)
    head: Block = {"type": "section", "title": "Coverage", "count": count_, "note": "stints, of all days"}
    tabled = {**table.block(COLUMNS, rows, order, chosen=chosen, caption="Coverage"), "nothing": nothing}
    if not reply.findings:
        note: Block = {"type": "note", "text": ["Nothing hangs loose, cannot be so, or overlaps."]}
        return [head, tabled, note]
    return [head, tabled, *_findings(reply, reply.findings)]


def _listed(reply: Quality, titles: Mapping[str, str], order: Sorting, narrowed: str) -> list[TableRow]:
    """The ledger and its sets first, whatever the order of the organisations."""
    words = fold(narrowed).split()
    named = [(row, _name(reply, row, titles)) for row in reply.rows]
    rows = [
        TableRow(key(row), _cells(reply, row, name), {"of": row.of, "id": row.id})
        for row, name in named
        if all(word in fold(name) for word in words)
    ]
    first = [row for row in rows if row.extra["of"] != "organisation"]
    return [*first, *table.arranged((row for row in rows if row.extra["of"] == "organisation"), order)]


def _name(reply: Quality, row: Row, titles: Mapping[str, str]) -> str:
    return {"all": "The whole ledger", "set": titles.get(row.id, row.id)}.get(row.of) or reply.name(row.id)


def _cells(reply: Quality, row: Row, name: str) -> dict[str, Cell]:
    runs: blocks.Runs = [blocks.name(reply, row.id)] if row.of == "organisation" else [name]
    cells = {"name": Cell(runs, name, fold(name), strong=True), "stints": count(row.stints)}
    for measure, n in zip(MEASURES, row.have, strict=True):
        cells[measure.name.replace(" ", "_")] = count(n)
    return {**cells, "findings": count(sum(row.findings))}


def _findings(reply: Quality, given: Sequence[Finding]) -> Iterator[Block]:
    """Each kind of them, with who says what is found at odds."""
    for kind in KINDS:
        found = [each for each in given if each.kind == kind]
        if found:
            rows = [
                {
                    "text": [_sentence(each.text)],
                    "sources": blocks.chips(blocks.spoken(reply.found(each.claims)), reply.name),
                }
                for each in found
            ]
            yield {"type": "sentences", "title": _FINDINGS[kind], "count": len(rows), "rows": rows}


def _findings_file(reply: Quality) -> bytes:
    columns = (Column("kind", "Kind"), Column("finding", "Finding"))
    rows = [
        TableRow(
            str(number),
            {"kind": table.text(each.kind), "finding": table.text(each.text)},
            {"about": " ".join(each.about), "claims": " ".join(each.claims)},
        )
        for number, each in enumerate(reply.findings)
    ]
    return table.as_csv(columns, rows)


def _dossier(
    view: View, held: Measured, row: Row, titles: Mapping[str, str], asked: Asked
) -> tuple[list[Block], Reply]:
    reply, part = held.quality, asked.part if asked.part in LABELS else ""
    found = reply_about(view, row.claims)
    kind = {"all": "Ledger", "set": "Set"}.get(row.of, "Organisation")
    line = counted(len(row.claims), "claim") + " stand behind these stints."
    head: Block = {
        "type": "record",
        "kind": kind,
        "name": _name(reply, row, titles),
        "line": line,
        "pressed": asked.pick,
    }
    parts: list[Block] = [head]
    if row.of == "organisation":
        buttons = [{"label": "Open page", "action": f"page {row.id}", "strong": True}]
        parts.append({"type": "actions", "buttons": buttons})
        parts += _findings(reply, [each for each in reply.findings if row.id in each.about])
    parts.append(shares(row, part))
    if part:
        parts.append(_lacking(held, row, part, asked.every))
    else:
        parts.append(claims_block(found, found.claims.values(), asked.every))
    return parts, found


def _lacking(held: Measured, row: Row, measure: str, every: bool) -> Block:
    """The stints that have not what is measured, each with its sources."""
    found = held.lacking(row, measure)
    shown_ = found if every else found[:_MOST]
    block: Block = {
        "type": "sentences",
        "title": lacking_title(found, measure),
        "count": "",
        "rows": [_stint(held.quality, spell, claims) for spell, claims in shown_],
    }
    if len(found) > _MOST:
        label = "Show fewer" if every else f"Show all {len(found):,}"
        block["buttons"] = [{"label": label, "action": "claims"}]
    return block


def _stint(reply: Reply, spell: Spell, claims: Sequence[Evidence]) -> Block:
    when = bounds_text(
        (spell.start_lo, spell.start_hi),
        (spell.end_lo, spell.end_hi),
        dated=(spell.start_dated, spell.end_dated),
    )
    who, where = blocks.name(reply, spell.person), blocks.name(reply, spell.organisation)
    text: blocks.Runs = [who, " at ", where, f", {when}." if when else ". No date."]
    return {"text": text, "sources": blocks.chips(blocks.spoken(claims), reply.name)}


def _sentence(text: str) -> str:
    return f"{first_upper(text)}."
