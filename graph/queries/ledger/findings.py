"""What hangs loose or cannot be so: dangling entities, impossible dates, stints that overlap.

dangling     an entity of which no claim says more than its names; a lab or team of which none says whose it
             is
impossible   a stint that starts after it ends; somebody at an organisation before the earliest day on which
             anybody has it founded
overlapping  two stints of one person at different companies that surely share more days than a change of job
             may take (the setting `gap_min_days`), and neither of which is said to run beside others
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.assembly.evidence import Evidence
from graph.assembly.levels import asserted, is_weak
from graph.assembly.rows import EdgeRow, Flag
from graph.model.days import PAST
from graph.queries.answers.counting import Spell
from graph.queries.words.sentences import Names, claim_text, day_text, days_text
from graph.settings import settings
from graph.store.answers import EntityCard

DANGLING, IMPOSSIBLE, OVERLAPPING = "dangling", "impossible", "overlapping"
KINDS = (DANGLING, IMPOSSIBLE, OVERLAPPING)
_NAMING = frozenset({"named", "identified_by"})
_BEING_AT = frozenset({"works_at", "holds_role", "leads", "board_of"})
_PARTS = frozenset({"lab", "team"})


@dataclass(frozen=True, slots=True)
class Finding:
    """`about` are the entities concerned; `claims` the ids of what says so. `say` tells it in words."""

    kind: str
    about: tuple[str, ...]
    claims: tuple[str, ...]
    text: str


def dangling(evidence: Sequence[Evidence], cards: Mapping[str, EntityCard], name: Names) -> Iterator[Finding]:
    """`evidence`: all claims; `cards` of all entities that they name."""
    naming: dict[str, list[str]] = defaultdict(list)
    speaking: dict[str, list[str]] = defaultdict(list)
    for each in evidence:
        for id_ in each.claim.entities():
            (naming if each.claim.relation in _NAMING else speaking)[id_].append(each.id)
    for id_ in sorted(naming.keys() - speaking.keys()):
        text = f"nothing is said of {name(id_)} but its names"
        yield Finding(DANGLING, (id_,), tuple(naming[id_]), text)
    placed = {e.claim.subject for e in asserted(evidence) if e.claim.relation == "part_of"}
    for id_ in sorted(speaking.keys() - placed):
        if id_ in cards and cards[id_].subtype in _PARTS:
            text = f"no claim says what {name(id_)} ({cards[id_].subtype}) is part of"
            yield Finding(DANGLING, (id_,), tuple(dict.fromkeys(speaking[id_])), text)


def impossible(evidence: Sequence[Evidence], edges: Iterable[EdgeRow], name: Names) -> Iterator[Finding]:
    """`evidence`: all claims; `edges`: the rows of works_at."""
    for row in edges:
        if Flag.IMPOSSIBLE in row.flags:
            ends = f"{days_text(row.start_lo, row.start_hi + 1)} and {days_text(row.end_lo, row.end_hi + 1)}"
            text = f"{name(row.subject)} at {name(row.object)} starts after it ends ({ends})"
            claims = tuple(dict.fromkeys(id_ for id_, _ in row.claims))
            yield Finding(IMPOSSIBLE, (row.subject, row.object), claims, text)
    standing = asserted(evidence)
    founding = _founding(standing)
    for each in standing:
        first = founding.get(each.claim.object) if each.claim.relation in _BEING_AT else None
        if first and _latest_day_there(each) < first[0]:
            text = f"{claim_text(each, name)}, before its founding ({day_text(first[0])} or later)"
            about = (each.claim.subject, each.claim.object)
            yield Finding(IMPOSSIBLE, about, (each.id, *first[1]), text)


def _founding(standing: Sequence[Evidence]) -> dict[str, tuple[int, tuple[str, ...]]]:
    """The first day on which anybody has an organisation founded, and the claims that say when it was.

    A disputed date counts where there is no other. None for one that another became: its people may have been
    at that other.
    """
    heirs = {e.claim.object for e in standing if e.claim.relation == "became"}
    dated: dict[str, list[Evidence]] = defaultdict(list)
    for each in standing:
        claim = each.claim
        says = claim.relation == "founded" or (claim.relation, claim.value) == ("reached", "founded")
        if says and claim.when.point:
            dated[claim.object or claim.subject].append(each)
    found = {}
    for id_ in dated.keys() - heirs:
        counted = [e for e in dated[id_] if not is_weak(e)] or dated[id_]
        found[id_] = (min(e.claim.when.earliest for e in counted), tuple(e.id for e in counted))
    return found


def _latest_day_there(evidence: Evidence) -> int:
    """The first day on which a claim surely has somebody there, at the latest."""
    when = evidence.claim.when
    ranges = [days for days in (when.start, when.end) if days and days.lo > PAST]
    return min((days.last for days in ranges), default=min(when.latest - 1, evidence.known_from))


def places_of(spell: Spell) -> tuple[str, ...]:
    """The labs of a stint and their company."""
    return tuple(dict.fromkeys(id_ for row in spell.rows for id_ in (row.object, row.company)))


def overlapping(spells: Iterable[Spell], name: Names) -> Iterator[Finding]:
    """`spells`: all of each person, in order of person."""
    own: dict[str, list[Spell]] = defaultdict(list)
    for spell in spells:
        if not any(Flag.CONCURRENT in row.flags for row in spell.rows):
            own[spell.person].append(spell)
    for person, group in own.items():
        for one, other in combinations(group, 2):
            first, until = max(one.start_hi, other.start_hi), min(one.end_lo, other.end_lo)
            if until - first > -settings().gap_min_days and one.organisation != other.organisation:
                where = f"{name(one.organisation)} and at {name(other.organisation)}"
                text = f"{name(person)} was at {where} at once, {day_text(first)} to {day_text(until - 1)}"
                about = tuple(dict.fromkeys((person, *places_of(one), *places_of(other))))
                claims = tuple(dict.fromkeys((*one.claims, *other.claims)))
                yield Finding(OVERLAPPING, about, claims, text)
