"""What the palette was measured to keep, computed again from the theme: contrast, and colours apart."""

from __future__ import annotations

import re
import tomllib
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from colour import VISION, contrast, distance

Palette = dict[str, Any]

NAMES = ("blue", "gray", "green", "orange", "violet", "yellow", "red")
KINDS = NAMES[:-1]
LEAST = {
    "light": {
        "body": 13.0,
        "muted": 5.6,
        "links and red": 7.1,
        "accent": 6.2,
        "coloured text": 5.3,
        "fills": 3.0,
        "plain edge": 3.2,
        "word mark": 4.0,
        "kinds apart": 22.9,
        "employers apart": 20.6,
    },
    "dark": {"kinds apart": 24.1, "employers apart": 20.9},
}
"""Contrasts hold in both themes; how far colours are apart for the worst eye (CIE76) was measured in each."""

CANVAS = re.compile(r'canvas: light \? "(#\w+)" : "(#\w+)"')
EDGE = re.compile(r'line: light \? "(#\w+)" : "(#\w+)"')
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b")
SCHEMES = ("light", "dark")
UNDRESSED = "#888888"  # a name before it is given the colour of its kind


def palette(config: dict[str, Any], scheme: str, checkout: Path) -> Palette:
    """The theme, with the paper and the plain edge of the network, and the word mark."""
    script = (checkout / "talentgraph/ui/components/network/theme.js").read_text()
    mark = (checkout / "talentgraph/assets/wordmark.svg").read_text()
    own = {}
    for name, pattern in (("canvas", CANVAS), ("edge", EDGE)):
        found = pattern.search(script)
        assert found
        own[name] = found.groups()[SCHEMES.index(scheme)]
    (own["mark"],) = set(COLOUR.findall(mark))
    return {**config["theme"][scheme], **own}


@pytest.fixture(scope="module")
def palettes(checkout: Path) -> dict[str, Palette]:
    config = tomllib.loads((checkout / ".streamlit/config.toml").read_text())
    return {scheme: palette(config, scheme, checkout) for scheme in SCHEMES}


def measured(given: Palette) -> dict[str, float]:
    """The worst of each."""
    papers = [given["backgroundColor"], given["secondaryBackgroundColor"]]
    kinds = [given[f"{name}Color"] for name in KINDS]
    employers = given["chartCategoricalColors"]
    return {
        "body": _least([given["textColor"]], papers),
        "muted": _least([given["grayTextColor"]], papers),
        "links and red": _least([given["linkColor"], given["redTextColor"]], papers),
        "accent": _least([given["primaryColor"]], [*papers, given["canvas"]]),
        "coloured text": min(_on_its_own(given, name) for name in NAMES),
        "fills": _least([*kinds, given["redColor"], *employers], [given["canvas"]]),
        "plain edge": _least([given["edge"]], [given["canvas"]]),
        "word mark": _least([given["mark"]], papers[:1]),
        "kinds apart": _apart(kinds),
        "employers apart": _apart(employers[:6]),
    }


def _least(inks: list[str], papers: list[str]) -> float:
    return min(contrast(ink, paper) for ink in inks for paper in papers)


def _on_its_own(given: Palette, name: str) -> float:
    return contrast(given[f"{name}TextColor"], given[f"{name}BackgroundColor"])


def _apart(colours: list[str]) -> float:
    return min(distance(one, other, eye) for one, other in combinations(colours, 2) for eye in VISION)


def lacking(given: Palette, scheme: str) -> dict[str, float]:
    """What falls short, with what it is."""
    least = {**LEAST["light"], **LEAST[scheme]}
    return {name: round(value, 2) for name, value in measured(given).items() if value < least[name]}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_palette_keeps_what_was_measured(palettes: dict[str, Palette], scheme: str) -> None:
    """No contrast and no distance is below what the palette was chosen for."""
    assert lacking(palettes[scheme], scheme) == {}


@pytest.mark.parametrize(
    ("name", "colour", "short"),
    [
        ("textColor", "#6A6D72", {"body"}),
        ("grayTextColor", "#8A8F96", {"muted", "coloured text"}),
        ("redTextColor", "#D9534F", {"links and red", "coloured text"}),
        ("primaryColor", "#6FA3EE", {"accent"}),
        ("greenColor", "#1A6A88", {"kinds apart"}),
        ("yellowColor", "#E2D06C", {"fills"}),
        ("canvas", "#C9CDD2", {"accent", "fills", "plain edge"}),
        ("mark", "#9CB4DD", {"word mark"}),
    ],
)
def test_a_worse_palette_is_found(
    palettes: dict[str, Palette], name: str, colour: str, short: set[str]
) -> None:
    """One colour changed for one that looks as well: what it breaks is named."""
    assert lacking({**palettes["light"], name: colour}, "light").keys() == short


def test_employers_as_one_would_choose_them_are_found_too_close(palettes: dict[str, Palette]) -> None:
    """Six colours of a wheel differ for most eyes, and for some they do not."""
    wheel = ["#E6194B", "#3CB44B", "#4363D8", "#F58231", "#911EB4", "#469990"]
    assert "employers apart" in lacking({**palettes["light"], "chartCategoricalColors": wheel}, "light")


def strangers(text: str, own: set[str]) -> set[str]:
    """Colours written out in a source that are not the paper and the edge of the network."""
    return set(COLOUR.findall(text)) - own


def test_components_take_their_colours_from_the_theme(palettes: dict[str, Palette], checkout: Path) -> None:
    """No colour is written twice: in the sources stand only the two that the theme cannot say."""
    own = {UNDRESSED, *(each[name] for each in palettes.values() for name in ("canvas", "edge"))}
    assert strangers("fill: #1A5788; background: #FFFFFF", own) == {"#1A5788"}
    files = [
        file
        for ending in ("js", "css")
        for file in (checkout / "talentgraph/ui/components").rglob(f"*.{ending}")
        if "node_modules" not in file.parts
    ]
    assert len(files) > 20
    assert {file.name: found for file in files if (found := strangers(file.read_text(), own))} == {}
