"""`python tests/support/pictures.py [NAME …]`: takes the pictures in docs/ again."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path

from film import Film
from PIL import Image
from playwright.sync_api import Browser
from tour import META, OPENAI, SCALE, TULLOCH, WANG, Window, look, open_stop
from visitor import Visitor

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
DESK: Window = (1400, 900, "light")
NIGHT: Window = (1400, 900, "dark")
PHONE: Window = (390, 844, "light")

STILLS: dict[str, tuple[str, Window]] = {
    "explore": (f"?at={SCALE}&on=2025-07-31", DESK),
    "explore-dark": (f"?at={WANG}", NIGHT),
    "explore-phone": (f"?at={WANG}&open={WANG}&only=yes", PHONE),
    "people": (f"people?at={TULLOCH}", DESK),
    "organisations": (f"organisations?at={META}&beside={OPENAI}", DESK),
    "paths": (f"paths?from={TULLOCH}&to={WANG}", DESK),
    "flows": (f"flows?cell={OPENAI}>{META}&since=2025-01&until=2025-12", DESK),
    "retention": (f"flows?view=retention&of={META}", DESK),
    "deals": (f"deals?at={SCALE}", DESK),
    "data": ("data?show=sources", DESK),
}
"""By the name of the file: an address of the app and the window to see it in."""


def still(browser: Browser, address: str, name: str) -> None:
    """A page in its window, every pixel of it."""
    stop, window = STILLS[name]
    context = browser.new_context(viewport={"width": window[0], "height": window[1]})
    with closing(context):
        page = open_stop(context.new_page(), address, stop)
        look(page, window)
        if stop.startswith("?"):
            Visitor(page, address).rest()
        picture = Image.open(BytesIO(page.screenshot()))
    picture.convert("RGB").save(DOCS / f"{name}.webp", lossless=True, method=6)


def moving(browser: Browser, address: str) -> None:
    """From a misspelt name to the deal that brought him along, and on to all that Meta did."""
    context = browser.new_context(viewport={"width": 1200, "height": 780})
    with closing(context):
        page = context.new_page()
        visitor = Visitor(page, address).visit()
        film = Film(page)
        _walk(visitor, film)
        film.save(DOCS / "moving.webp")


def _walk(visitor: Visitor, film: Film) -> None:
    page = visitor.page
    film.hold(1.0)
    film.press(page.get_by_role("combobox", name="Find"))
    film.write("Alexander Wang")
    visitor.heading("Alexandr Wang")
    film.hold(2.0)
    film.press(visitor.dossier.get_by_role("button", name="Show only this"))
    visitor.dossier.get_by_role("button", name="Fold").wait_for()
    film.hold(2.0)
    film.point(*visitor.point(SCALE))
    page.mouse.click(*visitor.point(SCALE))
    visitor.reads("Sources disagree")
    film.hold(2.5)
    visitor.double_click(SCALE)
    film.press(page.get_by_role("menuitem").first)
    visitor.rest()
    film.hold(1.5)
    film.point(*visitor.point(META))
    visitor.double_click(META)
    film.hold(1.5)
    film.press(page.get_by_role("menuitem").first)
    visitor.rest()
    film.hold(2.5)


def main() -> int:
    sys.path.insert(0, str(ROOT))
    from bench.served import chromium, opened, served

    takes: dict[str, Callable[[Browser, str], None]] = {
        name: lambda browser, address, name=name: still(browser, address, name) for name in STILLS
    } | {"moving": moving}
    wanted = sys.argv[1:] or list(takes)
    with (
        tempfile.TemporaryDirectory() as folder,
        opened(chromium()) as browser,
        served(Path(folder) / "ledger.db") as (address, _),
    ):
        for name in wanted:
            takes[name](browser, address)
            print(name)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
