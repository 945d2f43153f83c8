"""Names are compared in blocks: nothing that ties them may be lost by that."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from graph.resolve.blocks import Block, blocks
from graph.resolve.names import Tie, name_of, tie

GIVEN = ("Jack", "J.", "Jack W.", "Bo", "Böla", "Ada", "Li")
SURNAMES = ("Rae", "Li", "King", "Ada", "Itō", "Ito")
PEOPLE = st.lists(st.builds("{} {}".format, st.sampled_from(GIVEN), st.sampled_from(SURNAMES)), max_size=12)


@given(PEOPLE)
def test_every_tie_but_likeness_is_found(texts: list[str]) -> None:
    """The blocks hold each pair of names that are equal, turned or short for one another."""
    names = [("person", name_of(text, "person")) for text in texts]
    compared = {frozenset(pair) for block in blocks(names) for pair in block.pairs()}
    for a, b in combinations(range(len(names)), 2):
        found = tie(names[a][1], names[b][1], "person", 100.0)
        if found and found[0] is not Tie.ALIKE:
            assert {a, b} in compared


@given(PEOPLE, st.integers(0, 11))
def test_mine_are_those_of_all(texts: list[str], number: int) -> None:
    """Asked about one name, the blocks hold all its pairs, and no others."""
    names = [("person", name_of(text, "person")) for text in texts]
    every = _pairs(blocks(names))
    mine = _pairs(blocks(names, {number}))
    assert {pair for pair in every if number in pair} <= mine
    assert all(number in pair for pair in mine)


def _pairs(made: list[Block]) -> set[frozenset[int]]:
    """Without a name beside itself."""
    return {frozenset(pair) for block in made for pair in block.pairs() if len(set(pair)) == 2}


def test_what_says_most_comes_first() -> None:
    """Equal names before initials, these before the rest, of each the smallest; a size counts comparisons."""
    names = [("person", name_of(text, "person")) for text in ("Bo Li", "Bo Li", "Bo Ito", "J. Ito", "Jo Ito")]
    made = blocks(names)
    words = list(dict.fromkeys(block.key[1] for block in made))
    assert words[0] == "equal"
    assert words[-1] == "word"
    last = [block.size for block in made if block.key[1] == "word"]
    assert last == sorted(last)
    assert all(block.size == len(list(block.pairs())) for block in made)
