"""Every page as the eye meets it, in a wide window and on a phone, by day and by night."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from reader import Reader
from tour import LOOKED_AT, WINDOWS, look

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", LOOKED_AT)
def test_fits_the_window_and_reads_well(new_page: Callable[..., Page], address: str, path: str) -> None:
    """Nothing scrolls sideways, nothing is cut, nothing says None or an id, no script throws."""
    seen = Reader(new_page(), address).visit(path)
    flaws = {}
    for window in WINDOWS:
        look(seen.page, window)
        flaws[window] = seen.flaws()
    assert flaws == {window: [] for window in WINDOWS}


def test_what_it_looks_for_is_found(new_page: Callable[..., Page], address: str) -> None:
    """A word of the program, an id and a line that is too wide, planted in a page, are flaws."""
    seen = Reader(new_page(), address).visit("people")
    assert seen.flaws() == []
    seen.page.evaluate(
        """() => { const main = document.querySelector('.stMain');
             main.append(Object.assign(document.createElement('p'), { textContent: 'NaN of org:meta',
               style: 'white-space: nowrap; width: 3000px' }));
             const sheet = [...main.querySelectorAll('*')].find(host => host.shadowRoot).shadowRoot;
             sheet.append(Object.assign(document.createElement('p'), { textContent: 'too wide',
               style: 'width: 3000px' })); }"""
    )
    assert {"NaN", "org:meta", "cut: too wide", "scrolls sideways"} <= set(seen.flaws())
