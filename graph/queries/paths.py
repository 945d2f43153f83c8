"""How two names, or two lists of names, are connected, and why not if they are not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.queries.reply import Reply
from graph.store.answers import Path
from graph.store.base import PathMode, View
from graph.store.scope import Scope

Reopen = Callable[[Scope], View]
"""Opens another view of the same ledger: `store.view`."""


@dataclass(frozen=True, slots=True)
class FoundPath:
    """A path with one sentence a hop. `path.hops[i]` are the edges; their claims are in the reply."""

    path: Path
    sentences: tuple[str, ...]

    @property
    def hops(self) -> int:
        return len(self.path.hops)


@dataclass(frozen=True, slots=True)
class Widening:
    """A wider question and what it gives. `name`: mode, relations, kinds, without, hubs, hops, level,
    certainty, true_on, known_on. `value` is what to set instead (a mode, a number, an ISO day; empty: no limit).
    """

    name: str
    value: str
    sentence: str
    path: Path | None


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why nothing was found: `sentence` in words; `tried` in order; `helps`: the first that finds a path.

    Without `helps` and with `complete`, the two are not connected at all.
    """

    sentence: str
    tried: tuple[Widening, ...]
    complete: bool

    @property
    def helps(self) -> Widening | None:
        return next((w for w in self.tried if w.path), None)


@dataclass(frozen=True, kw_only=True)
class Paths(Reply):
    """Shortest first; among equals those that avoid the well-connected. `why_not` only without a path."""

    starts: tuple[str, ...]
    ends: tuple[str, ...]
    mode: PathMode
    paths: tuple[FoundPath, ...]
    why_not: WhyNot | None


def paths(
    view: View,
    starts: str | Sequence[str],
    ends: str | Sequence[str],
    mode: PathMode = "any",
    *,
    k: int | None = None,
    hops: int | None = None,
    hub: int | None = None,
    without: Sequence[str] = (),
    kinds: Sequence[str] = (),
    relations: Sequence[str] = (),
    reopen: Reopen | None = None,
) -> Paths:
    """The k best paths from any of `starts` to any of `ends` (names or ids), in the view's scope.

    `kinds`, `without` and `hub` bind inner entities. With `reopen`, an empty answer also asks without the
    scope's own limits. Raises BadQuestion for k or hops beyond the settings.
    """
    raise NotImplementedError
