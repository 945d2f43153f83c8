"""What ties the people of a lift-out: a deal, a project, a manager, a lab, where claims say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.assembly.rows import EdgeRow, MoveRow
from graph.model.vocabulary import TAKING_ROLES
from graph.queries.answers.reading import claims_by_id
from graph.settings import settings
from graph.store.base import Direction, View

_KINDS = {"worked_on": "project", "reports_to": "manager"}


@dataclass(frozen=True, slots=True)
class Link:
    """`kind` is deal, project, manager or lab; `people` are those of the group whom it ties."""

    kind: str
    id: str
    people: tuple[str, ...]
    claims: tuple[str, ...]


class Links:
    """Looks for links in one view; `edges` are those behind what was found."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.edges: dict[str, EdgeRow] = {}

    def deals(self, group: Sequence[MoveRow]) -> tuple[Link, ...]:
        """Deals that brought one of the people to where they went."""
        there = _places(group)
        brought: dict[str, dict[str, EdgeRow]] = defaultdict(dict)
        for person in sorted({row.person for row in group}):
            for edge in self._edges(person, "brought", direction="in"):
                brought[edge.subject][person] = edge
        parties = {deal: self._edges(deal, "party_to", direction="in") for deal in sorted(brought)}
        return tuple(
            self._link("deal", deal, brought[deal], found)
            for deal, found in parties.items()
            if any(e.bundle in TAKING_ROLES and self._is_there(e.subject, there) for e in found)
        )

    def shared(self, group: Sequence[MoveRow]) -> tuple[Link, ...]:
        """Projects, managers and labs that at least two of the people had in common before they went."""
        return tuple(sorted((*self._worked(group), *_labs(group)), key=_most))

    def _worked(self, group: Sequence[MoveRow]) -> Iterator[Link]:
        people, there = sorted({row.person for row in group}), _places(group)
        last = max(row.day_hi for row in group)
        tied: dict[tuple[str, str], dict[str, EdgeRow]] = defaultdict(dict)
        for person in people:
            for edge in self._edges(person, *_KINDS, direction="out"):
                if edge.start_lo <= last and not self._is_at(edge, there):
                    tied[_KINDS[edge.relation], edge.object][person] = edge
        for (kind, id_), edges in tied.items():
            itself = (id_,) if id_ in people else ()
            if len({*edges, *itself}) > 1:
                yield self._link(kind, id_, edges, (), itself)

    def _link(
        self,
        kind: str,
        id_: str,
        of: dict[str, EdgeRow],
        others: Iterable[EdgeRow] = (),
        itself: tuple[str, ...] = (),
    ) -> Link:
        edges = {edge.address: edge for edge in (*of.values(), *others)}
        self.edges |= edges
        claims = dict.fromkeys(claim for edge in edges.values() for claim, _ in edge.claims)
        return Link(kind, id_, (*itself, *of), tuple(claims))

    def _edges(self, id_: str, *relations: str, direction: Direction) -> list[EdgeRow]:
        limit = settings().query_rows
        found = self._view.neighbours(id_, relations, direction, by="id", limit=limit)
        return [edge for other in found.items for edge in other.edges]

    def _is_at(self, edge: EdgeRow, places: set[str]) -> bool:
        """Whether all that its claims say of where it was is one of these places."""
        found = claims_by_id(self._view, (id_ for id_, _ in edge.claims)).values()
        said = {place for each in found for place in each.claim.all("at")}
        return bool(said) and all(self._is_there(place, places) for place in said)

    def _is_there(self, id_: str, places: set[str]) -> bool:
        """Whether an organisation, or the company it belongs to, is one of these."""
        card = self._view.entities([id_]).get(id_)
        return id_ in places or (card is not None and card.company in places)


def _places(group: Iterable[MoveRow]) -> set[str]:
    """Where the moves led."""
    return {id_ for row in group for id_ in (row.destination, row.destination_company)}


def _labs(group: Iterable[MoveRow]) -> Iterator[Link]:
    """Labs of one company that at least two of the people came out of."""
    came: dict[str, list[MoveRow]] = defaultdict(list)
    for row in group:
        if row.origin != row.origin_company:
            came[row.origin].append(row)
    for lab, rows in came.items():
        people = tuple(sorted({row.person for row in rows}))
        if len(people) > 1:
            yield Link("lab", lab, people, tuple(dict.fromkeys(id_ for r in rows for id_, _ in r.claims)))


def _most(link: Link) -> tuple[int, str, str]:
    return (-len(link.people), link.kind, link.id)
