"""People: one career, what is disputed in it, who was beside it; without a selection, the list of all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from graph.errors import NotFound
from graph.queries.answers.reading import now_of
from graph.queries.people.dossier import show
from graph.queries.words.sentences import day_text
from graph.settings import settings
from graph.store.base import View
from talentgraph.ui import bar, going, ledger, notices, session
from talentgraph.ui.address import Reader, a_word, an_edge, flag
from talentgraph.ui.people import person
from talentgraph.ui.people.roster import COLUMNS, listed, narrowed
from talentgraph.ui.state import State
from talentgraph.ui.table import Sorting, arranged, as_csv, block, sorting

PAGE = "people"
USUAL = Sorting("moves", falling=True)


@dataclass(frozen=True, slots=True)
class Asked:
    """How the list is sorted; of one person the open bar, and whether all colleagues and claims are shown.

    `order` is read by the table that stands for the career.
    """

    sort: Sorting = USUAL
    edge: str = ""
    everyone: bool = False
    claims: bool = False
    as_table: bool = False
    order: str = ""
    problems: tuple[str, ...] = ()

    def at(self, id_: str) -> Asked:
        """Without the bar of somebody else."""
        return self if id_ in self.edge.split("|") else replace(self, edge="")

    def parts(self) -> dict[str, str]:
        return {
            "sort": "" if self.sort == USUAL else str(self.sort),
            "edge": self.edge,
            "colleagues": "all" if self.everyone else "",
            "claims": "all" if self.claims else "",
            "table": "yes" if self.as_table else "",
            "order": self.order,
        }


def asked_from(address: Mapping[str, str]) -> Asked:
    part = Reader(address)
    read = Asked(
        part.read("sort", sorting(COLUMNS), USUAL),
        part.read("edge", an_edge, ""),
        part.read("colleagues", flag("all"), False),
        part.read("claims", flag("all"), False),
        part.read("table", flag("yes"), False),
        part.read("order", a_word, ""),
    )
    return replace(read, problems=tuple(part.problems))


def draw() -> None:
    state = session.state()
    asked = session.own(PAGE, asked_from).at(state.at)
    view = ledger.view(state.clocks)
    row = st.container(key="bar", horizontal=True, gap="small")
    notice = st.container(key="notice")
    if is_person(state.at):
        _person(row, view, state, asked)
    else:
        _list(row, view, state, asked)
    with notice:
        notices.draw(state, view, problems=asked.problems, links=True)
    session.write_address(state, asked.parts())


def is_person(at: str) -> bool:
    """Whether a person is selected, and not a link of theirs."""
    return at.startswith("person:") and "|" not in at


def _person(row: DeltaGenerator, view: View, state: State, asked: Asked) -> None:
    with row:
        bar.find(view, ("person",), "Find a person…")
        bar.clocks(state)
    try:
        shown = show(view, state.at, ledger.store().view)
    except NotFound as error:
        going.sheet([notices.not_here(error)], "not-here", _act)
        return
    if silent := notices.unspoken(shown):
        going.sheet(silent, "not-here", _act)
        return
    with row:
        bar.share(lambda: shown.subgraph(view), person.tables(view, shown), asked.parts())
    work = st.container(key="work", horizontal=True, gap="large")
    with work.container(key="left", width="stretch"):
        parts = person.left(shown, asked.edge, asked.claims, as_table=asked.as_table, order=asked.order)
        going.sheet(parts, "person", _act, of=state.at, look="page")
    with work.container(key="right", width=398):
        going.sheet(person.right(view, shown, asked.everyone), "beside", _act, of=state.at)


def _list(row: DeltaGenerator, view: View, state: State, asked: Asked) -> None:
    with row:
        text = bar.narrow("Find a person or company…", "narrow-people")
        bar.clocks(state)
        rows = arranged(narrowed(view, listed(view.version, state.clocks), text), asked.sort)
        bar.download("Download CSV", lambda: as_csv(COLUMNS, rows), "people.csv")
    day = day_text(state.true_on or now_of(view) or 0)
    head = {"type": "section", "title": "People", "count": len(rows), "note": f"companies on {day}"}
    nothing = "Nobody here is called that, or nearly that. Try another name, or empty the field."
    most = settings().table_rows
    table = {**block(COLUMNS, rows[:most], asked.sort, caption="People"), "nothing": nothing}
    parts = [head, table]
    if len(rows) > most:
        fact, hint = f"Showing {most} of {len(rows):,} people.", "Narrow the list to see the rest."
        parts.append({"type": "band", "fact": fact, "hint": hint, "buttons": []})
    going.sheet(parts, "people-list", _act)


def _act(action: str) -> None:
    word, _, rest = action.partition(" ")
    asked = session.own(PAGE, asked_from)
    match word:
        case "all":
            session.change(replace(session.state(), at=""))
        case "row":
            session.change(replace(session.state(), at=rest))
            session.change_own(PAGE, replace(asked, edge="", everyone=False))
        case "sort" if is_person(session.state().at):
            session.change_own(PAGE, replace(asked, order=rest))
        case "table":
            session.change_own(PAGE, replace(asked, as_table=not asked.as_table))
        case "sort":
            session.change_own(PAGE, replace(asked, sort=sorting(COLUMNS)(rest)))
        case "edge":
            session.change_own(PAGE, replace(asked, edge="" if rest == asked.edge else rest))
        case "colleagues":
            session.change_own(PAGE, replace(asked, everyone=not asked.everyone))
        case "claims":
            session.change_own(PAGE, replace(asked, claims=not asked.claims))
        case _:
            going.follow(action)
