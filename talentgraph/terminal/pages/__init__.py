"""What the terminal prints for each kind of answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graph.queries.answers.reply import Reply
from graph.queries.dealings.deals import Deals
from graph.queries.dealings.funnel import Funnel
from graph.queries.dealings.offers import Offers
from graph.queries.flows.compare import Comparison
from graph.queries.flows.flows import Flows
from graph.queries.ledger.changes import Changes
from graph.queries.ledger.conflicts import Conflicts
from graph.queries.ledger.quality import Quality
from graph.queries.ledger.twins import Twins
from graph.queries.liftouts.liftouts import LiftOuts
from graph.queries.network.neighbourhood import Neighbourhood
from graph.queries.network.paths import Paths
from graph.queries.network.search import SearchReply
from graph.queries.people.careers import Career
from graph.queries.people.colleagues import Colleagues
from graph.queries.people.dossier import Dossier
from graph.queries.people.first_mover import FirstMovers
from graph.queries.people.moves import Moves
from graph.queries.people.returners import Returners
from graph.queries.people.schools import Schools
from graph.queries.retention.retention import Retention
from talentgraph.terminal.notes import Notes
from talentgraph.terminal.pages import (
    compare,
    dossier,
    flows,
    frame,
    groups,
    ledger,
    money,
    network,
    people,
    retention,
    twins,
)
from talentgraph.terminal.screen import Screen

_ITEMS = {
    SearchReply: "hits",
    Moves: "moves",
    Flows: "listed",
    Colleagues: "overlaps",
    Conflicts: "disagreements",
    Offers: "offers",
    Deals: "deals",
    LiftOuts: "groups",
    FirstMovers: "arrivals",
    Funnel: "has_any",
    Retention: "hires",
    Returners: "returns",
    Schools: "schools",
    Neighbourhood: "edges",
    Paths: "paths",
    Changes: "changes",
    Quality: "rows",
    Twins: "has_any",
}
"""Where each answer keeps what was asked for. A dossier and a career are never empty: the name was found."""


_PAGES: dict[type[Reply], Callable[[Any, Screen, Notes], None]] = {
    SearchReply: people.search,
    Moves: people.moves,
    Flows: flows.flows,
    Comparison: compare.compare,
    Colleagues: people.colleagues,
    Career: people.career,
    Conflicts: money.conflicts,
    Offers: money.offers,
    Deals: money.deals,
    LiftOuts: groups.liftouts,
    FirstMovers: groups.first,
    Funnel: groups.funnel,
    Retention: retention.retention,
    Returners: retention.returners,
    Schools: retention.schools,
    Neighbourhood: network.neighbours,
    Paths: network.paths,
    Dossier: dossier.dossier,
    Changes: ledger.changes,
    Quality: ledger.quality,
    Twins: twins.twins,
}


def is_empty(reply: Reply) -> bool:
    return not getattr(reply, _ITEMS.get(type(reply), "cards"))


def show(reply: Reply, screen: Screen) -> None:
    """Print an answer: what was asked, in which scope, the answer, what was cut, the sources."""
    notes = Notes(reply.name)
    frame.head(reply, screen)
    _PAGES[type(reply)](reply, screen, notes)
    frame.foot(reply, screen, notes)
