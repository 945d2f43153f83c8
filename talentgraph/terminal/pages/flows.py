"""Pages that count moves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graph.queries.answers.reply import Reply
from graph.queries.flows.flows import Flows
from graph.queries.flows.measures import CAVEAT, DEFINITIONS, estimate_text, interval_text, ratio_text
from graph.queries.flows.parts import Known, Pair
from graph.queries.flows.published import Published
from graph.queries.flows.tallies import Cell, Tally
from talentgraph.terminal.notes import Notes
from talentgraph.terminal.screen import Screen


def flows(reply: Flows, screen: Screen, notes: Notes) -> None:
    """The total and how much it shows, the matrix, whole or by period, nets, published figures."""
    if not reply.cells:
        screen.line("No move is known. Try a wider window, or --level all.")
    for line in _head(reply):
        screen.line(line)
    screen.gap()
    for part in reply.slices:
        screen.line(f"{part.name}: {tally_text(part.total)}", style="bold")
        matrix(reply, part.cells, screen, notes)
        screen.gap()
    if not reply.slices:
        matrix(reply, reply.cells, screen, notes)
    if reply.inside:
        section("Inside one company", screen)
        matrix(reply, reply.inside, screen, notes)
    if reply.pairs:
        section("Net", screen)
        pairs(reply, reply.pairs, screen)
    published_figures(reply, reply.published, screen, notes)
    hazards = ["hazard ratio"] if any(pair.hazard for pair in reply.pairs) else []
    definitions(["moves", *(["count ratio", *hazards] if reply.pairs else [])], screen)


def _head(reply: Flows) -> Iterator[str]:
    yield f"{tally_text(reply.total)}."
    yield f"Arrivals: {_known_text(reply.arrivals, 'origin')}"
    yield f"Departures: {_known_text(reply.departures, 'next employer')}"
    for balance in reply.organisations if reply.asked.ids else ():
        came, left = balance.came.n, balance.left.n
        yield f"{reply.name(balance.organisation)}: {came:,} in, {left:,} out, net {_signed(balance.net)}."


def _known_text(known: Known, end: str) -> str:
    """`40 dated, 31 of them with a known origin; 12 more without a date.`"""
    return f"{known.dated:,} dated, {known.linked:,} with a known {end}; {known.undated:,} more have no date."


def tally_text(found: Tally) -> str:
    """`23 moves; 2 more may lie in the window, 1 inferred, 3 possible`."""
    moves = f"{found.n:,} move{'s' if found.n != 1 else ''}"
    beside = _beside(found)
    return f"{moves}; {beside}" if beside else moves


def _beside(found: Tally) -> str:
    astride = f"{found.certain.hi - found.n:,} more may lie in the window"
    counts = [astride] if found.certain.hi > found.n else []
    counts += [f"{found.inferred.hi:,} inferred"] if found.inferred.hi else []
    counts += [f"{found.possible.hi:,} possible"] if found.possible.hi else []
    return ", ".join(counts)


def matrix(reply: Reply, cells: Iterable[Cell], screen: Screen, notes: Notes) -> None:
    """A row a cell: its number, what stands beside it, whom it counts, the sources of all of it."""
    rows = [
        (
            reply.name(cell.origin),
            reply.name(cell.destination),
            f"{cell.tally.n:,}",
            _beside(cell.tally),
            reply.names(cell.tally.people),
            notes.cite(reply.found(cell.tally.claims)),
        )
        for cell in cells
    ]
    if rows:
        screen.table(("From", "To", "Moves", "Beside", "Who", "Sources"), rows)


def pairs(reply: Reply, found: Iterable[Pair], screen: Screen) -> None:
    rows = [
        (
            reply.name(pair.a),
            reply.name(pair.b),
            ratio_text(pair.there.n, pair.back.n),
            _signed(pair.net),
            "" if pair.why else interval_text(pair.interval),
            "" if pair.why else estimate_text(pair.hazard),
        )
        for pair in found
    ]
    screen.table(
        ("From", "To", "There : back", "Net", "Share there, interval", "Hazard ratio, interval"), rows
    )


def published_figures(reply: Reply, found: Sequence[Published], screen: Screen, notes: Notes) -> None:
    """What sources state beside what the ledger gives, and why the two differ."""
    rows = [
        (
            reply.name(each.subject),
            ", ".join(filter(None, (each.metric.label, each.metric.over))),
            " or ".join(figure.text for figure in each.metric.figures),
            each.here,
            "; ".join(each.why),
            notes.cite(reply.found(each.claims)),
        )
        for each in found
    ]
    if rows:
        section("As published", screen)
        screen.table(("Of", "Figure", "Published", "Here", "Why they differ", "Sources"), rows)


def definitions(names: Iterable[str], screen: Screen) -> None:
    screen.gap()
    screen.line(CAVEAT, style="dim")
    for name in names:
        screen.line(f"{name}: {DEFINITIONS[name].text}.", style="dim", hang=2)


def section(title: str, screen: Screen) -> None:
    screen.gap()
    screen.heading(title)


def _signed(number: int) -> str:
    return f"{number:+,}".replace("-", "−") if number else "0"
