"""What each view of the page Data hands to the page: two sheets of blocks, and its tables as files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.assembly.evidence import Evidence
from graph.queries.answers.reading import claims_by_id, common
from graph.queries.answers.reply import Reply
from graph.queries.words.sentences import claim_text
from graph.store.base import View
from talentgraph.ui import blocks, table
from talentgraph.ui.component import Block
from talentgraph.ui.table import Column, Row, text

FIRST_CLAIMS = 30
_CLAIMS = (
    Column("claim", "Claim"),
    Column("status", "Status"),
    Column("when", "When"),
    Column("source", "Source"),
    Column("published", "Published"),
    Column("url", "Address"),
)
File = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Shown:
    """`tables` are files by their label, made when they are asked for."""

    left: Sequence[Block]
    right: Sequence[Block] = ()
    tables: Mapping[str, File] = field(default_factory=dict)


def reply_about(view: View, claims: Iterable[str]) -> Reply:
    """These claims, with the cards of all that they name."""
    return Reply(**common(view, claims=claims_by_id(view, claims).values()))


def claims_block(reply: Reply, found: Iterable[Evidence], every: bool, title: str = "Claims") -> Block:
    """Newest first: the first ones, or all of them, with the button for the others."""
    newest = sorted(found, key=lambda e: (-e.known_from, *e.order))
    block = blocks.claims(reply, newest if every else newest[:FIRST_CLAIMS], title)
    if len(newest) > FIRST_CLAIMS:
        label = "Show fewer" if every else f"Show all {len(newest):,}"
        block["buttons"] = [{"label": label, "action": "claims"}]
    return {**block, "count": f"{len(newest):,}"}


def claims_file(reply: Reply, found: Iterable[Evidence]) -> bytes:
    return table.as_csv(_CLAIMS, [_claim_row(reply, each) for each in found])


def _claim_row(reply: Reply, evidence: Evidence) -> Row:
    claim, source = evidence.claim, evidence.source
    cells = {
        "claim": text(claim_text(evidence, reply.name)),
        "status": text(str(claim.status)),
        "when": text(claim.when.text),
        "source": text(source.title),
        "published": text(source.date),
        "url": text(source.url),
    }
    return Row(evidence.id, cells, {"source_id": source.id, "claim_id": evidence.id, "quote": claim.quote})


def figure(value: int, label: str, note: str = "", action: str = "", chosen: bool = False) -> Block:
    """A number; one with an action opens what is behind it."""
    return {"value": f"{value:,}", "label": label, "note": note, "action": action, "chosen": chosen}


def unbroken(text: str) -> str:
    """The same words on one line."""
    return text.replace(" ", "\u00a0").replace("-", "\u2011")


def counted(n: int, one: str, several: str = "") -> str:
    """`1 claim`, `1,204 claims`."""
    return f"{n:,} {one if n == 1 else several or f'{one}s'}"
