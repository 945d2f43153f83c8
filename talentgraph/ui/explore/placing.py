"""Where names stand: each stage of a picture is laid around those before it, and what stands never moves.

The same stages give the same places, so an address that tells the stages tells the places. Where a visit took
another way, its places are written out: nine characters a name, four for the name and five for both axes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from graph.queries.answers.layout import positions
from graph.queries.answers.subgraph import Subgraph
from talentgraph.ui.explore.openings import FAR, Place
from talentgraph.ui.explore.tucking import tucked

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_NAME, _AXES = 4, 5
_SIDE = 1 << 15


def place(
    stages: Sequence[Sequence[str]], graph: Subgraph, held: Mapping[str, Place], seed: int
) -> dict[str, Place]:
    """Places of all names of the stages, in whole pixels. `graph` has their cards and links.

    The first names are laid out by their links. Those that come later are tucked in near the first of their
    stage, or near whoever else they are linked to, where there is room.
    """
    standing = {id_: at for id_, at in held.items() if any(id_ in stage for stage in stages)}
    known = {card.id for card in graph.entities}
    for stage in stages:
        new = tuple(id_ for id_ in dict.fromkeys(stage) if id_ not in standing and id_ in known)
        if new and not standing:
            standing |= _laid(graph.version, new, seed, graph)
        elif new:
            standing |= _tucked(graph.version, stage[0], new, tuple(sorted(standing.items())), graph)
    return standing


# Both are cached by what they depend on; `_graph` is no part of the key, its version is.


@st.cache_data(max_entries=100, show_spinner=False)
def _laid(version: int, ids: tuple[str, ...], seed: int, _graph: Subgraph) -> dict[str, Place]:  # noqa: ARG001
    wanted = set(ids)
    part = replace(
        _graph,
        entities=tuple(card for card in _graph.entities if card.id in wanted),
        edges=tuple(row for row in _graph.edges if row.subject in wanted and row.object in wanted),
    )
    return {id_: _whole(at) for id_, at in positions(part, seed=seed).items()}


@st.cache_data(max_entries=300, show_spinner=False)
def _tucked(
    version: int,  # noqa: ARG001
    parent: str,
    ids: tuple[str, ...],
    fixed: tuple[tuple[str, Place], ...],
    _graph: Subgraph,
) -> dict[str, Place]:
    return tucked(parent, ids, dict(fixed), _graph)


def _whole(at: tuple[float, float]) -> Place:
    return _near(at[0]), _near(at[1])


def _near(axis: float) -> int:
    return max(-FAR, min(FAR, round(axis)))


def written(places: Mapping[str, Place]) -> str:
    """The places in as few characters as an address wants."""
    return "".join(
        code(id_) + _number((x + FAR) * _SIDE + y + FAR, _AXES) for id_, (x, y) in sorted(places.items())
    )


def read(text: str) -> Mapping[str, Place]:
    """Places by the code of the name. Raises ValueError for any other text."""
    size = _NAME + _AXES
    if len(text) % size or not set(text) <= set(_DIGITS):
        raise ValueError(text)
    found = {}
    for start in range(0, len(text), size):
        axes = _value(text[start + _NAME : start + size])
        found[text[start : start + _NAME]] = axes // _SIDE - FAR, axes % _SIDE - FAR
    return found


def code(id_: str) -> str:
    """Four characters that stand for a name. Of 400 pictures with 300 names, in one two names share them."""
    digest = hashlib.sha256(id_.encode()).digest()
    return _number(int.from_bytes(digest[:3]), _NAME)


def _number(value: int, digits: int) -> str:
    return "".join(_DIGITS[value >> 6 * at & 63] for at in reversed(range(digits)))


def _value(text: str) -> int:
    value = 0
    for digit in text:
        value = value << 6 | _DIGITS.index(digit)
    return value
