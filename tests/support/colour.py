"""Colours as numbers: contrast (WCAG 2.2), distance (CIE76) and simulated colour blindness."""

import math
from collections.abc import Sequence

Vector = tuple[float, float, float]
Matrix = tuple[Vector, Vector, Vector]

# Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB
VISION: dict[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE_D65: Vector = (0.95047, 1.0, 1.08883)


def linear(colour: str) -> Vector:
    """`#RRGGBB` as linear light, 0 to 1."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def contrast(one: str, other: str) -> float:
    """From 1 to 21; text asks 4.5, a shape 3."""
    dark, bright = sorted(_product(XYZ, linear(colour))[1] for colour in (one, other))
    return (bright + 0.05) / (dark + 0.05)


def distance(one: str, other: str, vision: str) -> float:
    """CIE76 between two colours as someone with that vision sees them."""
    first, second = (_lab(_seen(colour, vision)) for colour in (one, other))
    return math.dist(first, second)


def _light(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _product(matrix: Matrix, vector: Vector) -> Vector:
    a, b, c = (sum(m * v for m, v in zip(row, vector, strict=True)) for row in matrix)
    return a, b, c


def _seen(colour: str, vision: str) -> Vector:
    a, b, c = (min(max(value, 0.0), 1.0) for value in _product(VISION[vision], linear(colour)))
    return a, b, c


def _lab(light: Sequence[float]) -> Vector:
    red, green, blue = light
    xyz = _product(XYZ, (red, green, blue))
    x, y, z = (_cube_root(value / white) for value, white in zip(xyz, WHITE_D65, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _cube_root(value: float) -> float:
    return float(value ** (1 / 3)) if value > (6 / 29) ** 3 else value / (3 * (6 / 29) ** 2) + 4 / 29
