"""One line on what an entity is on the day of the scope."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from graph.assembly.rows import Certainty, EdgeRow
from graph.model.days import PAST
from graph.model.text import first_upper
from graph.queries.answers.reading import Common
from graph.queries.answers.reply import namer
from graph.queries.dealings.deals import Deal
from graph.queries.people.careers import assembled
from graph.queries.words.releases import releases_of
from graph.queries.words.sentences import titles_of
from graph.store.answers import EntityCard
from graph.store.scope import Scope


def line_of(
    scope: Scope, facts: Common, card: EntityCard, rows: Sequence[EdgeRow], deals: Sequence[Deal]
) -> str:
    """`Head at Meta Superintelligence Labs, Meta`, `Lab of Google`; the summary where nothing is known.

    `rows` are the edges of the entity, held or not.
    """
    if card.kind == "deal":
        return next((first_upper(deal.line) for deal in deals if deal.id == card.id), "") or card.summary
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
        return first_upper("; ".join(_post(facts, row, roles, day) for row in now))
    past = [stint for stint in stints if stint.start_hi <= day]
    if not past:
        return ""
    last = past[-1]
    where = f"Last known at {namer(facts['cards'])(last.organisation)}"
    return f"{where} ({last.text})" if last.text else where


def _post(facts: Common, row: EdgeRow, roles: Sequence[EdgeRow], day: int) -> str:
    """`acting CEO at Scale AI`, `head at Amazon AGI Lab, Amazon`, `works at Apple`."""
    here = (row.object, row.company)
    titles: dict[str, list[str]] = {}
    for role in roles:
        if _holds(role, day) and (role.object in here or role.company == row.company):
            place = row.object if role.object in here else role.object
            titles.setdefault(place, []).extend(_titles(facts, role))
    posts = [
        f"{_joined(dict.fromkeys(said))} at {_where(facts, place, row)}" for place, said in titles.items()
    ]
    return _joined(posts) or _employed(_titles(facts, row), _where(facts, row.object, row))


def _employed(said: Sequence[str], where: str) -> str:
    """What a claim of employment calls a role may be a field of work."""
    founder = [title for title in said if "founder" in title]
    if founder:
        return f"{founder[0]} of {where}"
    return f"works at {where} ({', '.join(said)})" if said else f"works at {where}"


def _where(facts: Common, place: str, row: EdgeRow) -> str:
    return ", ".join(map(namer(facts["cards"]), dict.fromkeys((place, row.company))))


def _titles(facts: Common, row: EdgeRow) -> tuple[str, ...]:
    held = facts["claims"]
    titles = titles_of(row, [held[id_] for id_, _ in row.claims if id_ in held])
    return titles or (("head",) if row.relation == "leads" else ())


def _organisation(facts: Common, card: EntityCard, held: Sequence[EdgeRow]) -> str:
    name = namer(facts["cards"])
    above = [row.object for row in _of(held, "part_of") if row.subject == card.id]
    of = f" of {name(above[0])}" if above else ""
    leads = {row.subject: row for row in _of(held, "leads") if row.object == card.id}
    led = f", led by {_joined(_leader(facts, row) for row in leads.values())}" if leads else ""
    return f"{first_upper(card.subtype or 'organisation')}{of}{led}"


def _leader(facts: Common, row: EdgeRow) -> str:
    """`Jason Droege (acting CEO)`; other titles go without saying."""
    acting = [title for title in _titles(facts, row) if title.startswith("acting")]
    return f"{namer(facts['cards'])(row.subject)}{f' ({acting[0]})' if acting else ''}"


def _work(facts: Common, card: EntityCard, held: Sequence[EdgeRow]) -> str:
    """`Model of Meta`, `Model, planned by Meta (Sep 2025 or later, plan 3, late twice)`."""
    name = namer(facts["cards"])
    makers = dict.fromkeys(row.subject for row in _of(held, "released") if row.object == card.id)
    of = f" of {_joined(map(name, makers))}" if makers else ""
    planned = releases_of(facts["claims"].values(), card.id, name)
    due = (f", planned by {name(r.organisation)} ({r.details})" for r in planned if r.is_due)
    return f"{first_upper(card.subtype or 'work')}{of}{''.join(due)}"


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
