"""What changed, how good the ledger is, who may be the same, as JSON. `shape` documents the parts."""

from __future__ import annotations

from collections.abc import Iterable

from graph.queries.ledger.changes import Changes, Tally
from graph.queries.ledger.findings import KINDS, Finding
from graph.queries.ledger.quality import MEASURES, Quality, Row
from graph.queries.ledger.twins import Twins
from graph.queries.shapes import parts as part
from graph.queries.shapes.dealings import disagreement_json
from graph.queries.shapes.parts import Book, Json
from graph.resolve.candidates import TwinPair
from graph.resolve.reasons import DEFINITION, Reason


def changes(reply: Changes) -> Json:
    """`known`: claims, latest first, each with `known_on` and `sets`; `withdrawn`: claims, each with
    `withdrawn_on`, `by` (the set of the load) and `load` (its number); `total` counts both.

    `disagreements`: [{change, was, now, withdrawn, disagreement}], change one of opened, continued, settled,
    was and now grades or null, `withdrawn` ids of claims whose withdrawal settled it. `sets` and `entities`
    count claims by what holds them and whom they name, cut off or not.
    """
    return {
        "since": part.day(reply.since),
        "of": part.entities(reply, reply.of),
        "set": reply.set_id or None,
        "total": {"known": reply.total.known, "withdrawn": reply.total.withdrawn},
        "known": [
            {**part.claim(reply, e), "known_on": part.day(e.known_from), "sets": list(e.sets)}
            for e in reply.found(reply.known)
        ],
        "undated_sources": reply.undated_sources,
        "withdrawn": [
            {
                **part.claim(reply, reply.claims[gone.id]),
                "withdrawn_on": part.day(gone.day),
                "by": gone.set_id,
                "load": gone.number,
            }
            for gone in reply.withdrawn
        ],
        "disagreements": [
            {
                "change": turn.change,
                "was": turn.was or None,
                "now": turn.now or None,
                "withdrawn": list(turn.withdrawn),
                "disagreement": disagreement_json(reply, turn.disagreement),
            }
            for turn in reply.turns
        ],
        "sets": [{"set": t.id, "known": t.known, "withdrawn": t.withdrawn} for t in reply.sets],
        "entities": _tallies(reply, reply.entities),
    }


def _tallies(book: Book, tallies: Iterable[Tally]) -> list[Json]:
    return [{**part.entity(book, t.id), "known": t.known, "withdrawn": t.withdrawn} for t in tallies]


def quality(reply: Quality) -> Json:
    """`coverage`: [{of, id, name, stints, measures, findings, claims}], of one of all, set, organisation;
    `measures` {name: {stints, share}} with a null share of too few, `findings` {kind: number}, `claims` ids.

    `findings`: [{kind, about, text, claims}]; `definitions` {name of a measure: what it means}.
    """
    return {
        "organisation": part.entity(reply, reply.asked[0]) if reply.asked else None,
        "set": reply.set_id or None,
        "definitions": {measure.name: measure.definition for measure in MEASURES},
        "coverage": [_row(reply, row) for row in reply.rows],
        "findings": [_finding(reply, finding) for finding in reply.findings],
    }


def _row(reply: Quality, row: Row) -> Json:
    return {
        "of": row.of,
        "id": row.id or None,
        "name": reply.label(row),
        "stints": row.stints,
        "measures": {
            measure.name: {"stints": n, "share": _rounded(row.share(n))}
            for measure, n in zip(MEASURES, row.have, strict=True)
        },
        "findings": dict(zip(KINDS, row.findings, strict=True)),
        "claims": list(row.claims),
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)


def _finding(book: Book, finding: Finding) -> Json:
    return {
        "kind": finding.kind,
        "about": part.entities(book, finding.about),
        "text": finding.text,
        "claims": part.claims(book, finding.claims),
    }


def twins(reply: Twins) -> Json:
    """`candidates`: [{left, right, strength, names, reasons, against}], strongest first, of `total`; reasons
    and against [{text, claims}], strength from 0 to 100 as `definition` says, `names` those of left and right
    that tie them.

    `judgements`: [{left, right, same}]; who is merged has the name that the claims under that id give.
    """
    return {
        "of": part.entities(reply, reply.of),
        "kinds": list(reply.kinds),
        "total": reply.total,
        "definition": DEFINITION,
        "candidates": [_candidate(reply, pair) for pair in reply.pairs],
        "judgements": [
            {
                "left": {"id": each.left, "name": each.left_name, "kind": each.kind},
                "right": {"id": each.right, "name": each.right_name, "kind": each.kind},
                "same": each.same,
            }
            for each in reply.judgements
        ],
    }


def _candidate(book: Book, pair: TwinPair) -> Json:
    return {
        "left": part.entity(book, pair.left),
        "right": part.entity(book, pair.right),
        "strength": pair.strength,
        "names": list(pair.names),
        "reasons": [_reason(book, reason) for reason in pair.reasons],
        "against": [_reason(book, reason) for reason in pair.against],
    }


def _reason(book: Book, reason: Reason) -> Json:
    return {"text": reason.text, "claims": part.claims(book, reason.claims)}
