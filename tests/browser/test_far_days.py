"""Days that no calendar offers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from reader import Reader

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("people?on=1901-02-03&known=2500-01-01", ("3 Feb 1901", "1 Jan 2500")),
        ("?on=9999-12-31&known=0001-01-01", ("1 Jan 1",)),
        ("data?show=changes&since=2400-01-01", ("1 Jan 2400",)),
    ],
)
def test_an_address_may_name_any_day(
    new_page: Callable[..., Page], address: str, path: str, said: tuple[str, ...]
) -> None:
    """The page is drawn, its controls hold the day of the address, and it stays there."""
    reader = Reader(new_page(), address).visit(path)
    for day in said:
        reader.page.get_by_role("button", name=day).first.wait_for()
    expect(reader.page.get_by_test_id("stException")).to_have_count(0)
    given = dict(part.split("=") for part in path.partition("?")[2].split("&"))
    reader.waits_for(**given)
