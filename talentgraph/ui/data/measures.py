"""Coverage as shares: how many stints have a start, an end, a source; and which have not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from graph.assembly.evidence import Evidence
from graph.queries.answers.counting import Spell, spells_of
from graph.queries.answers.reading import claims_by_id, without_day
from graph.queries.ledger.quality import MEASURES, Measure, Quality, Row, quality
from graph.store.scope import Scope
from talentgraph.ui import ledger
from talentgraph.ui.component import Block
from talentgraph.ui.data.shown import counted

LABELS = {
    "start": ("With a start", "start"),
    "end": ("With an end", "end"),
    "going on": ("Going on when last heard of", "word on going on"),
    "source": ("With an address to read", "address"),
    "dated source": ("With a dated source", "dated source"),
    "second origin": ("With a second, independent origin", "second origin"),
}
"""Of each measure: what has it, and what is missing where it has not."""


@dataclass(frozen=True)
class Measured:
    """The coverage of the ledger, with the stints that were counted, each with its claims."""

    quality: Quality
    stints: tuple[tuple[Spell, tuple[Evidence, ...]], ...]

    def of(self, row: Row) -> list[tuple[Spell, tuple[Evidence, ...]]]:
        """The stints that a row counts."""
        match row.of:
            case "all":
                return list(self.stints)
            case "set":
                return [each for each in self.stints if any(row.id in e.sets for e in each[1])]
            case _:
                return [each for each in self.stints if each[0].organisation == row.id]

    def lacking(self, row: Row, measure: str) -> list[tuple[Spell, tuple[Evidence, ...]]]:
        """Those of them that have not what is measured."""
        has = named(measure).has
        return [(spell, claims) for spell, claims in self.of(row) if not has(spell, claims)]


@st.cache_resource(max_entries=8, show_spinner="Counting what is dated and sourced.")
def measured(version: int, scope: Scope) -> Measured:  # noqa: ARG001 - the version is part of the key
    store = ledger.store()
    view = store.view(scope)
    whole = without_day(view, store.view)
    spells = list(spells_of(whole.stints().edges))
    held = claims_by_id(whole, (id_ for spell in spells for id_ in spell.claims))
    stints = tuple((spell, _claims(spell, held)) for spell in spells)
    return Measured(quality(view, reopen=store.view), stints)


def _claims(spell: Spell, held: Mapping[str, Evidence]) -> tuple[Evidence, ...]:
    return tuple(held[id_] for id_ in spell.claims if id_ in held)


def named(measure: str) -> Measure:
    return next(each for each in MEASURES if each.name == measure)


def key(row: Row) -> str:
    """How the address names a row of the coverage."""
    return {"all": "all", "set": f"set {row.id}"}.get(row.of, row.id)


def shares(row: Row, chosen: str) -> Block:
    """Each measure of a row; a press shows the stints that lack it."""
    note = "a number shows which lack it" if row.stints else ""
    listed = [
        {
            "label": LABELS[measure.name][0],
            "n": n,
            "of": row.stints,
            "said": _said(n, row),
            "note": measure.definition,
            "action": f"to quality|{key(row)}|{measure.name}" if n < row.stints else "",
            "chosen": measure.name == chosen,
        }
        for measure, n in zip(MEASURES, row.have, strict=True)
    ]
    return {"type": "shares", "title": "Stints", "count": f"{row.stints:,}", "note": note, "rows": listed}


def _said(n: int, row: Row) -> str:
    """`151 of 310, 49 %`; of too few no percentage."""
    share = row.share(n)
    return f"{n:,} of {row.stints:,}" + ("" if share is None else f", {100 * share:.0f} %")


def lacking_title(found: Sequence[object], measure: str) -> str:
    return f"{counted(len(found), 'stint')} without {_article(LABELS[measure][1])}"


def _article(words: str) -> str:
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"
