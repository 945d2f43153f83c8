"""How two names, or two lists of names, are connected, and why not if they are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.errors import BadQuestion
from graph.model.entities import KINDS
from graph.model.relations import RELATIONS
from graph.queries.answers.reading import Budget, Reopen, check_words, common
from graph.queries.answers.reply import Drawn, Plain, Reply, Tables, namer
from graph.queries.network.search import find_all
from graph.queries.network.why_not import WhyNot, explain
from graph.queries.words.question import MODES, Question
from graph.queries.words.sentences import edge_text
from graph.settings import settings
from graph.store.answers import Path
from graph.store.base import PathMode, View


@dataclass(frozen=True, slots=True)
class FoundPath:
    """A path with one sentence a hop. `path.hops[i]` are the edges; their claims are in the reply."""

    path: Path
    sentences: tuple[str, ...]

    @property
    def hops(self) -> int:
        return len(self.path.hops)


@dataclass(frozen=True, kw_only=True)
class Paths(Reply):
    """Shortest first; among equals those that avoid the well-connected. `why_not` only without a path."""

    question: Question
    paths: tuple[FoundPath, ...]
    why_not: WhyNot | None

    @property
    def starts(self) -> tuple[str, ...]:
        return self.question.starts

    @property
    def ends(self) -> tuple[str, ...]:
        return self.question.ends

    @property
    def mode(self) -> PathMode:
        return self.question.mode

    @property
    def title(self) -> str:
        return f"Paths from {self.names(self.starts)} to {self.names(self.ends)}"

    def tables(self) -> Tables:
        """A row a hop."""
        return {"hops": [row for n, path in enumerate(self.paths, 1) for row in self._rows(n, path)]}

    def _rows(self, number: int, found: FoundPath) -> Iterator[dict[str, Plain]]:
        ends = pairwise(found.path.entities)
        for hop, (pair, edges, sentence) in enumerate(
            zip(ends, found.path.hops, found.sentences, strict=True), 1
        ):
            yield {
                "path": number,
                "hop": hop,
                "from": self.name(pair[0]),
                "to": self.name(pair[1]),
                "sentence": sentence,
                "from_id": pair[0],
                "to_id": pair[1],
                "claims": " ".join(dict.fromkeys(id_ for edge in edges for id_, _ in edge.claims)),
            }

    @property
    def walks(self) -> tuple[tuple[str, ...], ...]:
        return tuple(found.path.entities for found in self.paths)

    def drawn(self) -> Drawn:
        ids = dict.fromkeys(id_ for found in self.paths for id_ in found.path.entities)
        rows = dict.fromkeys(row for found in self.paths for hop in found.path.hops for row in hop)
        return tuple(ids) or (*self.starts, *self.ends), tuple(rows)


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

    `kinds`, `without` and `hub` bind inner entities. With `reopen` (`store.view`), an empty answer also
    asks without the scope's own limits. Raises BadQuestion for k beyond the settings and for unknown words.
    """
    _check(mode, k, hops, kinds, relations)
    question = Question(
        starts=tuple(card.id for card in find_all(view, starts)),
        ends=tuple(card.id for card in find_all(view, ends)),
        mode=mode,
        k=k or settings().paths,
        hops=hops or settings().hops,
        hub=settings().hub_edges if hub is None else hub,
        without=tuple(card.id for card in find_all(view, without)),
        kinds=tuple(kinds),
        relations=tuple(relations),
    )
    budget = Budget()
    found, cuts, undated = question.ask(view, budget)
    why = None if found else explain(view, question, cuts, budget, reopen)
    shown = found or tuple(w.path for w in (why.tried if why else ()) if w.path)
    rows = tuple(dict.fromkeys(row for path in shown for hop in path.hops for row in hop))
    facts = common(view, (*question.starts, *question.ends, *question.without), rows)
    reply = Paths(**facts, cuts=cuts, undated=undated, question=question, paths=(), why_not=why)
    return replace(reply, paths=tuple(FoundPath(path, _sentences(reply, path)) for path in found))


def _sentences(reply: Paths, path: Path) -> tuple[str, ...]:
    name = namer(reply.cards)
    return tuple(
        "; ".join(edge_text(row, reply.evidence(row), name, start, reply.now) for row in hop)
        for start, hop in zip(path.entities, path.hops, strict=False)
    )


def _check(
    mode: str, k: int | None, hops: int | None, kinds: Sequence[str], relations: Sequence[str]
) -> None:
    most = settings().paths_max
    if k is not None and not 1 <= k <= most:
        raise BadQuestion(f"{k} paths were asked for.", place="k", hint=f"Ask for 1 to {most}.")
    if hops is not None and hops < 1:
        raise BadQuestion(f"a path of {hops} hops is none.", place="hops", hint="Ask for 1 or more.")
    check_words("mode", [mode], MODES)
    check_words("kinds", kinds, KINDS)
    check_words("relations", relations, tuple(RELATIONS))
