"""Charts as Streamlit's ECharts takes them: plain options, colours by name.

Colours are CSS variables that `theme.py` sets for both themes, so that a chart follows a switch of theme at
once; ECharts passes them through only when it draws SVG.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Option = dict[str, Any]
IN, OUT, MIDDLE, INK, MUTED = (f"var(--chart-{name})" for name in ("in", "out", "middle", "ink", "muted"))
_HATCH = {"symbol": "rect", "dashArrayX": [1, 0], "dashArrayY": [3, 4], "rotation": -0.7854}
_PAPER = "var(--chart-paper)"


@dataclass(frozen=True, slots=True)
class Quarter:
    """People who came, and who left. `label` on the axis: a year stands with its first quarter only."""

    label: str
    came: int
    left: int
    name: str = ""


def bars(quarters: Sequence[Quarter]) -> Option:
    """In above the line, out below it and hatched; the numbers stand at the bars."""
    came = [{"value": q.came, "label": {"show": q.came > 0}} for q in quarters]
    left = [{"value": -q.left, "label": {"show": q.left > 0, "formatter": str(q.left)}} for q in quarters]
    label = {"color": INK, "fontSize": 11}
    return {
        "animation": False,
        "tooltip": {"show": False},
        "legend": {"left": 0, "top": 0, "itemWidth": 11, "itemHeight": 11, "textStyle": {"color": MUTED}},
        "grid": {"left": 4, "right": 4, "top": 44, "bottom": 26},
        "xAxis": {
            "type": "category",
            "data": [q.label for q in quarters],
            "axisTick": {"show": False},
            "axisLine": {"lineStyle": {"color": INK}},
            "axisLabel": {"color": MUTED, "fontSize": 11, "hideOverlap": True},
            "offset": 18,
            "position": "bottom",
        },
        "yAxis": {"type": "value", "show": False},
        "series": [
            {
                "name": "in",
                "type": "bar",
                "stack": "people",
                "data": came,
                "itemStyle": {"color": IN},
                "label": {**label, "position": "top"},
                "barMaxWidth": 48,
            },
            {
                "name": "out",
                "type": "bar",
                "stack": "people",
                "data": left,
                "itemStyle": {"color": OUT, "decal": {**_HATCH, "color": _PAPER}},
                "label": {**label, "position": "bottom"},
                "barMaxWidth": 48,
            },
        ],
    }
