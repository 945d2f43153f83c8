"""Why there is no path, or no more: in words, with buttons that lift the limit in question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from graph.assembly.rows import Level
from graph.model.days import day_of
from graph.queries.network.paths import Paths
from graph.queries.network.why_not import Widening
from graph.queries.words.sentences import day_text
from graph.settings import settings
from talentgraph.ui.component import Block
from talentgraph.ui.paths.routes import MOST_HOPS, MOST_HUB, Route
from talentgraph.ui.state import State

FURTHER = 2
"""So many more steps are allowed where every limit is lifted."""

_MODES = {"any": "Any", "together": "Together", "in_order": "In order", "at_once": "At once"}
_REASONS = {
    "together": "With “Together” on, no two of them are known to have been at one place at the same time.",
    "in_order": "With “In order” on, no path keeps to the order of the dates.",
    "at_once": "With “At once” on, no path was true on one day.",
    "any": "",
}
_LIFTED = {
    "relations": "All relations",
    "kinds": "Names of any kind",
    "without": "Through the names left out",
    "hub": "Through names of very many links",
    "known_on": "Known today",
    "all": "Lift every limit",
}


def no_path(reply: Paths, route: Route) -> list[Block]:
    """The state without a path: what was asked wider on the way, and the buttons that take it up."""
    reason = reply.why_not
    fact, _, rest = (reason.sentence if reason else reply.title).partition(". ")
    helps = reason.helps if reason else None
    hint = " ".join(filter(None, (_REASONS[route.mode], rest)))
    buttons = [_button(helps)] if helps and _label(helps) else []
    buttons += [each for each in _usual(route, helps) if each["action"] not in {b["action"] for b in buttons}]
    return [
        {"type": "empty", "fact": fact.rstrip("."), "hint": hint, "buttons": buttons},
        *cuts(reply, route),
    ]


def _usual(route: Route, helps: Widening | None) -> Iterator[Block]:
    """Other ways of connecting, and one more step, unless it is known how many it takes."""
    for mode in ("in_order", "any"):
        if route.mode not in ("any", mode):
            yield {"label": f"Try “{_MODES[mode]}”", "action": f"widen mode {mode}"}
    if helps is None or helps.name not in ("hops", "all"):
        yield from _longer(route)


def _longer(route: Route) -> Iterator[Block]:
    hops = (route.hops or settings().hops) + 1
    if hops <= MOST_HOPS:
        yield {"label": f"Allow {hops} steps", "action": f"widen hops {hops}"}


def _button(helps: Widening) -> Block:
    return {"label": _label(helps), "action": f"widen {helps.name} {helps.value}".strip(), "strong": True}


def _label(helps: Widening) -> str:
    match helps.name:
        case "mode":
            return f"Try “{_MODES[helps.value]}”"
        case "hops":
            return f"Allow {helps.value} steps"
        case "level":
            return f"Evidence: {helps.value}"
        case "true_on":
            return f"Go to {day_text(day_of(helps.value))}" if helps.value else "Any day"
        case _:
            return _LIFTED.get(helps.name, "")


def cuts(reply: Paths, route: Route) -> list[Block]:
    """What was cut off, each with how to see the rest."""
    bands: list[Block] = []
    for cut in reply.cuts:
        if cut.limit == "hops":
            fact = f"Cut off at {int(cut.allowed)} steps."
            hint, buttons = "Longer paths may exist.", list(_longer(route))
        elif cut.limit == "paths":
            fact, hint = f"The first {int(cut.allowed)} paths.", cut.hint
            more = min(2 * int(cut.allowed), settings().paths_max)
            buttons = [{"label": f"Show {more}", "action": f"widen paths {more}"}]
        else:
            fact, hint, buttons = "Cut off.", cut.hint, []
        bands.append({"type": "band", "fact": fact, "hint": hint, "buttons": buttons})
    return bands


_LIFTS: dict[str, Callable[[str], object]] = {
    "mode": str,
    "hops": int,
    "paths": int,
    "hub": lambda _: MOST_HUB,
    "relations": lambda _: (),
    "kinds": lambda _: (),
    "without": lambda _: (),
}


def widened(route: Route, action: str) -> Route:
    """The question with one limit lifted; as it is where the limit is not one of the question."""
    name, _, value = action.partition(" ")
    if name == "all":
        hops = min((route.hops or settings().hops) + FURTHER, MOST_HOPS)
        return Route(route.starts, route.ends, paths=route.paths, hops=hops, hub=MOST_HUB)
    return route.changed(name, _LIFTS[name](value)) if name in _LIFTS else route


def wider(state: State, action: str) -> State:
    """The clocks and the level with one limit lifted."""
    name, _, value = action.partition(" ")
    match name:
        case "true_on":
            return replace(state, true_on=day_of(value) if value else None)
        case "known_on":
            return replace(state, known_on=None)
        case "level":
            return replace(state, level=Level(value))
        case "all":
            return replace(state, true_on=None, known_on=None, level=Level.ALL)
        case _:
            return state
