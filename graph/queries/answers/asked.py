"""The question that claims at odds answer differently, with names in it."""

from __future__ import annotations

from collections.abc import Sequence

from graph.assembly.conflicts import Conflict
from graph.assembly.evidence import Evidence
from graph.model.entities import kind_of
from graph.model.relations import RELATIONS
from graph.model.text import first_upper
from graph.queries.words.sentences import STAGES, Names, metric_text, ways_text, when_text

_QUESTIONS = {
    "works_at start": "When did {who} come to {what}?",
    "works_at end": "When did {who} leave {what}?",
    "works_at announced": "When did {who} announce leaving {what}?",
    "offered": "How much did {who} offer {what}?",
    "offered outcome": "How did the offer of {who} to {what} end?",
    "released": "When was, or is, {what} released?",
    "dispute": "Which account of {who} is right?",
    "dispute offered": "Which account of what {who} offered is right?",
    "founded": "When was {who} founded?",
}
_OF_DEALS = {
    "deal_amount": "how much is it worth?",
    "deal_amount part": "how much is its part “{what}” worth?",
    "deal_kind": "what kind of deal is it?",
    "deal_stake": "how large a share does it buy?",
    "dispute": "which account of it is right?",
}
"""Deals have names like sentences, so the name comes first and the question speaks of it."""
_PLURAL = ("s", "alumni", "people", "people approached")
_COUNTED = ("people", "organisations")
_RAISED = "How much has {who} raised in total{period}?"


def subject_of(conflict: Conflict, claims: Sequence[Evidence]) -> str:
    """Whom or what it is about. Of claims that only a label joins: what all of them name, people first."""
    if not conflict.about.startswith("dispute|") or not claims:
        return conflict.subject
    common = set.intersection(*({e.claim.subject, e.claim.object} for e in claims)) - {""}
    people = {id_ for id_ in common if kind_of(id_) == "person"}
    return min(people or common, default=conflict.subject)


def question_of(conflict: Conflict, claims: Sequence[Evidence], name: Names) -> str:
    """One line such as `How much is the capital expenditure of Meta (2025)?`."""
    relation, *rest = conflict.about.split("|")
    who = name(subject_of(conflict, claims))
    what = rest[0] if rest else ""
    if conflict.question.startswith("Is it so"):
        return _is_it_so(relation, conflict.subject, what, name)
    what = name(what) if ":" in what else what
    if relation == "measured":
        return _measured(what, who, claims, name)
    if relation == "reached":
        return _reached(conflict, what, name)
    key = _key(relation, rest)
    if relation == "dispute" and {e.claim.relation for e in claims} == {"offered"}:
        key = "dispute offered"
    if kind_of(conflict.subject) == "deal" and key in _OF_DEALS:
        return f"{who}: {_OF_DEALS[key].format(what=what)}"
    form = _QUESTIONS.get(key)
    return form.format(who=who, what=what) if form else f"{who}: {conflict.question}"


def _is_it_so(relation: str, subject: str, object_: str, name: Names) -> str:
    label = RELATIONS[relation].label
    if kind_of(object_) == "deal":
        return f"{name(object_)}: is it so that {name(subject)} {label} it?"
    if kind_of(subject) == "deal":
        return f"{name(subject)}: is it so that it {label} {name(object_)}?"
    return f"Is it so that {name(subject)} {label} {name(object_)}?"


def _measured(metric: str, who: str, claims: Sequence[Evidence], name: Names) -> str:
    when = next((text for e in claims if (text := when_text(e.claim.when))), "")
    period = f" ({when})" if when else ""
    if metric == "total_raised":
        return _RAISED.format(who=who, period=period)
    units = [e.claim.quantity for e in claims if e.claim.quantity]
    what, who = metric_text(metric), f"{who}{ways_text(claims[0].claim, name)}" if claims else who
    if any(unit.is_money for unit in units):
        return f"How much is the {what} of {who}{period}?"
    counted = what.endswith(_PLURAL) and any(unit.unit in _COUNTED for unit in units)
    return f"What is the {'number of ' if counted else ''}{what} of {who}{period}?"


def _reached(conflict: Conflict, stage: str, name: Names) -> str:
    """Where a side denies it, the question is first whether it happened."""
    deal = kind_of(conflict.subject) == "deal"
    who = "it" if deal else name(conflict.subject)
    verb, was, rest = STAGES[stage].partition("was ")
    asked = f"was {who} {rest}" if was else f"did {who} {verb.removesuffix('d')}"
    asked = f"{asked}, and when?" if conflict.denied else f"when {asked}?"
    return f"{name(conflict.subject)}: {asked}" if deal else first_upper(asked)


def _key(relation: str, rest: Sequence[str]) -> str:
    if rest and rest[-1] in ("start", "end", "announced", "outcome"):
        return f"{relation} {rest[-1]}"
    return "deal_amount part" if relation == "deal_amount" and rest and rest[0] else relation
