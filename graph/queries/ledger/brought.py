"""What the loads after a version of the ledger brought, and what they took away."""

from __future__ import annotations

from dataclasses import dataclass

from graph.queries.answers.reading import at_most, common, merged
from graph.queries.answers.reply import Reply
from graph.queries.ledger.changes import as_evidence, cards_with, cut_at
from graph.settings import settings
from graph.store.answers import Withdrawn
from graph.store.base import View


@dataclass(frozen=True, kw_only=True)
class Brought(Reply):
    """`added` are ids of claims, latest known first. `came` and `went` count all, also what was cut off."""

    since: int
    added: tuple[str, ...]
    withdrawn: tuple[Withdrawn, ...]
    came: int
    went: int


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
        cuts=merged(cut_at(allowed, len(news)), cut_at(allowed, len(gone))),
        since=since,
        added=tuple(each.id for each in news[:allowed]),
        withdrawn=tuple(gone[:allowed]),
        came=len(news),
        went=len(gone),
    )
