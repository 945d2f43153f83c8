"""Who worked beside whom, and for how long."""

from __future__ import annotations

from dataclasses import dataclass

from graph.queries.reply import Reply
from graph.store.answers import Overlap
from graph.store.base import View


@dataclass(frozen=True, kw_only=True)
class Colleagues(Reply):
    """Longest together first. Time together ends at `now`; stints that are merely possible take no part."""

    person: str
    overlaps: tuple[Overlap, ...]
    total: int | None


def colleagues(view: View, person: str, at: str = "", limit: int | None = None) -> Colleagues:
    """People at the same company (or lab) at the same time; `at` one organisation. Names or ids."""
    raise NotImplementedError
