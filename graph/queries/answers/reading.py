"""What queries share: reading claims and cards from a view, page by page and within the budget."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from time import monotonic
from typing import TypedDict, TypeVar

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow, MoveRow
from graph.errors import BadQuestion
from graph.settings import settings
from graph.store.answers import Cut, EntityCard
from graph.store.base import View
from graph.store.scope import Scope

Reopen = Callable[[Scope], View]
"""Opens another view of the same ledger: `store.view`."""

T = TypeVar("T")
_PAGE = 1_000


class Common(TypedDict):
    """The fields of a Reply that every query fills alike."""

    scope: Scope
    version: int
    now: int | None
    cards: dict[str, EntityCard]
    claims: dict[str, Evidence]


class Budget:
    """Seconds and rows that one query may take (settings `query_seconds`, `query_rows`)."""

    def __init__(self) -> None:
        self.rows = settings().query_rows
        self._until = monotonic() + settings().query_seconds
        self._ran_out = False

    def in_time(self, items: Iterable[T]) -> Iterator[T]:
        """The items as long as there is time; `cuts` says whether there was too little."""
        for item in items:
            if self.is_spent:
                self._ran_out = True
                return
            yield item

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """Empty unless time ran out on items."""
        return (self.cut(),) if self._ran_out else ()

    @property
    def is_spent(self) -> bool:
        return monotonic() > self._until

    @staticmethod
    def cut() -> Cut:
        """The word on an answer that ran out of time."""
        hint = "Narrow by relation, date or name, or raise the setting."
        return Cut("query_seconds", settings().query_seconds, None, hint)


def at_most(limit: int | None, default: int) -> int:
    """How much an answer may hold; None: as the setting has it. Raises BadQuestion for less than one."""
    if limit is not None and limit < 1:
        raise BadQuestion(f"a limit of {limit} leaves nothing.", place="limit", hint="Ask for 1 or more.")
    return default if limit is None else limit


def check_words(place: str, words: Iterable[str], known: Sequence[str]) -> None:
    """Raises BadQuestion for a word that is not known, with those that are."""
    wrong = sorted(set(words) - set(known))
    if wrong:
        raise BadQuestion(f"“{wrong[0]}” is not known.", place=place, hint=f"One of {', '.join(known)}.")


def without_day(view: View, reopen: Reopen | None) -> View:
    """The same view with no day set, if there is a way to open one: a career is whole on any day."""
    if view.scope.true_on is None or reopen is None:
        return view
    return reopen(replace(view.scope, true_on=None))


def now_of(view: View) -> int | None:
    """The day on which tenure ends: known on, else the latest source day of the ledger."""
    return view.now


def claims_by_id(view: View, ids: Iterable[str]) -> dict[str, Evidence]:
    """Claims by id, as many as are known in scope."""
    wanted = list(dict.fromkeys(ids))
    found: dict[str, Evidence] = {}
    for start in range(0, len(wanted), _PAGE):
        page = wanted[start : start + _PAGE]
        found.update((e.id, e) for e in view.claims(ids=page, limit=len(page)).items)
    return found


def claims_naming(view: View, of: Sequence[str] = ()) -> tuple[list[Evidence], tuple[Cut, ...]]:
    """Claims that name one of `of` in any field, up to the budget; what was cut off.

    Of the whole ledger, which is read to look for something in it, only the seconds are limited.
    """
    budget = Budget()
    found: list[Evidence] = []
    for page in pages(view, of):
        found += page
        if of and len(found) > budget.rows:
            hint = "Ask about one name, or raise the setting."
            return found[: budget.rows], (Cut("query_rows", budget.rows, None, hint),)
        if budget.is_spent:
            return found, (budget.cut(),)
    return found, ()


def pages(view: View, of: Sequence[str] = ()) -> Iterator[tuple[Evidence, ...]]:
    """All claims that name one of `of`, or the whole ledger, page by page in Evidence.order."""
    after: tuple[int, int, str] | None = None
    while True:
        items = view.claims(of=of, after=after, limit=_PAGE).items
        if items:
            yield items
        if len(items) < _PAGE:
            return
        after = items[-1].order


def joined(view: View, moves: Iterable[MoveRow]) -> tuple[EdgeRow, ...]:
    """The stints that moves join: those before and after them."""
    addresses: set[str] = set()
    people: set[str] = set()
    for row in moves:
        addresses |= {row.from_edge, row.to_edge}
        people.add(row.person)
    edges = view.stints(people=sorted(people)).edges if people else ()
    return tuple(edge for edge in edges if edge.address in addresses)


def standing(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Without retractions and what they take back."""
    given = list(evidence)
    gone = {e.claim.get("retracts") for e in given}
    return [e for e in given if e.id not in gone and not e.claim.get("retracts")]


def named_in(
    edges: Iterable[EdgeRow] = (), moves: Iterable[MoveRow] = (), claims: Iterable[Evidence] = ()
) -> Iterator[str]:
    """Every entity id that rows and claims name; repeats included."""
    for row in edges:
        yield from (row.subject, row.object, row.company)
    for move in moves:
        yield from (move.person, move.origin, move.destination)
        yield from (move.origin_company, move.destination_company)
    for evidence in claims:
        yield from evidence.claim.entities()


def common(
    view: View,
    ids: Iterable[str] = (),
    edges: Sequence[EdgeRow] = (),
    moves: Sequence[MoveRow] = (),
    claims: Iterable[Evidence] = (),
) -> Common:
    """The common fields of a reply about these: cards of all that is named, claims behind the rows."""
    held = {e.id: e for e in claims}
    rows: tuple[EdgeRow | MoveRow, ...] = (*edges, *moves)
    behind = (id_ for row in rows for id_, _ in row.claims if id_ not in held)
    held |= claims_by_id(view, behind)
    named = dict.fromkeys((*ids, *named_in(edges, moves, held.values())))
    return Common(
        scope=view.scope,
        version=view.version,
        now=now_of(view),
        cards=view.entities(filter(None, named)),
        claims=held,
    )


def merged(*cuts: tuple[Cut, ...]) -> tuple[Cut, ...]:
    """Each cut once, in order."""
    return tuple(dict.fromkeys(cut for group in cuts for cut in group))
