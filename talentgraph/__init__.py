"""Talent Graph for notebooks: `import talentgraph as tg; view = tg.open().view(true_on="2025-01-01")`."""

from talentgraph._guard import check_ours

check_ours()

from graph.errors import BadInput, BadQuestion, NotFound, StoreError, TalentGraphError  # noqa: E402 -- ours, now
from talentgraph.answers import Answer  # noqa: E402
from talentgraph.ledger import Ledger, open  # noqa: A004, E402
from talentgraph.view import View  # noqa: E402

__all__ = [
    "Answer",
    "BadInput",
    "BadQuestion",
    "Ledger",
    "NotFound",
    "StoreError",
    "TalentGraphError",
    "View",
    "open",
]
