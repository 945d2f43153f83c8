"""Reading the address strictly, part by part: what cannot be read costs that part, not the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from graph.errors import ModelError
from graph.model.relations import RELATIONS
from graph.model.text import check_id

T = TypeVar("T")
_REST_OF_EDGE = 3
_LONGEST = 1_100  # two ids and what stands between them


class Reader:
    """Reads the parts of one address. `problems` are the names of those that could not be read."""

    def __init__(self, address: Mapping[str, str]) -> None:
        self._address = address
        self.problems: list[str] = []

    def read(self, name: str, parse: Callable[[str], T], default: T) -> T:
        """`parse` raises ValueError or ModelError for what it does not know; absent and empty: default."""
        text = self._address.get(name, "")
        try:
            return parse(text) if text else default
        except (ValueError, ModelError):
            self.problems.append(name)
            return default


def a_word(text: str) -> str:
    """A short text of any kind, for whoever reads it further."""
    if len(text) > _LONGEST or not text.isprintable():
        raise ValueError(text)
    return text


def an_id(text: str) -> str:
    check_id(text, "id")
    return text


def an_edge(text: str) -> str:
    """The address of an edge: subject, relation, object, bundle, ordinal, place."""
    subject, relation, object_, *rest = text.split("|")
    if relation not in RELATIONS or len(rest) < _REST_OF_EDGE:  # a bundle is free text and may hold the bar
        raise ValueError(text)
    ids(f"{subject},{object_}")
    return text


def ids(text: str) -> tuple[str, ...]:
    return tuple(map(an_id, text.split(",")))


def one_of(known: Iterable[str]) -> Callable[[str], str]:
    """A parser that lets only these words through."""
    words = frozenset(known)

    def parse(text: str) -> str:
        if text not in words:
            raise ValueError(text)
        return text

    return parse


def some_of(known: Iterable[str]) -> Callable[[str], tuple[str, ...]]:
    """A parser of words from these, with commas between."""
    one = one_of(known)
    return lambda text: tuple(map(one, text.split(",")))


def flag(word: str) -> Callable[[str], bool]:
    """A parser that takes this word for yes, and no other."""
    one = one_of((word,))
    return lambda text: bool(one(text))


def number(least: int, most: int) -> Callable[[str], int]:
    """A parser of whole numbers between these, both included."""

    def parse(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
            raise ValueError(text)
        return int(text)

    return parse
