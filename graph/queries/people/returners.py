"""Who left a company and came back, how long they were away, and where they were meanwhile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from operator import itemgetter

from graph.assembly.rows import Flag, Grade
from graph.model.days import DAYS_IN_A_MONTH, FUTURE, PAST, iso
from graph.queries.answers.counting import Sample, Spell, read
from graph.queries.answers.reading import Reopen, at_most, common, merged
from graph.queries.answers.reply import Drawn, Plain, Reply, Tables, namer
from graph.queries.network.search import find
from graph.queries.retention.cohorts import places
from graph.queries.words.dates import days_text
from graph.queries.words.sentences import Names
from graph.settings import settings
from graph.store.answers import Cut
from graph.store.base import View


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """A stint elsewhere. `surely`: a date of it lies in the time away, or a certain move leads into it or out
    of it; else it merely may overlap the time away.
    """

    spell: Spell
    surely: bool


@dataclass(frozen=True, slots=True)
class Return:
    """`left` and `back` are two consecutive stints at one company. Days away, None where nothing bounds.

    `stated`: a source calls it a return; else the dates, or a stint elsewhere, force two stints.
    """

    person: str
    company: str
    left: Spell
    back: Spell
    away_lo: int
    away_hi: int | None
    between: tuple[Meanwhile, ...]
    stated: bool
    sentence: str

    @property
    def claims(self) -> tuple[str, ...]:
        meanwhile = (id_ for each in self.between for id_ in each.spell.claims)
        return tuple(dict.fromkeys((*self.left.claims, *self.back.claims, *meanwhile)))


@dataclass(frozen=True, kw_only=True)
class Returners(Reply):
    """Returns by the day of coming back, then person. `stints` were looked at, of `people`."""

    of: tuple[str, ...]
    returns: tuple[Return, ...]
    stints: int
    people: int

    @property
    def title(self) -> str:
        return f"Returns: {self.names(self.of)}" if self.of else "Who left and came back"

    def drawn(self) -> Drawn:
        spells = (s for each in self.returns for s in (each.left, each.back, *_spells(each.between)))
        return self.of, tuple(dict.fromkeys(row for spell in spells for row in spell.rows))

    def tables(self) -> Tables:
        return {"returns": [self._row(each) for each in self.returns]}

    def _row(self, each: Return) -> dict[str, Plain]:
        left, back = each.left, each.back
        return {
            "person": self.name(each.person),
            "company": self.name(each.company),
            "left_earliest": iso(left.end_lo),
            "left_latest": iso(left.end_hi),
            "back_earliest": iso(back.start_lo),
            "back_latest": iso(back.start_hi),
            "away_days_at_least": each.away_lo,
            "away_days_at_most": each.away_hi,
            "between": self.names(m.spell.rows[-1].object for m in each.between if m.surely),
            "perhaps_between": self.names(m.spell.rows[-1].object for m in each.between if not m.surely),
            "stated": each.stated,
            "person_id": each.person,
            "company_id": each.company,
            "claims": " ".join(each.claims),
        }


def returners(
    view: View, name: str = "", *, limit: int | None = None, reopen: Reopen | None = None
) -> Returners:
    """All who came back, or one person, or those who came back to one organisation. Name or id.

    A day that is set plays no part, if `reopen` (`store.view`) is given.
    """
    whom = find(view, name, ("person", "org")).id if name else ""
    sample = _sample(view, whom, reopen)
    careers: dict[str, list[Spell]] = defaultdict(list)
    for spell in sample.spells:
        careers[spell.person].append(spell)
    pairs = (pair for career in careers.values() for pair in _pairs(career))
    found = [pair for pair in pairs if whom in ("", pair[0].person) or _is_at(whom, pair)]
    found.sort(key=lambda pair: (pair[1].start_lo, pair[1].start_hi, pair[1].rows[0].order))
    allowed = at_most(limit, settings().query_rows)
    cut = Cut("query_rows", allowed, len(found) - allowed, "Name a person or an organisation.")
    moved = {(row.from_edge, row.to_edge) for row, grade in sample.moves if grade is Grade.CERTAIN}
    whole = [(pair, tuple(_meanwhile(careers[pair[0].person], pair, moved))) for pair in found[:allowed]]
    rows = dict.fromkeys(row for pair, between in whole for s in (*pair, *_spells(between)) for row in s.rows)
    facts = common(view, (whom,) if whom else (), list(rows))
    return Returners(
        **facts,
        cuts=(*sample.cuts, *((cut,) if len(found) > allowed else ())),
        of=(whom,) if whom else (),
        returns=tuple(_return(*pair, between, namer(facts["cards"])) for pair, between in whole),
        stints=len(sample.spells),
        people=len(careers),
    )


def _sample(view: View, whom: str, reopen: Reopen | None) -> Sample:
    """The whole careers of all, of one person, or of all who were at an organisation."""
    if not whom or whom.startswith("person:"):
        return read(view, people=[whom] if whom else [], reopen=reopen)
    there = read(view, [whom], reopen=reopen)
    people = sorted({spell.person for spell in there.spells})
    whole = read(view, people=people, reopen=reopen) if people else there
    return replace(whole, cuts=merged(there.cuts, whole.cuts))


def _pairs(career: Sequence[Spell]) -> list[tuple[Spell, Spell]]:
    """Consecutive stints at one company; who owned it by then, or what it was before, is no matter.

    Every stint that is not the first at its company has one before it: the nearest go together first.
    """
    found = [
        (_distance(left, back), -left.start_lo, left, back)
        for back in career
        for left in career
        if left.rows[0].ordinal == back.rows[0].ordinal - 1
    ]
    followed: dict[Spell, Spell] = {}
    preceded: dict[Spell, Spell] = {}
    for _, _, left, back in sorted(found, key=itemgetter(0, 1)):
        if left not in followed and back not in preceded:
            followed[left], preceded[back] = back, left
    return [(left, back) for back, left in preceded.items()]


def _distance(left: Spell, back: Spell) -> int:
    """How far two stints are from being at one company: 0 the same, 1 a lab in common, 2 neither."""
    if left.organisation == back.organisation:
        return 0
    return 2 if places(left).isdisjoint(places(back)) else 1


def _is_at(whom: str, spells: Iterable[Spell]) -> bool:
    return any(whom in places(spell) for spell in spells)


def _meanwhile(
    career: Sequence[Spell], pair: tuple[Spell, Spell], moved: AbstractSet[tuple[str, str]]
) -> Iterator[Meanwhile]:
    """Stints elsewhere that lie, or may lie, in the widest time away that the dates allow.

    `moved`: from which stint a certain move led to which.
    """
    left, back = pair
    first, last = left.end_lo, back.start_hi
    for spell in career:
        if spell in pair or spell.undated or spell.organisation == left.organisation:
            continue
        if spell.start_lo > last or spell.end_hi < first:
            continue
        came = spell.start_dated and first <= spell.start_lo and spell.start_hi <= last
        went = spell.end_hi < FUTURE and first <= spell.end_lo and spell.end_hi <= last
        joins = _leads(left, spell, moved) or _leads(spell, back, moved)
        yield Meanwhile(spell, surely=came or went or joins)


def _leads(one: Spell, other: Spell, moved: AbstractSet[tuple[str, str]]) -> bool:
    return (one.rows[-1].address, other.rows[0].address) in moved


def _spells(between: Sequence[Meanwhile]) -> Iterator[Spell]:
    return (each.spell for each in between)


def _return(left: Spell, back: Spell, between: tuple[Meanwhile, ...], name: Names) -> Return:
    away_lo = max(0, back.start_lo - left.end_hi)
    bounded = left.end_lo > PAST and back.start_hi < FUTURE
    away_hi = max(0, back.start_hi - left.end_lo) if bounded else None
    return Return(
        person=left.person,
        company=left.organisation,
        left=left,
        back=back,
        away_lo=away_lo,
        away_hi=away_hi,
        between=between,
        stated=Flag.RETURNED in back.rows[0].flags,
        sentence=_sentence(left, back, (away_lo, away_hi), between, name),
    )


def _sentence(
    left: Spell, back: Spell, away: tuple[int, int | None], between: Sequence[Meanwhile], name: Names
) -> str:
    went = days_text(left.end_lo, left.end_hi + 1) if left.end_dated else ""
    came = days_text(back.start_lo, back.start_hi + 1) if back.start_dated else ""
    details = [
        f"left {went}" if went else "departure not dated",
        f"back {came}" if came else "return not dated",
    ]
    details += [away_text(*away)]
    surely = [name(m.spell.rows[-1].object) for m in between if m.surely]
    meanwhile = f"; meanwhile at {' and '.join(dict.fromkeys(surely))}" if surely else ""
    where = ", ".join(dict.fromkeys(map(name, (back.organisation, back.rows[-1].object))))
    return f"{name(left.person)} came back to {where} ({', '.join(filter(None, details))}){meanwhile}"


def away_text(lo: int, hi: int | None) -> str:
    """`away 20 to 24 months`, `away 31 days or less`; empty where nothing is known."""
    if hi is None:
        return f"away {_length(lo)} or more" if lo else ""
    least, most = _length(lo), _length(hi)
    if least == most:
        return f"away {most}"
    if not lo:
        return f"away {most} or less"
    number, _, unit = least.partition(" ")
    return f"away {number if most.endswith(unit.rstrip('s') + 's') else least} to {most}"


def _length(days: int) -> str:
    """In months from two months on, rounded; else in days."""
    months = round(days / DAYS_IN_A_MONTH)
    return f"{months:,} months" if months > 1 else f"{days:,} day{'' if days == 1 else 's'}"
