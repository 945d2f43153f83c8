"""Dates, amounts and claims said in words."""

from __future__ import annotations

from collections.abc import Callable

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow, MoveRow
from graph.model.claim import Claim
from graph.model.quantity import Quantity
from graph.model.when import When

Names = Callable[[str], str]
"""The shown name of an entity id."""


def days_text(lo: int, hi: int) -> str:
    """Half-open days as one would say them: `12 Jun 2025`, `Jun 2025`, `late 2023`, `2024 or 2025`."""
    raise NotImplementedError


def when_text(when: When) -> str:
    """`Jun 2025 to now`, `until Feb 2026`, `about 2023`; empty where nothing is said."""
    raise NotImplementedError


def span_text(row: EdgeRow) -> str:
    """When an edge holds: `2016 to Jun 2025`, `from Jun 2025, end not known`; empty if nothing is known."""
    raise NotImplementedError


def amount_text(quantity: Quantity, about: bool = False) -> str:
    """`$14.3 bn`, `$14 to 15 bn`, `over $200 m`, `up to 72 bn EUR`, `about 50 people`, `49 %`."""
    raise NotImplementedError


def claim_text(evidence: Evidence | Claim, name: Names) -> str:
    """One sentence, without a full stop, that says what the claim says."""
    raise NotImplementedError


def edge_text(
    row: EdgeRow, claims: tuple[Evidence, ...], name: Names, seen_from: str = "", now: int | None = None
) -> str:
    """One sentence for an edge, beginning with `seen_from` if it is one of the ends."""
    raise NotImplementedError


def move_text(row: MoveRow, name: Names) -> str:
    """`Jack Rae moved from Google DeepMind to Meta Superintelligence Labs (Jun 2025)`."""
    raise NotImplementedError
