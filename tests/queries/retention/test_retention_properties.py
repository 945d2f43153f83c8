"""Retention on generated ledgers: equal to plain counts, within bounds, blind to what was not known yet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

import pytest
from asking import ask
from hypothesis import given
from hypothesis import strategies as st
from leavers import held
from ledgers import COMPANIES, LABS, market
from making import day

from graph.assembly.rows import Level
from graph.model.days import iso
from graph.queries.answers.counting import Window
from graph.queries.answers.reading import claims_by_id
from graph.queries.retention.retention import Retention, retention
from graph.queries.shapes.retention import retention as as_json
from graph.settings import settings
from graph.store import open_store
from graph.store.base import Store
from graph.store.scope import Scope

FIRST, NOW = day("2020-01-01"), day("2024-12-31")
SEEDS = st.integers(0, 2**32 - 1)


@pytest.fixture(autouse=True, scope="module")
def _every_case_counts() -> Iterator[None]:
    """Numbers from one case on, so that generated ledgers, which are small, give any."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TALENTGRAPH_PERCENT_CASES", "1")
        settings.cache_clear()
        yield
    settings.cache_clear()


@dataclass(frozen=True)
class Job:
    """There from `start`, last seen the day before `until`, on which they left if they `left`."""

    start: int
    until: int
    left: bool


@st.composite
def jobs(draw: st.DrawFn) -> list[Job]:
    starts = draw(st.lists(st.integers(FIRST, NOW - 1), min_size=1, max_size=30))
    found = []
    for start in starts:
        until = draw(st.integers(start + 1, NOW + 1))
        found.append(Job(start, until, until <= NOW and draw(st.booleans())))
    return found


def asked(given_jobs: list[Job], horizon: int) -> Retention:
    lines = [f"p{n} works_at acme {_when(job)}" for n, job in enumerate(given_jobs)]
    lines.append(f"nobody works_at elsewhere /{iso(NOW)} @now:{iso(NOW)}")
    return retention(ask(held("\n".join(lines))), "acme", horizon=horizon)


def _when(job: Job) -> str:
    if job.left:
        return f"{iso(job.start)}/{iso(job.until)} @now:{iso(NOW)}"
    return f"{iso(job.start)}/.. @d{job.until}:{iso(job.until - 1)}"


@given(jobs(), st.integers(1, 1_500))
def test_readings_equal_plain_counts(given_jobs: list[Job], horizon: int) -> None:
    """With every date known to the day, each reading is what a plain count of the jobs gives."""
    reply = asked(given_jobs, horizon)
    reached, recent, survival, *_ = reply.readings
    due = [job for job in given_jobs if job.start + horizon <= NOW]
    stayed = [job for job in due if job.until >= job.start + horizon]
    gone = [job for job in due if job.left and job.until < job.start + horizon]
    assert (reached.stayed, reached.counted) == (len(stayed), len(stayed) + len(gone))
    assert reached.value == (len(stayed) / reached.counted if reached.counted else None)
    young = [job for job in given_jobs if job.start >= NOW - horizon]
    assert (recent.stayed, recent.left) == (
        sum(not job.left for job in young),
        sum(job.left for job in young),
    )
    assert survival.value == pytest.approx(curve_at(given_jobs, horizon))
    assert all(each.low == each.value == each.high for each in reply.readings[:4])


def curve_at(given_jobs: list[Job], horizon: int) -> float | None:
    """Day by day: times the share of those still followed who do not leave on the day."""
    lengths = [(job.until - job.start, job.left) for job in given_jobs]
    share = 1.0
    for length in sorted({length for length, left in lengths if left and length <= horizon}):
        there = [each for each in lengths if each[0] >= length]
        share *= 1 - there.count((length, True)) / len(there)
    known = sum(left or length >= horizon for length, left in lengths)
    followed = any(length >= horizon for length, _ in lengths)
    return share if known and (followed or share == 0) else None


def markets(seed: int) -> Store:
    store = open_store(engine="memory")
    with store.writer() as writer:
        for each in market(seed):
            writer.load(each)
    return store


def some(store: Store, seed: int) -> tuple[str, Window, int, Store]:
    random = Random(seed)
    first = random.choice((None, random.randint(day("2018-01-01"), day("2025-01-01"))))
    last = random.choice((None, (first or day("2020-01-01")) + random.randint(0, 2_000)))
    return random.choice((*COMPANIES, *LABS)), Window(first, last), random.randint(1, 1_500), store


@given(SEEDS)
def test_numbers_keep_within_their_bounds(seed: int) -> None:
    """Shares lie in 0 to 1, at least ≤ low ≤ value ≤ high ≤ at most; no number without cases; curves never
    rise; every stint is in the cohort, or counted as missing, or outside the window.
    """
    where, window, horizon, store = some(markets(seed), seed)
    view = ask(store, level=Level.ALL)
    reply = retention(view, where, window, horizon)
    for each in reply.readings:
        assert (each.value is None) == bool(each.why)
        assert max(each.left, each.counted, each.assumed, each.stayed or 0) <= len(each.spells)
        if each.value is not None:
            assert (each.low or 0) <= each.value <= (each.high or each.value)
        if each.at_least is not None and each.at_most is not None and each.low is not None:
            assert 0 <= each.at_least <= each.low <= (each.high or 0) <= each.at_most <= 1
        shares = [step.share for step in each.curve]
        assert shares == sorted(shares, reverse=True)
        assert all(0 <= step.low <= step.share <= step.high <= 1 for step in each.curve)
    cohort, everybody = reply.cohort, retention(view, where, horizon=horizon)
    missing = cohort.perhaps + cohort.no_start + cohort.impossible
    assert len(cohort.hired) + missing <= reply.stints == everybody.stints
    whole = everybody.cohort
    assert len(whole.hired) + whole.no_start + whole.impossible == everybody.stints
    assert all(reply.found(hire.spell.claims) for hire in reply.hires)
    assert as_json(reply)["cohort"]["hired"] == len(reply.hires)


def cut_at(full: Store, seed: int, known: int) -> Store:
    """A ledger of those claims only that are known by the day."""
    view, cut = full.view(Scope(known_on=known)), open_store(engine="memory")
    with cut.writer() as writer:
        for each in market(seed):
            known_then = claims_by_id(view, [claim.id for claim in each.claims])
            writer.load(replace(each, claims=tuple(c for c in each.claims if c.id in known_then)))
    return cut


def test_a_leak_would_be_found() -> None:
    """On some generated ledgers, not to look at the day changes the answer."""
    known, differ = day("2024-01-01"), 0
    for seed in range(10):
        full = markets(seed)
        cut = cut_at(full, seed, known)
        answers = [retention(s.view(), "org:alpha", horizon=100).cohort.hired for s in (full, cut)]
        differ += len(answers[0]) != len(answers[1])
    assert differ


@given(SEEDS, st.integers(day("2023-01-01"), day("2025-10-01")))
def test_what_was_not_known_yet_changes_nothing(seed: int, known: int) -> None:
    """Known on a day, a ledger answers as one that holds only what was out by then."""
    full = markets(seed)
    where, window, horizon, _ = some(full, seed)
    cut = cut_at(full, seed, known)
    left, right = (retention(s.view(Scope(known_on=known)), where, window, horizon) for s in (full, cut))
    assert as_json(left) == as_json(right)


@given(SEEDS)
def test_a_withdrawn_set_leaves_no_trace(seed: int) -> None:
    """After one of two sets is withdrawn, the readings are those of never having loaded it."""
    both, one = markets(seed), open_store(engine="memory")
    first, second = market(seed)
    with both.writer() as writer:
        writer.withdraw(second.id)
    with one.writer() as writer:
        writer.load(first)
    where, window, horizon, _ = some(both, seed)
    left, right = (retention(s.view(), where, window, horizon) for s in (both, one))
    assert (left.readings, left.cohort) == (right.readings, right.cohort)
