"""What a load does to a ledger, and what it refuses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from small import PAGE, claim, claim_set

from graph.errors import NotFound, SetRefused
from graph.model.claimset import ClaimSet
from graph.model.entities import Entity
from graph.model.source import Source
from graph.store.answers import LoadReport
from graph.store.base import Store

ADA = claim("person:ada", "works_at", "org:alpha", "2024-01/..")
BO = claim("person:bo", "works_at", "org:alpha", "2023/2024")
ORCIDS = ("0000-0002-1825-0097", "0000-0001-5109-3700")


def load(store: Store, *sets: ClaimSet) -> Sequence[LoadReport]:
    with store.writer() as writer:
        return [writer.load(each) for each in sets]


def refused(store: Store, *sets: ClaimSet) -> SetRefused:
    """The error, once it is sure that the ledger is as before."""
    before = list(store.dump()), store.view().version
    with pytest.raises(SetRefused) as caught:
        load(store, *sets)
    assert (list(store.dump()), store.view().version) == before
    return caught.value


def live(store: Store) -> set[str]:
    return {each.id for each in store.view().claims().items}


def test_a_mended_row_replaces_the_old_one(store: Store) -> None:
    """A load makes the set equal to its file: the mended claim is there, the old one withdrawn and named."""
    mended = replace(ADA, when=BO.when)
    load(store, claim_set(ADA, BO))
    (report,) = load(store, claim_set(mended, BO))
    assert (report.added, report.unchanged, report.withdrawn) == (1, 1, (ADA.id,))
    assert live(store) == {mended.id, BO.id}
    rows = store.view().stints(people=["person:ada"]).edges
    assert {id_ for row in rows for id_, _ in row.claims} == {mended.id}


def test_a_claim_of_two_sets_goes_with_the_last(store: Store) -> None:
    """A claim held by two sets stays until both have dropped it, and knows who holds it."""
    load(store, claim_set(ADA), claim_set(ADA, BO, id_="two"))
    (held,) = store.view().claims(ids=[ADA.id]).items
    assert held.sets == ("one", "two")
    with store.writer() as writer:
        assert writer.withdraw("one").withdrawn == ()
        assert live(store) >= {BO.id}
    assert live(store) == {ADA.id, BO.id}
    with store.writer() as writer:
        assert set(writer.withdraw("two").withdrawn) == {ADA.id, BO.id}
    assert live(store) == set()


def test_what_moves_to_another_set_is_not_withdrawn(store: Store) -> None:
    """One load in which a set drops a claim and a later set takes it up names no claim as withdrawn."""
    load(store, claim_set(ADA, BO))
    with store.writer() as writer:
        one, two = writer.load_all([claim_set(BO), claim_set(ADA, id_="two")])
    assert (one.withdrawn, two.added) == ((), 1)
    assert live(store) == {ADA.id, BO.id}


def test_withdrawing_what_is_not_there(store: Store) -> None:
    """An unknown set is not found, and the error names those that there are."""
    load(store, claim_set(ADA))
    with pytest.raises(NotFound, match="one"), store.writer() as writer:
        writer.withdraw("two")


def test_unknown_names_are_refused(store: Store) -> None:
    """A claim may name only entities and sources that some set defines."""
    assert "person:ada" in str(refused(store, claim_set(ADA, entities=[Entity("org:alpha")])))
    assert "page" in str(refused(store, claim_set(ADA, sources=[])))


def test_another_set_may_define_names(store: Store) -> None:
    """A set may lean on definitions of a set that is loaded already."""
    load(store, claim_set(ADA))
    (report,) = load(store, claim_set(BO, id_="two", entities=[Entity("person:bo")], sources=[]))
    assert report.added == 1


def test_sets_that_lean_on_each_other(store: Store) -> None:
    """In one go, two sets may each define what the other names; one after the other they are refused."""
    one = claim_set(ADA, entities=[Entity("org:alpha"), Entity("person:bo")])
    two = claim_set(BO, id_="two", entities=[Entity("person:ada")], sources=[])
    refused(store, one, two)
    with store.writer() as writer:
        assert [report.added for report in writer.load_all([one, two])] == [1, 1]


def test_a_definition_stays_while_it_is_needed(store: Store) -> None:
    """An entity whose set is withdrawn stays while a live claim names it, then goes."""
    load(store, claim_set(ADA), claim_set(BO, id_="two", entities=[Entity("person:bo")], sources=[]))
    with store.writer() as writer:
        writer.withdraw("one")
    assert set(store.view().entities(["org:alpha", "person:ada", "person:bo"])) == {"org:alpha", "person:bo"}
    with store.writer() as writer:
        writer.withdraw("two")
    assert list(store.dump()) == []
    assert store.view().entities(["org:alpha", "person:bo"]) == {}


@pytest.mark.parametrize(
    ("entities", "sources", "word"),
    [
        ([Entity("person:ada", summary="Another"), Entity("org:alpha")], [PAGE], "summary"),
        ([Entity("person:ada"), Entity("org:alpha")], [replace(PAGE, title="Another page")], "title"),
    ],
)
def test_two_definitions_are_refused(
    store: Store, entities: list[Entity], sources: list[Source], word: str
) -> None:
    """Ids are global: two sets that define one differently are a load error that names the field."""
    load(store, claim_set(ADA, entities=[Entity("person:ada", summary="One"), Entity("org:alpha")]))
    assert word in str(refused(store, claim_set(ADA, id_="two", entities=entities, sources=sources)))


def test_definitions_fill_each_other_up(store: Store) -> None:
    """What one set leaves empty, another may say; without that set it is empty again."""
    load(store, claim_set(ADA))
    said = [Entity("person:ada", summary="A researcher"), Entity("org:alpha", subtype="company")]
    load(store, claim_set(ADA, id_="two", entities=said))
    cards = store.view().entities(["person:ada", "org:alpha"])
    assert (cards["person:ada"].summary, cards["org:alpha"].subtype) == ("A researcher", "company")
    with store.writer() as writer:
        writer.withdraw("two")
    assert store.view().entities(["person:ada"])["person:ada"].summary == ""


def test_two_orcids_are_refused(store: Store) -> None:
    """One id with two different ORCIDs is a load error, over sets and once ids are merged."""
    one, other = (claim("person:ada", "identified_by", value=text, kind="orcid") for text in ORCIDS)
    load(store, claim_set(ADA, one))
    assert ORCIDS[1] in str(refused(store, claim_set(other, id_="two")))


def test_one_former_id_of_two_is_refused(store: Store) -> None:
    """A former id leads to one entity."""
    entities = [
        Entity("person:ada", old_ids=("person:a",)),
        Entity("person:bo", old_ids=("person:a",)),
        Entity("org:alpha"),
    ]
    assert "person:a" in str(refused(store, claim_set(ADA, entities=entities)))


def test_former_ids_keep_working(store: Store) -> None:
    """Claims under a former id are read under the new one, and so is a question."""
    old = claim("person:a", "works_at", "org:alpha", "2020/2021")
    load(
        store,
        claim_set(ADA, old, entities=[Entity("person:ada", old_ids=("person:a",)), Entity("org:alpha")]),
    )
    view = store.view()
    assert view.resolve("person:a") == "person:ada"
    assert {row.subject for row in view.stints(people=["person:a"]).edges} == {"person:ada"}
    assert len(view.claims(of=["person:a"]).items) == 2


def test_an_undated_source_is_known_from_its_set(store: Store) -> None:
    """Known from the day a set was compiled where neither date nor
    retrieval is said, the earliest of its sets.
    """
    bare = Source("page", title="A page")
    load(store, claim_set(ADA, sources=[bare], compiled="2025-07-01"))
    load(store, claim_set(ADA, id_="two", sources=[bare], compiled="2025-03-01"))
    days = {each.known_from for each in store.view().claims().items}
    assert days == {claim_set(compiled="2025-03-01", sources=[]).compiled_day}


def test_progress_is_told(store: Store) -> None:
    """A load tells how far it is, in steps that are named and never run back."""
    told: list[tuple[str, int, int]] = []
    with store.writer() as writer:
        writer.load(claim_set(ADA, BO), lambda *step: told.append(step))
    assert {step for step, _, _ in told} >= {"compare", "assemble"}
    assert all(0 <= done <= whole for _, done, whole in told)
