"""A deal shows its parties, kinds, figures and stages, and where sources differ on them."""

from asking import Holding, ask

from graph.queries.dealings.deals import deals

LEDGER = """
deal:meta-scale deal_kind 'minority stake'
meta party_to meta-scale role=investor lead=yes
scale party_to meta-scale role=target
meta-scale deal_amount amount=14.3bn @reuters:2025-06-13
meta-scale deal_amount amount=14.8bn @daily:2025-06-14
meta-scale deal_amount amount=15bn @register:2025-06-18
meta-scale deal_stake amount=49 voting=no
deal:meta-scale reached announced 2025-06-12
deal:meta-scale reached talks 2025-05
meta-scale brought person:wang
wang works_at scale 2016/2025
deal:io deal_kind acquisition
deal:io reached closed 2025-07-09
deal:nobody deal_kind merger
"""


def test_all_of_a_deal(holding: Holding) -> None:
    """Parties by role, figures largest first, stages in time, and the people who came."""
    reply = deals(ask(holding(LEDGER)), "scale")
    (deal,) = reply.deals
    assert [(p.id, p.role, p.lead) for p in deal.parties] == [
        ("org:meta", "investor", True),
        ("org:scale", "target", False),
    ]
    assert [(f.part, f.text) for f in deal.figures] == [
        ("", "$15 bn"),
        ("", "$14.8 bn"),
        ("", "$14.3 bn"),
        ("stake", "49 %"),
    ]
    assert [(s.stage, s.when) for s in deal.stages] == [("talks", "May 2025"), ("announced", "12 Jun 2025")]
    assert [id_ for id_, _ in deal.brought] == ["person:wang"]
    assert deal.sentence == (
        "meta scale (minority stake, meta as investor, scale as target, announced 12 Jun 2025)"
    )


def test_figures_apart_are_a_disagreement(holding: Holding) -> None:
    """Three amounts of one deal disagree, and each keeps its source."""
    (deal,) = deals(ask(holding(LEDGER)), "deal:meta-scale").deals
    (apart,) = deal.disagreements
    assert apart.grade == "disagree"
    assert {v.text for v in apart.versions} == {"$14.3 bn", "$14.8 bn", "$15 bn"}
    assert all(v.pages == 1 for v in apart.versions)


def test_order_and_names(holding: Holding) -> None:
    """Deals come by their first dated stage, the undated last; any party finds its own."""
    view = ask(holding(LEDGER))
    assert [d.id for d in deals(view).deals] == ["deal:meta-scale", "deal:io", "deal:nobody"]
    assert [d.id for d in deals(view, "person:wang").deals] == ["deal:meta-scale"]
    cut = deals(view, limit=1)
    assert [d.id for d in cut.deals] == ["deal:meta-scale"]
    assert cut.cuts[0].left_out == 2


def test_who_speaks_of_a_deal_has_no_part_in_it(holding: Holding) -> None:
    """Deals of a name are those it is a party to or came with, not those it spoke of or denies a part in."""
    view = ask(
        holding(f"""{LEDGER}
        zheng said deal:meta-scale 'a bet on data' kind=opinion
        apple party_to meta-scale role=investor status=denied
        deal:meta-scale deal_amount amount=16bn attributed_to=davis @davis:2025-07
        """)
    )
    assert [len(deals(view, whom).deals) for whom in ("zheng", "apple", "davis", "wang", "meta")] == [
        0,
        0,
        0,
        1,
        1,
    ]


def test_a_deal_in_dispute_says_so(holding: Holding) -> None:
    """Where all of a deal is disputed and one side denies it, the sentence and the status say both."""
    store = holding("""
        meta party_to deal:meta-tml role=acquirer status=disputed
        deal:meta-tml deal_kind acquisition status=disputed
        deal:meta-tml reached offered 2025-07 status=disputed
        deal:meta-tml reached offered 2025-07 status=denied attributed_to=org:meta
    """)
    (deal,) = deals(ask(store), "meta").deals
    assert deal.status == "disputed"
    assert deal.sentence == (
        "meta tml (acquisition, meta as acquirer, offered Jul 2025, disputed, one side denies it)"
    )


def test_the_picture_of_a_deal(holding: Holding) -> None:
    """Drawn are the deal, its parties and whom it brought."""
    view = ask(holding(LEDGER))
    graph = deals(view, "scale").subgraph(view)
    assert {card.id for card in graph.entities} == {"org:scale", "deal:meta-scale", "org:meta", "person:wang"}
    assert {row.relation for row in graph.edges} == {"party_to", "brought"}


def test_who_called_it_off(holding: Holding) -> None:
    """A stage says through whom it was reached, by id and in the sentence."""
    text = """
        meta party_to deal:d1 role=acquirer
        deal:d1 reached called_off 2025-06 by=ilya-sutskever
    """
    (deal,) = deals(ask(holding(text))).deals
    assert deal.stages[0].by == ("person:ilya-sutskever",)
    assert "called off by ilya sutskever Jun 2025" in deal.sentence
