"""Who worked beside whom, and for how long."""

from __future__ import annotations

from dataclasses import dataclass

from graph.assembly.rows import EdgeRow
from graph.queries.reading import common
from graph.queries.reply import Drawn, Reply
from graph.queries.search import find
from graph.settings import settings
from graph.store.answers import Overlap
from graph.store.base import View


@dataclass(frozen=True, kw_only=True)
class Colleagues(Reply):
    """Longest together first. Time together ends at `now`; stints that are merely possible take no part.

    `edges` are the stints of all these people at the companies where they met.
    """

    person: str
    overlaps: tuple[Overlap, ...]
    total: int | None
    edges: tuple[EdgeRow, ...]

    @property
    def title(self) -> str:
        return f"Colleagues of {self.name(self.person)}"

    def drawn(self) -> Drawn:
        return (self.person, *(o.person for o in self.overlaps)), self.edges


def colleagues(view: View, person: str, at: str = "", limit: int | None = None) -> Colleagues:
    """People at the same company (or lab) at the same time; `at` one organisation. Names or ids."""
    whom = find(view, person, ("person",)).id
    place = find(view, at, ("org",)).id if at else ""
    answer = view.overlaps(whom, at=place, limit=limit or settings().query_rows)
    met = {(id_, overlap.company) for overlap in answer.items for id_ in (whom, overlap.person)}
    people = sorted({id_ for id_, _ in met})
    rows = view.stints(people=people).edges if people else ()
    edges = tuple(row for row in rows if (row.subject, row.company) in met)
    return Colleagues(
        **common(view, (whom, *people), edges),
        cuts=answer.cuts,
        undated=answer.undated,
        person=whom,
        overlaps=answer.items,
        total=answer.total,
        edges=edges,
    )
