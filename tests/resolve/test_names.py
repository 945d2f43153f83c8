"""What ties two names, and what does not."""

import pytest

from graph.resolve.names import Tie, name_of, tie

LEAST = 90.0


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Jack Rae", "Jack Rae", Tie.EQUAL),
        ("Łukasz Kaiser", "Lukasz  KAISER", Tie.EQUAL),
        ("Rae, Jack", "Jack Rae", Tie.EQUAL),
        ("J.W. Rae", "J. W. Rae", Tie.EQUAL),
        ("Li Bo", "Bo Li", Tie.ORDER),
        ("J. Rae", "Jack Rae", Tie.SHORT),
        ("Rae, J.", "Jack Rae", Tie.SHORT),
        ("Jack W. Rae", "Jack Rae", Tie.SHORT),
        ("J. W. Rae", "Jack William Rae", Tie.SHORT),
        ("Shengjia Zhao", "Shenjia Zhao", Tie.ALIKE),
        ("Nando de Freitas", "Nando DeFreitas", Tie.ALIKE),
        ("李飞飞", "李飞飞", Tie.EQUAL),
        ("J. Rae", "Kim Rae", None),
        ("Jack W. Rae", "Jack M. Rae", None),
        ("Jack Rae", "Jack Roe", None),
        ("Wei Li", "Wei Lu", None),
        ("Mira Murati", "Barret Zoph", None),
    ],
)
def test_people(one: str, other: str, expected: Tie | None) -> None:
    """Order, initials, middle names, accents and letters too many tie two names; another given name does not;
    whichever of the two stands first.
    """
    names = name_of(one, "person"), name_of(other, "person")
    found = tie(*names, "person", LEAST)
    assert (found and found[0]) == expected
    assert tie(*names[::-1], "person", LEAST) == found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("OpenAI", "Open AI", Tie.ALIKE),
        ("Google DeepMind", "DeepMind Google", Tie.ORDER),
        ("Fund 12 Partners Holding", "Fund 13 Partners Holding", None),
        ("Meta", "Beta", None),
        ("J. Rae Capital", "Jack Rae Capital", None),
    ],
)
def test_organisations(one: str, other: str, expected: Tie | None) -> None:
    """An initial says nothing of an organisation, and other numbers are another one."""
    found = tie(name_of(one, "org"), name_of(other, "org"), "org", LEAST)
    assert (found and found[0]) == expected


def test_how_alike() -> None:
    """One letter left out of thirteen: 24 of the 25 letters in both are in common, 96 of 100."""
    found = tie(name_of("Shengjia Zhao", "person"), name_of("Shenjia Zhao", "person"), "person", LEAST)
    assert found is not None
    assert round(found[1], 1) == pytest.approx(96.0)


@pytest.mark.parametrize(
    ("text", "whole"), [("Jack Rae", True), ("Anuj", False), ("李飞飞", True), ("J.", False)]
)
def test_one_name_is_no_whole_name(text: str, whole: bool) -> None:
    """A person is told from others by two words, or by letters that stand for words."""
    assert name_of(text, "person").is_whole is whole
