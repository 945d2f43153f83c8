"""Pages about people and names."""

from __future__ import annotations

from collections.abc import Iterator

from graph.assembly.rows import Grade
from graph.queries.answers.reply import Reply
from graph.queries.network.search import SearchReply
from graph.queries.people.careers import Career, Stint
from graph.queries.people.colleagues import Colleagues, together_text
from graph.queries.people.moves import Moves
from graph.queries.words.sentences import edge_text, titles_of
from talentgraph.terminal.notes import Notes
from talentgraph.terminal.pages.groups import along
from talentgraph.terminal.screen import Screen


def search(reply: SearchReply, screen: Screen, _: Notes) -> None:
    if not reply.hits:
        screen.line("Nobody and nothing is called that. Try another spelling, or a part of the name.")
        return
    rows = [
        (
            hit.entity.name,
            hit.entity.subtype or hit.entity.kind,
            "" if hit.matched == hit.entity.name else hit.matched,
            f"{hit.entity.degree:,}",
            hit.entity.id,
        )
        for hit in reply.hits
    ]
    screen.table(("Name", "Kind", "Found as", "Links", "Id"), rows)


def moves(reply: Moves, screen: Screen, notes: Notes) -> None:
    if not reply.moves:
        screen.line("No move is known. Try --level all, or show NAME for what is known of the career.")
        return
    counts = [f"{len(reply.graded(grade))} {grade}" for grade in Grade]
    screen.line(f"{', '.join(counts)}, {len(reply.transfers)} inside one company.")
    screen.gap()
    rows = [
        (
            move.when or "not dated",
            reply.name(move.row.person),
            reply.name(move.row.origin),
            reply.name(move.row.destination),
            f"{move.grade or 'transfer'}: {move.reason}",
            str(move.status),
            notes.cite(reply.found(move.claims)),
        )
        for move in reply.moves
    ]
    screen.table(("Arrived", "Who", "From", "To", "How sure", "Status", "Sources"), rows)


def colleagues(reply: Colleagues, screen: Screen, notes: Notes) -> None:
    if not reply.overlaps:
        screen.line("No colleague is known: no two stints surely or likely overlap.")
    rows = [
        (
            reply.name(overlap.person),
            reply.name(overlap.organisation or overlap.company),
            together_text(overlap, reply.now),
            f"{'up to ' if reply.goes_on(overlap) else ''}{overlap.days:,}",
            notes.cite(
                e
                for row in reply.edges
                if row.company == overlap.company and row.subject in (overlap.person, reply.person)
                for e in reply.evidence(row)
            ),
        )
        for overlap in reply.overlaps
    ]
    if rows:
        screen.table(("With", "At", "Together", "Days", "Sources"), rows)
        if any(map(reply.goes_on, reply.overlaps)):
            screen.line("“Since”: no page gives an end; days are counted as if both were still there.")
        _years(reply, screen)
    if reply.along:
        screen.gap()
        screen.line(f"Moved the same way within {reply.days:,} days", style="bold")
        along(reply, reply.along, screen, notes)


def _years(reply: Colleagues, screen: Screen) -> None:
    rows = [
        (
            str(each.year),
            reply.name(each.company),
            f"{len(each.people):,}",
            reply.names(id_ for id_, _ in each.people),
        )
        for each in reply.years
    ]
    screen.gap()
    screen.table(("Year", "At", "Colleagues", "Longest first"), rows)


def career(reply: Career, screen: Screen, notes: Notes) -> None:
    """Stints as a table, the rest of the career as sentences."""
    rows = [_stint(reply, stint, notes) for stint in reply.stints]
    if rows:
        screen.table(("When", "Where", "Roles", "Sources"), rows)
    others = (*reply.roles, *reply.studies, *reply.boards, *reply.others)
    sentences = [
        (
            edge_text(row, reply.evidence(row), reply.name, reply.person, reply.now),
            notes.cite(reply.evidence(row)),
        )
        for row in others
    ]
    if sentences:
        screen.table(("Also", "Sources"), sentences)


def _stint(reply: Reply, stint: Stint, notes: Notes) -> tuple[str, str, str, str]:
    where = " → ".join(dict.fromkeys(reply.name(row.object) for row in stint.places))
    company = reply.name(stint.company)
    claims = dict.fromkeys(e for row in (*stint.places, *stint.roles) for e in reply.evidence(row))
    return (
        stint.text or "not dated",
        where if company == where else f"{where}, {company}",
        ", ".join(dict.fromkeys(_roles(reply, stint))),
        notes.cite(claims),
    )


def _roles(reply: Reply, stint: Stint) -> Iterator[str]:
    """With the lab where that is not where the stint is said to be."""
    for row in stint.places:
        yield from titles_of(row, reply.evidence(row))
    for row in stint.roles:
        titles = titles_of(row, reply.evidence(row))
        elsewhere = row.object not in (stint.company, *(place.object for place in stint.places))
        yield from (f"{t} at {reply.name(row.object)}" for t in titles or ("head",)) if elsewhere else titles
