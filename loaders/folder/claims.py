"""claims.csv and report.csv: what the sources say, and which of their statements are not kept."""

from __future__ import annotations

from collections.abc import Iterator

from graph.errors import ModelError
from graph.model.claim import Claim
from graph.model.claimset import Excluded
from graph.model.quantity import Quantity, parse_figure
from graph.model.vocabulary import parse_status
from graph.model.when import parse_when
from loaders.folder.draft import Draft, is_person, near, several
from loaders.reading import Document, Progress, Record, counted, read_table

CLAIMS = (
    "key", "subject", "relation", "object", "value", "when", "low", "high", "unit", "per", "role", "from",
    "qualifiers", "status", "attributed_to", "source", "locator", "quote", "note",
)  # fmt: skip
REPORT = ("source", "locator", "statement", "fate", "keys", "reason")
FATES = ("kept", "partly", "repeats", "not-kept")

Pairs = tuple[tuple[str, str], ...]


def read_claims(document: Document, draft: Draft, progress: Progress | None = None) -> None:
    """Fills the claims of the draft. A retraction may stand before the row that it takes back."""
    later: list[tuple[str, Pairs, Record]] = []
    for record in counted(read_table(document, CLAIMS), document, "read claims", progress):
        key = record.take("key")
        if not key or key in draft.rows or any(key == other for other, _, _ in later):
            raise record.refuse(f"key: “{key}” is {'there twice' if key else 'missing'}.", "Number the rows.")
        with record.placed():
            pairs = _qualifiers(record)
        if any(name == "retracts" for name, _ in pairs):
            later.append((key, pairs, record))
        else:
            _keep(key, _claim(record, pairs), record, draft)
    for key, pairs, record in later:
        with record.placed():
            resolved = tuple((n, _retracted(v, draft) if n == "retracts" else v) for n, v in pairs)
        _keep(key, _claim(record, resolved), record, draft)


def _claim(record: Record, qualifiers: Pairs) -> Claim:
    with record.placed():
        return Claim(
            subject=record.take("subject"),
            relation=record.take("relation"),
            source=record.take("source"),
            object=record.take("object"),
            value=record.take("value"),
            when=parse_when(record.take("when")),
            quantity=_quantity(record),
            qualifiers=qualifiers,
            status=parse_status(record.take("status")),
            attributed_to=record.take("attributed_to"),
            locator=record.take("locator"),
            quote=record.take("quote"),
            note=record.take("note"),
        )


def _quantity(record: Record) -> Quantity | None:
    low, high = (parse_figure(record.take(name), name) for name in ("low", "high"))
    unit, per = record.take("unit"), record.take("per")
    return Quantity(low, high, unit, per) if low is not None or high is not None or unit or per else None


def _qualifiers(record: Record) -> Pairs:
    """The columns role and from, and `name=value; name=value`, several values by a bar."""
    cells = {name: cell for name in ("role", "from") if (cell := record.take(name))}
    cell = record.take("qualifiers")
    for piece in cell.split(";") if cell else ():
        name, equals, value = (part.strip() for part in piece.partition("="))
        if not (name and equals and value):
            hint = "Write name=value; name=value, without a semicolon at the end."
            raise ModelError("qualifiers", f"“{piece.strip()[:80]}” is not name=value.", hint=hint)
        if name in cells:
            raise ModelError("qualifiers", f"{name} is there twice.", hint="Write several values as a|b.")
        cells[name] = value
    return tuple((name, value.strip()) for name, cell in cells.items() for value in several(cell))


def _retracted(key: str, draft: Draft) -> str:
    claim = draft.rows.get(key)
    if claim is None:
        hint = near(key, dict.fromkeys(draft.rows, "")) or "Give the key of another row of claims.csv."
        raise ModelError("retracts", f"no row has the key “{key}”.", hint=hint)
    return claim.id


def _keep(key: str, claim: Claim, record: Record, draft: Draft) -> None:
    for column, id_ in _named_entities(claim):
        draft.check_entity(id_, column, record)
    draft.check_source(claim.source, "source", record)
    if is_person(claim.subject) or is_person(claim.object):
        draft.check_words(_free_text(claim), key, record)
    if claim.id in draft.claims:
        draft.warnings.append(f"line {record.line} of claims.csv says again what an earlier row says.")
    draft.rows[key] = draft.claims[claim.id] = claim
    record.audit()


def _named_entities(claim: Claim) -> Iterator[tuple[str, str]]:
    """Each entity that the claim names, with the column or qualifier that names it."""
    places = {claim.subject: "subject", claim.object: "object", claim.attributed_to: "attributed_to"}
    for id_ in claim.entities():
        yield places.get(id_) or next(name for name, value in claim.qualifiers if value == id_), id_


def _free_text(claim: Claim) -> tuple[str, ...]:
    value = "" if claim.relation in ("named", "identified_by") else claim.value
    words = (text for _, text in claim.qualifiers if ":" not in text)
    return (value, claim.locator, claim.quote, claim.note, *words)


def read_report(document: Document, draft: Draft) -> tuple[Excluded, ...]:
    """The statements that are not kept, or not whole. Those that are must name rows that exist."""
    excluded = []
    for record in read_table(document, REPORT):
        source, fate, reason = record.take("source"), record.take("fate"), record.take("reason")
        draft.check_source(source, "source", record)
        locator, keys = record.take("locator"), several(record.take("keys"))
        record.take("statement")
        if fate not in FATES:
            raise record.refuse(f"fate: “{fate}” is not known.", f"One of {', '.join(FATES)}.")
        if (fate == "not-kept") == bool(keys):
            raise record.refuse("keys: what is kept has them, what is not has none.")
        unknown = next((key for key in keys if key not in draft.rows), None)
        if unknown is not None:
            raise record.refuse(
                f"keys: “{unknown}” is no key of claims.csv.", near(unknown, dict.fromkeys(draft.rows, ""))
            )
        if fate in ("partly", "not-kept"):
            if not reason:
                raise record.refuse("reason: is missing.", "Say why the statement is not kept whole.")
            excluded.append(Excluded(source, locator, reason))
    return tuple(excluded)
