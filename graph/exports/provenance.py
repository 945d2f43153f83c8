"""What every export says of itself in words: clocks, level, version, cuts, sets, licence, claims, sources."""

from __future__ import annotations

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow
from graph.model.days import iso
from graph.model.relations import RELATIONS
from graph.model.source import Source
from graph.queries.answers.subgraph import Subgraph
from graph.queries.words.sentences import claim_text
from graph.store.answers import Cut

NOT_STATED = "not stated"
_LONGEST_HEADING = 100  # characters


def about(subgraph: Subgraph) -> list[tuple[str, str]]:
    """Name and text of all that must travel with the data; a line each for sets and cuts."""
    scope = subgraph.scope
    lines = [
        ("title", heading(subgraph)),
        ("true on", "any day" if scope.true_on is None else iso(scope.true_on)),
        ("known on", "all that is known" if scope.known_on is None else iso(scope.known_on)),
        ("level", str(scope.level)),
        ("certainty", str(scope.certainty)),
        ("relations", ", ".join(sorted(scope.relations)) or "all"),
        ("ledger version", str(subgraph.version)),
        ("now", NOT_STATED if subgraph.now is None else iso(subgraph.now)),
        ("licence", subgraph.licence or NOT_STATED),
    ]
    for card in subgraph.sets:
        made = f". {card.made}" if card.made else ""
        lines.append(("set", f"{card.title} ({card.id}), {card.licence}, compiled {card.compiled}{made}"))
    return lines + [("cut off", cut_text(cut)) for cut in subgraph.cuts]


def cut_text(cut: Cut) -> str:
    left = "more were left out" if cut.left_out is None else f"{cut.left_out:,} were left out"
    return f"at {cut.allowed:,.10g} ({cut.limit}); {left}. {cut.hint}".strip()


def heading(subgraph: Subgraph) -> str:
    """The title, short: one that lists many names gives the first, and how many others."""
    if len(subgraph.title) <= _LONGEST_HEADING or len(subgraph.focus) < 3:
        return subgraph.title
    first = subgraph.focus[0]
    return f"Around {subgraph.names.get(first, first)} and {len(subgraph.focus) - 1:,} others"


def is_shown_name(subgraph: Subgraph, evidence: Evidence) -> bool:
    """Whether a claim says no more than the name that is shown anyway."""
    claim = evidence.claim
    return claim.relation == "named" and claim.value == (subgraph.names.get(claim.subject) or claim.subject)


def edge_label(row: EdgeRow) -> str:
    return RELATIONS[row.relation].label


def edge_when(subgraph: Subgraph, row: EdgeRow) -> str:
    """The dates of an edge as its claims write them, in their order, each once."""
    texts = dict.fromkeys(e.claim.when.text for e in sorted(subgraph.evidence(row), key=lambda e: e.order))
    return " | ".join(filter(None, texts))


def evidence_line(subgraph: Subgraph, evidence: Evidence) -> str:
    """One claim in one line: what it says, when, how sure, who said it and where it can be read."""
    claim = evidence.claim
    said = claim_text(evidence, lambda id_: subgraph.names.get(id_, id_))
    where = ", ".join(filter(None, (source_line(evidence.source), claim.locator)))
    return "; ".join(filter(None, (said, claim.when.text, str(claim.status), where)))


def source_line(source: Source) -> str:
    """Title, publisher, author, dates and address of a source, as far as they are stated, and its id."""
    read = f"retrieved {source.retrieved}" if source.retrieved else ""
    parts = (source.title, source.publisher, source.author, source.date, read, source.url)
    return f"{', '.join(filter(None, parts))} ({source.id})"


def placed_claims(subgraph: Subgraph) -> tuple[dict[str, tuple[Evidence, ...]], tuple[Evidence, ...]]:
    """The claims behind no edge, by the first entity drawn that they name; and those that name none."""
    behind = {id_ for row in subgraph.edges for id_, _ in row.claims}
    drawn = {card.id for card in subgraph.entities}
    found: dict[str, tuple[Evidence, ...]] = {}
    rest: list[Evidence] = []
    for evidence in subgraph.claims:
        if evidence.id in behind:
            continue
        place = next((id_ for id_ in evidence.claim.entities() if id_ in drawn), None)
        if place is None:
            rest.append(evidence)
        else:
            found[place] = (*found.get(place, ()), evidence)
    return found, tuple(rest)
