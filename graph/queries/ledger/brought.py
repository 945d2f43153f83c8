"""What the loads after a version of the ledger brought, and what they took away."""

from __future__ import annotations

from dataclasses import dataclass

from graph.queries.answers.reading import at_most, common, merged
from graph.queries.answers.reply import Drawn, Reply, Tables
from graph.queries.ledger.changes import as_evidence, cards_with
from graph.queries.words.sentences import claim_text
from graph.settings import settings
from graph.store.answers import Cut, Withdrawn
from graph.store.base import View


@dataclass(frozen=True, kw_only=True)
class Brought(Reply):
    """`added` are ids of claims, latest known first. `came` and `went` count all, also what was cut off."""

    since: int
    added: tuple[str, ...]
    withdrawn: tuple[Withdrawn, ...]
    came: int
    went: int

    @property
    def title(self) -> str:
        return f"What changed after version {self.since}"

    def drawn(self) -> Drawn:
        named = (id_ for e in self.found(self.added) for id_ in e.claim.entities())
        return tuple(dict.fromkeys(named)), None

    def tables(self) -> Tables:
        gone = [each.id for each in self.withdrawn]
        told = [*((id_, "added") for id_ in self.added), *((id_, "withdrawn") for id_ in gone)]
        return {
            "changes": [
                {"change": change, "claim": claim_text(self.claims[id_], self.name), "claim_id": id_}
                for id_, change in told
            ]
        }


def brought(view: View, since: int, limit: int | None = None) -> Brought:
    """By the clock of loads: when sources came out plays no part. `since` is the number of a version."""
    allowed = at_most(limit, settings().query_rows)
    there = view.added(since, limit=0).total or 0
    news = sorted(view.added(since, limit=there).items, key=lambda e: (-e.known_from, e.order))
    whole = view.withdrawn(limit=0).total or 0
    gone = [each for each in view.withdrawn(limit=whole).items if each.number > since][::-1]
    facts = common(view, claims=news[:allowed])
    facts["cards"] = cards_with(view, facts["cards"], gone[:allowed])
    facts["claims"] = {**facts["claims"], **{each.id: as_evidence(each) for each in gone[:allowed]}}
    return Brought(
        **facts,
        cuts=merged(_cut(allowed, len(news)), _cut(allowed, len(gone))),
        since=since,
        added=tuple(each.id for each in news[:allowed]),
        withdrawn=tuple(gone[:allowed]),
        came=len(news),
        went=len(gone),
    )


def _cut(allowed: int, there: int) -> tuple[Cut, ...]:
    left_out = there - allowed
    return (Cut("query_rows", allowed, left_out, "The numbers count all."),) if left_out > 0 else ()
