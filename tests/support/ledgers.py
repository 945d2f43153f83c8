"""Generated ledgers: small talent markets in which every trap occurs.

People leave and return (parallel edges), change labs inside a company, join and found companies, get offers,
come with deals; dates are known by halves, sources came out apart or carry no date, statuses differ, two sets
share claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from graph.model.claim import Claim
from graph.model.claimset import ClaimSet
from graph.model.entities import Entity
from graph.model.quantity import Quantity, parse_figure
from graph.model.source import Source
from graph.model.vocabulary import Status
from graph.model.when import parse_when

PEOPLE = tuple(
    f"person:{name}" for name in ("ada-king", "bo-li", "cy-ito", "di-roy", "ed-fox", "flo-ost", "gus-ek")
)
COMPANIES = ("org:alpha", "org:beta", "org:gamma")
LABS = ("org:alpha-lab", "org:alpha-labs-two", "org:beta-lab")
SCHOOL = "org:delta-school"
DEAL = "deal:alpha-beta-2024"
WORKS = ("work:model-one", "work:model-two")
GROUP = "group:alpha-list"
UNNAMED = "person:unnamed-s1-1"
MERGED = "person:ada-king-2"
SOURCES = ("s1", "s2", "s3", "s4", "s5", "s6")
_PARENT = {"org:alpha-lab": "org:alpha", "org:alpha-labs-two": "org:alpha", "org:beta-lab": "org:beta"}
_STATUSES = (
    [Status.REPORTED] * 9 + [Status.CONFIRMED] * 6 + [Status.RUMOURED] * 2
    + [Status.DISPUTED, Status.DENIED, Status.PLANNED]
)  # fmt: skip


def entity(id_: str) -> Entity:
    subtype = ""
    if id_.startswith("org:"):
        subtype = "lab" if id_ in LABS else "school" if id_ == SCHOOL else "company"
    return Entity(id_, subtype=subtype, anonymous=id_ == UNNAMED)


ENTITIES = tuple(map(entity, (*PEOPLE, MERGED, *COMPANIES, *LABS, SCHOOL, DEAL, *WORKS, GROUP, UNNAMED)))


@dataclass
class Market:
    """One generated market, by its random numbers."""

    random: Random

    def sets(self) -> tuple[ClaimSet, ...]:
        """Two sets that share entities, sources and some claims."""
        claims = list(self.claims())
        self.random.shuffle(claims)
        cut = len(claims) // 2
        shared = claims[cut - 2 : cut + 2]
        sources = tuple(self._source(i, id_) for i, id_ in enumerate(SOURCES))
        return (
            _claim_set("one", "2025-09-01", sources, claims[: cut + 2]),
            _claim_set("two", "2025-10-01", sources, [*shared, *claims[cut:]]),
        )

    def claims(self) -> Iterator[Claim]:
        yield from self._structure()
        for person in PEOPLE:
            yield self._claim(person, "named", value=_name(person), qualifiers=(("kind", "usual"),))
            yield from self._career(person)
        yield from self._careerless()
        yield from self._deal()

    def _structure(self) -> Iterator[Claim]:
        for lab, company in _PARENT.items():
            when = self.random.choice(("", "2023/..", "2022-05", "2024-03-01/.."))
            yield self._sure(lab, "part_of", company, when)
        if self.random.random() < 0.3:
            yield self._sure("org:alpha-lab", "became", "org:alpha-labs-two", "2024-06")
        if self.random.random() < 0.2:
            yield self._sure("org:beta", "part_of", "org:alpha", "2025-02/..")

    def _career(self, person: str) -> Iterator[Claim]:
        """Two to four jobs one after the other; with luck back where they began."""
        year = self.random.randint(2018, 2022)
        places = self.random.choices((*COMPANIES, *LABS), k=self.random.randint(2, 3))
        if self.random.random() < 0.6:
            places.append(places[0])
        for number, place in enumerate(places):
            start, end = self._date(year), self._date(year + self.random.randint(1, 3))
            year += self.random.randint(1, 2)
            extra = self._arrival(places, number)
            form = self.random.choice(("se", "se", "s", "open", "e", "point", "none"))
            when = {"se": f"{start}/{end}", "s": f"{start}/", "open": f"{start}/..", "e": f"/{end}",
                    "point": start, "none": ""}[form]  # fmt: skip
            if form in ("e", "none", "point"):
                extra = ()
            yield self._claim(person, "works_at", place, when, qualifiers=extra)
            if self.random.random() < 0.25:
                yield self._claim(person, "works_at", place, f"/{end}")
        if self.random.random() < 0.4:
            yield self._claim(person, "leads", self.random.choice(places), self._date(year), qualifiers=())
        if self.random.random() < 0.4:
            yield self._claim(person, "board_of", self.random.choice(COMPANIES), f"{self._date(year)}/..")
        if self.random.random() < 0.4:
            yield self._claim(person, "studied_at", SCHOOL, "2010/2014", qualifiers=(("degree", "PhD"),))

    def _arrival(self, places: Sequence[str], number: int) -> tuple[tuple[str, str], ...]:
        pairs = []
        if number and places[number] in places[:number]:
            pairs.append(("returned", "yes"))
        if number and self.random.random() < 0.3 and places[number - 1] != places[number]:
            pairs.append(("from", places[number - 1]))
        return tuple(pairs)

    def _careerless(self) -> Iterator[Claim]:
        for company in COMPANIES[:2]:
            for person in self.random.sample((*PEOPLE, GROUP), 3):
                outcome = self.random.choice(("made", "declined", "accepted"))
                yield self._claim(
                    company, "offered", person, self._date(2024),
                    qualifiers=(("outcome", outcome), ("part", "package")),
                    quantity=Quantity(parse_figure("10m"), None, "USD", "total"),
                )  # fmt: skip
        yield self._claim("org:alpha", "offered", UNNAMED, "2025-06", qualifiers=(("outcome", "made"),))
        founder = self.random.choice(PEOPLE)
        yield self._claim(founder, "founded", "org:gamma", self._date(2021))
        one, other = self.random.sample(PEOPLE, 2)
        yield self._claim(
            one, "reports_to", other, f"{self._date(2023)}/..", qualifiers=(("at", "org:beta"),)
        )
        for work in WORKS:
            yield self._claim(self.random.choice(COMPANIES), "released", work, self._date(2024))
            yield self._claim(self.random.choice(PEOPLE), "worked_on", work, self._date(2023))
        yield self._sure(WORKS[0], "based_on", WORKS[1], "")
        yield self._claim(MERGED, "works_at", "org:gamma", "2025-05/..")
        yield self._claim(MERGED, "named", value="A. King", qualifiers=(("kind", "usual"),))

    def _deal(self) -> Iterator[Claim]:
        yield self._sure("org:alpha", "party_to", DEAL, "", (("role", "hirer"),))
        yield self._sure("org:beta", "party_to", DEAL, "", (("role", "target"),))
        yield self._sure(DEAL, "brought", self.random.choice(PEOPLE), "")
        if self.random.random() < 0.7:
            yield self._sure(DEAL, "reached", "", self._date(2024), value="announced")

    def _date(self, year: int) -> str:
        month, day = self.random.randint(1, 12), self.random.randint(1, 28)
        return self.random.choice(
            (f"{year}", f"{year}-{month:02}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}")
        )

    def _sure(  # noqa: PLR0917 - the fields of a claim
        self, subject: str, relation: str, object_: str, when: str,
        qualifiers: tuple[tuple[str, str], ...] = (), value: str = "",
    ) -> Claim:  # fmt: skip
        made = self._claim(subject, relation, object_, when, qualifiers, value)
        return replace(made, status=self.random.choice((Status.CONFIRMED, Status.REPORTED)))

    def _claim(  # noqa: PLR0917 - the fields of a claim
        self, subject: str, relation: str, object_: str = "", when: str = "",
        qualifiers: tuple[tuple[str, str], ...] = (), value: str = "", quantity: Quantity | None = None,
    ) -> Claim:  # fmt: skip
        unnamed = object_ == UNNAMED
        return Claim(
            subject=subject,
            relation=relation,
            source=self.random.choice(SOURCES),
            object=object_,
            value=value,
            when=parse_when(_straight(when)),
            quantity=quantity,
            qualifiers=qualifiers,
            status=Status.REPORTED if unnamed or relation == "named" else self.random.choice(_STATUSES),
            locator=f"p{self.random.randint(1, 9)}",
        )

    def _source(self, number: int, id_: str) -> Source:
        date = self.random.choice(
            (f"202{3 + number % 3}-0{number + 1}-12", f"202{3 + number % 3}-0{number + 1}", "")
        )
        retrieved = "" if date or self.random.random() < 0.5 else "2025-08-15"
        cites = ("s1",) if number and self.random.random() < 0.3 else ()
        return Source(id_, title=f"Page {number}", date=date, retrieved=retrieved, cites=cites)


def _straight(when: str) -> str:
    """A date by year only may come after a finer one: then the end is left out."""
    start, slash, end = when.partition("/")
    return f"{start}/" if slash and end[:4].isdigit() and start and end < start else when


def _claim_set(id_: str, compiled: str, sources: tuple[Source, ...], claims: Sequence[Claim]) -> ClaimSet:
    return ClaimSet(
        id=id_, title=f"Set {id_}", licence="CC-BY-4.0", compiled=compiled, entities=ENTITIES,
        sources=sources, claims=tuple({claim.id: claim for claim in claims}.values()),
    )  # fmt: skip


def _name(person: str) -> str:
    return person.partition(":")[2].replace("-", " ").title()


def market(seed: int) -> tuple[ClaimSet, ...]:
    """The sets of one generated market."""
    return Market(Random(seed)).sets()
