"""Curves, funnels and Sankeys as the browser gets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from graph.queries.dealings.funnel import funnel
from graph.queries.liftouts.liftouts import lift_outs
from graph.queries.retention.retention import Retention, retention
from graph.settings import settings
from graph.store.base import View
from talentgraph.ui.component import Block
from talentgraph.ui.flows import curve as flow_curve
from talentgraph.ui.flows import liftouts as flow_liftouts
from talentgraph.ui.flows import offers as flow_offers
from talentgraph.ui.flows.chart import OUT, Ribbon, Stop, option

STAYS = "\n".join(
    [
        *(f"left{n} works_at acme 2023-01-01/2024-01-{n + 1:02}" for n in range(6)),
        *(f"stays{n} works_at acme 2023-01-01/.. @later:2025-01-01" for n in range(5)),
        "lost works_at acme 2023-01-01/ @early:2023-07-01",
    ]
)
FEW = "a works_at acme 2023-01-01/2024-01-01\nb works_at acme 2023-01-01/"
OFFERS = """
    acme offered bo 2025-01 outcome=made
    acme offered bo 2025-02 outcome=accepted
    acme offered cy 2025-01 outcome=declined
    acme offered di 2025-01 outcome=talks
    beta offered ed 2025-01 outcome=declined
    beta offered ed 2025-01 outcome=accepted @other:2025-03
"""
GROUP = """
    a works_at beta 2025-03-01/ from=acme
    b works_at beta 2025-03-02/ from=acme
    c works_at beta 2025-03-03/ from=acme
    d works_at gamma 2023-03-03/ from=acme
"""


@pytest.fixture
def asked(viewing: Callable[[str], View]) -> Callable[[str], Retention]:
    return lambda text: retention(viewing(text), "acme", horizon=365)


def panels(block: Block) -> dict[str, Block]:
    return {panel["title"]: panel for panel in block["panels"]}


def test_curve_has_its_steps_its_interval_and_its_censoring(asked: Callable[[str], Retention]) -> None:
    """Six of twelve left a year on, each by a step; who was lost sight of is a tick, not a step."""
    reply = asked(STAYS)
    panel = panels(flow_curve.curves(reply))["Survival"]
    assert [step["day"] for step in panel["steps"]] == [365, 366, 367, 368, 369, 370]
    assert all(step["low"] <= step["share"] <= step["high"] for step in panel["steps"])
    lost = next(hire for hire in reply.hires if hire.spell.person == "person:lost")
    assert lost.followed.days in panel["censored"]
    assert panel["until"] >= 370


def test_curve_ends_where_too_few_are_known(asked: Callable[[str], Retention]) -> None:
    """No day is drawn on which fewer are known than a percentage needs."""
    reply = asked(STAYS)
    until = panels(flow_curve.curves(reply))["Survival"]["until"]
    known = sum(hire.followed.left or hire.followed.days >= until for hire in reply.hires)
    after = sum(hire.followed.left or hire.followed.days >= until + 1 for hire in reply.hires)
    assert known >= settings().percent_cases
    assert after < settings().percent_cases or until == max(hire.followed.days for hire in reply.hires)


def test_too_few_give_no_curve_and_say_why(asked: Callable[[str], Retention]) -> None:
    """Two hires give no curve; the stays are drawn all the same, each with how it ends."""
    reply = asked(FEW)
    panel = panels(flow_curve.curves(reply))["Survival"]
    assert panel["steps"] == []
    assert panel["why"].startswith("too few")
    lines = flow_curve.stays(reply, "")
    assert lines is not None
    assert [(row["days"], row["left"]) for row in lines["rows"]] == [(365, True), (0, False)]


def test_stay_is_sure_to_its_earliest_end_and_broken_to_its_latest(asked: Callable[[str], Retention]) -> None:
    """Hired on a day and gone in some month: a full line to its first day, a broken one to its last."""
    lines = flow_curve.stays(asked("a works_at acme 2023-01-01/2024-03\nb works_at acme 2023-01-01/"), "")
    assert lines is not None
    gone, followed = lines["rows"]
    assert (gone["sure"], gone["days"]) == (425, 455)  # 365 of 2023, then to 29 Feb or 30 Mar
    assert followed["sure"] == followed["days"] == 0
    assert gone["sentence"].endswith("425 to 455 days, then left")


def test_one_who_stayed_for_decades_does_not_squeeze_the_others(asked: Callable[[str], Retention]) -> None:
    """The scale follows the stays of nine in ten; who stayed longer runs out of it, and the key says so."""
    many = "\n".join(f"p{n} works_at acme 2023-01-01/2024-01-01" for n in range(11))
    even = flow_curve.stays(asked(many), "")
    long = flow_curve.stays(asked(f"{many}\nold works_at acme 1990-01-01/2024-01-01"), "")
    assert even is not None
    assert long is not None
    assert even["last"] == 365
    assert long["last"] == 365 * 3 // 2
    assert "beyond" in {sign["sign"] for sign in long["signs"]} - {sign["sign"] for sign in even["signs"]}


@pytest.mark.parametrize("last", [1, 40, 365, 730, 3_653, 20_000])
def test_ticks_are_few_and_within_the_scale(last: int) -> None:
    """A scale of any length has at most nine ticks, the first at its start."""
    ticks = flow_curve.ticks(last)
    assert 1 <= len(ticks) <= 9
    assert ticks[0] == {"day": 0, "label": "hired"}
    assert all(0 <= tick["day"] <= last for tick in ticks)


def stages(block: Block) -> dict[str, str]:
    return {row["label"]: row["text"] for group in block["groups"] for row in group["rows"]}


def test_funnel_keeps_apart_what_is_conflicting_or_not_known(viewing: Callable[[str], View]) -> None:
    """One accepted, one declined, one of two ends, one of none: each counts once."""
    reply = funnel(viewing(OFFERS))
    block = flow_offers.left(reply, "")[0]
    said = stages(block)
    assert said == {
        "Approached": "0",
        "Talks": "1",
        "Made": "3",
        "Countered": "0",
        "Accepted": "1",
        "Declined": "1",
        "Lapsed": "0",
        "Rescinded": "0",
        "Conflicting": "1",
        "Denied": "0",
        "Not known": "1",
    }


def test_table_of_the_funnel_has_the_same_stages(viewing: Callable[[str], View]) -> None:
    """The twin says of every stage what the picture says."""
    reply = funnel(viewing(OFFERS))
    table = flow_offers.left(reply, "", as_table=True)[0]
    said = {row["cells"][0]["runs"][0]: row["cells"][2]["runs"][0] for row in table["rows"]}
    assert said == stages(flow_offers.left(reply, "")[0])


def test_stage_opens_its_offers_and_no_others(viewing: Callable[[str], View]) -> None:
    """What is listed behind a stage is as many as it says; a stage of nobody opens nothing."""
    reply = funnel(viewing(OFFERS))
    for group in flow_offers.left(reply, "")[0]["groups"]:
        for row in group["rows"]:
            if not row["action"]:
                assert row["text"] == "0"
                continue
            opened = flow_offers.right(reply, row["action"].removeprefix("cell "))
            (listed,) = (part for part in opened if part.get("title") == "Offers")
            assert str(listed["count"]) == row["text"]


def test_shares_of_few_are_counts(viewing: Callable[[str], View]) -> None:
    """One of two is no percentage."""
    shares = flow_offers.left(funnel(viewing(OFFERS)), "")[1]
    assert [row["value"] for row in shares["rows"]] == ["1 of 2", "0 of 3"]
    assert "too few for a percentage" in shares["rows"][0]["note"]


def test_group_of_a_liftout_lists_its_people(viewing: Callable[[str], View]) -> None:
    """Three went within three days; the row says so, and opens those three."""
    reply = lift_outs(viewing(GROUP))
    (table, _) = flow_liftouts.left([reply], None, "")
    (row,) = table["rows"]
    assert [cell["runs"] for cell in row["cells"][:3]] == [["acme"], ["beta"], ["3"]]
    opened = flow_liftouts.right([reply], None, row["action"].removeprefix("row "))
    (listed,) = (part for part in opened if part.get("title") == "Counted")
    assert [each["name"] for each in listed["rows"]] == ["a", "b", "c"]


def strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif isinstance(value, str):
        yield value


def picture(*names: str) -> dict[str, Any]:
    stops = [Stop(f"{n}>", name, 0) for n, name in enumerate(names)]
    stops.append(Stop(">all", "All of them", 2, OUT))
    ribbons = [Ribbon(f"{n}>all", (f"0 {n}>", "2 >all"), 1) for n in range(len(names))]
    return option(stops, ribbons, "0>all")


def test_names_of_a_sankey_are_no_templates() -> None:
    """A name with the signs of a label template is a name: the template of labels holds none of it."""
    made = picture("{b} {c} {@x}", "<img src=x onerror=pwned(1)>")
    series = made["baseOption"]["series"][0]
    assert series["label"]["formatter"] == "{b}  {c}"
    assert [stop["name"] for stop in series["data"]][:1] == ["{b} {c} {@x}"]
    assert made["baseOption"]["tooltip"] == {"show": False}


def test_colours_of_a_sankey_are_names_of_the_theme() -> None:
    """No colour is written into the picture: a switch of the theme recolours it."""
    colours = [text for text in strings(picture("Acme")) if text.startswith(("#", "rgb", "var("))]
    assert colours
    assert all(colour.startswith("var(--chart-") for colour in colours)


def test_what_goes_out_is_hatched_and_the_chosen_ribbon_is_strong() -> None:
    """Out is told by hatching as well as by colour; what is open is not told by colour alone."""
    series = picture("Acme", "Beta")["baseOption"]["series"][0]
    assert "decal" in series["data"][-1]["itemStyle"]
    assert [link["lineStyle"]["opacity"] for link in series["links"]] == [0.8, 0.28]


def test_long_names_keep_their_number() -> None:
    """A name is shortened, so that the number behind it is never cut off."""
    series = picture("University of California, Berkeley")["baseOption"]["series"][0]
    assert series["data"][0]["name"] == "University of Califor…"
