"""A page as a moving picture: what its window shows, whenever it changes, with the pointer drawn in."""

from __future__ import annotations

import base64
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Locator, Page

_POINTER = """() => {
  const dot = document.createElement("div");
  dot.id = "pointer";
  dot.style.cssText = `position: fixed; z-index: 2147483647; left: -40px; top: -40px; width: 18px;
    height: 18px; border-radius: 50%; background: rgba(200, 40, 40, .45); border: 2px solid #fff;
    box-shadow: 0 0 3px rgba(0, 0, 0, .5); pointer-events: none; transform: translate(-50%, -50%)`;
  document.body.append(dot);
  addEventListener("pointermove", event => {
    dot.style.left = `${event.clientX}px`; dot.style.top = `${event.clientY}px`;
  }, true);
}"""
_LONGEST, _SHORTEST = 3000, 60


class Film:
    """Frames come from Chromium itself; each is shown until the next one came, in milliseconds."""

    def __init__(self, page: Page) -> None:
        self._page, self._frames = page, list[tuple[float, bytes]]()
        page.evaluate(_POINTER)
        self._screen = page.context.new_cdp_session(page)
        self._screen.on("Page.screencastFrame", self._take)
        self._screen.send("Page.startScreencast", {"format": "png", "everyNthFrame": 1})

    def _take(self, event: dict[str, Any]) -> None:
        self._screen.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})
        self._frames.append((float(event["metadata"]["timestamp"]), base64.b64decode(event["data"])))

    def hold(self, seconds: float) -> None:
        """Let whoever looks on read."""
        self._page.wait_for_timeout(1000 * seconds)

    def point(self, x: float, y: float) -> None:
        """Move the pointer there as a hand would."""
        self._page.mouse.move(x, y, steps=12)
        self.hold(0.3)

    def press(self, what: Locator) -> None:
        box = what.bounding_box()
        assert box is not None
        self.point(box["x"] + min(box["width"], 120) / 2, box["y"] + box["height"] / 2)
        what.click()

    def write(self, text: str) -> None:
        self._page.keyboard.type(text, delay=60)
        self.hold(0.4)
        self._page.keyboard.press("Enter")

    def save(self, file: Path) -> None:
        """As an animated WebP that starts anew for ever."""
        self._screen.send("Page.stopScreencast")
        kept = [self._frames[0]]
        for frame in self._frames[1:]:
            if (frame[0] - kept[-1][0]) * 1000 >= _SHORTEST:
                kept.append(frame)
        ends = [*(moment for moment, _ in kept[1:]), kept[-1][0] + _LONGEST / 1000]
        spans = [int(min(_LONGEST, 1000 * (end - start))) for (start, _), end in zip(kept, ends, strict=True)]
        first, *others = (Image.open(BytesIO(data)).convert("RGB") for _, data in kept)
        first.save(file, save_all=True, append_images=others, duration=spans, loop=0, quality=60, method=4)
