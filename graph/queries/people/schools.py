"""Brain gain by school: who studied where, and where they went to work.

By organisation and not by country, which no claim states.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.assembly.rows import EdgeRow
from graph.model.days import FUTURE
from graph.queries.answers.counting import Sample, Spell, read
from graph.queries.answers.reading import Budget, Reopen, at_most, common, merged, now_of, pages, without_day
from graph.queries.answers.reply import Drawn, Plain, Reply, Tables
from graph.queries.network.search import find
from graph.queries.people.alumni import Alumnus, Placement, School, placements_of, school_of
from graph.queries.retention.cohorts import places
from graph.queries.words.dates import span_text
from graph.settings import settings
from graph.store.answers import Cut
from graph.store.base import View

STUDIED = "studied_at"


@dataclass(frozen=True, kw_only=True)
class Schools(Reply):
    """Most alumni first. `at`: only alumni who were ever at it. `staff`: the stints of who came."""

    of: tuple[str, ...]
    at: str
    schools: tuple[School, ...]
    staff: tuple[Spell, ...]

    @property
    def title(self) -> str:
        whose = f" of {self.names(self.of)}" if self.of else ", by school"
        return f"Alumni{whose}{f', at {self.name(self.at)}' if self.at else ''}"

    def drawn(self) -> Drawn:
        ids = dict.fromkeys((*self.of, *(school.school for school in self.schools)))
        return tuple(ids), tuple(_rows(self.schools, self.staff))

    def tables(self) -> Tables:
        found = self.schools
        return {
            "schools": [self._school_row(school) for school in found],
            "placements": [self._placement_row(s, each) for s in found for each in s.placements],
            "alumni": [self._alumnus_row(s, each) for s in found for each in s.alumni],
        }

    def degree(self, row: EdgeRow) -> str:
        """`PhD`, `PhD, not completed`; empty where nobody says."""
        unfinished = any(e.claim.get("completed") == "no" for e in self.evidence(row))
        return ", ".join(filter(None, (row.bundle, "not completed" if unfinished else "")))

    def staff_claims(self, school: School, person: str) -> tuple[str, ...]:
        """The claims by which somebody works, or worked, at a school."""
        here = (s for s in self.staff if s.person == person and school.school in places(s))
        return tuple(dict.fromkeys(id_ for spell in here for id_ in spell.claims))

    def _school_row(self, school: School) -> dict[str, Plain]:
        came = [id_ for person in school.came for id_ in self.staff_claims(school, person)]
        return {
            "school": self.name(school.school),
            "alumni": len(school.alumni),
            "employer_known": sum(bool(alumnus.went) for alumnus in school.alumni),
            "now_known": sum(bool(alumnus.now) for alumnus in school.alumni),
            "gone": len(school.gone),
            "stayed": len(school.stayed),
            "came": len(school.came),
            "net": school.net,
            "school_id": school.school,
            "claims": " ".join(dict.fromkeys((*school.claims, *came))),
        }

    def _placement_row(self, school: School, placement: Placement) -> dict[str, Plain]:
        return {
            "school": self.name(school.school),
            "organisation": self.name(placement.organisation),
            "ever": len(placement.ever),
            "now": len(placement.now),
            "people": self.names(placement.ever),
            "people_now": self.names(placement.now),
            "school_id": school.school,
            "organisation_id": placement.organisation,
            "claims": " ".join(placement.claims),
        }

    def _alumnus_row(self, school: School, alumnus: Alumnus) -> dict[str, Plain]:
        return {
            "person": self.name(alumnus.person),
            "school": self.name(school.school),
            "degree": "; ".join(filter(None, map(self.degree, alumnus.studies))),
            "studied": "; ".join(filter(None, map(span_text, alumnus.studies))),
            "went_to": self.names(dict.fromkeys(spell.organisation for spell in alumnus.went)),
            "now_at": self.names(dict.fromkeys(spell.organisation for spell in alumnus.now)),
            "person_id": alumnus.person,
            "school_id": school.school,
            "claims": " ".join(alumnus.claims),
        }


def schools(
    view: View, name: str = "", at: str = "", *, limit: int | None = None, reopen: Reopen | None = None
) -> Schools:
    """Of one school, or of all; `at`: only alumni who were ever at one employer. Names or ids.

    A day that is set plays no part, if `reopen` (`store.view`) is given.
    """
    asked, employer = (find(view, text, ("org",)).id if text else "" for text in (name, at))
    whole = without_day(view, reopen)
    studies, cuts = _studies(whole, asked)
    careers, staff = _stints(whole, studies)
    by_person: dict[str, list[Spell]] = defaultdict(list)
    for spell in careers.spells:
        by_person[spell.person].append(spell)
    now = now_of(view) or FUTURE - 1
    built = (school_of(id_, rows, by_person, staff.spells, now) for id_, rows in studies.items())
    found = [school for each in built if (school := _of(each, employer)).alumni]
    found.sort(key=lambda school: (-len(school.alumni), school.school))
    allowed = at_most(limit, settings().query_rows)
    cut = Cut("query_rows", allowed, len(found) - allowed, "Name a school.")
    shown = tuple(found[:allowed])
    came = {(person, school.school) for school in shown for person in school.came}
    there = tuple(s for s in staff.spells if any((s.person, id_) in came for id_ in places(s)))
    ids = [asked, employer, *(school.school for school in shown)]
    return Schools(
        **common(view, filter(None, ids), list(_rows(shown, there))),
        cuts=merged(cuts, careers.cuts, staff.cuts, (cut,) if len(found) > allowed else ()),
        of=(asked,) if asked else (),
        at=employer,
        schools=shown,
        staff=there,
    )


def _studies(view: View, school: str) -> tuple[dict[str, list[EdgeRow]], tuple[Cut, ...]]:
    """Who studied at one school, or at any that a claim names, as far as the time allows."""
    budget = Budget()
    ids, cuts = _named(view, budget) if not school else ([school], ())
    found: dict[str, list[EdgeRow]] = {}
    for id_ in ids:
        if budget.is_spent:
            return found, merged(cuts, (budget.cut(),))
        answer = view.neighbours(id_, [STUDIED], "in", limit=settings().query_rows)
        cuts = merged(cuts, answer.cuts)
        found[id_] = [row for neighbour in answer.items for row in neighbour.edges]
    return found, cuts


def _named(view: View, budget: Budget) -> tuple[list[str], tuple[Cut, ...]]:
    """The schools that claims name."""
    ids: set[str] = set()
    for page in pages(view):
        ids.update(view.resolve(e.claim.object) for e in page if e.claim.relation == STUDIED)
        if budget.is_spent:
            return sorted(ids), (budget.cut(),)
    return sorted(ids), ()


def _stints(view: View, studies: dict[str, list[EdgeRow]]) -> tuple[Sample, Sample]:
    """Of all who studied at these schools, and of all who worked at them."""
    people = sorted({row.subject for rows in studies.values() for row in rows})
    nobody = Sample((), ())
    return (
        read(view, people=people) if people else nobody,
        read(view, sorted(studies)) if studies else nobody,
    )


def _of(school: School, employer: str) -> School:
    """Only what is of alumni who were ever at an employer; all, if none is named."""
    if not employer:
        return school
    kept = tuple(a for a in school.alumni if any(employer in places(spell) for spell in a.went))
    people = {alumnus.person for alumnus in kept}
    return replace(
        school,
        alumni=kept,
        placements=tuple(placements_of(kept)),
        gone=tuple(id_ for id_ in school.gone if id_ in people),
        stayed=tuple(id_ for id_ in school.stayed if id_ in people),
        came=(),
    )


def _rows(found: Iterable[School], staff: Iterable[Spell]) -> Iterator[EdgeRow]:
    alumni = [alumnus for school in found for alumnus in school.alumni]
    studied = (row for alumnus in alumni for row in alumnus.studies)
    spells = (*(spell for alumnus in alumni for spell in alumnus.went), *staff)
    yield from dict.fromkeys((*studied, *(row for spell in spells for row in spell.rows)))
