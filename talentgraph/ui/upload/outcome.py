"""What a load or a removal changes: the ledger before beside the ledger after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.assembly.evidence import Evidence
from graph.queries.answers.reading import common, pages
from graph.queries.answers.reply import Reply, namer
from graph.queries.people.turns import OPENED, SETTLED, Turn, turned
from graph.store.answers import LoadReport, SetCard
from graph.store.base import View

MOST = 500
"""So many claims and names of each list are kept to be looked at; the numbers count all."""


@dataclass(frozen=True, kw_only=True)
class Outcome(Reply):
    """`sets` are those loaded, or removed, as they are after; `replaced` as they were before, if they were.

    `new` and `gone` are ids of claims, `fresh` and `lost` of the entities that come and go with them. Claims
    and cards are there of the first MOST of each. `said` counts claims that another set had said before.
    """

    reports: tuple[LoadReport, ...]
    sets: tuple[SetCard, ...]
    replaced: tuple[SetCard, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]
    fresh: tuple[str, ...]
    lost: tuple[str, ...]
    said: int
    turns: tuple[Turn, ...]

    @property
    def title(self) -> str:
        return ", ".join(card.title for card in self.sets)

    @property
    def changes_nothing(self) -> bool:
        """Whether the ledger holds all of it already, to the letter."""
        return all(report.version == self.version for report in self.reports)

    @property
    def opened(self) -> tuple[Turn, ...]:
        return tuple(turn for turn in self.turns if turn.change == OPENED)

    @property
    def settled(self) -> tuple[Turn, ...]:
        return tuple(turn for turn in self.turns if turn.change == SETTLED)


def outcome(before: View, after: View, reports: tuple[LoadReport, ...]) -> Outcome:
    """Both views show everything. `version` of the answer is that of the ledger before."""
    old, now = _claims(before), _claims(after)
    new = [each for id_, each in now.items() if id_ not in old]
    gone = [each for id_, each in old.items() if id_ not in now]
    fresh, lost = _apart(new, old.values()), _apart(gone, now.values())
    found, behind, _ = turned(before, after, "", "")
    shown = (*new[:MOST], *gone[:MOST], *behind)
    facts = common(after, fresh[:MOST], claims=shown)
    facts["version"] = before.version
    facts["cards"] = before.entities([*_named(shown), *lost[:MOST]]) | facts["cards"]
    name = namer(facts["cards"])
    ids = [report.set_id for report in reports]
    return Outcome(
        **facts,
        reports=reports,
        sets=_cards(after, ids) or _cards(before, ids),
        replaced=_cards(before, ids),
        new=tuple(e.id for e in new),
        gone=tuple(e.id for e in gone),
        fresh=tuple(fresh),
        lost=tuple(lost),
        said=sum(report.added for report in reports) - len(new),
        turns=tuple(turn.in_words(facts["claims"], name) for turn in found),
    )


def _claims(view: View) -> dict[str, Evidence]:
    return {each.id: each for page in pages(view) for each in page}


def _named(claims: Iterable[Evidence]) -> list[str]:
    return list(dict.fromkeys(id_ for each in claims for id_ in each.claim.entities()))


def _apart(claims: Sequence[Evidence], others: Iterable[Evidence]) -> list[str]:
    """Whom these name and no other does."""
    known = {id_ for each in others for id_ in each.claim.entities()}
    return [id_ for id_ in _named(claims) if id_ not in known]


def _cards(view: View, ids: Iterable[str]) -> tuple[SetCard, ...]:
    wanted = set(ids)
    return tuple(card for card in view.summary().sets if card.id in wanted)
