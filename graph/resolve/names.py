"""How two names may be of one: equal once folded, in another order, shortened, or alike."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from graph.model.text import fold

_NUMBERS = re.compile(r"\d+")


class Tie(StrEnum):
    """In what two names agree, strongest first."""

    EQUAL = "equal"
    ORDER = "order"
    SHORT = "short"
    ALIKE = "alike"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is written, and folded: its words, a person's surname last; sorted; its numbers."""

    text: str
    words: tuple[str, ...]
    straight: str
    sorted: str
    numbers: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it may tell a person from others: several words, or in letters that stand for words."""
        return len(self.words) > 1 or (len(self.straight) > 1 and _is_wide(self.straight))

    @property
    def initials(self) -> tuple[str, ...]:
        return tuple(word for word in self.words if len(word) == 1)

    @property
    def is_short(self) -> bool:
        """Whether the first word is an initial."""
        return len(self.words) > 1 and len(self.words[0]) == 1


def name_of(text: str, kind: str) -> Name:
    """Of people, “Rae, Jack” is read as Jack Rae, and each initial of “J.W. Rae” as a word."""
    said = text
    if kind == "person":
        surname, comma, given = text.partition(",")
        said = f"{given} {surname}" if comma and given.strip() and "," not in given else text
        said = said.replace(".", ". ")
    words = tuple(fold(said).split())
    straight = " ".join(words)
    return Name(text, words, straight, " ".join(sorted(words)), tuple(sorted(_NUMBERS.findall(straight))))


def tie(one: Name, other: Name, kind: str, least: float) -> tuple[Tie, float] | None:
    """The strongest tie, and how alike they are (0 to 100); None for less than `least`."""
    if one.straight == other.straight:
        return Tie.EQUAL, 100.0
    if one.sorted == other.sorted:
        return Tie.ORDER, 100.0
    if kind == "person" and _may_be_short(one.words, other.words):
        return Tie.SHORT, 100.0
    score = _likeness(one, other, least)
    return (Tie.ALIKE, score) if score >= least else None


def _likeness(one: Name, other: Name, least: float) -> float:
    """0 where it is less than `least`, or where their numbers or initials differ."""
    from rapidfuzz import fuzz

    if one.numbers != other.numbers or (one.initials and other.initials and one.initials != other.initials):
        return 0.0
    straight = fuzz.ratio(one.straight, other.straight, score_cutoff=least)
    return max(straight, fuzz.ratio(one.sorted, other.sorted, score_cutoff=least))


def _may_be_short(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the surnames are equal, and the given names of one are initials or some of the other's."""
    if len(one) < 2 or len(other) < 2 or one[-1] != other[-1] or len(one[-1]) < 2:
        return False
    few, many = sorted((one[:-1], other[:-1]), key=len)
    if not _fit(few[0], many[0]):
        return False
    rest = iter(many[1:])
    return all(any(_fit(word, longer) for longer in rest) for word in few[1:])


def _fit(one: str, other: str) -> bool:
    """Equal, or one the initial of the other."""
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def _is_wide(text: str) -> bool:
    return all(unicodedata.east_asian_width(letter) == "W" for letter in text)
