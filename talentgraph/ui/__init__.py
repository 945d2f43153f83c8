"""The screen: one page a file in `pages`, what they share beside them. Started by app.py under Streamlit."""

from __future__ import annotations


def run() -> None:
    """Draw the page that the address names. Called by app.py on every rerun."""
    from talentgraph.ui.shell import draw

    draw()
