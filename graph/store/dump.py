"""The whole ledger as canonical JSON lines: the format of `talentgraph dump`.

One record a line, UTF-8, keys sorted, no blanks, no escapes beyond JSON's own, "\\n" after each. Fields that are
empty are left out. Lines come by kind in this order, and within a kind sorted as said:

    {"set": {"id", "title", "licence", "compiled", "made"}}                                        by id
    {"entity": {"id", "subtype", "summary", "anonymous": true, "old_ids": […], "note"}, "sets": […]}
                                                                                                    by id, then sets
    {"source": {"id", "title", "publisher", "author", "date", "retrieved", "url", "kind", "form", "cites": […],
                "reliability", "licence", "note"}, "sets": […]}                                     by id
    {"claim": {…}, "sets": […]}                                                                     by claim id
    {"judgement": {"left", "right", "same": true | false}}                                          by left, right

`claim` holds exactly `graph.model.claim.as_fields`, so the SHA-256 of its canonical text gives its id. `sets` are the
ids of the sets that hold the record, sorted, never empty; an entity that two sets define with different completeness
has a line for each definition. `kind`, `form` and `reliability` of a source are always written.

A definition that no set holds any more, but that a live claim needs, is written with the sets of the claims that need
it. So the sets of a dump may lean on one another: they are loaded together (`Writer.load_all`), then the judgements.

With `withdrawn`, claims that no set holds any more follow the live ones as {"claim": {…}, "sets": [], "withdrawn": true};
whoever loads a dump leaves these lines out. What was forgotten is in no dump, and neither are the hashes of it.
"""
