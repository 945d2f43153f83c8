"""Which names are compared at all: only those of one kind that have a key in common.

Two names that are alike, but have neither a word in common beside the first letter of another, nor their
first four letters, are not found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations, product

from graph.resolve.names import Name

ONLY_EQUAL = ("deal", "work", "group")
"""Kinds whose names differ by a letter where they mean another one."""

Key = tuple[str, ...]
_RANK = {"equal": 0, "ends": 1, "initial": 1}
_WORDS = 5  # of longer names, only so many first words make keys
_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Block:
    """Members to be compared: `some` with `all`; each with each other where `some` is None."""

    key: Key
    all: tuple[int, ...]
    some: tuple[int, ...] | None = None

    @property
    def size(self) -> int:
        """How many comparisons it makes."""
        count = len(self.all)
        return count * (count - 1) // 2 if self.some is None else len(self.some) * count

    @property
    def order(self) -> tuple[int, int, Key]:
        """Of names that are equal first, then of short ones, then of others; what is rare says most."""
        return (_RANK.get(self.key[1], 2), self.size, self.key)

    def pairs(self) -> Iterator[tuple[int, int]]:
        return combinations(self.all, 2) if self.some is None else product(self.some, self.all)


def blocks(names: Sequence[tuple[str, Name]], mine: Collection[int] = ()) -> list[Block]:
    """In `Block.order`. `names` come with their kinds; `mine`: only pairs with one of these."""
    found: Mapping[Key, list[int]] = defaultdict(list)
    for number, (kind, name) in enumerate(names):
        for key in dict.fromkeys(_keys(kind, name)):
            found[key].append(number)
    made = [_block(key, tuple(members), names, mine) for key, members in found.items() if len(members) > 1]
    return sorted((block for block in made if block.size), key=lambda block: block.order)


def _block(
    key: Key, members: tuple[int, ...], names: Sequence[tuple[str, Name]], mine: Collection[int]
) -> Block:
    if mine:
        return Block(key, members, tuple(n for n in members if n in mine))
    if key[1] == "initial":
        return Block(key, members, tuple(n for n in members if names[n][1].is_short))
    return Block(key, members)


def _keys(kind: str, name: Name) -> Iterable[Key]:
    yield kind, "equal", name.sorted
    if kind in ONLY_EQUAL or not name.words:
        return
    if kind == "person" and len(name.words) > 1:
        yield kind, "initial", name.words[0][0], name.words[-1]
        yield kind, "ends", name.words[0], name.words[-1]
    if kind != "person":
        yield kind, "begins", "".join(name.words)[:_LETTERS]
    for word, other in permutations(name.words[:_WORDS], 2):
        yield kind, "word", word, other[0]
