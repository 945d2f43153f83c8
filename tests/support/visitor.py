"""A visitor of the app: what one does with hand and eye, in terms of the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Locator, Page, WebSocket

_GRAPH = "stage => stage._cyreg.cy"
_WAIT = 60_000


@dataclass
class Visitor:
    """`requests` are all addresses that the page asked for; `errors` what its scripts threw.

    `messages` are what the page sent to Python since it was opened.
    """

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    messages: list[str | bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("websocket", self._listen)
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", self._send)

    def _send(self, frame: str | bytes) -> None:
        self.messages.append(frame)

    def visit(self, query: str = "") -> Visitor:
        """Open the app, or one of its addresses, and wait until network and dossier are drawn."""
        self.page.goto(f"{self.address}/{query}")
        self.settled()
        return self

    def settled(self) -> None:
        """Wait until the script has run, the picture holds nodes and the panel holds a block."""
        page = self.page
        page.locator(".network .legend").wait_for(timeout=_WAIT)
        page.locator(".sheet.panel > *").first.wait_for(timeout=_WAIT)
        page.wait_for_function("() => !document.querySelector('[data-testid=stStatusWidget]')", timeout=_WAIT)

    @property
    def stage(self) -> Locator:
        return self.page.locator(".network .stage")

    @property
    def dossier(self) -> Locator:
        return self.page.locator(".sheet.panel")

    def graph(self, question: str, *arguments: Any) -> Any:
        """Ask the drawn graph: `question` is a JavaScript function of it and the arguments."""
        return self.stage.evaluate(
            f"(stage, given) => (({question}))(({_GRAPH})(stage), ...given)", list(arguments)
        )

    def places(self) -> dict[str, tuple[float, float]]:
        """Where each name stands in the picture, whatever the zoom."""
        found = self.graph("cy => cy.nodes().map(n => [n.id(), n.position('x'), n.position('y')])")
        return {id_: (x, y) for id_, x, y in found}

    def rest(self) -> None:
        """Wait until the picture is looked at from the same place for some frames."""
        self.stage.evaluate(
            """async stage => { const { cy } = stage._cyreg; let was = "", same = 0;
                 const look = () => [cy.zoom(), cy.pan().x, cy.pan().y, cy.width(), cy.height()].join();
                 while (same < 4) { await new Promise(requestAnimationFrame);
                   same = look() === was ? same + 1 : 0; was = look(); } }"""
        )

    def point(self, id_: str) -> tuple[float, float]:
        """The point of the window at which a node is drawn."""
        self.rest()
        box = self.stage.bounding_box()
        assert box is not None
        at = self.graph("(cy, id) => cy.getElementById(id).renderedPosition()", id_)
        return box["x"] + at["x"], box["y"] + at["y"]

    def click(self, id_: str) -> None:
        self.page.mouse.click(*self.point(id_))

    def double_click(self, id_: str) -> None:
        self.page.mouse.dblclick(*self.point(id_))

    def drag(self, id_: str, right: float, down: float) -> None:
        """Take a node by the mouse and put it down elsewhere."""
        x, y = self.point(id_)
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + right / 2, y + down / 2, steps=4)
        self.page.mouse.move(x + right, y + down, steps=4)
        self.page.mouse.up()

    def choose(self, label: str) -> None:
        """Press an entry of the menu over the picture."""
        self.page.get_by_role("menuitem", name=label).click()

    def expand(self, id_: str, label: str = "Expand all") -> None:
        self.double_click(id_)
        self.choose(label)

    def chosen(self) -> list[str]:
        """What has a ring, sorted."""
        return sorted(self.graph("cy => cy.elements('.chosen').map(n => n.id())"))

    @property
    def count(self) -> Locator:
        """The words on how much is drawn."""
        return self.page.locator(".network .count")

    def find(self, text: str) -> None:
        """Type into the search and take it."""
        box = self.page.get_by_role("combobox", name="Find")
        box.click()
        box.fill(text)
        box.press("Enter")

    def reads(self, text: str) -> None:
        """Wait until the dossier says so."""
        self.dossier.get_by_text(text).first.wait_for(timeout=_WAIT)

    def heading(self, name: str) -> None:
        """Wait until the dossier is of somebody."""
        self.dossier.get_by_role("heading", level=1, name=name, exact=True).wait_for(timeout=_WAIT)
