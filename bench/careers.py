"""Careers of people who do not exist, and what pages say of them: dates known by halves, some said twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from graph.model.days import day_of, iso

FIRST, LAST = day_of("2008-01-01"), day_of("2025-12-31")
_MONTH = 30
_FORMS = ("both", "both", "both", "start", "start", "end", "seen", "nothing")


@dataclass(frozen=True, slots=True)
class Job:
    """At a place from `start` until the day before `end`; `end` None: to this day."""

    place: str
    start: int
    end: int | None
    returned: bool


@dataclass(frozen=True, slots=True)
class Report:
    """What one page says of a job: `when` as it says it, and the day from which it may be out."""

    job: Job
    when: str
    out: int
    origin: str


class Employers:
    """Places of work, drawn by a power law: the first is drawn twice as often as the second."""

    def __init__(self, random: Random, companies: Sequence[str], labs: dict[str, list[str]]) -> None:
        self._random, self._companies, self._labs = random, companies, labs
        self._weights = [1 / rank for rank in range(1, len(companies) + 1)]
        self._drawn: list[str] = []

    def draw(self) -> str:
        """A company, or one of its labs where it has any."""
        if not self._drawn:
            self._drawn = self._random.choices(self._companies, self._weights, k=1_000)
        company = self._drawn.pop()
        labs = self._labs.get(company)
        return self._random.choice(labs) if labs and self._random.random() < 0.3 else company


def career(random: Random, employers: Employers) -> list[Job]:
    """One to five jobs in turn; one in seven goes back to where the person was before."""
    jobs: list[Job] = []
    day = random.randint(FIRST, LAST - 600)
    for _ in range(random.choices((1, 2, 3, 4, 5), (25, 30, 25, 12, 8))[0]):
        former = [job.place for job in jobs[:-1] if job.place != jobs[-1].place]
        back = bool(former) and random.random() < 0.3
        place = random.choice(former) if back else employers.draw()
        until = day + random.randint(6, 60) * _MONTH
        jobs.append(Job(place, day, until if until < LAST else None, back))
        if until >= LAST:
            break
        day = until + random.choice((0, 0, 1, 1, 2, 4, 18)) * _MONTH
        if day > LAST - _MONTH:
            break
    return jobs


def reports(random: Random, jobs: Sequence[Job]) -> Iterator[Report]:
    """Each job by one page, one in five by two, which need not agree to the day."""
    for number, job in enumerate(jobs):
        before = jobs[number - 1].place if number else ""
        for _ in range(2 if random.random() < 0.2 else 1):
            yield _report(random, job, before if before != job.place else "")


def _report(random: Random, job: Job, before: str) -> Report:
    form = random.choice(_FORMS)
    start, origin = vague(random, job.start), before if random.random() < 0.35 else ""
    if form == "nothing":
        return Report(job, "", job.start, "")
    if form == "seen":
        return Report(job, vague(random, job.start + _MONTH), job.start + 3 * _MONTH, "")
    if job.end is None:
        return Report(job, f"{start}/..", job.start + random.randint(0, 200), origin)
    end = vague(random, job.end + random.choice((0, 0, 0, 0, 70)))
    if form == "end":
        return Report(job, f"/{end}", job.end, "")
    if form == "start" or start[: len(end)] > end[: len(start)]:
        return Report(job, f"{start}/", job.start, origin)
    return Report(job, f"{start}/{end}", job.end, origin)


def vague(random: Random, day: int) -> str:
    """A day as a source has it: the year in three of ten cases, the month in four."""
    return iso(day)[: random.choices((4, 7, 10), (3, 4, 3))[0]]
