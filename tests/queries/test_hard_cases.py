"""Hard cases of the model that only a question can show."""

from asking import Holding, ask

from graph.assembly.rows import Certainty
from graph.queries.dealings.deals import deals
from graph.queries.dealings.offers import offers
from graph.queries.ledger.conflicts import conflicts
from graph.queries.network.neighbourhood import neighbourhood
from graph.queries.network.paths import paths
from graph.queries.people.colleagues import colleagues
from graph.queries.people.dossier import show
from graph.queries.people.moves import moves

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


def test_an_offer_for_a_company(holding: Holding) -> None:
    """Case 37: an offer for a company that its founder refuses is a deal called off, and no offer to her."""
    store = holding("""
        murati founded tml 2025-02
        meta party_to deal:meta-tml role=acquirer
        tml party_to deal:meta-tml role=target
        deal:meta-tml deal_kind acquisition
        deal:meta-tml reached offered 2025-07
        deal:meta-tml reached called_off 2025-08 by=person:murati
    """)
    (deal,) = deals(ask(store), "tml").deals
    assert [stage.stage for stage in deal.stages] == ["offered", "called_off"]
    assert not offers(ask(store), "person:murati").offers


def test_a_misspelt_name_is_the_same_person(holding: Holding) -> None:
    """Case 38: a programme that misspells a name and means "his company" tells of the same two."""
    store = holding("""
        alexandr-wang named 'Alexandr Wang' kind=usual
        alexandr-wang named 'Alexander Wang' kind=misspelling @programme:2025-07-03
        alexandr-wang founded org:scale-ai read_in=object @programme:2025-07-03
        alexandr-wang founded org:scale-ai 2016 @paper:2025-06-13
    """)
    (edge,) = [row for row in show(ask(store), "Alexander Wang").edges if row.relation == "founded"]
    assert (edge.object, edge.origins) == ("org:scale-ai", 2)


def test_plans_in_turn(holding: Holding) -> None:
    """Case 39: a release planned for April, then June, then autumn is late twice, and no contradiction."""
    store = holding("""
        meta released work:behemoth 2025-04 plan=1 status=planned
        meta released work:behemoth 2025-06 plan=2 status=planned
        meta released work:behemoth [2025-09..] plan=3 status=planned
    """)
    dossier = show(ask(store), "work:behemoth")
    assert [e.claim.get("plan") for e in dossier.listed if e.claim.relation == "released"] == ["1", "2", "3"]
    assert not dossier.edges
    assert not conflicts(ask(store), "work:behemoth").disagreements


def test_a_denied_bonus(holding: Holding) -> None:
    """Case 35: a bonus that one side claims and the other denies is in dispute, and no amount is a fact."""
    store = holding("""
        meta offered group:staff outcome=made amount=100m status=disputed attributed_to=altman dispute=bonus
        meta offered group:staff amount=100m status=denied attributed_to=bosworth dispute=bonus
        meta offered beyer amount=100m status=denied attributed_to=beyer dispute=bonus
    """)
    (beyer,) = offers(ask(store), to="person:beyer").offers
    assert (beyer.denied, beyer.amounts) == (True, ())
    labelled = [d for d in conflicts(ask(store)).disagreements if d.relation == "dispute"]
    assert [d.denied for d in labelled] == [True]
    assert len(labelled[0].claims) == 3


def test_declined_disputed_and_moved(holding: Holding) -> None:
    """Case 36: an offer declined, which its maker disputes, and a move to that maker two months later."""
    store = holding("""
        tulloch founded tml 2025-02
        meta offered tulloch [2025-01..2025-08] outcome=declined high=1.5bn over=P6Y attributed_to=org:paper
        meta offered tulloch [2025-01..2025-08] high=1.5bn over=P6Y status=denied attributed_to=org:meta
        tulloch works_at tml /2025-10-10
        tulloch works_at meta 2025-10/.. from=tml
    """)
    (offer,) = offers(ask(store), to="person:tulloch").offers
    assert (offer.outcome, offer.denied) == ("declined", True)
    (move,) = moves(ask(store), "person:tulloch").moves
    assert move.row.destination == "org:meta"
    assert any(d.denied for d in conflicts(ask(store), "person:tulloch").disagreements)


def test_one_amount_and_an_undisclosed_one(holding: Holding) -> None:
    """Case 32: "over 2 bn" beside a page that knows no price is one amount; undone is a later stage."""
    store = holding("""
        meta party_to deal:d role=acquirer
        deal:d deal_amount low=2bn @a:2025-12-30
        deal:d reached announced 2025-12-29 note='the price is not disclosed' @b:2026-01
        deal:d reached unwound 2026 status=disputed @c:2026-06-22
    """)
    (deal,) = deals(ask(store), "deal:d").deals
    assert [figure.text for figure in deal.figures] == ["over $2 bn"]
    assert [(stage.stage, stage.status) for stage in deal.stages] == [
        ("announced", "reported"),
        ("unwound", "disputed"),
    ]
    assert not deal.disagreements
