"""What the stints of two people say on whether they are one: where they met, when they were apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.assembly.rows import Certainty, EdgeRow


@dataclass(frozen=True, slots=True)
class Shared:
    """A company at which both were likely at one time."""

    company: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Two companies: on the same days one was surely at one, the other at the other. `day` is the first."""

    one: str
    other: str
    day: int
    claims: tuple[str, ...]


def by_person(rows: Iterable[EdgeRow]) -> dict[str, list[EdgeRow]]:
    found: dict[str, list[EdgeRow]] = defaultdict(list)
    for row in rows:
        found[row.subject].append(row)
    return found


def shared(mine: Sequence[EdgeRow], theirs: Sequence[EdgeRow]) -> list[Shared]:
    """By the id of the company."""
    claims: dict[str, dict[str, None]] = defaultdict(dict)
    for one, other in _meeting(mine, theirs, Certainty.LIKELY):
        if one.company == other.company:
            claims[one.company] |= dict.fromkeys(_claims(one, other))
    return [Shared(company, tuple(claims[company])) for company in sorted(claims)]


def apart(mine: Sequence[EdgeRow], theirs: Sequence[EdgeRow]) -> Apart | None:
    """The first time at which either was surely at a company and neither at that of the other, if any."""
    found = [
        Apart(one.company, other.company, _common(one, other)[0], _claims(one, other))
        for one, other in _meeting(mine, theirs, Certainty.CERTAIN)
        if not _is_at(other.company, mine, one, other) and not _is_at(one.company, theirs, one, other)
    ]
    return min(found, key=lambda each: (each.day, each.one, each.other), default=None)


def _meeting(
    mine: Sequence[EdgeRow], theirs: Sequence[EdgeRow], certainty: Certainty
) -> Iterator[tuple[EdgeRow, EdgeRow]]:
    for one in mine:
        for other in theirs:
            (a, b), (c, d) = one.span(certainty), other.span(certainty)
            if max(a, c) < min(b, d):
                yield one, other


def _common(one: EdgeRow, other: EdgeRow) -> tuple[int, int]:
    """The half-open days on which both surely hold."""
    (a, b), (c, d) = one.span(Certainty.CERTAIN), other.span(Certainty.CERTAIN)
    return max(a, c), min(b, d)


def _is_at(company: str, rows: Sequence[EdgeRow], one: EdgeRow, other: EdgeRow) -> bool:
    """Whether these stints may have somebody at the company on the days that two others have in common."""
    lo, hi = _common(one, other)
    spans = (row.span(Certainty.POSSIBLE) for row in rows if row.company == company)
    return any(max(lo, first) < min(hi, until) for first, until in spans)


def _claims(*rows: EdgeRow) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id_ for row in rows for id_, _ in row.claims))
