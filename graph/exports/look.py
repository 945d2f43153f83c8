"""How kinds and statuses are drawn in files that carry a picture: one sign, one meaning, as on the screen.

Colours are those of the light theme; a test compares them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.assembly.rows import Certainty, EdgeRow
from graph.model.vocabulary import Status
from graph.store.answers import EntityCard
from graph.store.scope import Scope

PLAIN_LINE = "#8A9098"
OFFER_LINE = "#CD7B4B"
DISPUTED_LINE = "#B3261E"
_ORANGE = frozenset({"offered", "party_to", "brought"})


class Sign(StrEnum):
    """The six shapes of a picture, and the dashed one of groups."""

    PERSON = "person"
    COMPANY = "company"
    LAB = "lab"
    DEAL = "deal"
    MODEL = "model"
    SCHOOL = "school"
    GROUP = "group"


COLOUR = {
    Sign.PERSON: "#1A5788",
    Sign.COMPANY: "#3A3F47",
    Sign.LAB: "#249484",
    Sign.DEAL: "#CD7B4B",
    Sign.MODEL: "#9453D5",
    Sign.SCHOOL: "#604C00",
    Sign.GROUP: "#3A3F47",
}
_BY_SUBTYPE = {"lab": Sign.LAB, "team": Sign.LAB, "school": Sign.SCHOOL}
_BY_KIND = {
    "person": Sign.PERSON,
    "group": Sign.GROUP,
    "deal": Sign.DEAL,
    "work": Sign.MODEL,
    "org": Sign.COMPANY,
}


@dataclass(frozen=True, slots=True)
class Line:
    """Width in pixels; `dashes` are lengths drawn and left out, empty for a solid line."""

    width: float
    dashes: tuple[float, ...] = ()


DOTS = (1.0, 4.0)
LINE = {
    Status.CONFIRMED: Line(2.4),
    Status.REPORTED: Line(1.2),
    Status.RUMOURED: Line(1.2, DOTS),
    Status.DISPUTED: Line(1.7, (5.0, 3.0)),
}


def sign(card: EntityCard) -> Sign:
    return _BY_SUBTYPE.get(card.subtype, _BY_KIND[card.kind])


def line(row: EdgeRow, scope: Scope) -> Line:
    """By the status of the edge; dots where it is merely possible on the day."""
    style = LINE.get(row.status, LINE[Status.REPORTED])
    if scope.true_on is not None and row.certainty_on(scope.true_on) is Certainty.POSSIBLE:
        return Line(style.width, DOTS)
    return style


def line_colour(row: EdgeRow) -> str:
    if row.status is Status.DISPUTED:
        return DISPUTED_LINE
    return OFFER_LINE if row.relation in _ORANGE else PLAIN_LINE


def points(row: EdgeRow) -> bool:
    """Whether the line needs an arrow: offers and deals, and ties between two of one kind."""
    return row.relation in _ORANGE or row.subject.partition(":")[0] == row.object.partition(":")[0]
