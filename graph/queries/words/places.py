"""Where in its source a claim stands."""

from __future__ import annotations

import re

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
