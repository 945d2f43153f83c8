"""Flows: who took people from whom, in a window; what is not sure stands beside the number."""

import json

import pytest
from asking import Holding, ask

from graph.errors import BadQuestion
from graph.queries.answers.counting import Held, Rollup, Window
from graph.queries.flows.flows import Flows, flows
from graph.queries.flows.parts import Known
from graph.queries.flows.slices import Period
from graph.queries.flows.tallies import Tally
from graph.queries.shapes.shape import as_json

LEDGER = """
lab part_of meta
fair part_of meta
wang works_at lab 2025-06/.. from=scale @one:2025-06-18
wang works_at lab 2025-06/.. from=scale @two:2025-07-03
ann works_at google 2015/2020-05
ann works_at meta 2020-06/2024-03
ann works_at openai 2024/..
bob works_at google 2012/
bob works_at meta 2019-03/..
cat works_at openai 2025-01-10/.. from=google
dog works_at google 2018/2025-01-01
dog works_at meta 2025-01-05/..
eel works_at virtue 2020/
eel works_at meta 2025-03/.. from=virtue|berkeley
fox works_at fair 2020/..
fox works_at lab 2025-07/.. from=fair
gnu works_at meta 2018/2025-02
gnu works_at google 2025-03/..
hen works_at meta 2025-05/..
ibex works_at google
"""
YEAR = Window.between("2025", "2025")


def matrix(reply: Flows) -> dict[tuple[str, str], int]:
    """Cells that count somebody, without the kind of the ids."""
    return {
        (c.origin.removeprefix("org:"), c.destination.removeprefix("org:")): c.tally.n
        for c in reply.cells
        if c.tally.n
    }


def beside(found: Tally) -> tuple[int, int, int, int]:
    """The number, then what may lie in the window, is inferred, is possible."""
    return found.n, found.certain.hi - found.n, found.inferred.hi, found.possible.hi


def test_a_cell_has_its_people_moves_and_claims(holding: Holding) -> None:
    """Each cell names whom it counts and every claim behind it; two sources of one move are one move."""
    reply = flows(ask(holding(LEDGER)), into="meta", window=YEAR)
    assert matrix(reply) == {
        ("scale", "meta"): 1,
        ("google", "meta"): 1,
        ("virtue", "meta"): 1,
        ("berkeley", "meta"): 1,
    }
    wang = next(c for c in reply.cells if c.origin == "org:scale")
    assert wang.tally.people == ("person:wang",)
    assert {e.source.id for e in reply.found(wang.tally.claims)} == {"one", "two"}
    listed = {each.move.row.person: each for each in reply.listed}
    assert listed["person:dog"].move.sentence == "dog moved from google to meta (5 Jan 2025)"
    assert listed["person:dog"].is_counted


def test_an_arrival_from_two_origins_is_one(holding: Holding) -> None:
    """Each origin has its cell, the total counts the arrival once."""
    reply = flows(ask(holding(LEDGER)), into="meta", window=YEAR)
    assert sum(matrix(reply).values()) == 4
    assert beside(reply.total) == (3, 0, 0, 0)


def test_what_is_inferred_or_possible_is_never_counted(holding: Holding) -> None:
    """They stand beside the number of their cell and of the total."""
    reply = flows(ask(holding(LEDGER)))
    cells = {(c.origin, c.destination): beside(c.tally) for c in reply.cells}
    assert cells["org:google", "org:meta"] == (2, 0, 1, 0)
    assert cells["org:meta", "org:openai"] == (0, 0, 0, 1)
    assert beside(reply.total) == (6, 0, 1, 1)
    others = {each.move.row.person for each in reply.listed if not each.is_counted}
    assert others == {"person:ann", "person:bob", "person:fox"}, "fox was transferred"


def test_a_date_across_the_edge_is_counted_apart(holding: Holding) -> None:
    """A move known by month may lie in a window that ends in that month, and is not in its number."""
    view = ask(holding(LEDGER))

    def scale(last: str) -> tuple[tuple[int, int, int, int], Held]:
        reply = flows(view, into="meta", out_of="scale", window=Window.between("2025", last))
        return beside(reply.total), reply.listed[0].held

    assert scale("2025-06-30") == ((1, 0, 0, 0), Held.SURELY)
    assert scale("2025-06-29") == ((0, 1, 0, 0), Held.MIDDLE)
    assert scale("2025-06-01") == ((0, 1, 0, 0), Held.PERHAPS)
    assert flows(view, into="meta", out_of="scale", window=Window.between("2025", "2025-05")).cells == ()


def test_moves_inside_a_company_stand_apart(holding: Holding) -> None:
    """A transfer is no flow, whether companies are counted or labs; by lab the labs are the ends."""
    view = ask(holding(LEDGER))
    for by in Rollup:
        reply = flows(view, into="meta", window=YEAR, by=by)
        assert [(c.origin, c.destination) for c in reply.inside] == [("org:fair", "org:lab")]
        assert reply.total.n == 3
    assert matrix(flows(view, into="meta", window=YEAR, by=Rollup.LAB))["scale", "lab"] == 1


def test_a_lab_that_was_asked_for_is_the_end(holding: Holding) -> None:
    """Asked about a lab, the answer is about the lab also where companies are counted."""
    reply = flows(ask(holding(LEDGER)), into="lab")
    assert matrix(reply) == {("scale", "lab"): 1}
    assert reply.title == "Flows into lab"


def test_nets_look_both_ways(holding: Holding) -> None:
    """What an organisation gained from another counts the way back, though only one way was asked for."""
    view = ask(holding(LEDGER))
    pairs = {(p.a, p.b): p for p in flows(view, into="meta", window=YEAR).pairs}
    google = pairs["org:google", "org:meta"]
    assert (google.there.n, google.back.n, google.net) == (1, 1, 0)
    other_way = flows(view, out_of="meta", into="google", window=YEAR).pairs[0]
    assert (other_way.a, other_way.b, other_way.net) == ("org:meta", "org:google", 0)
    (balance,) = flows(view, into="meta", window=YEAR).organisations
    assert (balance.came.n, balance.left.n, balance.net) == (3, 1, 2)


def test_the_balance_of_a_company_counts_its_labs(holding: Holding) -> None:
    """By lab, too, an arrival at a lab is one at the company that was asked for."""
    (balance,) = flows(ask(holding(LEDGER)), of="meta", window=YEAR, by=Rollup.LAB).organisations
    assert (balance.came.n, balance.left.n) == (3, 1)


def test_it_says_how_much_it_shows(holding: Holding) -> None:
    """Of the dated arrivals some have no known origin, and some stints have no date at all."""
    reply = flows(ask(holding(LEDGER)), into="meta", window=YEAR)
    assert reply.arrivals == Known(dated=4, linked=3, undated=0)
    assert flows(ask(holding(LEDGER)), of="google").arrivals == Known(dated=4, linked=1, undated=2)


def test_periods_divide_the_window(holding: Holding) -> None:
    """Each year, quarter or month with its own cells; a date by year lies in no month."""
    view = ask(holding(LEDGER))
    years = {s.name: s.total.n for s in flows(view, into="meta", period=Period.YEAR).slices}
    assert years == {"2019": 0, "2020": 1, "2025": 3}
    quarters = flows(view, of="google", window=YEAR, period=Period.QUARTER)
    assert {s.name: beside(s.total) for s in quarters.slices} == {"2025-Q1": (3, 0, 0, 0)}
    months = flows(view, into="openai", period=Period.MONTH).slices
    assert {s.name: beside(s.total) for s in months} == {"2024-07": (0, 0, 0, 1), "2025-01": (1, 0, 0, 0)}


def test_hazards_need_a_window_with_a_first_day(holding: Holding) -> None:
    """Without one there is no number of days to divide by."""
    view = ask(holding(LEDGER))
    assert all(pair.hazard is None for pair in flows(view).pairs)
    assert all(pair.hazard for pair in flows(view, window=Window.between("2019", "")).pairs)


def test_a_day_that_is_set_plays_no_part(holding: Holding) -> None:
    """Flows are of a window; what holds on one day does not narrow them."""
    store = holding(LEDGER)
    on_a_day = flows(ask(store, true_on="2019-01-01"), into="meta", window=YEAR, reopen=store.view)
    assert matrix(on_a_day) == matrix(flows(ask(store), into="meta", window=YEAR))
    assert on_a_day.arrivals == flows(ask(store), into="meta", window=YEAR).arrivals


def test_what_was_cut_off_is_still_in_the_total(holding: Holding) -> None:
    """The largest cells stay; the answer says how many do not, and the total is whole."""
    reply = flows(ask(holding(LEDGER)), limit=1)
    assert matrix(reply) == {("google", "meta"): 2}
    assert reply.total.n == 6
    assert reply.cuts[0].left_out == 6


def test_the_picture_holds_the_stints_that_moves_join(holding: Holding) -> None:
    """What is drawn are the stints before and after the moves of the cells."""
    view = ask(holding(LEDGER))
    graph = flows(view, into="meta", out_of="google", window=YEAR).subgraph(view)
    assert {(row.subject, row.object) for row in graph.edges} >= {
        ("person:dog", "org:google"),
        ("person:dog", "org:meta"),
    }


def test_tables_and_json_say_the_same(holding: Holding) -> None:
    """Cells, people and nets are rows of plain values; the JSON has no value that JSON cannot hold."""
    reply = flows(ask(holding(LEDGER)), into="meta", window=YEAR)
    tables = reply.tables()
    assert list(tables) == ["cells", "net", "organisations", "people", "inside", "published"]
    assert {row["from"]: row["certain"] for row in tables["cells"]} == {
        "berkeley": 1,
        "google": 1,
        "scale": 1,
        "virtue": 1,
    }
    net = {row["a"]: (row["net_to_b"], row["ratio"]) for row in tables["net"]}
    assert net["google"] == (0, None), "one against one is too few for a ratio"
    assert net["scale"] == (1, None)
    assert {row["why"] for row in tables["net"]} >= {"too few: 1 known, 10 needed"}
    assert sum(row["counted"] is True for row in tables["people"]) == 4
    answer = json.loads(json.dumps(as_json(reply), allow_nan=False))
    assert answer["total"]["certain"] == {"lo": 3, "mid": 3, "hi": 3}
    by_quarter = flows(ask(holding(LEDGER)), into="meta", window=YEAR, period=Period.QUARTER).tables()
    assert {row["period"] for row in by_quarter["cells"]} == {"2025-Q1", "2025-Q2"}


def test_published_figures_stand_beside(holding: Holding) -> None:
    """For the same organisations and the same time, with the reasons why the two differ."""
    figures = """
    org:google measured 2025 low=8 high=8 unit=ratio metric=flow_ratio destination=meta
    org:meta measured 2025 low=100 high=100 unit=people metric=hires
    org:lab measured 2025-06-30 low=11 high=11 unit=people metric=hires origin=scale "cohort=named in a memo"
    org:scale measured 2025 low=1 high=1 unit=USD metric=revenue
    org:openai measured 2025 low=9 high=9 unit=people metric=departures
    """
    reply = flows(ask(holding(LEDGER + figures)), into="meta", window=Window.between("2025-06", "2025-06"))
    found = {(p.subject, p.metric.name): p for p in reply.published}
    assert set(found) == {("org:google", "flow_ratio"), ("org:meta", "hires"), ("org:lab", "hires")}
    assert found["org:google", "flow_ratio"].here == "1 : 1, too few for a ratio"
    assert found["org:meta", "hires"].here == "4"
    assert found["org:lab", "hires"].here == "1"
    assert any("memo" in reason for reason in found["org:lab", "hires"].why)
    assert not any("before the period ended" in reason for reason in found["org:meta", "hires"].why)


def test_a_figure_of_a_year_that_was_not_over_says_so(holding: Holding) -> None:
    """Written in September, a figure of the year leaves out the rest of it."""
    early = "org:meta measured 2025 high=10 unit=people metric=hires origin=google @wos:2025-09"
    (found,) = flows(ask(holding(LEDGER + early)), into="meta", window=YEAR).published
    assert found.here == "1"
    assert found.why[-1] == "it was written by 30 Sep 2025, before the period ended"


def test_a_question_that_cannot_be_is_refused(holding: Holding) -> None:
    """People have no flows: the name of one is not found among organisations."""
    with pytest.raises(BadQuestion, match="wang"):
        flows(ask(holding(LEDGER)), into="person:wang")


def test_moves_of_a_cell_stand_as_moves_do(holding: Holding) -> None:
    """By the earliest day; where only the latest is known by that; where neither is, last."""
    store = holding("""
        ann works_at acme from=meta @late:2024-06-30
        bob works_at acme 2023-02/.. from=meta
        cyd works_at acme 2024-09/.. from=meta
        eve works_at acme from=meta @undated:
    """)
    reply = flows(ask(store))
    people = [move.row.person.removeprefix("person:") for move in reply.cells[0].tally.moves]
    assert people == ["bob", "ann", "cyd", "eve"]
    assert [each.move.row for each in reply.listed] == [move.row for move in reply.cells[0].tally.moves]
