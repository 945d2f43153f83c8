"""Rules for real people: what is never kept, and how an unnamed person stays unnamed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.errors import ModelError
from graph.model.entities import is_unnamed, kind_of

if TYPE_CHECKING:
    from graph.model.claim import Claim

_LOCATOR = re.compile(
    r"(?:[pl]\d+(?:-\d+)?|\d\d:\d\d:\d\d|page)(?:,(?:[pl]\d+(?:-\d+)?|\d\d:\d\d:\d\d|page))*"
)
_SHORTEST_SPAN = 28  # days; a month is the finest date an unnamed person may have
_UNNAMED_QUALIFIERS = frozenset(
    {"outcome", "by", "channel", "part", "over", "offer", "terms", "about", "read_in"}
)

SENSITIVE = re.compile(
    r"\b(health|illness|ill|sick|disease|cancer|pregnan\w*|depress\w*|disab\w*|wife|husband|spouse|partner of|son|"
    r"daughter|child|children|married|divorc\w*|home|house|lives in|born|aged?|years old|religio\w*|harass\w*|"
    r"misconduct|affair|accus\w*|alleg\w*|arrest\w*|dismissed|fired|sacked)\b",
    re.IGNORECASE,
)
"""Words that make a load ask its editor: they hint at what is never kept of a person."""


def check_people(claim: Claim) -> None:
    """Raises ModelError for what may not be said of a person, or would show who an unnamed person is."""
    of_person = kind_of(claim.subject) == "person"
    if claim.relation == "said" and claim.get("kind") == "allegation" and kind_of(claim.object) == "person":
        raise ModelError(
            "object", "an allegation against a person is not kept.", hint="Leave the row out and list it."
        )
    if claim.get("reason") and of_person and not _left_by_own_will(claim):
        hint = "Of a person, a reason stands only on a departure with departure=resigned, or on an offer."
        raise ModelError("reason", f"{claim.relation} may not carry a reason here.", hint=hint)
    if any(is_unnamed(id_) for id_ in claim.entities()):
        _check_unnamed(claim)


def _left_by_own_will(claim: Claim) -> bool:
    return (
        claim.relation == "works_at" and claim.when.end is not None and claim.get("departure") == "resigned"
    )


def _check_unnamed(claim: Claim) -> None:
    others = [id_ for id_ in claim.entities() if id_ != claim.object]
    if claim.relation != "offered" or not is_unnamed(claim.object) or any(map(is_unnamed, others)):
        raise ModelError(
            "object", "an unnamed person may only be the one who had an offer.", hint="Leave the row out."
        )
    for field in ("quote", "note", "value"):
        if getattr(claim, field):
            raise ModelError(field, "must be empty where a person is unnamed.", hint="Empty the cell.")
    if claim.locator and _LOCATOR.fullmatch(claim.locator) is None:
        raise ModelError("locator", "names more than a place in the source.", hint="Write p4, l97 or page.")
    point = claim.when.point
    if point and point.hi - point.lo < _SHORTEST_SPAN:
        raise ModelError(
            "when", "is finer than a month, which may show who is meant.", hint="Write the month: 2025-06."
        )
    for name, _ in claim.qualifiers:
        if name not in _UNNAMED_QUALIFIERS:
            raise ModelError(name, f"{name} may show who an unnamed person is.", hint="Leave it out.")
