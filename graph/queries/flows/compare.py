"""Two organisations side by side: people, flows, deals, offers, and what went between the two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import isinf

from graph.errors import BadQuestion
from graph.queries.answers.counting import OPEN, Counted, Window
from graph.queries.answers.reading import Reopen, claims_by_id, common, merged, now_of, without_day
from graph.queries.answers.reply import Drawn, Plain, Reply, Tables, namer
from graph.queries.flows.flows import window_text
from graph.queries.flows.measures import DEFINITIONS, Measure, Value
from graph.queries.flows.parts import Asked, Listed, Pair, with_hazard
from graph.queries.flows.published import Published, figures_of, published
from graph.queries.flows.rates import ever_flow, months_before
from graph.queries.flows.side import Reading, Side, side_of
from graph.queries.flows.tables import cell_row, listed_row, pair_row, published_row
from graph.queries.flows.tallies import tally
from graph.queries.network.search import find
from graph.queries.people.moves import as_move
from graph.store.base import View


@dataclass(frozen=True, kw_only=True)
class Comparison(Reply):
    """`between`: the moves from the first to the second, and back; `listed` are these moves.

    `ever` counts the people at the second who had been at the first, then the other way round.
    """

    window: Window
    sides: tuple[Side, Side]
    between: Pair
    ever: tuple[Measure, Measure]
    listed: tuple[Listed, ...]
    published: tuple[Published, ...]

    @property
    def title(self) -> str:
        a, b = (self.name(side.organisation) for side in self.sides)
        return f"{a} and {b}, {window_text(self.window)}"

    def drawn(self) -> Drawn:
        ends = [side.organisation for side in self.sides]
        deals = [deal.id for side in self.sides for deal in side.deals]
        return tuple(dict.fromkeys((*ends, *deals, *(each.move.row.person for each in self.listed)))), None

    def tables(self) -> Tables:
        """`measures`, one row a number; `between`; `people` who moved between the two; and others."""
        return {
            "measures": [self._measure(side, *each) for side in self.sides for each in side.measures],
            "between": [pair_row(self.name, self.between)],
            "people": [listed_row(self.name, each) for each in self.listed],
            "origins": [row for side in self.sides for row in self._feeders(side)],
            "destinations": [cell_row(self.name, cell) for side in self.sides for cell in side.destinations],
            "published": [published_row(self.name, each) for each in self.published],
        }

    def _measure(self, side: Side, label: str, measure: Measure) -> dict[str, Plain]:
        return {
            "organisation": self.name(side.organisation),
            "measure": label,
            "value": None if measure.why else _finite(measure.mid),
            "at_least": None if measure.why else _finite(measure.lo),
            "at_most": None if measure.why else _finite(measure.hi),
            "unit": measure.unit,
            "cases": measure.cases,
            "few": measure.is_small,
            "why": measure.why,
            "text": measure.text,
            "coverage": measure.coverage.text if measure.coverage else "",
            "definition": DEFINITIONS[measure.name].text,
            "organisation_id": side.organisation,
            "claims": " ".join(measure.claims),
        }

    def _feeders(self, side: Side) -> list[dict[str, Plain]]:
        return [
            {
                "organisation": self.name(side.organisation),
                "kind": feeder.share.name,
                "from": self.name(feeder.organisation),
                "hires": len(feeder.people),
                "of": feeder.share.cases,
                "from_id": feeder.organisation,
                "organisation_id": side.organisation,
                "claims": " ".join(feeder.share.claims),
            }
            for feeder in (*side.origins, *side.schools)
        ]


def _finite(value: Value) -> float | None:
    return None if value is None or isinf(value) else value


def compare(
    view: View,
    a: str,
    b: str,
    window: Window = OPEN,
    reopen: Reopen | None = None,
) -> Comparison:
    """Two organisations, their labs included; names or ids. Without a window: the 12 months up to now."""
    one, other = (find(view, name, ("org",)).id for name in (a, b))
    if one == other:
        raise BadQuestion("both names are one organisation.", place=b, hint="Name two.")
    whole = without_day(view, reopen)
    readings = _readings(whole, (one, other), window)
    window, between = readings[0].window, _between(*readings)
    listed = tally((*between.there.moves, *between.back.moves)).moves
    mine = [id_ for r in readings for id_ in Asked(of=r.organisation).with_labs(r.sample)]
    figures, more = figures_of(whole, mine)
    sides = tuple(map(side_of, readings))
    claims = claims_by_id(whole, (id_ for side in sides for id_ in side.claims))
    facts = common(view, _ids(sides), (), [m.row for m in listed], (*claims.values(), *figures))
    name = namer(facts["cards"])
    beside, short = published(whole, figures, window, name)
    return Comparison(
        **facts,
        cuts=merged(more, short, *(reading.cuts for reading in readings)),
        window=window,
        sides=(sides[0], sides[1]),
        between=between,
        ever=(_ever(*readings), _ever(*readings[::-1])),
        listed=tuple(
            Listed(as_move(m.row, name, facts["claims"]), *_ways(m, between), m.held) for m in listed
        ),
        published=beside,
    )


def _readings(view: View, ids: tuple[str, str], window: Window) -> tuple[Reading, Reading]:
    now = now_of(view)
    if now is None:
        raise BadQuestion("nothing is known by that day.", place="known_on", hint="Choose a later day.")
    if window == OPEN:
        window = Window(months_before(now, 12) + 1, now)
    one, other = (Reading(view, id_, window, now, ids) for id_ in ids)
    return one, other


def _between(one: Reading, other: Reading) -> Pair:
    asked = Asked(into=other.organisation, out_of=one.organisation)
    moves = [
        m for m in one.sample.within(one.window) if not m.row.is_transfer and asked.meets_either_way(m.row)
    ]
    there, back = (tally(m for m in moves if asked.meets(m.row) is forth) for forth in (True, False))
    pair = Pair(one.organisation, other.organisation, there, back)
    if one.exposed.mid is None:
        return pair
    return with_hazard(pair, {reading.organisation: reading.exposed for reading in (one, other)})


def _ever(one: Reading, other: Reading) -> Measure:
    return ever_flow(one.sample.spells, other.sample.spells, other.day)


def _ways(move: Counted, pair: Pair) -> tuple[str, str]:
    return (pair.a, pair.b) if move in pair.there.moves else (pair.b, pair.a)


def _ids(sides: Iterable[Side]) -> Iterator[str]:
    for side in sides:
        yield side.organisation
        yield from (feeder.organisation for feeder in (*side.origins, *side.schools))
        yield from (cell.destination for cell in side.destinations)
        yield from (deal.id for deal in side.deals)
