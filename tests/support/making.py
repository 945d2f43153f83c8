"""Hand-made ledgers from short lines, for tests.

One line is one claim: `subject relation object-or-value when name=value … @source:day`. Kinds may be left
out where the relation takes one only, or an obvious one (`jack-rae works_at meta 2025-06/.. from=google`).
A value of several words stands in quotes. `amount=14bn` sets low and high; `low=`, `high=`, `unit=`, `per=`,
`status=`, `attributed_to=`, `locator=`, `quote=` and `note=` are fields, all other names are qualifiers, `|`
separates several values. Money is USD unless said otherwise. `@source:day` names the source and its date
(`@wired:2025-07`, or `@wired:` for an undated one); without it the source is `page` of 2026-06-30.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from functools import lru_cache

from graph.assembly.evidence import Evidence
from graph.model.claim import ENTITY_QUALIFIERS, Claim
from graph.model.claimset import ClaimSet
from graph.model.days import day_of
from graph.model.entities import Entity, is_unnamed
from graph.model.quantity import Quantity, parse_figure
from graph.model.relations import RELATIONS, Relation
from graph.model.source import Source
from graph.model.vocabulary import Status
from graph.model.when import NO_DATE, parse_when

COMPILED = "2026-06-30"
_FIELDS = frozenset(
    {"status", "attributed_to", "locator", "quote", "note", "low", "high", "unit", "per", "amount"}
)
_KIND_OF_QUALIFIER = {"by": "person", "confirmed_by": "person", "deal": "deal"}


def day(text: str) -> int:
    """The day of `2025-06-12`, as the rows count it."""
    return day_of(text)


def claim(text: str) -> Claim:
    """One claim from one line, without its source's date."""
    return _read(text)[0]


def evidence(text: str, *, sets: tuple[str, ...] = ("hand-made",)) -> Evidence:
    """One claim from one line, with its source, known from the source's date or else from COMPILED."""
    made, source = _read(text)
    return Evidence(made.id, made, source, source.known_from(day_of(COMPILED)), sets)


def ledger(text: str) -> list[Evidence]:
    """The claims of several lines. Empty lines and lines that start with # are passed over."""
    return [evidence(line) for line in _lines(text)]


def claim_set(text: str, id_: str = "hand-made", compiled: str = COMPILED) -> ClaimSet:
    """A whole set from several lines; entities have no subtype, sources the dates that the lines give."""
    read = [_read(line) for line in _lines(text)]
    claims = {made.id: made for made, _ in read}
    ids = sorted({id_ for made in claims.values() for id_ in made.entities()})
    return ClaimSet(
        id_,
        f"Set {id_}",
        "CC-BY-4.0",
        compiled,
        tuple(Entity(each, anonymous=is_unnamed(each)) for each in ids),
        tuple(sorted({source for _, source in read}, key=lambda source: source.id)),
        tuple(claims[key] for key in sorted(claims)),
    )


def _lines(text: str) -> list[str]:
    stripped = (line.strip() for line in text.splitlines())
    return [line for line in stripped if line and not line.startswith("#")]


def _read(text: str) -> tuple[Claim, Source]:
    subject, name, *words = shlex.split(text)
    relation = RELATIONS[name]
    source = _source(next((word[1:] for word in words if word.startswith("@")), "page:2026-06-30"))
    named = dict(word.split("=", 1) for word in words if re.match(r"[a-z_]+=", word))
    plain = [word for word in words if not word.startswith("@") and not re.match(r"[a-z_]+=", word)]
    object_ = _ref(plain.pop(0), relation.objects[0]) if relation.objects else ""
    value = plain.pop(0) if relation.value and plain else ""
    when = parse_when(plain.pop()) if plain else NO_DATE
    if plain:
        raise ValueError(f"cannot read {plain} in: {text}")
    made = Claim(
        _ref(subject, relation.subjects[0]),
        name,
        source.id,
        object=object_,
        value=value,
        when=when,
        quantity=_quantity(relation, named),
        qualifiers=tuple(_qualifiers(named)),
        status=Status(named.get("status", "reported")),
        attributed_to=_speaker(named.get("attributed_to", "")),
        locator=named.get("locator", ""),
        quote=named.get("quote", ""),
        note=named.get("note", ""),
    )
    return made, source


def _quantity(relation: Relation, named: dict[str, str]) -> Quantity | None:
    low = parse_figure(named.get("low", named.get("amount", "")))
    high = parse_figure(named.get("high", named.get("amount", "")))
    if low is None and high is None:
        return None
    unit = named.get("unit", "percent" if relation.units == "percent" else "USD")
    return Quantity(low, high, unit, named.get("per", ""))


def _qualifiers(named: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name in sorted(named.keys() - _FIELDS):
        for value in named[name].split("|"):
            is_word = name not in ENTITY_QUALIFIERS or value in ("person", "party")
            yield name, value if is_word else _ref(value, _KIND_OF_QUALIFIER.get(name, "org"))


def _speaker(text: str) -> str:
    return _ref(text, "person") if text not in ("", "unnamed") else text


def _ref(text: str, kind: str) -> str:
    return text if ":" in text else f"{kind}:{text}"


@lru_cache(maxsize=1_024)
def _source(text: str) -> Source:
    id_, _, date = text.partition(":")
    return Source(id_, f"Title of {id_}", date=date)
