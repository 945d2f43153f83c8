"""axe-core in an open page: what it holds to be a serious or critical barrier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

_RUN = """async ({ within, known }) => {
  const ran = await axe.run(within ? { include: [[within]] } : document, { elementRef: true });
  const barriers = ran.violations.filter(each => ["serious", "critical"].includes(each.impact));
  const isKnown = (rule, element) => known.some(each => each.rule === rule && element.closest(each.selector));
  return barriers.flatMap(({ id, nodes }) => nodes.filter(node => !isKnown(id, node.element)).map(node => [
    id, node.element.outerHTML.slice(0, 240), node.failureSummary.replace(/\\s+/g, " ").slice(0, 240),
  ]));
}"""


@dataclass(frozen=True, slots=True)
class Known:
    """A barrier in an element of Streamlit's own that the product cannot mend, and why."""

    rule: str
    selector: str
    reason: str


def barriers(page: Page, script: Path, known: Sequence[Known] = (), within: str = "") -> list[str]:
    """Rule, element and what is wrong, of each; open shadow trees are looked into.

    `within` is a selector of the part to look at; empty: the whole page.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(script.read_text(encoding="utf-8"))
    given = [{"rule": each.rule, "selector": each.selector} for each in known]
    found: list[list[str]] = page.evaluate(_RUN, {"within": within, "known": given})
    return [" | ".join(each) for each in found]
