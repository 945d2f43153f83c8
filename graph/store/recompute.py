"""Edge rows and move rows kept up with the claims: assembled anew for every subject that a change touches."""

from __future__ import annotations

from collections.abc import Sequence

from graph.assembly.assemble import assemble_subject, touched
from graph.assembly.evidence import Evidence
from graph.assembly.rows import Rows
from graph.settings import settings
from graph.store.base import Progress
from graph.store.ledger import Kept, Ledger, R, SubjectRows
from graph.store.snapshot import Snapshot

RULES = 3
"""Raise it whenever assembly gives other rows for the same claims: ledgers then rebuild theirs."""


def recompute(before: Snapshot, ledger: Ledger, progress: Progress | None = None) -> Snapshot:
    """Bring `ledger.rows` up to its claims, `before` being the version it grew from. Its snapshot."""
    after = Snapshot(ledger)
    subjects = sorted(touched(_changed(before, after), after))
    for done, subject in enumerate(subjects):
        if progress:
            progress("assemble", done, len(subjects))
        rows = assemble_subject(subject, after, transfer_days=settings().transfer_days)
        _keep(ledger, subject, rows)
    return after


def rebuilt(ledger: Ledger) -> Snapshot:
    """The same version with all rows assembled from nothing."""
    new = ledger.copy()
    new.rows = {}
    return recompute(Snapshot(Ledger()), new)


def rules() -> str:
    """What the rows follow from besides claims. Rows made by others are assembled anew."""
    limits = settings()
    return f"{RULES} {limits.transfer_days} {limits.gap_min_days} {limits.gap_max_days}"


def _changed(before: Snapshot, after: Snapshot) -> list[Evidence]:
    """All evidence that is not the same in both, as it was and as it is."""
    old, new = before.assembled, after.assembled
    ids = sorted(id_ for id_ in old.keys() | new.keys() if old.get(id_) != new.get(id_))
    return [table[id_] for id_ in ids for table in (old, new) if id_ in table]


def _keep(ledger: Ledger, subject: str, rows: Rows) -> None:
    kept = ledger.rows.get(subject, SubjectRows())
    number = ledger.version
    news = SubjectRows(_merge(kept.edges, rows.edges, number), _merge(kept.moves, rows.moves, number))
    if news != SubjectRows():
        ledger.rows[subject] = news


def _merge(kept: Sequence[Kept[R]], rows: Sequence[R], number: int) -> tuple[Kept[R], ...]:
    """What stays, stays as it was loaded; what is no longer there is dropped; what is new is loaded now."""
    current = {each.row for each in kept if each.dropped is None}
    wanted = set(rows)
    merged: list[Kept[R]] = []
    for each in kept:
        stays = each.dropped is not None or each.row in wanted
        merged.append(each if stays else Kept(each.row, each.loaded, number))
    merged += [Kept(row, number) for row in rows if row not in current]
    return tuple(merged)
