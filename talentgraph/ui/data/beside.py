"""Two names side by side: what each is called and does, with dates and sources, on lines that they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.assembly.rows import EdgeRow
from graph.model.relations import RELATIONS
from graph.model.text import first_upper
from graph.queries.answers.reading import common
from graph.queries.answers.reply import Reply
from graph.queries.words.sentences import span_text
from graph.settings import settings
from graph.store.base import View
from talentgraph.ui import blocks, table
from talentgraph.ui.component import Block
from talentgraph.ui.table import NOTHING, Cell, Column, Row, Sorting

_MOST_LINKS = 40
_NO_DATE = "no date"
_Line = tuple[str, str, bool]
"""Relation, the entity at the other end, and whether the link comes from there."""


def side_by_side(view: View, ids: Sequence[str], titles: Mapping[str, str]) -> list[Block]:
    """One table with a column for each id. `titles` of sets by their ids."""
    edges = {id_: _edges(view, id_) for id_ in ids}
    reply = Reply(**common(view, ids, [edge for held in edges.values() for edge in held]))
    lines: dict[_Line, dict[str, list[EdgeRow]]] = defaultdict(lambda: defaultdict(list))
    for id_, held in edges.items():
        for edge in held:
            lines[_line(edge, id_)][id_].append(edge)
    listed = sorted(lines, key=lambda line: _rank(reply, line, lines[line]))
    rows = [*_known(view, reply, ids, titles)]
    rows += [_linked(reply, line, ids, lines[line]) for line in listed[:_MOST_LINKS]]
    names = [reply.name(id_) for id_ in ids]
    columns = [
        Column("what", "What", place="", sorts=False),
        *(Column(str(n), name, short=_short(name, ids), sorts=False) for n, name in enumerate(names)),
    ]
    made = table.block(columns, rows, Sorting("what"), caption="Side by side", word="")
    title = "Side by side" if len(ids) > 1 else "What is known"
    parts: list[Block] = [{**made, "title": title, "count": 0}]
    if len(listed) > _MOST_LINKS:
        parts.append(
            {"type": "note", "text": [f"{len(listed) - _MOST_LINKS} more links are on their pages."]}
        )
    return parts


def _short(name: str, ids: Sequence[str]) -> str:
    """Said before a value where there are two."""
    return f"{name}:" if len(ids) > 1 else ""


def _edges(view: View, id_: str) -> list[EdgeRow]:
    around = view.neighbours(id_, limit=settings().query_rows)
    return sorted({row for other in around.items for row in other.edges}, key=lambda row: row.order)


def _line(row: EdgeRow, id_: str) -> _Line:
    return (row.relation, row.subject, True) if row.object == id_ else (row.relation, row.object, False)


def _rank(reply: Reply, line: _Line, held: Mapping[str, Sequence[EdgeRow]]) -> tuple[int, bool, str, _Line]:
    """What both have first, then where they worked, then by name."""
    relation, other, _ = line
    return (-len(held), relation != "works_at", reply.name(other), line)


def _known(view: View, reply: Reply, ids: Sequence[str], titles: Mapping[str, str]) -> Iterator[Row]:
    cards = [reply.cards[id_] for id_ in ids]
    sets = [_sets(view, id_) for id_ in ids]
    for label, values in (
        ("Also called", [", ".join(card.names) for card in cards]),
        ("Identifiers", [", ".join(f"{kind} {text}" for kind, text in card.identifiers) for card in cards]),
        ("In the sets", [", ".join(titles.get(set_id, set_id) for set_id in each) for each in sets]),
    ):
        if any(values):
            yield _row(label, label, [Cell([said], said) if said else NOTHING for said in values])


def _sets(view: View, id_: str) -> list[str]:
    found = view.claims(of=[id_], limit=settings().query_rows).items
    return sorted({set_id for evidence in found for set_id in evidence.sets})


def _linked(reply: Reply, line: _Line, ids: Sequence[str], held: Mapping[str, list[EdgeRow]]) -> Row:
    relation, other, incoming = line
    name, known = blocks.name(reply, other), RELATIONS[relation]
    label = first_upper(known.inverse if incoming else known.label)
    what = Cell([name] if relation == "works_at" and not incoming else [f"{label} ", name], other)
    cells = [_times(reply, held[id_]) if id_ in held else NOTHING for id_ in ids]
    return _row("|".join(map(str, line)), what, cells)


def _row(id_: str, what: str | Cell, cells: Iterable[Cell]) -> Row:
    first = Cell([what], what) if isinstance(what, str) else what
    return Row(id_, {"what": first, **{str(n): cell for n, cell in enumerate(cells)}})


def _times(reply: Reply, rows: Sequence[EdgeRow]) -> Cell:
    said = "; ".join(dict.fromkeys(span_text(row) or _NO_DATE for row in rows))
    found = blocks.spoken(e for row in rows for e in reply.evidence(row))
    return Cell([said], said, sources=blocks.chips(found, reply.name))
