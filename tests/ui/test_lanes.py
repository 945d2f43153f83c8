from __future__ import annotations

from collections.abc import Callable

from making import day

from graph.queries.people.dossier import show
from graph.store.base import View
from talentgraph.ui.component import Block
from talentgraph.ui.people.lanes import career_lanes

Viewing = Callable[[str], View]

RETURNER = """
tulloch works_at meta 2012/2018-03-05
tulloch works_at openai 2019/
tulloch works_at meta 2025-10/..
tulloch board_of acme 2020/2021
tulloch studied_at sydney /2011
meta offered tulloch 2025-07-12 outcome=declined
"""


def press(edge: str, _: str) -> Block:
    return {"action": edge}


def lanes_of(view: View, chosen: str = "") -> Block:
    shown = show(view, "person:tulloch")
    assert shown.career
    block = career_lanes(shown, shown.career, shown.offers, press, chosen=chosen, key=True)
    assert block
    return block


def lane(block: Block, id_: str) -> Block:
    found: list[Block] = [row for row in block["rows"] if row["id"] == id_]
    assert len(found) == 1
    return found[0]


def test_who_came_back_has_one_lane_with_both_stints(viewing: Viewing) -> None:
    """Two stints at one company are two bars in one lane; each other place has its own, by first day."""
    block = lanes_of(viewing(RETURNER))
    assert [row["id"] for row in block["rows"]] == ["org:sydney", "org:meta", "org:openai", "org:acme"]
    meta = lane(block, "org:meta")
    assert meta["note"] == "two stints"
    assert [bar["ends"] for bar in meta["bars"]] == ["known", "open"]
    assert [bar["edge"] for bar in meta["bars"]] == [
        "person:tulloch|works_at|org:meta||1|1",
        "person:tulloch|works_at|org:meta||2|1",
    ]


def test_bars_are_sure_only_between_known_days(viewing: Viewing) -> None:
    """2012 to 5 Mar 2018 is sure from the last day of 2012 on; the year before that may be."""
    first = lane(lanes_of(viewing(RETURNER)), "org:meta")["bars"][0]
    assert (first["start_lo"], first["start_hi"]) == (day("2012-01-01"), day("2012-12-31"))
    assert first["end_lo"] == first["end_hi"] >= day("2018-03-05")


def test_an_unknown_end_fades_until_the_next_arrival(viewing: Viewing) -> None:
    """Nobody says when he left OpenAI: the bar fades, and not beyond the day he is elsewhere."""
    (bar,) = lane(lanes_of(viewing(RETURNER)), "org:openai")["bars"]
    assert bar["ends"] == "unknown"
    assert bar["end_lo"] < bar["until"] <= day("2025-10-31")


def test_an_open_stint_points_on_from_today(viewing: Viewing) -> None:
    """Still there when last reported: the bar goes on to the latest day of the ledger."""
    block = lanes_of(viewing(RETURNER))
    bar = lane(block, "org:meta")["bars"][1]
    assert bar["until"] >= block["today"]
    assert bar["words"] == "since Oct 2025"


def test_what_is_merely_over_by_a_day_is_never_sure(viewing: Viewing) -> None:
    """Studies that were over by 2011 are hatched before that, and nothing of them is solid."""
    (bar,) = lane(lanes_of(viewing(RETURNER)), "org:sydney")["bars"]
    assert bar["ends"] in ("known", "over")
    assert bar["start_lo"] < bar["start_hi"]


def test_an_offer_is_a_diamond_in_the_lane_of_who_made_it(viewing: Viewing) -> None:
    """A declined offer stands on its day, with a sentence that says so."""
    (mark,) = lane(lanes_of(viewing(RETURNER)), "org:meta")["marks"]
    assert mark["day"] == day("2025-07-12")
    assert mark["outcome"] == "declined"
    assert "offer" in mark["sentence"]


def test_key_has_only_what_occurs(viewing: Viewing) -> None:
    """The legend explains the signs of this picture, and no others."""
    block = lanes_of(viewing("tulloch works_at meta 2012-01-01/2018-03-05"))
    assert [item["sample"] for item in block["key"]] == ["sure"]
    assert {item["sample"] for item in lanes_of(viewing(RETURNER))["key"]} >= {"open", "fading", "declined"}


def test_chosen_bar_is_marked(viewing: Viewing) -> None:
    """The bar whose claims are open says so."""
    address = "person:tulloch|works_at|org:openai||1|1"
    block = lanes_of(viewing(RETURNER), chosen=address)
    chosen = [bar["edge"] for row in block["rows"] for bar in row["bars"] if bar["chosen"]]
    assert chosen == [address]


def test_without_any_date_nothing_is_drawn(viewing: Viewing) -> None:
    """Of somebody of whom no stint, study or dated offer is known there is no picture."""
    shown = show(viewing("meta offered tulloch outcome=made"), "person:tulloch")
    assert shown.career
    assert career_lanes(shown, shown.career, shown.offers, press) is None
