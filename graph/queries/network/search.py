"""Who is meant by a text: names, aliases, misspellings, identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.errors import BadQuestion, NotFound
from graph.model.entities import KINDS
from graph.model.text import fold
from graph.queries.answers.reading import at_most, common
from graph.queries.answers.reply import Drawn, Plain, Reply, Tables
from graph.settings import settings
from graph.store.answers import Candidate, Cut, EntityCard
from graph.store.base import View

_ID = re.compile(rf"(?:{'|'.join(KINDS)}):\S+")
_CLEAR_SCORE = 80.0  # below it a hit is a suggestion, never an answer
_CLEAR_LEAD = 5.0  # points by which the best must lead to be meant
_SUGGESTED_SCORE = 60.0  # a suggestion may be less like the text than an answer
_SUGGESTIONS = 5


@dataclass(frozen=True, kw_only=True)
class SearchReply(Reply):
    """Best first."""

    text: str
    hits: tuple[Candidate, ...]

    @property
    def title(self) -> str:
        return f"Search for “{self.text}”"

    def drawn(self) -> Drawn:
        return tuple(hit.entity.id for hit in self.hits), None

    def tables(self) -> Tables:
        return {"hits": [_row(hit) for hit in self.hits]}


def _row(hit: Candidate) -> dict[str, Plain]:
    return {
        "name": hit.entity.name,
        "kind": hit.entity.kind,
        "subtype": hit.entity.subtype,
        "matched": hit.matched,
        "score": hit.score,
        "edges": hit.entity.degree,
        "id": hit.entity.id,
    }


def search(view: View, text: str, kinds: Sequence[str] = (), limit: int | None = None) -> SearchReply:
    """Entities called like the text, best first. `limit` None: the setting `search_results`."""
    allowed = at_most(limit, settings().search_results)
    hits, cuts = _hits(view, text, kinds, settings().search_score)
    if len(hits) > allowed:
        hint = "Type more of the name, or choose a kind."
        cuts = (*cuts, Cut("search_results", allowed, len(hits) - allowed, hint))
    return SearchReply(
        **common(view, ids=(hit.entity.id for hit in hits[:allowed])),
        cuts=cuts,
        text=text,
        hits=hits[:allowed],
    )


def find(view: View, text: str, kinds: Sequence[str] = ()) -> EntityCard:
    """The one entity with this id, this exact name, or clearly the nearest name.

    Raises NotFound with suggestions, and BadQuestion that names the candidates where several fit alike.
    """
    text = text.strip()
    if _ID.fullmatch(text):
        return _by_id(view, text, kinds)
    hits, _ = _hits(view, text, kinds)
    exact = [hit for hit in hits if hit.exact]
    shown = [hit for hit in exact if fold(hit.entity.name) == fold(text)]
    for fitting in (shown, exact):
        if len(fitting) == 1:
            return fitting[0].entity
    if exact:
        raise _ambiguous(text, shown or exact)
    return _nearest(text, hits)


def find_all(view: View, texts: str | Iterable[str], kinds: Sequence[str] = ()) -> tuple[EntityCard, ...]:
    """`find` for each of one or several texts, none twice."""
    given = (texts,) if isinstance(texts, str) else tuple(texts)
    return tuple({card.id: card for card in (find(view, text, kinds) for text in given)}.values())


def _by_id(view: View, id_: str, kinds: Sequence[str]) -> EntityCard:
    meant = view.resolve(id_)
    card = view.entities([meant]).get(meant)
    if card is None:
        raise NotFound(id_, _suggestions(_hits(view, id_.partition(":")[2].replace("-", " "), kinds)[0]))
    if kinds and card.kind not in kinds:
        raise BadQuestion(f"{card.name} ({card.id}) is a {card.kind}.", hint=f"Name a {' or '.join(kinds)}.")
    return card


def _hits(
    view: View, text: str, kinds: Sequence[str], least: float = _SUGGESTED_SCORE
) -> tuple[tuple[Candidate, ...], tuple[Cut, ...]]:
    """Best first, none that is less like the text than `least`."""
    unknown = set(kinds) - set(KINDS)
    if unknown:
        raise BadQuestion(
            f"“{min(unknown)}” is not a kind.", place="kinds", hint=f"One of {', '.join(KINDS)}."
        )
    if not fold(text):
        return (), ()
    answer = view.candidates(text, kinds, limit=settings().candidates)
    hits = tuple(hit for hit in answer.items if hit.score >= least and _may_be_found(hit))
    return hits, answer.cuts


def _may_be_found(hit: Candidate) -> bool:
    """An unnamed person is found by nothing but the neutral name."""
    return not hit.entity.anonymous or hit.matched == hit.entity.name


def _nearest(text: str, hits: Sequence[Candidate]) -> EntityCard:
    clear = [hit for hit in hits if hit.score >= _CLEAR_SCORE]
    if not clear:
        raise NotFound(text, _suggestions(hits))
    close = [hit for hit in clear if hit.score > clear[0].score - _CLEAR_LEAD]
    if len(close) > 1:
        raise _ambiguous(text, close)
    return clear[0].entity


def _ambiguous(text: str, hits: Sequence[Candidate]) -> BadQuestion:
    several = ", ".join(f"{hit.entity.name} ({hit.entity.id})" for hit in hits[:_SUGGESTIONS])
    return BadQuestion(f"“{text}” may mean {several}.", hint="Give the id of the one you mean.")


def _suggestions(hits: Sequence[Candidate]) -> tuple[tuple[str, str], ...]:
    return tuple((hit.entity.id, hit.entity.name) for hit in hits[:_SUGGESTIONS])
