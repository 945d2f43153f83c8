"""The question that claims at odds answer differently, with names in it."""

from __future__ import annotations

from collections.abc import Sequence

from graph.assembly.conflicts import Conflict
from graph.assembly.evidence import Evidence
from graph.model.relations import RELATIONS
from graph.queries.words import STAGES, Names, metric_text, named, when_text

_QUESTIONS = {
    "works_at start": "When did {who} come to {what}?",
    "works_at end": "When did {who} leave {what}?",
    "offered": "How much did {who} offer to {what}?",
    "offered outcome": "How did the offer of {who} to {what} end?",
    "released": "When was, or is, {what} released?",
    "deal_amount": "How much is {who} worth?",
    "deal_amount part": "How much is the part “{what}” of {who} worth?",
    "deal_kind": "What kind of deal is {who}?",
    "deal_stake": "How large a share does {who} buy?",
    "dispute": "What is so about {who}?",
    "founded": "When was {who} founded?",
}


def question_of(conflict: Conflict, claims: Sequence[Evidence], name: Names) -> str:
    """One line such as `How much is the capital expenditure of Meta (2025)?`."""
    relation, *rest = conflict.about.split("|")
    who = named(conflict.subject, name)
    what = rest[0] if rest else ""
    what = named(what, name) if ":" in what else what
    if conflict.question.startswith("Is it so"):
        return f"Is it so that {who} {RELATIONS[relation].label} {what}?"
    if relation == "measured":
        period = next((text for e in claims if (text := when_text(e.claim.when))), "")
        money = any(e.claim.quantity and e.claim.quantity.is_money for e in claims)
        asked = "How much is the" if money else "Which figure holds for"
        return f"{asked} {metric_text(what)} of {who}{f' ({period})' if period else ''}?"
    if relation == "reached":
        return f"When was it that {who} {STAGES[what]}?"
    form = _QUESTIONS.get(_key(relation, rest))
    return form.format(who=who, what=what) if form else f"{who}: {conflict.question}"


def _key(relation: str, rest: Sequence[str]) -> str:
    if rest and rest[-1] in ("start", "end", "outcome"):
        return f"{relation} {rest[-1]}"
    return "deal_amount part" if relation == "deal_amount" and rest and rest[0] else relation
