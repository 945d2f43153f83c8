"""What a load would change, or has changed, as blocks: numbers, each of which opens what it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from graph.model.days import day_of
from graph.queries.people.turns import SETTLED, Turn
from graph.queries.words.sentences import day_text
from graph.store.answers import SetCard
from talentgraph.ui import blocks, table
from talentgraph.ui.component import Block
from talentgraph.ui.data.shown import counted, figure
from talentgraph.ui.table import Cell, Column, Row, Sorting, text
from talentgraph.ui.upload.outcome import MOST, Outcome

PREVIEW, LOADED, REMOVED = "Preview", "Loaded", "Removed"
_MOST = 50
_NAMES = (Column("name", "Name", place="", sorts=False), Column("kind", "Kind", place="lead", sorts=False))
_EXCLUDED = (
    Column("reason", "Why it is not kept", place="", sorts=False),
    Column("source", "Source", sorts=False),
    Column("place", "Place", sorts=False),
)
_AS_GIVEN = Sorting("")
_HELD_BACK = "Rows that name somebody who was erased from this ledger. They are not taken in, and not shown."


def report(outcome: Outcome, kind: str, part: str) -> list[Block]:
    """`kind` is one of the three words; `part` the number that is open."""
    numbers = list(_numbers(outcome, kind))
    known = [word for word, *_ in numbers]
    counted_ = [word for word, n, *_ in numbers if n]
    chosen = part if part in known else next(iter(counted_), known[0])
    figures = [figure(n, label, note, f"part {word}", word == chosen) for word, n, label, note in numbers]
    without = frozenset(outcome.fresh if kind == PREVIEW else outcome.lost)
    listed = [_unlinked(block, without) for block in _LISTS[chosen](outcome)]
    return [_head(outcome, kind), {"type": "figures", "rows": figures}, *listed]


def _head(outcome: Outcome, kind: str) -> Block:
    licences = ", ".join(dict.fromkeys(card.licence for card in outcome.sets))
    return {
        "type": "record",
        "kind": kind,
        "name": outcome.title or "An empty file",
        "line": f"{licences}. {_replaces(outcome.replaced)}" if kind == PREVIEW else licences,
        "summary": outcome.sets[0].made if len(outcome.sets) == 1 else "",
    }


def _replaces(replaced: Sequence[SetCard]) -> str:
    if not replaced:
        return "New to this ledger."
    said = [f"“{card.title}”, compiled {day_text(day_of(card.compiled))}" for card in replaced]
    return f"Replaces {' and '.join(said)}."


def _numbers(outcome: Outcome, kind: str) -> Iterator[tuple[str, int, str, str]]:
    """Word, number, label, small print. What is seldom is left out where there is none."""
    said = f"{outcome.said:,} more that another set says too" if outcome.said else ""
    unchanged = sum(each.unchanged for each in outcome.reports)
    kept = f"{unchanged:,} unchanged" if unchanged else ""
    lost = f"{counted(len(outcome.lost), 'name')} with them" if outcome.lost else ""
    held = sum(each.held_back for each in outcome.reports)
    excluded = sum(len(each.excluded) for each in outcome.reports)
    warnings = sum(len(each.warnings) for each in outcome.reports)
    if kind != REMOVED:
        yield "new", len(outcome.new), "claims new", said or kept
        yield "names", len(outcome.fresh), "names new", ""
    yield "gone", len(outcome.gone), "claims withdrawn", lost
    opened = "disagreements would open" if kind == PREVIEW else "disagreements opened"
    yield "opened", len(outcome.opened), opened, ""
    for word, n, label in (
        ("settled", len(outcome.settled), "settled"),
        ("held", held, "rows held back"),
        ("excluded", excluded, "statements not kept"),
        ("warnings", warnings, "warnings"),
    ):
        if n:
            yield word, n, label, ""


def _new(outcome: Outcome) -> Iterator[Block]:
    yield from _claims(outcome, outcome.new, "Claims new")


def _gone(outcome: Outcome) -> Iterator[Block]:
    yield from _claims(outcome, outcome.gone, "Claims withdrawn")
    if outcome.lost:
        yield from _listed(outcome, outcome.lost, "Names of which nothing is said any more")


def _claims(outcome: Outcome, ids: Sequence[str], title: str) -> Iterator[Block]:
    found = blocks.spoken(outcome.found(ids[:MOST]))
    block = blocks.claims(outcome, found[:_MOST], title, "")
    more = f"The first {_MOST} are shown." if len(ids) > _MOST else ""
    yield {**block, "count": f"{len(ids):,}", "more": more}
    own = len(ids[:MOST]) - len(found)
    if own:
        verb = "says" if own == 1 else "say"
        yield {"type": "note", "text": [f"{own:,} of them {verb} what things are called."]}
    if not ids:
        yield {"type": "note", "text": ["Nothing."]}


def _names(outcome: Outcome) -> Iterator[Block]:
    yield from _listed(outcome, outcome.fresh, "Names new")


def _listed(outcome: Outcome, ids: Sequence[str], title: str) -> Iterator[Block]:
    cards = [outcome.cards[id_] for id_ in ids[:MOST] if id_ in outcome.cards]
    rows = [
        Row(
            card.id, {"name": Cell([blocks.card_name(card)], card.name), "kind": text(blocks.kind_word(card))}
        )
        for card in sorted(cards, key=lambda card: (card.kind, card.name))
    ]
    note = f"the first {_MOST} are shown" if len(ids) > _MOST else ""
    yield {"type": "section", "title": title, "count": f"{len(ids):,}", "note": note}
    if rows:
        yield table.block(_NAMES, rows[:_MOST], _AS_GIVEN, caption=title, word="")
    else:
        yield {"type": "note", "text": ["Nothing."]}


def _opened(outcome: Outcome) -> Iterator[Block]:
    yield from _turns(outcome, outcome.opened, "Disagreements opened")


def _settled(outcome: Outcome) -> Iterator[Block]:
    yield from _turns(outcome, outcome.settled, "Disagreements settled")


def _turns(outcome: Outcome, turns: Sequence[Turn], title: str) -> Iterator[Block]:
    yield {
        "type": "section",
        "title": title,
        "count": f"{len(turns):,}",
        "red": any(turn.change != SETTLED for turn in turns),
    }
    yield from (blocks.turned(outcome, turn) for turn in turns[:_MOST])
    if not turns:
        yield {"type": "note", "text": ["Nothing."]}


def _held(_: Outcome) -> Iterator[Block]:
    yield {"type": "section", "title": "Held back"}
    yield {"type": "note", "text": [_HELD_BACK]}


def _excluded(outcome: Outcome) -> Iterator[Block]:
    given = [each for report_ in outcome.reports for each in report_.excluded]
    rows = [
        Row(str(n), {"reason": text(e.reason), "source": text(e.source), "place": text(e.locator)})
        for n, e in enumerate(given)
    ]
    yield {"type": "section", "title": "Statements not kept", "count": f"{len(rows):,}"}
    yield table.block(_EXCLUDED, rows, _AS_GIVEN, caption="Statements not kept", word="")


def _warnings(outcome: Outcome) -> Iterator[Block]:
    given = [each for report_ in outcome.reports for each in report_.warnings]
    yield {"type": "section", "title": "Warnings", "count": f"{len(given):,}"}
    yield from ({"type": "note", "text": [each]} for each in given[:_MOST])


_LISTS: dict[str, Callable[[Outcome], Iterator[Block]]] = {
    "new": _new,
    "names": _names,
    "gone": _gone,
    "opened": _opened,
    "settled": _settled,
    "held": _held,
    "excluded": _excluded,
    "warnings": _warnings,
}


def _unlinked(value: Any, without: frozenset[str]) -> Any:
    """The block, with names that open nothing as plain text."""
    if isinstance(value, dict):
        if value.get("id") in without and "shape" in value:
            return value["name"]
        return {key: _unlinked(each, without) for key, each in value.items()}
    return [_unlinked(each, without) for each in value] if isinstance(value, list) else value
