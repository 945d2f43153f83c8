"""Ways from one page to another that take the selection along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from graph.model.entities import kind_of
from graph.store.scope import Scope
from talentgraph.ui import ledger, session
from talentgraph.ui.component import Block, mount, pressed
from talentgraph.ui.explore.made import made_now
from talentgraph.ui.paths.routes import PAGE as PATHS
from talentgraph.ui.paths.routes import Route
from talentgraph.ui.state import State

PAGES = {"person": "people", "org": "organisations", "deal": "deals"}
"""The page of each kind; what has none is looked at in Explore."""


def sheet(
    parts: Sequence[Block], key: str, act: Callable[[str], None], *, of: str = "", look: str = ""
) -> None:
    """Draw a sheet whose names open their pages. `act` takes the action of a button that was pressed.

    `of`: a sheet of something else begins at its top. `look`: page, or panel for one that scrolls by itself.
    """
    mount(
        "sheet",
        {"blocks": list(parts), "of": of, "look": look},
        key,
        on_open_change=partial(_opened, key),
        on_act_change=partial(_acted, key, act),
    )


def _opened(key: str) -> None:
    to_page(pressed(key, "open"))


def _acted(key: str, act: Callable[[str], None]) -> None:
    act(pressed(key, "act"))


def away(id_: str) -> list[Block]:
    """Buttons of a dossier in Explore that lead to another page."""
    buttons = [{"label": "Path from here", "action": f"path {id_}"}]
    return [*buttons, {"label": "Open page", "action": f"page {id_}"}] if kind_of(id_) in PAGES else buttons


def follow(action: str) -> bool:
    """Called in callbacks, with the action of a button: whether it leads to another page."""
    word, _, id_ = action.partition(" ")
    match word:
        case "page":
            to_page(id_)
        case "network":
            to_network(id_)
        case "path":
            to_paths(Route(starts=(id_,)))
        case "between":
            start, end = id_.split(" ")
            to_paths(Route(starts=(start,), ends=(end,)))
        case "offer":
            state = replace(session.state(), at=id_.split(",")[1])
            session.go("deals", state, {"show": "offers", "offer": id_})
        case _:
            return False
    return True


def to_paths(route: Route) -> None:
    session.change_own(PATHS, route)
    session.go(PATHS, session.state(), route.parts())


def to_page(id_: str) -> None:
    """Its own page, or where it has none the network."""
    page = PAGES.get(kind_of(id_))
    if page:
        session.go(page, replace(session.state(), at=id_))
    else:
        to_network(id_)


def to_network(id_: str) -> None:
    """Explore, with this selected and its neighbours drawn; for a link that is not drawn, its further end."""
    state = replace(session.state(), path=())
    end = id_.split("|")[2] if "|" in id_ else id_
    at = id_ if end == id_ or _is_drawn(id_, state) else end
    _explore(replace(state, at=at).expand(end))


def _is_drawn(edge: str, state: State) -> bool:
    subject, _, object_, *_ = edge.split("|")
    return any(row.address == edge for row in ledger.view(state.scope).between((subject, object_)).items)


def path_in_network(entities: tuple[str, ...]) -> None:
    """Explore, with this path drawn in red."""
    _explore(replace(session.state(), at="", path=entities))


def _explore(state: State) -> None:
    """With the address that Explore will write, so that one step back leads here again."""
    made = made_now(ledger.view(Scope())).text
    session.go(session.EXPLORE, state, {"made": made})
