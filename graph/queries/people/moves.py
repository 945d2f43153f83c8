"""Who moved from where to where."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from graph.assembly.evidence import Evidence
from graph.assembly.levels import strongest
from graph.assembly.rows import Basis, EdgeRow, Grade, MoveRow, Part
from graph.errors import BadQuestion
from graph.model.days import iso
from graph.model.vocabulary import Status
from graph.queries.answers.reading import Budget, at_most, common, joined, merged
from graph.queries.answers.reply import Drawn, Plain, Reply, Tables, namer
from graph.queries.network.search import find
from graph.queries.words.sentences import Names, event_text, move_text
from graph.settings import settings
from graph.store.answers import Cut
from graph.store.base import View

_REASONS = {
    Basis.STATED: "a source says so",
    Basis.DEPARTURE_NOT_DATED: "the departure is not dated, and this is the next arrival",
    Basis.ARRIVAL_NOT_DATED: "the arrival is not dated",
}
_SIDES = {
    Basis.STATED: (Part.END, Part.START),
    Basis.DATES: (Part.END, Part.START),
    Basis.DEPARTURE_NOT_DATED: (Part.PRESENCE, Part.START),
    Basis.ARRIVAL_NOT_DATED: (Part.END, Part.PRESENCE),
}
"""By what the origin and the destination of a move are supported."""
_READ_IN = {"from": "where from", "object": "where to", "when": "the date"}
_STATING = frozenset({Part.FROM, Part.TO})


@dataclass(frozen=True, slots=True)
class Move:
    """`grade` is None for a transfer inside one company. `reason` says why it is that sure.

    The grade is about dates and origins; `status` is that of the claims: of those that state the move, else
    the weaker of how the departure and the arrival are supported.
    """

    row: MoveRow
    grade: Grade | None
    status: Status
    reason: str
    when: str
    sentence: str
    claims: tuple[str, ...]

    @property
    def is_transfer(self) -> bool:
        return self.row.is_transfer


@dataclass(frozen=True, kw_only=True)
class Moves(Reply):
    """Moves and transfers in the order of `MoveRow.listed`. `edges` are the stints that they join."""

    of: tuple[str, ...]
    first: int | None
    last: int | None
    moves: tuple[Move, ...]
    edges: tuple[EdgeRow, ...]

    @property
    def title(self) -> str:
        return f"Moves of {self.names(self.of)}" if self.of else "Moves"

    def graded(self, grade: Grade) -> tuple[Move, ...]:
        return tuple(m for m in self.moves if m.grade is grade)

    @property
    def transfers(self) -> tuple[Move, ...]:
        return tuple(m for m in self.moves if m.is_transfer)

    @property
    def focus(self) -> tuple[str, ...]:
        return self.of or tuple(dict.fromkeys(move.row.person for move in self.moves))

    def drawn(self) -> Drawn:
        return self.of, self.edges

    def tables(self) -> Tables:
        return {"moves": [self._row(move) for move in self.moves]}

    def _row(self, move: Move) -> dict[str, Plain]:
        row = move.row
        return {
            "person": self.name(row.person),
            "from": self.name(row.origin),
            "to": self.name(row.destination),
            "earliest": iso(row.day_lo),
            "latest": iso(row.day_hi),
            "grade": "transfer" if move.grade is None else str(move.grade),
            "status": str(move.status),
            "reason": move.reason,
            "person_id": row.person,
            "from_id": row.origin,
            "to_id": row.destination,
            "claims": " ".join(move.claims),
        }


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a row must meet. Empty: no matter. An organisation is met by its labs too."""

    of: str
    into: str
    out_of: str
    first: int | None
    last: int | None

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(filter(None, dict.fromkeys((self.of, self.out_of, self.into))))

    def meets(self, row: MoveRow) -> bool:
        left, joined = (row.origin, row.origin_company), (row.destination, row.destination_company)
        return (
            self.of in ("", row.person, *left, *joined)
            and self.into in ("", *joined)
            and self.out_of in ("", *left)
            and (self.last is None or row.day_lo <= self.last)
            and (self.first is None or row.day_hi >= self.first)
        )


def moves(
    view: View,
    of: str = "",
    *,
    into: str = "",
    out_of: str = "",
    first: int | None = None,
    last: int | None = None,
    limit: int | None = None,
) -> Moves:
    """Moves of a person, or into and out of an organisation (`of`), or `into`, `out_of` some; names or ids.

    `first` and `last` (both days included) bound the day of arrival: a move counts if it may lie between.
    An organisation counts with its labs. Without any name: all moves.
    """
    if first is not None and last is not None and last < first:
        raise BadQuestion("the window ends before it starts.", place="last", hint="Swap the two days.")
    whom = find(view, of, ("person", "org")).id if of else ""
    target, origin = (find(view, end, ("org",)).id if end else "" for end in (into, out_of))
    budget = Budget()
    asked = _Asked(whom, target, origin, first, last)
    of_person = whom.startswith("person:")
    found = view.stints(people=[whom]) if of_person else view.stints(organisations=asked.ids)
    rows = [row for row in budget.in_time(found.moves) if asked.meets(row) and grade_of(row) is not None]
    rows.sort(key=lambda row: row.listed)
    allowed = at_most(limit, settings().query_rows)
    kept = rows[:allowed]
    edges = joined(view, kept)
    facts = common(view, asked.ids, edges, kept)
    return Moves(
        **facts,
        cuts=merged(budget.cuts, _cut(allowed, len(rows))),
        of=asked.ids,
        first=first,
        last=last,
        moves=tuple(as_move(row, namer(facts["cards"]), facts["claims"]) for row in kept),
        edges=edges,
    )


def _cut(allowed: int, there: int) -> tuple[Cut, ...]:
    hint = "Narrow the window, or name a person."
    return (Cut("query_rows", allowed, there - allowed, hint),) if there > allowed else ()


def as_move(row: MoveRow, name: Names, held: Mapping[str, Evidence]) -> Move:
    """A row with its grade, its reason and its sentence. `held`: the claims behind it, by id."""
    grade, status = grade_of(row), _status(row, held)
    return Move(
        row,
        None if row.is_transfer else grade,
        status,
        _reason(row, grade, status, held),
        event_text(row.day_lo, row.day_hi + 1),
        move_text(row, name, grade, status),
        tuple(dict.fromkeys(id_ for id_, _ in row.claims)),
    )


def grade_of(row: MoveRow) -> Grade | None:
    """As the settings for gaps have it; None for no move."""
    return row.grade(settings().gap_min_days, settings().gap_max_days)


def _status(row: MoveRow, held: Mapping[str, Evidence]) -> Status:
    stating = _behind(row, held, _STATING)
    sides = [stating] if stating else [_behind(row, held, {side}) for side in _SIDES[row.basis]]
    supported = [strongest(side) for side in sides if side]
    rest = _behind(row, held, frozenset(Part))
    return max(supported, key=list(Status).index) if supported else strongest(rest)


def _behind(row: MoveRow, held: Mapping[str, Evidence], parts: Container[Part]) -> list[Evidence]:
    return [held[id_] for id_, part in row.claims if part in parts and id_ in held]


def _reason(row: MoveRow, grade: Grade | None, status: Status, held: Mapping[str, Evidence]) -> str:
    read_in = " and ".join(_read_in(row, held))
    are = "are" if " and " in read_in else "is"
    reading = f", but {read_in} {are} the editor's reading" if read_in else ""
    doubt = "" if status in (Status.CONFIRMED, Status.REPORTED) else f"; {status}"
    return f"{_basis(row, grade)}{reading}{doubt}"


def _basis(row: MoveRow, grade: Grade | None) -> str:
    if row.is_transfer:
        return "from one part of the company to another"
    if row.basis is not Basis.DATES:
        return _REASONS[row.basis]
    gap = f"{_signed(row.gap_lo)} to {_signed(row.gap_hi)} days between the two"
    return f"the dates prove it: {gap}" if grade is Grade.CERTAIN else f"the dates allow it: {gap}"


def _read_in(row: MoveRow, held: Mapping[str, Evidence]) -> Iterator[str]:
    """What no source that states the move says itself, so that it stands on the editor's reading."""
    stating = _behind(row, held, _STATING)
    for field, words in _READ_IN.items():
        if stating and all(field in e.claim.all("read_in") for e in stating):
            yield words


def _signed(days: int | None) -> str:
    return "any number of" if days is None else f"{days}".replace("-", "−")
