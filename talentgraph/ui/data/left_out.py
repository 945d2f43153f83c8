"""What is not kept: statements left out, claims withdrawn, what is never kept; how to be taken out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import streamlit as st

from graph.model.claimset import ClaimSet
from graph.model.text import first_upper, fold
from graph.queries.ledger.changes import Changes
from graph.queries.words.dates import with_dates
from graph.queries.words.sentences import day_text
from graph.store.base import View
from loaders import read, shipped_sets
from loaders.folder.claims import REPORT
from loaders.reading import read_document, read_table
from talentgraph.ui import blocks, ledger, table
from talentgraph.ui.component import Block
from talentgraph.ui.data.asked import Asked
from talentgraph.ui.data.book import Book
from talentgraph.ui.data.changes import withdrawn
from talentgraph.ui.data.shown import FIRST_CLAIMS, Shown, claims_file
from talentgraph.ui.table import Cell, Column, Row, Sorting, text

USUAL = Sorting("source")
COLUMNS = (
    Column("statement", "Statement", place=""),
    Column("fate", "Kept", place="lead"),
    Column("reason", "Why it is left out"),
    Column("source", "Source"),
    Column("place", "Place"),
)
_LEFT_OUT = {"partly": "in\u00a0part", "not-kept": "no"}
_NEVER = (
    ("Private life", "Health, family, home, age, faith."),
    ("Accusations", "Allegations of misconduct, and why somebody was dismissed."),
    ("Pay", "Only as an offer that a named outlet published."),
    ("Unnamed people", "They stay so: no name, identifier, address, exact day or place."),
    ("Not a fact", "Opinions without a speaker, predictions, colour, what follows from other claims."),
)
_TAKEN_OUT = (
    (
        "A wrong fact",
        "Mend its row and load the set again: the old claim is withdrawn, and named in the load.",
    ),
    ("In sets that ship", "Send the source that shows it. CONTRIBUTING, beside the code, says how."),
    (
        "Yourself",
        "You need no reason. SECURITY, beside the code, says whom to ask; the next release is without you.",
    ),
    (
        "In this ledger",
        "One command erases a person everywhere, backups too, and keeps loads from bringing them back.",
    ),
)
_FORGET = "talentgraph forget NAME"


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source says and a set does not keep, or not whole."""

    set_id: str
    source: str
    locator: str
    text: str
    fate: str
    reason: str

    @property
    def whole(self) -> str:
        """All that it says, in one text."""
        return "\n".join(astuple(self))


@st.cache_data(show_spinner="Reading what was left out.")
def statements() -> list[Statement]:
    """Of the sets that ship, in the order of their reports. Raises UnreadableFile for a broken one."""
    return [each for folder in shipped_sets() for each in _report(folder)]


def _report(folder: Path) -> Iterator[Statement]:
    file = folder / "report.csv"
    for record in read_table(read_document(file), REPORT) if file.exists() else ():
        take = record.take
        if (fate := take("fate")) in _LEFT_OUT:
            yield Statement(
                folder.name, take("source"), take("locator"), take("statement"), fate, take("reason")
            )


@st.cache_data(max_entries=4, show_spinner=False)
def unspoken(version: int) -> frozenset[str]:  # noqa: ARG001 - the key of the cache
    """Statements, whole, that may name somebody who was forgotten: the files that ship still hold them."""
    return forgotten(ledger.store().view(), statements())


def forgotten(view: View, given: Collection[Statement]) -> frozenset[str]:
    return view.forgotten_texts([each.whole for each in given], _shipped())


def _shipped() -> Iterator[ClaimSet]:
    for folder in shipped_sets():
        yield from read(folder).sets


def shown(book: Book, gone: Changes, asked: Asked, narrowed: str, hidden: Collection[str] = ()) -> Shown:
    """`gone`: the changes since the first day, of which the withdrawn claims are shown.

    Statements in `hidden`, whole, are counted, not shown.
    """
    order = table.sorted_by(asked.sort, COLUMNS, USUAL)
    rows = table.arranged(_rows(book, narrowed, hidden), order)
    titles = [card.title for card in book.sets]
    note = "a row opens its source"
    nothing = "Nothing of these sets was left out, or nothing that is called so."
    tabled = {**table.block(COLUMNS, rows, order, caption="Left out", word="to"), "nothing": nothing}
    head: Block = {"type": "section", "title": "Statements left out", "count": str(len(rows)), "note": note}
    return Shown(
        [*([head, tabled, *_held_back(book, hidden)] if titles else ()), *_withdrawn(gone, asked.every)],
        [
            *_prose("Never kept", _NEVER),
            *_prose("Correct a fact, or have yourself removed", _TAKEN_OUT),
            _command(),
        ],
        {
            "Left out": lambda: table.as_csv(COLUMNS, rows),
            "Claims withdrawn": lambda: claims_file(gone, gone.found(each.id for each in gone.withdrawn)),
        },
    )


def _rows(book: Book, narrowed: str, hidden: Collection[str]) -> Iterator[Row]:
    words, loaded = fold(narrowed).split(), {card.id for card in book.sets}
    for number, each in enumerate(statements()):
        if each.whole in hidden or each.source in book.unread:
            continue
        row = _row(book, each, f"sources|{each.source}||{number:04}")
        said = fold(" ".join(str(cell.plain or "") for cell in row.cells.values()))
        if each.set_id in loaded and all(word in said for word in words):
            yield row


def _row(book: Book, statement: Statement, id_: str) -> Row:
    source = book.sources.get(statement.source)
    by = (source.publisher or source.title) if source else "not in this ledger"
    cells = {
        "statement": text(with_dates(first_upper(statement.text))),
        "fate": Cell([_LEFT_OUT[statement.fate]], statement.fate, statement.fate),
        "reason": text(with_dates(first_upper(statement.reason))),
        "source": Cell([by], by, fold(by) + id_),
        "place": text(statement.locator),
    }
    return Row(id_, cells, {"set": statement.set_id, "source_id": statement.source})


def _held_back(book: Book, hidden: Collection[str]) -> Iterator[Block]:
    loaded = {card.id for card in book.sets}
    count = sum(each.whole in hidden and each.set_id in loaded for each in statements())
    if count:
        said = f"Not shown, since they may name somebody who was forgotten: {count:,}."
        yield {"type": "note", "text": [said]}


def _withdrawn(gone: Changes, every: bool) -> Iterator[Block]:
    """Claims that no set holds any more, the latest load first."""
    by_id = {each.id: each for each in gone.withdrawn}
    listed = sorted(withdrawn(gone), key=lambda each: (-by_id[each.id].number, by_id[each.id].order))
    shown_ = listed if every else listed[:FIRST_CLAIMS]
    block = blocks.claims(gone, shown_, "Claims withdrawn", "latest load first")
    for row, evidence in zip(block["rows"], shown_, strict=True):
        each = by_id[evidence.id]
        said = f"Withdrawn {day_text(each.day)} from the set {each.set_id}"
        row["note"] = f"{row['note']}. {said}" if row["note"] else said
    if len(listed) > FIRST_CLAIMS:
        label = "Show fewer" if every else f"Show all {len(listed):,}"
        block["buttons"] = [{"label": label, "action": "claims"}]
    yield {**block, "count": f"{len(listed):,}"}
    if not listed:
        yield {"type": "note", "text": ["No claim: all that were ever loaded are still in a set."]}


def _prose(title: str, rows: Collection[tuple[str, str]]) -> Sequence[Block]:
    listed = [{"label": label, "value": [said]} for label, said in rows]
    return [{"type": "details", "title": title, "rows": listed}]


def _command() -> Block:
    return {"type": "actions", "buttons": [{"label": "Copy the command", "copy": _FORGET, "note": _FORGET}]}
