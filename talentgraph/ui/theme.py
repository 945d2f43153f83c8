"""What the theme in .streamlit/config.toml cannot say: gutters, and panels that stack on a narrow window."""

from __future__ import annotations

import streamlit as st

_STYLE = """
.stMainBlockContainer { padding: 4.2rem 24px 16px; max-width: 1720px; }
.stMainBlockContainer h1 { margin: 0; }
.st-key-work { align-items: stretch; }
.st-key-bar { align-items: center; }
.st-key-swap [data-testid="stMarkdownContainer"] { position: absolute; clip-path: inset(50%); }
.st-key-style { display: none; }
@media (max-width: 1080px) {
  div:has(> .st-key-left), div:has(> .st-key-right) { min-width: 100%; flex: 1 1 100%; }
}
@media (max-width: 640px) { .stMainBlockContainer { padding-left: 16px; padding-right: 16px; } }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important; } }
"""


def apply_style() -> None:
    with st.container(key="style"):
        st.html(f"<style>{_STYLE}</style>")
