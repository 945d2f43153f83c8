"""The promises of every engine: Store, Writer and View.

All writing goes through `with store.writer() as w:`, one transaction: all or nothing. All reading goes
through a View: a scope and a ledger version, both fixed when it is opened. Every answer is totally ordered
and says what was cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Literal, Protocol

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow, Rows
from graph.model.claimset import ClaimSet, Judgement
from graph.store.answers import (
    Answer,
    Candidate,
    Count,
    EntityCard,
    ForgetReport,
    LoadReport,
    Neighbour,
    Overlap,
    Path,
    Summary,
    Withdrawn,
)
from graph.store.scope import Scope

Direction = Literal["out", "in", "both"]
NeighbourOrder = Literal["degree", "recent", "id"]
PathMode = Literal["any", "together", "in_order", "at_once"]
Progress = Callable[[str, int, int], None]
"""Called with a word for the step, how much is done and how much there is."""


class View(Protocol):
    """Read access within one scope, at one version. Unknown ids are absent from answers, never errors."""

    @property
    def scope(self) -> Scope: ...

    @property
    def version(self) -> int: ...

    @property
    def now(self) -> int | None:
        """The day on which tenure ends: known on, else the latest source day; None in an empty ledger."""
        ...

    def summary(self) -> Summary: ...

    def resolve(self, id_: str) -> str:
        """The id under which a merged or former id is read; the id itself if it is neither."""
        ...

    def entities(self, ids: Iterable[str]) -> dict[str, EntityCard]:
        """One trip for all. Degree is of the whole ledger: level all, known now."""
        ...

    def candidates(self, text: str, kinds: Sequence[str] = (), limit: int | None = None) -> Answer[Candidate]:
        """Entities one of whose names shares trigrams with the folded text, ranked (score, degree, id)."""
        ...

    def claims(
        self,
        of: Sequence[str] = (),
        ids: Sequence[str] = (),
        edge: EdgeRow | None = None,
        after: tuple[int, int, str] | None = None,
        limit: int | None = None,
    ) -> Answer[Evidence]:
        """Claims known in scope, of every status and level, in Evidence.order, paged by that key.

        `of`: claims that name an entity in any field; `ids`: by id; `edge`: behind one edge; none: the whole
        ledger.
        """
        ...

    def withdrawn(
        self, since: int | None = None, of: Sequence[str] = (), limit: int | None = None
    ) -> Answer[Withdrawn]:
        """Claims that loads of later days than `since` withdrew, in Withdrawn.order; `of` as for claims.

        They are told by the clock of loads: `known_on` plays no part, and neither does the level.
        """
        ...

    def added(self, since: int, limit: int | None = None) -> Answer[Evidence]:
        """Claims known in scope that versions after `since` brought, or brought back, in Evidence.order."""
        ...

    def forgotten_texts(self, texts: Iterable[str], sets: Iterable[ClaimSet]) -> frozenset[str]:
        """Those texts that may name somebody forgotten, by the names, or surnames, that these sets give them.

        The ledger itself knows no name of theirs. `sets` is not read where nobody was forgotten.
        """
        ...

    def counts(self, ids: Iterable[str]) -> dict[str, tuple[Count, ...]]:
        """Per entity, by relation and direction: edges and distinct neighbours in scope."""
        ...

    def neighbours(  # noqa: PLR0917 - the parts of one question
        self,
        id_: str,
        relations: Sequence[str] = (),
        direction: Direction = "both",
        kinds: Sequence[str] = (),
        without: Sequence[str] = (),
        by: NeighbourOrder = "degree",
        limit: int | None = None,
    ) -> Answer[Neighbour]:
        """Distinct others with all their edges to `id_` in scope.
        Order: degree falling, or latest start, then id.
        """
        ...

    def between(self, ids: Iterable[str], limit: int | None = None) -> Answer[EdgeRow]:
        """All edges in scope with both ends in ids, in EdgeRow.order: the lines of a picture."""
        ...

    def paths(  # noqa: PLR0917 - the parts of one question
        self,
        start: str,
        end: str,
        mode: PathMode = "any",
        k: int | None = None,
        hops: int | None = None,
        hub: int | None = None,
        without: Sequence[str] = (),
        kinds: Sequence[str] = (),
        relations: Sequence[str] = (),
    ) -> Answer[Path]:
        """The k first by (hops, sum of inner degrees, ids). hub, kinds, without bind inner entities only."""
        ...

    def overlaps(self, person: str, at: str = "", limit: int | None = None) -> Answer[Overlap]:
        """Colleagues by likely stints: order (days together falling, id, company, first day)."""
        ...

    def stints(self, people: Sequence[str] = (), organisations: Sequence[str] = ()) -> Rows:
        """Rows of works_at and moves, of these people or at these organisations or companies; none: all."""
        ...


class Writer(Protocol):
    """The verbs of change. Nothing is kept unless the `with` block ends without an error."""

    def view(self, scope: Scope | None = None) -> View:
        """The ledger with all that was done so far, which nobody else sees yet."""
        ...

    def load(self, claim_set: ClaimSet, progress: Progress | None = None) -> LoadReport:
        """Make the ledger's copy of the set equal to it. Raises SetRefused and keeps nothing."""
        ...

    def load_all(
        self, claim_sets: Sequence[ClaimSet], progress: Progress | None = None
    ) -> tuple[LoadReport, ...]:
        """Load sets that may lean on one another, as those of a dump do: all or none. Raises SetRefused."""
        ...

    def withdraw(self, set_id: str) -> LoadReport:
        """Withdraw all of a set; what another set holds too stays. Raises NotFound."""
        ...

    def judge(self, judgement: Judgement) -> None:
        """Record that two ids are the same (right is then read as left), or differ (undoes a merge)."""
        ...

    def unjudge(self, left: str, right: str) -> None:
        """Take back the judgement on two ids, in either order: the ledger is as if it had never been made.

        Raises NotJudged where there is none.
        """
        ...

    def forget(self, id_: str) -> ForgetReport:
        """Erase a person everywhere and hold back what would bring them back. Raises NotFound."""
        ...


class Store(Protocol):
    """Where one ledger is kept. Choose the engine by what the data needs: see each engine's docstring."""

    name: str

    def writer(self) -> AbstractContextManager[Writer]:
        """One transaction. Raises StoreBusy when somebody else is writing."""
        ...

    def view(self, scope: Scope | None = None) -> View: ...

    def dump(self, withdrawn: bool = False) -> Iterator[str]:
        """Canonical sorted JSON lines of the whole ledger; loading them elsewhere gives the same dump."""
        ...

    def close(self) -> None: ...
