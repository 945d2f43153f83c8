"""Stints: one person at one company for one time, assembled from every claim that speaks of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.assembly.attach import attach, attach_weak
from graph.assembly.bounds import Bounds, latest, narrow
from graph.assembly.evidence import Evidence
from graph.assembly.levels import count_origins, is_weak, strongest
from graph.assembly.marks import Mark, stint_marks
from graph.assembly.rows import NO_FLAG, EdgeRow, Flag, Part
from graph.assembly.spell_bounds import spell_bounds
from graph.assembly.spells import Spell
from graph.assembly.structure import Structure
from graph.assembly.walk import Walk
from graph.model.days import PAST, Days

_WALKED = (Part.START, Part.END)


@dataclass(frozen=True, slots=True)
class Stint:
    """One stint with its rows, one for each lab in order of time."""

    spell: Spell
    bounds: Bounds
    rows: tuple[EdgeRow, ...]
    labs: tuple[str, ...]

    def holds(self, id_: str) -> bool:
        """Whether the claim speaks of this stint itself, not of where the person came from or went."""
        return self.spell.holds(id_)

    def has(self, flag: Flag) -> bool:
        return any(flag in row.flags for row in self.rows)


def stints_of(
    person: str,
    evidence: Sequence[Evidence],
    denied: Sequence[Evidence],
    structure: Structure,
    transfer_days: int,
) -> list[Stint]:
    """The stints of one person, company by company, in order of time. `evidence`: what counts."""
    marks = [mark for each in evidence for mark in stint_marks(each)]
    pools = _pools(marks, structure)
    found: list[tuple[int, Spell, Bounds]] = []
    for pool in pools:
        elsewhere = list(_elsewhere(pools, pool))
        spells = _spells(pool, elsewhere, structure, transfer_days)
        found += zip(range(1, len(spells) + 1), spells, spell_bounds(spells), strict=True)
    stints = [_stint(person, ordinal, spell, bounds, structure) for ordinal, spell, bounds in found]
    stints = [_with_likely_end(stint, stints) for stint in stints]
    return [_with_denials(stint, denied) for stint in stints]


def _pools(marks: Sequence[Mark], structure: Structure) -> list[list[Mark]]:
    """Marks by company: same organisation, same company on the day of the mark, or joined by `became`."""
    leader: dict[str, str] = {}

    def find(org: str) -> str:
        while leader.setdefault(org, org) != org:
            org = leader[org]
        return org

    def join(one: str, other: str) -> None:
        low, high = sorted((find(one), find(other)))
        leader[high] = low

    orgs = sorted({mark.org for mark in marks})
    for mark in marks:
        join(mark.org, structure.company_of(mark.org, mark.day))
    for org in orgs:
        for other in orgs:
            if structure.became(org, other):
                join(org, other)
    pools: dict[str, list[Mark]] = {}
    for mark in sorted(marks, key=lambda m: (m.order, m.part, m.org)):
        pools.setdefault(find(mark.org), []).append(mark)
    return [pools[key] for key in sorted(pools)]


def _elsewhere(pools: Sequence[list[Mark]], here: list[Mark]) -> Iterator[Days]:
    """When the person arrived at or left another employer."""
    for pool in pools:
        if pool is not here:
            for mark in pool:
                side = mark.evidence.claim.get("concurrent") == "yes" or is_weak(mark.evidence)
                if mark.part in _WALKED and not side:
                    yield mark.days


def _spells(
    pool: Sequence[Mark], elsewhere: Sequence[Days], structure: Structure, transfer_days: int
) -> list[Spell]:
    """The spells of one company. Disputed claims form them only where nothing else speaks."""
    inside = frozenset(mark.org for mark in pool)
    named = {(mark.id, mark.org) for mark in pool if mark.own}
    ids = {id_ for id_, _ in named}
    pool = [m for m in pool if m.own or m.id not in ids]  # a change of lab speaks for itself
    firm = [m for m in pool if not is_weak(m.evidence)] or list(pool)
    walked = [m for m in firm if m.part in _WALKED]
    spells = Walk(structure, elsewhere, inside, transfer_days).run(walked)
    attach(spells, [m for m in firm if m.part not in _WALKED], structure)
    attach_weak(spells, [m for m in pool if m not in firm], structure)
    return spells


def _stint(person: str, ordinal: int, spell: Spell, bounds: Bounds, structure: Structure) -> Stint:
    flags = bounds.flags & (Flag.START_DISAGREES | Flag.END_DISAGREES | Flag.IMPOSSIBLE) | _claim_flags(spell)
    spans = list(_leg_bounds(spell, bounds))
    rows, labs = [], []
    for place, (leg, span) in enumerate(zip(spell.legs, spans, strict=True), start=1):
        lab = leg.lab(structure)
        claims = list(_parts(spell, place - 1))
        evidence = [m.evidence for m in claims]
        rows.append(
            EdgeRow(
                person,
                "works_at",
                lab,
                structure.company_of(lab, _day_of(lab, span, claims)),
                ordinal=ordinal,
                place=place,
                start_lo=span.start_lo,
                start_hi=span.start_hi,
                end_lo=span.end_lo,
                end_hi=span.end_hi,
                flags=flags | span.flags | (NO_FLAG if any(m.dated for m in claims) else Flag.UNDATED),
                status=strongest(evidence),
                origins=count_origins(evidence),
                claims=tuple(sorted({(m.id, m.part) for m in claims})),
            )
        )
        labs.append(lab)
    return Stint(spell, bounds, tuple(rows), tuple(labs))


def _claim_flags(spell: Spell) -> Flag:
    heard = [m.evidence.claim for m in spell.marks if m.own and m.part is not Part.DISPUTED]
    flags = Flag.RETURNED if spell.is_return else NO_FLAG
    if any(claim.get("concurrent") == "yes" for claim in heard):
        flags |= Flag.CONCURRENT
    if any(claim.relation == "founded" for claim in heard):
        flags |= Flag.FOUNDED
    return flags


def _parts(spell: Spell, i: int) -> Iterator[Mark]:
    """The marks behind one lab of a spell: a change stands behind both labs."""
    leg = spell.legs[i]
    yield from (*leg.marks, *leg.entered, *leg.left)
    if i > 0:
        yield from spell.legs[i - 1].left
    if i + 1 < len(spell.legs):
        yield from spell.legs[i + 1].entered


def _leg_bounds(spell: Spell, bounds: Bounds) -> Iterator[Bounds]:
    """A dated change splits the bounds of a spell; labs follow each other in order."""
    if Flag.IMPOSSIBLE in bounds.flags:
        yield from [bounds] * len(spell.legs)
        return
    dated = Flag.START_DATED | Flag.END_DATED
    start = (bounds.start_lo, bounds.start_hi, bounds.flags & Flag.START_DATED)
    for i, leg in enumerate(spell.legs):
        if i + 1 == len(spell.legs):
            lo, hi = min(start[0], bounds.end_hi), min(start[1], bounds.end_hi)
            yield Bounds(
                lo, hi, max(bounds.end_lo, lo), bounds.end_hi, start[2] | bounds.flags & Flag.END_DATED
            )
            return
        after = spell.legs[i + 1]
        left, _ = narrow(m.days for m in leg.left or after.entered)
        came, _ = narrow(m.days for m in after.entered or leg.left)
        lo, hi = max(left.lo, start[0]), max(latest(left), start[0])
        yield Bounds(start[0], min(start[1], hi), lo, hi, start[2] | dated & Flag.END_DATED)
        start = (max(came.lo, start[0]), max(latest(came), start[0]), dated & Flag.START_DATED)


def _day_of(lab: str, span: Bounds, marks: Sequence[Mark]) -> int:
    """The day on which to ask whose lab it was: the first on which a claim speaks of it there."""
    named = [m.day for m in marks if m.own and m.org == lab] or [m.day for m in marks]
    return min(named, default=span.start_hi)


def _with_likely_end(stint: Stint, stints: Sequence[Stint]) -> Stint:
    """An open or unknown end is read as going on until the next arrival elsewhere."""
    rows = []
    for row in stint.rows:
        until = _likely_until(row, stint, stints)
        rows.append(replace(row, likely_until=until, order_until=until))
    return replace(stint, rows=tuple(rows))


def _likely_until(row: EdgeRow, stint: Stint, stints: Sequence[Stint]) -> int:
    if Flag.UNDATED in row.flags:
        return row.start_hi
    if Flag.END_DATED in row.flags:
        return row.end_lo
    seen = max(row.start_hi, row.end_lo)
    nexts = [
        other.rows[0].start_lo
        for other in stints
        if other is not stint
        and other.has(Flag.START_DATED)
        and not (other.has(Flag.CONCURRENT) or stint.has(Flag.CONCURRENT))
        and other.rows[0].start_hi > row.start_hi
        and other.rows[0].start_hi >= seen
    ]
    return max(row.end_lo, min([row.end_hi, *nexts]))


def _with_denials(stint: Stint, denied: Sequence[Evidence]) -> Stint:
    """Mark the rows beside whose claims somebody denies the very same."""
    asserted = {m.org for m in stint.spell.marks if m.own}
    if not any(_denies(each, asserted, stint.bounds) for each in denied):
        return stint
    return replace(stint, rows=tuple(replace(r, flags=r.flags | Flag.DENIED_BESIDE) for r in stint.rows))


def _denies(denial: Evidence, orgs: set[str], bounds: Bounds) -> bool:
    claim = denial.claim
    if claim.relation not in ("works_at", "founded") or claim.object not in orgs:
        return False
    lo, hi = claim.when.earliest, claim.when.latest
    return lo <= bounds.end_hi and (bounds.start_lo < hi or lo == PAST)
