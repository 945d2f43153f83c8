"""What a load did, in words: counts, claims withdrawn, warnings, statements that are not kept."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence

from graph.queries.answers.reply import namer
from graph.queries.words.sentences import claim_text
from graph.store.answers import LoadReport, Withdrawn
from graph.store.base import View
from talentgraph.terminal.screen import Screen

_SHOWN = 10


def load_reports(before: View, after: View, reports: Sequence[LoadReport]) -> Screen:
    """`before` and `after` are the ledger as the load found and left it."""
    screen = Screen()
    for report in reports:
        screen.line(f"{report.set_id}: {', '.join(_counts(report))}; version {report.version}.")
        if report.withdrawn:
            _some("withdrawn", list(_withdrawn(before, after, report.withdrawn)), screen)
        for warning in report.warnings:
            screen.line(f"warning: {warning}", indent=2)
        excluded = [f"{e.source} {e.locator}: {e.reason}" for e in report.excluded]
        if excluded:
            screen.line(f"{len(excluded):,} statements were not kept:", indent=2)
        for line in excluded:
            screen.line(line, indent=4)
    return screen


def _counts(report: LoadReport) -> Iterator[str]:
    yield f"{report.added:,} added"
    yield f"{report.unchanged:,} unchanged"
    yield f"{len(report.withdrawn):,} withdrawn"
    if report.held_back:
        yield f"{report.held_back:,} held back (they name somebody who was forgotten)"


def _withdrawn(before: View, after: View, ids: Collection[str]) -> Iterator[str]:
    """One line a claim. What the load erased besides is not said again."""
    wanted = set(ids)
    gone = [each for each in after.withdrawn(limit=sys.maxsize).items if each.id in wanted]
    named = {id_ for each in gone for id_ in each.claim.entities()}
    say = namer(after.entities(named) | before.entities(named))
    for each in gone:
        yield f"{claim_text(each.claim, say)}; {_place(each)}; claim {each.id}"
    if erased := len(wanted) - len(gone):
        yield f"{erased:,} more, erased with the person whom they named"


def _place(gone: Withdrawn) -> str:
    """Where an editor finds the row: the key of a row is not kept by the ledger."""
    return f"source {gone.claim.source}" + (f", {gone.claim.locator}" if gone.claim.locator else "")


def _some(word: str, lines: Sequence[str], screen: Screen) -> None:
    for line in lines[:_SHOWN]:
        screen.line(f"{word}: {line}", indent=2)
    if len(lines) > _SHOWN:
        screen.line(f"and {len(lines) - _SHOWN:,} more: talentgraph changes --since DAY lists them", indent=2)
