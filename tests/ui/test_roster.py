from __future__ import annotations

from collections.abc import Callable

from graph.store.base import View
from talentgraph.ui.people.roster import people
from talentgraph.ui.table import Row

CAREERS = """
ada works_at acme 2020/2024-03
ada works_at brainco 2024-05/.. from=acme status=confirmed
bo works_at acme 2020/
bo works_at brainco 2024-05/..
cy works_at acme 2020/..
"""


def rows(view: View) -> dict[str, Row]:
    return {row.id: row for row in people(view)}


def plain(row: Row) -> tuple[object, object, object]:
    return tuple(row.cells[key].plain for key in ("latest", "status", "moves"))  # type: ignore[return-value]


def test_latest_move_says_how_sure_it_is_and_what_status_it_has(viewing: Callable[[str], View]) -> None:
    """A stated move has the status of its claim; one that the dates only suggest is called inferred."""
    found = rows(viewing(CAREERS))
    assert plain(found["person:ada"]) == ("acme to brainco, May 2024", "confirmed", 1)
    latest, status, moves = plain(found["person:bo"])
    assert (latest, status, moves) == ("acme to brainco, May 2024, inferred", "reported", 1)
    assert plain(found["person:cy"]) == (None, None, 0)
