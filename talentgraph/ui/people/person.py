"""The page of one person as two sheets: their career; what is disputed in it, and who was beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from graph.assembly.evidence import Evidence
from graph.assembly.rows import Certainty, EdgeRow
from graph.exports.answer_table import write
from graph.model.days import DAYS_IN_A_MONTH, DAYS_IN_A_YEAR, iso
from graph.queries.people.careers import Career
from graph.queries.people.colleagues import Colleagues, colleagues
from graph.queries.people.dossier import Dossier
from graph.queries.people.moves import Moves, moves
from graph.queries.words.sentences import day_text
from graph.settings import settings
from graph.store.answers import Overlap
from graph.store.base import View
from talentgraph.ui import blocks, dossier
from talentgraph.ui.component import Block
from talentgraph.ui.people.chronology import in_words
from talentgraph.ui.people.lanes import career_lanes, offer_address, when_text
from talentgraph.ui.people.twin import COLUMNS as CAREER
from talentgraph.ui.people.twin import rows as career_rows
from talentgraph.ui.people.twin import twin
from talentgraph.ui.table import Column, Row, as_csv, count, text

_FIRST_COLLEAGUES = 8
_HELD = (Certainty.CERTAIN, Certainty.LIKELY)
_TIMES = {2: "for the second time", 3: "for the third time"}


def left(
    shown: Dossier, edge: str, every_claim: bool, *, as_table: bool = False, order: str = ""
) -> list[Block]:
    """Head, buttons, career or its table, the claims of the chosen bar, the career in words, all claims."""
    id_ = shown.entity.id
    buttons: list[Block] = [
        {"label": "Show in network", "action": f"network {id_}", "strong": True},
        {"label": "Path from here", "action": f"path {id_}"},
        {"label": "All people", "action": "all"},
    ]
    parts = [
        _head(shown),
        {"type": "actions", "buttons": buttons},
        _pictured(shown, edge, order, as_table=as_table),
        _bar_claims(shown, edge),
        in_words(shown),
        dossier.figures(shown),
        blocks.folded(dossier.claims(shown), every_claim),
    ]
    return [part for part in parts if part]


def _head(shown: Dossier) -> Block:
    """With since when, and for which time, where one is known to be at one place."""
    block = dossier.head(shown)
    career = shown.career
    day = shown.scope.true_on or shown.now
    if career is None or day is None:
        return block
    if not block["line"] and shown.scope.true_on is not None:
        block["line"] = [f"Not known to be anywhere on {day_text(day)}"]
    held = [
        s for s in career.stints if s.places[-1].certainty_on(day) in (Certainty.CERTAIN, Certainty.LIKELY)
    ]
    if len(held) == 1:
        times = _TIMES.get(held[0].places[0].ordinal, "")
        tail = "".join(f", {words}" for words in (when_text(career, held[0], day), times) if words)
        block["line"] = [*block["line"], tail]
    return block


def right(view: View, shown: Dossier, everyone: bool) -> list[Block]:
    """Disagreements, colleagues, who moved the same way."""
    beside = colleagues(view, shown.entity.id)
    parts = [
        *dossier.disagreements(shown, shown.disagreements),
        _colleagues(beside, everyone),
        _same_way(view, shown),
    ]
    return [part for part in parts if part]


def _pictured(shown: Dossier, edge: str, order: str, *, as_table: bool) -> Block | None:
    lanes = _career(shown, edge)
    if lanes is None or not as_table:
        return lanes
    return twin(lanes, edge, order)


def _career(shown: Dossier, edge: str) -> Block | None:
    if shown.career is None:
        return None
    offers = [offer for offer in shown.offers if offer.recipient == shown.entity.id]
    lanes = career_lanes(
        shown,
        shown.career,
        offers,
        lambda address, _: {"action": f"edge {address}"},
        chosen=edge,
        note="a bar opens its claims",
        key=True,
    )
    return lanes and {**lanes, "buttons": [{"label": "Show as table", "action": "table"}]}


def _bar_claims(shown: Dossier, address: str) -> Block | None:
    """What stands behind the bar or diamond that was pressed."""
    found = _behind(shown, address) if address else ()
    if not found:
        return None
    block = blocks.claims(shown, blocks.spoken(found), "Claims behind this bar", "")
    return {**block, "buttons": [{"label": "Close", "action": "edge"}]}


def _behind(shown: Dossier, address: str) -> tuple[Evidence, ...]:
    offer = next((o for o in shown.offers if offer_address(o) == address), None)
    if offer:
        return shown.found(offer.claims)
    edges = _edges(shown.career, address) if shown.career else ()
    return shown.found(id_ for edge in edges for id_, _ in edge.claims)


def _edges(career: Career, address: str) -> Sequence[EdgeRow]:
    """A whole stint with its roles, or the one edge of this address."""
    for stint in career.stints:
        if stint.places[0].address == address:
            return (*stint.places, *stint.roles)
    return [edge for edge in career.edges if edge.address == address]


def _colleagues(reply: Colleagues, everyone: bool) -> Block | None:
    """One row a person: how long together in all, and where."""
    together = grouped(reply.overlaps)
    if not together:
        return None
    listed = list(together.items())
    rows = [_colleague(reply, id_, met) for id_, met in listed[: None if everyone else _FIRST_COLLEAGUES]]
    rest = len(listed) - _FIRST_COLLEAGUES
    label = "Show fewer" if everyone else f"Show all {len(listed)}"
    buttons = [{"label": label, "action": "colleagues"}] if rest > 0 else []
    return {
        "type": "links",
        "title": "Colleagues",
        "count": len(listed),
        "note": "time together",
        "rows": rows,
        "buttons": buttons,
    }


def grouped(overlaps: Iterable[Overlap]) -> dict[str, list[Overlap]]:
    """Overlaps by person, those longest together first."""
    together: dict[str, list[Overlap]] = defaultdict(list)
    for overlap in overlaps:
        together[overlap.person].append(overlap)
    return dict(sorted(together.items(), key=lambda item: (-_days(item[1]), item[0])))


def _days(met: Iterable[Overlap]) -> int:
    """Days in all; two places on one day count once."""
    return len({day for overlap in met for day in range(overlap.first, overlap.until)})


def _colleague(reply: Colleagues, id_: str, met: list[Overlap]) -> Block:
    places = dict.fromkeys(reply.name(overlap.organisation or overlap.company) for overlap in met)
    most = "up to " if any(map(reply.goes_on, met)) else ""
    return {**blocks.name(reply, id_), "note": most + length_text(_days(met)), "text": ", ".join(places)}


def length_text(days: int) -> str:
    """`3 days`, `8 months`, `2 years`: rounded to what a reader needs."""
    if days < 2 * DAYS_IN_A_MONTH:
        return f"{days} day{'s' if days != 1 else ''}"
    if days < 2 * DAYS_IN_A_YEAR:
        return f"{round(days / DAYS_IN_A_MONTH)} months"
    return f"{round(days / DAYS_IN_A_YEAR)} years"


def _same_way(view: View, shown: Dossier) -> Block | None:
    """Others whose arrival lies within so many days of this person's, from and to the same companies."""
    within = settings().along_days
    rows = []
    for move in shown.career.moves if shown.career else ():
        if move.is_transfer:
            continue
        ends = (move.row.origin_company, move.row.destination_company)
        first, last = move.row.day_lo - within, move.row.day_hi + within
        others = moves(view, out_of=ends[0], into=ends[1], first=max(first, 1), last=last)
        rows += _others(others, shown.entity.id)
    if not rows:
        return None
    note = f"within {within} days"
    return {"type": "links", "title": "Moved the same way", "count": len(rows), "note": note, "rows": rows}


def _others(reply: Moves, me: str) -> list[Block]:
    return [
        {
            **blocks.name(reply, move.row.person),
            "note": move.when,
            "text": f"{reply.name(move.row.origin)} to {reply.name(move.row.destination)}"
            + ("" if move.grade is None or str(move.grade) == "certain" else f", {move.grade}")
            + f", {move.status}",
        }
        for move in reply.moves
        if move.row.person != me and not move.is_transfer
    ]


def tables(view: View, shown: Dossier) -> dict[str, Callable[[], bytes]]:
    """The files of this page by what they hold."""
    whom = shown.entity.id
    found: dict[str, Callable[[], bytes]] = {"Colleagues": lambda: _colleagues_csv(view, whom)}
    if shown.career and shown.career.moves:
        found["Moves"] = lambda: write(moves(view, whom))
    if lanes := _career(shown, ""):
        found["Career"] = lambda: as_csv(CAREER, career_rows(lanes))
    return found


def _colleagues_csv(view: View, whom: str) -> bytes:
    reply = colleagues(view, whom)
    columns = (
        Column("colleague", "With"),
        Column("place", "At"),
        Column("first", "First day"),
        Column("until", "Until"),
        Column("days", "Days"),
    )
    rows = [
        Row(
            str(number),
            {
                "colleague": text(reply.name(met.person)),
                "place": text(reply.name(met.organisation or met.company)),
                "first": text(iso(met.first)),
                "until": text(iso(met.until - 1)),
                "days": count(met.days),
            },
            {"id": met.person},
        )
        for number, met in enumerate(reply.overlaps)
    ]
    return as_csv(columns, rows)
