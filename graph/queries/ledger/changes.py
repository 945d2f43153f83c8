"""What changed since a day: claims known since, claims withdrawn since, disagreements opened and settled.

Two clocks. A claim is *known* from the day its source came out. It is *withdrawn* on the day of the load that
took it out of the last set that held it. What a day brought itself counts as known on it, not as since.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.assembly.evidence import Evidence
from graph.assembly.names import shown_name
from graph.errors import BadQuestion, NotFound
from graph.model.days import iso
from graph.model.entities import kind_of
from graph.model.source import Source
from graph.queries.answers.reading import Budget, Reopen, at_most, common, merged, pages
from graph.queries.answers.reply import Drawn, Plain, Reply, Tables, namer
from graph.queries.network.search import find
from graph.queries.people.turns import Turn, turned
from graph.queries.words.sentences import claim_text, day_text
from graph.settings import settings
from graph.store.answers import Cut, EntityCard, Withdrawn
from graph.store.base import View

_NARROW = "Ask since a later day, or about one name."
GONE = "A source that went with the claim"
"""Stands for the title of a source that no set defines any more."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims are known since and were withdrawn since; `id` is the set or entity, empty for all."""

    id: str
    known: int
    withdrawn: int


@dataclass(frozen=True, kw_only=True)
class Changes(Reply):
    """`known` are ids of claims, latest known first; `undated_sources` counts those whose page has no date.

    `withdrawn` by load. `total`, `sets` and `entities` count all of it, also what was cut off, most first.
    """

    since: int
    of: tuple[str, ...]
    set_id: str
    known: tuple[str, ...]
    withdrawn: tuple[Withdrawn, ...]
    turns: tuple[Turn, ...]
    undated_sources: int
    total: Tally
    sets: tuple[Tally, ...]
    entities: tuple[Tally, ...]

    @property
    def title(self) -> str:
        until = self.scope.known_on
        days = f"after {day_text(self.since)}" + (f" and by {day_text(until)}" if until else "")
        about = self.names(self.of) or self.set_id
        return f"What changed {days}{f': {about}' if about else ''}"

    @property
    def changes(self) -> tuple[object, ...]:
        """All of them: empty where nothing changed."""
        return (*self.known, *self.withdrawn, *self.turns)

    def turned(self, change: str) -> tuple[Turn, ...]:
        return tuple(turn for turn in self.turns if turn.change == change)

    def drawn(self) -> Drawn:
        named = (id_ for e in self.found(self.known) for id_ in (e.claim.subject, e.claim.object))
        return tuple(dict.fromkeys(filter(None, (*self.of, *named)))), None

    def tables(self) -> Tables:
        known = [self._row("known", e, e.known_from, " ".join(e.sets)) for e in self.found(self.known)]
        gone = [self._row("withdrawn", self.claims[w.id], w.day, w.set_id) for w in self.withdrawn]
        tables: dict[str, Sequence[Mapping[str, Plain]]] = {
            "changes": known + gone,
            "disagreements": [
                {
                    "change": turn.change,
                    "question": turn.disagreement.question,
                    "was": turn.was,
                    "now": turn.now,
                    "withdrawn": " ".join(turn.withdrawn),
                    "subject_id": turn.disagreement.subject,
                    "claims": " ".join(turn.disagreement.claims),
                }
                for turn in self.turns
            ],
        }
        return {name: rows for name, rows in tables.items() if rows}

    def _row(self, change: str, evidence: Evidence, day: int, sets: str) -> dict[str, Plain]:
        return {
            "change": change,
            "day": iso(day),
            "claim": claim_text(evidence, self.name),
            "status": str(evidence.claim.status),
            "source": evidence.source.title,
            "sets": sets,
            "subject_id": evidence.claim.subject,
            "relation": evidence.claim.relation,
            "object_id": evidence.claim.object,
            "source_id": evidence.source.id,
            "claim_id": evidence.id,
        }


def changes(
    view: View, since: int, of: str = "", set_id: str = "", *, reopen: Reopen, limit: int | None = None
) -> Changes:
    """What changed after the day `since`, up to the day of the scope, about `of` (name or id) or in a set.

    The day on which things hold plays no part. Raises NotFound, and BadQuestion where the scope ends before.
    """
    if view.scope.known_on is not None and view.scope.known_on < since:
        hint = "Ask since an earlier day, or know on a later one."
        raise BadQuestion("nothing can be known since a day to come.", place="since", hint=hint)
    after = reopen(replace(view.scope, true_on=None))
    before = reopen(replace(view.scope, true_on=None, known_on=since))
    whom = find(view, of).id if of else ""
    _check_set(view, set_id)
    news, cuts = _known_since(after, since, whom, set_id)
    gone = _withdrawn_since(after, since, whom, set_id)
    turns, behind, more = turned(before, after, whom, set_id, _known_then(after, since))
    allowed = at_most(limit, settings().query_rows)
    cuts = merged(cuts, more, cut_at(allowed, len(news)), cut_at(allowed, len(gone)))
    kept, dropped = news[:allowed], gone[:allowed]
    facts = common(after, filter(None, (whom,)), claims=(*kept, *behind))
    facts["cards"] = cards_with(after, facts["cards"], gone)
    facts["claims"] = {**facts["claims"], **{each.id: as_evidence(each) for each in dropped}}
    name = namer(facts["cards"])
    return Changes(
        **facts,
        cuts=cuts,
        since=since,
        of=(whom,) if whom else (),
        set_id=set_id,
        known=tuple(e.id for e in kept),
        withdrawn=tuple(dropped),
        turns=tuple(turn.in_words(facts["claims"], name) for turn in turns),
        undated_sources=sum(not e.source.is_dated for e in news),
        total=Tally("", len(news), len(gone)),
        sets=_tallies((e.sets for e in news), ((w.set_id,) for w in gone)),
        entities=_tallies(map(_ends, news), map(_ends, gone)),
    )


def _check_set(view: View, set_id: str) -> None:
    cards = view.summary().sets
    known = {card.id: card.title for card in cards}
    if set_id and set_id not in known | {w.set_id: "" for w in view.withdrawn().items}:
        raise NotFound(set_id, tuple(sorted(known.items())))


def _known_since(view: View, since: int, whom: str, set_id: str) -> tuple[list[Evidence], tuple[Cut, ...]]:
    budget = Budget()
    found: list[Evidence] = []
    for page in pages(view, (whom,) if whom else ()):
        found += [e for e in page if e.known_from > since and set_id in ("", *e.sets)]
        if budget.is_spent:
            return sorted(found, key=_latest_first), (budget.cut(),)
    return sorted(found, key=_latest_first), ()


def _latest_first(evidence: Evidence) -> tuple[int, tuple[int, int, str]]:
    return (-evidence.known_from, evidence.order)


def _withdrawn_since(view: View, since: int, whom: str, set_id: str) -> list[Withdrawn]:
    there = view.withdrawn(since, of=(whom,) if whom else (), limit=0).total or 0
    items = view.withdrawn(since, of=(whom,) if whom else (), limit=there).items
    return [each for each in items if set_id in ("", each.set_id)]


def _known_then(view: View, since: int) -> list[Evidence]:
    """The claims withdrawn since that were known by then.

    Where the source went with the claim nothing tells the day on which it came out: it counts as known.
    """
    gone = _withdrawn_since(view, since, "", "")
    told = [
        as_evidence(each) if each.source else replace(as_evidence(each), known_from=since) for each in gone
    ]
    return [each for each in told if each.known_from <= since]


def as_evidence(gone: Withdrawn) -> Evidence:
    """A withdrawn claim as if it were held; a source that went with it stands as `GONE`."""
    source = gone.source or Source(gone.claim.source, GONE)
    return Evidence(gone.id, gone.claim, source, source.known_from(gone.day), (gone.set_id,))


def cards_with(view: View, cards: dict[str, EntityCard], gone: Sequence[Withdrawn]) -> dict[str, EntityCard]:
    """With cards for what only withdrawn claims name: called as they called it."""
    named = dict.fromkeys(id_ for each in gone for id_ in each.claim.entities())
    known = {**view.entities(id_ for id_ in named if id_ not in cards), **cards}
    for id_ in named:
        if id_ not in known:
            about = [as_evidence(each) for each in gone if each.claim.subject == id_]
            name, others = shown_name(id_, about)
            known[id_] = EntityCard(id_, kind_of(id_), "", name, others, (), "", False, 0)
    return known


def _ends(each: Evidence | Withdrawn) -> tuple[str, ...]:
    return tuple(filter(None, dict.fromkeys((each.claim.subject, each.claim.object))))


def _tallies(known: Iterable[Iterable[str]], gone: Iterable[Iterable[str]]) -> tuple[Tally, ...]:
    new, old = (Counter(id_ for ids in group for id_ in ids) for group in (known, gone))
    found = (Tally(id_, new[id_], old[id_]) for id_ in new.keys() | old.keys())
    return tuple(sorted(found, key=lambda t: (-t.known - t.withdrawn, t.id)))


def cut_at(allowed: int, there: int) -> tuple[Cut, ...]:
    return (Cut("query_rows", allowed, there - allowed, _NARROW),) if there > allowed else ()
