"""A dossier holds all that is known of one entity, and one line of what is true on the day."""

import pytest
from asking import Holding, ask

from graph.errors import NotFound
from graph.queries.people.dossier import show

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
        ("deal:meta-scale", "Meta as investor, announced 12 Jun 2025"),
        ("work:llama", "Work of Meta"),
        ("person:unnamed-a-1", ""),
    ],
)
def test_every_kind_has_its_line(holding: Holding, whom: str, line: str) -> None:
    """Organisations, deals and works say what they are; an unnamed person nothing."""
    assert show(ask(holding(LEDGER)), whom).line == line


ROLES = """
droege leads scale 2025-06/.. role=CEO acting=yes @a:2025-06-13
luan works_at amazon 2024-06/ @b:2026
luan leads agi-lab 2024-12/.. role=head @b:2026
agi-lab part_of amazon @b:2026
zheng founded start-up 2023 @b:2026
tim works_at openai 2017/2017 @b:2026
tim founded cresta @b:2026
pang works_at apple 2021/2025-07 @b:2026
karpathy works_at anthropic 2026/.. role=pre-training @b:2026
"""


@pytest.mark.parametrize(
    ("whom", "line"),
    [
        ("droege", "Acting CEO at scale"),
        ("scale", "Organisation, led by droege (acting CEO)"),
        ("luan", "Head at agi lab, amazon"),
        ("zheng", "Founder of start up"),
        ("karpathy", "Works at anthropic (pre-training)"),
        ("tim", "Last known at cresta (by 2026)"),
        ("pang", "Last known at apple (2021 to Jul 2025)"),
    ],
)
def test_the_line_says_which_post_and_where(holding: Holding, whom: str, line: str) -> None:
    """An acting post is acting, a head of a lab is head of the lab; the last is the last that is known."""
    assert show(ask(holding(ROLES)), whom).line == line


PLANS = """
meta released work:behemoth 2025-04 plan=1 status=planned @a:2025-07-03
meta released work:behemoth 2025-06 plan=2 status=planned @a:2025-07-03
meta released work:behemoth [2025-09..] plan=3 status=planned @a:2025-07-03
meta released work:muse 2026-05 status=planned @a:2025-07-03
meta released work:muse 2026-04-08 @b:2026-04-08
meta released work:llama 2023-02 @b:2026-04-08
"""


def test_releases_are_told_plan_by_plan(holding: Holding) -> None:
    """Hard case 39: three plans in turn, the latest shown, late twice."""
    dossier = show(ask(holding(PLANS)), "work:behemoth")
    (release,) = dossier.releases
    assert [(p.number, p.when) for p in release.plans] == [
        ("1", "Apr 2025"),
        ("2", "Jun 2025"),
        ("3", "Sep 2025 or later"),
    ]
    assert (release.late, release.is_due) == (2, True)
    assert release.sentence == "meta is to release behemoth (Sep 2025 or later, plan 3, late twice)"
    assert dossier.line == "Work, planned by meta (Sep 2025 or later, plan 3, late twice)"
    assert all(dossier.found(plan.claims) for plan in release.plans)


def test_a_release_ends_its_plans(holding: Holding) -> None:
    """What came out, and early, is no longer due and was never late; what was never planned is not listed."""
    view = ask(holding(PLANS))
    (release,) = show(view, "work:muse").releases
    assert (release.late, release.is_due) == (0, False)
    assert release.sentence == "meta released muse (8 Apr 2026)"
    assert not show(view, "work:llama").releases
    assert [r.work for r in show(view, "meta").releases] == ["work:behemoth", "work:muse"]


def test_the_offers_of_a_dossier_are_whole(holding: Holding) -> None:
    """Who is only named as saying it sees the denial too."""
    store = holding("""
        meta offered group:staff 2025 amount=1m status=disputed attributed_to=altman dispute=bonus @a:2026
        meta offered group:staff 2025 amount=1m status=denied attributed_to=cto dispute=bonus @b:2026
        meta offered bob 2025 amount=1m status=denied attributed_to=bob dispute=bonus @b:2026
    """)
    dossier = show(ask(store), "altman")
    (offer,) = dossier.offers
    assert "denied by cto" in offer.sentence
    assert len(dossier.found(offer.claims)) == 2
    labelled = [d for d in dossier.disagreements if d.relation == "dispute"]
    assert [len(dossier.found(d.claims)) for d in labelled] == [3]


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
