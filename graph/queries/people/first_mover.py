"""First movers: who came first to a place, who followed, and whom those before them drew along."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.assembly.rows import EdgeRow, Grade, MoveRow
from graph.model.days import iso
from graph.queries.answers.counting import Rollup, Sample, Spell, Window, read
from graph.queries.answers.reading import Reopen, at_most, common, joined, merged, without_day
from graph.queries.answers.reply import Drawn, Plain, Reply, Tables
from graph.queries.flows.flows import window_text
from graph.queries.network.search import find
from graph.queries.people.along import Along, Order, Past, followers, way
from graph.settings import settings
from graph.store.answers import Cut
from graph.store.base import View


@dataclass(frozen=True, slots=True)
class Arrival:
    """The first arrival of one person. `lo` and `hi` bound its day, both included.

    `place`: in the order of arrival, at least and at most; equal days share one; None where no source dates
    the arrival. `moves` are certain ones that led there, `along` those who moved the same way later.
    """

    person: str
    organisation: str
    lo: int
    hi: int
    place: tuple[int, int] | None
    moves: tuple[MoveRow, ...]
    along: tuple[Along, ...]
    claims: tuple[str, ...]

    @property
    def origins(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row.origin for row in self.moves))

    def followed(self, *orders: Order, colleagues: bool = False) -> int:
        """People who moved the same way within the days, by how surely; of them colleagues only."""
        fitting = (a for a in self.along if a.order in orders and (a.is_colleague or not colleagues))
        return len({each.row.person for each in fitting})


@dataclass(frozen=True, kw_only=True)
class FirstMovers(Reply):
    """Arrivals at `destination`, out of `origin` if that is not empty, in their order, then the undated.

    `window` bounds the arrivals; `days` is how long after a move others moved along. `edges` are the stints.
    """

    destination: str
    origin: str
    window: Window
    days: int
    arrivals: tuple[Arrival, ...]
    edges: tuple[EdgeRow, ...]

    @property
    def title(self) -> str:
        origin = f" from {self.name(self.origin)}" if self.origin else ""
        said = f"First movers to {self.name(self.destination)}{origin}"
        return ", ".join(filter(None, (said, window_text(self.window))))

    @property
    def dated(self) -> tuple[Arrival, ...]:
        return tuple(each for each in self.arrivals if each.place)

    @property
    def not_dated(self) -> tuple[Arrival, ...]:
        """Each of these may have been earlier than any other."""
        return tuple(each for each in self.arrivals if not each.place)

    @property
    def first(self) -> tuple[Arrival, ...]:
        """Whoever may have come first of those that are dated; several where dates tie or do not tell."""
        return tuple(each for each in self.arrivals if each.place and each.place[0] == 1)

    @property
    def is_told(self) -> bool:
        """Whether the dates say who came first: one person, or several on one day."""
        return bool(self.first) and all(each.place == (1, 1) for each in self.first)

    def drawn(self) -> Drawn:
        return (*self.focus, *(each.person for each in self.arrivals)), self.edges

    @property
    def focus(self) -> tuple[str, ...]:
        return (self.destination, self.origin) if self.origin else (self.destination,)

    def tables(self) -> Tables:
        along = [(each, other) for each in self.arrivals for other in each.along]
        return {
            "arrivals": [self._row(each) for each in self.arrivals],
            "along": [self._along(each, other) for each, other in along],
        }

    def _row(self, each: Arrival) -> dict[str, Plain]:
        place = each.place or (None, None)
        both = (Order.LATER, Order.PERHAPS)
        return {
            "person": self.name(each.person),
            "to": self.name(each.organisation),
            "from": "; ".join(map(self.name, each.origins)),
            "earliest": iso(each.lo),
            "latest": iso(each.hi),
            "place_at_least": place[0],
            "place_at_most": place[1],
            "moved_along": each.followed(Order.LATER),
            "moved_along_at_most": each.followed(*both),
            "colleagues_along": each.followed(Order.LATER, colleagues=True),
            "colleagues_along_at_most": each.followed(*both, colleagues=True),
            "the_same_day": each.followed(Order.SAME_DAY),
            "within_days": self.days,
            "person_id": each.person,
            "to_id": each.organisation,
            "claims": " ".join(each.claims),
        }

    def _along(self, each: Arrival, other: Along) -> dict[str, Plain]:
        return {
            "person": self.name(each.person),
            "who_moved_along": self.name(other.row.person),
            "order": str(other.order),
            "days_at_least": other.gap_lo,
            "days_at_most": other.gap_hi,
            "days_together_before": other.together,
            "from": self.name(other.row.origin),
            "to": self.name(other.row.destination),
            "person_id": each.person,
            "who_moved_along_id": other.row.person,
            "claims": " ".join(dict.fromkeys(id_ for id_, _ in other.row.claims)),
        }


def first_movers(
    view: View,
    destination: str,
    out_of: str = "",
    *,
    window: Window | None = None,
    days: int | None = None,
    limit: int | None = None,
    reopen: Reopen | None = None,
) -> FirstMovers:
    """Who arrived at an organisation (a company with its labs) in what order, `out_of` another one if named.

    Certain moves lead from it. `window`: arrivals that may lie in it. `days` (setting `along_days`): how long
    after somebody's move others who went the same way moved along. A day that is set plays no part, given
    `reopen` (`store.view`). Names or ids.
    """
    place = find(view, destination, ("org",))
    origin = find(view, out_of, ("org",)).id if out_of else ""
    by = Rollup.COMPANY if place.company in ("", place.id) else Rollup.LAB
    whole = without_day(view, reopen)
    sample = read(whole, organisations=[place.id], by=by)
    held, within = window or Window(), settings().along_days if days is None else days
    led = _led(sample, by, origin)
    there = (spell for spell in sample.spells if spell.organisation == place.id)
    spells = _first_of_each([spell for spell in there if _fits(spell, held, led, origin)])
    allowed = at_most(limit, settings().query_rows)
    arrivals = _arrivals(spells, allowed, led, within, _past(whole, spells))
    moves = [row for each in arrivals for row in (*each.moves, *(a.row for a in each.along))]
    came = [spell.rows[0] for spell in spells[:allowed]]
    edges = sorted({*joined(whole, moves), *came}, key=lambda row: row.order)
    return FirstMovers(
        **common(view, filter(None, (place.id, origin)), edges, moves),
        cuts=merged(sample.cuts, _cut(allowed, len(spells))),
        destination=place.id,
        origin=origin,
        window=held,
        days=within,
        arrivals=arrivals,
        edges=tuple(edges),
    )


def _past(view: View, spells: Iterable[Spell]) -> Past:
    people = sorted({spell.person for spell in spells})
    return Past(view.stints(people=people).edges if people else ())


def _cut(allowed: int, there: int) -> tuple[Cut, ...]:
    hint = "Narrow the window, or name an origin."
    return (Cut("query_rows", allowed, there - allowed, hint),) if there > allowed else ()


def _led(sample: Sample, by: Rollup, origin: str) -> dict[str, list[MoveRow]]:
    """Certain moves by the stint that they led to; inside a company, changes of lab too."""
    led: dict[str, list[MoveRow]] = defaultdict(list)
    for row, grade in sample.moves:
        fits = origin in ("", row.origin, row.origin_company)
        if fits and grade is Grade.CERTAIN and not (row.is_transfer and by is Rollup.COMPANY):
            led[row.to_edge].append(row)
    return led


def _fits(spell: Spell, window: Window, led: Mapping[str, Sequence[MoveRow]], origin: str) -> bool:
    came = not origin or spell.rows[0].address in led
    return came and window.holds(spell.start_lo, spell.start_hi) is not None


def _first_of_each(spells: Sequence[Spell]) -> list[Spell]:
    """One a person, in the order of arrival."""
    latest_first = sorted(spells, key=lambda spell: (spell.rows[0].ordinal, *_order(spell)), reverse=True)
    return sorted({spell.person: spell for spell in latest_first}.values(), key=_order)


def _order(spell: Spell) -> tuple[bool, int, int, str, str]:
    """The undated go last."""
    return (not spell.start_dated, spell.start_lo, spell.start_hi, spell.person, spell.rows[0].address)


def _arrivals(
    spells: Sequence[Spell], allowed: int, led: Mapping[str, Sequence[MoveRow]], days: int, past: Past
) -> tuple[Arrival, ...]:
    dated = [spell for spell in spells if spell.start_dated]
    firsts, lasts = sorted(s.start_lo for s in dated), sorted(s.start_hi for s in dated)
    ways: dict[tuple[str, str], list[MoveRow]] = defaultdict(list)
    for spell in spells:
        for row in led.get(spell.rows[0].address, ()):
            ways[way(row)].append(row)
    found = []
    for spell in spells[:allowed]:
        edge = spell.rows[0]
        earlier, perhaps = bisect_left(lasts, spell.start_lo), bisect_left(firsts, spell.start_hi)
        moves = tuple(led.get(edge.address, ()))
        arrival = Arrival(
            person=spell.person,
            organisation=edge.object,
            lo=spell.start_lo,
            hi=spell.start_hi,
            place=(1 + earlier, 1 + perhaps - (edge.start_lo < edge.start_hi)) if spell.start_dated else None,
            moves=moves,
            along=tuple(each for move in moves for each in followers(move, ways[way(move)], days, past)),
            claims=_claims(edge, moves),
        )
        found.append(arrival)
    return tuple(found)


def _claims(edge: EdgeRow, moves: Sequence[MoveRow]) -> tuple[str, ...]:
    behind: list[EdgeRow | MoveRow] = [edge, *moves]
    return tuple(dict.fromkeys(id_ for row in behind for id_, _ in row.claims))
