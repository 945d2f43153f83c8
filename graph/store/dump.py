r"""The whole ledger as canonical JSON lines: the format of `talentgraph dump`.

One record a line, UTF-8, keys sorted, no blanks, no escapes beyond JSON's own, "\n" after each. Fields
that are empty are left out. Lines come by kind in this order, and within a kind sorted as said:

    {"set": {"id", "title", "licence", "compiled", "made"}}                             by id
    {"entity": {"id", "subtype", "summary", "anonymous": true, "old_ids": […], "note"}, "sets": […]}
                                                                                        by id, then sets
    {"source": {"id", "title", "publisher", "author", "date", "retrieved", "url", "kind", "form",
                "cites": […], "reliability", "licence", "note"}, "sets": […]}                         by id
    {"claim": {…}, "sets": […]}                                                         by claim id
    {"judgement": {"left", "right", "same": true | false}}                              by the pair of ids,
                                                                                        smaller first

`claim` holds exactly `graph.model.claim.as_fields`, so the SHA-256 of its canonical text gives its id. `sets`
are the ids of the sets that hold the record, sorted, never empty; an entity that two sets define with
different completeness has a line for each definition. `kind`, `form` and `reliability` of a source are always
written.

A definition that no set holds any more, but that a live claim needs, is written with the sets of the claims
that need it. So the sets of a dump may lean on one another: they are loaded together (`Writer.load_all`),
then the judgements.

With `withdrawn`, claims that no set holds any more follow the live ones as {"claim": {…}, "sets": [],
"withdrawn": true}; whoever loads a dump leaves these lines out. What was forgotten is in no dump, and neither
are the hashes of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from graph.model.claim import as_fields
from graph.store.ledger import KEPT, Definition, Ledger, SetInfo
from graph.store.needed import needing
from graph.store.records import canonical, entity_fields, judgement_fields, source_fields

Line = dict[str, object]


def dump_lines(ledger: Ledger, withdrawn: bool = False) -> Iterator[str]:
    """The lines, without line ends."""
    needed = needing(ledger.live())
    sets = ({"set": _set_fields(ledger.sets[id_])} for id_ in sorted(ledger.sets))
    entities = _definitions("entity", ((k, entity_fields(e)) for k, e in ledger.entities.items()), needed)
    sources = _definitions("source", ((k, source_fields(s)) for k, s in ledger.sources.items()), needed)
    judgements = ({"judgement": judgement_fields(ledger.judgements[p])} for p in sorted(ledger.judgements))
    claims = _claims(ledger, withdrawn)
    return map(canonical, chain(sets, entities, sources, claims, judgements))


def _set_fields(info: SetInfo) -> Line:
    names = ("id", "title", "licence", "compiled", "made")
    return {name: getattr(info, name) for name in names if getattr(info, name)}


def _definitions(
    kind: str, given: Iterable[tuple[Definition, Line]], needed: dict[str, set[str]]
) -> Iterator[Line]:
    """One line for each definition, with the sets that hold it, else the sets that need it."""
    sets: dict[tuple[str, str], set[str]] = {}
    lines: dict[tuple[str, str], Line] = {}
    for (set_id, id_), fields in given:
        key = (id_, canonical(fields))
        lines[key] = fields
        sets.setdefault(key, set()).update(needed[id_] if set_id == KEPT else {set_id})
    ordered = sorted((id_, sorted(sets[id_, text]), text) for id_, text in lines)
    return ({kind: lines[id_, text], "sets": held} for id_, held, text in ordered)


def _claims(ledger: Ledger, withdrawn: bool) -> Iterator[Line]:
    ordered = [ledger.claims[id_] for id_ in sorted(ledger.claims)]
    for held in ordered:
        if held.sets:
            yield {"claim": as_fields(held.claim), "sets": list(held.sets)}
    if withdrawn:
        yield from (
            {"claim": as_fields(h.claim), "sets": [], "withdrawn": True} for h in ordered if not h.sets
        )
