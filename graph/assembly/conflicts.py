"""Where sources disagree: claims that answer the same question, with different answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import combinations

from graph.assembly.comparing import Answer, agree
from graph.assembly.evidence import Evidence
from graph.assembly.levels import count_origins, standing, strongest
from graph.assembly.rows import EdgeRow, Part, Rows
from graph.assembly.slots import Answers, Slot, slots_of
from graph.model.days import Days
from graph.model.vocabulary import Status
from graph.model.when import parse_when


class ConflictGrade(StrEnum):
    """disagree: answers apart; revised: one origin's later word; precision: one is the other, coarser."""

    DISAGREE = "disagree"
    REVISED = "revised"
    PRECISION = "precision"


@dataclass(frozen=True, slots=True)
class ConflictValue:
    """One answer and who gives it; what does not apply is empty. `status`: the strongest of its claims."""

    low: Decimal | None
    high: Decimal | None
    unit: str
    per: str
    when: str
    value: str
    claims: tuple[str, ...]
    status: Status
    origins: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Several answers to one question about one entity, most supported first.

    `about`: the relation and the rest of the slot, joined by `|`. `denied`: somebody says it is not so.
    """

    subject: str
    about: str
    question: str
    grade: ConflictGrade
    denied: bool
    values: tuple[ConflictValue, ...]

    @property
    def claims(self) -> frozenset[str]:
        return frozenset(id_ for value in self.values for id_ in value.claims)

    @property
    def order(self) -> tuple[int, str, str]:
        return (list(ConflictGrade).index(self.grade), self.subject, self.about)


@dataclass(frozen=True, slots=True)
class _Reported:
    """One answer with all claims that give it."""

    answer: Answer
    evidence: tuple[Evidence, ...]

    @property
    def known_from(self) -> int:
        return max(each.known_from for each in self.evidence)

    @property
    def origins(self) -> set[str]:
        return {each.origin for each in self.evidence}

    @property
    def order(self) -> tuple[int, Decimal, int, str]:
        """Confirmed before reported before disputed, then more precise, then later known."""
        status = list(Status).index(strongest(self.evidence))
        return (status, self.answer.width, -self.known_from, self.answer.text)

    def value(self) -> ConflictValue:
        quantity = self.answer.quantity
        return ConflictValue(
            quantity.low if quantity else None,
            quantity.high if quantity else None,
            quantity.unit if quantity else "",
            quantity.per if quantity else "",
            min((each.when for each in _written(self)), default=""),
            self.answer.value,
            tuple(sorted(each.id for each in self.evidence)),
            strongest(self.evidence),
            count_origins(self.evidence),
        )


def conflicts(evidence: Sequence[Evidence], rows: Rows) -> tuple[Conflict, ...]:
    """All conflicts among the claims known in one scope, disagreements first.

    `evidence`: claims of every status; `rows`: those valid in that scope (one level, one day known).
    """
    known = standing(evidence)
    found = [*_in_slots(known), *_stint_dates(rows.edges, {each.id: each for each in known})]
    found += _labelled(known, found)
    return tuple(sorted(found, key=lambda conflict: conflict.order))


def _in_slots(evidence: Iterable[Evidence]) -> Iterator[Conflict]:
    slots: dict[Slot, list[Evidence]] = defaultdict(list)
    for each in evidence:
        for slot in slots_of(each.claim):
            slots[slot].append(each)
    for slot, claims in slots.items():
        yield from _conflict(slot, claims)


def _conflict(slot: Slot, evidence: list[Evidence]) -> Iterator[Conflict]:
    said = [(answer, e) for e in evidence if (answer := _answer(slot.answers, e)) is not None]
    against = [pair for pair in said if pair[1].claim.status is Status.DENIED]
    reported = _by_answer(pair for pair in said if pair not in against)
    denials = _by_answer(against)
    denied = bool(denials) and bool(reported)
    if denied or (len(reported) > 1 and slot.answers is not Answers.TRUTH):
        grade = ConflictGrade.DISAGREE if denied else _grade(reported)
        yield Conflict(slot.subject, slot.about, slot.question, grade, denied, _values(reported + denials))


def _answer(answers: Answers, evidence: Evidence) -> Answer | None:
    claim = evidence.claim
    match answers:
        case Answers.WHEN:
            return Answer(days=claim.when.point, when=claim.when.text) if claim.when.point else None
        case Answers.ANNOUNCED:
            announced = parse_when(claim.get("announced"))
            return Answer(days=announced.point, when=announced.text)
        case Answers.QUANTITY:
            return Answer(quantity=claim.quantity) if claim.quantity else None
        case Answers.VALUE:
            return Answer(value=claim.value)
        case Answers.OUTCOME:
            return Answer(value=claim.get("outcome"))
        case Answers.TRUTH:
            return Answer(value="no" if claim.status is Status.DENIED else "yes")


def _by_answer(pairs: Iterable[tuple[Answer, Evidence]]) -> list[_Reported]:
    groups: dict[Answer, list[Evidence]] = defaultdict(list)
    for answer, each in pairs:
        groups[answer].append(each)
    return [_Reported(answer, tuple(found)) for answer, found in groups.items()]


def _written(reported: _Reported) -> Iterator[Answer]:
    if reported.answer.days:
        yield reported.answer


def _grade(reported: Sequence[_Reported]) -> ConflictGrade:
    if all(agree(a.answer, b.answer) for a, b in combinations(reported, 2)):
        return ConflictGrade.PRECISION
    *earlier, last = sorted(reported, key=lambda r: (r.known_from, r.answer.text))
    if all(r.known_from < last.known_from and r.origins <= last.origins for r in earlier):
        return ConflictGrade.REVISED
    return ConflictGrade.DISAGREE


def _values(reported: Iterable[_Reported]) -> tuple[ConflictValue, ...]:
    return tuple(each.value() for each in sorted(reported, key=lambda each: each.order))


_ENDS = (
    (Part.START, "start", "When did this stint begin?"),
    (Part.END, "end", "When did this stint end?"),
)


def _stint_dates(rows: Iterable[EdgeRow], by_id: Mapping[str, Evidence]) -> Iterator[Conflict]:
    """Stints of whose start or end two reports exclude each other, disputed ones included."""
    stints = {row.address: row for row in rows if row.relation == "works_at"}
    for _, row in sorted(stints.items()):
        for part, word, question in _ENDS:
            claims = [by_id[id_] for id_, p in row.claims if p in (part, Part.DISPUTED) and id_ in by_id]
            spoken = {each.claim.object for each in claims if (each.id, part) in row.claims}
            here = {row.object, row.company} | spoken
            reported = _by_answer(
                (Answer(days=days, when=text), each)
                for each in claims
                if each.claim.object in here
                for days, text in _dates(each, part)
            )
            if any(not _meet(a.answer, b.answer) for a, b in combinations(reported, 2)):
                about = f"works_at|{row.object}|{row.ordinal}|{word}"
                yield Conflict(row.subject, about, question, _grade(reported), False, _values(reported))


def _dates(evidence: Evidence, part: Part) -> Iterator[tuple[Days, str]]:
    when = evidence.claim.when
    start, _, end = when.text.partition("/")
    if part is Part.START and when.start and (when.point is None or evidence.claim.relation == "founded"):
        yield when.start, start
    if part is Part.END and when.end and when.point is None:
        yield when.end, end


def _meet(one: Answer, other: Answer) -> bool:
    return one.days is None or other.days is None or one.days.meets(other.days)


def _labelled(evidence: Iterable[Evidence], found: Sequence[Conflict]) -> Iterator[Conflict]:
    """Claims that share a label of dispute: what no rule can see. Left out where a rule has seen it all."""
    labels: dict[str, list[Evidence]] = defaultdict(list)
    for each in evidence:
        for label in each.claim.all("dispute"):
            labels[label].append(each)
    for label, claims in sorted(labels.items()):
        ids = {each.id for each in claims}
        if len(claims) < 2 or any(ids <= conflict.claims for conflict in found):
            continue
        reported = _by_answer((_as_said(each), each) for each in claims)
        denied = any(each.claim.status is Status.DENIED for each in claims)
        subject = min(each.claim.subject for each in claims)
        question = "What is so? (joined by an editor's label)"
        yield Conflict(
            subject, f"dispute|{label}", question, ConflictGrade.DISAGREE, denied, _values(reported)
        )


def _as_said(evidence: Evidence) -> Answer:
    """All that a claim says, so that equal words of several pages stand together."""
    claim = evidence.claim
    days = Days(claim.when.earliest, claim.when.latest) if claim.when.text else None
    truth = (
        "no"
        if claim.status is Status.DENIED
        else claim.value or claim.get("outcome") or claim.object or "yes"
    )
    return Answer(days, claim.quantity, truth, claim.when.text)
