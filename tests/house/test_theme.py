"""The palette, measured: computed from the configuration that the app reads, in both themes."""

import itertools
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from colour import VISION, contrast, distance

NAMES = ("blue", "gray", "green", "orange", "violet", "yellow", "red")
KINDS = NAMES[:-1]  # red is a disagreement or the path, never a kind
# drawn by the network component, which has its own paper
CANVAS = {"light": "#FFFFFF", "dark": "#191C21"}
PLAIN_EDGE = {"light": "#8A9098", "dark": "#6B727D"}

TEXT, SHAPE, APART = 4.5, 3.0, 20.0


@pytest.fixture(scope="module")
def config(checkout: Path) -> dict[str, Any]:
    return tomllib.loads((checkout / ".streamlit/config.toml").read_text())


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, config: dict[str, Any]) -> dict[str, Any]:
    return {**config["theme"][request.param], "name": request.param}


def close(colours: list[str]) -> list[str]:
    return [
        f"{one} {other} {vision}: {gap:.1f}"
        for one, other in itertools.combinations(colours, 2)
        for vision in VISION
        if (gap := distance(one, other, vision)) < APART
    ]


def test_the_measure_finds_a_bad_palette() -> None:
    """Black on white is 21, two near colours are close, and red and green meet for a deutan eye."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") < TEXT
    assert close(["#1D4F91", "#1A5788"])
    assert distance("#B08000", "#7F9A00", "normal") > APART > distance("#B08000", "#7F9A00", "deutan")


@pytest.mark.parametrize("ink", ["textColor", "grayTextColor", "linkColor", "primaryColor", "redTextColor"])
def test_text_reads_on_the_page_and_on_panels(theme: dict[str, Any], ink: str) -> None:
    """Body, muted, link, accent and red text have a contrast of 4.5 on page and panel."""
    for paper in ("backgroundColor", "secondaryBackgroundColor"):
        assert contrast(theme[ink], theme[paper]) >= TEXT


@pytest.mark.parametrize("name", NAMES)
def test_text_reads_on_its_own_ground(theme: dict[str, Any], name: str) -> None:
    """Each coloured text has a contrast of 4.5 on the ground of the same name and on the page."""
    for paper in (f"{name}BackgroundColor", "backgroundColor"):
        assert contrast(theme[f"{name}TextColor"], theme[paper]) >= TEXT


def test_every_fill_and_line_stands_out_from_the_canvas(theme: dict[str, Any]) -> None:
    """Kinds, employers, red and the plain edge have a contrast of 3 on the network's paper."""
    fills = [*(theme[f"{name}Color"] for name in NAMES), *theme["chartCategoricalColors"]]
    faint = {c: contrast(c, CANVAS[theme["name"]]) for c in [*fills, PLAIN_EDGE[theme["name"]]]}
    assert {c: round(value, 2) for c, value in faint.items() if value < SHAPE} == {}


def test_kinds_and_employers_differ_for_every_eye(theme: dict[str, Any]) -> None:
    """Any two kinds, and any two of six employers, are 20 apart, whatever the colour vision."""
    assert close([theme[f"{name}Color"] for name in KINDS]) == []
    assert close(theme["chartCategoricalColors"][:6]) == []


def test_both_themes_define_the_same_names(config: dict[str, Any]) -> None:
    """A name that one theme forgot would fall back to Streamlit's own colour."""
    light, dark = config["theme"]["light"], config["theme"]["dark"]
    assert light.keys() == dark.keys()
    assert {f"{n}{part}Color" for n in NAMES for part in ("", "Text", "Background")} <= light.keys()


def test_the_fonts_are_here_with_their_licence(config: dict[str, Any], checkout: Path) -> None:
    """Each typeface is served from this folder, is WOFF2, and is used under a name CSS accepts."""
    faces = config["theme"]["fontFaces"]
    for face in faces:
        file = checkout / face["url"].removeprefix("app/")
        assert file.read_bytes()[:4] == b"wOF2"
        assert not re.search(r"\b\d", face["family"])
    used = config["theme"]["font"] + config["theme"]["headingFont"]
    assert all(f"'{face['family']}'" in used for face in faces)
    for licence in checkout.glob("static/*-OFL.txt"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text()
    assert len(list(checkout.glob("static/*-OFL.txt"))) == len({face["family"] for face in faces})
