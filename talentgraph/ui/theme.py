"""What the theme in .streamlit/config.toml cannot say: gutters, focus, and panels that stack."""

from __future__ import annotations

import streamlit as st

_STYLE = """
.stMainBlockContainer { padding: 4.2rem 24px 16px; max-width: 1720px; }
.stMainBlockContainer h1 { margin: 0; }
.st-key-work { align-items: stretch; }
.st-key-bar, .st-key-ask { align-items: center; }
.st-key-swap [data-testid="stMarkdownContainer"] { position: absolute; clip-path: inset(50%); }
.st-key-style { display: none; }
:focus-visible:not(input, [role="spinbutton"]), label:has(input:focus-visible),
div:has(> :is(input, [role="spinbutton"]):focus-visible) {
  outline: 2px solid var(--chart-accent, currentcolor) !important; outline-offset: 2px;
  box-shadow: none !important;
}
.stMain:focus-visible { outline-offset: -2px; }
div[data-testid="stCaptionContainer"] { color: inherit; opacity: .75; }
@media (min-width: 1081px) {
  .st-key-notice { min-height: 28px; margin-block: -12px; }
  .st-key-right:has(.st-key-row, .st-key-flow-right, .st-key-data-beside) {
    position: sticky; top: 4rem; align-self: flex-start; height: auto; flex: 0 0 auto;
  }
}
@media (max-width: 1080px) {
  div:has(> [class*="st-key-left"]), div:has(> [class*="st-key-right"]) { min-width: 100%; flex: 1 1 100%; }
}
@media (max-width: 640px) {
  .stMainBlockContainer { padding-left: 16px; padding-right: 16px; }
  .st-key-bar, .st-key-ask { gap: 8px; }
  .st-key-bar > :is([class*="st-key-find"], [class*="st-key-narrow"]) { width: 100% !important; }
  :is(.st-key-flow-view, .st-key-show-data) [role="radiogroup"] {
    flex-wrap: wrap; row-gap: 4px; mask-image: none;
  }
  .st-key-show-data [role="radio"] { padding-inline: 8px; }
}
@media (pointer: coarse) {
  .stMain :is(.stPopover, .stButton, .stDownloadButton, .stSelectbox, .stTextInput) :is(button, input),
  [data-testid="stPopoverBody"] button, .stMain [role="radio"] { min-height: 40px; }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important; } }
"""


# What charts and the ring of the focus call their colours, by their names in the theme. They stand outside
# the components, which Streamlit hands its colours to. What opens over the page has a ring of its own ink.
_CHART_COLOURS = {
    "in": "blueColor",
    "out": "orangeColor",
    "middle": "grayColor",
    "ink": "textColor",
    "muted": "grayTextColor",
    "paper": "backgroundColor",
    "accent": "primaryColor",
}


def apply_style() -> None:
    with st.container(key="style"):
        st.html(f"<style>{_STYLE}{_chart_colours()}</style>")


def _chart_colours() -> str:
    """Both values of each colour; the browser takes the one of the theme that is on."""
    rules = (
        f"--chart-{name}: light-dark({_option('light', key)}, {_option('dark', key)});"
        for name, key in _CHART_COLOURS.items()
    )
    return f".stApp {{ {' '.join(rules)} }}"


def _option(theme: str, key: str) -> str:
    return str(st.get_option(f"theme.{theme}.{key}"))
