"""Disagreements are told with their grade and every version's sources; about one name only its own."""

from asking import Holding, ask

from graph.queries.conflicts import conflicts

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
    assert {v.text for v in capex.versions} == {"$60 to 65 bn", "up to $72 bn"}
    assert {e.source.id for v in capex.versions for e in reply.found(v.claims)} == {"register", "wsj"}


def test_a_founder_sees_the_date_of_the_company(holding: Holding) -> None:
    """The founding date of a company and of its founder answer one question."""
    (apart,) = conflicts(ask(holding(LEDGER)), "ann").disagreements
    assert {v.text for v in apart.versions} == {"2023", "2024"}


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
