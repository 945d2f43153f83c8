"""What changed since a day: claims known since, claims withdrawn since, disagreements opened and settled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import streamlit as st

from graph.assembly.evidence import Evidence
from graph.queries.ledger.changes import GONE, Changes, Tally, changes
from graph.queries.people.turns import CONTINUED, OPENED, SETTLED
from graph.queries.words.sentences import day_text
from graph.store.scope import Scope
from talentgraph.ui import blocks, ledger, table
from talentgraph.ui.component import Block
from talentgraph.ui.data.asked import Asked
from talentgraph.ui.data.shown import FIRST_CLAIMS, Shown, claims_file, figure
from talentgraph.ui.table import Column, Row, Sorting, count, text

KNOWN, WITHDRAWN = "known", "withdrawn"
PARTS = (KNOWN, WITHDRAWN, OPENED, CONTINUED, SETTLED)
_TITLES = {
    KNOWN: "Known since",
    WITHDRAWN: "Withdrawn since",
    OPENED: "Disagreements opened",
    CONTINUED: "Disagreements that went on, with other claims",
    SETTLED: "Disagreements settled",
}
_COLUMNS = (
    Column("name", "Name", place="", sorts=False),
    Column("known", "Known", align="right", place="lead", short="known", sorts=False),
    Column("withdrawn", "Withdrawn", align="right", short="withdrawn", sorts=False),
)
_UNSORTED = Sorting("known", falling=True)
_MOST_NAMES = 15
_NAMING = ("named", "identified_by")
_MONTH = 30


@st.cache_resource(max_entries=8, show_spinner="Comparing with that day.")
def since(version: int, scope: Scope, day: int) -> Changes:  # noqa: ARG001 - the version is part of the key
    store = ledger.store()
    return changes(store.view(scope), day, reopen=store.view)


def shown(reply: Changes, titles: Mapping[str, str], asked: Asked) -> Shown:
    """`titles` of sets by their ids."""
    part = asked.part if asked.part in PARTS else KNOWN
    left = [
        {"type": "figures", "rows": list(_figures(reply, part))},
        *_listed(reply, part, asked.every),
        *_cuts(reply),
    ]
    names = _name_rows(reply)
    right = [*_sets(reply, titles), *_names(names), _clocks(reply)]
    return Shown(
        left,
        right,
        {
            "Claims known since": lambda: claims_file(reply, reply.found(reply.known)),
            "Claims withdrawn since": lambda: claims_file(reply, reply.found(w.id for w in reply.withdrawn)),
            "Disagreements": lambda: _turns_file(reply),
            "Names that changed": lambda: table.as_csv(_COLUMNS, names),
        },
    )


def spoken(found: Iterable[Evidence]) -> list[Evidence]:
    """Without what sets themselves say of names, as far as it can be told once the set is gone."""
    return [
        each
        for each in blocks.spoken(found)
        if not (each.source.title == GONE and each.claim.relation in _NAMING)
    ]


def _known(reply: Changes) -> list[Evidence]:
    return spoken(reply.found(reply.known))


def withdrawn(reply: Changes) -> list[Evidence]:
    return spoken(reply.found(each.id for each in reply.withdrawn))


def _figures(reply: Changes, part: str) -> Iterator[Block]:
    for word, n, label, note in (
        (KNOWN, len(_known(reply)), "claims known", _undated(reply)),
        (WITHDRAWN, len(withdrawn(reply)), "claims withdrawn", "by a later load"),
        (OPENED, len(reply.turned(OPENED)), "disagreements opened", ""),
        (CONTINUED, len(reply.turned(CONTINUED)), "went on", "with other claims"),
        (SETTLED, len(reply.turned(SETTLED)), "settled", ""),
    ):
        yield figure(n, label, note, f"part {word}", word == part)


def _undated(reply: Changes) -> str:
    n = reply.undated_sources
    return f"{n:,} on undated pages, by the day of reading" if n else ""


def _listed(reply: Changes, part: str, every: bool) -> Iterator[Block]:
    """What stands behind the chosen number."""
    day = day_text(reply.since)
    if part in (KNOWN, WITHDRAWN):
        ids = reply.known if part == KNOWN else tuple(gone.id for gone in reply.withdrawn)
        yield from _claims(reply, ids, part, every)
        return
    turns = reply.turned(part)
    yield {
        "type": "section",
        "title": _TITLES[part],
        "count": f"{len(turns):,}",
        "red": part != SETTLED,
        "note": f"since {day}",
    }
    yield from (blocks.turned(reply, turn) for turn in turns)
    if not turns:
        yield {"type": "note", "text": [f"Nothing since {day}."]}


def _claims(reply: Changes, ids: Sequence[str], part: str, every: bool) -> Iterator[Block]:
    found = spoken(reply.found(ids))
    block = blocks.claims(reply, found if every else found[:FIRST_CLAIMS], _TITLES[part])
    if len(found) > FIRST_CLAIMS:
        label = "Show fewer" if every else f"Show all {len(found):,}"
        block["buttons"] = [{"label": label, "action": "claims"}]
    note = f"since {day_text(reply.since)}, latest first"
    yield {**block, "count": f"{len(found):,}", "note": note}
    if not ids:
        yield {"type": "note", "text": ["Nothing. Choose an earlier day to see more."]}
    if len(found) < len(ids):
        more = f"{len(ids) - len(found):,} more say what sets call their entities: they are in the download."
        yield {"type": "note", "text": [more]}


def _cuts(reply: Changes) -> Iterator[Block]:
    for cut in reply.cuts:
        fact = f"Cut off at {int(cut.allowed):,}." if cut.limit == "query_rows" else "Cut off."
        yield {"type": "band", "fact": fact, "hint": cut.hint, "buttons": []}


def _tallies(reply: Changes, of: Callable[[Evidence], Iterable[str]]) -> list[Tally]:
    """How many claims are known and withdrawn by what `of` finds in them, most first."""
    known = Counter(id_ for each in _known(reply) for id_ in of(each))
    gone = Counter(id_ for each in withdrawn(reply) for id_ in of(each))
    found = [Tally(id_, known[id_], gone[id_]) for id_ in known | gone]
    return sorted(found, key=lambda tally: (-tally.known - tally.withdrawn, tally.id))


def _ends(evidence: Evidence) -> tuple[str, ...]:
    return tuple(filter(None, dict.fromkeys((evidence.claim.subject, evidence.claim.object))))


def _sets(reply: Changes, titles: Mapping[str, str]) -> Iterator[Block]:
    """Of a withdrawn claim, the set whose load withdrew it."""
    by_load = {each.id: (each.set_id,) for each in reply.withdrawn}
    tallies = _tallies(reply, lambda each: by_load.get(each.id, each.sets))
    if tallies:
        rows = [_tally_row(tally, text(titles.get(tally.id, tally.id))) for tally in tallies]
        yield {"type": "section", "title": "By set", "count": str(len(rows))}
        yield table.block(_COLUMNS, rows, _UNSORTED, caption="By set")


def _names(rows: Sequence[Row]) -> Iterator[Block]:
    """The names that most changes speak of; each opens its page."""
    if rows:
        left = len(rows) - _MOST_NAMES
        note = f"{left:,} more in the download" if left > 0 else ""
        yield {"type": "section", "title": "By name", "count": f"{len(rows):,}", "note": note}
        yield table.block(_COLUMNS, rows[:_MOST_NAMES], _UNSORTED, caption="By name", word="page")


def _name_rows(reply: Changes) -> list[Row]:
    return [
        _tally_row(tally, table.Cell([blocks.name(reply, tally.id)], reply.name(tally.id)))
        for tally in _tallies(reply, _ends)
    ]


def _tally_row(tally: Tally, name: table.Cell) -> Row:
    cells = {"name": name, "known": count(tally.known), "withdrawn": count(tally.withdrawn)}
    return Row(tally.id, cells, {"id": tally.id})


def _clocks(reply: Changes) -> Block:
    """Both clocks, in words."""
    until = day_text(reply.scope.known_on) if reply.scope.known_on else "today"
    rows = [
        {"label": "Known", "value": [f"The source came out after {day_text(reply.since)} and by {until}."]},
        {
            "label": "Withdrawn",
            "value": ["A load after that day took the claim out of the last set that held it."],
        },
        {"label": "Undated", "value": ["A page without a date counts from the day on which it was read."]},
    ]
    return {"type": "details", "title": "What counts", "rows": rows}


def _turns_file(reply: Changes) -> bytes:
    columns = (Column("change", "Change"), Column("question", "Question"), Column("now", "Now"))
    rows = [
        Row(
            str(number),
            {
                "change": text(turn.change),
                "question": text(turn.disagreement.question),
                "now": text(turn.now),
            },
            {"claims": " ".join(turn.disagreement.claims)},
        )
        for number, turn in enumerate(reply.turns)
    ]
    return table.as_csv(columns, rows)


def usual_day(now: int | None) -> int | None:
    """The day since which changes are shown unless another is asked for: a month back."""
    return None if now is None else now - _MONTH
