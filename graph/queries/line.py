"""One line on what an entity is on the day of the scope."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.assembly.rows import Certainty, EdgeRow
from graph.queries.careers import assembled
from graph.queries.deals import Deal
from graph.queries.reading import Common
from graph.queries.reply import namer
from graph.store.answers import EntityCard
from graph.store.scope import Scope


def line_of(
    scope: Scope, facts: Common, card: EntityCard, rows: Sequence[EdgeRow], deals: Sequence[Deal]
) -> str:
    """`Head at Meta Superintelligence Labs, Meta`, `Lab of Google`; the summary where nothing better is known.

    `rows` are the edges of the entity, held or not.
    """
    day = scope.true_on if scope.true_on is not None else facts["now"]
    say = {"person": _person, "org": _organisation, "work": _work}.get(card.kind)
    if card.kind == "deal":
        return next((deal.sentence for deal in deals if deal.id == card.id), card.summary)
    return (say(facts, card, list(rows), day or 0) if say else "") or card.summary


def _person(facts: Common, card: EntityCard, rows: Sequence[EdgeRow], day: int) -> str:
    own = [row for row in rows if row.subject == card.id]
    name = namer(facts["cards"])
    roles = [row for row in own if row.relation in ("holds_role", "leads")]
    here = [stint for stint in assembled(_of(own, "works_at"), roles)]
    now = [row for stint in here for row in stint.places if _holds(row, day)]
    if now:
        return "; ".join(_post(facts, row, roles, day) for row in now)
    past = [stint for stint in here if stint.start_hi <= day]
    if not past:
        return ""
    last = past[-1]
    return f"Last known at {name(last.organisation)}" + (f" ({last.text})" if last.text else "")


def _post(facts: Common, row: EdgeRow, roles: Sequence[EdgeRow], day: int) -> str:
    name = namer(facts["cards"])
    held = [r for r in roles if r.object in (row.object, row.company) and _holds(r, day)]
    said = (
        facts["claims"][id_].claim.get("role") for r in held for id_, _ in r.claims if id_ in facts["claims"]
    )
    titles = " and ".join(filter(None, dict.fromkeys(said)))
    place = ", ".join(name(id_) for id_ in dict.fromkeys((row.object, row.company)))
    return f"{titles[0].upper()}{titles[1:]} at {place}" if titles else f"Works at {place}"


def _organisation(facts: Common, card: EntityCard, rows: Sequence[EdgeRow], day: int) -> str:
    name = namer(facts["cards"])
    kind = card.subtype or "organisation"
    above = [row.object for row in _of(rows, "part_of") if row.subject == card.id and _holds(row, day)]
    of = f" of {name(above[0])}" if above else ""
    leaders = [row.subject for row in _of(rows, "leads") if row.object == card.id and _holds(row, day)]
    led = f", led by {_joined(map(name, dict.fromkeys(leaders)))}" if leaders else ""
    return f"{kind[0].upper()}{kind[1:]}{of}{led}"


def _work(facts: Common, card: EntityCard, rows: Sequence[EdgeRow], day: int) -> str:
    name = namer(facts["cards"])
    kind = card.subtype or "work"
    makers = dict.fromkeys(row.subject for row in _of(rows, "released") if row.object == card.id)
    return f"{kind[0].upper()}{kind[1:]}" + (f" of {_joined(map(name, makers))}" if makers else "")


def _holds(row: EdgeRow, day: int) -> bool:
    return row.certainty_on(day) in (Certainty.CERTAIN, Certainty.LIKELY)


def _of(rows: Iterable[EdgeRow], relation: str) -> list[EdgeRow]:
    return [row for row in rows if row.relation == relation]


def _joined(names: Iterable[str]) -> str:
    return " and ".join(names)
