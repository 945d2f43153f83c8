"""Where sources disagree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow
from graph.model.quantity import Quantity
from graph.model.vocabulary import Status
from graph.queries.reply import Reply
from graph.queries.words import Names
from graph.store.base import View


@dataclass(frozen=True, slots=True)
class Version:
    """One of the values: in words, who says so. `origins` independent ones stand on `pages` sources."""

    text: str
    quantity: Quantity | None
    status: Status
    origins: int
    pages: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What is in question about `subject` (`question`, in words), and its versions, the one to show in front.

    `grade`: disagree, revised or precision. `denied`: one side says that it is not so.
    """

    subject: str
    relation: str
    grade: str
    denied: bool
    question: str
    versions: tuple[Version, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(id_ for version in self.versions for id_ in version.claims))


@dataclass(frozen=True, kw_only=True)
class Conflicts(Reply):
    """Disagreements first, then revisions, then differences of precision."""

    of: tuple[str, ...]
    disagreements: tuple[Disagreement, ...]


def conflicts(view: View, of: str = "", limit: int | None = None) -> Conflicts:
    """All disagreements, or those about `of` (name or id): as subject or object of the claims at odds."""
    raise NotImplementedError


def disagreements(
    evidence: Sequence[Evidence], rows: Sequence[EdgeRow], name: Names
) -> tuple[Disagreement, ...]:
    """What the claims disagree on among themselves, in words."""
    raise NotImplementedError
