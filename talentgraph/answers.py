"""An answer in a notebook: readable as it is, and a graph or tables when one asks."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from graph.queries.answers.reply import Reply
from graph.queries.answers.subgraph import Subgraph
from graph.queries.shapes.shape import as_json
from graph.store.base import View
from talentgraph.files import save_answer

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

R = TypeVar("R", bound=Reply)

_WIDTH = 100


class Answer(Generic[R]):
    """`reply` is the answer in full; its fields can be read here as well: `answer.moves[0].sentence`."""

    def __init__(self, reply: R, view: View) -> None:
        self.reply, self._view = reply, view

    def subgraph(self) -> Subgraph:
        """The entities and edges of the answer with all claims and sources behind them."""
        return self.reply.subgraph(self._view)

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Nodes by id, an edge for each edge of the answer; edges carry their claims and sources."""
        return self.subgraph().to_networkx()

    def to_pandas(self) -> dict[str, pd.DataFrame]:
        """The tables of the answer, then `entities`, `edges`, `claims`, `sources`.

        Needs the extra `pandas`, else MissingPart.
        """
        behind = self.subgraph().to_pandas()
        import pandas as pd

        return {name: pd.DataFrame(rows) for name, rows in self.reply.tables().items()} | behind

    def to_json(self) -> dict[str, Any]:
        """The same as `--json` in the terminal."""
        return as_json(self.reply)

    def export(self, file: str | PathLike[str]) -> Path:
        """Write the answer: its table as .csv; its graph in the format that another ending names."""
        save_answer(self.reply, self._view, Path(file))
        return Path(file)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.reply, name)

    def __repr__(self) -> str:
        from talentgraph.terminal.pages import show
        from talentgraph.terminal.screen import Screen

        screen = Screen(_WIDTH)
        show(self.reply, screen)
        return screen.text
