"""A set as editors write it: dataset.yml, entities.csv, sources.csv, claims.csv and, optionally, report.csv.

The name of an entity becomes a `named` claim of kind usual, each alias one without a kind, each identifier an
`identified_by` claim; their source is the set itself. Misspellings and former names are rows of claims.csv.
"""

from __future__ import annotations

from collections.abc import Mapping

from graph.errors import ModelError
from loaders.folder.claims import read_claims, read_report
from loaders.folder.dataset import check_counts, read_dataset
from loaders.folder.draft import Draft
from loaders.folder.entities import read_entities, read_sources
from loaders.reading import Document, Progress, Reading

REQUIRED = ("dataset.yml", "entities.csv", "sources.csv", "claims.csv")
FILES = (*REQUIRED, "report.csv")


def read(documents: Mapping[str, Document], progress: Progress | None = None) -> Reading:
    """One set from the documents of its files, by file name. Raises UnreadableFile for the first mistake."""
    draft = read_dataset(documents["dataset.yml"])
    for name in REQUIRED:
        if name not in documents:
            raise draft.document.refuse(
                f"{name} is missing beside it.", hint=f"A set has {', '.join(REQUIRED)}."
            )
    read_sources(documents["sources.csv"], draft)
    read_entities(documents["entities.csv"], draft, progress)
    read_claims(documents["claims.csv"], draft, progress)
    excluded = read_report(documents["report.csv"], draft) if "report.csv" in documents else ()
    _check_reviewed(draft)
    check_counts(draft)
    _warn_of_silence(draft)
    try:
        return Reading((draft.claim_set(excluded),))
    except ModelError as error:
        raise draft.document.refuse(f"{error.field}: {error.fact}", hint=error.hint) from error


def _check_reviewed(draft: Draft) -> None:
    for handle in draft.reviewed:
        if handle not in draft.rows and handle not in draft.names:
            raise draft.document.refuse(
                f"reviewed: “{handle}” is neither a key nor an entity.", hint="Remove it."
            )


def _warn_of_silence(draft: Draft) -> None:
    spoken = {id_ for claim in draft.rows.values() for id_ in claim.entities()}
    placed = {claim.subject for claim in draft.rows.values() if claim.relation == "part_of"}
    for entity in draft.entities:
        if spoken.isdisjoint({entity.id, *entity.old_ids}):
            draft.warnings.append(f"{entity.id}: no claim speaks of it.")
        elif entity.subtype in ("lab", "team") and entity.id not in placed and not draft.needs:
            draft.warnings.append(f"{entity.id}: no part_of says whose {entity.subtype} it is.")
