"""A career as lanes on one scale: one lane an organisation, one bar a stint, one diamond an offer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from graph.assembly.rows import EdgeRow, Flag
from graph.model.days import FUTURE, PAST
from graph.queries.answers.reply import Reply
from graph.queries.dealings.offer_reading import OfferStep
from graph.queries.dealings.offers import Offer
from graph.queries.people.careers import Career, Stint
from graph.queries.words.sentences import day_text, days_text, span_text
from talentgraph.ui import blocks
from talentgraph.ui.component import Block

Press = Callable[[str, str], Block]
"""From the address of an edge and the id of its organisation: what a press on its bar does."""

_MARGIN = 120  # days left free on both sides of the scale
_STUB = 180  # days drawn where one end is not known at all
_MOST_TICKS = 10
_UNDATED = "dates not stated"
_BOUNDS = ("start_lo", "start_hi", "end_lo", "end_hi")
_KEY = {
    "sure": "Dates known",
    "maybe": "Start or end uncertain",
    "fading": "End not known",
    "open": "Still there when last reported",
    "declined": "Offer declined",
    "accepted": "Offer accepted",
    "other": "Offer",
}


def offer_address(offer: Offer) -> str:
    """The address that an offer has as an edge, also where it never became one."""
    return f"{offer.organisation}|offered|{offer.recipient}|{offer.label}|1|1"


def career_lanes(
    reply: Reply,
    career: Career,
    offers: Sequence[Offer],
    press: Press,
    *,
    chosen: str = "",
    note: str = "",
    key: bool = False,
) -> Block | None:
    """`reply` names and proves. None where no date of any of it is known. `chosen` is an edge address."""
    if reply.now is None:
        return None
    lanes = _stint_lanes(career, reply.now, press)
    lanes += [_edge_lane(career, edge, reply.now, press) for edge in (*career.boards, *career.studies)]
    lanes.sort(key=lambda lane: min((bar["start_lo"] for bar in lane["bars"]), default=FUTURE))
    _add_offers(lanes, reply, offers, press)
    days = list(_days(lanes))
    if not days:
        return None
    looked_at = reply.scope.true_on or reply.now
    first, last = min(looked_at, *days) - _MARGIN, max(reply.now, looked_at, *days) + _MARGIN
    for lane in lanes:
        lane["bars"] = [_within(bar, first, last, chosen) for bar in lane["bars"]]
    return {
        "type": "lanes",
        "title": "Career",
        "count": 0,
        "note": note,
        "rows": lanes,
        "first": first,
        "last": last,
        "today": looked_at,
        "years": _ticks(first, last),
        "key": _key(lanes) if key else [],
        "day": _about_day(reply, looked_at) if key else "",
    }


def _about_day(reply: Reply, day: int) -> str:
    said = f"The dashed line is {day_text(day)}"
    return f"{said}; what lies to the right of it came later." if reply.scope.true_on else f"{said}."


def _stint_lanes(career: Career, now: int, press: Press) -> list[Block]:
    """One who came back has one lane with both stints."""
    by_place: dict[str, list[Stint]] = {}
    for stint in career.stints:
        by_place.setdefault(stint.organisation, []).append(stint)
    lanes = []
    for id_, stints in by_place.items():
        roles = list(dict.fromkeys(role for stint in stints for role in _roles(career, stint)))
        several = f"{_NUMBERS.get(len(stints), str(len(stints)))} stints" if len(stints) > 1 else ""
        lane = _lane(career, id_, several or ", ".join(roles))
        lane["bars"] = [bar for stint in stints if (bar := _stint_bar(career, stint, now, press))]
        if not lane["bars"]:
            lane["note"] = ", ".join(filter(None, (lane["note"], _UNDATED)))
        lanes.append(lane)
    return lanes


_NUMBERS = {2: "two", 3: "three", 4: "four"}


def _stint_bar(career: Career, stint: Stint, now: int, press: Press) -> Block | None:
    bounds = {bound: getattr(stint, bound) for bound in _BOUNDS}
    made = _bar(bounds, stint.places[-1].flags, _is_open(career, stint, now), stint.likely_until, now)
    if made is None:
        return None
    when = when_text(career, stint, now) or _UNDATED
    roles = _roles(career, stint)
    sentence = ", ".join((career.name(stint.organisation), *roles, when))
    address = stint.places[0].address
    said = {"words": when, "what": ", ".join(roles), "sentence": sentence, "edge": address}
    return made | said | press(address, stint.organisation)


def when_text(career: Career, stint: Stint, now: int) -> str:
    """`since Oct 2025` where somebody was still there by the last report, else as the stint says it."""
    if _is_open(career, stint, now) and Flag.START_DATED in stint.places[0].flags:
        return f"since {days_text(stint.start_lo, stint.start_hi + 1)}"
    return stint.text


def _is_open(career: Career, stint: Stint, now: int) -> bool:
    return goes_on(career, stint.places[-1], now, stint.likely_until)


def goes_on(reply: Reply, row: EdgeRow, now: int, likely_until: int) -> bool:
    """Whether somebody was still there by the last report, and nothing since says or implies an end."""
    opens = any(e.claim.when.open_end for e in reply.evidence(row))
    return opens and likely_until > now and Flag.END_DATED not in row.flags


def _roles(career: Career, stint: Stint) -> list[str]:
    return list(dict.fromkeys(role for edge in stint.roles if (role := _role(career, edge))))


def _role(career: Career, edge: EdgeRow) -> str:
    said = next((e.claim.get("role") for e in career.evidence(edge) if e.claim.get("role")), "")
    return said or ("head" if edge.relation == "leads" else "")


def _edge_lane(career: Career, edge: EdgeRow, now: int, press: Press) -> Block:
    note = {"board_of": "board", "advises": "adviser"}.get(edge.relation, edge.bundle or "studies")
    bounds = {bound: getattr(edge, bound) for bound in _BOUNDS}
    opens = goes_on(career, edge, now, edge.likely_until)
    when = span_text(edge) or _UNDATED
    lane = _lane(career, edge.object, note)
    made = _bar(bounds, edge.flags, opens, edge.likely_until, now)
    if made:
        sentence = f"{lane['name']}, {note}, {when}"
        said = {"words": when, "what": note, "sentence": sentence, "edge": edge.address}
        lane["bars"] = [made | said | press(edge.address, edge.object)]
    else:
        lane["note"] = f"{note}, {_UNDATED}"
    return lane


def _lane(reply: Reply, id_: str, note: str) -> Block:
    return {**blocks.name(reply, id_), "note": note, "bars": [], "marks": []}


def _bar(bounds: dict[str, int], flags: Flag, opens: bool, likely: int, now: int) -> Block | None:
    """Bounds that can be drawn; None where neither end has a day. Sure only between known days.

    `ends`: known, open, unknown, or over where nothing but the end of a possible time is known. `until` is
    where an open bar points and an unknown end fades; `bounded` if it is surely over by then.
    """
    start_hi, end_lo, end_hi = bounds["start_hi"], bounds["end_lo"], bounds["end_hi"]
    if not (_is_day(start_hi) or _is_day(end_lo)):
        return None
    sure_from = start_hi if _is_day(start_hi) else end_lo
    sure_to = max(end_lo if _is_day(end_lo) else sure_from, sure_from)
    bounded = _is_day(end_hi) and end_hi <= now
    if Flag.END_DATED in flags:
        ends = "known"
    elif bounded and end_hi <= sure_from:
        ends = "over"
    else:
        ends = "open" if opens else "unknown"
    faded = min(likely, end_hi, now)
    until = now if ends == "open" else faded if faded > sure_to else min(end_hi, now) if bounded else sure_to
    return {
        "start_lo": bounds["start_lo"] if _is_day(bounds["start_lo"]) else sure_from - _STUB,
        "start_hi": sure_from,
        "end_lo": sure_to,
        "end_hi": end_hi if _is_day(end_hi) else sure_to,
        "until": max(until, sure_to),
        "ends": ends,
        "bounded": bounded,
    }


def _add_offers(lanes: list[Block], reply: Reply, offers: Iterable[Offer], press: Press) -> None:
    """In the lane of who made the offer, or in a new one."""
    for offer in offers:
        step = _narrowest(offer)
        if step is None:
            continue
        lane = next((lane for lane in lanes if lane["id"] == offer.organisation), None)
        if lane is None:
            lane = _lane(reply, offer.organisation, "offer")
            lanes.append(lane)
        outcome = offer.outcome if offer.outcome in ("declined", "accepted") else "other"
        said = {
            "day": (step.earliest + step.latest) // 2,
            "outcome": outcome,
            "sentence": offer.sentence,
            "words": step.when,
            "ended": offer.outcome,
            "edge": offer_address(offer),
        }
        lane["marks"].append(said | press(offer_address(offer), offer.organisation))


def _narrowest(offer: Offer) -> OfferStep | None:
    """The step of the offer of whose time most is known."""
    dated = [step for step in offer.steps if _is_day(step.earliest) and _is_day(step.latest)]
    return min(dated, key=lambda s: (s.latest - s.earliest, s.earliest), default=None)


def _is_day(bound: int) -> bool:
    return PAST < bound < FUTURE


def _days(lanes: Iterable[Block]) -> Iterable[int]:
    for lane in lanes:
        for bar in lane["bars"]:
            yield from (bar[bound] for bound in (*_BOUNDS, "until"))
        yield from (mark["day"] for mark in lane["marks"])


def _within(bar: Block, first: int, last: int, chosen: str) -> Block:
    clipped = {bound: min(max(bar[bound], first), last) for bound in (*_BOUNDS, "until")}
    return {**bar, **clipped, "chosen": bool(chosen) and bar["edge"] == chosen}


def _key(lanes: Sequence[Block]) -> list[Block]:
    """Only what occurs."""
    seen = {mark["outcome"] for lane in lanes for mark in lane["marks"]}
    for bar in (bar for lane in lanes for bar in lane["bars"]):
        seen |= set() if bar["ends"] == "over" else {"sure"}
        uncertain = bar["start_lo"] < bar["start_hi"] or (
            bar["ends"] == "known" and bar["end_lo"] < bar["end_hi"]
        )
        seen |= {"maybe"} if uncertain else set()
        seen |= {{"open": "open", "unknown": "fading", "over": "maybe"}.get(bar["ends"], "sure")}
    return [{"sample": sample, "label": label} for sample, label in _KEY.items() if sample in seen]


def _ticks(first: int, last: int) -> list[Block]:
    years = range(date.fromordinal(first).year + 1, date.fromordinal(last).year + 1)
    step = max(1, -(-len(years) // _MOST_TICKS))
    return [{"day": date(year, 1, 1).toordinal(), "label": str(year)} for year in years[::step]]
