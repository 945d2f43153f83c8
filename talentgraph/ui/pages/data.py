"""Data: sets, sources, quality, what changed, what is left out, who is the same; loading one's own set."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from graph.errors import BadQuestion
from graph.model.text import first_upper
from graph.queries.answers.reading import without_day
from graph.store.base import View
from talentgraph.ui import going, ledger, notices, session
from talentgraph.ui.component import Block
from talentgraph.ui.data import changes as data_changes
from talentgraph.ui.data import controls as data_controls
from talentgraph.ui.data import judged as data_judged
from talentgraph.ui.data import left_out as data_left_out
from talentgraph.ui.data import own as data_own
from talentgraph.ui.data import quality as data_quality
from talentgraph.ui.data import same as data_same
from talentgraph.ui.data import sets as data_sets
from talentgraph.ui.data import sources as data_sources
from talentgraph.ui.data.acts import act
from talentgraph.ui.data.asked import (
    CHANGES,
    FIRST_DAY,
    LEFT_OUT,
    LOAD,
    PAGE,
    QUALITY,
    SAME,
    SETS,
    SOURCES,
    Asked,
    asked_from,
)
from talentgraph.ui.data.book import book
from talentgraph.ui.data.measures import measured
from talentgraph.ui.data.shown import Shown
from talentgraph.ui.state import State
from talentgraph.ui.upload import upload

_RIGHT = 398
_OF_ALL_DAYS = "Sets, sources and stints are of all days: “True on” leaves nothing out here."


def draw() -> None:
    upload.desk().settle()  # before the ledger is opened: a load may just have changed it
    state, asked = session.state(), session.own(PAGE, asked_from)
    view = ledger.view(state.clocks)
    row = st.container(key="bar", horizontal=True, gap="small")
    notice = st.container(key="notice")
    with row:
        narrowed = data_controls.draw(view, state, asked)
    if asked.show == LOAD:
        _load(row, view)
    else:
        _draw(row, _shown(view, asked, narrowed), state, asked)
    with notice:
        notices.draw(state, view, problems=asked.problems)
    session.write_address(state, asked.parts())


def _shown(view: View, asked: Asked, narrowed: str) -> Shown:
    if not view.summary().sets and asked.show != LEFT_OUT:
        return Shown([data_sets.NOTHING])
    return _VIEWS[asked.show](view, asked, narrowed)


def _sets(view: View, asked: Asked, _: str) -> Shown:
    scope, version = view.scope, view.version
    covered = measured(version, scope).quality
    return data_sets.shown(book(version, scope), covered, asked, upload.desk().removing)


def _sources(view: View, asked: Asked, narrowed: str) -> Shown:
    return data_sources.shown(view, book(view.version, view.scope), asked, narrowed)


def _quality(view: View, asked: Asked, narrowed: str) -> Shown:
    return data_quality.shown(view, measured(view.version, view.scope), asked, narrowed)


def _left_out(view: View, asked: Asked, narrowed: str) -> Shown:
    scope, version = view.scope, view.version
    gone = data_changes.since(version, scope, FIRST_DAY)
    hidden = data_left_out.unspoken(version)
    return data_left_out.shown(book(version, scope), gone, asked, narrowed, hidden)


def _same(view: View, asked: Asked, narrowed: str) -> Shown:
    found = data_same.found(view.version, view.scope)
    whole = without_day(view, ledger.store().view)
    return data_same.shown(whole, found, asked, narrowed, data_judged.band(asked.pick))


def _changes(view: View, asked: Asked, _: str) -> Shown:
    day = asked.since or data_changes.usual_day(view.now) or FIRST_DAY
    titles = {card.id: card.title for card in view.summary().sets}
    try:
        return data_changes.shown(data_changes.since(view.version, view.scope, day), titles, asked)
    except BadQuestion as error:
        fact = first_upper(error.fact).rstrip(".")
        buttons = [{"label": "Since a month before", "action": "usual", "strong": True}]
        return Shown([{"type": "empty", "fact": fact, "hint": error.hint, "buttons": buttons}])


_VIEWS: Mapping[str, Callable[[View, Asked, str], Shown]] = {
    SETS: _sets,
    SOURCES: _sources,
    QUALITY: _quality,
    CHANGES: _changes,
    LEFT_OUT: _left_out,
    SAME: _same,
}


def _draw(row: DeltaGenerator, shown: Shown, state: State, asked: Asked) -> None:
    with row:
        data_controls.download(shown.tables)
    left = [{"type": "note", "text": [_OF_ALL_DAYS]}, *shown.left] if state.true_on else shown.left
    work = st.container(key="work", horizontal=True, gap="large")
    with work.container(key="left", width="stretch"):
        going.sheet(left, "data", act, of=asked.show)
    of = f"{asked.show} {asked.pick} {asked.part}"
    with work.container(key="right", width=_RIGHT):
        going.sheet(shown.right, "data-beside", act, of=of, look="panel")


def _load(row: DeltaGenerator, view: View) -> None:
    with row:
        data_controls.empty_files()
    desk = upload.desk()
    work = st.container(key="work", horizontal=True, gap="large")
    with work.container(key="left", width="stretch"):
        upload.chooser()
        if desk.job:
            upload.watch(_draw_progress)
        else:
            parts = [data_own.START] if desk.is_empty else upload.blocks(view.version)
            going.sheet(parts, "load", act)
    with work.container(key="right", width=_RIGHT):
        going.sheet(data_own.help_blocks(), "data-beside", act, of=LOAD)


def _draw_progress(block: Block) -> None:
    going.sheet([block], "load-progress", act)
