"""What changed since a day adds up, on the clock of sources and on that of loads."""

from __future__ import annotations

import pytest
from asking import Holding, ask
from making import claim, claim_set, day

from graph.errors import BadQuestion, NotFound
from graph.model.days import iso
from graph.queries.ledger.changes import Changes, changes
from graph.queries.people.turns import CONTINUED, OPENED, SETTLED
from graph.queries.shapes.shape import as_json
from graph.settings import settings
from graph.store.base import Store

LEDGER = """
ann works_at acme 2024-05/.. @one:2024-05-20
ann works_at acme /2025-02 @two:2025-02-10
bob works_at globex 2023/.. @three:2025-02
cai founded acme 2020 @four:
"""


def known(reply: Changes) -> list[str]:
    return [f"{e.claim.subject} {e.source.id}" for e in reply.found(reply.known)]


def since(store: Store, text: str, of: str = "", set_id: str = "", known_on: str = "") -> Changes:
    return changes(ask(store, known_on=known_on), day(text), of, set_id, reopen=store.view)


def test_claims_known_since(holding: Holding) -> None:
    """What came out after the day, latest first: a month is out when it ends, an undated page when read."""
    reply = since(holding(LEDGER), "2024-05-20")
    assert known(reply) == ["person:cai four", "person:bob three", "person:ann two"]
    assert (reply.total.known, reply.undated_sources) == (3, 1)
    assert since(holding(LEDGER), "2025-02-10").total.known == 2
    assert not since(holding(LEDGER), "2026-06-30").changes


def test_the_day_before_counts_one_more(holding: Holding) -> None:
    """A source of the day itself is known on that day, not since."""
    store = holding(LEDGER)
    assert "person:ann one" in known(since(store, "2024-05-19"))
    assert "person:ann one" not in known(since(store, "2024-05-20"))


def test_between_two_days(holding: Holding) -> None:
    """With a day of knowledge the changes end there, and the title says so."""
    reply = since(holding(LEDGER), "2024-05-20", known_on="2025-02-10")
    assert known(reply) == ["person:ann two"]
    assert reply.title == "What changed after 20 May 2024 and by 10 Feb 2025"
    with pytest.raises(BadQuestion, match="to come"):
        since(holding(LEDGER), "2025-02-11", known_on="2025-02-10")


def test_by_name_and_by_set(empty: Store) -> None:
    """About one name all claims that name it; of a set what it holds, shared claims too."""
    more = "cai founded acme 2020 @four:\ndee works_at globex 2024/.. @five:2025-03-01"
    with empty.writer() as writer:
        writer.load_all([claim_set(LEDGER, "first"), claim_set(more, "second")])
    assert known(since(empty, "2024-01-01", "acme")) == [
        "person:cai four",
        "person:ann two",
        "person:ann one",
    ]
    assert known(since(empty, "2024-01-01", set_id="second")) == ["person:cai four", "person:dee five"]
    reply = since(empty, "2024-01-01")
    assert [(t.id, t.known) for t in reply.sets] == [("first", 4), ("second", 2)]
    assert {t.id: t.known for t in reply.entities}["org:globex"] == 2
    with pytest.raises(NotFound, match="third"):
        since(empty, "2024-01-01", set_id="third")


def test_claims_withdrawn_since(empty: Store) -> None:
    """What a later load left out is listed with the day and the set of that load, under its last name."""
    with empty.writer() as writer:
        writer.load(claim_set(LEDGER + "\nperson:bob named 'Bob B.' kind=usual @three:2025-02"))
        writer.load(claim_set("ann works_at acme 2024-05/.. @one:2024-05-20"))
    (today,) = {each.day for each in ask(empty).withdrawn().items}
    reply = changes(ask(empty), today - 1, reopen=empty.view)
    gone = [f"{reply.name(w.claim.subject)} {w.claim.relation} {w.set_id}" for w in reply.withdrawn]
    assert sorted(gone) == [
        "Bob B. named hand-made",
        "Bob B. works_at hand-made",
        "ann works_at hand-made",
        "cai founded hand-made",
    ]
    assert (reply.known, reply.total.withdrawn) == ((), 4)
    (json,) = [each for each in as_json(reply)["withdrawn"] if each["relation"] == "founded"]
    assert (json["withdrawn_on"], json["by"], json["load"]) == (iso(reply.withdrawn[0].day), "hand-made", 2)
    assert not changes(ask(empty), today, reopen=empty.view).withdrawn
    assert [w.claim.subject for w in since(empty, "2024-01-01", set_id="hand-made").withdrawn]


def test_withdrawn_then_loaded_again(empty: Store) -> None:
    """A set that was removed and came back changed nothing."""
    with empty.writer() as writer:
        writer.load(claim_set(LEDGER))
    before = since(empty, "2024-01-01")
    with empty.writer() as writer:
        writer.withdraw("hand-made")
    removed = since(empty, "2024-01-01")
    assert (removed.known, len(removed.withdrawn)) == ((), 4)
    assert since(empty, "2024-01-01", set_id="hand-made").total.withdrawn == 4
    with empty.writer() as writer:
        writer.load(claim_set(LEDGER))
    after = since(empty, "2024-01-01")
    assert (after.known, after.withdrawn, after.turns) == (before.known, (), before.turns)


APART = "deal:x deal_stake amount=40 @a:2024-01-10\ndeal:x deal_stake amount=49 @b:2024-02-10"
RETRACTS = claim("deal:x deal_stake amount=49 @b:2024-02-10").id
SETTLES = f"deal:x deal_stake amount=49 status=retracted retracts={RETRACTS} @c:2024-04-10"
THIRD = "deal:x deal_stake amount=30 @d:2024-03-10"


def test_a_disagreement_opens_goes_on_and_is_settled(holding: Holding) -> None:
    """It opens with the second value, goes on with a third, and ends when what disagrees is taken back."""
    store = holding(f"{APART}\n{SETTLES}")

    def turns(first: str, last: str) -> list[tuple[str, str, str]]:
        return [(t.change, t.was, t.now) for t in since(store, first, known_on=last).turns]

    assert turns("2024-01-10", "2024-02-10") == [(OPENED, "", "disagree")]
    assert turns("2024-02-10", "2024-04-09") == []
    assert turns("2024-02-10", "2024-04-10") == [(SETTLED, "disagree", "")]
    assert turns("2024-01-10", "2024-04-10") == []
    store = holding(f"{APART}\n{THIRD}")
    assert turns("2024-02-10", "2024-03-10") == [(CONTINUED, "disagree", "disagree")]
    reply = since(store, "2024-02-10")
    assert len(reply.turned(CONTINUED)[0].disagreement.versions) == 3
    assert [row["change"] for row in reply.tables()["disagreements"]] == ["continued"]


def loaded(store: Store, *texts: str) -> int:
    """Loads one state of a set after the other; the day of these loads."""
    for text in texts:
        with store.writer() as writer:
            writer.load(claim_set(text))
    return {each.day for each in ask(store).withdrawn().items}.pop()


def settled(store: Store, since_day: int, of: str = "") -> list[tuple[str, str, str, int]]:
    reply = changes(ask(store), since_day, of, reopen=store.view)
    return [(t.change, t.was, t.now, len(t.withdrawn)) for t in reply.turns]


@pytest.mark.parametrize("of", ["", "deal:x"])
def test_a_withdrawal_settles_a_disagreement(empty: Store, of: str) -> None:
    """When a later load takes one of two values out; as long as the other side stands nothing is settled."""
    today = loaded(empty, APART, APART.splitlines()[0])
    reply = changes(ask(empty), today - 1, of, reopen=empty.view)
    (turn,) = reply.turns
    assert (turn.change, turn.was, turn.now) == (SETTLED, "disagree", "")
    assert turn.withdrawn == (RETRACTS,)
    assert sorted(version.text for version in turn.disagreement.versions) == ["40 %", "49 %"]
    assert set(turn.disagreement.claims) <= set(reply.claims)
    (told,) = as_json(reply)["disagreements"]
    assert (told["change"], told["withdrawn"]) == ("settled", [RETRACTS])
    assert not settled(empty, today, of), "it was withdrawn on that day, not since"


def test_what_was_not_known_then_did_not_disagree(empty: Store) -> None:
    """A value that came out after the day, and was withdrawn since, settled nothing of that day."""
    kept = "deal:y deal_stake amount=7 @b:2024-02-10"
    loaded(empty, f"{APART}\n{kept}", f"{APART.splitlines()[0]}\n{kept}")
    assert settled(empty, day("2024-02-10")) == [(SETTLED, "disagree", "", 1)]
    assert not settled(empty, day("2024-02-09"))


def test_a_withdrawn_third_value_settles_nothing(empty: Store) -> None:
    """Two of three values stay apart."""
    today = loaded(empty, f"{APART}\n{THIRD}", APART)
    assert not settled(empty, today - 1)


def test_a_corrected_claim_settles_nothing_of_its_own(empty: Store) -> None:
    """What takes the place of a withdrawn claim on the same page never stood beside it."""
    first = APART.splitlines()[0]
    today = loaded(empty, first, first.replace("40", "41"))
    assert not settled(empty, today - 1)


def test_a_correction_settles_a_disagreement(empty: Store) -> None:
    """The page that said otherwise was read wrongly, and says the same by now."""
    first, second = APART.splitlines()
    today = loaded(empty, APART, f"{first}\n{second.replace('49', '40')}")
    assert settled(empty, today - 1) == [(SETTLED, "disagree", "", 1)]


def test_a_withdrawal_settles_the_date_of_a_stint(empty: Store) -> None:
    """The stint as it stood is read again, with what was withdrawn."""
    one = "ann works_at acme 2020-01/ @a:2024-01-10"
    today = loaded(empty, f"{one}\nann works_at acme 2020-06/ @b:2024-01-10", one)
    for of in ("", "ann", "acme"):
        assert settled(empty, today - 1, of) == [(SETTLED, "disagree", "", 1)]


def test_a_rounding_opens_nothing(holding: Holding) -> None:
    """Values of which one is the other, rounded, are no disagreement; one apart opens it then."""
    lines = ["meta measured 2024 amount=8 unit=ratio metric=flow_ratio @a:2024-01-10"]
    lines += ["meta measured 2024 amount=8.2 unit=ratio metric=flow_ratio @b:2024-02-10"]
    lines += ["meta measured 2024 amount=9 unit=ratio metric=flow_ratio @c:2024-03-10"]
    store = holding("\n".join(f"org:{line}" for line in lines))
    assert not since(store, "2024-01-10", known_on="2024-02-10").turns
    (turn,) = since(store, "2024-02-10").turns
    assert (turn.change, turn.was, turn.now) == (OPENED, "precision", "disagree")


def test_an_older_stint_opens_nothing(holding: Holding) -> None:
    """A quarrel about a date stays the same one when an earlier stint at the company becomes known."""
    quarrel = "ann works_at acme 2020-01/ @a:2024-01-10\nann works_at acme 2020-06/ @b:2024-01-10"
    older = "ann works_at acme 2015/2016 @c:2024-02-10\nann works_at globex 2017/2018 @c:2024-02-10"
    store = holding(f"{quarrel}\n{older}")
    assert [t.change for t in since(store, "2023-01-01", known_on="2024-01-31").turns] == [OPENED]
    assert not since(store, "2024-01-31").turns


def test_a_set_sees_its_own_disagreements(empty: Store) -> None:
    """Of a set those in which one of its claims takes part."""
    other = "deal:y deal_stake amount=1 @a:2024-01-10\ndeal:y deal_stake amount=2 @b:2024-02-10"
    with empty.writer() as writer:
        writer.load_all([claim_set(APART, "one"), claim_set(other, "two")])
    assert [t.disagreement.subject for t in since(empty, "2024-01-10", set_id="two").turns] == ["deal:y"]
    assert len(since(empty, "2024-01-10").turns) == 2


def test_a_cut_answer_says_so(holding: Holding) -> None:
    """Beyond the limit the latest stay, the rest is counted, and the totals are of all."""
    store = holding(LEDGER)
    reply = changes(ask(store), day("2024-01-01"), reopen=store.view, limit=1)
    assert known(reply) == ["person:cai four"]
    assert [(cut.limit, cut.left_out) for cut in reply.cuts] == [("query_rows", 3)]
    assert (reply.total.known, reply.sets[0].known) == (4, 4)


def test_out_of_time_says_so(holding: Holding, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the seconds did not suffice the answer names the limit."""
    store = holding(LEDGER)
    monkeypatch.setenv("TALENTGRAPH_QUERY_SECONDS", "0.000001")
    settings.cache_clear()
    try:
        assert "query_seconds" in [cut.limit for cut in since(store, "2024-01-01").cuts]
    finally:
        monkeypatch.undo()
        settings.cache_clear()
