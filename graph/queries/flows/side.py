"""One side of a comparison: what the ledger knows of an organisation in a window, its labs included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.model.days import FUTURE, PAST
from graph.queries.answers.counting import Held, Sample, Window, ranged, read
from graph.queries.answers.reading import merged
from graph.queries.dealings.deals import Deal, Deals, deals
from graph.queries.dealings.offers import Offer, Offers, offers
from graph.queries.flows.feeders import Feeder, employers, schools
from graph.queries.flows.measures import Measure, counted
from graph.queries.flows.parts import Asked, Balance, balances_of
from graph.queries.flows.rates import (
    Dated,
    attrition,
    claims_of,
    current_tenure,
    ends,
    exposure,
    headcount,
    migration_rate,
    starts,
)
from graph.queries.flows.reasons import of_arrivals, of_departures
from graph.queries.flows.tallies import Cell, Ends, cells_of
from graph.queries.ledger.conflicts import Conflicts, conflicts
from graph.queries.words.dates import day_text
from graph.settings import settings
from graph.store.answers import Cut
from graph.store.base import View


@dataclass(frozen=True, slots=True)
class Side:
    """`measures` are (label, number). Of origins, destinations and schools only the first (`top_names`).

    `deals` and `offers` are those that may lie in the window.
    """

    organisation: str
    measures: tuple[tuple[str, Measure], ...]
    origins: tuple[Feeder, ...]
    destinations: tuple[Cell, ...]
    schools: tuple[Feeder, ...]
    deals: tuple[Deal, ...]
    offers: tuple[Offer, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """Behind what it names; those behind counts of stints are too many, and stay ids."""
        named = (*self.origins, *self.schools)
        found = [feeder.share.claims for feeder in named] + [cell.tally.claims for cell in self.destinations]
        found += [deal.claims for deal in self.deals] + [offer.claims for offer in self.offers]
        return tuple(dict.fromkeys(id_ for claims in found for id_ in claims))


@dataclass(frozen=True)
class Reading:
    """What is read of one organisation. `now` is the last day that was lived.

    `beside`: the organisation that it is compared with, which is named apart where it is a lab.
    """

    view: View
    organisation: str
    window: Window
    now: int
    beside: tuple[str, ...] = ()

    @property
    def day(self) -> int:
        """The last day of the window, as far as it was lived."""
        return self.now if self.window.last is None else min(self.now, self.window.last)

    @property
    def asked(self) -> Asked:
        return Asked(of=self.organisation, beside=self.beside)

    @cached_property
    def sample(self) -> Sample:
        return read(self.view, organisations=[self.organisation])

    @cached_property
    def hires(self) -> Dated:
        return starts(self.sample.spells, self.window)

    @cached_property
    def exposed(self) -> Measure:
        return exposure(self.sample.spells, self.window, self.now)

    @cached_property
    def across(self) -> Ends:
        """The moves of the window that cross its border, by their ends."""
        asked = self.asked
        return asked.grouped(m for m in self.sample.within(self.window) if asked.meets(m.row))[0]

    @cached_property
    def deals(self) -> Deals:
        return deals(self.view, self.organisation)

    @cached_property
    def offers(self) -> Offers:
        return offers(self.view, by=self.organisation)

    @cached_property
    def conflicts(self) -> Conflicts:
        return conflicts(self.view, self.organisation)

    @cached_property
    def schools(self) -> tuple[tuple[Feeder, ...], tuple[Cut, ...]]:
        return schools(self.view, self.hires[1])

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """What was cut off anywhere."""
        answers = (self.deals, self.offers, self.conflicts)
        return merged(self.sample.cuts, self.schools[1], *(answer.cuts for answer in answers))


def side_of(reading: Reading) -> Side:
    """All that a comparison says of one organisation."""
    top, mine = settings().top_names, reading.organisation
    left = {ends_: moves for ends_, moves in reading.across.items() if ends_[0] == mine}
    return Side(
        organisation=mine,
        measures=tuple(_measures(reading)),
        origins=employers(reading.sample, reading.hires[1], reading.asked)[:top],
        destinations=cells_of(left)[:top],
        schools=reading.schools[0][:top],
        deals=tuple(deal for deal, held in _deals(reading) if held),
        offers=tuple(offer for offer, held in _offers(reading) if held),
    )


def flow_measures(reading: Reading) -> Iterator[tuple[str, Measure]]:
    """Who is there, who came and left, and the rates of it: (label, number)."""
    spells, window, day = reading.sample.spells, reading.window, reading.day
    if window.first is not None:
        yield f"headcount on {day_text(window.first - 1)}", headcount(spells, window.first - 1)
    yield f"headcount on {day_text(day)}", headcount(spells, day)
    (balance,) = balances_of(reading.across, [reading.organisation])
    yield from _came_and_left(reading, balance)
    yield "net flow", _net(balance)
    if reading.exposed.mid is not None:
        yield "exposure", reading.exposed
    if window.first is not None:
        days = day - window.first + 1
        yield (
            "migration rate",
            migration_rate(balance.came.certain, balance.left.certain, reading.exposed, days),
        )
    yield "attrition, 12 months", attrition(spells, day)
    yield "median current tenure", current_tenure(spells, day)


def _measures(reading: Reading) -> Iterator[tuple[str, Measure]]:
    yield from flow_measures(reading)
    yield "deals", _counted_held("deals", [(held, deal.claims) for deal, held in _deals(reading)])
    yield "offers made", _counted_held("offers", [(held, each.claims) for each, held in _offers(reading)])
    open_ = [d for d in reading.conflicts.disagreements if d.grade == "disagree"]
    claims = tuple(dict.fromkeys(id_ for each in open_ for id_ in each.claims))
    n = len(open_)
    yield "disagreements", Measure("disagreements", n, n, n, n, claims)


def _came_and_left(reading: Reading, balance: Balance) -> Iterator[tuple[str, Measure]]:
    """By dated stints and by moves, with the reasons why the two differ."""
    spells, (came, hires) = reading.sample.spells, reading.hires
    left, leavers = ends(spells, reading.window)
    arrived = of_arrivals(spells, hires, balance.came)
    departed = of_departures(spells, leavers, balance.left)
    yield "arrivals", counted("arrivals", came, claims_of(hires), arrived.dated)
    yield "departures", counted("departures", left, claims_of(leavers), departed.dated)
    yield "moves in", counted("moves", balance.came.certain, balance.came.claims, arrived.moved)
    yield "moves out", counted("moves", balance.left.certain, balance.left.claims, departed.moved)


def _net(balance: Balance) -> Measure:
    came, left = balance.came.certain, balance.left.certain
    claims = tuple(dict.fromkeys((*balance.came.claims, *balance.left.claims)))
    return Measure("net flow", came.lo - left.hi, balance.net, came.hi - left.lo, came.hi + left.hi, claims)


def _counted_held(name: str, given: Sequence[tuple[Held | None, tuple[str, ...]]]) -> Measure:
    """With the claims of those only that lie, or may lie, in the window."""
    claims = dict.fromkeys(id_ for held, behind in given if held is not None for id_ in behind)
    return counted(name, ranged(held for held, _ in given), tuple(claims))


def _deals(reading: Reading) -> Iterator[tuple[Deal, Held | None]]:
    """Those to which it, or a lab of it, is a party."""
    labs = (row.object for spell in reading.sample.spells for row in spell.rows)
    mine = {reading.organisation, *labs}
    for deal in reading.deals.deals:
        if not mine.isdisjoint(party.id for party in deal.parties):
            yield deal, _best(reading.window, ((s.earliest, s.latest) for s in deal.stages))


def _offers(reading: Reading) -> Iterator[tuple[Offer, Held | None]]:
    for offer in reading.offers.offers:
        yield offer, _best(reading.window, ((s.earliest, s.latest) for s in offer.steps))


def _best(window: Window, dates: Iterable[tuple[int, int]]) -> Held | None:
    """How the best placed of several half-open dates lies in a window; without any: as an unknown date."""
    ranges = [(lo, hi - 1 if hi < FUTURE else FUTURE) for lo, hi in dates] or [(PAST, FUTURE)]
    held = {window.holds(*days) for days in ranges}
    return next((each for each in Held if each in held), None)
