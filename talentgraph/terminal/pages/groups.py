"""Pages about people who went together, and about offers counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.queries.answers.reply import Reply
from graph.queries.dealings.funnel import Funnel
from graph.queries.dealings.funnel_counts import ENDINGS, REACHED, Counted, Tally
from graph.queries.liftouts.liftouts import LiftOut, LiftOuts
from graph.queries.liftouts.links import Link
from graph.queries.people.along import Along, Order
from graph.queries.people.first_mover import Arrival, FirstMovers
from graph.queries.people.moves import Move
from graph.queries.words.sentences import days_text
from talentgraph.terminal.notes import Notes
from talentgraph.terminal.screen import Screen


def liftouts(reply: LiftOuts, screen: Screen, notes: Notes) -> None:
    """Each group with its people, then what was looked at and what chance means."""
    if not reply.groups:
        screen.line("No group is known. Try fewer --people, or more --days.")
    for group in reply.groups:
        screen.line(f"{group.sentence}{_at_most(group)}", style="bold")
        for line in _about(reply, group):
            screen.line(line)
        counted = [_mover(reply, group, move, notes) for move in group.moves]
        may = [_mover(reply, group, move, notes, "may belong, ") for move in group.beside]
        screen.table(("Arrived", "Who", "From", "To", "How sure", "Sources"), [*counted, *may])
        screen.gap()
    for line in _looked(reply):
        screen.line(line)


def _at_most(group: LiftOut) -> str:
    return f"; at most {group.at_most:,}" if group.at_most > len(group.people) else ""


def _about(reply: LiftOuts, group: LiftOut) -> Iterator[str]:
    yield _chance(reply, group)
    if group.with_deal:
        deals = reply.names(link.id for link in group.deals)
        yield f"With a deal: {_of(len(group.with_deal), group)}{f' ({deals})' if deals else ''}."
    else:
        yield "With a deal: nobody."
    shared = [_shared(reply, link, group) for link in group.shared]
    if shared:
        yield f"Shared before: {'; '.join(shared)}."


def _of(number: int, group: LiftOut) -> str:
    return f"{number:,} of {len(group.people):,}"


def _shared(reply: Reply, link: Link, group: LiftOut) -> str:
    return f"{link.kind} {reply.name(link.id)} ({_of(len(link.people), group)})"


def _chance(reply: LiftOuts, group: LiftOut) -> str:
    chance = group.chance
    if chance is None:
        return "There was no time left to compare it with chance."
    left = f"{chance.pair:,} of {chance.pool:,} moves out of {reply.name(group.origin)} led there"
    if not chance.compares:
        return f"{left}: nothing to compare with."
    verdict = "It stands out" if reply.stands_out(group) else "Chance may give it"
    p = f"p = {chance.p:.2g}, adjusted {chance.adjusted:.2g}"
    return f"{verdict}: {p}; the largest group by chance has {chance.mean:.1f} people on average. {left}."


def _mover(reply: LiftOuts, group: LiftOut, move: Move, notes: Notes, before: str = "") -> tuple[str, ...]:
    deal = ", with a deal" if move.row.person in group.with_deal else ""
    return (
        move.when or "not dated",
        reply.name(move.row.person),
        reply.name(move.row.origin),
        reply.name(move.row.destination),
        f"{before}{move.grade}: {move.reason}{deal}",
        notes.cite(reply.found(move.claims)),
    )


def _looked(reply: LiftOuts) -> Iterator[str]:
    looked = reply.looked
    yield (
        f"Lift-out: at least {reply.least:,} people who surely moved within {reply.days:,} days of each other"
        f" between the same two {'labs' if reply.by == 'lab' else 'companies'}; largest groups first, no move"
        " twice."
    )
    yield (
        f"Looked at: {looked.certain:,} certain moves, {looked.coarse:,} of them dated too coarsely to be"
        f" sure; not counted: {looked.inferred:,} inferred, {looked.possible:,} possible."
    )
    yield (
        f"Null model: {reply.null_model}; {reply.shuffles:,} shuffles, seed {reply.seed}. Adjusted after"
        f" {reply.adjustment} for {looked.pairs:,} pair{'s' if looked.pairs != 1 else ''} with people enough;"
        f" a group stands out at {reply.level:g} or less."
    )


def first(reply: FirstMovers, screen: Screen, notes: Notes) -> None:
    """Who came first, as far as dates say, then all arrivals in order."""
    if not reply.arrivals:
        screen.line("No arrival is known.")
        return
    screen.line(_who(reply))
    if reply.not_dated:
        number = len(reply.not_dated)
        screen.line(f"Nobody dates {number:,} more: each may have been earlier.")
    screen.gap()
    rows = [_arrival(reply, each, notes) for each in reply.arrivals]
    columns = ("Place", "Arrived", "Who", "To", "From", "Moved along", "Of them colleagues", "Sources")
    screen.table(columns, rows)
    screen.gap()
    screen.line(
        f"Moved along: people who surely made the same move within {reply.days:,} days after; in brackets"
        " with those who perhaps did. Colleagues: who surely or likely were there beside them before."
    )


def _who(reply: FirstMovers) -> str:
    names = reply.names(each.person for each in reply.first)
    if not names:
        return "No arrival is dated."
    if not reply.is_told:
        return f"Dates do not tell who of these came first: {names}."
    tie = ", on the same day" if len(reply.first) > 1 else ""
    when = days_text(reply.first[0].lo, reply.first[0].hi + 1)
    return f"First of those dated: {names} ({when}){tie}."


def _arrival(reply: FirstMovers, each: Arrival, notes: Notes) -> tuple[str, ...]:
    place = each.place
    tied = f"{place[0]:,}" if place and place[0] == place[1] else ""
    return (
        tied or (f"{place[0]:,} to {place[1]:,}" if place else "?"),
        days_text(each.lo, each.hi + 1) or "not dated",
        reply.name(each.person),
        reply.name(each.organisation),
        reply.names(each.origins),
        _followed(each, colleagues=False),
        _followed(each, colleagues=True),
        notes.cite(reply.found(each.claims)),
    )


def _followed(each: Arrival, *, colleagues: bool) -> str:
    surely = each.followed(Order.LATER, colleagues=colleagues)
    most = each.followed(Order.LATER, Order.PERHAPS, colleagues=colleagues)
    same = each.followed(Order.SAME_DAY, colleagues=colleagues)
    counts = f"{surely:,} ({most:,})" if most > surely else f"{surely:,}" if surely else ""
    return ", ".join(filter(None, (counts, f"{same:,} on the same day" if same else "")))


def along(reply: Reply, followers: Iterable[Along], screen: Screen, notes: Notes) -> None:
    """Who moved the same way after somebody."""
    rows = [
        (
            reply.name(each.row.person),
            reply.name(each.row.origin),
            reply.name(each.row.destination),
            days_text(each.row.day_lo, each.row.day_hi + 1),
            str(each.order),
            f"{each.together:,}" if each.together else "not known",
            notes.cite(reply.evidence(each.row)),
        )
        for each in followers
    ]
    if rows:
        columns = ("Who", "From", "To", "Arrived", "Order", "Days together before", "Sources")
        screen.table(columns, rows)


def funnel(reply: Funnel, screen: Screen, notes: Notes) -> None:
    """Counts by organisation, shares, then each offer by how it ended, and those that are told apart."""
    tallies = [*reply.companies, *([reply.total] if len(reply.companies) > 1 else [])]
    if not tallies:
        screen.line("No offer to a named person is known.")
    columns = ("By", "Offers", *map(str.capitalize, (*REACHED, *ENDINGS)))
    screen.table(columns, [_counts(reply, tally) for tally in tallies])
    for tally in tallies:
        screen.line(_shares(reply, tally))
    screen.gap()
    rows = [_offer(reply, each, notes) for ending in ENDINGS for each in reply.total.ended(ending)]
    if rows:
        screen.table(("Ended", "By", "To", "What is said", "Sources"), rows)
        screen.gap()
    if reply.groups:
        _unlisted(reply, screen, notes)
    if reply.unnamed != 0:
        number = "fewer than three" if reply.unnamed is None else f"{reply.unnamed:,}"
        screen.line(f"Offers to unnamed people, in no count above: {number}.")
    for word, text in reply.definitions.items():
        screen.line(f"{word.capitalize()}: {text}.", hang=4)


def _unlisted(reply: Funnel, screen: Screen, notes: Notes) -> None:
    screen.line("Offers to people whom nobody lists, in no count above", style="bold")
    rows = [
        (reply.name(g.organisation), reply.name(g.recipient), g.sentence, notes.cite(reply.found(g.claims)))
        for g in reply.groups
    ]
    screen.table(("By", "To", "What is said", "Sources"), rows)
    screen.gap()


def _counts(reply: Funnel, tally: Tally) -> tuple[str, ...]:
    counts = [len(tally.reached(word)) for word in REACHED] + [len(tally.ended(word)) for word in ENDINGS]
    by = reply.name(tally.company) if tally.company else "all"
    return (by, f"{len(tally.offers):,}", *(f"{count:,}" if count else "" for count in counts))


def _shares(reply: Funnel, tally: Tally) -> str:
    by = reply.name(tally.company) if tally.company else "All"
    unknown = [f"{len(tally.ended(word)):,} {word}" for word in ENDINGS[4:]]
    accepted, countered = tally.acceptance, tally.countered
    ends = f"{accepted.text} accepted" if accepted.of else "none was accepted or declined"
    return (
        f"{by}: {ends}, of those accepted or declined; beside them {', '.join(unknown)}."
        f"{f' {countered.text} made were countered.' if countered.of else ''}"
    )


def _offer(reply: Funnel, each: Counted, notes: Notes) -> tuple[str, ...]:
    offer = each.offer
    return (
        each.ending,
        reply.name(offer.organisation),
        reply.name(offer.recipient),
        offer.sentence,
        notes.cite(reply.found(each.claims)),
    )
