"""Brain gain by school: who studied where, where they went, who works there now."""

from asking import Holding, ask
from hypothesis import given
from hypothesis import strategies as st
from ledgers import SCHOOL, market

from graph.assembly.rows import Level
from graph.queries.people.alumni import School
from graph.queries.people.schools import schools
from graph.store import open_store

LEDGER = """
lab part_of acme
ann studied_at mit 2010/2014 degree=PhD
ann works_at early 2005/2008
ann works_at beta 2014/2016
ann works_at lab 2016/..
bob studied_at mit degree=BSc completed=no
bob works_at acme 2018/2020
bob works_at mit 2021/..
cai studied_at mit 2015
dan studied_at eth 2012/2015
dan works_at mit 2019/..
eve works_at mit 2019/2020
flo works_at acme 2019/..
"""


def found(holding: Holding, name: str = "", at: str = "") -> dict[str, School]:
    reply = schools(ask(holding(LEDGER)), name, at)
    return {school.school: school for school in reply.schools}


def test_alumni_and_where_they_went(holding: Holding) -> None:
    """Stints that were over before they studied do not count; labs count for their company."""
    mit = found(holding)["org:mit"]
    went = {a.person: [spell.organisation for spell in a.went] for a in mit.alumni}
    assert went == {
        "person:ann": ["org:beta", "org:acme"],
        "person:bob": ["org:acme", "org:mit"],
        "person:cai": [],
    }
    placed = [(p.organisation, len(p.ever), len(p.now)) for p in mit.placements]
    assert placed == [("org:acme", 2, 1), ("org:beta", 1, 0), ("org:mit", 1, 1)]


def test_gone_stayed_and_came(holding: Holding) -> None:
    """Alumni now elsewhere, alumni now at the school, and who works there without having studied there."""
    mit = found(holding)["org:mit"]
    assert (mit.gone, mit.stayed, mit.came) == (("person:ann",), ("person:bob",), ("person:dan",))
    assert mit.net == 0
    eth = found(holding)["org:eth"]
    assert (eth.gone, eth.stayed, eth.came, eth.net) == (("person:dan",), (), (), -1)


def test_names_narrow(holding: Holding) -> None:
    """One school; only alumni who were ever at an employer; most alumni first."""
    assert list(found(holding)) == ["org:mit", "org:eth"]
    assert list(found(holding, "eth")) == ["org:eth"]
    assert not found(holding, "acme")
    at = found(holding, at="lab")["org:mit"]
    assert [a.person for a in at.alumni] == ["person:ann"]
    assert [p.organisation for p in at.placements] == ["org:acme", "org:beta"]
    assert (at.gone, at.stayed, at.came) == (("person:ann",), (), ())
    assert list(found(holding, at="mit")) == ["org:eth", "org:mit"]


def test_the_tables_and_the_graph(holding: Holding) -> None:
    """Totals by school, placements and alumni, each with its claims; the graph has studies and stints."""
    view = ask(holding(LEDGER))
    reply = schools(view, "mit")
    tables = reply.tables()
    (total,) = tables["schools"]
    assert (total["alumni"], total["employer_known"], total["now_known"], total["net"]) == (3, 2, 2, 0)
    assert [row["people"] for row in tables["placements"]] == ["ann, bob", "ann", "bob"]
    degrees = {row["person"]: (row["degree"], row["studied"]) for row in tables["alumni"]}
    assert degrees["ann"] == ("PhD", "2010 to 2014")
    assert degrees["bob"][0] == "BSc, not completed"
    assert all(row["claims"] for rows in tables.values() for row in rows)
    edges = {(row.subject, row.relation, row.object) for row in reply.subgraph(view).edges}
    assert {("person:cai", "studied_at", "org:mit"), ("person:dan", "works_at", "org:mit")} <= edges
    assert ("person:eve", "works_at", "org:mit") not in edges


def test_both_clocks(holding: Holding) -> None:
    """A day that is set plays no part; known on a day before, nobody studied anywhere."""
    store = holding(LEDGER.replace("degree=PhD", "degree=PhD @early:2020-01-01"))
    whole = schools(ask(store))
    assert schools(ask(store, true_on="2012-01-01"), reopen=store.view).schools == whole.schools
    (early,) = schools(ask(store, known_on="2020-06-01")).schools
    assert [a.person for a in early.alumni] == ["person:ann"]
    assert not schools(ask(store, known_on="2019-01-01")).schools


def test_a_cut_is_said(holding: Holding) -> None:
    """Schools beyond the limit are counted."""
    reply = schools(ask(holding(LEDGER)), limit=1)
    assert ([s.school for s in reply.schools], reply.cuts[0].left_out) == (["org:mit"], 1)


@given(st.integers(0, 2**32 - 1))
def test_everybody_is_counted_once(seed: int) -> None:
    """On generated ledgers the alumni are those with an edge to the school; each is gone, stayed or not
    known; and every placement holds alumni only.
    """
    store = open_store(engine="memory")
    with store.writer() as writer:
        for each in market(seed):
            writer.load(each)
    view = ask(store, level=Level.ALL)
    edges = view.neighbours(SCHOOL, ["studied_at"], "in", limit=100).items
    reply = schools(view, SCHOOL)
    people = {a.person for school in reply.schools for a in school.alumni}
    assert people == {neighbour.id for neighbour in edges}
    for school in reply.schools:
        unknown = {a.person for a in school.alumni if not a.now}
        assert sorted((*school.gone, *school.stayed, *unknown)) == sorted(people)
        assert all(set(p.now) <= set(p.ever) <= people for p in school.placements)
        assert people.isdisjoint(school.came)
