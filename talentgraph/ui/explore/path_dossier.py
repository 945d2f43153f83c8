"""The dossier of a path that is drawn in red: its hops in words, each with its sources."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from graph.assembly.rows import EdgeRow
from graph.queries.network.neighbourhood import Neighbourhood
from graph.queries.words.sentences import edge_text
from talentgraph.ui import blocks
from talentgraph.ui.component import Block
from talentgraph.ui.paths.rails import ordered


def path_blocks(around: Neighbourhood, path: Sequence[str]) -> list[Block]:
    """`around` has the links of the picture. A hop without any says so."""
    steps = len(path) - 1
    rows = [row for step, hop in enumerate(pairwise(path), 1) for row in _hop(around, hop, step)]
    said = f"{around.name(path[0])} to {around.name(path[-1])}"
    listed = "\n".join(f"{row['when']}: {_plain(row)}" if row["when"] else _plain(row) for row in rows)
    return [
        {
            "type": "head",
            "shape": "person",
            "kind": f"Path of {steps} step{'s' if steps != 1 else ''}",
            "name": said,
        },
        {
            "type": "actions",
            "buttons": [
                {"label": "Copy as text", "copy": f"{said}\n{listed}\n", "strong": True},
                {"label": "Close", "action": "close-path"},
            ],
        },
        {"type": "sentences", "title": "In words", "rows": rows, "stacked": True},
    ]


def _hop(around: Neighbourhood, hop: tuple[str, str], step: int) -> list[Block]:
    rows = ordered([row for row in around.edges if joins(row, set(hop))])
    if not rows:
        text = f"{around.name(hop[0])} and {around.name(hop[1])} are not linked in this view."
        return [{"when": f"Step {step}", "text": [text]}]
    return [_sentence(around, row, hop[0], f"Step {step}" if row is rows[0] else "") for row in rows]


def joins(row: EdgeRow, ends: set[str]) -> bool:
    """Whether a link is a hop between the two: whoever is at a lab is at its company, too."""
    return ends in ({row.subject, row.object}, {row.subject, row.company})


def _sentence(around: Neighbourhood, row: EdgeRow, start: str, step: str) -> Block:
    found = around.evidence(row)
    text = blocks.runs(around, lambda say: edge_text(row, found, say, start, around.now))
    sources = blocks.chips(blocks.spoken(found), around.name)
    return {"when": step, "text": [*text, "."], "status": str(row.status), "sources": sources}


def _plain(row: Block) -> str:
    return "".join(run if isinstance(run, str) else run["name"] for run in row["text"])
