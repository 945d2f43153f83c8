"""The edges of an answer as rows of a table."""

from __future__ import annotations

from collections.abc import Sequence

from graph.assembly.rows import EdgeRow
from graph.queries.answers.reply import Plain, Reply
from graph.queries.words.sentences import edge_text, span_text


def edge_rows(reply: Reply, edges: Sequence[EdgeRow]) -> list[dict[str, Plain]]:
    """A row an edge, in the order given: its ends, when, status, in one sentence, with its claims."""
    return [_row(reply, edge) for edge in edges]


def _row(reply: Reply, edge: EdgeRow) -> dict[str, Plain]:
    return {
        "subject": reply.name(edge.subject),
        "relation": edge.relation,
        "object": reply.name(edge.object),
        "when": span_text(edge),
        "status": str(edge.status),
        "sentence": edge_text(edge, reply.evidence(edge), reply.name),
        "subject_id": edge.subject,
        "object_id": edge.object,
        "claims": " ".join(dict.fromkeys(id_ for id_, _ in edge.claims)),
    }
