"""Two organisations side by side, each number with what it rests on."""

import json

import pytest
from asking import Holding, ask
from making import day

from graph.errors import BadQuestion, NotFound
from graph.queries.answers.counting import Window
from graph.queries.flows.compare import Comparison, compare
from graph.queries.flows.measures import Measure
from graph.queries.shapes.shape import as_json

LEDGER = """
lab part_of acme
ann works_at acme 2023-01-01/2024-05-01
ann works_at beta 2024-05-02/..
bob works_at beta 2022-01-01/2024-03-01
bob works_at lab 2024-03-10/.. from=beta
cai works_at beta 2020-01-01/2024-06-30
cai works_at acme 2024-07-01/..
dan works_at acme 2021-01-01/2024-08-01 to=gamma
eve works_at acme 2024-09/.. from=gamma
eve studied_at mit 2019/2023
fay works_at beta 2024-12/..
fox works_at lab 2020-01-01/..
acme party_to deal:one role=acquirer
beta party_to deal:one role=target
deal:one deal_kind acquisition
deal:one reached announced 2024-02
acme party_to deal:two role=investor
deal:two reached closed 2022
acme offered gil 2024-04 outcome=declined amount=10m
acme offered hen 2021 outcome=declined
acme offered ike outcome=made
org:acme measured 2024-12-31 low=50 high=50 unit=people metric=headcount
org:acme measured 2024-12-31 low=60 high=60 unit=people metric=headcount @other:2025-02-01
org:beta measured 2024 low=2 high=2 unit=ratio metric=flow_ratio destination=acme
"""
YEAR = Window.between("2024", "2024")


@pytest.fixture
def reply(holding: Holding) -> Comparison:
    return compare(ask(holding(LEDGER)), "acme", "beta", YEAR)


def measures(reply: Comparison, side: int) -> dict[str, Measure]:
    return dict(reply.sides[side].measures)


def numbers(reply: Comparison, side: int) -> dict[str, float | None]:
    return {label: measure.mid for label, measure in measures(reply, side).items()}


def test_people_are_counted_on_both_sides(reply: Comparison) -> None:
    """Who was there before and after, who came and left by dated stints; labs count for their company."""
    acme, beta = numbers(reply, 0), numbers(reply, 1)
    assert (acme["headcount on 31 Dec 2023"], acme["headcount on 31 Dec 2024"]) == (3, 4)
    assert (acme["arrivals"], acme["departures"]) == (3, 2)
    assert (beta["headcount on 31 Dec 2023"], beta["arrivals"], beta["departures"]) == (2, 2, 2)
    assert measures(reply, 1)["headcount on 31 Dec 2024"].text == "2", "ann, and fay at the latest that day"
    assert measures(reply, 0)["arrivals"].cases == 3


def test_net_flow_counts_moves(reply: Comparison) -> None:
    """To Acme: bob, cai, eve; from it: ann, and dan, but when he came to Gamma is not known."""
    acme, beta = numbers(reply, 0), numbers(reply, 1)
    assert (acme["moves in"], acme["moves out"], acme["net flow"]) == (3, 1, 2)
    assert measures(reply, 0)["moves out"].text == "1 (at most 2)"
    assert measures(reply, 0)["departures"].text == "2 (1 in no certain move of the window)", "dan"
    assert measures(reply, 0)["net flow"].text == "2 (at least 1)"
    assert (beta["moves in"], beta["moves out"], beta["net flow"]) == (1, 2, -1)
    assert measures(reply, 0)["attrition, 12 months"].text.startswith("too few: 3 known, 10 needed (2 dated")


def test_between_the_two(reply: Comparison) -> None:
    """One went from Acme to Beta, two came back the other way, with the interval of one of three."""
    pair = reply.between
    assert (pair.there.n, pair.back.n, pair.net) == (1, 2, -1)
    assert pair.interval == pytest.approx((0.0084, 0.9057), abs=0.0001)
    assert pair.hazard is not None
    assert pair.hazard.cases == 3
    moved = {(m.move.row.person, m.origin, m.destination) for m in reply.listed}
    assert moved == {
        ("person:ann", "org:acme", "org:beta"),
        ("person:bob", "org:beta", "org:acme"),
        ("person:cai", "org:beta", "org:acme"),
    }
    assert [ever.mid for ever in reply.ever] == [1, 2]


def test_origins_and_destinations_are_named(reply: Comparison) -> None:
    """Hires by previous employer and by last school, leavers by next employer."""
    acme = reply.sides[0]
    assert {f.organisation: f.share.said for f in acme.origins} == {
        "org:beta": "2 of 3 dated hires",
        "org:gamma": "1 of 3 dated hires",
    }
    assert [(f.organisation, f.people) for f in acme.schools] == [("org:mit", ("person:eve",))]
    left = {c.destination: (c.tally.n, c.tally.certain.hi) for c in acme.destinations}
    assert left == {"org:beta": (1, 1), "org:gamma": (0, 1)}


def test_deals_and_offers_of_the_window(reply: Comparison) -> None:
    """Those with a date in it; what nothing dates may lie in it; what surely lies outside is left out."""
    acme = reply.sides[0]
    assert [deal.id for deal in acme.deals] == ["deal:one"]
    assert [offer.recipient for offer in acme.offers] == ["person:gil", "person:ike"]
    assert measures(reply, 0)["deals"].text == "1"
    assert measures(reply, 0)["offers made"].text == "1 (at most 2)"
    assert [deal.id for deal in reply.sides[1].deals] == ["deal:one"]


def test_disagreements_are_counted(reply: Comparison) -> None:
    """Two headcounts of one day are one question that sources answer differently."""
    assert numbers(reply, 0)["disagreements"] == 1
    assert len(measures(reply, 0)["disagreements"].claims) == 2


def test_published_figures_stand_beside(reply: Comparison) -> None:
    """A figure is held against the same day and the same pair, with the reasons why the two differ."""
    found = {(p.subject, p.metric.name): p for p in reply.published}
    heads = found["org:acme", "headcount"]
    assert [figure.text for figure in heads.metric.figures] == ["50 people", "60 people"]
    assert heads.here == "4"
    assert "its sources give several values" in heads.why
    assert found["org:beta", "flow_ratio"].here == "2 : 1, too few for a ratio"


def test_every_claim_that_is_named_is_there(reply: Comparison) -> None:
    """The claims of moves, hires, deals, offers and figures can be opened; numbers have the ids of theirs."""
    named = [id_ for side in reply.sides for id_ in side.claims]
    named += [id_ for p in reply.published for id_ in p.claims] + list(reply.between.there.claims)
    assert set(named) <= set(reply.claims)
    assert all(measure.claims for _, measure in reply.sides[0].measures)


def test_without_a_window_it_is_the_last_year(holding: Holding) -> None:
    """Twelve months up to the day that the ledger knows of last."""
    reply = compare(ask(holding(LEDGER)), "acme", "beta")
    assert reply.window == Window(day("2025-07-01"), day("2026-06-30"))
    assert reply.title == "acme and beta, Jul 2025 to Jun 2026"


def test_an_open_window_has_no_person_days(holding: Holding) -> None:
    """Without a first day nothing that divides by exposure is given."""
    reply = compare(ask(holding(LEDGER)), "acme", "beta", Window.between("", "2024"))
    assert reply.between.hazard is None
    assert not {"exposure", "migration rate"} & measures(reply, 0).keys()


def test_tables_and_json(reply: Comparison) -> None:
    """Every number is a row with its definition and coverage; the JSON holds nothing that JSON cannot."""
    tables = reply.tables()
    assert list(tables) == ["measures", "between", "people", "origins", "destinations", "published"]
    row = next(row for row in tables["measures"] if row["measure"] == "arrivals")
    assert (row["organisation"], row["value"], row["definition"]) == (
        "acme",
        3,
        "stints whose dated start surely lies in the window",
    )
    answer = json.loads(json.dumps(as_json(reply), allow_nan=False))
    assert [side["organisation"]["id"] for side in answer["sides"]] == ["org:acme", "org:beta"]
    pair, why = answer["between"], "too few: 3 known, 10 needed"
    assert (pair["ratio"], pair["interval"], pair["hazard"]["mid"]) == (None, None, None)
    assert (pair["why"], pair["hazard"]["why"]) == (why, why)
    rate = next(each for each in answer["sides"][0]["measures"] if each["label"] == "migration rate")
    assert (rate["lo"], rate["mid"], rate["hi"]) == (None, None, None)
    assert rate["why"].startswith("too few")
    row = next(row for row in tables["measures"] if row["measure"] == "migration rate")
    assert (row["value"], row["why"]) == (None, rate["why"])
    assert (tables["between"][0]["ratio"], tables["between"][0]["why"]) == (None, why)


def test_a_lab_that_is_compared_is_named(holding: Holding) -> None:
    """Who came from the lab is listed under the lab, who came from elsewhere in its company under that."""
    store = holding("""
        lab part_of acme
        ann works_at lab 2020/2024-02-01
        ann works_at beta 2024-02-02/..
        bob works_at acme 2020/2024-02-01
        bob works_at beta 2024-02-02/..
        cai works_at beta 2020/2024-02-01
        cai works_at lab 2024-02-02/..
    """)
    apart = compare(ask(store), "beta", "lab", YEAR).sides[0]
    assert {f.organisation: f.people for f in apart.origins} == {
        "org:lab": ("person:ann",),
        "org:acme": ("person:bob",),
    }
    assert [cell.destination for cell in apart.destinations] == ["org:lab"]
    whole, lab = compare(ask(store), "acme", "lab", YEAR).sides
    assert [(c.destination, c.tally.n) for c in whole.destinations] == [("org:beta", 2)]
    assert [(c.destination, c.tally.n) for c in lab.destinations] == [("org:beta", 1)]


def test_counts_that_differ_say_why(holding: Holding) -> None:
    """Moves of whom nobody dates the departure, departures to nowhere known, departures long before."""
    store = holding("""
        ann works_at acme 2020/2024-02-01
        ann works_at beta 2024-02-02/..
        bob works_at acme 2020/ to=beta
        bob works_at beta 2024-03-01/.. from=acme
        cai works_at acme 2020/2024-05-01
        dan works_at acme 2020/2023-12-20
        dan works_at beta 2024-01-10/..
    """)
    found = measures(compare(ask(store), "acme", "beta", YEAR), 0)
    assert found["departures"].text == "2 (1 in no certain move of the window)"
    assert found["moves out"].text == (
        "3 (1 of stints without a dated end, 1 with a departure that is not surely in the window)"
    )
    assert found["moves in"].text == "0"


def test_the_picture_holds_both_and_who_went_between(holding: Holding) -> None:
    """The two, their deals, and the people who moved."""
    view = ask(holding(LEDGER))
    graph = compare(view, "acme", "beta", YEAR).subgraph(view)
    assert {card.id for card in graph.entities} >= {"org:acme", "org:beta", "person:ann", "deal:one"}


def test_questions_that_cannot_be_are_refused(holding: Holding) -> None:
    """One organisation twice, nobody of that name, a day on which nothing was known."""
    store = holding(LEDGER)
    with pytest.raises(BadQuestion, match="one organisation"):
        compare(ask(store), "acme", "org:acme")
    with pytest.raises(NotFound):
        compare(ask(store), "acme", "zzz")
