"""The error tree: one root, and messages of fact, place and hint."""

import inspect

import pytest

from graph import errors


def test_one_root() -> None:
    """Every error of the product is caught by the one at the root."""
    found = [
        kind for _, kind in inspect.getmembers(errors, inspect.isclass) if kind.__module__ == errors.__name__
    ]
    assert len(found) > 8
    assert all(issubclass(kind, errors.TalentGraphError) for kind in found)


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (errors.StoreBusy("somebody writes.", place="a.db", hint="Wait."), "a.db: somebody writes. Wait."),
        (errors.ModelError("when", "is no date.", hint="Write 2025."), "when: is no date. Write 2025."),
        (errors.UnreadableFile("a.csv", "is empty."), "a.csv: is empty."),
        (
            errors.UnreadableFile("a.csv", "is odd.", line=3, hint="Mend it."),
            "a.csv, line 3: is odd. Mend it.",
        ),
        (
            errors.NotFound("Jck Rae", (("person:jack-rae", "Jack Rae"),)),
            "Nobody and nothing is called “Jck Rae”. Did you mean Jack Rae (person:jack-rae)?",
        ),
        (
            errors.NotFound("x"),
            "Nobody and nothing is called “x”. Try another spelling, or a part of the name.",
        ),
        (
            errors.NotJudged("person:a", "person:b"),
            "nobody has judged person:a and person:b. Name the two ids of a judgement that was made.",
        ),
    ],
)
def test_messages(error: errors.TalentGraphError, message: str) -> None:
    """A message is place, fact and hint, in this order."""
    assert str(error) == message
