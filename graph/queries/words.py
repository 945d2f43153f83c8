"""Claims, edges and moves said in words; dates and amounts as `date_words` and `amount_words` say them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain

from graph.assembly.evidence import Evidence
from graph.assembly.levels import count_origins
from graph.assembly.rows import EdgeRow, Flag, Grade, MoveFlag, MoveRow, Part
from graph.model.claim import Claim
from graph.model.entities import kind_of
from graph.model.relations import ALWAYS, RELATIONS, Time
from graph.model.vocabulary import OUTCOMES, Status
from graph.model.when import Form
from graph.queries.amount_words import amount_text
from graph.queries.date_words import bounds_text, day_text, days_text, event_text, span_text, when_text

__all__ = [
    "METRICS",
    "STAGES",
    "Names",
    "amount_text",
    "bounds_text",
    "claim_text",
    "day_text",
    "days_text",
    "edge_text",
    "event_text",
    "figure_text",
    "metric_text",
    "move_text",
    "named",
    "offer_verb",
    "over_text",
    "part_text",
    "place_text",
    "quantity_text",
    "role_text",
    "said_when",
    "span_text",
    "support_text",
    "titles_of",
    "ways_text",
    "when_text",
]

Names = Callable[[str], str]
"""The shown name of an entity id."""

_LABELS = {"holds_role": "holds a role at"}
_PAST = {
    "works at": "worked at",
    "employs": "employed",
    "holds a role at": "held a role at",
    "has in a role": "had in a role",
    "leads": "led",
    "is led by": "was led by",
    "is on the board of": "was on the board of",
    "has on its board": "had on its board",
    "advises": "advised",
    "is advised by": "was advised by",
    "reports to": "reported to",
    "has as a report": "had as a report",
    "is part of": "was part of",
    "has as a part": "had as a part",
    "holds a stake in": "held a stake in",
    "is partly owned by": "was partly owned by",
}
_PLANNED = {
    "works at": "is to work at",
    "leads": "is to lead",
    "founded": "is to found",
    "became": "is to become",
    "is part of": "is to be part of",
    "made an offer to": "is to make an offer to",
    "released": "is to release",
    "brought": "is to bring",
}
STAGES = {
    "discussed": "was discussed",
    "talks": "was in talks",
    "offered": "was offered",
    "announced": "was announced",
    "signed": "was signed",
    "closed": "closed",
    "called_off": "was called off",
    "unwound": "was unwound",
    "founded": "was founded",
    "incorporated": "was incorporated",
    "pretrained": "was pretrained",
    "dissolved": "was dissolved",
}
"""How reaching a stage is said."""
_NAMED = {
    "": "is also called",
    "usual": "is called",
    "former": "was called",
    "new": "is now called",
    "full": "is called in full",
    "short": "is called for short",
    "misspelling": "is misspelt as",
}
METRICS = {
    "capex": "capital expenditure",
    "ad_revenue": "advertising revenue",
    "approached": "people approached",
}
"""Metrics that are not said as they are written."""
_PARTS = {
    "package": "",
    "signing bonus": "as a signing bonus",
    "first year": "in the first year",
    "equity": "in equity",
    "salary": "as salary",
}
"""How the part of an offer that a figure is of is said behind it."""
_MOVED = {
    MoveFlag.RETURN: "a return",
    MoveFlag.FOUNDED: "as a founder",
    MoveFlag.WITH_DEAL: "with a deal",
}
_NO_OFFER_YET = {
    "approached": ("approached", "was approached by"),
    "talks": ("was in talks with", "was in talks with"),
}
"""Of offers that came no further: said by the maker, and by the recipient."""
_BOUNDING = frozenset({Part.START, Part.END, Part.OVER_BY, Part.FROM, Part.TO, Part.RETURNED})
_AT_ODDS = Flag.START_DISAGREES | Flag.END_DISAGREES | Flag.DENIED_BESIDE
_BRIEF = ("degree", "field")
_FULL = (*_BRIEF, "team")
_DURATION = re.compile(r"P(\d+)([YMD])", re.ASCII)
_WHOLE = "page"
"""The locator of what a page says as a whole."""


def named(id_: str, name: Names) -> str:
    """The name as it stands in a sentence. Deals have names like sentences, so theirs are quoted."""
    return f"“{name(id_)}”" if kind_of(id_) == "deal" else name(id_)


def metric_text(metric: str) -> str:
    return METRICS.get(metric, metric.replace("_", " "))


def quantity_text(claim: Claim) -> str:
    """The figure of a claim as known, in words; what it says in words alone; or empty."""
    if claim.quantity is None:
        return claim.get("as_said")
    return amount_text(claim.quantity, about=claim.get("about") == "yes")


def figure_text(claim: Claim) -> str:
    """The figure and the time that it is for: `$1.5 bn over 6 years`."""
    return " ".join(filter(None, (quantity_text(claim), over_text(claim))))


def part_text(part: str) -> str:
    """What a figure of an offer is of, said behind it: `as a signing bonus`; empty for all of it."""
    return _PARTS.get(part, part)


def offer_verb(outcome: str, forward: bool = True) -> tuple[str, bool]:
    """How an offer is said that came so far, by its maker or its recipient; whether that says how far."""
    if outcome in _NO_OFFER_YET:
        return _NO_OFFER_YET[outcome][not forward], True
    return (RELATIONS["offered"].label if forward else RELATIONS["offered"].inverse), False


def role_text(claim: Claim) -> str:
    """`CEO`, `acting CEO`; empty where no role is said."""
    acting = "acting" if claim.get("acting") == "yes" else ""
    return " ".join(filter(None, (acting, claim.get("role"))))


def place_text(claim: Claim) -> str:
    """Where in its source the claim stands; empty where that is the whole of it."""
    places = claim.locator.split(",")
    return ", ".join(place for place in places if place not in ("", _WHOLE))


def support_text(claims: Iterable[Evidence]) -> str:
    """`3 sources`; `6 pages, 2 independent` where pages repeat one origin, or one has several."""
    found = list(claims)
    pages, origins = len({e.source.id for e in found}), count_origins(found)
    if pages == origins:
        return f"{pages} source{'' if pages == 1 else 's'}"
    return f"{pages} page{'' if pages == 1 else 's'}, {origins} independent"


def said_when(evidence: Evidence | Claim) -> str:
    """When a claim holds, in words; what goes on does so as of its source, what is planned may begin."""
    claim = evidence.claim if isinstance(evidence, Evidence) else evidence
    start, end = claim.when.start, claim.when.end
    if claim.status is Status.PLANNED and start and end is None:
        return event_text(start.lo, start.hi)
    return when_text(claim.when, evidence.source.published if isinstance(evidence, Evidence) else None)


def claim_text(evidence: Evidence | Claim, name: Names) -> str:
    """One sentence, without a full stop, that says what the claim says."""
    claim = evidence.claim if isinstance(evidence, Evidence) else evidence
    say = _FACTS.get(claim.relation)
    head = say(claim, name) if say else _edge_claim(claim, name)
    details = [said_when(evidence), *chain(*_details(claim, name, figure=say is None, plain=_FULL))]
    if _is_in_doubt(claim.status):
        details.append(str(claim.status))
    return _with(head, details)


def edge_text(
    row: EdgeRow, claims: Sequence[Evidence], name: Names, seen_from: str = "", now: int | None = None
) -> str:
    """One sentence for an edge, beginning with `seen_from` if that is an end; past where it is over."""
    relation = RELATIONS[row.relation]
    forward = seen_from != row.object
    label = _LABELS.get(row.relation, relation.label) if forward else relation.inverse
    over = Flag.END_DATED in row.flags or (now is not None and row.likely_until <= now)
    if relation.time is Time.STATE and over and Flag.TIMELESS not in row.flags:
        label = _PAST.get(label, label)
    ends = (row.subject, row.object) if forward else (row.object, row.subject)
    said = _own_claims(row, claims)
    outcomes = {e.claim.get("outcome") for e in said}
    if row.relation == "offered" and outcomes and outcomes <= _NO_OFFER_YET.keys():
        label, _ = offer_verb(max(outcomes, key=OUTCOMES.index), forward)
    slots = zip(*(_details(e.claim, name, without=ends) for e in said), strict=True)
    details = [_row_when(row, said), *chain(*chain(*slots))]
    if row.status in (Status.DISPUTED, Status.RUMOURED):
        details.append(str(row.status))
    elif row.flags & _AT_ODDS or any(part is Part.DISPUTED for _, part in row.claims):
        details.append("sources disagree")
    return _with(f"{named(ends[0], name)} {label} {named(ends[1], name)}", details)


def titles_of(row: EdgeRow, claims: Iterable[Evidence]) -> tuple[str, ...]:
    """The roles that the claims of an edge give, in time: `acting CEO`, `intern`, `founder` of a founder."""
    founding = _own_claims(replace(row, relation="founded"), claims) if row.relation == "works_at" else []
    said = _unique(role_text(e.claim) for e in (*_own_claims(row, claims), *founding))
    plain = founding and not any("founder" in title for title in said)
    return (*said, "founder") if plain else tuple(said)


def _own_claims(row: EdgeRow, claims: Iterable[Evidence]) -> list[Evidence]:
    """Those that speak of the edge itself, in time: not what only implies it, nor disputes beside reports."""
    silent = {Part.FROM, Part.TO, Part.RETURNED, Part.DISPUTED} - (
        {Part.DISPUTED} if row.status is Status.DISPUTED else set()
    )
    own = {id_ for id_, part in row.claims if part not in silent}
    found = (e for e in claims if e.id in own and e.claim.relation == row.relation)
    return sorted(found, key=lambda e: e.claim.when.order)


def move_text(
    row: MoveRow, name: Names, grade: Grade | None = Grade.CERTAIN, status: Status = Status.REPORTED
) -> str:
    """`Jack Rae moved from Google DeepMind to Meta Superintelligence Labs (Jun 2025)`.

    `status`: that of the claims on which it rests; the sentence says so where that is in doubt.
    """
    ends = f"from {name(row.origin)} to {name(row.destination)}"
    doubt = str(status) if _is_in_doubt(status) else ""
    details = [event_text(row.day_lo, row.day_hi + 1)]
    if row.is_transfer:
        inside = f" inside {name(row.destination_company)}"
        return _with(f"{name(row.person)} was transferred {ends}{inside}", [*details, doubt])
    details += [word for flag, word in _MOVED.items() if flag in row.flags]
    verb = "may have moved" if grade is Grade.POSSIBLE else "moved"
    return _with(f"{name(row.person)} {verb} {ends}", [*details, doubt])


def _is_in_doubt(status: Status) -> bool:
    return status not in (Status.CONFIRMED, Status.REPORTED)


def _with(head: str, details: Iterable[str]) -> str:
    inner = ", ".join(_unique(details))
    return f"{head} ({inner})" if inner else head


def _unique(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, texts)))


def _edge_claim(claim: Claim, name: Names) -> str:
    relation = RELATIONS[claim.relation]
    lasting = claim.relation in ALWAYS and claim.when.form is Form.EMPTY
    label = _LABELS.get(claim.relation, relation.label)
    if claim.relation == "offered":
        label, _ = offer_verb(claim.get("outcome"))
    if claim.status is Status.PLANNED:
        label = _PLANNED.get(label, label)
    elif not (claim.when.open_end or lasting):
        label = _PAST.get(label, label)
    return f"{named(claim.subject, name)} {label} {named(claim.object, name)}"


def _details(
    claim: Claim,
    name: Names,
    figure: bool = True,
    plain: Sequence[str] = _BRIEF,
    without: Sequence[str] = (),
) -> tuple[list[str], ...]:
    """What the qualifiers of a claim add, a list for each kind of thing, in an order that reads well.

    `plain`: those said as they are; `without`: ids that the sentence names already.
    """
    return (
        [_figure(claim) if figure else ""],
        [role_text(claim), *(claim.get(qualifier) for qualifier in plain)],
        [f"from {name(id_)}" for id_ in claim.all("from") if id_ not in without],
        [f"to {name(id_)}" for id_ in claim.all("to") if ":" in id_ and id_ not in without],
        [claim.get("outcome") if claim.get("outcome") not in _NO_OFFER_YET else ""],
        ["not completed" if claim.get("completed") == "no" else ""],
        [claim.get("basis").removeprefix("actual"), claim.get("cohort"), claim.get("scope")],
        [f"plan {claim.get('plan')}" if claim.get("plan") else ""],
    )


def _figure(claim: Claim) -> str:
    if claim.relation != "offered":
        return quantity_text(claim)
    parts = (quantity_text(claim), part_text(claim.get("part")), over_text(claim))
    return " ".join(filter(None, parts))


def over_text(claim: Claim) -> str:
    """`over 6 years`, from the ISO duration that the claim carries."""
    match = _DURATION.fullmatch(claim.get("over"))
    if not match:
        return ""
    unit = {"Y": "year", "M": "month", "D": "day"}[match[2]]
    return f"over {match[1]} {unit}{'s' if match[1] != '1' else ''}"


def _row_when(row: EdgeRow, said: Sequence[Evidence]) -> str:
    """As the claims say it if they say one thing and nothing else bounds it, else what follows from all."""
    texts = _unique(map(said_when, said))
    if {part for _, part in row.claims} <= {Part.PRESENCE, Part.PLAIN} and len(texts) > 1:
        return " and ".join(texts) if not row.flags & (Flag.START_DATED | Flag.END_DATED) else span_text(row)
    bounding = {id_ for id_, part in row.claims if part in _BOUNDING}
    return texts[0] if len(texts) == 1 and bounding <= {e.id for e in said} else span_text(row)


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def ways_text(claim: Claim, name: Names) -> str:
    """From where and to where a figure counts: ` from Google to OpenAI`, or nothing."""
    ends = (("from", "origin"), ("to", "destination"))
    return "".join(f" {word} {_all(claim, field, name)}" for word, field in ends if claim.get(field))


def _measured(claim: Claim, name: Names) -> str:
    what = f"{metric_text(claim.get('metric'))}{ways_text(claim, name)}"
    comma = "" if claim.quantity else ","
    return f"{named(claim.subject, name)}: {what}{comma} {figure_text(claim)}"


def _all(claim: Claim, qualifier: str, name: Names) -> str:
    return " and ".join(map(name, claim.all(qualifier)))


def _stake(claim: Claim, name: Names) -> str:
    voting = {"no": " without votes", "yes": " with votes"}.get(claim.get("voting"), "")
    return f"{named(claim.subject, name)} buys {quantity_text(claim)}{voting}"


def _amount(claim: Claim, name: Names) -> str:
    part = f" ({claim.get('part')})" if claim.get("part") else ""
    return f"{named(claim.subject, name)} is worth {quantity_text(claim)}{part}"


_FACTS: dict[str, Callable[[Claim, Names], str]] = {
    "deal_kind": lambda c, name: f"{named(c.subject, name)} is {_a(c.value)}",
    "deal_amount": _amount,
    "deal_stake": _stake,
    "reached": lambda c, name: f"{named(c.subject, name)} {STAGES[c.value]}",
    "measured": _measured,
    "said": lambda c, name: f"{named(c.subject, name)} on {named(c.object, name)}: {c.value}",
    "first_reported": lambda c, name: f"{named(c.subject, name)} first reported on {named(c.object, name)}",
    "named": lambda c, name: f"{named(c.subject, name)} {_NAMED[c.get('kind')]} “{c.value}”",
    "identified_by": lambda c, name: f"{named(c.subject, name)} has the {c.get('kind')} {c.value}",
    "drawn_from": lambda c, name: f"{named(c.subject, name)} is drawn from {named(c.object, name)}",
}
