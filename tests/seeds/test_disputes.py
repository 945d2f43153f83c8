"""Where the facts disagree, the ledger says so: the hard cases of disagreement, on the shipped sets."""

import pytest
from asking import ask
from shipped import Shipped
from stints import moves_in

from graph.queries.dealings.deals import deals
from graph.queries.dealings.offers import offers
from graph.queries.ledger.conflicts import Disagreement, conflicts
from graph.queries.people.dossier import show
from graph.store.base import Store, View

Sides = list[set[str]]

DISPUTES: dict[str, tuple[str, Sides]] = {
    "the price of the stake in Scale AI": (
        "disagree",
        [{"F001d", "F002d"}, {"j53"}, {"r48"}, {"F003a"}],
    ),
    "the size of the stake": ("disagree", [{"F001e", "F002e", "F003b"}, {"F004a"}]),
    "when Meta's lab was founded": ("disagree", [{"F012a"}, {"F014a"}, {"F013a"}]),
    "ten or eleven hires in the memo": ("disagree", [{"F016a", "F018e"}, {"F017a"}]),
    "signing bonuses of 100 m": ("disagree", [{"F037a"}, {"F038a"}, {"F039a"}]),
    "when Vercept was founded": ("disagree", [{"F065a"}, {"F064a"}]),
    "how the offer to Deitke ended": ("disagree", [{"F067a", "F067b"}, {"F068a"}]),
    "the offer for Thinking Machines Lab": ("disagree", [{"F081d"}, {"F081g"}]),
    "the offer to Tulloch": ("disagree", [{"F082a"}, {"F082b"}]),
    "when Thinking Machines Lab was founded": (
        "disagree",
        [{"F078a", "F083a"}, {"F090a", "F091a"}, {"F084a"}],
    ),
    "when Tulloch left": ("disagree", [{"F085a"}, {"F086a"}, {"F299a"}]),
    "founder or researcher (Schoenholz)": ("disagree", [{"F096a", "F301a"}, {"F095a"}]),
    "when Safe Superintelligence was founded": ("disagree", [{"F112a"}, {"F113a"}]),
    "what Character.AI raised": ("precision", [{"F134a"}, {"F133a"}]),
    "when Luan came to Amazon": ("disagree", [{"F143a"}, {"F144a"}]),
    "when LeCun left": ("disagree", [{"F175a", "F176a", "F177a"}, {"F273a"}]),
    "when Shazeer came to OpenAI": ("disagree", [{"F203a"}, {"F204a"}]),
    "when Jumper came to Anthropic": ("disagree", [{"F205a"}, {"F206a"}]),
    "when Karpathy left Tesla": ("disagree", [{"F214a"}, {"F215a"}]),
    "the price of io": ("disagree", [{"F253b"}, {"F252e"}]),
    "when Amodei left OpenAI": ("disagree", [{"F262a"}, {"F263a"}]),
    "when Anthropic was incorporated": ("disagree", [{"F264a"}, {"F265a"}]),
    "8 or 8.2 times": ("precision", [{"F282a"}, {"F283a"}]),
    "11 or 10.6 times": ("precision", [{"F284a"}, {"F285a"}]),
    "whether Verma began at the lab": ("disagree", [{"F055a"}, {"F303a"}]),
    "whether Agarwal began at the lab": ("disagree", [{"F059a"}, {"F304a"}]),
    "return of Zhao": ("disagree", [{"F054b"}, {"F054a"}]),
    "the capital expenditure of Meta": ("disagree", [{"r67"}, {"j81"}]),
}
"""What editors see in the facts: the grade, and the keys of the claims on each side, as they are shown."""

DENIED = {
    "signing bonuses of 100 m",
    "the offer for Thinking Machines Lab",
    "the offer to Tulloch",
    "whether Verma began at the lab",
    "whether Agarwal began at the lab",
}
NO_DISPUTE = [
    {"F041b", "F042b"},  # a sum in all and a sum a year
    {"F109a", "F110a"},  # a departure, and a rumour of where to
    {"F254e", "F255d"},  # over 2 bn, and a page on which the price is not disclosed
    {"F254d", "F313a"},  # announced, and said to be undone later
]


@pytest.fixture(scope="module")
def found(view: View) -> tuple[Disagreement, ...]:
    return conflicts(view).disagreements


@pytest.mark.parametrize("name", DISPUTES)
def test_every_dispute_is_listed(
    name: str, found: tuple[Disagreement, ...], war: Shipped, articles: Shipped
) -> None:
    """What editors see is found by rule or by label, with its sides in order and who denies."""
    grade, sides = DISPUTES[name]
    matching = [
        each
        for each in found
        if [war.keys(v.claims) | articles.keys(v.claims) for v in each.versions] == sides
    ]
    assert {(each.grade, each.denied) for each in matching} == {(grade, name in DENIED)}


@pytest.mark.parametrize("keys", NO_DISPUTE)
def test_what_is_no_dispute(keys: set[str], found: tuple[Disagreement, ...], war: Shipped) -> None:
    """Figures of other periods, a rumour, an undisclosed price and a later stage contradict nothing."""
    assert not [each for each in found if keys <= war.keys(each.claims)]


def test_a_stake_is_no_acquisition(view: View) -> None:
    """14, 14.3, 14.8 and 15 bn, and 49 or 40 %, are two questions; the deal is a minority stake."""
    (deal,) = [each for each in deals(view, "Scale AI").deals if each.id == "deal:meta-scale-ai-2025"]
    assert [kind for kind, _ in deal.kinds] == ["minority stake"]
    assert {figure.text for figure in deal.figures if not figure.part} == {
        "$14 bn", "$14.3 bn", "$14.8 bn", "$15 bn",
    }  # fmt: skip


def test_announced_and_closed_at_two_prices(view: View) -> None:
    """6.4 bn when the purchase of io was announced, 6.5 bn when it closed: both stages are kept."""
    (deal,) = deals(view, "deal:openai-io-2025").deals
    assert [stage.stage for stage in deal.stages] == ["announced", "closed"]


def test_undisclosed_is_no_amount(view: View, war: Shipped) -> None:
    """Manus cost over 2 bn, or an undisclosed sum: one amount; that it was undone is a disputed stage."""
    (deal,) = deals(view, "deal:meta-manus-2025").deals
    assert [figure.text for figure in deal.figures] == ["over $2 bn"]
    assert deal.stages[-1].stage == "unwound"
    assert war.claims["F313a"].status == "disputed"
    assert not war.claims["F255d"].quantity


def test_two_offers_to_one_person(view: View) -> None:
    """125 m declined early in 2024, then 250 m of which pages say accepted and declined: two offers."""
    first, second = offers(view, to="Matt Deitke").offers
    assert (first.outcome, [a.text for a in first.amounts]) == ("declined", ["$125 m"])
    assert set(second.outcome.split(" or ")) == {"accepted", "declined"}
    assert {a.text for a in second.amounts} == {"$250 m", "$100 m"}


def test_a_denied_bonus_is_no_fact(view: View) -> None:
    """Altman's 100 m is denied by one who came to Meta and by Meta's CTO: a disputed claim, and no fact."""
    (beyer,) = offers(view, to="Lucas Beyer").offers
    assert (beyer.denied, beyer.amounts, beyer.steps) == (True, (), ())
    (staff,) = offers(view, by="Meta", to="group:openai-staff-approached-by-meta-2025").offers
    assert (staff.denied, [amount.status for amount in staff.amounts]) == (True, ["disputed"])


def test_declined_disputed_and_moved_all_the_same(view: View) -> None:
    """Up to 1.5 bn over six years, declined, says one paper; Meta disputes it; weeks later he joins Meta."""
    (offer,) = offers(view, to="Andrew Tulloch").offers
    assert (offer.outcome, offer.denied) == ("declined", True)
    assert "thinking-machines-lab > meta certain, stated" in moves_in(view, "person:andrew-tulloch")


@pytest.mark.parametrize(
    ("deal", "founder"),
    [
        ("deal:meta-thinking-machines-2025", "Mira Murati"),
        ("deal:meta-ssi-2025", "Ilya Sutskever"),
    ],
)
def test_an_offer_for_a_company_is_a_deal(deal: str, founder: str, view: View, war: Shipped) -> None:
    """An offer for a company that its founder refuses is a deal called off, never an offer to the founder."""
    (found,) = deals(view, deal).deals
    assert found.stages[-1].stage == "called_off"
    made = {key for offer in show(view, founder).offers for key in war.keys(offer.claims)}
    assert not made


def test_three_deals_of_one_company(view: View) -> None:
    """Windsurf: a purchase that lapsed, a licence with hires, and the purchase of what was left."""
    kinds = {
        found.id: ([kind for kind, _ in found.kinds], found.stages[-1].stage)
        for found in deals(view, "Windsurf").deals
    }
    assert kinds == {
        "deal:openai-windsurf-2025": (["acquisition"], "called_off"),
        "deal:google-windsurf-2025": (["licence and hire"], "announced"),
        "deal:cognition-windsurf-2025": (["acquisition"], "announced"),
    }


def test_a_value_of_two_is_no_price(view: View, war: Shipped) -> None:
    """1.25 tn is what SpaceX and xAI are worth together, not what the one paid for the other."""
    (deal,) = deals(view, "deal:spacex-xai-2026").deals
    assert deal.figures == ()
    assert war.claims["F173e"].get("cohort") == "SpaceX and xAI together"


def test_his_company_and_a_misspelt_name(view: View, articles: Shipped) -> None:
    """A programme that misspells a name and says "his company" gives the same claims, and the spelling."""
    founded = articles.claims["j47"]
    assert (founded.object, founded.get("read_in")) == ("org:scale-ai", "object")
    assert articles.claims["j55"].get("kind") == "misspelling"
    edges = [row for row in show(view, "Alexander Wang").edges if row.relation == "founded"]
    assert [row.object for row in edges] == ["org:scale-ai"]
    assert articles.ids("j47") <= {id_ for id_, _ in edges[0].claims}


def test_plans_in_turn(view: View, articles: Shipped) -> None:
    """April, then June, then autumn or later: three plans of one release, and no contradiction."""
    plans = [articles.claims[key] for key in ("j26", "j27", "j28")]
    assert [claim.get("plan") for claim in plans] == ["1", "2", "3"]
    assert {claim.status for claim in plans} == {"planned"}
    assert not conflicts(view, "work:llama-behemoth").disagreements
    assert not [row for row in show(view, "work:llama-behemoth").edges if row.relation == "released"]


def test_figures_of_the_stake_become_known(store: Store) -> None:
    """On 14 June 2025 only 14.3 and 14.8 bn are known; 15 from 18 June; 14 from 3 July."""

    def known(on: str) -> set[str]:
        (deal,) = deals(ask(store, known_on=on), "deal:meta-scale-ai-2025").deals
        return {figure.text for figure in deal.figures if not figure.part}

    assert known("2025-06-14") == known("2025-06-17") == {"$14.3 bn", "$14.8 bn"}
    assert known("2025-06-18") == known("2025-07-02") == {"$14.3 bn", "$14.8 bn", "$15 bn"}
    assert known("2025-07-03") == {"$14.3 bn", "$14.8 bn", "$15 bn", "$14 bn"}
