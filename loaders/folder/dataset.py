"""dataset.yml: what the set is, what it needs, what must be true of it."""

from __future__ import annotations

from collections import Counter

from graph.model.entities import KINDS
from graph.model.relations import RELATIONS
from loaders.folder.draft import Draft
from loaders.reading import Document, Record, read_yaml

COUNTED = ("claims", "entities", "sources", *KINDS, *RELATIONS)


def read_dataset(document: Document) -> Draft:
    """Raises UnreadableFile for a field that is missing, unknown or not as the model wants it."""
    record = read_yaml(document)
    assertions = record.take_record("assertions")
    draft = Draft(
        document,
        id=record.take("id"),
        title=record.take("title"),
        licence=record.take("licence"),
        made=record.take("made", ""),
        compiled=record.take("compiled"),
        needs=record.take_list("needs"),
        reviewed=record.take_list("reviewed"),
        least=_counts(assertions.take_record("min")),
        most=_counts(assertions.take_record("max")),
    )
    assertions.audit()
    record.audit()
    with record.placed():
        draft.claim_set()
    return draft


def _counts(record: Record) -> dict[str, int]:
    counts = {}
    for name, number in record.rest().items():
        if name not in COUNTED:
            raise record.refuse(f"“{name}” cannot be counted.", f"One of {', '.join(COUNTED)}.")
        if not isinstance(number, str) or not number.isascii() or not number.isdigit() or len(number) > 9:
            raise record.refuse(f"{name}: “{number}” is not a whole number.")
        counts[name] = int(number)
    return counts


def check_counts(draft: Draft) -> None:
    """Raises UnreadableFile where a least is not reached; where a most is passed, warns."""
    counts = Counter(claim.relation for claim in draft.claims.values())
    counts.update(entity.kind for entity in draft.entities)
    counts.update(claims=len(draft.rows), entities=len(draft.entities), sources=len(draft.sources))
    for name, least in draft.least.items():
        if counts[name] < least:
            hint = "Is a file cut short? Else lower the assertion in dataset.yml."
            raise draft.document.refuse(
                f"{name}: {counts[name]}, and the set asserts at least {least}.", hint=hint
            )
    for name, most in draft.most.items():
        if counts[name] > most:
            draft.warnings.append(f"{name}: {counts[name]}, and the set asserts at most {most}.")
