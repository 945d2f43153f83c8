"""The sources: who published what when, how it counts, whom it cites; the claims of one of them beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graph.model.days import day_of
from graph.model.source import Source
from graph.model.text import fold
from graph.queries.words.sentences import day_text, when_text
from graph.settings import settings
from graph.store.base import View
from talentgraph.ui import table
from talentgraph.ui.component import Block
from talentgraph.ui.data.asked import Asked
from talentgraph.ui.data.book import Book
from talentgraph.ui.data.shown import Shown, claims_block, claims_file, counted, reply_about
from talentgraph.ui.table import Cell, Column, Row, Sorting, count, text

USUAL = Sorting("claims", falling=True)
COLUMNS = (
    Column("publisher", "Publisher", place=""),
    Column("title", "Title"),
    Column("date", "Published"),
    Column("kind", "Kind"),
    Column("reliability", "Reliability", short="reliability"),
    Column("cites", "Cites", align="right", short="cites"),
    Column("cited", "Cited", align="right", short="cited by"),
    Column("claims", "Claims", align="right", place="lead", short="claims"),
)
_NEAR = (COLUMNS[0], COLUMNS[2], COLUMNS[7])


def shown(view: View, book: Book, asked: Asked, narrowed: str) -> Shown:
    """The part that is asked for is a set: only its sources are listed."""
    titles = {card.id: card.title for card in book.sets}
    within = asked.part if asked.part in titles else ""
    order = table.sorted_by(asked.sort, COLUMNS, USUAL)
    rows = table.arranged(_rows(book, within, narrowed), order)
    listed = [row.id for row in rows]
    chosen = asked.pick if asked.pick in book.sources else "" if asked.pick else next(iter(listed), "")
    found = reply_about(view, book.claims.get(chosen, ()))
    claims = (
        claims_block(found, found.claims.values(), asked.every) if found.claims else _silent(book, chosen)
    )
    right = [*_dossier(book, chosen, asked.pick), claims] if chosen else _absent(book, asked.pick)
    return Shown(
        [*_left(book, rows, order, chosen, titles.get(within, ""))],
        right,
        {
            "Sources": lambda: table.as_csv(COLUMNS, rows),
            "Claims of the source": lambda: claims_file(found, found.claims.values()),
        },
    )


def _absent(book: Book, id_: str) -> list[Block]:
    """A source that was asked for and cannot be shown: another would pass for it."""
    if not id_:
        return []
    later = "It came out after the day of “Known on”."
    hint = later if id_ in book.unread else "No set that is loaded defines it."
    buttons = [{"label": "All sources", "action": "to sources"}]
    return [{"type": "empty", "fact": "Not among these sources", "hint": hint, "buttons": buttons}]


def _left(book: Book, rows: Sequence[Row], order: Sorting, chosen: str, within: str) -> Iterator[Block]:
    if within:
        buttons = [{"label": "All sources", "action": "to sources"}]
        yield {"type": "band", "fact": f"Sources of “{within}”.", "hint": "", "buttons": buttons}
    note = f"{book.later:,} came out later" if book.later else "a row shows its claims"
    yield {"type": "section", "title": "Sources", "count": f"{len(rows):,}", "note": note}
    nothing = "No source here is called that. Try another word, or empty the field."
    most = settings().table_rows
    shown_ = rows[:most]
    yield {**table.block(COLUMNS, shown_, order, chosen=chosen, caption="Sources"), "nothing": nothing}
    if len(rows) > most:
        fact = f"Showing {most} of {len(rows):,} sources."
        yield {"type": "band", "fact": fact, "hint": "Narrow the list to see the rest.", "buttons": []}
    own = sum(len(book.claims.get(id_, ())) for id_ in book.own)
    if own:
        said = f"{counted(own, 'more claim')} are the sets' own words on what is called what."
        yield {"type": "note", "text": [said]}


def _rows(book: Book, within: str, narrowed: str) -> Iterator[Row]:
    words = fold(narrowed).split()
    for id_, source in book.sources.items():
        said = fold(f"{source.publisher} {source.title} {source.author}")
        if (not within or within in book.holders[id_]) and all(word in said for word in words):
            yield _row(book, source)


def _row(book: Book, source: Source) -> Row:
    name = source.publisher or source.title
    cells = {
        "publisher": Cell([name], name, fold(name), strong=True),
        "title": text(source.title, fold(source.title)),
        "date": _date(source),
        "kind": text(_kind(source)),
        "reliability": text(source.reliability),
        "cites": count(len(book.cites(source.id))),
        "cited": count(len(book.cited_by.get(source.id, ()))),
        "claims": count(len(book.claims.get(source.id, ()))),
    }
    return Row(source.id, cells, {"id": source.id, "url": source.url, "licence": source.licence})


def _date(source: Source) -> Cell:
    said = when_text(source.published)
    if not said:
        return Cell(["not dated"], None)
    return Cell([said], source.date, source.published.earliest)


def _kind(source: Source) -> str:
    return f"{source.form}, unnamed" if source.kind == "anonymous" else source.form


def _dossier(book: Book, id_: str, pressed: str) -> list[Block]:
    source = book.sources[id_]
    said = [source.publisher, when_text(source.published) or "not dated"]
    link = [{"publisher": "Read it there", "date": "", "title": source.title, "url": source.url}]
    head: Block = {
        "type": "record",
        "kind": "Source",
        "pressed": pressed,
        "name": source.title,
        "line": ", ".join(filter(None, said)),
        "sources": link if source.url else [],
    }
    parts = [head, {"type": "details", "rows": list(_details(book, source))}]
    for title, ids in (("Cites", book.cites(id_)), ("Cited by", book.cited_by.get(id_, ()))):
        if ids:
            parts += _listed(book, title, ids)
    return parts


def _details(book: Book, source: Source) -> Iterator[Block]:
    read = day_text(day_of(source.retrieved)) if source.retrieved else ""
    for label, value in (
        ("Author", source.author),
        ("Read on", read),
        ("Kind", _kind(source)),
        ("Reliability", source.reliability),
        ("Licence", source.licence or "not stated"),
        ("In", ", ".join(card.title for card in book.sets if card.id in book.holders[source.id])),
        ("Note", source.note),
    ):
        if value:
            yield {"label": label, "value": [value]}


def _listed(book: Book, title: str, ids: Iterable[str]) -> list[Block]:
    """Other sources, each of which a press opens."""
    rows = table.arranged((_row(book, book.sources[id_]) for id_ in ids), USUAL)
    columns = [Column(c.key, c.label, c.align, c.place, c.short, sorts=False) for c in _NEAR]
    head: Block = {"type": "section", "title": title, "count": str(len(rows))}
    return [head, table.block(columns, rows, USUAL, caption=title)]


def _silent(book: Book, id_: str) -> Block:
    """Of a source without a claim: it is here because others cite it."""
    why = "Other sources cite it; it was not read itself." if book.cited_by.get(id_) else ""
    text_ = f"No claim rests on it. {why}".strip()
    return {"type": "note", "text": [text_]}
