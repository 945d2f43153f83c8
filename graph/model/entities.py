"""What may be spoken of: people, groups, organisations, deals and works. Names are claims, not fields."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.errors import ModelError, SetRefused
from graph.model.text import check_id, clean

SUBTYPES: dict[str, frozenset[str]] = {
    "person": frozenset(),
    "group": frozenset({"people", "organisations"}),
    "org": frozenset({"company", "lab", "team", "school", "fund", "government", "publisher", "non-profit"}),
    "deal": frozenset(),
    "work": frozenset({"model", "product", "benchmark", "paper"}),
}
KINDS = tuple(SUBTYPES)
_UNNAMED = "person:unnamed-"
_UNNAMED_ID = re.compile(r"person:unnamed-[a-z0-9-]+-[1-9][0-9]*")


def kind_of(id_: str) -> str:
    return id_.partition(":")[0]


def is_unnamed(id_: str) -> bool:
    """Whether the id is of an unnamed person. All that begin so count, however they go on."""
    return id_.startswith(_UNNAMED)


def check_unnamed_id(id_: str, field: str) -> None:
    """Raises ModelError unless an unnamed person's id is `person:unnamed-<source>-<n>`."""
    if _UNNAMED_ID.fullmatch(id_) is None:
        raise ModelError(field, f"“{id_}” is not the id of an unnamed person.", hint=_UNNAMED_HINT)


_UNNAMED_HINT = "Unnamed people have ids person:unnamed-<source>-<n> and anonymous=yes; nobody else has."


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing, by its stable id. `old_ids` are former ids that keep working."""

    id: str
    subtype: str = ""
    summary: str = ""
    anonymous: bool = False
    old_ids: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        kind = check_id(self.id, "id")
        if self.subtype not in SUBTYPES[kind] | {""}:
            known = ", ".join(sorted(SUBTYPES[kind])) or "none"
            raise ModelError("subtype", f"“{self.subtype}” is no subtype of {kind}.", hint=f"Known: {known}.")
        object.__setattr__(self, "summary", clean(self.summary, "summary", 400))
        object.__setattr__(self, "note", clean(self.note, "note"))
        object.__setattr__(self, "old_ids", tuple(sorted(set(self.old_ids))))
        self._check_unnamed()
        for old in self.old_ids:
            if check_id(old, "old_ids") != kind or old == self.id or is_unnamed(old) != self.anonymous:
                raise ModelError(
                    "old_ids",
                    f"“{old}” cannot be a former id of {self.id}.",
                    hint="Same kind, another slug; a named id never tells who an unnamed person is.",
                )

    @property
    def kind(self) -> str:
        return kind_of(self.id)

    def _check_unnamed(self) -> None:
        if self.anonymous != is_unnamed(self.id):
            fact = f"{self.id} is neither plainly named nor plainly unnamed."
            raise ModelError("anonymous", fact, hint=_UNNAMED_HINT)
        if self.anonymous:
            check_unnamed_id(self.id, "id")
        if self.anonymous and (self.summary or self.note):
            raise ModelError(
                "summary", f"{self.id} is unnamed: summary and note must stay empty.", hint="Empty both."
            )


def join_definitions(one: Entity, other: Entity) -> Entity:
    """One definition out of two sets' for the same id: what one leaves empty, the other may say.

    Raises SetRefused where they say different things.
    """
    for field in ("subtype", "summary", "note"):
        mine, theirs = getattr(one, field), getattr(other, field)
        if mine and theirs and mine != theirs:
            hint = "Ids are global: make the two sets agree, or give one entity another id."
            raise SetRefused(
                f"{field} is “{theirs}” here and “{mine}” in the ledger.", place=one.id, hint=hint
            )
    return replace(
        one,
        subtype=one.subtype or other.subtype,
        summary=one.summary or other.summary,
        note=one.note or other.note,
        old_ids=tuple(sorted({*one.old_ids, *other.old_ids})),
    )
