"""Somebody without a mouse: where the focus is, whether that can be seen, and how one gets further."""

from __future__ import annotations

import re
from dataclasses import dataclass

from colour import contrast
from playwright.sync_api import Page

_MOST = 120
# The ring is of what has the focus, or of what stands around it: a field in its frame, a box in its label.
_FOCUS = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body) return null;
  const around = [];
  for (let node = at; node && around.length < 4; node = node.parentElement)
    around.push(getComputedStyle(node));
  const ring = around.find(each => each.outlineStyle === "solid" && parseFloat(each.outlineWidth) >= 2);
  const said = at.ariaLabel ?? at.labels?.[0]?.innerText ?? (at.matches("main") ? "" : at.innerText);
  return [at.role ?? at.tagName.toLowerCase(), said, ring?.outlineColor ?? "",
          getComputedStyle(document.body).backgroundColor];
}"""
_NUMBERS = re.compile(r"\d+(?=[,)])")


@dataclass(frozen=True, slots=True)
class Focus:
    """What has the focus: its role, what it is called, the contrast of its ring, or 0 where there is none."""

    role: str
    name: str
    ring: float

    def __str__(self) -> str:
        return f"{self.role} {self.name[:60]!r} ({self.ring:.1f})"


def focus(page: Page) -> Focus | None:
    """None where the page as a whole has it."""
    found = page.evaluate(_FOCUS)
    if found is None:
        return None
    role, said, ring, paper = found
    return Focus(role, " ".join(said.split()), contrast(_hex(ring), _hex(paper)) if ring else 0)


def tab(page: Page) -> Focus | None:
    page.keyboard.press("Tab")
    return focus(page)


def walk(page: Page, name: str) -> list[Focus]:
    """Press Tab until what has the focus is called so; all that was passed, the goal last."""
    passed: list[Focus] = []
    while len(passed) < _MOST:
        here = tab(page)
        if here:
            passed.append(here)
            if re.search(name, here.name):
                return passed
    raise AssertionError(f"{name} is not among {', '.join(map(str, passed))}")


def _hex(colour: str) -> str:
    """`rgb(29, 79, 145)` as `#1d4f91`."""
    red, green, blue = map(int, _NUMBERS.findall(colour)[:3])
    return f"#{red:02x}{green:02x}{blue:02x}"
