"""Ledgers of people who leave one place for others: by chance, and in groups that were planted."""

from __future__ import annotations

from random import Random

from making import claim_set, day

from graph.model.days import iso
from graph.store import open_store
from graph.store.base import Store

FIRST, LAST = day("2018-01-01"), day("2025-12-31")


def held(text: str) -> Store:
    """A store in memory that holds the claims of these lines."""
    store = open_store(engine="memory")
    with store.writer() as writer:
        writer.load(claim_set(text))
    return store


def moved(person: str, origin: str, destination: str, when: str, extra: str = "") -> str:
    """A line that states one move."""
    return f"{person} works_at {destination} {when}/ from={origin} {extra}"


def leavers(
    random: Random, people: int, origins: tuple[str, ...], destinations: tuple[str, ...]
) -> list[str]:
    """Moves on days that are all alike, each from any of the origins to any of the destinations."""
    return [
        moved(
            f"p{number}",
            random.choice(origins),
            random.choice(destinations),
            vague(random, random.randint(FIRST, LAST)),
        )
        for number in range(people)
    ]


def vague(random: Random, day_: int) -> str:
    """The day, or only its month, or only its year."""
    return iso(day_)[: random.choice((10, 10, 7, 4))]


def planted(random: Random, name: str, people: int, ends: tuple[str, str], days: int) -> list[str]:
    """A group from one end to the other whose moves lie within so many days, each dated to the day."""
    start = random.randint(FIRST, LAST - days)
    when = [iso(start + random.randint(0, days)) for _ in range(people)]
    return [moved(f"{name}{n}", *ends, each) for n, each in enumerate(when)]
