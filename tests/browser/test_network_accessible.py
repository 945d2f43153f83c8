"""No barrier in what the network shows beside its first view: table, menus, several, a path, employers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe import barriers
from playwright.sync_api import Page
from visitor import Visitor

pytestmark = pytest.mark.browser

META, TULLOCH, METZ = "org:meta", "person:andrew-tulloch", "person:luke-metz"


def open_menu(visitor: Visitor) -> None:
    visitor.double_click(META)
    visitor.heading("Meta")
    visitor.settled()
    visitor.page.get_by_role("menu").wait_for()


def by_employer(visitor: Visitor) -> None:
    visitor.page.get_by_label("Colour by").select_option("employer")


def links(visitor: Visitor) -> None:
    visitor.page.locator(".bar").get_by_role("button", name="Links").click()


def nothing(visitor: Visitor) -> None:
    """As it is opened."""


@pytest.mark.parametrize(
    ("query", "act"),
    [
        (f"?at={META}&table=yes", nothing),
        (f"?at={META}&table=yes&on=2025-10-31", links),
        (f"?at={TULLOCH}&also={METZ}", nothing),
        (f"?path={TULLOCH},{META}", nothing),
        (f"?on=2025-10-31&off=deal&hide={METZ}", open_menu),
        ("?on=2025-10-31", by_employer),
    ],
)
def test_no_barrier(
    new_page: Callable[..., Page], address: str, workshop: Path, query: str, act: Callable[[Visitor], None]
) -> None:
    """0 serious and 0 critical findings by axe-core, by day and by night."""
    for scheme in ("light", "dark"):
        page = new_page(color_scheme=scheme, reduced_motion="reduce")
        act(Visitor(page, address).visit(query))
        assert barriers(page, workshop / "node_modules/axe-core/axe.min.js") == [], scheme
