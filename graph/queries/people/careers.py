"""A person's career: stints with bounds and evidence, roles in them, studies, boards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow, Flag, Part
from graph.queries.answers.reading import Budget, Reopen, common, merged, without_day
from graph.queries.answers.reply import Drawn, Reply, namer
from graph.queries.network.search import find
from graph.queries.people.moves import Move, as_move, grade_of
from graph.queries.words.claims import duration_text, each_once
from graph.queries.words.sentences import bounds_text
from graph.settings import settings
from graph.store.base import View

_ROLES = ("holds_role", "leads")
_OF_ITSELF = (Part.START, Part.END, Part.PRESENCE, Part.OVER_BY)
_APART = {"works_at", "studied_at", "board_of", "advises", "offered", *_ROLES}


@dataclass(frozen=True, slots=True)
class Stint:
    """One time at one company: `places` are its edges in order (one; one a lab after transfers).

    Bounds are days as in EdgeRow, `dated` says whether a source dates the start, and the end. `roles` are
    edges that lie, or may lie, in it. `text` says when.
    """

    company: str
    organisation: str
    places: tuple[EdgeRow, ...]
    roles: tuple[EdgeRow, ...]
    start_lo: int
    start_hi: int
    end_lo: int
    end_hi: int
    likely_until: int
    dated: tuple[bool, bool]
    text: str

    @property
    def parts(self) -> frozenset[Part]:
        """What its claims say of it."""
        return frozenset(part for place in self.places for _, part in place.claims)

    @property
    def is_vague(self) -> bool:
        """Whether nothing but what came after bounds it: an undated or former employer, an earlier time."""
        seen = Part.PRESENCE in self.parts and Flag.UNDATED not in self.places[0].flags
        return not seen and self.parts.isdisjoint((Part.START, Part.END, Part.FROM))

    def covers(self, day: int) -> bool:
        """Whether it began before the day and, as far as one knows, went on until then."""
        started, ended = self.dated
        return started and self.start_hi < day <= (self.end_hi if ended else self.likely_until)

    def may_hold(self, row: EdgeRow) -> bool:
        """Whether a role may lie in it: at this company or a place of it, and not surely at another time."""
        here = {self.company, *(place.object for place in self.places)}
        return bool(here & {row.object, row.company}) and (
            row.start_lo < self.end_hi and self.start_lo < row.end_hi
        )


@dataclass(frozen=True, kw_only=True)
class Career(Reply):
    """Stints in time, as `assembled` orders them; `roles` are those in no stint.

    `others`: founding, work done, reports and the like. `boards` has advising too. `moves` holds transfers
    as well.
    """

    person: str
    stints: tuple[Stint, ...]
    roles: tuple[EdgeRow, ...]
    studies: tuple[EdgeRow, ...]
    boards: tuple[EdgeRow, ...]
    offers: tuple[EdgeRow, ...]
    others: tuple[EdgeRow, ...]
    moves: tuple[Move, ...]

    @property
    def title(self) -> str:
        return f"Career of {self.name(self.person)}"

    @property
    def edges(self) -> tuple[EdgeRow, ...]:
        """All edges of the career."""
        in_stints = [row for stint in self.stints for row in (*stint.places, *stint.roles)]
        return (*in_stints, *self.roles, *self.studies, *self.boards, *self.offers, *self.others)

    @property
    def focus(self) -> tuple[str, ...]:
        return (self.person,)

    def drawn(self) -> Drawn:
        return (self.person,), self.edges


def career(view: View, person: str, reopen: Reopen | None = None) -> Career:
    """The whole career as known in scope, whatever day is set. Name or id; NotFound otherwise.

    Without `reopen` (`store.view`) a day that is set hides what does not hold on it.
    """
    whom = find(view, person, ("person",)).id
    budget = Budget()
    whole = without_day(view, reopen)
    around = whole.neighbours(whom, limit=settings().query_rows)
    rows = sorted({row for other in around.items for row in other.edges}, key=lambda row: row.order)
    found = whole.stints(people=[whom])
    moved = [row for row in found.moves if grade_of(row) is not None]
    roles = [row for row in rows if row.relation in _ROLES and row.subject == whom]
    stints = assembled([row for row in rows if row.relation == "works_at" and row.subject == whom], roles)
    taken = {row.address for stint in stints for row in stint.roles}
    facts = common(view, (whom,), rows, moved)
    name, held = namer(facts["cards"]), facts["claims"]
    stints = tuple(_with_length(stint, held) for stint in stints)
    moves = tuple(
        as_move(row, name, held) for row in budget.in_time(sorted(moved, key=lambda row: row.listed))
    )
    return Career(
        **facts,
        cuts=merged(around.cuts, budget.cuts),
        undated=around.undated,
        person=whom,
        stints=stints,
        roles=tuple(row for row in roles if row.address not in taken),
        studies=_only(rows, "studied_at"),
        boards=_only(rows, "board_of", "advises"),
        offers=_only(rows, "offered"),
        others=tuple(row for row in rows if row.relation not in _APART or _is_of_others(row, whom)),
        moves=moves,
    )


def assembled(places: Sequence[EdgeRow], roles: Sequence[EdgeRow] = ()) -> tuple[Stint, ...]:
    """Rows of one person's works_at as stints in order of time, each with the roles that may lie in it.

    They are ordered by their start; by their end where no source dates the start; by the day by which they
    are known where no source dates either.
    """
    found = [_stint(rows) for rows in _together(places)]
    stints = sorted(found, key=lambda stint: _in_time(stint, found))
    inside: dict[int, list[EdgeRow]] = {}
    for row in roles:
        fitting = [number for number, stint in enumerate(stints) if stint.may_hold(row)]
        if fitting and (len(fitting) == 1 or not _is_vague(row)):
            inside.setdefault(fitting[-1], []).append(row)
    return tuple(replace(stint, roles=tuple(inside.get(number, ()))) for number, stint in enumerate(stints))


def _together(places: Sequence[EdgeRow]) -> list[list[EdgeRow]]:
    """The rows of each stint: a second place continues the first, whoever owns the company by then."""
    stints: list[list[EdgeRow]] = []
    for row in sorted(places, key=lambda row: (row.place, row.order)):
        fitting = [s for s in stints if s[0].ordinal == row.ordinal and s[-1].place == row.place - 1]
        same = [s for s in fitting if s[-1].company == row.company] or fitting
        if row.place > 1 and same:
            same[-1].append(row)
        else:
            stints.append([row])
    return stints


def _in_time(stint: Stint, others: Sequence[Stint]) -> tuple[int, int, int, int, str]:
    """On one day comes first what is not dated, then what ended, then what began."""
    started, ended = stint.dated
    day = stint.start_hi if started else stint.end_hi if ended else min(stint.start_hi, stint.end_hi)
    while stint.is_vague and (over := [other.start_hi for other in others if other.covers(day)]):
        day = min(over)
    return (day, 2 * started or ended, stint.end_hi, stint.start_lo, stint.organisation)


def _stint(places: Sequence[EdgeRow]) -> Stint:
    first, last = places[0], places[-1]
    dated = (Flag.START_DATED in first.flags, Flag.END_DATED in last.flags)
    return Stint(
        company=first.company,
        organisation=last.object,
        places=tuple(places),
        roles=(),
        start_lo=first.start_lo,
        start_hi=first.start_hi,
        end_lo=last.end_lo,
        end_hi=last.end_hi,
        likely_until=last.likely_until,
        dated=dated,
        text=_span(places, dated),
    )


def _span(places: Sequence[EdgeRow], dated: tuple[bool, bool]) -> str:
    """Of a time of which is only known that somebody came back later, the return is no date."""
    first, last = places[0], places[-1]
    if {part for _, part in first.claims} == {Part.RETURNED}:
        return "an earlier time, not dated"
    return bounds_text((first.start_lo, first.start_hi), (last.end_lo, last.end_hi), dated)


def _with_length(stint: Stint, held: Mapping[str, Evidence]) -> Stint:
    """With how long its sources say that it lasted, which bounds nothing."""
    told = (id_ for place in stint.places for id_, part in place.claims if part in _OF_ITSELF)
    said = (held[id_].claim for id_ in told if id_ in held)
    lengths = each_once(duration_text(claim) for claim in said if claim.relation == "works_at")
    return replace(stint, text=", ".join(filter(None, (stint.text, *lengths))))


def _is_vague(row: EdgeRow) -> bool:
    """Whether nothing dates the row, so that of several stints at one company it may lie in any."""
    return not row.flags & (Flag.START_DATED | Flag.END_DATED)


def _only(rows: Sequence[EdgeRow], *relations: str) -> tuple[EdgeRow, ...]:
    return tuple(row for row in rows if row.relation in relations)


def _is_of_others(row: EdgeRow, whom: str) -> bool:
    return row.subject != whom and row.relation in _ROLES
