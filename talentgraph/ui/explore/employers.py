"""Who employs whom on which day, by the employers of a picture."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.assembly.rows import Certainty, EdgeRow
from graph.model.days import FUTURE, PAST
from graph.store.answers import EntityCard
from graph.store.base import View

Job = tuple[int, int, int]
"""Rank of the employer, first day, first day no longer there."""


@dataclass(frozen=True, slots=True)
class Employers:
    """`names` by rank, that of most people first; `ranks` by id of the company; `rows` by person."""

    names: tuple[str, ...]
    ranks: Mapping[str, int]
    rows: Mapping[str, Sequence[EdgeRow]]

    def jobs(self, card: EntityCard) -> list[Job]:
        """Likely times at companies of a person; of an organisation, its own company at any time."""
        if card.kind == "org":
            company = card.company or card.id
            return [(self.ranks[company], PAST, FUTURE)] if company in self.ranks else []
        spans = ((self.ranks[row.company], *row.span(Certainty.LIKELY)) for row in self.rows.get(card.id, ()))
        return sorted((rank, lo, hi) for rank, lo, hi in spans if lo < hi)


def employers_of(view: View, cards: Sequence[EntityCard]) -> Employers:
    """`view` is of any day. Ranked by how many of these people were ever there, then by name."""
    people = [card.id for card in cards if card.kind == "person"]
    rows: dict[str, list[EdgeRow]] = defaultdict(list)
    for row in view.stints(people=people).edges if people else ():
        rows[row.subject].append(row)
    held = Counter(company for found in rows.values() for company in {row.company for row in found})
    names = {id_: card.name for id_, card in view.entities(held).items()}
    best = sorted(names, key=lambda id_: (-held[id_], names[id_], id_))
    return Employers(
        tuple(names[id_] for id_ in best), {id_: rank for rank, id_ in enumerate(best)}, dict(rows)
    )
