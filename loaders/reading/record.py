"""What is read: the bytes of a file, its records, and the sets that they make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from graph.errors import ModelError, UnreadableFile
from graph.model.claimset import ClaimSet, Judgement


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one file or folder holds."""

    sets: tuple[ClaimSet, ...] = ()
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one file, and the path to name in messages."""

    path: str
    data: bytes

    def refuse(self, fact: str, line: int | None = None, hint: str = "") -> UnreadableFile:
        return UnreadableFile(self.path, fact, line=line, hint=hint)


class Record:
    """Named fields of one record: take out what is known, then `audit` complains about what is left."""

    def __init__(self, document: Document, line: int, fields: Mapping[str, object]) -> None:
        self.document, self.line = document, line
        self._fields = dict(fields)

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    def take(self, name: str, absent: str | None = None) -> str:
        """A field that is text. `absent` is what a missing one means; None: it must be there."""
        value = self._pop(name, absent)
        if not isinstance(value, str):
            raise self.refuse(f"{name} is not text.", hint="Put it in quotes.")
        return value

    def take_number(self, name: str) -> int:
        value = self._pop(name, None)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.refuse(f"{name} is not a whole number.")
        return value

    def take_flag(self, name: str) -> bool:
        """A field that is true or false; a missing one is false."""
        value = self._pop(name, absent=False)
        if not isinstance(value, bool):
            raise self.refuse(f"{name} is neither true nor false.")
        return value

    def take_list(self, name: str) -> tuple[str, ...]:
        """A list of texts; a missing one is empty."""
        value = self._pop(name, ())
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            raise self.refuse(f"{name} is not a list of texts.")
        return tuple(value)

    def take_record(self, name: str) -> Record:
        """A nested record; a missing one is empty."""
        value = self._pop(name, {})
        if isinstance(value, Record):
            return value
        if not isinstance(value, dict):
            raise self.refuse(f"{name} is not a table of names and values.")
        return Record(self.document, self.line, value)

    def rest(self) -> dict[str, object]:
        """All that is left, taken out."""
        fields, self._fields = self._fields, {}
        return fields

    def audit(self) -> None:
        """Raises UnreadableFile if a field is left that nobody took."""
        if self._fields:
            raise self.refuse(
                f"“{min(self._fields)}” is not a known field.", hint="Mend its name, or remove it."
            )

    def refuse(self, fact: str, hint: str = "") -> UnreadableFile:
        return self.document.refuse(fact, self.line, hint)

    @contextmanager
    def placed(self) -> Iterator[None]:
        """What the model refuses inside is raised with file and line."""
        try:
            yield
        except ModelError as error:
            raise self.refuse(f"{error.field}: {error.fact}", error.hint) from error

    def _pop(self, name: str, absent: object) -> object:
        value = self._fields.pop(name, absent)
        if value is None:
            raise self.refuse(f"{name} is missing.")
        return value
