"""A dossier holds all that is known of one entity, and one line of what is true on the day."""

import pytest
from asking import Holding, ask

from graph.errors import NotFound
from graph.queries.dossier import show

LEDGER = """
person:wang named 'Alexandr Wang' kind=usual @a:2025-06-18
person:wang named 'Alexander Wang' kind=misspelling @b:2025-07-03
org:scale named 'Scale AI' kind=usual @a:2025-06-18
org:lab named 'Superintelligence Labs' kind=usual @a:2025-06-18
org:meta named Meta kind=usual @a:2025-06-18
lab part_of meta @a:2025-06-18
wang works_at scale 2016/2025-06 @a:2025-06-18
wang works_at lab 2025-06/.. from=scale @a:2025-06-18
wang leads lab 2025-06/.. role=head @b:2025-07-03
wang leads scale 2016/2025-06 role=CEO @b:2025-07-03
meta-scale brought person:wang @a:2025-06-18
meta party_to meta-scale role=investor @a:2025-06-18
deal:meta-scale reached announced 2025-06-12 @a:2025-06-18
org:meta measured 2025 low=60bn high=65bn metric=capex basis=plan @a:2025-06-18
org:meta measured 2025 high=72bn metric=capex basis=plan @b:2025-07-03
org:meta measured 2024 amount=40bn metric=capex @b:2025-07-03
meta offered person:unnamed-a-1 2025-06 low=10m per=year outcome=made @a:2025-06-18
meta released llama 2023 @a:2025-06-18
"""


@pytest.mark.parametrize(
    ("day", "line"),
    [
        ("2020-01-01", "CEO at Scale AI"),
        ("2025-12-01", "Head at Superintelligence Labs, Meta"),
        ("", "Head at Superintelligence Labs, Meta"),
    ],
)
def test_the_line_follows_the_day(holding: Holding, day: str, line: str) -> None:
    """What somebody was on the day, whatever came later."""
    store = holding(LEDGER)
    assert show(ask(store, true_on=day), "wang", reopen=store.view).line == line


@pytest.mark.parametrize(
    ("whom", "line"),
    [
        ("org:lab", "Organisation of Meta, led by Alexandr Wang"),
        ("deal:meta-scale", "meta scale (Meta as investor, announced 12 Jun 2025)"),
        ("work:llama", "Work of Meta"),
        ("person:unnamed-a-1", ""),
    ],
)
def test_every_kind_has_its_line(holding: Holding, whom: str, line: str) -> None:
    """Organisations, deals and works say what they are; an unnamed person nothing."""
    assert show(ask(holding(LEDGER)), whom).line == line


def test_figures_stand_together(holding: Holding) -> None:
    """What may be compared is one metric with its range; another year, or an actual figure, is another."""
    metrics = show(ask(holding(LEDGER)), "Meta").metrics
    assert [(m.label, m.over, m.range) for m in metrics] == [
        ("capital expenditure", "2024", "$40 bn"),
        ("capital expenditure", "2025", "$60 to 72 bn"),
    ]
    assert [f.text for f in metrics[1].figures] == ["$60 to 65 bn", "up to $72 bn"]


def test_a_person_has_a_whole_dossier(holding: Holding) -> None:
    """Career, moves, deals, other names; claims with the newest source first."""
    dossier = show(ask(holding(LEDGER)), "Alexander Wang")
    assert dossier.entity.name == "Alexandr Wang"
    assert "Alexander Wang" in dossier.entity.names
    assert dossier.career is not None
    assert [s.organisation for s in dossier.career.stints] == ["org:scale", "org:lab"]
    assert [d.id for d in dossier.deals] == ["deal:meta-scale"]
    assert [e.source.id for e in dossier.listed] == sorted(
        (e.source.id for e in dossier.listed), reverse=True
    )
    assert {(c.relation, c.direction, c.neighbours) for c in dossier.counts} == {
        ("brought", "in", 1),
        ("leads", "out", 2),
        ("works_at", "out", 2),
    }


def test_an_organisation_has_its_quarrels(holding: Holding) -> None:
    """Disagreements about it are in its dossier, each version with its claims."""
    dossier = show(ask(holding(LEDGER)), "org:meta")
    assert [d.grade for d in dossier.disagreements] == ["disagree"]
    assert all(dossier.found(v.claims) for v in dossier.disagreements[0].versions)
    assert len(dossier.offers) == 1
    assert dossier.career is None


def test_nobody_has_no_dossier(holding: Holding) -> None:
    """An unknown name is an error with suggestions."""
    with pytest.raises(NotFound, match="Alexandr Wang"):
        show(ask(holding(LEDGER)), "person:alexandr-wangg")
