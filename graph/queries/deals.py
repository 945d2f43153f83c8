"""Deals: parties, kind, amounts, stages, and the people who came with them."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.quantity import Quantity
from graph.model.vocabulary import Status
from graph.queries.conflicts import Disagreement
from graph.queries.reply import Reply
from graph.store.base import View


@dataclass(frozen=True, slots=True)
class Party:
    """One party in one role; `lead` of several."""

    id: str
    role: str
    lead: bool
    status: Status
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DealFigure:
    """An amount (by part), or a share in percent (`part` is "stake"). `text` in words."""

    part: str
    quantity: Quantity
    text: str
    status: Status
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage as reported: `when` in words, half-open days beside it."""

    stage: str
    when: str
    earliest: int
    latest: int
    status: Status
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deal:
    """One deal. Figures of one part that differ stand side by side; `disagreements` says which are apart."""

    id: str
    kinds: tuple[tuple[str, tuple[str, ...]], ...]
    parties: tuple[Party, ...]
    figures: tuple[DealFigure, ...]
    stages: tuple[Stage, ...]
    brought: tuple[tuple[str, tuple[str, ...]], ...]
    disagreements: tuple[Disagreement, ...]
    claims: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, kw_only=True)
class Deals(Reply):
    """In order of first dated stage, then id; undated last."""

    of: tuple[str, ...]
    deals: tuple[Deal, ...]


def deals(view: View, of: str = "", limit: int | None = None) -> Deals:
    """All deals, or those that `of` (a deal, party or person brought; name or id) takes part in."""
    raise NotImplementedError
