"""An offer is all its claims: outcomes in time, figures side by side, denials shown as such."""

import pytest
from asking import Holding, ask

from graph.queries.dealings.offers import offers

LEDGER = """
meta offered deitke 2025 amount=250m per=total outcome=accepted offer=2 part=package @a:2025-08-01
meta offered deitke 2025 amount=250m per=total outcome=declined offer=2 part=package @b:2025-08-02
meta offered deitke 2025 amount=125m per=total outcome=declined offer=1 part=package @a:2025-08-01
meta offered tulloch 2025-07 outcome=made by=zuckerberg @wsj:2025-08-01
meta offered tulloch 2025-08 outcome=declined amount=1.5bn over=P6Y @wsj:2025-08-01
meta offered tulloch 2025-07 outcome=made status=denied attributed_to=org:meta @wsj:2025-08-01
openai offered group:staff [2025-04..2025-07] outcome=made counter_to=meta 'terms=to stay'
meta offered person:unnamed-register-1 2025-06 low=10m per=year outcome=made
"""


def test_labels_keep_offers_apart(holding: Holding) -> None:
    """Two offers to one person are two, and differing outcomes of one stand side by side."""
    found = {o.label: o for o in offers(ask(holding(LEDGER)), to="deitke").offers}
    assert found["1"].outcome == "declined"
    assert [a.text for a in found["1"].amounts] == ["$125 m"]
    assert found["2"].outcome == "declined or accepted"
    assert len(found["2"].steps) == 2
    assert len(found["2"].amounts) == 1
    assert len(found["2"].amounts[0].claims) == 2


def test_outcomes_come_in_time(holding: Holding) -> None:
    """Made, then declined; what is denied is flagged and stands in neither steps nor figures."""
    (offer,) = offers(ask(holding(LEDGER)), of="tulloch").offers
    assert [(s.outcome, s.when) for s in offer.steps] == [("made", "Jul 2025"), ("declined", "Aug 2025")]
    assert offer.denied
    assert offer.by == ("person:zuckerberg",)
    assert offer.sentence == (
        "meta made an offer to tulloch (Aug 2025, $1.5 bn over 6 years, declined; denied by meta)"
    )
    assert len(offer.claims) == 3


def test_a_denied_figure_is_not_shown_as_fact(holding: Holding) -> None:
    """Where the only claim is denied there is neither outcome nor amount."""
    text = "meta offered staff 2025-06 amount=100m outcome=made status=denied"
    (offer,) = offers(ask(holding(f"{text.replace('staff', 'group:staff')}"))).offers
    assert (offer.outcome, offer.amounts, offer.denied) == ("", (), True)


@pytest.mark.parametrize(
    ("asked", "number"),
    [({}, 5), ({"by": "meta"}, 4), ({"by": "openai"}, 1), ({"of": "meta"}, 5), ({"to": "group:staff"}, 1)],
)
def test_names_narrow(holding: Holding, asked: dict[str, str], number: int) -> None:
    """By one organisation, to one recipient, or naming somebody in any field."""
    assert (
        len(
            offers(ask(holding(LEDGER)), asked.get("of", ""), asked.get("by", ""), asked.get("to", "")).offers
        )
        == number
    )


def test_known_on_a_day(holding: Holding) -> None:
    """What no source said by then is not in it."""
    view = ask(holding(LEDGER), known_on="2025-08-01")
    found = {o.label: o for o in offers(view, to="deitke").offers}
    assert found["2"].outcome == "accepted"


def test_the_unnamed_stay_so(holding: Holding) -> None:
    """The offer to somebody unnamed shows the neutral name and the month."""
    reply = offers(ask(holding(LEDGER)), to="person:unnamed-register-1")
    (offer,) = reply.offers
    assert offer.sentence == (
        "meta made an offer to Unnamed person (register 1) (Jun 2025, $10 m a year or more, made)"
    )


BONUS = """
meta offered group:staff 2025-06 outcome=made amount=100m part=salary {said} attributed_to=altman @a:2025-07
meta offered group:staff 2025-06 amount=100m part=salary {no} attributed_to=bosworth @b:2025-07
meta offered beyer 2025-06 amount=100m part=salary {no} attributed_to=beyer @a:2025-07
meta offered group:staff 2024 outcome=made offer=2 @c:2025-07
""".format(said="status=disputed dispute=bonus", no="status=denied dispute=bonus")


@pytest.mark.parametrize("asked", [{"of": "altman"}, {"of": "bosworth"}, {"to": "group:staff"}, {}])
def test_an_offer_is_shown_whole(holding: Holding, asked: dict[str, str]) -> None:
    """Whoever is asked about, an offer has all its claims: never an assertion without its denial."""
    reply = offers(ask(holding(BONUS)), asked.get("of", ""), to=asked.get("to", ""))
    (offer,) = [o for o in reply.offers if o.recipient == "group:staff" and o.label == ""]
    assert (offer.status, offer.denied) == ("disputed", True)
    assert {e.claim.attributed_to for e in reply.found(offer.claims)} == {"person:altman", "person:bosworth"}
    assert offer.sentence == (
        "meta made an offer to staff (Jun 2025, $100 m as salary, made, disputed; denied by bosworth)"
    )


def test_what_is_in_dispute_with_an_offer_stands_beside_it(holding: Holding) -> None:
    """A label of dispute joins the denial of one recipient to what is claimed of many, with its sources."""
    for asked in ("altman", "beyer", "meta", ""):
        reply = offers(ask(holding(BONUS)), asked)
        for offer in (o for o in reply.offers if o.label == ""):
            labelled = [d for d in offer.disagreements if d.relation == "dispute"]
            said_by = {e.claim.attributed_to for d in labelled for e in reply.found(d.claims)}
            assert said_by == {"person:altman", "person:bosworth", "person:beyer"}


def test_a_denial_says_what_it_denies(holding: Holding) -> None:
    """Of an offer that is only denied the figure is told, as denied, with the day and who denies it."""
    (offer,) = offers(ask(holding(BONUS)), "beyer").offers
    assert (offer.when, offer.outcome, offer.amounts, offer.status) == ("Jun 2025", "", (), "denied")
    assert offer.sentence == "Denied by beyer: meta offered beyer $100 m as salary (Jun 2025)"
    (denial,) = offer.denials
    assert (denial.text, denial.part, denial.by) == ("$100 m", "salary", ("person:beyer",))


def test_an_offer_that_is_denied_as_such(holding: Holding) -> None:
    """Without a figure it is the offer itself that is denied, by the page where nobody is named."""
    (offer,) = offers(ask(holding("meta offered bob 2025-06 status=denied")), "bob").offers
    assert offer.sentence == "Denied: meta made an offer to bob (Jun 2025)"


def test_an_offer_may_have_no_outcome(holding: Holding) -> None:
    """What came of it need not be said, neither at all nor by every source."""
    store = holding(
        "meta offered bob 2025-06 amount=1m @a:2026\nmeta offered bob 2025-06 outcome=made @b:2026"
    )
    (offer,) = offers(ask(store), "bob").offers
    assert (offer.outcome, [s.outcome for s in offer.steps]) == ("made", ["", "made"])
    (plain,) = offers(ask(holding("meta offered cyd 2025-06 amount=1m")), "cyd").offers
    assert plain.sentence == "meta made an offer to cyd (Jun 2025, $1 m)"


def test_talks_are_no_offer_yet(holding: Holding) -> None:
    """What came no further than talks does not read as an offer that was made."""
    (offer,) = offers(ask(holding("openai offered zhao 2025-07 outcome=talks")), "zhao").offers
    assert offer.sentence == "openai was in talks with zhao (Jul 2025)"


def test_a_closer_date_stands_for_a_wider_one(holding: Holding) -> None:
    """Two outcomes that two pages date more and less closely have one date."""
    store = holding("""
        meta offered bob [2025-01..2025-08-06] outcome=accepted @a:2025-08-06
        meta offered bob [2025-01..2025-08] outcome=declined @b:2025-09
    """)
    (offer,) = offers(ask(store), "bob").offers
    assert offer.when == "between Jan and 6 Aug 2025"
