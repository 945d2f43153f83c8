"""The grid of moves as a Sankey: of one organisation both ways, or of all from left to right."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from talentgraph.ui.flows.chart import IN, OUT, Ribbon, Stop, sankey
from talentgraph.ui.flows.grid import ALL, REST, Grid


def draw(grid: Grid, chosen: str, press: Callable[[str], None]) -> None:
    """`press` is given the ends of what was pressed, as `origin>destination`."""
    (asked,) = grid.reply.asked.ids or ("",)
    stops, ribbons = _around(grid, asked) if asked else across(grid)
    key = sha256(repr((stops, ribbons)).encode()).hexdigest()[:12]
    sankey(stops, ribbons, f"sankey-{key}", press, chosen=chosen, alt=_said(grid, asked))


def is_drawable(grid: Grid) -> bool:
    """Whether any certain move is there to draw: what stands beside the numbers has no ribbon."""
    return any(cell.tally.n for cell in grid.reply.cells)


def _said(grid: Grid, asked: str) -> str:
    whole = grid.cell(ALL, ALL).n
    return f"{grid.reply.title}: {whole:,} moves" + ("" if asked else ", origins left, destinations right")


def _ends(grid: Grid) -> list[str]:
    return [*grid.names, *([REST] if grid.rest else [])]


def _around(grid: Grid, asked: str) -> tuple[list[Stop], list[Ribbon]]:
    """Those who came at the left, those who went at the right, both larger ones first."""
    came = [(end, grid.cell(end, asked).n) for end in _ends(grid)]
    went = [(end, grid.cell(asked, end).n) for end in _ends(grid)]
    middle = f"1 {ALL}>{ALL}"
    stops = [Stop(f"{end}>{asked}", grid.name(end), 0, IN) for end, n in _largest(came)]
    ribbons = [Ribbon(f"{end}>{asked}", (f"0 {end}>{asked}", middle), n, IN) for end, n in _largest(came)]
    stops.append(Stop(f"{ALL}>{ALL}", grid.name(asked), 1))
    stops += [Stop(f"{asked}>{end}", grid.name(end), 2, OUT) for end, n in _largest(went)]
    ribbons += [Ribbon(f"{asked}>{end}", (middle, f"2 {asked}>{end}"), n, OUT) for end, n in _largest(went)]
    return stops, ribbons


def across(grid: Grid) -> tuple[list[Stop], list[Ribbon]]:
    """All origins at the left, all destinations at the right."""
    ends = _ends(grid)
    left = _largest([(end, grid.cell(end, ALL).n) for end in ends])
    right = _largest([(end, grid.cell(ALL, end).n) for end in ends])
    stops = [Stop(f"{end}>", grid.name(end), 0) for end, _ in left]
    stops += [Stop(f">{end}", grid.name(end), 2) for end, _ in right]
    ribbons = [
        Ribbon(f"{a}>{b}", (f"0 {a}>", f"2 >{b}"), n)
        for a, _ in left
        for b, _ in right
        if (n := grid.cell(a, b).n)
    ]
    return stops, ribbons


def _largest(counts: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Without nought; the rest last."""
    return sorted((each for each in counts if each[1]), key=lambda each: (each[0] == REST, -each[1]))
