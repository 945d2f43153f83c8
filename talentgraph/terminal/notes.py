"""Sources of an answer as numbered notes: a cell says `[1] p20`, the list below says what 1 is."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from graph.assembly.evidence import Evidence
from graph.assembly.levels import count_origins
from graph.model.source import Source
from graph.queries.words.places import place_text
from graph.queries.words.sentences import days_text, support_text, when_text


class Notes:
    """Numbers sources in the order in which they are first cited. `name` gives the shown name of an id."""

    def __init__(self, name: Callable[[str], str]) -> None:
        self._name = name
        self._numbers: dict[str, int] = {}
        self._sources: list[Source] = []

    def cite(self, claims: Iterable[Evidence]) -> str:
        """`[1] p20, p22; [2] l143-146 (Bloomberg)`: source, places in it, whom it names as its own source.

        Where several pages repeat one origin, how many are independent stands behind.
        """
        found = _outside(claims)
        repeats = count_origins(found) < len({e.source.id for e in found})
        return "; ".join(filter(None, (self.places(found), support_text(found) if repeats else "")))

    def places(self, claims: Iterable[Evidence]) -> str:
        """The same without a count, for where one stands beside."""
        places: dict[int, list[str]] = {}
        speakers: dict[int, list[str]] = {}
        for evidence in claims:
            number = self._number(evidence.source)
            places.setdefault(number, []).extend(place_text(evidence.claim).split(", "))
            speakers.setdefault(number, []).append(self._said_by(evidence))
        return "; ".join(
            " ".join(filter(None, (f"[{number}]", _joined(found), f"({said_by})" if said_by else "")))
            for number, found in sorted(places.items())
            for said_by in [_joined(speakers[number])]
        )

    def lines(self) -> list[str]:
        return [f"[{number}] {source_text(source)}" for number, source in enumerate(self._sources, start=1)]

    def _number(self, source: Source) -> int:
        if source.id not in self._numbers:
            self._sources.append(source)
            self._numbers[source.id] = len(self._sources)
        return self._numbers[source.id]

    def _said_by(self, evidence: Evidence) -> str:
        speaker = evidence.claim.attributed_to
        return self._name(speaker) if ":" in speaker else speaker


def _outside(claims: Iterable[Evidence]) -> list[Evidence]:
    """Without the names that a set gives itself, unless they are all there is."""
    given = list(claims)
    return [e for e in given if e.source.kind != "derived"] or given


def _joined(texts: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(filter(None, texts)))


def source_text(source: Source) -> str:
    """Publisher, date, title and address, as far as they are stated."""
    point = source.published.point
    date = days_text(point.lo, point.hi) if point else when_text(source.published)
    head = ", ".join(filter(None, (source.publisher, date or "undated")))
    return " ".join(filter(None, (f"{head}: {source.title}", source.url)))
