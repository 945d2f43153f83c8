"""Load a set of one's own: choose files, see what they would change, load them, stop, remove."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

import streamlit as st

from graph.errors import TalentGraphError
from graph.settings import settings
from graph.store.base import Progress, Store
from loaders import shipped_sets
from talentgraph.doors import load_compared, remove_compared
from talentgraph.ui import ledger
from talentgraph.ui.component import Block
from talentgraph.ui.upload.files import ENDINGS, File, unpacked
from talentgraph.ui.upload.job import Job
from talentgraph.ui.upload.outcome import Outcome, outcome
from talentgraph.ui.upload.report import LOADED, PREVIEW, REMOVED, report
from talentgraph.ui.upload.words import error_band, progress

_DESK = "desk"
_MEGABYTE = 2**20
_POLL_SECONDS = 0.5
_HINTS = {
    PREVIEW: "Nothing is loaded yet.",
    LOADED: "Stopping leaves the ledger as it was.",
    REMOVED: "",
}


@dataclass
class Desk:
    """What one visitor has before them: files, the work on them, what came of it.

    `doing` says what the job does, `kind` what the outcome is of: a preview, a load, a removal. `part` is the
    number of it that is open, `removing` the set that is to go once that is confirmed. `round` counts the
    file choosers: a new one is empty.
    """

    files: tuple[File, ...] = ()
    job: Job[Outcome] | None = None
    doing: str = ""
    outcome: Outcome | None = None
    kind: str = ""
    part: str = ""
    error: TalentGraphError | None = None
    stopped: bool = False
    late: bool = False
    removing: str = ""
    round: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.files or self.job or self.outcome or self.error or self.stopped)

    def start(self, doing: str, work: Callable[[Progress], Outcome]) -> None:
        if self.job:
            self.job.stop()
        self.error, self.stopped, self.late, self.part = None, False, False, ""
        self.job, self.doing = Job(work), doing

    def settle(self) -> None:
        """Take up what a job that has ended leaves. A load that failed leaves its preview."""
        job = self.job
        if job is None or job.is_running:
            return
        self.job, self.error = None, job.error
        self.stopped = job.result is None and job.error is None
        if job.result:
            self.outcome, self.kind, self.late = job.result, self.doing, job.is_stopping
        elif self.doing == PREVIEW:
            self.outcome = None
        if job.result and self.doing == LOADED:
            self.files, self.round = (), self.round + 1


def desk() -> Desk:
    held: Desk = st.session_state.setdefault(_DESK, Desk())
    return held


def another() -> None:
    """Called in callbacks: an empty desk, with an empty chooser."""
    if (old := desk()).job:
        old.job.stop()
    st.session_state[_DESK] = Desk(round=old.round + 1)


def stop() -> None:
    if job := desk().job:
        job.stop()


def look() -> None:
    """Find out what the chosen files would change."""
    here = desk()
    here.outcome = None
    here.start(PREVIEW, _loading(ledger.store(), here.files, keep=False))


def load() -> None:
    here = desk()
    here.start(LOADED, _loading(ledger.store(), here.files, keep=True))


def load_shipped() -> None:
    """The sets that ship, for a ledger from which they were removed."""
    store = ledger.store()
    here = desk()
    here.start(LOADED, lambda told: load_compared(store, shipped_sets(), outcome, told, keep=True))


def remove(set_id: str) -> None:
    store = ledger.store()
    desk().start(REMOVED, lambda _: remove_compared(store, set_id, outcome))


def _loading(store: Store, files: Sequence[File], *, keep: bool) -> Callable[[Progress], Outcome]:
    def work(told: Progress) -> Outcome:
        with unpacked(files) as path:
            return load_compared(store, [path], outcome, told, keep=keep)

    return work


def chooser() -> None:
    """The native file chooser. A choice is looked at at once."""
    here = desk()
    key = f"files-{here.round}"
    st.file_uploader(
        "A zip of your set, or its four files. They stay on this machine.",
        type=ENDINGS,
        accept_multiple_files=True,
        key=key,
        max_upload_size=ceil(settings().upload_bytes / _MEGABYTE),
        on_change=_chosen,
        args=(key,),
        disabled=here.job is not None and here.doing != PREVIEW,
    )


def _chosen(key: str) -> None:
    files = tuple(File(each.name, each.getvalue()) for each in st.session_state[key])
    here = desk()
    if not files:
        another()
    elif files != here.files:
        here.files = files
        look()


def watch(draw: Callable[[Block], None]) -> None:
    """Draw how far the work is, again and again until it is done; then draw the page anew."""

    def step() -> None:
        here = desk()
        if here.job is None or not here.job.is_running:
            st.rerun()
        draw(progress(here.job, _HINTS[here.doing], stops=here.doing != REMOVED))

    st.fragment(step, run_every=_POLL_SECONDS)()


def blocks(version: int) -> list[Block]:
    """What came of it: the mistake, what would change, what was done. `version`: that of the ledger."""
    here = desk()
    parts: list[Block] = []
    if here.error:
        parts.append(error_band(here.error, here.files))
    if here.stopped:
        parts.append(_stopped(here))
    if here.outcome:
        parts += _outcome(here, here.outcome, version)
    return parts


def _stopped(here: Desk) -> Block:
    again = {"label": "Look again", "action": "look"} if here.doing == PREVIEW else None
    buttons = [each for each in (again, {"label": "Choose another file", "action": "another"}) if each]
    hint = "Nothing was loaded. The ledger is as it was."
    return {"type": "band", "fact": "Stopped.", "hint": hint, "buttons": buttons}


def _outcome(here: Desk, found: Outcome, version: int) -> list[Block]:
    head, *rest = report(found, here.kind, here.part)
    return [head, *_notes(here, found, version), {"type": "actions", "buttons": _buttons(here, found)}, *rest]


def _notes(here: Desk, found: Outcome, version: int) -> list[Block]:
    if here.kind == PREVIEW and found.changes_nothing:
        return [_band("Nothing would change.", "The ledger holds exactly this already.")]
    if here.kind == PREVIEW and found.version != version:
        buttons = [{"label": "Look again", "action": "look"}]
        return [_band("The ledger has changed since.", "The numbers may be others now.", buttons)]
    if here.late:
        return [_band("The stop came too late.", "The work was done by then.")]
    return []


def _band(fact: str, hint: str, buttons: Sequence[Block] = ()) -> Block:
    return {"type": "band", "fact": fact, "hint": hint, "buttons": list(buttons)}


def _buttons(here: Desk, found: Outcome) -> list[Block]:
    another_file: Block = {"label": "Choose another file", "action": "another"}
    if here.kind == PREVIEW:
        load_it: Block = {"label": "Load", "action": "load", "strong": True}
        return [another_file] if found.changes_nothing else [load_it, another_file]
    if here.kind == LOADED and len(found.sets) == 1:
        id_ = found.sets[0].id
        return [
            {"label": "Show the set", "action": f"to sets|{id_}", "strong": True},
            {"label": "Remove", "action": f"remove {id_}"},
            {"label": "Who may be the same", "action": "to same"},
            another_file,
        ]
    return [{"label": "Show the sets", "action": "to sets", "strong": True}, another_file]
