"""How well the ledger is documented: what share of its stints is dated and sourced, what hangs loose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.assembly.evidence import Evidence
from graph.assembly.levels import asserted, count_origins
from graph.errors import NotFound
from graph.queries.answers.counting import Rollup, Spell, spells_of
from graph.queries.answers.reading import Reopen, at_most, claims_naming, common, without_day
from graph.queries.answers.reply import Drawn, Plain, Reply, Tables, namer
from graph.queries.ledger import findings as found
from graph.queries.ledger.findings import Finding
from graph.queries.network.search import find
from graph.settings import settings
from graph.store.answers import Cut
from graph.store.base import View

_Claims = Sequence[Evidence]


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that a stint has or has not, and what exactly that means."""

    name: str
    definition: str
    has: Callable[[Spell, _Claims], bool]


MEASURES = (
    Measure("start", "a source dates its start, to the day or by bounds", lambda s, _: s.start_dated),
    Measure("end", "a source dates its end, to the day or by bounds", lambda s, _: s.end_dated),
    Measure(
        "going on",
        "no source dates its end, and one said it went on on the day it came out",
        lambda s, claims: not s.end_dated and any(e.claim.when.open_end for e in claims),
    ),
    Measure(
        "source",
        "one of its sources has an address where it can be read",
        lambda _, claims: any(e.source.url for e in claims),
    ),
    Measure(
        "dated source",
        "one of its sources says when it came out",
        lambda _, claims: any(e.source.is_dated for e in claims),
    ),
    Measure(
        "second origin",
        "two or more independent origins stand behind it",
        lambda _, claims: count_origins(claims) > 1,
    ),
)


@dataclass(frozen=True, slots=True)
class Row:
    """The stints of everything (`of` all), of a set or at an organisation: how many have each measure.

    `have` follows MEASURES, and `findings` KINDS of findings. `claims` are the ids behind the stints.
    """

    of: str
    id: str
    stints: int
    have: tuple[int, ...]
    findings: tuple[int, ...]
    claims: tuple[str, ...]

    def share(self, n: int) -> float | None:
        """Of its stints, from 0 to 1; None where they are too few for a percentage (`percent_cases`)."""
        return n / self.stints if self.stints >= settings().percent_cases else None


@dataclass(frozen=True, kw_only=True)
class Quality(Reply):
    """`rows`: all, then by set, then by organisation, most stints first; `findings` by kind.

    Of an organisation the rows are its labs and itself. `claims` holds those behind the findings and, as far
    as the setting `query_rows` goes, those behind the rows.
    """

    asked: tuple[str, ...]
    set_id: str
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]

    @property
    def title(self) -> str:
        about = self.names(self.asked) or self.set_id
        return f"Coverage and quality{f': {about}' if about else ''}"

    def of_kind(self, kind: str) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.kind == kind)

    def label(self, row: Row) -> str:
        """The name of what a row is about."""
        return {"all": "all", "set": row.id}.get(row.of) or self.name(row.id)

    def drawn(self) -> Drawn:
        named = (id_ for finding in self.findings for id_ in finding.about)
        return tuple(dict.fromkeys((*self.asked, *named))), None

    def tables(self) -> Tables:
        rows: list[dict[str, Plain]] = [
            {
                "of": row.of,
                "name": self.label(row),
                "id": row.id,
                "stints": row.stints,
                **{m.name.replace(" ", "_"): n for m, n in zip(MEASURES, row.have, strict=True)},
                **dict(zip(found.KINDS, row.findings, strict=True)),
            }
            for row in self.rows
        ]
        listed: list[dict[str, Plain]] = [
            {"kind": f.kind, "text": f.text, "about": " ".join(f.about), "claims": " ".join(f.claims)}
            for f in self.findings
        ]
        return {"coverage": rows, "findings": listed} if listed else {"coverage": rows}


def quality(
    view: View, organisation: str = "", set_id: str = "", *, reopen: Reopen, limit: int | None = None
) -> Quality:
    """Of the whole ledger, of an organisation with its labs (name or id), or of a set; on whatever day.

    `limit` binds the rows and the findings, each. Raises NotFound for a set that is not there.
    """
    whole = without_day(view, reopen)
    known = {card.id: card.title for card in whole.summary().sets}
    if set_id and set_id not in known:
        raise NotFound(set_id, tuple(sorted(known.items())))
    where = find(view, organisation, ("org",)).id if organisation else ""
    evidence, cuts = claims_naming(whole)
    asked = _Asked(set_id, _places(where, evidence), {e.id: e for e in evidence})
    spells = list(spells_of(whole.stints().edges))
    problems = tuple(asked.findings(_findings(whole, evidence, spells))) if not cuts else ()
    rows = tuple(_rows(asked, asked.stints(spells), problems, known))
    allowed = at_most(limit, settings().query_rows)
    cuts += _cut(allowed, len(rows)) + _cut(allowed, len(problems))
    rows, problems = rows[:allowed], problems[:allowed]
    behind, cut = _behind(rows, problems)
    named = [r.id for r in rows if r.of == "organisation"] + [id_ for f in problems for id_ in f.about]
    return Quality(
        **common(whole, (where, *named), claims=(asked.held[id_] for id_ in behind)),
        cuts=cuts + cut,
        asked=(where,) if where else (),
        set_id=set_id,
        rows=rows,
        findings=problems,
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked about, and all claims by id. `places` are the organisation and its labs; empty: all."""

    set_id: str
    places: frozenset[str]
    held: Mapping[str, Evidence]

    def sets(self, claims: Iterable[str]) -> set[str]:
        """The sets that hold any of the claims."""
        return {set_id for id_ in claims if id_ in self.held for set_id in self.held[id_].sets}

    def stints(self, spells: Iterable[Spell]) -> list[Spell]:
        return [s for s in spells if self._at(found.places_of(s)) and self._in_set(s.claims)]

    def findings(self, given: Iterable[Finding]) -> list[Finding]:
        return [f for f in given if self._at(f.about) and self._in_set(f.claims)]

    def evidence(self, spell: Spell) -> list[Evidence]:
        return [self.held[id_] for id_ in spell.claims if id_ in self.held]

    def _at(self, ids: Iterable[str]) -> bool:
        return not self.places or not self.places.isdisjoint(ids)

    def _in_set(self, claims: Iterable[str]) -> bool:
        return not self.set_id or self.set_id in self.sets(claims)


def _places(where: str, evidence: _Claims) -> frozenset[str]:
    """The organisation and all that was ever part of it."""
    parts: dict[str, list[str]] = defaultdict(list)
    for each in asserted(evidence) if where else ():
        if each.claim.relation == "part_of":
            parts[each.claim.object].append(each.claim.subject)
    seen, todo = {where} - {""}, [where]
    while todo:
        fresh = set(parts[todo.pop()]) - seen
        seen |= fresh
        todo += fresh
    return frozenset(seen)


def _findings(view: View, evidence: _Claims, spells: Iterable[Spell]) -> Iterator[Finding]:
    named = {id_ for e in evidence for id_ in e.claim.entities() if id_.startswith("org:")}
    cards = view.entities(sorted(named))

    def name(id_: str) -> str:
        if id_ not in cards:
            cards.update(view.entities([id_]))
        return namer(cards)(id_)

    given = list(spells)
    yield from found.dangling(evidence, cards, name)
    yield from found.impossible(evidence, (row for spell in given for row in spell.rows), name)
    yield from found.overlapping(given, name)


def _rows(
    asked: _Asked, spells: Sequence[Spell], problems: Sequence[Finding], sets: Iterable[str]
) -> Iterator[Row]:
    """All, then each set, then each organisation."""
    yield _row("all", "", spells, problems, asked)
    for set_id in sorted(sets) if not asked.set_id else ():
        own = _Asked(set_id, frozenset(), asked.held)
        yield _row("set", set_id, own.stints(spells), own.findings(problems), asked)
    places: dict[str, list[Spell]] = defaultdict(list)
    rows = (row for spell in spells for row in spell.rows)
    for spell in spells_of(rows, Rollup.LAB) if asked.places else spells:
        places[spell.organisation].append(spell)
    for id_, group in sorted(places.items(), key=lambda item: (-len(item[1]), item[0])):
        if not asked.places or id_ in asked.places:
            yield _row("organisation", id_, group, [f for f in problems if id_ in f.about], asked)


def _row(of: str, id_: str, spells: Sequence[Spell], problems: Sequence[Finding], asked: _Asked) -> Row:
    evidence = [(spell, asked.evidence(spell)) for spell in spells]
    have = tuple(sum(m.has(spell, claims) for spell, claims in evidence) for m in MEASURES)
    kinds = tuple(sum(f.kind == kind for f in problems) for kind in found.KINDS)
    behind = tuple(dict.fromkeys(e.id for _, claims in evidence for e in claims))
    return Row(of, id_, len(spells), have, kinds, behind)


def _behind(rows: Iterable[Row], problems: Iterable[Finding]) -> tuple[list[str], tuple[Cut, ...]]:
    """The claims of the findings, then those of the rows, as many as an answer may hold."""
    ids = [id_ for f in problems for id_ in f.claims] + [id_ for row in rows for id_ in row.claims]
    unique, allowed = list(dict.fromkeys(ids)), settings().query_rows
    return unique[:allowed], _cut(allowed, len(unique))


def _cut(allowed: int, there: int) -> tuple[Cut, ...]:
    hint = "Ask about one organisation or set."
    return (Cut("query_rows", allowed, there - allowed, hint),) if there > allowed else ()
