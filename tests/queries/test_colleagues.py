"""Colleagues shared a company at one time, longest first, with the stints that prove it."""

from asking import Holding, ask
from making import day

from graph.queries.colleagues import colleagues

LEDGER = """
ada works_at meta 2018-01-01/2020-01-01
bob works_at meta 2019-01-01/2019-02-01
cyd works_at meta 2017-01-01/2019-06-01
dan works_at meta 2020-06-01/2021-01-01
eve works_at google 2018-01-01/2020-01-01
"""


def test_longest_first(holding: Holding) -> None:
    """Those who overlapped are listed by days together; those who came later or worked elsewhere are not."""
    reply = colleagues(ask(holding(LEDGER)), "ada")
    assert [o.person for o in reply.overlaps] == ["person:cyd", "person:bob"]
    assert reply.overlaps[1].days == day("2019-02-01") - day("2019-01-01")
    assert reply.total == 2
    assert {row.subject for row in reply.edges} == {"person:ada", "person:bob", "person:cyd"}


def test_one_organisation(holding: Holding) -> None:
    """At a company where there was nobody else the list is empty."""
    view = ask(holding(LEDGER))
    assert not colleagues(view, "ada", at="google").overlaps
    assert not colleagues(view, "eve").overlaps
