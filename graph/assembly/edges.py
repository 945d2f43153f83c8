"""Edge rows of all relations but stints: states as periods, events, and what hangs on a deal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from graph.assembly.attach import attach, attach_weak
from graph.assembly.bounds import Bounds, latest, narrow
from graph.assembly.evidence import Evidence
from graph.assembly.levels import count_origins, is_weak, strongest
from graph.assembly.marks import state_marks
from graph.assembly.rows import NO_FLAG, EdgeRow, Flag, Part
from graph.assembly.spell_bounds import spell_bounds
from graph.assembly.spells import Spell
from graph.assembly.structure import Structure
from graph.assembly.walk import Walk
from graph.model.days import FUTURE, PAST, Days
from graph.model.entities import kind_of
from graph.model.relations import ALWAYS, RELATIONS, Drawn, Time

_NOWHERE = Structure()
Key = tuple[str, str, str]
"""Relation, object, bundle: what makes claims of one subject one edge."""


@dataclass(frozen=True, slots=True)
class Timed:
    """The time of an event or of a deal's edge: its range, if any, and the claims with their parts."""

    days: Days | None
    apart: bool
    claims: tuple[tuple[Evidence, Part], ...]


def edges_of(
    evidence: Iterable[Evidence],
    denied: Iterable[Evidence],
    stages: Mapping[str, Sequence[Evidence]],
    structure: Structure,
) -> list[EdgeRow]:
    """Rows of one subject. `evidence`: what counts; `stages`: the `reached` claims of its deals."""
    drawn = [each for each in evidence if RELATIONS[each.claim.relation].drawn is Drawn.EDGE]
    refused = {_key(each) for each in denied}
    rows: list[EdgeRow] = []
    for key, group in groupby(sorted(drawn, key=lambda e: (_key(e), e.order)), key=_key):
        made = _rows(key, list(group), stages, structure)
        beside = Flag.DENIED_BESIDE if key in refused else NO_FLAG
        rows += [replace(row, flags=row.flags | beside) for row in made]
    return rows


def _key(evidence: Evidence) -> Key:
    claim = evidence.claim
    bundle = RELATIONS[claim.relation].bundle
    return (claim.relation, claim.object, claim.get(bundle) if bundle else "")


def _rows(
    key: Key, evidence: list[Evidence], stages: Mapping[str, Sequence[Evidence]], structure: Structure
) -> list[EdgeRow]:
    match RELATIONS[key[0]].time:
        case Time.STATE:
            return list(_states(key, evidence, structure))
        case Time.DEAL:
            subject = evidence[0].claim.subject
            deal = subject if kind_of(subject) == "deal" else key[1]
            return [_event(key, _of_a_deal(evidence, stages.get(deal, ())), structure)]
        case _:
            return [_event(key, _offer(evidence) if key[0] == "offered" else _once(evidence), structure)]


def _states(key: Key, evidence: list[Evidence], structure: Structure) -> Iterator[EdgeRow]:
    """Periods of one state: two that surely do not touch are two rows."""
    firm = [each for each in evidence if not is_weak(each)] or evidence
    marks = [mark for each in firm for mark in state_marks(each)]
    walked = [m for m in marks if m.part in (Part.START, Part.END)]
    spells = Walk(_NOWHERE, (), frozenset(), 0).run(walked)
    attach(spells, [m for m in marks if m not in walked], _NOWHERE)
    attach_weak(spells, [m for e in evidence if e not in firm for m in state_marks(e)], _NOWHERE)
    for ordinal, (spell, bounds) in enumerate(zip(spells, spell_bounds(spells), strict=True), start=1):
        yield _state(key, ordinal, spell, bounds, structure)


def _state(key: Key, ordinal: int, spell: Spell, bounds: Bounds, structure: Structure) -> EdgeRow:
    claims = [(m.evidence, m.part) for m in spell.marks]
    flags = bounds.flags
    if not any(m.dated for m in spell.marks):
        flags |= Flag.TIMELESS if key[0] in ALWAYS else Flag.UNDATED
    until = bounds.end_hi
    if Flag.END_DATED in flags:
        until = bounds.end_lo
    elif Flag.UNDATED in flags:
        until = bounds.start_hi
    day = bounds.start_hi if bounds.start_hi < FUTURE else max(m.day for m in spell.marks)
    return replace(
        _row(key, claims, day, structure),
        ordinal=ordinal,
        start_lo=bounds.start_lo,
        start_hi=bounds.start_hi,
        end_lo=bounds.end_lo,
        end_hi=bounds.end_hi,
        likely_until=until,
        order_until=until,
        flags=flags,
    )


def _event(key: Key, timed: Timed, structure: Structure) -> EdgeRow:
    """An event holds from its latest day on; without a day it is hidden once a day is set."""
    seen = min(each.known_from for each, _ in timed.claims)
    flags = Flag.EVENT | (Flag.START_DISAGREES if timed.apart else NO_FLAG)
    if timed.days is None:
        flags |= Flag.TIMELESS if key[0] in ALWAYS else Flag.UNDATED
        lo, hi = PAST, seen
    else:
        flags |= Flag.START_DATED
        lo, hi = timed.days.lo, latest(timed.days)
    return replace(
        _row(key, timed.claims, hi if hi < FUTURE else seen, structure),
        start_lo=lo,
        start_hi=hi,
        end_lo=FUTURE,
        end_hi=FUTURE,
        order_until=min(hi + 1, FUTURE),
        flags=flags,
    )


def _once(evidence: list[Evidence]) -> Timed:
    """Several reports of one event."""
    firm = [each for each in evidence if not is_weak(each)] or evidence
    days = [each.claim.when.point for each in firm if each.claim.when.point]
    hull, apart = narrow(days) if days else (None, False)
    parts = tuple((each, Part.PLAIN if each in firm else Part.DISPUTED) for each in evidence)
    return Timed(hull, apart, parts)


def _offer(evidence: list[Evidence]) -> Timed:
    """One offer, its outcomes one after the other: it stands from the first of them that surely happened."""
    firm = [each for each in evidence if not is_weak(each)] or evidence
    steps: dict[str, list[Evidence]] = {}
    for each in firm:
        steps.setdefault(each.claim.get("outcome"), []).append(each)
    timed = [_once(step) for _, step in sorted(steps.items())]
    days = [t.days for t in timed if t.days]
    parts = tuple((each, Part.PLAIN if each in firm else Part.DISPUTED) for each in evidence)
    span = Days(min(d.lo for d in days), min(d.hi for d in days)) if days else None
    return Timed(span, any(t.apart for t in timed), parts)


def _of_a_deal(evidence: list[Evidence], stages: Sequence[Evidence]) -> Timed:
    """Its own date, else the first dated stage of the deal."""
    own = _once(evidence)
    if own.days is not None:
        return own
    reached: dict[str, list[Evidence]] = {}
    for stage in stages:
        if stage.claim.when.point:
            reached.setdefault(stage.claim.value, []).append(stage)
    if not reached:
        return own
    timed = [_once(reached[value]) for value in sorted(reached)]
    first = min(timed, key=lambda t: t.days or Days())
    claims = own.claims + tuple((each, Part.STAGE) for each, _ in first.claims)
    return Timed(first.days, first.apart, claims)


def _row(key: Key, claims: Iterable[tuple[Evidence, Part]], day: int, structure: Structure) -> EdgeRow:
    claims = list(claims)
    own = [each for each, part in claims if part is not Part.STAGE]
    relation, object_, bundle = key
    return EdgeRow(
        own[0].claim.subject,
        relation,
        object_,
        structure.company_of(object_, day) if kind_of(object_) == "org" else object_,
        bundle,
        status=strongest(own),
        origins=count_origins(own),
        claims=tuple(sorted({(each.id, part) for each, part in claims})),
    )
