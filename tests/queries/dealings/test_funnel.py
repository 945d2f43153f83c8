"""The funnel counts each offer once: what it reached, how it ended, and of how many nobody says."""

from random import Random

import pytest
from asking import Holding, ask
from leavers import held

from graph.assembly.rows import Level
from graph.queries.dealings.funnel import Funnel, funnel
from graph.queries.dealings.funnel_counts import ENDINGS, Share, Tally
from graph.queries.dealings.offers import offers
from graph.settings import settings

LEDGER = """
meta offered ann 2025-01 outcome=approached
meta offered ann 2025-02 outcome=talks
meta offered ann 2025-03 outcome=made
meta offered ann 2025-04 outcome=accepted
meta offered bob 2025-03 outcome=declined amount=10m
meta offered cyd 2025-03 outcome=accepted offer=2
meta offered cyd 2025-03 outcome=declined offer=2 status=disputed
meta offered cyd 2024-03 outcome=declined offer=1
meta offered dan 2025-03 amount=100m part=package status=denied attributed_to=org:meta
meta offered eve 2025-03 outcome=declined status=disputed
meta offered eve 2025-03 outcome=made status=denied attributed_to=org:meta
meta offered fay 2025-03 outcome=made
openai offered fay 2025-04 outcome=made counter_to=meta
meta offered gil 2025-05 outcome=rescinded
meta offered hal 2025-05 outcome=lapsed
meta offered ivy 2025-05 outcome=made status=rumoured
msl part_of meta
msl offered jim 2025-06 outcome=talks
meta offered group:staff 2025-06 outcome=made
meta offered group:staff 2025-06 outcome=declined
meta offered person:unnamed-page-1 2025-06 outcome=made
openai offered person:unnamed-page-2 2025-06 outcome=declined
"""


def numbers(tally: Tally) -> dict[str, int]:
    """The counts above nought."""
    found = {word: len(tally.reached(word)) for word in ("approached", "talks", "made", "countered")}
    found |= {word: len(tally.ended(word)) for word in ENDINGS}
    return {word: number for word, number in found.items() if number}


def test_each_offer_once(holding: Holding) -> None:
    """By hand, offer by offer: two labels are two offers, a lab's is its company's, a rumour is none."""
    reply = funnel(ask(holding(LEDGER)), "meta")
    (meta,) = reply.companies
    assert len(meta.offers) == 10
    assert numbers(meta) == {
        "approached": 1,  # ann
        "talks": 2,  # ann, jim
        "made": 7,  # ann, bob, cyd 1, cyd 2, fay, gil, hal; not dan and eve, of whom it is denied
        "countered": 1,  # fay, by OpenAI
        "accepted": 1,  # ann
        "declined": 2,  # bob, cyd 1
        "lapsed": 1,
        "rescinded": 1,
        "conflicting": 1,  # cyd 2
        "denied": 2,  # dan, eve
        "not known": 2,  # fay, jim
    }
    assert (meta.acceptance.cases, meta.acceptance.of) == (1, 3)
    assert (meta.countered.cases, meta.countered.of) == (1, 7)


def test_all_organisations(holding: Holding) -> None:
    """Overall and by company, most offers first; of the lab alone its own."""
    view = ask(holding(LEDGER))
    reply = funnel(view)
    assert [(t.company, len(t.offers)) for t in reply.companies] == [("org:meta", 10), ("org:openai", 1)]
    assert len(reply.total.offers) == 11
    lab = funnel(view, "msl")
    assert [(t.company, numbers(t)) for t in lab.companies] == [("org:msl", {"talks": 1, "not known": 1})]


def test_groups_and_unnamed_people_stand_apart(holding: Holding) -> None:
    """They are in no count; of unnamed people there is no number below three."""
    reply = funnel(ask(holding(LEDGER)))
    assert [offer.recipient for offer in reply.groups] == ["group:staff"]
    assert reply.unnamed is None
    lines = "\n".join(f"meta offered person:unnamed-page-{n} 2025-06 outcome=made" for n in (1, 2, 3))
    assert funnel(ask(holding(lines))).unnamed == 3


def test_levels(holding: Holding) -> None:
    """With rumours, ivy's offer counts too; of confirmed claims alone there is nothing but the denials."""
    store = holding(LEDGER)
    rumoured = funnel(ask(store, level=Level.ALL), "meta")
    assert len(rumoured.total.offers) == 11
    firm = funnel(ask(store, level=Level.FIRM), "meta")
    assert numbers(firm.total) == {"denied": 2}


def test_shares_are_given_where_there_are_cases_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """8 of 12 are 67 %, by Clopper and Pearson 35 to 90 %; 1 of 3 is no percentage, 0 of 0 is none."""
    assert Share(8, 12).text == "67 % (8 of 12; 35 to 90 %)"
    assert (Share(1, 3).text, Share(1, 3).is_small) == ("1 of 3", True)
    assert (Share(0, 0).text, Share(0, 0).value) == ("of none", None)


def test_tables_say_the_same(holding: Holding) -> None:
    """One row a company and one for all; small shares are left empty; every row names its claims."""
    reply = funnel(ask(holding(LEDGER)))
    meta, _, everyone = reply.tables()["funnel"]
    assert (meta["by"], meta["made"], meta["acceptance"], meta["acceptance_of"]) == ("meta", 7, None, 3)
    assert everyone["by"] == "all"
    assert all(row["claims"] for row in reply.tables()["funnel"])
    assert len(reply.tables()["offers"]) == 11


def random_offers(random: Random) -> list[str]:
    """Offers of all outcomes and statuses that a source can give, out on different days."""
    outcomes = ("approached", "talks", "made", "countered", "declined", "accepted", "lapsed", "rescinded")
    statuses = ("reported", "reported", "confirmed", "disputed", "rumoured", "denied", "planned")
    return [
        f"{random.choice(('meta', 'openai', 'xai'))} offered {random.choice(('ann', 'bob', 'group:g'))}"
        f" 202{random.randint(3, 5)} outcome={random.choice(outcomes)} offer={random.randint(1, 2)}"
        f" status={random.choice(statuses)} @s{number}:{random.randint(2023, 2026)}-02-02"
        for number in range(random.randint(1, 40))
    ]


@pytest.mark.parametrize("round_", range(20))
def test_the_endings_divide_the_offers(seed: int, round_: int) -> None:
    """Each offer has one ending; what ended was made; companies sum to all; no group is lost."""
    random = Random(f"{seed} {round_}")
    view = ask(held("\n".join(random_offers(random))), level=random.choice(list(Level)))
    reply = funnel(view)
    assert sum(len(reply.total.ended(word)) for word in ENDINGS) == len(reply.total.offers)
    assert sum(len(tally.offers) for tally in reply.companies) == len(reply.total.offers)
    for each in reply.total.offers:
        if each.ending in ("accepted", "declined", "lapsed", "rescinded", "conflicting"):
            assert "made" in each.reached
        if each.ending == "conflicting":
            assert " or " in each.offer.outcome or view.scope.level is not Level.USUAL
    assert {(o.organisation, o.recipient) for o in reply.groups} == {
        (o.organisation, o.recipient) for o in offers(view).offers if o.recipient == "group:g"
    }


@pytest.mark.parametrize("known", ["2024-01-01", "2025-01-01"])
def test_known_on_a_day(seed: int, known: str) -> None:
    """As known on a day the funnel is that of a ledger that holds only what was out by then."""
    lines = [line for n in range(5) for line in random_offers(Random(f"{seed} {known} {n}"))]
    lines = [line.replace("@s", f"@s{n}x") for n, line in enumerate(lines)]
    out = [line for line in lines if line.rpartition(":")[2] <= known]

    def said(reply: Funnel) -> object:
        return [(each.offer.claims, each.reached, each.ending) for each in reply.total.offers]

    then = funnel(ask(held("\n".join(lines)), known_on=known))
    assert said(then) == said(funnel(held("\n".join(out)).view()))
    assert then.total.offers


def test_a_cut_answer_says_so(holding: Holding, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit offers are counted as left out."""
    (cut,) = funnel(ask(holding(LEDGER)), limit=4).cuts
    assert (cut.limit, cut.allowed, cut.left_out) == ("query_rows", 4, 11)
    assert settings().query_rows > 4
