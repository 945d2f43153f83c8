"""Everything about one entity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow
from graph.queries.answers.edge_table import edge_rows
from graph.queries.answers.reading import Reopen, claims_naming, common, merged
from graph.queries.answers.reply import Drawn, Reply, Tables, namer
from graph.queries.dealings.deals import Deal, deals
from graph.queries.dealings.figures import Metric, metrics_of
from graph.queries.dealings.offers import Offer, as_offer
from graph.queries.dealings.offers import whole as whole_offers
from graph.queries.ledger.conflicts import Disagreement, conflicts
from graph.queries.network.neighbourhood import Hidden
from graph.queries.network.search import find
from graph.queries.people.careers import Career, career
from graph.queries.words.line import line_of
from graph.queries.words.releases import Release, releases_of
from graph.settings import settings
from graph.store.answers import EntityCard
from graph.store.base import View


@dataclass(frozen=True, kw_only=True)
class Dossier(Reply):
    """`line` is what is true on the day; `listed` the claims that name the entity, newest source first.

    `career` only for people; `offers` and `deals` that it takes part in; `releases` that were planned, by it
    or of it; `edges` all its edges in scope; `counts` its neighbours by relation and direction, which may be
    expanded.
    """

    entity: EntityCard
    line: str
    metrics: tuple[Metric, ...]
    career: Career | None
    offers: tuple[Offer, ...]
    deals: tuple[Deal, ...]
    disagreements: tuple[Disagreement, ...]
    releases: tuple[Release, ...]
    edges: tuple[EdgeRow, ...]
    listed: tuple[Evidence, ...]
    counts: tuple[Hidden, ...]

    @property
    def title(self) -> str:
        return self.entity.name

    @property
    def focus(self) -> tuple[str, ...]:
        return (self.entity.id,)

    def drawn(self) -> Drawn:
        return (self.entity.id,), self.edges

    def tables(self) -> Tables:
        return {"links": edge_rows(self, self.edges)}


def show(view: View, whom: str, reopen: Reopen | None = None) -> Dossier:
    """All about one entity, by name or id. Raises NotFound or BadQuestion as `find` does.

    `reopen` (`store.view`) keeps a career whole when a day is set.
    """
    card = find(view, whom)
    naming, cuts = claims_naming(view, [card.id])
    around = view.neighbours(card.id, limit=settings().query_rows)
    edges = tuple(sorted({row for other in around.items for row in other.edges}, key=lambda row: row.order))
    life = career(view, card.id, reopen) if card.kind == "person" else None
    dealt = deals(view, card.id)
    apart = conflicts(view, card.id)
    groups, beside, more = whole_offers(view, naming, (card.id,), naming)
    rows = tuple(dict.fromkeys((*edges, *(life.edges if life else ()))))
    held = (*naming, *beside, *(e for group in groups for e in group))
    facts = common(view, (card.id, card.company), rows, claims=held)
    for part in filter(None, (life, dealt, apart)):
        facts["cards"] = {**part.cards, **facts["cards"]}
        facts["claims"] = {**part.claims, **facts["claims"]}
    name = namer(facts["cards"])
    return Dossier(
        **facts,
        cuts=merged(cuts, around.cuts, life.cuts if life else (), dealt.cuts, apart.cuts, more),
        undated=around.undated,
        entity=card,
        line=line_of(view.scope, facts, card, rows, dealt.deals),
        metrics=metrics_of(naming, card.id, name),
        career=life,
        offers=tuple(as_offer(group, name, beside) for group in groups),
        deals=dealt.deals,
        disagreements=apart.disagreements,
        releases=releases_of(naming, card.id, name),
        edges=edges,
        listed=_newest_first(naming),
        counts=_counts(view, card.id),
    )


def _counts(view: View, id_: str) -> tuple[Hidden, ...]:
    counts = view.counts([id_]).get(id_, ())
    return tuple(Hidden(c.relation, c.direction, c.neighbours) for c in counts if c.neighbours)


def _newest_first(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(evidence, key=lambda e: (-e.known_from, *e.order)))
