"""A tour of the app: addresses on every page, with nothing selected and with something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from playwright.sync_api import Page

WANG, TULLOCH, SUTSKEVER = "person:alexandr-wang", "person:andrew-tulloch", "person:ilya-sutskever"
META, OPENAI = "org:meta", "org:openai"
SCALE, GEMINI = "deal:meta-scale-ai-2025", "work:gemini"
OFFER = f"{META}|offered|{SUTSKEVER}||1|1"

TOUR: Mapping[str, tuple[str, ...]] = {
    "Explore": ("", f"?at={WANG}", f"?at={OFFER}&on=2025-06-30"),
    "People": ("people", f"people?at={TULLOCH}&edge={TULLOCH}|works_at|{OPENAI}||1|1"),
    "Organisations": (
        "organisations",
        f"organisations?at={META}&open=out",
        f"organisations?at={META}&table=yes",
        f"organisations?at={META}&beside={OPENAI}",
    ),
    "Paths": ("paths", f"paths?from={TULLOCH}&to={WANG}", f"paths?from={WANG}&to={GEMINI}&mode=together"),
    "Flows": (
        f"flows?cell={OPENAI}>{META}",
        "flows?table=yes",
        "flows?view=sankey",
        "flows?view=rates",
        f"flows?view=retention&of={META}",
        "flows?view=liftouts",
        "flows?view=offers",
    ),
    "Deals and offers": (f"deals?at={SCALE}&claims=all", "deals?show=offers"),
    "Data": (
        "data",
        "data?show=load",
        "data?show=sources",
        "data?show=quality",
        "data?show=left-out",
        "data?show=same",
        "data?show=changes",
    ),
}
"""By their titles in the navigation. Over the last address of each page opens all that opens there."""

STOPS = tuple(stop for stops in TOUR.values() for stop in stops)
LAST = tuple(stops[-1] for stops in TOUR.values())
LOOKED_AT = tuple(
    dict.fromkeys(
        (
            *STOPS,
            f"people?at={WANG}",
            f"people?at={TULLOCH}&table=yes",
            f"paths?from={TULLOCH}&to={WANG}&table=yes",
            f"organisations?at={META}&open=in",
            f"paths?from=person:mira-murati&to={WANG}&mode=together",
            "paths",
            "paths?from=person:jerry-tworek&to=person:jack-rae&mode=together",
            "flows",
            f"flows?of={META}&cell={OPENAI}>{META}",
            f"flows?view=sankey&of={META}",
            f"flows?view=rates&of={META}&from=2025",
            f"flows?view=retention&of={OPENAI}&months=6",
            f"flows?view=liftouts&of={META}",
            "flows?view=offers&table=yes",
            "deals",
        )
    )
)
"""All stops, and the same pages with other questions: what the eye is to read."""

Window = tuple[int, int, Literal["light", "dark"]]
"""Width, height and theme."""

WINDOWS: tuple[Window, ...] = (
    (1400, 900, "light"),
    (1400, 900, "dark"),
    (390, 844, "dark"),
    (390, 844, "light"),
)
_WAIT = 30_000
_IDLE = "() => !document.querySelector('[data-testid=stStatusWidget], [data-stale=true]')"
_PAPER = "scheme => getComputedStyle(document.querySelector('.stApp')).colorScheme === scheme"


def open_stop(page: Page, address: str, stop: str) -> Page:
    """Open an address and wait until its page is drawn, in its own letters."""
    page.goto(f"{address}/{stop}")
    return drawn(page)


def drawn(page: Page) -> Page:
    page.locator(".stMain .sheet > *").first.wait_for(timeout=_WAIT)
    page.wait_for_function(_IDLE, timeout=_WAIT)
    page.evaluate("document.fonts.ready.then(() => true)")
    return page


def look(page: Page, window: Window) -> None:
    """The same page in another window, by day or by night."""
    width, height, scheme = window
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.wait_for_function(_PAPER, arg=scheme, timeout=_WAIT)
    drawn(page)


def popovers(page: Page) -> Iterator[str]:
    """Open all that opens over the page, one after the other; gives what is written on the button."""
    body = page.get_by_test_id("stPopoverBody")
    for button in page.get_by_test_id("stPopover").locator("button:enabled").all():
        button.click()
        body.get_by_test_id("stElementContainer").first.wait_for(timeout=_WAIT)
        drawn(page)
        body.get_by_test_id("stSkeleton").first.wait_for(state="detached")
        yield button.inner_text()
        page.keyboard.press("Escape")
        body.wait_for(state="detached")
