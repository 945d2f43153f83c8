"""The judgements of a ledger, with what either id was called by itself: a merged id has no card any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from graph.assembly.evidence import Evidence
from graph.assembly.names import shown_name
from graph.store.answers import Judged
from graph.store.ledger import Ledger


def judged(ledger: Ledger, known: Iterable[Evidence]) -> tuple[Judged, ...]:
    """All of them, by the pair of ids. `known`: the claims of which names are taken."""
    ids = {id_ for pair in ledger.judgements for id_ in pair}
    named = _named(ledger, known, ids) if ids else {}
    called = {id_: shown_name(id_, named.get(id_, ()))[0] for id_ in ids}
    found = (ledger.judgements[pair] for pair in sorted(ledger.judgements))
    return tuple(Judged(j.left, j.right, j.same, called[j.left], called[j.right]) for j in found)


def _named(ledger: Ledger, known: Iterable[Evidence], ids: set[str]) -> dict[str, list[Evidence]]:
    """The claims on the names of these ids, as they were written."""
    found: dict[str, list[Evidence]] = defaultdict(list)
    for each in known:
        if each.claim.relation == "named":
            claim = ledger.claims[each.id].claim
            if claim.subject in ids:
                found[claim.subject].append(replace(each, claim=claim))
    return found
