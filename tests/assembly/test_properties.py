"""What holds of any ledger: of true careers told by sources, and of claims that make no sense together."""

import random
from collections import Counter, defaultdict
from collections.abc import Sequence

from brute import gaps, readings
from careers import FIRST, LAST, noise, told, true_careers
from hypothesis import given
from hypothesis import strategies as st
from stints import GAPS, TRANSFER_DAYS, in_scope, rows_of

from graph.assembly.assemble import MemoryLookup, assemble, assemble_subject, touched
from graph.assembly.evidence import Evidence
from graph.assembly.levels import standing
from graph.assembly.rows import Basis, Certainty, EdgeRow, Flag, Grade, Level
from graph.model.days import FUTURE
from graph.model.relations import RELATIONS
from graph.model.vocabulary import EDGE_STATUSES

SEEDS = st.integers(0, 2**32).map(random.Random)
CALENDAR = range(FIRST - 35, LAST + 35)


class ShuffledLookup(MemoryLookup):
    """Answers in another order each time."""

    def __init__(self, evidence: Sequence[Evidence], rng: random.Random) -> None:
        super().__init__(evidence)
        self._rng = rng

    def by_subject(self, id_: str, /) -> Sequence[Evidence]:
        return self._shuffled(super().by_subject(id_))

    def by_object(self, id_: str, /) -> Sequence[Evidence]:
        return self._shuffled(super().by_object(id_))

    def _shuffled(self, found: Sequence[Evidence]) -> Sequence[Evidence]:
        return self._rng.sample(list(found), len(found))


def has_order(row: EdgeRow) -> bool:
    """Whether no earliest day is after its latest, and no start after the end."""
    return row.start_lo <= row.start_hi <= row.end_hi and row.start_lo <= row.end_lo <= row.end_hi


def days_of(row: EdgeRow, certainty: Certainty) -> set[int]:
    """The days of the calendar on which the edge holds at least so."""
    lo, hi = row.span(certainty)
    return set(range(max(lo, CALENDAR.start), min(hi, CALENDAR.stop)))


def nested(row: EdgeRow) -> bool:
    """Whether all days that are certain are likely, and all that are likely possible."""
    certain, likely, possible = (days_of(row, certainty) for certainty in Certainty)
    return certain <= likely <= possible


@given(SEEDS)
def test_any_order_gives_the_same_rows(rng: random.Random) -> None:
    """Rows do not depend on the order in which claims are loaded or looked up."""
    evidence = noise(rng, rng.randint(3, 30))
    shuffled = rng.sample(evidence, len(evidence))
    assert assemble(evidence, transfer_days=TRANSFER_DAYS) == assemble(shuffled, transfer_days=TRANSFER_DAYS)
    for subject in sorted({each.claim.subject for each in evidence}):
        one = assemble_subject(subject, MemoryLookup(evidence), transfer_days=TRANSFER_DAYS)
        other = assemble_subject(subject, ShuffledLookup(evidence, rng), transfer_days=TRANSFER_DAYS)
        assert one == other


@given(SEEDS)
def test_nothing_is_dropped(rng: random.Random) -> None:
    """Each claim that may form an edge stands behind some row at level all."""
    evidence = noise(rng, rng.randint(3, 30))
    shown = {id_ for row in rows_of(evidence, Level.ALL).edges for id_, _ in row.claims}
    expected = {
        each.id
        for each in standing(evidence)
        if each.claim.status in EDGE_STATUSES and RELATIONS[each.claim.relation].is_edge
    }
    assert expected <= shown


@given(SEEDS)
def test_bounds_are_in_order(rng: random.Random) -> None:
    """No row starts after its end unless it says that it is
    impossible, and certain implies likely and possible.
    """
    evidence = noise(rng, rng.randint(3, 30))
    rows = assemble(evidence, transfer_days=TRANSFER_DAYS).edges
    for row in rows:
        possible = Flag.IMPOSSIBLE not in row.flags
        assert not possible or Flag.EVENT in row.flags or has_order(row)
        assert not possible or nested(row)


@given(SEEDS)
def test_an_address_is_one_row(rng: random.Random) -> None:
    """On any day of knowledge, at any level, an address names one edge."""
    rows = assemble(noise(rng, rng.randint(3, 30)), transfer_days=TRANSFER_DAYS).edges
    days = {row.known_from for row in rows}
    for day in days:
        for level in Level:
            here = [r for r in rows if r.levels & level.bit and r.known_from <= day < r.known_until]
            assert max(Counter(r.address for r in here).values(), default=1) == 1


@given(SEEDS)
def test_stints_agree_with_brute_force(rng: random.Random) -> None:
    """Of simple careers the rows say the same, day by day, as a reading that tries every possible world."""
    evidence = told(true_careers(rng), rng)
    level, known = rng.choice(list(Level)), rng.choice((LAST + 1, rng.randrange(FIRST, LAST)))
    rows = [
        row
        for row in assemble(evidence, transfer_days=TRANSFER_DAYS).edges
        if row.levels & level.bit and row.known_from <= known < row.known_until
    ]
    expected = readings(evidence, str(level), known, CALENDAR)
    assert {(r.subject, r.object) for r in rows} == {(e.person, e.org) for e in expected}
    assert len(rows) == len(expected)
    by_pair = {(row.subject, row.object): row for row in rows}
    for reading in expected:
        row = by_pair[reading.person, reading.org]
        assert days_of(row, Certainty.CERTAIN) == reading.always()
        assert days_of(row, Certainty.POSSIBLE) == reading.ever()


@given(SEEDS)
def test_moves_agree_with_brute_force(rng: random.Random) -> None:
    """A move by dates is certain if all possible worlds have its gap within the limits, else possible."""
    evidence = told(true_careers(rng), rng)
    expected = {(r.person, r.org): r for r in readings(evidence, "usual", FUTURE, CALENDAR)}
    lo, hi = GAPS
    for move in rows_of(evidence).moves:
        origin, arrival = expected[move.person, move.origin], expected[move.person, move.destination]
        if move.basis is not Basis.DATES:
            continue
        fits = [lo <= gap <= hi for gap in gaps(origin, arrival)]
        grade = Grade.CERTAIN if all(fits) else Grade.POSSIBLE if any(fits) else None
        assert move.grade(lo, hi) == grade


@given(SEEDS)
def test_true_tales_give_true_rows(rng: random.Random) -> None:
    """Told rightly, what is certain is true and what is true is possible; no stint is made up."""
    jobs = true_careers(rng)
    rows = rows_of(told(jobs, rng)).edges
    truth = {(f"person:{job.person}", f"org:{job.org}"): job for job in jobs}
    assert Counter((r.subject, r.object) for r in rows) == Counter(truth.keys())
    for row in rows:
        job = truth[row.subject, row.object]
        there = set(range(job.start, job.end))
        assert days_of(row, Certainty.CERTAIN) <= there
        assert there <= days_of(row, Certainty.POSSIBLE)


@given(SEEDS)
def test_touched_subjects_are_enough(rng: random.Random) -> None:
    """After any loads and withdrawals, rows made again for the touched alone equal those from scratch."""
    claims, live = noise(rng, 40), dict[str, Evidence]()
    edges, moves = defaultdict[str, list[object]](list), defaultdict[str, list[object]](list)
    spared = 0
    for _ in range(6):
        changed = rng.sample(claims, rng.randint(1, 6))
        for each in changed:
            if live.pop(each.id, None) is None:
                live[each.id] = each
        lookup = MemoryLookup(live.values())
        again = touched(changed, lookup)
        spared += len(set(lookup.subjects()) - again)
        for subject in again:
            made = assemble_subject(subject, lookup, transfer_days=TRANSFER_DAYS)
            edges[subject], moves[subject] = list(made.edges), list(made.moves)
        scratch = assemble(live.values(), transfer_days=TRANSFER_DAYS)
        assert Counter(row for rows in edges.values() for row in rows) == Counter(scratch.edges)
        assert Counter(row for rows in moves.values() for row in rows) == Counter(scratch.moves)


def test_touched_spares_the_others() -> None:
    """A change of one career touches nobody else's."""
    rng = random.Random(1)
    evidence = told(true_careers(rng), rng)
    changed = [each for each in evidence if each.claim.subject == "person:ann"]
    assert touched(changed, MemoryLookup(evidence)) == {"person:ann"}


def test_scopes_are_not_empty(seed: int) -> None:
    """The random ledgers make rows at all three levels, so that the properties above speak of something."""
    rng = random.Random(seed)
    rows = [row for _ in range(20) for row in assemble(noise(rng, 30), transfer_days=TRANSFER_DAYS).edges]
    for level in Level:
        assert sum(in_scope(row, level) for row in rows) > 30
    assert any(row.place > 1 for row in rows)
    assert any(row.ordinal > 1 for row in rows)
