"""How disagreements stand on two days of knowledge: which opened in between, went on, or were settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from graph.assembly.conflicts import Conflict, ConflictGrade
from graph.assembly.evidence import Evidence
from graph.queries.answers.reading import merged
from graph.queries.ledger.conflicts import Disagreement, at_odds, in_words
from graph.queries.people.stood import stood_with
from graph.queries.words.sentences import Names
from graph.store.answers import Cut
from graph.store.base import View

OPENED, CONTINUED, SETTLED = "opened", "continued", "settled"


@dataclass(frozen=True, slots=True)
class Turn:
    """A disagreement that opened, went on with other claims, or was settled.

    `was` and `now` are its grades on the two days, empty where there was none; `disagreement` is as it stands
    now, else as it stood. `withdrawn`: the claims of it without which it is settled.
    """

    change: str
    was: str
    now: str
    disagreement: Disagreement
    withdrawn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turned:
    """One turn before it is put into words."""

    change: str
    was: str
    now: str
    conflict: Conflict
    withdrawn: tuple[str, ...] = ()

    def in_words(self, held: Mapping[str, Evidence], name: Names) -> Turn:
        """`held`: the claims that were compared."""
        said = in_words(self.conflict, held, name)
        return Turn(self.change, self.was, self.now, said, self.withdrawn)


def turned(
    before: View, after: View, whom: str, set_id: str, gone: Sequence[Evidence] = ()
) -> tuple[list[Turned], list[Evidence], tuple[Cut, ...]]:
    """What turned between two views, about an id or in a set if one is given; its claims; what was cut off.

    Only what is or was a disagreement counts, not what one source rounds or says anew. `gone`: claims that
    both views hide, because a load withdrew them in between, and that were known before.
    """
    old, held_then, cuts = at_odds(before, whom)
    new, held_now, more = at_odds(after, whom)
    held = held_then | held_now

    def concerns(conflict: Conflict) -> bool:
        return not set_id or any(set_id in held[id_].sets for id_ in conflict.claims if id_ in held)

    found = list(_turns(filter(concerns, old), filter(concerns, new)))
    if gone:
        lost, stood, short = stood_with(before, whom, gone)
        held |= lost
        found += _settled_without({each.id for each in gone}, filter(concerns, stood), old, new)
        more = merged(more, short)
    behind = {id_ for each in found for id_ in each.conflict.claims if id_ in held}
    return found, [held[id_] for id_ in sorted(behind)], merged(cuts, more)


def _settled_without(
    gone: AbstractSet[str], stood: Iterable[Conflict], old: Iterable[Conflict], new: Iterable[Conflict]
) -> Iterator[Turned]:
    """Disagreements that stood only with claims that are gone, and that nothing goes on with."""
    then, now = ({(c.subject, c.about): c for c in found} for found in (old, new))
    for each in stood:
        lost = each.claims & gone
        if each.grade is not ConflictGrade.DISAGREE or not lost:
            continue
        grades = [known.grade if known else None for known in (_same(each, then), _same(each, now))]
        if ConflictGrade.DISAGREE not in grades:
            yield Turned(SETTLED, str(each.grade), str(grades[1] or ""), each, tuple(sorted(lost)))


def _same(conflict: Conflict, others: Mapping[tuple[str, str], Conflict]) -> Conflict | None:
    return others.get((conflict.subject, conflict.about)) or _same_stint(conflict, dict(others))


def _turns(before: Iterable[Conflict], after: Iterable[Conflict]) -> Iterator[Turned]:
    left = {(c.subject, c.about): c for c in before}
    for new in after:
        old = left.pop((new.subject, new.about), None) or _same_stint(new, left)
        change = _change(old, new)
        if change:
            yield Turned(change, str(old.grade) if old else "", str(new.grade), new)
    for old in left.values():
        if old.grade is ConflictGrade.DISAGREE:
            yield Turned(SETTLED, str(old.grade), "", old)


def _change(old: Conflict | None, new: Conflict) -> str:
    """Empty where nothing changed that matters."""
    was_open = old is not None and old.grade is ConflictGrade.DISAGREE
    if new.grade is not ConflictGrade.DISAGREE:
        return SETTLED if was_open else ""
    if not was_open:
        return OPENED
    return CONTINUED if old and old.claims != new.claims else ""


def _same_stint(new: Conflict, left: dict[tuple[str, str], Conflict]) -> Conflict | None:
    """The dates of a stint keep their dispute when another stint or lab becomes known beside it."""
    side = new.about.rpartition("|")[2]
    if new.about.partition("|")[0] != "works_at" or side not in ("start", "end"):
        return None
    for key, old in left.items():
        same = key[0] == new.subject and key[1].startswith("works_at|") and key[1].endswith(f"|{side}")
        if same and not old.claims.isdisjoint(new.claims):
            return left.pop(key)
    return None
