"""The sets of the ledger: licence, day, what each holds and how well that is dated; one of them beside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from graph.model.days import day_of
from graph.model.entities import KINDS
from graph.queries.ledger.quality import Quality
from graph.queries.ledger.quality import Row as Coverage
from graph.queries.words.sentences import day_text
from graph.store.answers import SetCard
from talentgraph.ui import table
from talentgraph.ui.component import Block
from talentgraph.ui.data.asked import Asked
from talentgraph.ui.data.book import Book
from talentgraph.ui.data.measures import shares
from talentgraph.ui.data.shown import Shown, counted, figure, unbroken
from talentgraph.ui.table import Column, Row, Sorting, count

USUAL = Sorting("claims", falling=True)
COLUMNS = (
    Column("title", "Set", place=""),
    Column("licence", "Licence"),
    Column("compiled", "Compiled", short="compiled"),
    Column("sources", "Sources", align="right", short="sources"),
    Column("names", "Names", align="right", short="names"),
    Column("claims", "Claims", align="right", place="lead", short="claims"),
    Column("stints", "Stints", align="right", short="stints"),
    Column("start", "Start", align="right", short="with start"),
    Column("end", "End", align="right", short="with end"),
)
_KINDS = {
    "person": ("person", "people"),
    "group": ("group", "groups"),
    "org": ("organisation", "organisations"),
    "deal": ("deal", "deals"),
    "work": ("model or product", "models and products"),
}

NOTHING: Block = {
    "type": "empty",
    "fact": "No set is loaded",
    "hint": "Load a folder of your own, or take up the sets that ship with Talent Graph again.",
    "buttons": [
        {"label": "Load your own", "action": "to load", "strong": True},
        {"label": "Load what ships", "action": "shipped"},
    ],
}


def shown(book: Book, quality: Quality, asked: Asked, removing: str) -> Shown:
    """`removing`: the set about which the visitor is asked whether it is to go."""
    covered = {row.id: row for row in quality.rows if row.of == "set"}
    order = table.sorted_by(asked.sort, COLUMNS, USUAL)
    listed = [_row(book, card, covered[card.id]) for card in book.sets if card.id in covered]
    rows = table.arranged(listed, order)
    chosen = asked.pick if asked.pick in covered else rows[0].id
    card = next(card for card in book.sets if card.id == chosen)
    left: list[Block] = [
        {"type": "figures", "rows": list(_figures(book, quality))},
        {"type": "section", "title": "Sets", "count": len(rows), "note": "what no set says is not here"},
        table.block(COLUMNS, rows, order, chosen=chosen, caption="Sets"),
        {"type": "actions", "buttons": [{"label": "Load your own", "action": "to load"}]},
    ]
    right = _dossier(book, card, covered[chosen], asked.pick, removing == chosen)
    return Shown(left, right, {"Sets": lambda: table.as_csv(COLUMNS, rows)})


def _figures(book: Book, quality: Quality) -> Iterator[Block]:
    """What all sets hold together; each number opens the view where it is taken apart."""
    claims = {id_ for held in book.held.values() for id_ in held.claims}
    names = {id_ for held in book.held.values() for id_ in held.names}
    dated = sum(source.is_dated for source in book.sources.values())
    whole = quality.rows[0]
    own = sum(len(book.claims.get(id_, ())) for id_ in book.own)
    yield figure(len(claims), "claims", f"{own:,} say what things are called", "everything")
    silent = sum(not book.claims.get(id_) for id_ in book.sources)
    said = f"{dated:,} say when they came out" + (
        f"; {silent:,} only cited, without a claim" if silent else ""
    )
    yield figure(len(book.sources), "sources", said, "to sources")
    yield figure(len(names), "names", _kinds(Counter(id_.partition(":")[0] for id_ in names), 2))
    note = f"{whole.have[0]:,} with a start, {whole.have[1]:,} with an end"
    yield figure(whole.stints, "stints", note, "to quality")


def _kinds(counts: Counter[str], most: int = len(KINDS)) -> str:
    said = [counted(n, *_KINDS[kind]) for kind, n in counts.most_common(most)]
    return ", ".join(said)


def _row(book: Book, card: SetCard, covered: Coverage) -> Row:
    held = book.held[card.id]
    cells = {
        "title": table.Cell([card.title], card.title, card.title.casefold(), strong=True),
        "licence": table.Cell([unbroken(card.licence)], card.licence, card.licence),
        "compiled": table.Cell([unbroken(day_text(day_of(card.compiled)))], card.compiled, card.compiled),
        "sources": count(sum(card.id in book.holders[id_] for id_ in book.sources)),
        "names": count(len(held.names)),
        "claims": count(len(held.claims)),
        "stints": count(covered.stints),
        "start": count(covered.have[0]),
        "end": count(covered.have[1]),
    }
    return Row(card.id, cells, {"id": card.id, "made": card.made})


def _dossier(book: Book, card: SetCard, covered: Coverage, pressed: str, asked: bool) -> list[Block]:
    held = book.held[card.id]
    rows: list[Block] = [
        {"label": "Licence", "value": [card.licence]},
        {"label": "Compiled", "value": [day_text(day_of(card.compiled))]},
        {"label": "Speaks of", "value": [_kinds(held.kinds()) or "nobody"]},
        {"label": "Called", "value": [card.id]},
    ]
    return [
        {"type": "record", "kind": "Set", "name": card.title, "summary": card.made, "pressed": pressed},
        {"type": "details", "rows": rows},
        *_removal(card, asked),
        shares(covered, ""),
    ]


def _removal(card: SetCard, asked: bool) -> Sequence[Block]:
    """Its buttons; or, once it is asked to go, what that means: for all that it says, whatever the clocks."""
    if not asked:
        buttons: list[Block] = [
            {"label": "Its sources", "action": f"to sources||{card.id}", "strong": True},
            {"label": "Left out of it", "action": "to left-out"},
            {"label": "Remove", "action": f"remove {card.id}"},
        ]
        return [{"type": "actions", "buttons": buttons}]
    hint = (
        f"Of its {counted(card.claims, 'claim')}, those that no other set says are withdrawn: "
        "hidden, not erased. Loading the set again brings them back."
    )
    buttons = [{"label": "Remove", "action": f"really {card.id}"}, {"label": "Keep it", "action": "keep"}]
    return [{"type": "band", "fact": "Remove this set?", "hint": hint, "tone": "red", "buttons": buttons}]
