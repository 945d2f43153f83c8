"""The link that Share offers to pass on."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect
from reader import Reader
from tour import META, OPENAI, TULLOCH, WANG

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    "stop",
    [
        f"people?at={TULLOCH}&on=2025-10-31",
        f"organisations?at={META}&beside={OPENAI}",
        f"paths?from={TULLOCH}&to={WANG}&mode=together",
        f"flows?view=offers&of={META}&table=yes",
    ],
)
def test_the_link_of_share_opens_the_same_view(
    new_page: Callable[..., Page], address: str, stop: str
) -> None:
    """The text in the box is the whole address: opened by somebody else it shows the same words."""
    here = Reader(new_page(), address).visit(stop)
    shown = here.page.locator(".stMain .st-key-work, .stMain .sheet").last.inner_text()
    here.button("Share").click()
    link = here.page.locator("[data-testid=stPopoverBody] code").inner_text()
    assert parse_qs(urlsplit(link).query) == parse_qs(urlsplit(here.page.url).query)
    there = Reader(new_page(), address).visit(link.removeprefix(f"{address}/"))
    expect(there.page.locator(".stMain .st-key-work, .stMain .sheet").last).to_have_text(
        shown, use_inner_text=True
    )
