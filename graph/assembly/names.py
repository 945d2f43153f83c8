"""Which of its names an entity is shown under, whatever the order of loading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.assembly.evidence import Evidence
from graph.assembly.levels import asserted, count_origins
from graph.model.entities import is_unnamed

_RANK = {"usual": 0, "": 1, "full": 1, "new": 1, "short": 1, "former": 2, "misspelling": 3}


def shown_name(id_: str, named: Iterable[Evidence]) -> tuple[str, tuple[str, ...]]:
    """The name to show, and the others in that order. `named`: its claims of that relation.

    Kind usual first (former names and misspellings last), then most origins, then latest, then the text.
    An entity without a name is shown by its id; an unnamed person by a neutral name made of it.
    """
    if is_unnamed(id_):
        return _neutral(id_), ()
    claims: dict[str, list[Evidence]] = defaultdict(list)
    for each in asserted(named):
        if each.claim.relation == "named":
            claims[each.claim.value].append(each)
    names = sorted(claims, key=lambda text: (*_standing(claims[text]), text))
    return (names[0], tuple(names[1:])) if names else (_from_id(id_), ())


def _standing(evidence: list[Evidence]) -> tuple[int, int, int]:
    best = min(_RANK[each.claim.get("kind")] for each in evidence)
    return (best, -count_origins(evidence), -max(each.known_from for each in evidence))


def _neutral(id_: str) -> str:
    source, _, number = id_.removeprefix("person:unnamed-").rpartition("-")
    return f"Unnamed person ({source.replace('-', ' ')} {number})".replace("( ", "(")


def _from_id(id_: str) -> str:
    return id_.partition(":")[2].replace("-", " ")
