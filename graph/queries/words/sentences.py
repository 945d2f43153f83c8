"""Edges and moves said in words; for all who speak in words, also claims, dates and amounts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow, Flag, Grade, MoveFlag, MoveRow, Part
from graph.model.relations import RELATIONS, Time
from graph.model.vocabulary import OUTCOMES, Status
from graph.queries.words.amounts import amount_text
from graph.queries.words.claims import (
    LABELS,
    METRICS,
    NO_OFFER_YET,
    PAST_TENSE,
    STAGES,
    Names,
    bracketed,
    claim_text,
    details_of,
    each_once,
    figure_text,
    is_in_doubt,
    metric_text,
    named,
    offer_verb,
    over_text,
    part_text,
    quantity_text,
    role_text,
    said_when,
    ways_text,
)
from graph.queries.words.dates import bounds_text, day_text, days_text, event_text, span_text, when_text
from graph.queries.words.places import support_text

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
    "quantity_text",
    "role_text",
    "said_when",
    "span_text",
    "support_text",
    "titles_of",
    "ways_text",
    "when_text",
]

_MOVED = {
    MoveFlag.RETURN: "a return",
    MoveFlag.FOUNDED: "as a founder",
    MoveFlag.WITH_DEAL: "with a deal",
}
_BOUNDING = frozenset({Part.START, Part.END, Part.OVER_BY, Part.FROM, Part.TO, Part.RETURNED})
_AT_ODDS = Flag.START_DISAGREES | Flag.END_DISAGREES | Flag.DENIED_BESIDE


def edge_text(
    row: EdgeRow, claims: Sequence[Evidence], name: Names, seen_from: str = "", now: int | None = None
) -> str:
    """One sentence for an edge, beginning with `seen_from` if that is an end; past where it is over."""
    relation = RELATIONS[row.relation]
    forward = seen_from != row.object
    label = LABELS.get(row.relation, relation.label) if forward else relation.inverse
    over = Flag.END_DATED in row.flags or (now is not None and row.likely_until <= now)
    if relation.time is Time.STATE and over and Flag.TIMELESS not in row.flags:
        label = PAST_TENSE.get(label, label)
    ends = (row.subject, row.object) if forward else (row.object, row.subject)
    said = _own_claims(row, claims)
    outcomes = {e.claim.get("outcome") for e in said}
    if row.relation == "offered" and outcomes and outcomes <= NO_OFFER_YET.keys():
        label, _ = offer_verb(max(outcomes, key=OUTCOMES.index), forward)
    slots = zip(*(details_of(e.claim, name, without=ends) for e in said), strict=True)
    details = [_row_when(row, said), *chain(*chain(*slots))]
    if row.status in (Status.DISPUTED, Status.RUMOURED):
        details.append(str(row.status))
    elif row.flags & _AT_ODDS or any(part is Part.DISPUTED for _, part in row.claims):
        details.append("sources disagree")
    return bracketed(f"{named(ends[0], name)} {label} {named(ends[1], name)}", details)


def titles_of(row: EdgeRow, claims: Iterable[Evidence]) -> tuple[str, ...]:
    """The roles that the claims of an edge give, in time: `acting CEO`, `intern`, `founder` of a founder."""
    founding = _own_claims(replace(row, relation="founded"), claims) if row.relation == "works_at" else []
    said = each_once(role_text(e.claim) for e in (*_own_claims(row, claims), *founding))
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


def _row_when(row: EdgeRow, said: Sequence[Evidence]) -> str:
    """As the claims say it if they say one thing and nothing else bounds it, else what follows from all."""
    texts = each_once(map(said_when, said))
    if {part for _, part in row.claims} <= {Part.PRESENCE, Part.PLAIN} and len(texts) > 1:
        return " and ".join(texts) if not row.flags & (Flag.START_DATED | Flag.END_DATED) else span_text(row)
    bounding = {id_ for id_, part in row.claims if part in _BOUNDING}
    return texts[0] if len(texts) == 1 and bounding <= {e.id for e in said} else span_text(row)


def move_text(
    row: MoveRow, name: Names, grade: Grade | None = Grade.CERTAIN, status: Status = Status.REPORTED
) -> str:
    """`Jack Rae moved from Google DeepMind to Meta Superintelligence Labs (Jun 2025)`.

    `status`: that of the claims on which it rests; the sentence says so where that is in doubt.
    """
    ends = f"from {name(row.origin)} to {name(row.destination)}"
    doubt = str(status) if is_in_doubt(status) else ""
    details = [event_text(row.day_lo, row.day_hi + 1)]
    if row.is_transfer:
        inside = f" inside {name(row.destination_company)}"
        return bracketed(f"{name(row.person)} was transferred {ends}{inside}", [*details, doubt])
    details += [word for flag, word in _MOVED.items() if flag in row.flags]
    verb = "may have moved" if grade is Grade.POSSIBLE else "moved"
    return bracketed(f"{name(row.person)} {verb} {ends}", [*details, doubt])
