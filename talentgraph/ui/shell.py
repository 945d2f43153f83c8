"""The frame of every page: title, style, word mark, navigation."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from talentgraph.ui.pages import explore
from talentgraph.ui.theme import apply_style

_ASSETS = Path(__file__).parent.parent / "assets"
_ABOUT = (
    "Talent Graph: who works where, who moved, what was offered, and who says so. Every fact has its source."
)


def draw() -> None:
    st.set_page_config(
        page_title="Talent Graph",
        page_icon=_ASSETS / "icon.svg",
        layout="wide",
        menu_items={"About": _ABOUT},
    )
    apply_style()
    st.logo(_ASSETS / "wordmark.svg", size="large")
    pages = [st.Page(explore.draw, title="Explore", url_path="explore", default=True)]
    st.navigation(pages, position="top").run()
