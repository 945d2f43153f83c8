"""One line on what an entity is on the day of the scope."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from graph.assembly.rows import Certainty, EdgeRow
from graph.model.days import PAST
from graph.queries.careers import assembled
from graph.queries.deals import Deal
from graph.queries.reading import Common
from graph.queries.reply import namer
from graph.store.answers import EntityCard
from graph.store.scope import Scope


def line_of(
    scope: Scope, facts: Common, card: EntityCard, rows: Sequence[EdgeRow], deals: Sequence[Deal]
) -> str:
    """`Head at Meta Superintelligence Labs, Meta`, `Lab of Google`; the summary where nothing is known.

    `rows` are the edges of the entity, held or not.
    """
    if card.kind == "deal":
        return next((deal.sentence for deal in deals if deal.id == card.id), card.summary)
    day = (scope.true_on if scope.true_on is not None else facts["now"]) or PAST
    if card.kind == "person":
        return _person(facts, card, rows, day) or card.summary
    held = [row for row in rows if _holds(row, day)]
    say = _SAY.get(card.kind)
    return (say(facts, card, held) if say else "") or card.summary


def _person(facts: Common, card: EntityCard, rows: Sequence[EdgeRow], day: int) -> str:
    own = [row for row in rows if row.subject == card.id]
    roles = [row for row in own if row.relation in ("holds_role", "leads")]
    stints = assembled(_of(own, "works_at"), roles)
    now = [row for stint in stints for row in stint.places if _holds(row, day)]
    if now:
        return _capital("; ".join(_post(facts, row, roles, day) for row in now))
    past = [stint for stint in stints if stint.start_hi <= day]
    if not past:
        return ""
    last = past[-1]
    where = f"Last known at {namer(facts['cards'])(last.organisation)}"
    return f"{where} ({last.text})" if last.text else where


def _post(facts: Common, row: EdgeRow, roles: Sequence[EdgeRow], day: int) -> str:
    held = [r for r in roles if r.object in (row.object, row.company) and _holds(r, day)]
    behind = (facts["claims"].get(id_) for r in held for id_, _ in r.claims)
    titles = _joined(filter(None, dict.fromkeys(e.claim.get("role") for e in behind if e)))
    place = ", ".join(map(namer(facts["cards"]), dict.fromkeys((row.object, row.company))))
    return f"{titles} at {place}" if titles else f"works at {place}"


def _organisation(facts: Common, card: EntityCard, held: Sequence[EdgeRow]) -> str:
    name = namer(facts["cards"])
    above = [row.object for row in _of(held, "part_of") if row.subject == card.id]
    of = f" of {name(above[0])}" if above else ""
    leaders = dict.fromkeys(row.subject for row in _of(held, "leads") if row.object == card.id)
    led = f", led by {_joined(map(name, leaders))}" if leaders else ""
    return f"{_capital(card.subtype or 'organisation')}{of}{led}"


def _work(facts: Common, card: EntityCard, held: Sequence[EdgeRow]) -> str:
    makers = dict.fromkeys(row.subject for row in _of(held, "released") if row.object == card.id)
    of = f" of {_joined(map(namer(facts['cards']), makers))}" if makers else ""
    return f"{_capital(card.subtype or 'work')}{of}"


_SAY: dict[str, Callable[[Common, EntityCard, Sequence[EdgeRow]], str]] = {
    "org": _organisation,
    "work": _work,
}


def _holds(row: EdgeRow, day: int) -> bool:
    return row.certainty_on(day) in (Certainty.CERTAIN, Certainty.LIKELY)


def _of(rows: Iterable[EdgeRow], relation: str) -> list[EdgeRow]:
    return [row for row in rows if row.relation == relation]


def _joined(names: Iterable[str]) -> str:
    return " and ".join(names)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
