"""Commands that change or copy the ledger: load, remove, dump, judge, forget. None loads what ships."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Annotated

import typer

from graph.assembly.rows import Level
from graph.errors import BadQuestion
from graph.queries.ledger.judging import Verdict
from graph.queries.network.erasable import erasable
from graph.store.scope import Scope
from talentgraph.doors import judge as doors_judge
from talentgraph.doors import load_compared, open_ledger
from talentgraph.files import save
from talentgraph.terminal import options as o
from talentgraph.terminal.load_report import load_reports
from talentgraph.terminal.progress import watched
from talentgraph.terminal.screen import Screen, tell


def load(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", help="Folders of sets, zips of them, or dumps.")
    ],
    store: o.StoreFile = None,
) -> None:
    """Read sets or dumps into the ledger.

    The ledger's copy of a set becomes equal to its files; at the first error nothing is changed.
    """
    ledger = open_ledger(store)
    try:
        with watched() as progress:
            screen = load_compared(ledger, paths, load_reports, progress, keep=True)
    finally:
        ledger.close()
    screen.show()


def remove(
    set_id: Annotated[str, typer.Argument(metavar="SET", help="The id of a set, as load printed it.")],
    store: o.StoreFile = None,
) -> None:
    """Withdraw a set.

    What no other set says is hidden, not erased; loading the set again brings it back.
    """
    ledger = open_ledger(store)
    try:
        with ledger.writer() as writer:
            report = writer.withdraw(set_id)
    finally:
        ledger.close()
    screen = Screen()
    screen.line(f"{report.set_id}: {len(report.withdrawn):,} claims withdrawn; version {report.version}.")
    screen.show()


def dump(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The file; - for a pipe.")
    ] = Path("-"),
    withdrawn: Annotated[bool, typer.Option("--withdrawn", help="Withdrawn claims too.")] = False,
    store: o.StoreFile = None,
) -> None:
    """Write the whole ledger as JSON lines.

    Sorted and canonical: loading them elsewhere gives the same ledger.
    """
    ledger = open_ledger(store)
    try:
        content = "".join(f"{line}\n" for line in ledger.dump(withdrawn=withdrawn))
    finally:
        ledger.close()
    save(content.encode(), output, private=True)


def forget(
    name: o.Name,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    store: o.StoreFile = None,
) -> None:
    """Erase a person for good, of a removed set too.

    No later load brings them back. Exports made earlier are not touched.
    """
    ledger = open_ledger(store)
    try:
        id_, called = erasable(ledger.view(Scope(level=Level.ALL)), name)
        if not yes and not _agreed(f"Erase {called} ({id_}) for good?"):
            tell("Nothing was erased.")
            raise typer.Exit
        with ledger.writer() as writer:
            report = writer.forget(id_)
    finally:
        ledger.close()
    screen = Screen()
    screen.line(f"Erased: {report.claims:,} claims; in {report.emptied:,} more the name was taken out.")
    if report.rows_to_edit:
        screen.line(
            f"{len(report.rows_to_edit):,} rows of loaded sets still name them; take them out of the files:"
        )
        for set_name, claim in report.rows_to_edit:
            screen.line(f"{set_name}, claim {claim}", indent=2)
    screen.show()


def judge(
    left: Annotated[str, typer.Argument(metavar="LEFT", help="A name or id, under which both are read.")],
    right: Annotated[str, typer.Argument(metavar="RIGHT", help="The other name or id.")],
    *,
    same: Annotated[bool, typer.Option("--same", help="They are the same: RIGHT is read as LEFT.")] = False,
    different: Annotated[
        bool, typer.Option("--different", help="They are two, whatever they share.")
    ] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back what was judged.")] = False,
    store: o.StoreFile = None,
) -> None:
    """Say whether two are the same.

    No claim is changed, and what is judged can be taken back.
    """
    verdict = _verdict(same, different, undo)
    ledger = open_ledger(store)
    try:
        done = doors_judge(ledger, left, right, verdict)
    finally:
        ledger.close()
    screen = Screen()
    screen.line(done.text())
    if verdict is not Verdict.UNDO:
        where = f" --store {shlex.quote(str(store))}" if store else ""
        screen.line(f"To undo: talentgraph judge {done.judged.left} {done.judged.right} --undo{where}")
    screen.show()


def _verdict(same: bool, different: bool, undo: bool) -> Verdict:
    chosen = dict(zip(Verdict, (same, different, undo), strict=True))
    if sum(chosen.values()) != 1:
        raise BadQuestion(
            "say one thing of the two.", place="judge", hint="Add --same, --different or --undo."
        )
    return next(verdict for verdict, is_so in chosen.items() if is_so)


def add_to(app: typer.Typer) -> None:
    for command in (load, remove, dump, judge, forget):
        app.command()(command)


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty():
        raise BadQuestion(
            "nobody is there to be asked.", place="forget", hint="Say --yes to erase without asking."
        )
    return typer.confirm(question, err=True)
