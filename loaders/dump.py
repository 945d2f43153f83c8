"""A dump of a whole ledger, as `talentgraph dump` writes it, back into sets and judgements."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from graph.errors import ModelError
from graph.model.claim import Claim, from_fields
from graph.model.claimset import ClaimSet, Judgement
from graph.model.entities import Entity
from graph.model.source import Source
from graph.model.text import check_id
from loaders.reading import Document, Progress, Reading, Record, counted, read_json_lines

_SOURCE = (
    "title",
    "publisher",
    "author",
    "date",
    "retrieved",
    "url",
    "kind",
    "form",
    "reliability",
    "licence",
    "note",
)


@dataclass(slots=True)
class _Set:
    record: Record
    fields: dict[str, str]
    entities: list[Entity] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def claim_set(self) -> ClaimSet:
        with self.record.placed():
            return ClaimSet(
                entities=tuple(self.entities),
                sources=tuple(self.sources),
                claims=tuple(self.claims),
                id=self.fields["id"],
                title=self.fields["title"],
                licence=self.fields["licence"],
                compiled=self.fields["compiled"],
                made=self.fields["made"],
            )


@dataclass(slots=True)
class _Ledger:
    sets: dict[str, _Set] = field(default_factory=dict)
    judgements: list[Judgement] = field(default_factory=list)

    def holders(self, record: Record) -> list[_Set]:
        """The sets that hold the record, taken from its field `sets`."""
        ids = record.take_list("sets")
        unknown = next((id_ for id_ in ids if id_ not in self.sets), None)
        if unknown is not None or not ids:
            fact = (
                "no set holds this."
                if unknown is None
                else f"no line before defines the set “{unknown[:80]}”."
            )
            raise record.refuse(fact, "Dump the ledger anew.")
        return [self.sets[id_] for id_ in ids]


def read(document: Document, progress: Progress | None = None) -> Reading:
    """Sets and judgements, to be loaded together: they may lean on one another. Withdrawn claims stay out.

    Raises UnreadableFile for a line that `talentgraph dump` does not write, and for a file of none.
    """
    ledger = _Ledger()
    for record in counted(read_json_lines(document), document, "read lines", progress):
        name = next((name for name in _LINES if name in record), None)
        if name is None:
            raise record.refuse("is no line of a dump.", f"It has one of {', '.join(_LINES)}.")
        with record.placed():
            _LINES[name](record, ledger)
        record.audit()
    sets = tuple(found.claim_set() for found in ledger.sets.values())
    return Reading(sets, tuple(ledger.judgements))


def _read_set(record: Record, ledger: _Ledger) -> None:
    inner = record.take_record("set")
    fields = {name: inner.take(name) for name in ("id", "title", "licence", "compiled")}
    fields["made"] = inner.take("made", "")
    inner.audit()
    if fields["id"] in ledger.sets:
        raise record.refuse(f"the set “{fields['id'][:80]}” is there twice.")
    ledger.sets[fields["id"]] = _Set(record, fields)
    ledger.sets[fields["id"]].claim_set()


def _read_entity(record: Record, ledger: _Ledger) -> None:
    inner = record.take_record("entity")
    entity = Entity(
        inner.take("id"),
        subtype=inner.take("subtype", ""),
        summary=inner.take("summary", ""),
        anonymous=inner.take_flag("anonymous"),
        old_ids=inner.take_list("old_ids"),
        note=inner.take("note", ""),
    )
    inner.audit()
    for holder in ledger.holders(record):
        holder.entities.append(entity)


def _read_source(record: Record, ledger: _Ledger) -> None:
    inner = record.take_record("source")
    fields = {name: inner.take(name, "") for name in _SOURCE}
    source = Source(inner.take("id"), cites=inner.take_list("cites"), **fields)
    inner.audit()
    for holder in ledger.holders(record):
        holder.sources.append(source)


def _read_claim(record: Record, ledger: _Ledger) -> None:
    claim = from_fields(record.take_record("claim").rest())
    if record.take_flag("withdrawn"):
        record.take_list("sets")
        return
    for holder in ledger.holders(record):
        holder.claims.append(claim)


def _read_judgement(record: Record, ledger: _Ledger) -> None:
    inner = record.take_record("judgement")
    if "same" not in inner:
        raise ModelError("same", "is missing.")
    judgement = Judgement(inner.take("left"), inner.take("right"), inner.take_flag("same"))
    inner.audit()
    if check_id(judgement.left, "left") != check_id(judgement.right, "right"):
        raise ModelError("right", "is of another kind than left.")
    ledger.judgements.append(judgement)


_LINES: Mapping[str, Callable[[Record, _Ledger], None]] = {
    "set": _read_set,
    "entity": _read_entity,
    "source": _read_source,
    "claim": _read_claim,
    "judgement": _read_judgement,
}
