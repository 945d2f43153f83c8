"""Hard cases of the model that only a question can show."""

from asking import Holding, ask

from graph.assembly.rows import Certainty
from graph.queries.colleagues import colleagues
from graph.queries.deals import deals
from graph.queries.neighbourhood import neighbourhood
from graph.queries.paths import paths

STAKE = """
meta-scale deal_amount amount=14.3bn @reuters:2025-06-13
meta-scale deal_amount amount=14.8bn @daily:2025-06-13
meta-scale deal_amount amount=15bn @register:[2025-06-12..2025-06-18]
meta-scale deal_amount amount=14bn @wsj:2025-07-03
"""


def test_known_on_a_day(holding: Holding) -> None:
    """Case 41: a figure is known from the latest day on which its source may have come out."""
    store = holding(STAKE)

    def figures(known_on: str) -> set[str]:
        return {f.text for d in deals(ask(store, known_on=known_on)).deals for f in d.figures}

    assert figures("2025-06-14") == {"$14.3 bn", "$14.8 bn"}
    assert figures("2025-06-17") == {"$14.3 bn", "$14.8 bn"}
    assert figures("2025-06-18") == {"$14.3 bn", "$14.8 bn", "$15 bn"}
    assert figures("2025-07-03") == {"$14.3 bn", "$14.8 bn", "$15 bn", "$14 bn"}


LABS = """
lab part_of meta
wang works_at scale 2016/2025-06
wang works_at lab 2025-06/.. from=scale
gross works_at ssi 2024-06/2025-06
gross works_at lab 2025-07/.. from=ssi
zuckerberg leads meta 2004/.. role=CEO
"""


def test_together_only_when_both_are_there(holding: Holding) -> None:
    """Case 42: before the day nothing likely joins the two; once both have come, they are together."""
    store = holding(LABS)

    def best(true_on: str) -> list[tuple[str, ...]]:
        reply = paths(ask(store, true_on=true_on), "person:wang", "person:gross", "together", k=1)
        return [found.path.entities for found in reply.paths]

    assert best("2025-01-01") == best("2025-07-30") == []
    assert best("2025-07-31") == [("person:wang", "org:lab", "person:gross")]
    assert not paths(ask(store, true_on="2025-01-01"), "person:wang", "person:zuckerberg").paths


def test_a_month_is_possible_until_it_is_over(holding: Holding) -> None:
    """Case 43: who joined "in July" is possible on the 15th, drawn when asked, and no colleague yet."""
    store = holding(LABS)
    likely = neighbourhood(ask(store, true_on="2025-07-15"), "org:lab")
    possible = neighbourhood(ask(store, true_on="2025-07-15", certainty=Certainty.POSSIBLE), "org:lab")
    assert "person:gross" not in likely.distance
    assert "person:gross" in possible.distance

    def met(true_on: str) -> set[str]:
        return {o.person for o in colleagues(ask(store, true_on=true_on), "wang").overlaps}

    assert met("2025-07-15") == {"person:zuckerberg"}
    assert met("2025-07-31") == {"person:zuckerberg", "person:gross"}
