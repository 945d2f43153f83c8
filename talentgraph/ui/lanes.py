"""A career as lanes on one scale: solid where sure, hatched where possible, fading at an unknown end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from graph.assembly.rows import EdgeRow, Flag
from graph.model.days import FUTURE, PAST
from graph.queries.careers import Career, Stint
from graph.queries.dossier import Dossier
from graph.queries.words import span_text
from talentgraph.ui import blocks
from talentgraph.ui.component import Block

_MARGIN = 90  # days left free on both sides of the scale
_MOST_TICKS = 6
_UNDATED = "dates not stated"


def career_lanes(dossier: Dossier) -> Block | None:
    """One lane a stint, board seat and study; None where no date of any is known."""
    career = dossier.career
    if career is None or dossier.now is None:
        return None
    lanes = [_stint_lane(career, stint) for stint in career.stints]
    lanes += [_edge_lane(career, edge) for edge in (*career.boards, *career.studies)]
    days = [lane[bound] for lane in lanes for bound in _BOUNDS if _is_day(lane[bound])]
    if not days:
        return None
    first, last = min(days) - _MARGIN, max(dossier.now, *days) + _MARGIN
    return {
        "type": "lanes",
        "title": "Career",
        "count": len(lanes),
        "note": "a bar opens the organisation",
        "rows": [_drawable(lane, first, last) for lane in lanes],
        "first": first,
        "last": last,
        "today": dossier.now,
        "years": _ticks(first, last),
    }


_BOUNDS = ("start_lo", "start_hi", "end_lo", "end_hi")


def _is_day(bound: int) -> bool:
    return PAST < bound < FUTURE


def _stint_lane(career: Career, stint: Stint) -> Block:
    roles = [role for edge in stint.roles if (role := _role(career, edge))]
    flags = stint.places[-1].flags
    words = [*dict.fromkeys(roles), stint.text or _UNDATED]
    return _lane(career, stint.organisation, words, flags) | {
        bound: getattr(stint, bound) for bound in _BOUNDS
    }


def _edge_lane(career: Career, edge: EdgeRow) -> Block:
    note = {"board_of": "board", "studied_at": edge.bundle or "studies"}[edge.relation]
    words = [note, span_text(edge) or _UNDATED]
    return _lane(career, edge.object, words, edge.flags) | {bound: getattr(edge, bound) for bound in _BOUNDS}


def _role(career: Career, edge: EdgeRow) -> str:
    said = next((e.claim.get("role") for e in career.evidence(edge) if e.claim.get("role")), "")
    return said or ("head" if edge.relation == "leads" else "")


def _lane(career: Career, id_: str, words: Sequence[str], flags: Flag) -> Block:
    named = blocks.name(career, id_)
    return {
        **named,
        "note": ", ".join(words),
        "ends": "known" if Flag.END_DATED in flags else "unknown",
        "sentence": ", ".join((named["name"], *words)),
    }


def _drawable(lane: Block, first: int, last: int) -> Block:
    """Bounds within the scale. Nothing is drawn as sure where the latest start is not known."""
    start_hi, end_lo = lane["start_hi"], lane["end_lo"]
    dated = _is_day(start_hi) or _is_day(end_lo)
    sure_from = start_hi if _is_day(start_hi) else end_lo
    sure_to = max(end_lo, sure_from)
    return {
        **lane,
        "dated": dated,
        "start_lo": max(lane["start_lo"], sure_from - _MARGIN * 2, first) if dated else first,
        "start_hi": min(sure_from, last),
        "end_lo": min(sure_to, last),
        "end_hi": min(lane["end_hi"], last),
    }


def _ticks(first: int, last: int) -> list[Block]:
    years = range(date.fromordinal(first).year + 1, date.fromordinal(last).year + 1)
    step = max(1, -(-len(years) // _MOST_TICKS))
    return [{"day": date(year, 1, 1).toordinal(), "label": str(year)} for year in years[::step]]
