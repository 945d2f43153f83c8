"""The frame of every page: title, style, word mark, navigation."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from talentgraph.ui import session
from talentgraph.ui.pages import data, deals, explore, flows, organisations, paths, people
from talentgraph.ui.theme import apply_style

_ASSETS = Path(__file__).parent.parent / "assets"
_ABOUT = (
    "Talent Graph: who works where, who moved, what was offered, and who says so. Every fact has its source."
)
# In the order of the navigation: the last part of the address, the title, and what draws the page.
_PAGES = (
    ("explore", "Explore", explore.draw),
    ("people", "People", people.draw),
    ("organisations", "Organisations", organisations.draw),
    ("paths", "Paths", paths.draw),
    ("flows", "Flows", flows.draw),
    ("deals", "Deals and offers", deals.draw),
    ("data", "Data", data.draw),
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
    pages = {
        name: st.Page(page, title=title, url_path=name, default=name == session.EXPLORE)
        for name, title, page in _PAGES
    }
    shown = st.navigation(list(pages.values()), position="top")
    goal = session.goal()
    if goal and pages[goal[0]] is not shown:
        st.switch_page(pages[goal[0]], query_params=goal[1])
    session.arrive(next(name for name, page in pages.items() if page is shown))
    shown.run()
