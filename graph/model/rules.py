"""What one claim may say, by its relation. The model refuses; it never mends."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graph.errors import ModelError
from graph.model.identifiers import check_identifier
from graph.model.people import check_people
from graph.model.quantity import COUNTED, CURRENCIES
from graph.model.relations import RELATIONS, Relation, Time
from graph.model.text import check_id, check_slug
from graph.model.vocabulary import Status
from graph.model.when import Form

if TYPE_CHECKING:
    from graph.model.claim import Claim

SEVERAL = frozenset(
    {"from", "to", "by", "at", "counter_to", "origin", "destination", "confirmed_by", "read_in"}
)
"""Qualifiers that one claim may give several values of."""
_QUOTE_WORDS = 25
_SAID_CHARACTERS = 200


def check_claim(claim: Claim) -> None:
    """Raises ModelError for the first field that breaks a rule."""
    relation = RELATIONS.get(claim.relation)
    if relation is None:
        hint = f"One of {', '.join(sorted(RELATIONS))}."
        raise ModelError("relation", f"“{claim.relation[:80]}” is not a relation.", hint=hint)
    check_slug(claim.source, "source")
    _check_ends(claim, relation)
    _check_value(claim, relation)
    _check_when(claim, relation)
    _check_quantity(claim, relation)
    _check_qualifiers(claim, relation)
    _check_words(claim)
    check_people(claim)


def _check_ends(claim: Claim, relation: Relation) -> None:
    if check_id(claim.subject, "subject") not in relation.subjects:
        raise ModelError("subject", f"{claim.subject} cannot be the subject of {relation.name}.")
    if not relation.objects:
        if claim.object:
            raise ModelError("object", f"{relation.name} takes no object.", hint="Leave the cell empty.")
    elif not claim.object:
        raise ModelError(
            "object", f"{relation.name} needs an object.", hint=f"Kinds: {', '.join(relation.objects)}."
        )
    elif check_id(claim.object, "object") not in relation.objects:
        raise ModelError("object", f"{claim.object} cannot be the object of {relation.name}.")
    if claim.object == claim.subject and relation.name != "said":
        raise ModelError("object", f"{claim.subject} is both subject and object.")
    if claim.attributed_to not in ("", "unnamed"):
        check_id(claim.attributed_to, "attributed_to")


def _check_value(claim: Claim, relation: Relation) -> None:
    if relation.value is None:
        if claim.value:
            raise ModelError("value", f"{relation.name} takes no value.", hint="Leave the cell empty.")
        return
    if not claim.value:
        raise ModelError("value", f"{relation.name} needs a value.")
    relation.value("value", claim.value)
    if relation.name == "identified_by":
        check_identifier(claim.get("kind"), claim.value)
    if len(claim.value) > _SAID_CHARACTERS:
        raise ModelError("value", f"is {len(claim.value)} characters long; {_SAID_CHARACTERS} is the most.")


def _check_when(claim: Claim, relation: Relation) -> None:
    form = claim.when.form
    if form is Form.INTERVAL and relation.time in (Time.EVENT, Time.DEAL):
        raise ModelError(
            "when",
            f"{relation.name} happens once; “{claim.when.text}” is an interval.",
            hint="Write a point.",
        )
    if form is not Form.EMPTY and relation.time is Time.NONE:
        raise ModelError("when", f"{relation.name} takes no date.", hint="Leave the cell empty.")


def _check_quantity(claim: Claim, relation: Relation) -> None:
    quantity = claim.quantity
    if quantity is None:
        if relation.needs_quantity and not claim.get("as_said"):
            raise ModelError(
                "low", f"{relation.name} needs a figure.", hint="Words such as “several” go to as_said."
            )
        return
    if not relation.units:
        raise ModelError(
            "low", f"{relation.name} takes no figure.", hint="Leave low, high, unit and per empty."
        )
    fitting = {"money": CURRENCIES, "percent": frozenset({"percent"})}.get(relation.units)
    if fitting is not None and quantity.unit not in fitting:
        raise ModelError("unit", f"{relation.name} is counted in {relation.units}, not in {quantity.unit}.")
    if quantity.unit in COUNTED and any(
        n is not None and n != n.to_integral_value() for n in (quantity.low, quantity.high)
    ):
        raise ModelError("low", f"{quantity.unit} are counted whole.")


def _check_qualifiers(claim: Claim, relation: Relation) -> None:
    for name, value in claim.qualifiers:
        check = relation.allowed(name)
        if check is None:
            known = ", ".join(sorted(relation.qualifiers))
            raise ModelError(
                "qualifiers", f"{relation.name} has no qualifier “{name[:80]}”.", hint=f"Its own: {known}."
            )
        if not value:
            raise ModelError("qualifiers", f"the qualifier {name} is empty.", hint="Leave it out.")
        check(name, value)
    _check_repeats(claim)
    for name in relation.required:
        if not claim.get(name):
            raise ModelError(name, f"{relation.name} needs {name}.")
    if (claim.status is Status.RETRACTED) != bool(claim.get("retracts")):
        raise ModelError(
            "status", "a retraction has status retracted and retracts=<key of the row>, or neither."
        )


def _check_repeats(claim: Claim) -> None:
    counted = Counter(name for name, _ in claim.qualifiers)
    for name, times in counted.items():
        if times > 1 and name not in SEVERAL:
            raise ModelError(name, f"{name} is given {times} values.", hint="One value, or one row for each.")


def _check_words(claim: Claim) -> None:
    if len(claim.quote.split()) > _QUOTE_WORDS:
        raise ModelError(
            "quote", f"has more than {_QUOTE_WORDS} words.", hint="Quote only where the words are the fact."
        )
    if len(claim.locator) > _SAID_CHARACTERS:
        raise ModelError("locator", f"is longer than {_SAID_CHARACTERS} characters.")
