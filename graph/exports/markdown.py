"""Text from data inside a Markdown page: it is read as it is, whatever it holds. And footnotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from graph.assembly.evidence import Evidence
from graph.queries.words.dates import when_text
from graph.queries.words.places import place_words

# What begins something anywhere in a line: emphasis, code, links, HTML, entities, tables, notes, formulas,
# attributes, mentions, directives and bare addresses. A backslash makes each of them a plain character.
_LIVE = re.compile(r"[\\`*_\[\]<>#|~^${}@]|&(?=#?\w+;)|:(?=\S)|(?<=www)\.", re.IGNORECASE)
# What begins a list, a heading or a definition where a line begins.
_BEGINS = re.compile(r"^(?:\d+(?=[.)])|(?=[-+=:]))")


def escape(text: str) -> str:
    """One line of text as Markdown that shows exactly this text, without blanks at its ends."""
    return _BEGINS.sub(r"\g<0>\\", _LIVE.sub(r"\\\g<0>", text.strip()))


class Footnotes:
    """One note for each place in a source, numbered as they are cited."""

    def __init__(self, name: Callable[[str], str]) -> None:
        self._name = name
        self._numbers: dict[str, int] = {}

    def cite(self, evidence: Iterable[Evidence]) -> str:
        """`[^1][^2]`, each once, in the order of their numbers."""
        numbers = {self._numbers.setdefault(self._note(e), len(self._numbers) + 1) for e in evidence}
        return "".join(f"[^{number}]" for number in sorted(numbers))

    def lines(self) -> str:
        return "\n".join(f"[^{number}]: {note}" for note, number in self._numbers.items())

    def _note(self, evidence: Evidence) -> str:
        source = evidence.source
        by = ", ".join(filter(None, (source.publisher, source.author, when_text(source.published))))
        read = f"retrieved {source.retrieved}" if source.retrieved and not source.date else ""
        where = ", ".join(filter(None, (source.title, place_words(evidence.claim), read)))
        said = f" ({speaker(evidence, self._name)})" if evidence.claim.attributed_to else ""
        text = escape(f"{by}: {where}{said}." if by else f"{where}{said}.")
        address = f" <{source.url}>" if source.url else ""
        return f"{text}{address} `{source.id}`"


def speaker(evidence: Evidence, name: Callable[[str], str]) -> str:
    """Who says it inside the source, or empty."""
    said = evidence.claim.attributed_to
    return name(said) if ":" in said else f"somebody {said}" if said else ""
