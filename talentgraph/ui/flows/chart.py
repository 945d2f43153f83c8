"""A Sankey of two or three sides as Streamlit's own ECharts, each ribbon and bar to be pressed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from talentgraph.ui.charts import IN, INK, MIDDLE, OUT, Option

__all__ = ["IN", "MIDDLE", "OUT", "Ribbon", "Stop", "sankey"]

_ROOM = 36  # pixels of height that a label needs
_LEAST, _MOST = 240, 700
_NARROW = 560
_LONGEST, _LONGEST_NARROW = 22, 15  # characters of a label
_WIDE_LABELS = {"left": 168, "right": 168, "label": {"fontSize": 12, "width": 156}}
_NARROW_LABELS = {"left": 116, "right": 116, "label": {"fontSize": 11, "width": 114}}
_STRIPES = {
    "symbol": "rect",
    "color": "var(--chart-paper)",
    "dashArrayX": [1, 0],
    "dashArrayY": [2, 4],
    "rotation": 0.7854,
}


@dataclass(frozen=True, slots=True)
class Stop:
    """A bar: `side` 0 is left, 1 the middle, 2 right. The middle has no label: the page names it."""

    key: str
    name: str
    side: int
    tone: str = MIDDLE


@dataclass(frozen=True, slots=True)
class Ribbon:
    """`key` says what a press on it opens; `ends` are the keys of two stops, with their sides before them."""

    key: str
    ends: tuple[str, str]
    value: int
    tone: str = MIDDLE


def sankey(
    stops: Sequence[Stop],
    ribbons: Sequence[Ribbon],
    key: str,
    press: Callable[[str], None],
    *,
    chosen: str = "",
    alt: str = "",
) -> None:
    """`press` is called with the key of the ribbon or bar that was pressed, empty where it is let go."""
    most = max(sum(stop.side == side for stop in stops) for side in (0, 2))

    def selected() -> None:
        groups = st.session_state[key]["selection"]["selected"]
        press(next((_pressed(group, stops, ribbons) for group in groups if group["data_indices"]), ""))

    st.echarts_chart(
        option(stops, ribbons, chosen),
        key=key,
        renderer="svg",
        height=min(max(most * _ROOM + 30, _LEAST), _MOST),
        on_select=selected,
        alt=alt,
    )


def _pressed(group: Option, stops: Sequence[Stop], ribbons: Sequence[Ribbon]) -> str:
    """An index may be of an earlier picture."""
    parts: Sequence[Stop | Ribbon] = ribbons if group["data_type"] == "edge" else stops
    at = group["data_indices"][0]
    return parts[at].key if at < len(parts) else ""


def option(stops: Sequence[Stop], ribbons: Sequence[Ribbon], chosen: str) -> Option:
    """The picture for ECharts; names are plain names there, never part of a template."""
    step = 1 if any(stop.side == 1 for stop in stops) else 2
    series = {
        "type": "sankey",
        "data": [_stop(stop, step, _LONGEST) for stop in stops],
        "links": [_ribbon(ribbon, chosen) for ribbon in ribbons],
        "selectedMode": "single",
        "top": 6,
        "bottom": 6,
        "nodeWidth": 9,
        "nodeGap": 14,
        "draggable": False,
        "layoutIterations": 0,
        "cursor": "pointer",
        "emphasis": {"disabled": True},
        "blur": {"label": {"opacity": 1}, "itemStyle": {"opacity": 1}},
        "select": {"itemStyle": {"borderWidth": 0}, "lineStyle": {"opacity": 0.8}},
        "label": {"formatter": "{b}  {c}", "overflow": "truncate", "color": INK, "textBorderWidth": 0},
    }
    short = {"data": [_stop(stop, step, _LONGEST_NARROW) for stop in stops]}
    return {
        "baseOption": {"animation": False, "series": [series], "tooltip": {"show": False}},
        "media": [
            {"query": {"maxWidth": _NARROW}, "option": {"series": [_NARROW_LABELS | short]}},
            {"option": {"series": [_WIDE_LABELS | {"data": series["data"]}]}},
        ],
    }


def _stop(stop: Stop, step: int, longest: int) -> Option:
    """`step`: how many sides make one column."""
    return {
        "id": f"{stop.side} {stop.key}",
        "name": _shortened(stop.name, longest),
        "depth": stop.side // step,
        "itemStyle": {
            "color": stop.tone,
            "borderWidth": 0,
            **({"decal": _STRIPES} if stop.tone == OUT else {}),
        },
        "label": {"show": stop.side != 1, "position": "left" if stop.side == 0 else "right"},
    }


def _ribbon(ribbon: Ribbon, chosen: str) -> Option:
    opacity = 0.8 if ribbon.key == chosen else 0.28
    return {
        "source": ribbon.ends[0],
        "target": ribbon.ends[1],
        "value": ribbon.value,
        "lineStyle": {"color": ribbon.tone, "opacity": opacity},
    }


def _shortened(name: str, longest: int) -> str:
    """So that the number behind it is never cut off."""
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"
