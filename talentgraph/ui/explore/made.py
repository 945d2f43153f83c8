"""The ledger that a view was made with, as its address tells it: version, number of claims, day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import streamlit as st

from graph.model.days import day_of, iso
from graph.store.base import View
from talentgraph.ui.address import Reader, number
from talentgraph.ui.explore.openings import Place
from talentgraph.ui.explore.placing import read

_FAR = 10**12


@dataclass(frozen=True, slots=True)
class Made:
    """`day` is when the link was made, in UTC like the days of loads."""

    version: int
    claims: int
    day: int

    @property
    def text(self) -> str:
        return f"{self.version}.{self.claims}.{iso(self.day)}"


@dataclass(frozen=True, slots=True)
class Link:
    """What an address says that only Explore reads. `places` are by the code of the name.

    `made` is None where the address does not tell, and once the visitor has seen what changed since.
    """

    made: Made | None = None
    places: Mapping[str, Place] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


def link_from(address: Mapping[str, str]) -> Link:
    """Read strictly, part by part; what cannot be read is told in `problems`."""
    part, nowhere = Reader(address), Link().places
    made, places = part.read("made", made_from, None), part.read("places", read, nowhere)
    return Link(made, places, tuple(part.problems))


def made_from(text: str) -> Made:
    version, claims, day = text.split(".")
    a_number = number(0, _FAR)
    return Made(a_number(version), a_number(claims), day_of(day))


def made_now(view: View) -> Made:
    """`view` is of the whole ledger."""
    return Made(view.version, claims_of(view.version, view), datetime.now(UTC).date().toordinal())


@st.cache_data(max_entries=4, show_spinner=False)
def claims_of(version: int, _view: View) -> int:  # noqa: ARG001 - the key of the cache
    """How many claims the ledger holds in a version."""
    return _view.summary().claims
