"""A career in words: moves, arrivals without a known origin, foundings and offers, the newest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow, Grade, MoveFlag
from graph.model.days import FUTURE, PAST
from graph.model.text import first_upper
from graph.model.vocabulary import Status
from graph.queries.dealings.offer_reading import denial_text
from graph.queries.dealings.offers import Offer, strongest
from graph.queries.people.careers import Career, Stint
from graph.queries.people.dossier import Dossier
from graph.queries.people.moves import Move
from graph.queries.words.sentences import Names, span_text
from talentgraph.ui import blocks
from talentgraph.ui.component import Block

_UNDATED = "not dated"
_OFFERED = {
    "declined": "Turned down an offer from",
    "accepted": "Accepted an offer from",
    "approached": "Was approached by",
    "talks": "Was in talks with",
}


@dataclass(frozen=True, slots=True)
class _Entry:
    """`day` orders; `say` gives the sentence without a full stop. `status`: else that of the claims."""

    day: int
    when: str
    say: Callable[[Names], str]
    claims: tuple[Evidence, ...]
    reason: str = ""
    status: str = ""


def in_words(dossier: Dossier) -> Block | None:
    career = dossier.career
    if career is None:
        return None
    entries = [*_moves(career), *_arrivals(career), *_founded(career), *_offers(dossier)]
    entries.sort(key=lambda entry: -entry.day)
    rows = [_row(dossier, entry) for entry in entries]
    return {"type": "sentences", "title": "Career, in words", "count": 0, "rows": rows} if rows else None


def _row(dossier: Dossier, entry: _Entry) -> Block:
    found = blocks.spoken(entry.claims)
    day = dossier.scope.true_on
    later = " (later)" if day is not None and entry.when and entry.day > day else ""
    return {
        "when": (entry.when or _UNDATED) + later,
        "text": [*blocks.runs(dossier, entry.say), "."],
        "reason": entry.reason,
        "status": entry.status or (str(strongest(found)) if found else ""),
        "sources": blocks.chips(found, dossier.name),
    }


def _moves(career: Career) -> Iterator[_Entry]:
    for move in career.moves:
        grade = (
            "" if move.grade in (None, Grade.CERTAIN) else f"{str(move.grade).capitalize()}: {move.reason}"
        )
        yield _Entry(
            _ordering(move.row.day_lo),
            move.when,
            partial(move_words, move),
            career.found(move.claims),
            grade,
            str(move.status),
        )


def move_words(move: Move, name: Names) -> str:
    """The move said of the person, without naming them."""
    origin, destination = name(move.row.origin), name(move.row.destination)
    flags = move.row.flags
    if move.is_transfer:
        return f"Went from {origin} to {destination} inside {name(move.row.destination_company)}"
    if move.grade is Grade.POSSIBLE:
        return f"May have left {origin} for {destination}"
    if MoveFlag.RETURN in flags:
        said = f"Left {origin} and went back to {destination}"
    else:
        said = f"Moved from {origin} to {destination}"
    said += " as a founder" if MoveFlag.FOUNDED in flags else ""
    return said + (" with a deal" if MoveFlag.WITH_DEAL in flags else "")


def sure_words(move: Move) -> str:
    """`certain: a source says so; reported`: how sure the move is, and what its sources say."""
    said = f"{move.grade or Grade.CERTAIN}: {move.reason}"
    told = move.status in (Status.CONFIRMED, Status.REPORTED)  # of others the reason tells
    return f"{said}; {move.status}" if told else said


def moved_words(move: Move, name: Names) -> str:
    """The move as a sentence that begins with the person."""
    said = move_words(move, name)
    return f"{name(move.row.person)} {said[0].lower()}{said[1:]}"


def _arrivals(career: Career) -> Iterator[_Entry]:
    """Stints that no move leads to: where somebody came from is not known."""
    reached = {move.row.to_edge for move in career.moves}
    for stint in career.stints:
        if not reached & {place.address for place in stint.places}:
            evidence = tuple(e for place in stint.places for e in career.evidence(place))
            yield _Entry(
                _ordering(stint.start_lo, stint.end_lo),
                stint.text,
                partial(_arrival, career, stint),
                evidence,
            )


def _arrival(career: Career, stint: Stint, name: Names) -> str:
    roles = dict.fromkeys(
        e.claim.get("role") for edge in stint.roles for e in career.evidence(edge) if e.claim.get("role")
    )
    titles = f", {', '.join(roles)}" if roles else ""
    return f"At {name(stint.organisation)}{titles}"


def _founded(career: Career) -> Iterator[_Entry]:
    """Foundings that no move says already."""
    told = {move.row.destination for move in career.moves if MoveFlag.FOUNDED in move.row.flags}
    for edge in career.others:
        if edge.relation == "founded" and edge.subject == career.person and edge.object not in told:
            yield _Entry(
                _ordering(edge.start_lo),
                span_text(edge),
                partial(_founding, edge),
                career.evidence(edge),
            )


def _founding(edge: EdgeRow, name: Names) -> str:
    return f"Founded {name(edge.object)}"


def _offers(dossier: Dossier) -> Iterator[_Entry]:
    for offer in dossier.offers:
        if offer.recipient == dossier.entity.id:
            day = max((step.earliest for step in offer.steps), default=PAST)
            when = offer.steps[-1].when if offer.steps else ""
            claims = dossier.found(offer.claims)
            denied = "; ".join(dict.fromkeys(denial_text(each, dossier.name) for each in offer.denials))
            yield _Entry(
                _ordering(day),
                when,
                partial(offer_words, offer),
                claims,
                first_upper(denied),
                str(offer.status),
            )


def offer_words(offer: Offer, name: Names) -> str:
    """The offer said of the recipient, without naming them."""
    amounts = " or ".join(dict.fromkeys(amount.text for amount in offer.amounts))
    head = _OFFERED.get(offer.outcome, "Was made an offer by")
    said = f"{head} {name(offer.organisation)}" + (f" of {amounts}" if amounts else "")
    return f"{said}, {offer.outcome} by different accounts" if " or " in offer.outcome else said


def _ordering(*days: int) -> int:
    """The first of the days that is one; what has none goes last."""
    return next((day for day in days if PAST < day < FUTURE), PAST)
