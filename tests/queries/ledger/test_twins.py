"""Who may be the same: the answer around the pairs, and which two a person means who judges."""

from __future__ import annotations

import pytest
from asking import Holding, ask

from graph.errors import BadQuestion, NotFound, NotJudged
from graph.model.claimset import Judgement
from graph.queries.ledger.judging import Done, Verdict, judgement_meant, two_meant
from graph.queries.ledger.twins import twins
from graph.store.base import Store
from talentgraph import doors

LEDGER = """
person:ada named "Ada King"
person:ada-two named "King, Ada"
person:ada works_at acme 2020-01-01/2024-01-01
person:ada-two works_at globex 2022-01-01/2023-01-01
org:acme named Acme
org:globex named Globex
person:bo named "Bo Li"
person:bo-two named "Bo Li"
"""


def judge(store: Store, left: str, right: str, same: bool = True) -> None:
    with store.writer() as writer:
        writer.judge(Judgement(left, right, same))


def test_pairs_with_their_claims(holding: Holding) -> None:
    """Two pairs, the stronger first; who was surely at two companies in 2022 is the weaker one."""
    reply = twins(ask(holding(LEDGER)))
    assert [(p.left, p.right, p.strength) for p in reply.pairs] == [
        ("person:bo", "person:bo-two", 90),
        ("person:ada", "person:ada-two", 60),
    ]
    assert reply.total == 2
    against = reply.pairs[1].against
    assert [reason.text for reason in against] == [
        "on the same days, from 2022-01-01 on, one was surely at Acme and the other at Globex"
    ]
    assert {e.claim.object for e in reply.found(against[0].claims)} == {"org:acme", "org:globex"}
    assert [row["left_id"] for row in reply.tables()["candidates"]] == ["person:bo", "person:ada"]


def test_a_day_hides_no_reason(holding: Holding) -> None:
    """On a day on which neither was anywhere the stints still speak: a person is whole on any day."""
    store = holding(LEDGER)
    on_a_day = twins(ask(store, true_on="2025-01-01"), reopen=store.view)
    assert on_a_day.pairs == twins(ask(store)).pairs
    assert on_a_day.scope.true_on is not None


def test_of_one_name_and_kind(holding: Holding) -> None:
    """A name narrows candidates and judgements; a kind that is none is refused."""
    store = holding(LEDGER)
    judge(store, "person:ada", "person:ada-two")
    assert [p.left for p in twins(ask(store), "person:bo").pairs] == ["person:bo"]
    assert twins(ask(store), "person:bo").judgements == ()
    assert [j.right for j in twins(ask(store), "King, Ada").judgements] == ["person:ada-two"]
    assert not twins(ask(store), kinds=["org"]).has_any
    with pytest.raises(BadQuestion, match="robot"):
        twins(ask(store), kinds=["robot"])


def test_what_is_cut_is_said(holding: Holding) -> None:
    """One of two is shown, and the other counted."""
    reply = twins(ask(holding(LEDGER)), limit=1)
    assert (len(reply.pairs), reply.total) == (1, 2)
    assert [(cut.limit, cut.left_out) for cut in reply.cuts] == [("query_rows", 1)]


def test_who_is_meant(holding: Holding) -> None:
    """Names or ids; two that are one already, or of two kinds, or who is nobody, are refused."""
    view = ask(holding(LEDGER))
    assert two_meant(view, "person:bo", "person:bo-two") == ("person:bo", "person:bo-two")
    with pytest.raises(BadQuestion, match="may mean"):
        two_meant(view, "Bo Li", "person:ada")
    with pytest.raises(BadQuestion, match="nobody else"):
        two_meant(view, "person:bo", "person:bo")
    with pytest.raises(BadQuestion, match="of two kinds, person and org"):
        two_meant(view, "person:bo", "Acme")
    with pytest.raises(NotFound):
        two_meant(view, "person:bo", "person:nobody")


def test_which_judgement_is_meant(holding: Holding) -> None:
    """By ids or by the names that either has by itself, in either order; one that is not there is refused."""
    store = holding(LEDGER)
    judge(store, "person:ada", "person:ada-two")
    view = ask(store)
    for left, right in (
        ("person:ada", "person:ada-two"),
        ("person:ada-two", "person:ada"),
        ("king ada", "Ada King"),
    ):
        assert judgement_meant(view, left, right).right == "person:ada-two"
    with pytest.raises(NotJudged, match="person:bo-two"):
        judgement_meant(view, "person:bo", "person:bo-two")


def test_several_judgements_of_the_same_names(holding: Holding) -> None:
    """Two that are called alike on either side: only ids tell them apart."""
    store = holding(LEDGER + 'person:bo-three named "Bo Li"\n')
    judge(store, "person:bo", "person:bo-two")
    judge(store, "person:bo", "person:bo-three")
    with pytest.raises(BadQuestion, match="person:bo-three"):
        judgement_meant(ask(store), "Bo Li", "Bo Li")


@pytest.mark.parametrize("verdict", [Verdict.SAME, Verdict.DIFFERENT])
def test_judging_twice_is_judging_once(holding: Holding, verdict: Verdict) -> None:
    """The second time says the same and makes no new version; in the other order too."""
    store = holding(LEDGER)
    once = doors.judge(store, "person:ada", "person:ada-two", verdict)
    version = store.view().version
    assert doors.judge(store, "person:ada", "person:ada-two", verdict) == once
    assert doors.judge(store, "person:ada-two", "person:ada", verdict) == once
    assert store.view().version == version


def taken_back(store: Store, left: str, right: str) -> str:
    return doors.judge(store, left, right, Verdict.UNDO).text()


def test_what_was_done_in_words(holding: Holding) -> None:
    """Both names and ids; a judgement that is taken back may leave them one, by way of a third."""
    store = holding(LEDGER + 'person:bo-three named "Bo Li"\n')
    ids = ("person:bo", "person:bo-two", "person:bo-three")
    for left, right in (ids[:2], ids[1:], ids[::2]):
        judge(store, left, right)
    judged = judgement_meant(ask(store), *ids[:2])
    one, other = "Bo Li (person:bo)", "Bo Li (person:bo-two)"
    assert Done(judged, Verdict.SAME, True).text() == f"{other} is read as {one} from now on."
    assert Done(judged, Verdict.SAME, True).text(ids=False) == "Bo Li is read as Bo Li from now on."
    said = taken_back(store, *ids[:2])
    assert said == f"Taken back; but {one} and {other} are still one, by way of another judgement."
    said = taken_back(store, *ids[1:])
    assert said == f"Taken back: {other} and Bo Li (person:bo-three) are two again."
