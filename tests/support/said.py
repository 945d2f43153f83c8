"""What a page says, to the eye and to the ear, and what of it no reader should meet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from playwright.sync_api import Page

from graph.model.entities import KINDS
from graph.model.relations import RELATIONS

_WORDS = ("None", "NaN", "nan", "undefined", "null", "Infinity", "object Object")
_NAMES = [name for name in RELATIONS if "_" in name]
_STRANGE = re.compile(rf"\b(?:{'|'.join([*_WORDS, *_NAMES])})\b|\b(?:{'|'.join(KINDS)}):[a-z0-9][a-z0-9-]*")

# Texts, what fields hold, what is read out, hints; in open shadow trees too. An address may hold ids.
_SAID = """() => {
  const said = [];
  const heard = ["aria-label", "aria-valuetext", "aria-description", "alt", "placeholder", "title"];
  const isText = each => each.nodeType === Node.TEXT_NODE;
  const isSaid = node => node.checkVisibility({ visibilityProperty: true }) && !node.closest(".stCode");
  const take = root => {
    for (const node of root.querySelectorAll("*")) {
      if (node.shadowRoot) take(node.shadowRoot);
      if (node._cyreg) said.push(...node._cyreg.cy.elements().map(painted));
      if (!isSaid(node)) continue;
      said.push(...[...node.childNodes].filter(isText).map(each => each.data));
      said.push(...heard.map(name => node.getAttribute(name)), node.matches("[type=text]") ? node.value : "");
    }
  };
  const painted = each => each.data("label") ?? each.data("text");
  take(document.body);
  return said.filter(each => each?.trim());
}"""


def said(page: Page) -> list[str]:
    """Everything, in pieces as it stands in the page."""
    found: list[str] = page.evaluate(_SAID)
    return found


def strange(texts: Iterable[str]) -> list[str]:
    """The texts with a word of the program in them, or an id where a name belongs."""
    return sorted({text.strip() for text in texts if _STRANGE.search(text)})
