"""The signs of the files are those of the screen."""

import tomllib
from pathlib import Path

import pytest

from graph.exports.look import COLOUR, DISPUTED_LINE, LINE, OFFER_LINE, Sign, sign
from graph.model.entities import SUBTYPES
from graph.model.vocabulary import EDGE_STATUSES
from graph.store.answers import EntityCard

THEME = {
    Sign.PERSON: "blueColor",
    Sign.COMPANY: "grayColor",
    Sign.GROUP: "grayColor",
    Sign.LAB: "greenColor",
    Sign.DEAL: "orangeColor",
    Sign.MODEL: "violetColor",
    Sign.SCHOOL: "yellowColor",
}


def test_colours_are_those_of_the_theme(checkout: Path) -> None:
    """Every colour of a kind equals the one that the light theme of the app gives it."""
    config = tomllib.loads((checkout / ".streamlit/config.toml").read_text())
    light = config["theme"]["light"]
    assert {each: light[key] for each, key in THEME.items()} == COLOUR
    assert light["orangeColor"] == OFFER_LINE
    assert light["redColor"] == DISPUTED_LINE


def test_every_status_that_draws_a_line_has_its_own() -> None:
    """The four statuses of edges have four different lines."""
    assert set(LINE) == set(EDGE_STATUSES)
    assert len({(line.width, line.dashes) for line in LINE.values()}) == 4


@pytest.mark.parametrize("kind", SUBTYPES)
def test_every_subtype_has_a_sign(kind: str) -> None:
    """Each kind and subtype of the model is drawn as one of the signs."""
    for subtype in SUBTYPES[kind] | {""}:
        card = EntityCard(f"{kind}:a", kind, subtype, "A", (), (), "", anonymous=False, degree=0)
        assert sign(card) in Sign
