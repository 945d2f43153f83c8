"""The page of two organisations side by side."""

from __future__ import annotations

from collections.abc import Iterable

from graph.queries.flows.compare import Comparison
from graph.queries.flows.feeders import Feeder
from graph.queries.flows.measures import interval_text
from graph.queries.flows.side import Side
from talentgraph.terminal.notes import Notes
from talentgraph.terminal.pages.flows import definitions, matrix, pairs, published_figures, section
from talentgraph.terminal.screen import Screen


def compare(reply: Comparison, screen: Screen, notes: Notes) -> None:
    """The numbers in two columns, what went between the two, then each side's names, figures, definitions."""
    one, other = reply.sides
    heads = ("", reply.name(one.organisation), reply.name(other.organisation))
    rows = [
        (label, left.text, right.text)
        for (label, left), (_, right) in zip(one.measures, other.measures, strict=True)
    ]
    screen.table(heads, rows)
    for side in reply.sides:
        covered = side.measures[0][1].coverage
        if covered:
            screen.line(f"{reply.name(side.organisation)}: {covered.text}.")
    section("Between the two", screen)
    _between(reply, screen, notes)
    for side in reply.sides:
        _names(reply, side, screen, notes)
    published_figures(reply, reply.published, screen, notes)
    definitions(_defined(reply), screen)


def _between(reply: Comparison, screen: Screen, notes: Notes) -> None:
    pairs(reply, [reply.between], screen)
    names = [reply.name(side.organisation) for side in reply.sides]
    for (origin, place), ever in zip((names, names[::-1]), reply.ever, strict=True):
        screen.line(f"At {place} on the last day, once at {origin}: {ever.text}.")
    rows = [
        (
            each.move.when or "not dated",
            reply.name(each.move.row.person),
            reply.name(each.move.row.origin),
            reply.name(each.move.row.destination),
            f"{each.move.grade}, {each.held} in the window",
            notes.cite(reply.found(each.move.claims)),
        )
        for each in reply.listed
    ]
    if rows:
        screen.table(("Arrived", "Who", "From", "To", "How sure", "Sources"), rows)


def _names(reply: Comparison, side: Side, screen: Screen, notes: Notes) -> None:
    name = reply.name(side.organisation)
    for title, feeders in (
        (f"Hired by {name} from", side.origins),
        (f"Last studies of those hired by {name}", side.schools),
    ):
        if feeders:
            section(title, screen)
            screen.table(("From", "Hires", "Share", "Sources"), _feeders(reply, feeders, notes))
    if side.destinations:
        section(f"Left {name} for", screen)
        matrix(reply, side.destinations, screen, notes)
    for title, found in (("Deals", side.deals), ("Offers", side.offers)):
        if found:
            section(f"{title} of {name}", screen)
            screen.table((title, "Sources"), [(d.sentence, notes.cite(reply.found(d.claims))) for d in found])


def _feeders(reply: Comparison, feeders: Iterable[Feeder], notes: Notes) -> list[tuple[str, ...]]:
    return [
        (
            reply.name(feeder.organisation),
            feeder.share.said.partition(" dated")[0],
            "" if feeder.share.why or not feeder.share.interval else interval_text(feeder.share.interval),
            notes.cite(reply.found(feeder.share.claims)),
        )
        for feeder in feeders
    ]


def _defined(reply: Comparison) -> list[str]:
    """The definitions that the page uses, each once."""
    found = [each.name for side in reply.sides for _, each in side.measures]
    found += [feeder.share.name for side in reply.sides for feeder in (*side.origins, *side.schools)]
    return list(dict.fromkeys((*found, "count ratio", "hazard ratio", "ever-flow")))
