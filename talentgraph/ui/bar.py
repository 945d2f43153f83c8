"""The row above the pages other than Explore: find a name, both clocks, evidence, what to take away."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from graph.errors import BadQuestion, NotFound
from graph.exports import FORMATS, export
from graph.model.entities import kind_of
from graph.queries.answers.subgraph import Subgraph
from graph.queries.network import search
from graph.store.base import View
from talentgraph.ui import ledger, link, session
from talentgraph.ui.explore import controls
from talentgraph.ui.state import State

_FIND = "find-on-page"
_WIDTH = 300
BRIEF = "Brief (.md)"


def find(view: View, kinds: Sequence[str], hint: str) -> None:
    """Pick or type a name of one of these kinds: its page opens."""
    names = [name for name, id_ in ledger.names(view.version).items() if kind_of(id_) in kinds]
    st.selectbox(
        "Find",
        names,
        index=None,
        key=_FIND,
        placeholder=hint,
        label_visibility="collapsed",
        accept_new_options=True,
        on_change=_found,
        args=(tuple(kinds),),
        width=_WIDTH,
    )


def narrow(hint: str, key: str) -> str:
    """The text by which a list is narrowed. It stays out of the address."""
    return st.text_input("Find", key=key, placeholder=hint, label_visibility="collapsed", width=_WIDTH)


def clocks(state: State) -> None:
    """What every page is read in."""
    controls.clocks(state)
    with st.popover(f"Evidence: {state.level}", icon=":material/verified:"):
        controls.evidence(state)


def _found(kinds: tuple[str, ...]) -> None:
    """Select what was picked or typed. What was typed stays out of the address."""
    text = st.session_state[_FIND]
    st.session_state[_FIND] = None
    if not text:
        return
    view = ledger.view(session.state().clocks)
    try:
        id_ = ledger.names(view.version).get(text) or search.find(view, text, kinds).id
    except (NotFound, BadQuestion) as error:
        st.session_state[controls.MISSED] = str(error)
    else:
        session.change(replace(session.state(), at=id_))


def share(
    graph: Callable[[], Subgraph], tables: Mapping[str, Callable[[], bytes]], parts: Mapping[str, str]
) -> None:
    """The link, the tables of the page, the graph behind it. Files are made when asked for.

    `parts` of the address are those that only this page reads.
    """
    with st.popover("Share", icon=":material/ios_share:"):
        link.draw(link.link_to(session.address(session.state(), parts)), "This link opens the same view")
        st.caption("What is shown, as a note with its sources")
        _file(BRIEF, partial(_written, graph, "brief"), "brief.md", FORMATS["brief"].mime)
        if tables:
            st.caption("Tables of this page")
        for label, made in tables.items():
            name = f"{label.lower().replace(' ', '-')}.csv"
            _file(f"{label} (CSV)", made, name, "text/csv")
        st.caption("The network behind it, with its claims and sources")
        for name, form in FORMATS.items():
            if name == "brief":
                continue
            _file(form.label, partial(_written, graph, name), f"talent-graph{form.suffix}", form.mime)


def brief(graph: Callable[[], Subgraph]) -> None:
    """A button for the dossier beside the table, as a note."""
    download(
        BRIEF, partial(_written, graph, "brief"), "brief.md", FORMATS["brief"].mime, ":material/article:"
    )


def _written(graph: Callable[[], Subgraph], name: str) -> bytes:
    return export(graph(), name)


def _file(label: str, data: Callable[[], bytes], name: str, mime: str) -> None:
    st.download_button(
        label, data=data, file_name=name, mime=mime, key=f"take-{name}", on_click="ignore", width="stretch"
    )


def download(
    label: str,
    data: Callable[[], bytes],
    name: str,
    mime: str = "text/csv",
    icon: str = ":material/download:",
) -> None:
    """A button for the table beside it."""
    st.download_button(
        label,
        data=data,
        file_name=name,
        mime=mime,
        icon=icon,
        on_click="ignore",
        key=f"take-beside-{name}",
    )
