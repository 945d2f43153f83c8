"""Generated talent ledgers of any size, the same for the same seed.

Employers follow a power law. People change jobs, return, found companies, lead and advise, study, get offers,
come with deals; all five kinds and the relations between them occur. Some claims repeat or contradict others,
some are rumours, some pages are undated. Nobody in them exists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from bench.careers import FIRST, LAST, Employers, Job, career, reports, vague
from bench.names import company_names, person_names
from graph.model.claim import Claim
from graph.model.claimset import ClaimSet
from graph.model.days import iso
from graph.model.entities import Entity
from graph.model.quantity import Quantity, parse_figure
from graph.model.source import Source
from graph.model.vocabulary import Status
from graph.model.when import parse_when

SET = "generated-market"
COMPILED = "2026-01-31"
_STATUSES = [Status.REPORTED] * 14 + [Status.CONFIRMED] * 8 + [Status.RUMOURED, Status.DISPUTED]
_HOME = Source(SET, "A generated market", date=COMPILED, kind="derived", form="dataset", licence="CC0-1.0")


def market(people: int, seed: int = 1) -> ClaimSet:
    """About seven claims a person, names among them."""
    return _Market(people, Random(seed)).claim_set()


class _Market:
    def __init__(self, people: int, random: Random) -> None:
        self._random = random
        self._people = [f"person:p{n}" for n in range(people)]
        self._companies = [f"org:c{n}" for n in range(max(8, people // 25))]
        self._labs = {c: [f"{c}-lab{n}" for n in (1, 2, 3)] for c in self._companies[: max(2, people // 250)]}
        self._schools = [f"org:school{n}" for n in range(3 + people // 200)]
        self._works = [f"work:model{n}" for n in range(3 + people // 50)]
        self._deals = [f"deal:d{n}" for n in range(2 + people // 100)]
        self._groups = [f"group:g{n}" for n in range(2 + people // 500)]
        self._employers = Employers(random, self._companies, self._labs)
        self._pages = [self._page(n, 3 + people // 4) for n in range(3 + people // 4)]

    def claim_set(self) -> ClaimSet:
        claims = {claim.id: claim for claim in self._claims()}
        return ClaimSet(
            id=SET,
            title=_HOME.title,
            licence="CC0-1.0",
            compiled=COMPILED,
            entities=tuple(self._entities()),
            sources=(_HOME, *self._pages),
            claims=tuple(claims.values()),
        )

    def _entities(self) -> Iterator[Entity]:
        for ids, subtype in (
            (self._people, ""),
            (self._companies, "company"),
            ([lab for labs in self._labs.values() for lab in labs], "lab"),
            (self._schools, "school"),
            (self._works, "model"),
            (self._deals, ""),
            (self._groups, "people"),
        ):
            yield from (Entity(id_, subtype=subtype) for id_ in ids)

    def _claims(self) -> Iterator[Claim]:
        yield from self._names()
        for company, labs in self._labs.items():
            yield from (self._claim(lab, "part_of", company) for lab in labs)
        for old, new in zip(self._companies[-2:], self._companies[-4:-2], strict=True):
            yield self._claim(old, "became", new, "2021", LAST - 1_500)
        for person in self._people:
            jobs = career(self._random, self._employers)
            yield from self._stints(person, jobs)
            yield from self._sides(person, jobs)
        yield from self._courted()
        for deal in self._deals:
            yield from self._deal(deal)
        for company in self._companies[:: max(1, len(self._companies) // 100)]:
            yield from self._facts(company)

    def _names(self) -> Iterator[Claim]:
        ids = [*self._companies, *(lab for labs in self._labs.values() for lab in labs)]
        pairs = list(zip(self._people, person_names(self._random, len(self._people)), strict=True))
        pairs += zip(ids, company_names(self._random, len(ids)), strict=True)
        others = (*self._schools, *self._works, *self._deals, *self._groups)
        pairs += [(id_, id_.partition(":")[2].title()) for id_ in others]
        for id_, name in pairs:
            yield Claim(id_, "named", SET, value=name, qualifiers=(("kind", "usual"),))

    def _stints(self, person: str, jobs: Sequence[Job]) -> Iterator[Claim]:
        for report in reports(self._random, jobs):
            pairs = [("from", report.origin)] if report.origin else []
            pairs += [("returned", "yes")] if report.job.returned else []
            yield self._claim(person, "works_at", report.job.place, report.when, report.out, tuple(pairs))

    def _sides(self, person: str, jobs: Sequence[Job]) -> Iterator[Claim]:
        job = self._random.choice(jobs)
        since = f"{vague(self._random, job.start)}/"
        if self._random.random() < 0.4:
            degree = (("degree", self._random.choice(("BSc", "PhD"))),)
            yield self._claim(person, "studied_at", self._random.choice(self._schools), "", FIRST, degree)
        for relation, odds in (("leads", 0.06), ("holds_role", 0.1), ("board_of", 0.02), ("advises", 0.01)):
            if self._random.random() < odds:
                role = (("role", self._random.choice(("head of research", "engineer", "chief scientist"))),)
                yield self._claim(person, relation, job.place, since, job.start, role)
        if self._random.random() < 0.03:
            day = vague(self._random, job.start)
            yield self._claim(
                person, "founded", self._random.choice(self._companies[8:] or self._companies), day
            )
        if self._random.random() < 0.15:
            yield self._claim(person, "worked_on", self._random.choice(self._works), since, job.start)
        if self._random.random() < 0.05:
            boss = self._random.choice(self._people)
            if boss != person:
                yield self._claim(person, "reports_to", boss, since, job.start)

    def _courted(self) -> Iterator[Claim]:
        for _ in range(len(self._people) // 20):
            whom = self._random.choice(
                (*self._random.sample(self._people, 8), self._random.choice(self._groups))
            )
            day = self._day()
            for outcome in self._random.choice((("made",), ("made", "declined"), ("accepted",))):
                pairs = (("outcome", outcome), ("part", "package"))
                yield self._claim(
                    self._employers.draw(), "offered", whom, iso(day)[:7], day, pairs, self._money()
                )

    def _deal(self, deal: str) -> Iterator[Claim]:
        day, (one, other) = self._day(), self._random.sample(self._companies, 2)
        yield self._claim(one, "party_to", deal, "", day, (("role", "acquirer"),))
        yield self._claim(other, "party_to", deal, "", day, (("role", "target"),))
        yield self._claim(deal, "deal_kind", "", "", day, value="acquisition")
        share = parse_figure(str(self._random.randint(1, 99)))
        yield self._claim(deal, "deal_stake", "", "", day, money=Quantity(share, share, "percent"))
        for _ in range(self._random.choice((1, 1, 2))):
            yield self._claim(deal, "deal_amount", "", "", day, money=self._money())
        yield self._claim(deal, "reached", "", iso(day), day, value="announced")
        for person in self._random.sample(self._people, 2):
            yield self._claim(deal, "brought", person, "", day)

    def _facts(self, company: str) -> Iterator[Claim]:
        day = self._day()
        work = self._random.choice(self._works[2:])
        yield self._claim(company, "released", work, vague(self._random, day), day)
        people = Quantity(parse_figure(str(self._random.randint(10, 5_000))), None, "people")
        yield self._claim(work, "tested_on", self._works[0], vague(self._random, day), day)
        yield self._claim(work, "based_on", self._works[1], "", day)
        yield self._claim(self._random.choice(self._groups), "drawn_from", company, "", day)
        owner = self._random.choice(self._companies)
        if owner != company:
            yield self._claim(owner, "holds_stake_in", company, f"{iso(day)[:4]}/", day)
        kind = (("kind", "praise"),)
        yield self._claim(
            self._random.choice(self._people), "said", company, "", day, kind, value="hires well"
        )
        yield self._claim(company, "measured", "", iso(day)[:4], day, (("metric", "headcount"),), people)

    def _money(self) -> Quantity:
        amount = parse_figure(f"{self._random.randint(1, 400)}m")
        return Quantity(amount, amount, "USD", "total")

    def _day(self) -> int:
        return self._random.randint(FIRST + 2_000, LAST - 200)

    def _claim(  # noqa: PLR0917 - the fields of a claim
        self,
        subject: str,
        relation: str,
        object_: str,
        when: str = "",
        out: int = FIRST,
        qualifiers: tuple[tuple[str, str], ...] = (),
        money: Quantity | None = None,
        value: str = "",
    ) -> Claim:
        """`out`: the day from which a page may say so; one of those that came out later says it."""
        first = min(len(self._pages) - 1, len(self._pages) * (out - FIRST) // (LAST - FIRST))
        page = self._pages[self._random.randint(first, len(self._pages) - 1)]
        status = self._random.choice(_STATUSES)
        return Claim(subject, relation, page.id, object_, value, parse_when(when), money, qualifiers, status)

    def _page(self, number: int, of: int) -> Source:
        """Pages come out one after the other; one in eight bears no date, but was read on a day."""
        day = iso(FIRST + number * (LAST - FIRST) // of)
        if self._random.random() < 0.12:
            return Source(f"page{number}", f"Page {number}", retrieved=COMPILED)
        return Source(f"page{number}", f"Page {number}", date=day, url=f"https://example.org/{number}")
