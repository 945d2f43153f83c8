"""Who worked beside whom, how long and in which years, and who moved the same way later."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from graph.assembly.rows import EdgeRow, Grade, MoveRow
from graph.model.days import iso
from graph.queries.answers.reading import Budget, Reopen, at_most, common, merged, without_day
from graph.queries.answers.reply import Drawn, Plain, Reply, Tables
from graph.queries.network.search import find
from graph.queries.people.along import Along, Past, followers
from graph.queries.people.moves import grade_of
from graph.queries.words.sentences import days_text
from graph.settings import settings
from graph.store.answers import Overlap
from graph.store.base import View


@dataclass(frozen=True, slots=True)
class Year:
    """The colleagues of one year at one company: (id, days together in that year), longest first."""

    year: int
    company: str
    people: tuple[tuple[str, int], ...]


@dataclass(frozen=True, kw_only=True)
class Colleagues(Reply):
    """Longest together first; stints that are merely possible take no part.

    Where no page gives an end, time together is counted until `now`, and so is an upper bound.

    `edges` are the stints of all these people at the companies where they met. `years` in order of time, of
    the overlaps listed. `along`: who went the way of a move of the person's, within `days` after it.
    """

    person: str
    overlaps: tuple[Overlap, ...]
    total: int | None
    edges: tuple[EdgeRow, ...]
    years: tuple[Year, ...]
    along: tuple[Along, ...]
    days: int

    @property
    def title(self) -> str:
        return f"Colleagues of {self.name(self.person)}"

    def drawn(self) -> Drawn:
        return (self.person, *(o.person for o in self.overlaps)), self.edges

    @property
    def focus(self) -> tuple[str, ...]:
        return (self.person,)

    def tables(self) -> Tables:
        return {
            "colleagues": [self._overlap(each) for each in self.overlaps],
            "years": [row for each in self.years for row in self._year(each)],
            "moved_along": [self._along(each) for each in self.along],
        }

    def goes_on(self, each: Overlap) -> bool:
        return goes_on(each, self.now)

    def _overlap(self, each: Overlap) -> dict[str, Plain]:
        return {
            "person": self.name(each.person),
            "company": self.name(each.company),
            "organisation": self.name(each.organisation or each.company),
            "days": each.days,
            "first": iso(each.first),
            "last": "" if self.goes_on(each) else iso(each.until - 1),
            "person_id": each.person,
            "company_id": each.company,
            "organisation_id": each.organisation or each.company,
            "claims": " ".join(self._claims(each)),
        }

    def _year(self, each: Year) -> Iterator[dict[str, Plain]]:
        for person, days in each.people:
            yield {
                "year": each.year,
                "company": self.name(each.company),
                "person": self.name(person),
                "days": days,
                "company_id": each.company,
                "person_id": person,
            }

    def _claims(self, overlap: Overlap) -> Iterable[str]:
        """Behind the stints of both at the company where they met."""
        both = (self.person, overlap.person)
        rows = (row for row in self.edges if row.company == overlap.company and row.subject in both)
        return dict.fromkeys(id_ for row in rows for id_, _ in row.claims)

    def _along(self, each: Along) -> dict[str, Plain]:
        return {
            "person": self.name(each.row.person),
            "from": self.name(each.row.origin),
            "to": self.name(each.row.destination),
            "order": str(each.order),
            "days_at_least": each.gap_lo,
            "days_at_most": each.gap_hi,
            "days_together_before": each.together,
            "person_id": each.row.person,
            "from_id": each.row.origin,
            "to_id": each.row.destination,
            "claims": " ".join(dict.fromkeys(id_ for id_, _ in each.row.claims)),
        }


def colleagues(
    view: View, person: str, at: str = "", limit: int | None = None, *, reopen: Reopen | None = None
) -> Colleagues:
    """People at the same company (or lab) at the same time; `at` one organisation. Names or ids.

    Who moved along is asked without the day that is set, given `reopen` (`store.view`).
    """
    whom = find(view, person, ("person",)).id
    place = find(view, at, ("org",)).id if at else ""
    budget = Budget()
    answer = view.overlaps(whom, at=place, limit=at_most(limit, settings().query_rows))
    met = {(id_, overlap.company) for overlap in answer.items for id_ in (whom, overlap.person)}
    people = sorted({id_ for id_, _ in met})
    rows = view.stints(people=people).edges if people else ()
    edges = tuple(row for row in rows if (row.subject, row.company) in met)
    along = tuple(_along(without_day(view, reopen), whom, place, budget))
    moves = [row for each in along for row in (each.leader, each.row)]
    return Colleagues(
        **common(view, (whom, *people), edges, moves),
        cuts=merged(answer.cuts, budget.cuts),
        undated=answer.undated,
        person=whom,
        overlaps=answer.items,
        total=answer.total,
        edges=edges,
        years=tuple(_years(answer.items)),
        along=along,
        days=settings().along_days,
    )


def goes_on(overlap: Overlap, now: int | None) -> bool:
    """Whether only the day of the answer ends it: no page says that either of the two left."""
    return now is not None and overlap.until > now


def together_text(overlap: Overlap, now: int | None) -> str:
    """`19 May 2020 to 3 Jun 2021`, or `since 19 May 2020` where no page gives an end."""
    since = days_text(overlap.first, overlap.first + 1)
    return f"since {since}" if goes_on(overlap, now) else days_text(overlap.first, overlap.until)


def _years(overlaps: Iterable[Overlap]) -> Iterator[Year]:
    met: dict[tuple[int, str], dict[str, int]] = defaultdict(dict)
    for overlap in overlaps:
        for year, days in _days_by_year(overlap.first, overlap.until):
            people = met[year, overlap.company]
            people[overlap.person] = people.get(overlap.person, 0) + days
    for (year, company), people in sorted(met.items()):
        yield Year(year, company, tuple(sorted(people.items(), key=lambda item: (-item[1], item[0]))))


def _days_by_year(first: int, until: int) -> Iterator[tuple[int, int]]:
    """How many of the half-open days lie in each year."""
    while first < until:
        year = date.fromordinal(first).year
        end = min(until, date(year, 12, 31).toordinal() + 1)
        yield year, end - first
        first = end


def _along(view: View, whom: str, place: str, budget: Budget) -> Iterator[Along]:
    """Those who went the way of a certain move of the person's, by that move, as far as there is time."""
    own = [row for row in view.stints(people=[whom]).moves if _counts(row)]
    own = [row for row in own if place in ("", row.origin, row.origin_company)]
    if own:
        around = view.stints(organisations=sorted({row.origin_company for row in own}))
        past, moves = Past(around.edges), [row for row in around.moves if _counts(row)]
        for leader in own:
            yield from followers(leader, budget.in_time(moves), settings().along_days, past)


def _counts(row: MoveRow) -> bool:
    return grade_of(row) is Grade.CERTAIN and not row.is_transfer
