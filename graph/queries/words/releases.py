"""Releases: what was planned in turn, what came of it, how often it was late."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.assembly.evidence import Evidence
from graph.model.vocabulary import Status
from graph.queries.answers.reading import standing
from graph.queries.dealings.offers import by_key, strongest
from graph.queries.words.sentences import Names, said_when

_TIMES = {1: "once", 2: "twice"}


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan, or the release itself, whose status is not planned.

    `number` is that by which the sources tell plans apart, or empty. Days are half-open.
    """

    number: str
    when: str
    earliest: int
    latest: int
    status: Status
    claims: tuple[str, ...]

    @property
    def is_plan(self) -> bool:
        return self.status is Status.PLANNED


@dataclass(frozen=True, slots=True)
class Release:
    """A work and who releases it. `plans` in turn, then what happened; the last of them is what holds.

    `late` counts how often the next date lies surely after the one before it; `details` says of the last
    when, which plan and how often late.
    """

    organisation: str
    work: str
    plans: tuple[Plan, ...]
    late: int
    details: str
    sentence: str

    @property
    def is_due(self) -> bool:
        """Whether all that is known of it is planned."""
        return self.plans[-1].is_plan

    @property
    def claims(self) -> tuple[str, ...]:
        return tuple(id_ for plan in self.plans for id_ in plan.claims)


def releases_of(evidence: Iterable[Evidence], id_: str, name: Names) -> tuple[Release, ...]:
    """The planned releases by or of an entity, in order of who and what; others are edges."""
    found = [e for e in standing(evidence) if e.claim.relation == "released" and id_ in _ends(e)]
    groups = by_key((e for e in found if e.claim.status is not Status.DENIED), _ends)
    planned = [g for g in groups if any(e.claim.status is Status.PLANNED for e in g)]
    return tuple(_release(group, name) for group in sorted(planned, key=lambda g: _ends(g[0])))


def _ends(evidence: Evidence) -> tuple[str, str]:
    return (evidence.claim.subject, evidence.claim.object)


def _release(group: Sequence[Evidence], name: Names) -> Release:
    plans = tuple(sorted((_plan(same) for same in by_key(group, _turn)), key=_order))
    dated = [plan for plan in plans if plan.when]
    late = sum(after.earliest >= before.latest for before, after in pairwise(dated))
    organisation, work = _ends(group[0])
    details = _details(plans[-1], late)
    done = "is to release" if plans[-1].is_plan else "released"
    sentence = f"{name(organisation)} {done} {name(work)} ({details})"
    return Release(organisation, work, plans, late, details, sentence)


def _turn(evidence: Evidence) -> tuple[object, ...]:
    claim = evidence.claim
    planned = claim.status is Status.PLANNED
    return (planned, claim.get("plan") if planned else "", claim.when.text)


def _plan(group: Sequence[Evidence]) -> Plan:
    claim = group[0].claim
    ids = tuple(e.id for e in group)
    when = claim.when
    return Plan(claim.get("plan"), said_when(group[0]), when.earliest, when.latest, strongest(group), ids)


def _order(plan: Plan) -> tuple[bool, int, int, int]:
    """Plans by their number, those without one by their date; then the release itself."""
    return (not plan.is_plan, int(plan.number or 0), plan.earliest, plan.latest)


def _details(last: Plan, late: int) -> str:
    number = f"plan {last.number}" if last.is_plan and last.number else ""
    often = f"late {_TIMES.get(late, f'{late} times')}" if late else ""
    doubt = "" if last.status in (Status.CONFIRMED, Status.REPORTED, Status.PLANNED) else str(last.status)
    return ", ".join(filter(None, (last.when or "not dated", number, often, doubt)))
