"""The tables that are printed, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bench.clock import ratio, text
from bench.duels import Outcome
from bench.ground import Ground
from bench.questions import Measured
from bench.screen import Screen, high, middle
from graph.settings import settings


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns as wide as they need be."""
    lines = [list(heads), *map(list, rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(heads))]
    texts = [
        "| " + " | ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)) + " |"
        for line in lines
    ]
    texts.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    return "\n".join(texts)


def ground(given: Ground) -> str:
    rows = [
        (name, *(text(seconds) if seconds else "" for seconds in pair), ratio(*pair))
        for name, pair in given.steps.items()
    ]
    counts = (("people", given.people), ("claims", given.claims), ("links", given.edges))
    head = ", ".join(f"{number:,} {word}" for word, number in counts)
    return f"{head}\n\n{table(('made ready', 'ours', 'networkx', 'ratio'), rows)}"


def duels(outcomes: Iterable[Outcome]) -> str:
    """Ratios are ours to the peer's: 1/4 is four times as fast."""
    rows = [
        (
            each.name,
            text(each.ours),
            text(each.theirs),
            ratio(each.ours, each.theirs),
            f"{each.equal} of {each.asked}",
            text(each.first),
        )
        for each in outcomes
    ]
    return table(("question", "ours", "networkx", "ratio", "equal answers", "first time"), rows)


def questions(given: Iterable[Measured]) -> str:
    rows = [
        (
            each.name,
            text(each.first),
            text(each.again),
            "yes" if each.is_within_budget else "NO",
            ", ".join(each.cuts),
        )
        for each in given
    ]
    budget = f"within {settings().query_seconds:g} s"
    return table(("question", "first time", "again", budget, "cut off by"), rows)


def starts(given: Iterable[tuple[str, float]]) -> str:
    rows = [(name, text(seconds)) for name, seconds in given]
    return table(("terminal, from a cold start", "time"), rows)


def screen(given: Screen) -> str:
    """Aims beside what was measured; the clock of the wall, but for the server's processor."""
    heads = ("screen", "median", "95 of 100", "aim")
    rows = [("first page of a server just started", given.firsts, "2.5 s")]
    for name, aim in (("sent", ""), ("answered", ""), ("read", "300 ms")):
        label = f"pointer down until {name}"
        rows.append((label, [getattr(each, name) for each in given.clicks], aim))
    rows.append(("a click, server's processor", [each.server for each in given.clicks], ""))
    lines = [(name, text(middle(values)), text(high(values)), aim) for name, values, aim in rows]
    for name in ("received", "said"):
        sizes = [getattr(each, name) for each in given.clicks]
        lines.append((f"a click, bytes {name}", f"{middle(sizes):,.0f}", f"{high(sizes):,.0f}", ""))
    lines.append((f"panning {given.nodes} names, frames a second", f"{given.frames:.0f}", "", "30"))
    return table(heads, lines)
