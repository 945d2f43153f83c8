"""Pages about connections."""

from __future__ import annotations

from graph.model.relations import RELATIONS
from graph.queries.network.neighbourhood import Hidden, Neighbourhood
from graph.queries.network.paths import Paths
from graph.queries.words.sentences import edge_text
from talentgraph.terminal.notes import Notes
from talentgraph.terminal.screen import Screen


def neighbours(reply: Neighbourhood, screen: Screen, notes: Notes) -> None:
    if not reply.edges:
        screen.line("Nothing is linked to it in this scope.")
    rows = []
    for row in reply.edges:
        seen_from = row.object if row.object in reply.seeds else row.subject
        claims = reply.evidence(row)
        rows.append(
            (edge_text(row, claims, reply.name, seen_from, reply.now), str(row.status), notes.cite(claims))
        )
    screen.table(("Link", "Status", "Sources"), rows)
    hidden = [
        f"{reply.name(id_)}: {_hidden(items)}" for id_, items in reply.hidden.items() if id_ in reply.seeds
    ]
    for line in hidden:
        screen.line(f"Not shown of {line}")


def paths(reply: Paths, screen: Screen, notes: Notes) -> None:
    for number, found in enumerate(reply.paths, start=1):
        names = " – ".join(map(reply.name, found.path.entities))
        screen.line(f"{number}. {names} ({found.hops} step{'s' if found.hops != 1 else ''})", style="bold")
        hops = zip(found.sentences, found.path.hops, strict=True)
        rows = [
            (sentence, notes.cite(dict.fromkeys(e for row in hop for e in reply.evidence(row))))
            for sentence, hop in hops
        ]
        screen.table(("Step", "Sources"), rows)
        screen.gap()
    why = reply.why_not
    if why:
        screen.line(why.sentence)
        for widening in why.tried:
            if widening.sentence not in why.sentence:
                screen.line(widening.sentence, indent=2)


def _hidden(items: tuple[Hidden, ...]) -> str:
    return ", ".join(f"{item.neighbours:,} {_label(item)}" for item in items)


def _label(item: Hidden) -> str:
    relation = RELATIONS[item.relation]
    return relation.label if item.direction == "out" else relation.inverse
