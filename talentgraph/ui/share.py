"""Share: the address of what is shown, a view file where that is too long, pictures, and the data."""

from __future__ import annotations

from functools import partial

import streamlit as st

from graph.errors import TalentGraphError
from graph.exports import FORMATS, export
from graph.settings import settings
from talentgraph.ui import ledger, link, session
from talentgraph.ui.explore import telling
from talentgraph.ui.explore.made import link_from
from talentgraph.ui.explore.picture import Picture
from talentgraph.ui.explore.placing import written
from talentgraph.ui.explore.viewfile import MIME, NAME, ViewFile, read_view, write_view
from talentgraph.ui.state import State, to_address

_OPEN, _FILE, REFUSED = "share", "view-file", "refused"
_WIDTH = 420


def draw(state: State, picture: Picture, made: str) -> None:
    """`made` tells the ledger that the view was made with, as the address does."""
    popover = st.popover("Share", icon=":material/ios_share:", key=_OPEN, on_change=telling.ask_colour)
    if not popover.open:
        return
    with popover, st.container(width=_WIDTH):
        file = ViewFile(state, picture.places, made)
        _link(file)
        _pictures()
        _data(state, picture)
        _files(file)


def _link(file: ViewFile) -> None:
    """Where it is too long for a link, the view file below is what to pass on."""
    parts = to_address(file.state) | {"made": file.made, "places": written(file.places)}
    address = link.link_to(parts)
    if len(address) > settings().link_characters:
        st.caption(
            f"A link to this view would be {len(address):,} characters long. Pass on the view file below."
        )
        return
    link.draw(address, "This link opens the same view, with every name where it stands")


def _pictures() -> None:
    st.caption("The picture as it is seen")
    with st.container(horizontal=True, gap="small"):
        for kind in ("svg", "png"):
            label = f"Picture ({kind.upper()})"
            st.button(label, key=f"save-{kind}", on_click=telling.save, args=(kind,), width="stretch")


def _data(state: State, picture: Picture) -> None:
    st.caption("What is true of it, with claims and sources")
    columns = st.columns(2, gap="small")
    for number, (name, form) in enumerate(FORMATS.items()):
        columns[number % 2].download_button(
            form.label,
            data=partial(_export, picture, state, name),
            file_name=f"talent-graph{form.suffix}",
            mime=form.mime,
            key=f"take-{name}",
            on_click="ignore",
            width="stretch",
        )


def _export(picture: Picture, state: State, name: str) -> bytes:
    return export(picture.within(ledger.view(state.scope)), name)


def _files(file: ViewFile) -> None:
    st.caption("The view as a file, of any size")
    st.download_button(
        "View file",
        data=write_view(file),
        file_name=NAME,
        mime=MIME,
        key="take-view",
        on_click="ignore",
        width="stretch",
    )
    st.file_uploader("Open a view file", key=_FILE, on_change=_opened, max_upload_size=1)


def choose_again() -> None:
    """Called in callbacks: open the panel in which a view file is chosen."""
    st.session_state[_OPEN] = True


def _opened() -> None:
    """Show the view of a file, or say which line of it cannot be read and keep what is shown."""
    given = st.session_state[_FILE]
    if given is None:
        return
    try:
        file = read_view(given.name, given.getvalue())
    except TalentGraphError as error:
        st.session_state[REFUSED] = error
        return
    st.session_state.pop(REFUSED, None)
    session.open_view(file.state, file.places, link_from({"made": file.made}))
