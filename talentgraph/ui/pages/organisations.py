"""Organisations: who came and who left, deals, offers, figures; two side by side; without one, the list."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from graph.errors import BadQuestion, NotFound
from graph.queries.answers.counting import OPEN, Window
from graph.queries.answers.reading import now_of
from graph.queries.flows.compare import Comparison, compare
from graph.queries.flows.rates import months_before
from graph.queries.people.dossier import Dossier, show
from graph.queries.words.sentences import day_text
from graph.settings import settings
from graph.store.base import View
from talentgraph.ui import bar, going, ledger, notices, session, table
from talentgraph.ui.deals.dealings import book, by_day
from talentgraph.ui.explore import controls
from talentgraph.ui.organisations import balance, compared, directory, organisation, pictures
from talentgraph.ui.organisations import people as organisation_people
from talentgraph.ui.organisations.controls import (
    PAGE,
    Asked,
    asked_from,
    change,
    compare_with,
    compared_in,
    filters,
)
from talentgraph.ui.state import State
from talentgraph.ui.table import sorting

_ALONE = {"beside": "", "measure": "", "first": "", "last": ""}
"""What only a comparison is asked."""


def draw() -> None:
    state, asked = session.state(), session.own(PAGE, asked_from)
    view = ledger.view(state.clocks)
    row = st.container(key="bar", horizontal=True, gap="small")
    with st.container(key="notice"):
        notices.draw(state, view, problems=asked.problems, links=True)
    if is_organisation(state.at):
        _one(row, view, state, asked)
    else:
        _list(row, view, state, asked)
    session.write_address(state, asked.parts())


def is_organisation(at: str) -> bool:
    """Whether an organisation is selected, and not a link of one."""
    return at.startswith("org:") and "|" not in at


def _list(row: DeltaGenerator, view: View, state: State, asked: Asked) -> None:
    with row:
        text = bar.narrow("Find an organisation…", "narrow-organisations")
        bar.clocks(state)
        found = directory.narrowed(directory.listed(view.version, state.clocks), text)
        rows = table.arranged(found, asked.sort)
        bar.download("Download CSV", lambda: table.as_csv(directory.COLUMNS, rows), "organisations.csv")
    day = day_text(state.true_on or now_of(view) or 0)
    note = f"people on {day}, in and out until then; a company counts with its labs"
    head = {"type": "section", "title": "Organisations", "count": len(rows), "note": note}
    nothing = "No organisation here is called that. Try another name, or empty the field."
    most = settings().table_rows
    block = table.block(directory.COLUMNS, rows[:most], asked.sort, caption="Organisations")
    parts = [head, {**block, "nothing": nothing}]
    if len(rows) > most:
        fact, hint = f"Showing {most} of {len(rows):,}.", "Narrow the list to see the rest."
        parts.append({"type": "band", "fact": fact, "hint": hint, "buttons": []})
    going.sheet(parts, "organisations-list", _act)


def _one(row: DeltaGenerator, view: View, state: State, asked: Asked) -> None:
    with row:
        bar.find(view, ("org",), "Find an organisation…")
        compare_with(view, state, asked)
        if asked.beside and asked.beside != state.at:
            compared_in(view, asked)
        filters(state, asked)
        controls.clocks(state)
    try:
        shown = show(view, state.at, ledger.store().view)
        if asked.beside and asked.beside != shown.entity.id:
            _two(
                row,
                view,
                asked,
                compare(view, shown.entity.id, asked.beside, _window(view, asked), ledger.store().view),
            )
        elif silent := notices.unspoken(shown):
            going.sheet(silent, "not-here", _act)
        else:
            _page(row, view, state, asked, shown)
    except NotFound as error:
        going.sheet([notices.not_here(error)], "not-here", _act)
    except BadQuestion as error:
        going.sheet([{"type": "empty", "fact": error.fact, "hint": error.hint}], "not-here", _act)


def _window(view: View, asked: Asked) -> Window:
    """What was asked for, else the 12 months up to the day that is set."""
    if asked.first or asked.last:
        return asked.window
    day = view.scope.true_on
    return Window(months_before(day, 12) + 1, day) if day else OPEN


def _page(row: DeltaGenerator, view: View, state: State, asked: Asked, shown: Dossier) -> None:
    held, moved = book(view.version, state.clocks), balance.balance(view, shown.entity.id)
    id_ = shown.entity.id
    entries, later = by_day((each for each in held.deal_rows if id_ in each.parties), state.true_on)
    offered, also = by_day((each for each in held.offer_rows if id_ == each.parties[0]), state.true_on)
    with row:
        bar.share(lambda: shown.subgraph(view), organisation.tables(view, moved), asked.parts())
    parts = [
        *organisation.head(shown),
        *organisation.figures(moved, entries, offered, asked.opened, later + also),
    ]
    going.sheet(parts, "organisation", _act, of=id_, look="page")
    if moved.ends:
        pictures.draw(moved, asked)
    opened = organisation_people.people(moved, asked.opened) if asked.opened else []
    going.sheet(opened, "opened", _act, of=asked.opened)
    left, right = pictures.pair("deals")
    with left:
        parts = [*organisation.deals(entries, asked.deal), *organisation.offers(offered)]
        going.sheet([*parts, *organisation_people.people_there(view, shown, asked.people)], "deals", _act)
    with right:
        apart = organisation.quarrels(shown, held, asked.deal, asked.quarrels)
        going.sheet([*apart, *organisation.published(moved.reply, shown)], "quarrels", _act)


def _two(row: DeltaGenerator, view: View, asked: Asked, reply: Comparison) -> None:
    with row:
        bar.share(lambda: reply.subgraph(view), compared.tables(reply), asked.parts())
    going.sheet(compared.head(reply, asked.measure), "compared", _act, of=reply.title, look="page")
    left, right = pictures.pair("compared")
    with left:
        going.sheet(compared.between(reply), "between", _act)
    with right:
        going.sheet(compared.origins(reply), "origins", _act)


def _act(action: str) -> None:
    word, _, rest = action.partition(" ")
    asked = session.own(PAGE, asked_from)
    match word:
        case "all":
            session.change(replace(session.state(), at=""))
            change(opened="", deal="", **_ALONE)
        case "alone":
            change(**_ALONE)
        case "measure":
            change(measure="" if rest == asked.measure else rest)
        case "sort":
            change(sort=sorting(directory.COLUMNS)(rest))
        case "open":
            change(opened="" if rest == asked.opened else rest)
        case "quarrels":
            change(quarrels=not asked.quarrels)
        case "people":
            change(people=not asked.people)
        case "row":
            _row(rest, asked)
        case _:
            going.follow(action)


def _row(id_: str, asked: Asked) -> None:
    """A row of the list, of the deals, or of the table of origins and destinations."""
    if id_.startswith("org:"):
        session.change(replace(session.state(), at=id_))
        change(opened="", deal="")
    elif id_.startswith("deal:"):
        change(deal="" if id_ == asked.deal else id_)
    else:
        change(opened="" if id_ == asked.opened else id_)
