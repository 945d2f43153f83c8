"""Every error a user can meet.

TalentGraphError            one fact, its place, a hint
├── BadInput                what was given cannot be taken; nothing of it was kept
│   ├── ModelError          one field of one record breaks a rule of the model
│   ├── UnreadableFile      a file, at a line, is not what it should be
│   └── SetRefused          a set reads well, but the ledger or its own assertions refuse it
├── BadQuestion             the question itself cannot be answered
│   └── NotFound            nobody and nothing is called that
│       └── NotJudged       nobody has said whether these two are the same
├── StoreError              the place where the ledger is kept
│   ├── StoreBusy           somebody else is writing; try again
│   └── NewerSchema         a newer version wrote this ledger; upgrade
└── MissingPart             an optional part is not installed, or another package shadows ours
"""

from __future__ import annotations


class TalentGraphError(Exception):
    """One fact, where it was seen, and what to do about it. Catch this to catch them all."""

    def __init__(self, fact: str, *, place: str = "", hint: str = "") -> None:
        self.fact, self.place, self.hint = fact, place, hint
        super().__init__(str(self))

    def __str__(self) -> str:
        head = f"{self.place}: {self.fact}" if self.place else self.fact
        return f"{head} {self.hint}" if self.hint else head


class BadInput(TalentGraphError):
    """What was given cannot be taken. Nothing of it was kept: mend the input and try again."""


class ModelError(BadInput):
    """One field of a record breaks a rule of the model. Readers add file and line as the place."""

    def __init__(self, field: str, fact: str, *, place: str = "", hint: str = "") -> None:
        self.field = field
        super().__init__(fact, place=place or field, hint=hint)


class UnreadableFile(BadInput):
    """A file is not what it should be. `line` is 1-based, None where the whole file is meant."""

    def __init__(self, path: str, fact: str, *, line: int | None = None, hint: str = "") -> None:
        self.path, self.line = path, line
        super().__init__(fact, place=path if line is None else f"{path}, line {line}", hint=hint)


class SetRefused(BadInput):
    """A set reads well, but contradicts the ledger or its own assertions. The ledger is as before."""


class BadQuestion(TalentGraphError):
    """The question cannot be answered as put: change what the hint names."""


class NotFound(BadQuestion):
    """Nothing is called that. `suggestions` holds (id, name) of the nearest names, best first."""

    def __init__(self, text: str, suggestions: tuple[tuple[str, str], ...] = ()) -> None:
        self.text, self.suggestions = text, suggestions
        near = ", ".join(f"{name} ({id_})" for id_, name in suggestions)
        hint = f"Did you mean {near}?" if near else "Try another spelling, or a part of the name."
        super().__init__(f"Nobody and nothing is called “{text}”.", hint=hint)


class NotJudged(NotFound):
    """No judgement on two ids, so that there is none to take back."""

    def __init__(self, left: str, right: str) -> None:
        self.text, self.suggestions = f"{left} {right}", ()
        fact = f"nobody has judged {left} and {right}."
        TalentGraphError.__init__(self, fact, hint="Name the two ids of a judgement that was made.")


class StoreError(TalentGraphError):
    """The ledger cannot be opened, read or written where it is kept."""


class StoreBusy(StoreError):
    """Somebody else is writing to the ledger: wait, then try again."""


class NewerSchema(StoreError):
    """The ledger was written by a newer version: upgrade, or name another store."""


class MissingPart(TalentGraphError):
    """An optional part is not installed, or another package hides ours: do what the hint says."""
