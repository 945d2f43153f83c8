"""Everything about one entity."""

from __future__ import annotations

from dataclasses import dataclass

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow
from graph.model.quantity import Quantity
from graph.model.vocabulary import Status
from graph.queries.careers import Career
from graph.queries.conflicts import Disagreement
from graph.queries.deals import Deal
from graph.queries.neighbourhood import Hidden
from graph.queries.offers import Offer
from graph.queries.reply import Reply
from graph.store.answers import EntityCard
from graph.store.base import View


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of a metric as reported. `text` in words with its unit; `over`: period, cohort, basis in words."""

    metric: str
    text: str
    over: str
    quantity: Quantity | None
    status: Status
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Metric:
    """All values of one metric, and their hull in words (`$60 to 72 bn`) where they may be compared."""

    name: str
    label: str
    range: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, kw_only=True)
class Dossier(Reply):
    """`line` is what is true on the day; `listed` the claims that name the entity, newest source first.

    `career` only for people; `offers` and `deals` that it takes part in; `edges` all its edges in scope.
    """

    entity: EntityCard
    line: str
    metrics: tuple[Metric, ...]
    career: Career | None
    offers: tuple[Offer, ...]
    deals: tuple[Deal, ...]
    disagreements: tuple[Disagreement, ...]
    edges: tuple[EdgeRow, ...]
    listed: tuple[Evidence, ...]
    counts: tuple[Hidden, ...]


def show(view: View, whom: str) -> Dossier:
    """All about one entity, by name or id. Raises NotFound or BadQuestion as `find` does."""
    raise NotImplementedError
