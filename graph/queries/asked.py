"""The question that claims at odds answer differently, with names in it."""

from __future__ import annotations

from collections.abc import Sequence

from graph.assembly.conflicts import Conflict
from graph.assembly.evidence import Evidence
from graph.model.relations import RELATIONS
from graph.queries.words import Names, metric_text, when_text


def question_of(conflict: Conflict, claims: Sequence[Evidence], name: Names) -> str:
    """One line such as `How much is the capital expenditure of Meta (2025)?`."""
    relation, *rest = conflict.about.split("|")
    who = name(conflict.subject)
    if relation == "works_at" and rest[-1] in ("start", "end"):
        return f"When did {who} {'come to' if rest[-1] == 'start' else 'leave'} {name(rest[0])}?"
    if conflict.question.startswith("Is it so"):
        return f"Is it so that {who} {RELATIONS[relation].label} {name(rest[0])}?"
    if relation == "measured":
        period = next((text for e in claims if (text := when_text(e.claim.when))), "")
        return f"How much is the {metric_text(rest[0])} of {who}{f' ({period})' if period else ''}?"
    if relation == "offered":
        return _of_an_offer(who, name(rest[0]), rest[-1] == "outcome")
    if relation == "released":
        return f"When was, or is, {name(rest[0])} released?"
    return _OF_ITSELF.get(relation, "").format(who=who) or f"{who}: {conflict.question}"


def _of_an_offer(who: str, whom: str, outcome: bool) -> str:
    return f"How did the offer of {who} to {whom} end?" if outcome else f"How much did {who} offer to {whom}?"


_OF_ITSELF = {
    "deal_kind": "What kind of deal is {who}?",
    "deal_stake": "How large a share does {who} buy?",
    "founded": "When was {who} founded?",
}
