"""Where the hires of an organisation came from: by previous employer, by last school."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.assembly.rows import EdgeRow, Flag, Grade
from graph.model.days import FUTURE
from graph.queries.answers.counting import Sample, Spell
from graph.queries.answers.reading import Budget
from graph.queries.flows.intervals import share_interval
from graph.queries.flows.measures import Measure
from graph.queries.flows.parts import Asked
from graph.store.answers import Cut
from graph.store.base import View


@dataclass(frozen=True, slots=True)
class Feeder:
    """An employer or a school, those hired from there, and the share of all hires that they are."""

    organisation: str
    people: tuple[str, ...]
    share: Measure


def employers(sample: Sample, hires: Sequence[Spell], asked: Asked) -> tuple[Feeder, ...]:
    """By certain moves; a hire with two origins counts at both, one without a known origin at none.

    Origins are called as in `asked`: companies, a lab where it is named.
    """
    arrivals = {spell.rows[0].address for spell in hires}
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for row, grade in sample.moves:
        if grade is Grade.CERTAIN and not row.is_transfer and row.to_edge in arrivals:
            claims = tuple(id_ for id_, _ in row.claims)
            found.setdefault(asked.ends(row)[0], {})[row.person] = claims
    return _feeders("feeder share", found, len(hires))


def schools(view: View, hires: Sequence[Spell]) -> tuple[tuple[Feeder, ...], tuple[Cut, ...]]:
    """By the school of the last studies known, and what was cut off."""
    budget = Budget()
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for person in dict.fromkeys(spell.person for spell in hires):
        if budget.is_spent:
            return _feeders("school share", found, len(hires)), (budget.cut(),)
        rows = list(_studies(view, person))
        if rows:
            last = max(rows, key=_lateness)
            found.setdefault(last.object, {})[person] = tuple(id_ for id_, _ in last.claims)
    return _feeders("school share", found, len(hires)), ()


def _studies(view: View, person: str) -> Iterator[EdgeRow]:
    for school in view.neighbours(person, relations=["studied_at"], direction="out").items:
        yield from school.edges


def _lateness(row: EdgeRow) -> tuple[int, int, str]:
    """The end if it is dated, else the start; what nothing dates comes first."""
    dated = row.end_hi if Flag.END_DATED in row.flags else row.start_hi
    return (dated if dated < FUTURE else 0, row.start_lo, row.object)


def _feeders(name: str, found: dict[str, dict[str, tuple[str, ...]]], hires: int) -> tuple[Feeder, ...]:
    feeders = (_feeder(name, id_, people, hires) for id_, people in found.items())
    return tuple(sorted(feeders, key=lambda f: (-len(f.people), f.organisation)))


def _feeder(name: str, id_: str, people: dict[str, tuple[str, ...]], hires: int) -> Feeder:
    n = len(people)
    share = n / hires
    claims: Iterable[str] = (claim for behind in people.values() for claim in behind)
    measure = Measure(
        name, share, share, share, hires, tuple(dict.fromkeys(claims)), f"{n:,} of {hires:,} dated hires",
        interval=share_interval(n, hires),
    )  # fmt: skip
    return Feeder(id_, tuple(sorted(people)), measure)
