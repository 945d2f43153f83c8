"""Which name is shown."""

import random

from making import ledger

from graph.assembly.names import shown_name


def test_usual_name_first() -> None:
    """The usual name is shown; former names and misspellings come last, whoever repeats them."""
    claims = ledger("""
        org:meta named Facebook kind=former @a:2021-01-01
        org:meta named Facebook kind=former @b:2021-01-01
        org:meta named Meta kind=usual @c:2022-01-01
        org:meta named 'Meta Platforms' kind=full @a:2021-01-01
        org:meta named Mata kind=misspelling @d:2025-01-01
    """)
    assert shown_name("org:meta", claims) == ("Meta", ("Meta Platforms", "Facebook", "Mata"))


def test_most_origins_then_latest_then_text() -> None:
    """Among names of one kind the one with most origins wins, then the latest known, then the text."""
    claims = ledger("""
        org:x named B kind=usual @a:2021-01-01
        org:x named B kind=usual @b:2021-01-01
        org:x named C kind=usual @c:2024-01-01
        org:x named A kind=usual @d:2023-01-01
        org:x named D kind=usual @e:2023-01-01
    """)
    assert shown_name("org:x", claims) == ("B", ("C", "A", "D"))


def test_any_order_gives_the_same_name(seed: int) -> None:
    """The order of loading does not matter."""
    claims = ledger("\n".join(f"org:x named N{i % 4} kind=usual @s{i}:2021-01-0{i + 1}" for i in range(8)))
    expected = shown_name("org:x", claims)
    random.Random(seed).shuffle(claims)
    assert shown_name("org:x", claims) == expected


def test_denied_names_are_not_shown() -> None:
    """A name that a source denies is none."""
    assert shown_name("org:x", ledger("org:x named B kind=usual status=denied")) == ("x", ())


def test_without_a_name() -> None:
    """Without a claim of a name the id is read out; an unnamed person gets a neutral name."""
    assert shown_name("person:jack-rae", []) == ("jack rae", ())
    assert shown_name("person:unnamed-register-1", []) == ("Unnamed person (register 1)", ())
