"""The link to what is shown, with a button that copies it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

import streamlit as st

from talentgraph.ui.component import mount

_HEIGHT = 86


def link_to(parts: Mapping[str, str]) -> str:
    """The whole address of this page with these parts; ids and days stay readable in it."""
    page, query = st.context.url or "", urlencode(parts, safe=":,~|")
    whole = page if urlsplit(page).path else f"{page}/"
    return f"{whole}?{query}" if query else whole


def draw(link: str, caption: str) -> None:
    st.caption(caption)
    st.code(link, language=None, height=_HEIGHT, wrap_lines=True)
    copy = {"label": "Copy link", "copy": link, "strong": True}
    data = {"blocks": [{"type": "actions", "buttons": [copy]}], "of": ""}
    mount("sheet", data, "copy-link", on_act_change=_nothing, on_open_change=_nothing)


def _nothing() -> None:
    """Copying is done in the browser."""
