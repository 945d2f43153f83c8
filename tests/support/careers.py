"""Random small ledgers: careers that truly happened, told by sources, and noise that need not make sense."""

from __future__ import annotations

import random
from dataclasses import dataclass

from making import day, evidence

from graph.assembly.evidence import Evidence
from graph.model.days import iso

FIRST, LAST = day("2025-01-01"), day("2025-04-10")
STATUSES = ("confirmed", "reported", "reported", "reported", "disputed", "rumoured", "denied", "planned")
ORGS = ("alpha", "beta", "gamma", "delta", "epsilon")
PEOPLE = ("ann", "bob", "cai")


@dataclass(frozen=True)
class Job:
    """One true stint: there on the days `[start, end)`."""

    person: str
    org: str
    start: int
    end: int


def true_careers(rng: random.Random) -> list[Job]:
    """Each person with up to four employers in turn, never twice the same."""
    jobs = []
    for person in PEOPLE:
        cuts = sorted(rng.sample(range(FIRST + 10, LAST - 10), 2 * rng.randint(1, 4)))
        orgs = rng.sample(ORGS, len(cuts) // 2)
        jobs += [
            Job(person, org, *pair)
            for org, pair in zip(orgs, zip(cuts[::2], cuts[1::2], strict=True), strict=True)
        ]
    return jobs


def told(jobs: list[Job], rng: random.Random) -> list[Evidence]:
    """What sources say of true careers: always right, more or less exact. One to three claims a job."""
    lines = []
    for job in jobs:
        before = [j for j in jobs if j.person == job.person and j.end <= job.start]
        last = max(before, key=lambda j: j.end, default=None)
        lines += [_report(job, last, rng) for _ in range(rng.randint(1, 3))]
    return list({e.id: e for e in map(evidence, lines)}.values())


def _report(job: Job, before: Job | None, rng: random.Random) -> str:
    who, start, end = f"{job.person} works_at {job.org}", _vague(job.start, rng), _vague(job.end, rng)
    source, status = f"@s{rng.randrange(10**6)}", rng.choice(("confirmed", "reported"))
    origin = f" from={before.org}" if before and rng.random() < 0.5 else ""
    seen = rng.randrange(job.start, job.end)
    shapes = {
        f"{who} {start}/{end}{origin}": LAST,
        f"{who} {start}/{origin}": LAST,
        f"{who} {start}/..{origin}": seen,
        f"{who} /{end}": LAST,
        f"{who} {_vague(seen, rng)}": LAST,
        f"{who} /[..{iso(job.end)}]": LAST,
    }
    text, out = rng.choice(list(shapes.items()))
    return f"{text} status={status} {source}:{iso(max(out, seen))}"


def _vague(of: int, rng: random.Random) -> str:
    """A day, the month of it, or a set around it."""
    kind = rng.randrange(4)
    if kind == 0:
        return iso(of)[:7]
    if kind == 1:
        return f"[{iso(of - rng.randint(0, 10))}..{iso(of + rng.randint(0, 10))}]"
    return iso(of)


def noise(rng: random.Random, size: int) -> list[Evidence]:
    """Claims of any shape and status, with labs, deals and retractions; they need not make sense together."""
    made: dict[str, Evidence] = {}
    while len(made) < size:
        each = evidence(_noisy(rng))
        made[each.id] = each
        if rng.random() < 0.05 and each.claim.relation in ("works_at", "part_of"):
            what = f"{each.claim.subject} {each.claim.relation} {each.claim.object}"
            back = evidence(f"{what} status=retracted retracts={each.id} @r{rng.randrange(50)}:{_day(rng)}")
            made[back.id] = back
    return list(made.values())


def _noisy(rng: random.Random) -> str:
    person, org, other = rng.choice(PEOPLE), *rng.sample(ORGS, 2)
    tail = f"status={rng.choice(STATUSES)} @s{rng.randrange(100_000)}:{_day(rng)}"
    deal, role = rng.choice(("deal:d1", "deal:d2")), rng.choice(("cto", "ceo"))
    point = rng.choice(("", _day(rng), _day(rng)[:7]))
    state = _state(rng)
    extra = "".join(
        text
        for text in (f" from={other}", f" to={other}", " returned=yes", " concurrent=yes", " spell=2")
        if rng.random() < 0.12
    )
    job = f"{person} works_at {org} {state}{extra}"
    return (
        rng.choice(
            [job] * 8
            + [
                f"{person} founded {org} {point}",
                f"{person} leads {org} {state}",
                f"{person} holds_role {org} {state} role={role}",
                f"{org} part_of {other} {state}",
                f"{org} became {other} {point}",
                f"{org} offered {person} {point} outcome={rng.choice(('talks', 'made', 'declined'))}",
                f"{org} party_to {deal} {point} role={rng.choice(('acquirer', 'target'))}",
                f"{deal} brought {person} {point}",
                f"{deal} reached {rng.choice(('announced', 'closed'))} {point}",
            ]
        )
        + f" {tail}"
    )


def _state(rng: random.Random) -> str:
    first, last = sorted((_day(rng), _day(rng)))
    cut = rng.choice((4, 7, 10, 10))
    return rng.choice(
        (
            "",
            first,
            first[:cut],
            f"{first[:cut]}/{last[:cut]}",
            f"{first[:cut]}/",
            f"{first}/..",
            f"/{last[:cut]}",
            f"/[..{last}]",
        )
    )


def _day(rng: random.Random) -> str:
    return iso(rng.randint(FIRST - 700, LAST))
