"""What the reader must know about the view: what is cut, hidden, later or not found. One band each."""

from __future__ import annotations

from dataclasses import replace

from graph.errors import NotFound
from graph.queries.neighbourhood import Neighbourhood
from graph.queries.words import day_text
from graph.store.base import View
from talentgraph.ui import controls, session
from talentgraph.ui.component import Block, mount, pressed
from talentgraph.ui.state import State

_KEY = "notices"


def draw(
    state: State,
    view: View,
    around: Neighbourhood | None = None,
    problems: tuple[str, ...] = (),
    *,
    dayless: str = "",
) -> None:
    """Always mounted, so that a notice that comes or goes shifts nothing else.

    `around` is what Explore draws; `problems` are parts of the address that only another page reads;
    `dayless`: why a day plays no part on this page.
    """
    of_picture = [_cut(around), _day(state, around)] if around else []
    if dayless and state.true_on is not None:
        of_picture.append(
            _band(f"True on {day_text(state.true_on)} plays no part here.", dayless, ("Any day", "any-day"))
        )
    bands = [
        band
        for band in (_problems((*state.problems, *problems)), _missed(), *of_picture, _known(state, view))
        if band
    ]
    mount("sheet", {"blocks": bands, "of": ""}, _KEY, on_act_change=_act, on_open_change=_nothing)


def not_here(error: NotFound) -> Block:
    return {
        "type": "empty",
        "fact": "Not in this ledger",
        "hint": error.hint,
        "buttons": [{"label": "Show all", "action": "all"}],
    }


def _problems(problems: tuple[str, ...]) -> Block | None:
    if not problems:
        return None
    parts = ", ".join(problems)
    return _band(f"This link could not be read in full: {parts}.", "The rest of it is shown.", tone="red")


def _missed() -> Block | None:
    text = controls.missed()
    return _band(text, "") if text else None


def _cut(around: Neighbourhood) -> Block | None:
    if not around.cuts:
        return None
    cut = around.cuts[0]
    total = len(around.distance) + (cut.left_out or 0)
    more = f" of {total:,}" if cut.left_out else ""
    return _band(f"Showing {len(around.distance):,}{more} names.", f"Nearest names first. {cut.hint}")


def _known(state: State, view: View) -> Block | None:
    if state.known_on is None:
        return None
    later = view.summary().later_claims
    fact = f"Known on {day_text(state.known_on)}."
    return _band(fact, f"{later:,} later claims are left out.", ("Back to today", "today"))


def _day(state: State, around: Neighbourhood) -> Block | None:
    if state.true_on is None:
        return None
    if not around.edges:
        return _band(f"Nothing was true here on {day_text(state.true_on)}.", "", ("Any day", "any-day"))
    return None


def _band(fact: str, hint: str, *buttons: tuple[str, str], tone: str = "") -> Block:
    pressable = [{"label": label, "action": action} for label, action in buttons]
    return {"type": "band", "fact": fact, "hint": hint, "tone": tone, "buttons": pressable}


def _act() -> None:
    state = session.state()
    match pressed(_KEY, "act"):
        case "today":
            session.change(replace(state, known_on=None))
        case "any-day":
            session.change(replace(state, true_on=None))


def _nothing() -> None:
    """Bands hold no names."""
