"""Rules for real people: what is never kept, and how an unnamed person stays unnamed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.errors import ModelError
from graph.model.entities import check_unnamed_id, is_unnamed, kind_of
from graph.model.when import Form

if TYPE_CHECKING:
    from graph.model.claim import Claim

_LOCATOR = re.compile(
    r"(?:[pl]\d+(?:-\d+)?|\d\d:\d\d:\d\d|page)(?:,(?:[pl]\d+(?:-\d+)?|\d\d:\d\d:\d\d|page))*", re.ASCII
)
_A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_UNNAMED_QUALIFIERS = frozenset(
    {"outcome", "by", "channel", "part", "over", "offer", "terms", "about", "read_in"}
)

SENSITIVE = re.compile(
    r"\b(health|illness|ill|sick|disease|cancer|pregnan\w*|depress\w*|disab\w*|wife|husband|spouse|"
    r"partner of|son|daughter|child|children|married|divorc\w*|home|house|lives in|born|aged?|years old|"
    r"religio\w*|harass\w*|misconduct|affair|accus\w*|alleg\w*|arrest\w*|dismissed|fired|sacked)\b",
    re.IGNORECASE,
)
"""Words that make a load ask its editor: they hint at what is never kept of a person."""


def check_people(claim: Claim) -> None:
    """Raises ModelError for what may not be said of a person, or would show who an unnamed person is."""
    if claim.get("kind") == "allegation" and kind_of(claim.object) not in ("work", "org"):
        fact = "an allegation is kept only against a work or an organisation."
        raise ModelError("object", fact, hint="Leave the row out and list it.")
    of_person = "person" in (kind_of(claim.subject), kind_of(claim.object))
    if claim.get("reason") and of_person and not (claim.relation == "offered" or _left_by_own_will(claim)):
        hint = "Of a person, a reason stands only on a departure with departure=resigned, or on an offer."
        raise ModelError("reason", f"{claim.relation} may not carry a reason here.", hint=hint)
    if any(is_unnamed(id_) for id_ in claim.entities()):
        _check_unnamed(claim)


def _left_by_own_will(claim: Claim) -> bool:
    ended = claim.when.form is Form.INTERVAL and claim.when.end is not None
    return claim.relation == "works_at" and ended and claim.get("departure") == "resigned"


def _check_unnamed(claim: Claim) -> None:
    others = [id_ for id_ in claim.entities() if id_ != claim.object]
    if claim.relation != "offered" or not is_unnamed(claim.object) or any(map(is_unnamed, others)):
        raise ModelError(
            "object", "an unnamed person may only be the one who had an offer.", hint="Leave the row out."
        )
    check_unnamed_id(claim.object, "object")
    for field in ("quote", "note", "value"):
        if getattr(claim, field):
            raise ModelError(field, "must be empty where a person is unnamed.", hint="Empty the cell.")
    if claim.locator and _LOCATOR.fullmatch(claim.locator) is None:
        raise ModelError("locator", "names more than a place in the source.", hint="Write p4, l97 or page.")
    if _A_DAY.search(claim.when.text):
        raise ModelError(
            "when", "is finer than a month, which may show who is meant.", hint="Write the month: 2025-06."
        )
    for name, _ in claim.qualifiers:
        if name not in _UNNAMED_QUALIFIERS:
            raise ModelError(name, f"{name} may show who an unnamed person is.", hint="Leave it out.")
