"""Who may be the same as whom, and on whom it was judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.model.entities import KINDS
from graph.queries.answers.reading import (
    Reopen,
    at_most,
    check_words,
    claims_by_id,
    common,
    without_day,
)
from graph.queries.answers.reply import Drawn, Plain, Reply, Tables
from graph.queries.network.search import find
from graph.resolve.candidates import TwinPair, find_twins
from graph.resolve.reasons import Reason
from graph.settings import settings
from graph.store.answers import Judged
from graph.store.base import View


@dataclass(frozen=True, kw_only=True)
class Twins(Reply):
    """Pairs, strongest first, of `total` that there are; judgements in the order of their ids.

    Who is merged has no card any more, and is called as the judgement says.
    """

    of: tuple[str, ...]
    kinds: tuple[str, ...]
    pairs: tuple[TwinPair, ...]
    total: int
    judgements: tuple[Judged, ...]

    @property
    def title(self) -> str:
        return f"Who may be the same as {self.names(self.of)}" if self.of else "Who may be the same"

    @property
    def has_any(self) -> bool:
        return bool(self.pairs or self.judgements)

    @property
    def focus(self) -> tuple[str, ...]:
        return self.of

    def drawn(self) -> Drawn:
        ids = (*self.of, *(id_ for pair in self.pairs for id_ in (pair.left, pair.right)))
        return tuple(dict.fromkeys(ids)), None

    def tables(self) -> Tables:
        return {
            "candidates": [self._candidate(pair) for pair in self.pairs],
            "judgements": [_judgement(judged) for judged in self.judgements],
        }

    def _candidate(self, pair: TwinPair) -> dict[str, Plain]:
        return {
            "left": self.name(pair.left),
            "right": self.name(pair.right),
            "kind": pair.kind,
            "strength": pair.strength,
            "reasons": "; ".join(reason.text for reason in pair.reasons),
            "against": "; ".join(reason.text for reason in pair.against),
            "left_id": pair.left,
            "right_id": pair.right,
            "claims": " ".join(_claims(pair)),
        }


def _judgement(judged: Judged) -> dict[str, Plain]:
    return {
        "left": judged.left_name,
        "right": judged.right_name,
        "same": judged.same,
        "left_id": judged.left,
        "right_id": judged.right,
    }


def twins(
    view: View,
    of: str = "",
    kinds: Sequence[str] = (),
    *,
    reopen: Reopen | None = None,
    limit: int | None = None,
) -> Twins:
    """All pairs that may be the same, or those with `of` (name or id), of these kinds; and the judgements.

    Stints of all days count for and against it, whatever day is set (`reopen`: `store.view`).
    """
    check_words("kinds", kinds, KINDS)
    whom = find(view, of).id if of else ""
    allowed = at_most(limit, settings().query_rows)
    found = find_twins(without_day(view, reopen), kinds or KINDS, whom, allowed)
    judgements = tuple(each for each in view.summary().judgements if _is_of(view, each, whom, kinds))
    ids = [whom, *(id_ for pair in found.items for id_ in (pair.left, pair.right))]
    ids += [view.resolve(id_) for each in judgements for id_ in (each.left, each.right)]
    behind = claims_by_id(view, (id_ for pair in found.items for id_ in _claims(pair)))
    return Twins(
        **common(view, ids, claims=behind.values()),
        cuts=found.cuts,
        of=(whom,) if whom else (),
        kinds=tuple(kinds),
        pairs=found.items,
        total=found.total or 0,
        judgements=judgements,
    )


def _is_of(view: View, judged: Judged, whom: str, kinds: Sequence[str]) -> bool:
    named = {view.resolve(judged.left), view.resolve(judged.right)}
    return (not whom or whom in named) and (not kinds or judged.kind in kinds)


def _claims(pair: TwinPair) -> Iterable[str]:
    every: tuple[Reason, ...] = (*pair.reasons, *pair.against)
    return dict.fromkeys(id_ for reason in every for id_ in reason.claims)
