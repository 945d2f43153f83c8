"""What the sets that ship show of lift-outs, offers and first movers, worked out by hand from claims."""

from collections.abc import Iterator
from math import comb
from pathlib import Path

import pytest
from asking import ask
from shipped import Shipped, shipped

from graph.queries.answers.counting import Window
from graph.queries.dealings.funnel import funnel
from graph.queries.dealings.funnel_counts import ENDINGS
from graph.queries.liftouts.liftouts import LiftOut, LiftOuts, lift_outs
from graph.queries.people.along import Order
from graph.queries.people.colleagues import colleagues
from graph.queries.people.first_mover import first_movers
from graph.store import open_store
from graph.store.base import Store


@pytest.fixture(scope="module")
def war(checkout: Path) -> Shipped:
    return shipped(checkout / "seeds" / "talent-war")


@pytest.fixture(scope="module")
def both(war: Shipped, checkout: Path) -> Iterator[Store]:
    """A ledger with the two sets. Tests only read it."""
    store = open_store(engine="memory")
    with store.writer() as writer:
        writer.load(shipped(checkout / "seeds" / "two-articles").loaded)
        writer.load(war.loaded)
    yield store
    store.close()


def only(reply: LiftOuts) -> LiftOut:
    (group,) = reply.groups
    return group


def test_thinking_machines_to_openai(both: Store, war: Shipped) -> None:
    """January 2026: Zoph, Metz and Schoenholz on the 14th (F092 to F094), Guy and O'Connell too (F297, F298).

    Of eight known to have left the lab, one went in October 2025 (F087), two in February 2026 (F294, F295):
    seven lie within 60 days, so chance takes five of these in 21 of 56 shuffles.
    """
    group = only(lift_outs(both.view(), into="OpenAI", out_of="Thinking Machines Lab"))
    assert {each.partition(":")[2] for each in group.people} == {
        "barret-zoph",
        "luke-metz",
        "sam-schoenholz",
        "ian-o-connell",
        "lia-guy",
    }
    assert war.ids("F092a", "F093a", "F094a", "F297a", "F298a") <= set(group.claims)
    assert group.sentence == "5 people moved from Thinking Machines Lab to OpenAI (Jan 2026)"
    assert not group.with_deal
    assert group.chance
    assert (group.chance.pool, group.chance.pair) == (8, 5)
    assert abs(group.chance.p - comb(7, 5) / comb(8, 5)) < 0.08  # five standard deviations of 999 shuffles


@pytest.mark.parametrize(("known", "found"), [("2026-01-13", 0), ("2026-01-31", 1)])
def test_nobody_knew_before(both: Store, known: str, found: int) -> None:
    """The day before the news there is no such group; at the end of that January there is."""
    view = ask(both, known_on=known)
    assert len(lift_outs(view, into="OpenAI", out_of="Thinking Machines Lab").groups) == found


def test_openai_to_meta(both: Store, war: Shipped) -> None:
    """Summer 2025: three in June, seven on 30 June, one in July, two on 16 July; from 1 June to 31 July.

    The one who went in April 2026 (F216) is not among them. GPT-4o was made by five of them.
    """
    reply = lift_outs(both.view(), into="Meta", out_of="OpenAI", window=Window.between("2025", "2025"))
    group = only(reply)
    june = ("F032a", "F034a", "F036a", "F019a", "F020a", "F021a", "F022a", "F025a", "F028a", "F029a")
    keys = (*june, "F045a", "F050a", "F051a")
    assert war.ids(*keys) <= set(group.claims)
    assert len(group.people) == len(keys)
    assert group.at_most == len(keys) + 1, "Verma may have come in these days too"
    assert reply.stands_out(group)
    gpt = next(link for link in group.shared if link.id == "work:gpt-4o")
    assert war.ids("F020b", "F021b", "F022d", "F025b", "F028b") == set(gpt.claims)


def test_a_group_that_a_deal_brought(both: Store, war: Shipped) -> None:
    """Vercept's three came to Anthropic with its purchase (F073c to F075c); without deals there is none."""
    view = both.view()
    group = only(lift_outs(view, into="Anthropic", out_of="Vercept"))
    assert len(group.with_deal) == len(group.people) == 3
    (deal,) = group.deals
    assert deal.id == "deal:anthropic-vercept-2026"
    assert war.ids("F073c", "F074c", "F075c") <= set(deal.claims)
    assert not lift_outs(view, into="Anthropic", out_of="Vercept", without_deals=True).groups


def test_a_manager_and_two_of_his(both: Store) -> None:
    """Pang, Gunter and Lee left Apple for Meta in July 2025; Gunter reported to Pang (F047)."""
    group = only(lift_outs(both.view(), into="Meta", out_of="Apple"))
    assert set(group.people) == {"person:ruoming-pang", "person:tom-gunter", "person:mark-lee"}
    assert ("manager", "person:ruoming-pang", ("person:ruoming-pang", "person:tom-gunter")) in [
        (link.kind, link.id, link.people) for link in group.shared
    ]


def test_the_offers_of_meta(both: Store, war: Shipped) -> None:
    """Pang accepted; Zheng, Sutskever and, at first, Deitke declined; of his second offer sources differ.

    Beyer denies his own; Meta denies that to Tulloch, which nothing but a disputed claim has.
    """
    reply = funnel(both.view(), "Meta")
    found = {word: [each.offer.recipient for each in reply.total.ended(word)] for word in ENDINGS}
    assert found == {
        "accepted": ["person:ruoming-pang"],
        "declined": ["person:yudian-zheng", "person:matt-deitke", "person:ilya-sutskever"],
        "lapsed": [],
        "rescinded": [],
        "conflicting": ["person:matt-deitke"],
        "denied": ["person:lucas-beyer", "person:andrew-tulloch"],
        "not known": [],
    }
    (conflicting,) = reply.total.ended("conflicting")
    assert war.keys(conflicting.claims) == {"F067a", "F067b", "F068a"}
    assert reply.total.acceptance.text == "1 of 4"
    assert reply.unnamed is None
    assert {offer.recipient for offer in reply.groups} == {
        "group:ai-researchers-approached-by-meta-2025",
        "group:ai-talent-lost-by-meta-2025",
        "group:meta-hiring-list-2025",
        "group:openai-staff-approached-by-meta-2025",
    }


def test_all_offers(both: Store) -> None:
    """OpenAI's talks with Zhao are the one offer of which nobody says how it ended."""
    reply = funnel(both.view())
    (unknown,) = reply.total.ended("not known")
    assert (unknown.company, unknown.offer.recipient) == ("org:openai", "person:shengjia-zhao")
    assert unknown.reached == {"talks"}
    assert len(reply.total.offers) == 8


def test_from_google_to_anthropic(both: Store) -> None:
    """Douglas in March 2025 (F277); in June 2026 Jumper on the 19th or 20th, Adler and Pritzel on the 24th.

    Conmy came at some time in that June (F209), perhaps before all three.
    """
    reply = first_movers(both.view(), "Anthropic", "Google")
    assert {each.person.partition(":")[2]: each.place for each in reply.arrivals} == {
        "sholto-douglas": (1, 1),
        "arthur-conmy": (2, 5),
        "john-jumper": (2, 3),
        "alexander-pritzel": (3, 4),
        "jonas-adler": (3, 4),
    }
    assert reply.is_told
    jumper = next(each for each in reply.arrivals if each.person == "person:john-jumper")
    assert jumper.followed(Order.LATER) == 2


def test_who_moved_along_with_jumper(both: Store) -> None:
    """After him, the same way: Adler and Pritzel four or five days later, Conmy perhaps."""
    reply = colleagues(both.view(), "John Jumper")
    assert {
        (each.row.person.partition(":")[2], each.order, each.gap_lo, each.gap_hi) for each in reply.along
    } == {
        ("alexander-pritzel", Order.LATER, 4, 5),
        ("jonas-adler", Order.LATER, 4, 5),
        ("arthur-conmy", Order.PERHAPS, -19, 11),
    }
