"""Which ids are read as which: former ids and judgements, whatever order they came in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.errors import BadQuestion
from graph.model.claimset import Judgement
from graph.model.entities import Entity


def read_ids(entities: Iterable[Entity], judgements: Iterable[Judgement]) -> dict[str, str]:
    """Every id that is read as another, with that other.

    Ids that are the same form a class. It is read under the smallest of those that nothing maps away, the
    smallest of all if there is none; so the order of judgements does not matter.
    """
    pairs = [(entity.id, old) for entity in entities for old in entity.old_ids]
    pairs += [(j.left, j.right) for j in judgements if j.same]
    replaced = {right for _, right in pairs}
    ids: dict[str, str] = {}
    for members in classes(pairs):
        head = min(members - replaced or members)
        ids.update((id_, head) for id_ in members if id_ != head)
    return ids


def classes(pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    """The connected components of the pairs."""
    of: dict[str, set[str]] = {}
    for left, right in pairs:
        one, other = of.setdefault(left, {left}), of.setdefault(right, {right})
        if one is not other:
            one |= other
            of.update(dict.fromkeys(other, one))
    return list({id(members): members for members in of.values()}.values())


def check_apart(ids: Mapping[str, str], judgements: Iterable[Judgement]) -> None:
    """Raises BadQuestion where two ids judged different are read as one."""
    for judgement in judgements:
        left, right = (ids.get(id_, id_) for id_ in (judgement.left, judgement.right))
        if not judgement.same and left == right:
            raise BadQuestion(
                f"{judgement.left} and {judgement.right} were judged to be different, but are read as one.",
                place=left,
                hint="Undo the judgement that joins them by way of a third, or this one.",
            )
