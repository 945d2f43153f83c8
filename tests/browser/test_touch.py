"""What fingers press on a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from reader import Reader
from tour import META, TULLOCH, WANG

pytestmark = pytest.mark.browser

LEAST = 40  # pixels
# Names and sources in a sentence and bars of a career are as high as their line. The frame is Streamlit's.
_PRESSED = """least => {
  const low = [];
  const look = (root, inside) => {
    for (const node of root.querySelectorAll("*")) {
      if (node.shadowRoot) look(node.shadowRoot, true);
      const pressed = inside ? ".ledger button, .links button, .actions button, select, summary, input"
        : ".stMain button, .stMain input, .stMain [role=radio]";
      if (!node.matches(pressed) || node.matches("[aria-label^='Help for']")) continue;
      const { width, height } = node.getBoundingClientRect();
      if (!width || !height || height >= least) continue;
      low.push(`${node.getAttribute("aria-label") || node.textContent}: ${height}`);
    }
  };
  look(document, false);
  return low;
}"""


@pytest.mark.parametrize(
    "stop",
    [
        "",
        "people",
        f"people?at={TULLOCH}",
        f"organisations?at={META}&table=yes",
        f"paths?from={TULLOCH}&to={WANG}&mode=together",
        f"flows?of={META}",
        "deals",
        "data",
    ],
)
def test_what_fingers_press_is_high_enough(new_page: Callable[..., Page], address: str, stop: str) -> None:
    """Every control, name in a list and button has 40 pixels at least; one of 100 would be found missing."""
    page = Reader(new_page(390, 844, has_touch=True, is_mobile=True), address).visit(stop).page
    assert page.evaluate(_PRESSED, 100), "what looks for low ones finds none"
    assert page.evaluate(_PRESSED, LEAST) == []
