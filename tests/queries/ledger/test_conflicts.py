"""Disagreements are told with their grade and every version's sources; about one name only its own."""

import pytest
from asking import Holding, ask

from graph.queries.ledger.conflicts import conflicts

LEDGER = """
org:meta measured 2025 low=60bn high=65bn metric=capex basis=plan @register:2025-06-18
org:meta measured 2025 high=72bn metric=capex basis=plan @wsj:2025-07-03
org:meta measured 2024 amount=39bn metric=capex @wsj:2025-07-03
meta-scale deal_amount amount=15bn @register:2025-06-18
meta-scale deal_amount amount=14bn @wsj:2025-07-03
org:openai measured 2025 amount=8 unit=ratio metric=flow_ratio @a:2025
org:openai measured 2025 amount=8.2 unit=ratio metric=flow_ratio @b:2025
ann founded acme 2024 @a:2025
org:acme reached founded 2023 @b:2025
"""


def test_grades_come_in_order(holding: Holding) -> None:
    """Disagreements first, then what differs in precision only."""
    found = conflicts(ask(holding(LEDGER))).disagreements
    assert [(d.subject, d.grade) for d in found][-1] == ("org:openai", "precision")
    assert [d.grade for d in found] == ["disagree"] * 3 + ["precision"]


def test_every_version_keeps_its_source(holding: Holding) -> None:
    """Two ranges with different ends stand side by side, each as its source has it."""
    reply = conflicts(ask(holding(LEDGER)), "meta")
    (capex,) = reply.disagreements
    assert capex.question == "How much is the capital expenditure of meta (2025)?"
    assert {v.text for v in capex.versions} == {"$60 to 65 bn", "up to $72 bn"}
    assert {e.source.id for v in capex.versions for e in reply.found(v.claims)} == {"register", "wsj"}


def test_a_founder_sees_the_date_of_the_company(holding: Holding) -> None:
    """The founding date of a company and of its founder answer one question."""
    (apart,) = conflicts(ask(holding(LEDGER)), "ann").disagreements
    assert apart.question == "When was acme founded?"
    assert {v.text for v in apart.versions} == {"2023", "2024"}


DEALS = """
org:scale party_to deal:meta-scale role=target @a:2025
org:meta party_to deal:meta-scale role=investor @a:2025
org:apple party_to deal:meta-scale role=investor status=denied @b:2025
deal:meta-scale deal_amount amount=15bn @a:2025
deal:meta-scale deal_amount amount=14bn @b:2025
org:meta party_to deal:meta-other role=investor @a:2025
deal:meta-other deal_stake amount=40 @a:2025
deal:meta-other deal_stake amount=49 @b:2025
org:meta offered person:bob outcome=accepted @a:2025
org:meta offered person:bob outcome=declined @b:2025
"""


@pytest.mark.parametrize(
    ("whom", "subjects"),
    [
        ("scale", ["deal:meta-scale"]),
        ("org:meta", ["deal:meta-other", "deal:meta-scale", "org:meta"]),
        ("bob", ["org:meta"]),
        ("apple", []),
        ("deal:meta-scale", ["deal:meta-scale"]),
    ],
)
def test_a_party_sees_what_its_deals_are_at_odds_about(
    holding: Holding, whom: str, subjects: list[str]
) -> None:
    """A name answers for its deals and for offers by it and to it, and never for deals it has no part in."""
    found = conflicts(ask(holding(DEALS)), whom).disagreements
    assert [d.subject for d in found] == subjects


def test_known_on_a_day(holding: Holding) -> None:
    """Before the second source is out there is no disagreement."""
    store = holding(LEDGER)
    assert not conflicts(ask(store, known_on="2025-07-02"), "meta").disagreements
    assert conflicts(ask(store, known_on="2025-07-03"), "meta").disagreements


def test_a_cut_answer_says_so(holding: Holding) -> None:
    """What is beyond the limit is counted."""
    reply = conflicts(ask(holding(LEDGER)), limit=1)
    assert len(reply.disagreements) == 1
    assert reply.cuts[0].left_out == 3


QUARRELS = {
    "ann works_at acme 2024/2025-10-10 @a:2026\nann works_at acme 2024/2025-11-20 @b:2026": (
        "When did ann leave acme?"
    ),
    "meta offered bob 2025 outcome=accepted @a:2026\nmeta offered bob 2025 outcome=declined @b:2026": (
        "How did the offer of meta to bob end?"
    ),
    "meta offered bob outcome=made amount=1m @a:2026\nmeta offered bob outcome=made amount=2m @b:2026": (
        "How much did meta offer bob?"
    ),
    "io deal_kind merger @a:2026\nio deal_kind acquisition @b:2026": "io: what kind of deal is it?",
    "io deal_amount part=cash amount=1bn @a:2026\nio deal_amount part=cash amount=2bn @b:2026": (
        "io: how much is its part “cash” worth?"
    ),
    "io deal_stake amount=49 @a:2026\nio deal_stake amount=40 @b:2026": "io: how large a share does it buy?",
    "meta released llama 2023-02 @a:2026\nmeta released llama 2023-05 @b:2026": (
        "When was, or is, llama released?"
    ),
    "deal:io reached closed 2025-05 @a:2026\ndeal:io reached closed 2025-07 @b:2026": (
        "io: when did it close?"
    ),
    "ann works_at acme 2024 dispute=x @a:2026\nann works_at meta 2024 dispute=x @b:2026": (
        "Which account of ann is right?"
    ),
    "acme measured 2024 amount=8 unit=people metric=hires @a:2026\n"
    "acme measured 2024 amount=9 unit=people metric=hires @b:2026": (
        "What is the number of hires of acme (2024)?"
    ),
    "org:acme reached announced 2024-05 @a:2026\norg:acme reached announced 2024-07 @b:2026": (
        "When was acme announced?"
    ),
    "org:acme measured 2024 amount=1bn metric=total_raised @a:2026\n"
    "org:acme measured 2024 amount=2bn metric=total_raised @b:2026": (
        "How much has acme raised in total (2024)?"
    ),
    "org:acme party_to io role=target @a:2026\norg:acme party_to io role=target status=denied @b:2026": (
        "io: is it so that acme is a party to it?"
    ),
    "ann works_at acme 2024-05 @a:2026\nann works_at acme 2024-05 status=denied @b:2026": (
        "Is it so that ann works at acme?"
    ),
}


@pytest.mark.parametrize(("lines", "question"), QUARRELS.items())
def test_a_quarrel_is_put_as_a_question(holding: Holding, lines: str, question: str) -> None:
    """Every kind of disagreement reads as one question with names in it, answered twice."""
    (apart,) = conflicts(ask(holding(lines))).disagreements
    assert apart.question == question
    assert len(apart.versions) == 2
    assert len({v.text for v in apart.versions}) == 2


def test_a_denied_figure_reads_as_denied(holding: Holding) -> None:
    """Of an amount and its denial the words tell which is which."""
    offer = "meta offered bob 2025 outcome=made amount=100m"
    store = holding(f"{offer} @a:2026\n{offer} status=denied attributed_to=org:meta @b:2026")
    found = [d for d in conflicts(ask(store)).disagreements if "How much" in d.question]
    assert [{v.text for v in d.versions} for d in found] == [{"$100 m", "not $100 m"}]


@pytest.mark.parametrize(
    ("others", "text"),
    [
        ("io deal_stake amount=49 voting=no @c:2026", "49 % without votes"),
        ("io deal_stake amount=49 @c:2026", "49 % (without votes: 1 of 2 sources)"),
        ("io deal_stake amount=49 voting=yes @c:2026", "49 %"),
    ],
)
def test_votes_are_told_with_a_stake_and_by_how_many(holding: Holding, others: str, text: str) -> None:
    """What one source says of votes is not put into the mouths of others; what they differ on is left out."""
    store = holding(f"io deal_stake amount=49 voting=no @a:2026\n{others}\nio deal_stake amount=40 @b:2026")
    (apart,) = [d for d in conflicts(ask(store)).disagreements if "how large" in d.question]
    assert {v.text for v in apart.versions} == {text, "40 %"}


LABELLED = """
meta offered group:staff 2025 amount=1m status=disputed attributed_to=altman dispute=bonus @a:2026
meta offered bob 2025 amount=1m status=denied attributed_to=bob dispute=bonus @a:2026
meta offered group:staff 2025 amount=1m status=denied attributed_to=cto dispute=bonus @b:2026
zhao holds_role lab 2025-06/ role=lead dispute=zhao @a:2026
openai offered zhao 2025-07 outcome=talks status=disputed dispute=zhao @b:2026
"""


@pytest.mark.parametrize("whom", ["bob", "altman", "cto", "meta", "group:staff"])
def test_a_label_of_dispute_joins_all_its_claims(holding: Holding, whom: str) -> None:
    """Whoever has a part in a dispute sees all of it, claims that do not name them included."""
    reply = conflicts(ask(holding(LABELLED)), whom)
    (apart,) = [d for d in reply.disagreements if d.relation == "dispute"]
    said_by = {e.claim.attributed_to for e in reply.found(apart.claims)}
    assert said_by == {"person:altman", "person:bob", "person:cto"}
    assert apart.question == "Which account of what meta offered is right?"


def test_equal_denials_of_two_offers_stay_apart(holding: Holding) -> None:
    """Nobody is said to deny what somebody else denied: each account stands with its own source."""
    reply = conflicts(ask(holding(LABELLED)), "bob")
    (apart,) = reply.disagreements
    said = {v.text.partition(" (")[0]: v for v in apart.versions if v.status == "denied"}
    assert said.keys() == {"meta made an offer to bob", "meta made an offer to staff"}
    (denial,) = reply.found(said["meta made an offer to bob"].claims)
    assert denial.claim.attributed_to == "person:bob"


@pytest.mark.parametrize("whom", ["zhao", "openai", "lab", ""])
def test_a_dispute_is_about_what_its_claims_have_in_common(holding: Holding, whom: str) -> None:
    """Claims with different subjects are about the person whom all of them name."""
    found = conflicts(ask(holding(LABELLED)), whom).disagreements
    (apart,) = [d for d in found if "zhao" in d.question]
    assert apart.question == "Which account of zhao is right?"
    assert apart.subject == "person:zhao"


def test_who_says_it_of_others_is_a_side(holding: Holding) -> None:
    """Somebody whose figure of another's deal is in dispute finds it, with what others say."""
    store = holding("""
        meta-scale deal_amount amount=15bn attributed_to=org:reuters @a:2025
        meta-scale deal_amount amount=14bn @b:2025
    """)
    (apart,) = conflicts(ask(store), "org:reuters").disagreements
    assert {v.text for v in apart.versions} == {"$15 bn", "$14 bn"}


def test_what_did_not_happen_has_no_other_day(holding: Holding) -> None:
    """A denied stage is not so at all; the question is first whether it happened."""
    store = holding("""
        deal:meta-tml reached offered 2025-07 status=disputed @a:2025-08
        deal:meta-tml reached offered 2025-07 status=denied attributed_to=org:meta @a:2025-08
    """)
    (apart,) = conflicts(ask(store)).disagreements
    assert apart.question == "meta tml: was it offered, and when?"
    assert [v.text for v in apart.versions] == ["Jul 2025", "it is not so"]
