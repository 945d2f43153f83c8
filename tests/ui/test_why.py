"""What the page Paths offers where there is no path."""

from __future__ import annotations

from collections.abc import Callable

from graph.queries.network.paths import paths
from graph.store.base import Store
from graph.store.scope import Scope
from talentgraph.ui.paths.routes import Route
from talentgraph.ui.paths.why import no_path

FAR = """
ada works_at acme 2026-01-14/..
bo works_at acme 2026-01-14/..
bo works_at brainco 2026-01-14/..
cy works_at brainco 2026-01-14/..
"""


def labels(store: Store, route: Route, scope: Scope) -> list[str]:
    reply = paths(store.view(scope), "person:ada", "person:cy", hops=route.hops, reopen=store.view)
    return [button["label"] for button in no_path(reply, route)[0]["buttons"]]


def test_the_number_of_steps_it_takes_is_the_only_one_offered(holding: Callable[[str], Store]) -> None:
    """Where the shortest path is known to have four steps, nobody is sent to three first."""
    route = Route(("person:ada",), ("person:cy",), hops=2)
    assert labels(holding(FAR), route, Scope()) == ["Allow 4 steps"]


def test_the_day_to_go_to_is_written_as_days_are(holding: Callable[[str], Store]) -> None:
    """A button names its day in words, not as a file does."""
    route = Route(("person:ada",), ("person:cy",))
    assert labels(holding(FAR), route, Scope(true_on=737_000))[0] == "Go to 14 Jan 2026"
