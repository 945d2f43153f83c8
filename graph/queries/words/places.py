"""What stands behind a claim: how many sources, and where in each."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.assembly.evidence import Evidence
from graph.assembly.levels import count_origins
from graph.model.claim import Claim

_PLACE = re.compile(r"([pl])(\d+)(?:-(\d+))?", re.ASCII)
_WHOLE = "page"
"""The locator of what a page says as a whole."""


def place_text(claim: Claim) -> str:
    """Where in its source the claim stands, as short as it is kept; empty where that is the whole of it."""
    return ", ".join(_places(claim))


def place_words(claim: Claim) -> str:
    """The same in words: `paragraph 4, lines 97–99`. A place of another form stands as it is kept."""
    return ", ".join(map(_place_words, _places(claim)))


def _places(claim: Claim) -> list[str]:
    places = (place.strip() for place in claim.locator.split(","))
    return [place for place in places if place not in ("", _WHOLE)]


def _place_words(place: str) -> str:
    match = _PLACE.fullmatch(place)
    if not match:
        return place
    word = {"p": "paragraph", "l": "line"}[match[1]]
    return f"{word}s {match[2]}–{match[3]}" if match[3] else f"{word} {match[2]}"


def support_text(claims: Iterable[Evidence]) -> str:
    """`3 sources`; `6 pages, 2 independent` where pages repeat one origin, or one has several."""
    found = list(claims)
    pages, origins = len({e.source.id for e in found}), count_origins(found)
    if pages == origins:
        return f"{pages} source{'' if pages == 1 else 's'}"
    return f"{pages} page{'' if pages == 1 else 's'}, {origins} independent"
