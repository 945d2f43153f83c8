"""What was done to the picture by hand, as the address holds it: expansions and pins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from graph.model.relations import RELATIONS
from talentgraph.ui.address import an_id

DIRECTIONS = ("out", "in")
FAR = 16_000
"""Names stand within so many pixels of the middle, either way."""
Place = tuple[int, int]
"""Where a name stands, in pixels: to the right, and down."""


class Opening(NamedTuple):
    """One expansion. `relation` and `direction` are empty where it was by every relation."""

    id: str
    relation: str = ""
    direction: str = ""

    @property
    def text(self) -> str:
        return "~".join(self) if self.relation else self.id


class Pin(NamedTuple):
    """A name that was dragged, and where to, in pixels."""

    id: str
    x: int
    y: int

    @property
    def text(self) -> str:
        return f"{self.id}~{self.x}~{self.y}"


def opening(text: str) -> Opening:
    """Raises ValueError or ModelError for what is none."""
    id_, *by = text.split("~")
    an_id(id_)
    if not by:
        return Opening(id_)
    relation, direction = by
    if relation not in RELATIONS or direction not in DIRECTIONS:
        raise ValueError(text)
    return Opening(id_, relation, direction)


def openings(text: str) -> tuple[str, ...]:
    return tuple(opening(part).text for part in text.split(","))


def pins(text: str) -> tuple[Pin, ...]:
    return tuple(map(_pin, text.split(",")))


def _pin(text: str) -> Pin:
    id_, x, y = text.split("~")
    return Pin(an_id(id_), coordinate(x), coordinate(y))


def coordinate(text: str) -> int:
    """A whole number of pixels. Raises ValueError for any other text and for what lies too far out."""
    if not text.isascii() or not text.removeprefix("-").isdigit() or abs(int(text)) > FAR:
        raise ValueError(text)
    return int(text)


def texts(parts: Iterable[Opening | Pin]) -> str:
    return ",".join(part.text for part in parts)
