"""Who may be the same as whom, from claims made by hand: who is found, how strongly, and who never is."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from making import claim_set

from graph.model.claimset import Judgement
from graph.resolve.candidates import TwinPair, find_twins
from graph.store.base import Store
from graph.store.memory import MemoryStore

Holding = Callable[..., Store]

MINE = """
person:jack-rae named "Jack Rae"
person:jack-rae works_at deepmind 2014-01/2022-06
person:jack-rae works_at meta 2025-06-10/..
org:deepmind named DeepMind
org:meta named Meta
"""
THEIRS = """
person:openalex-a5023888391 named "Rae, Jack"
person:openalex-a5023888391 identified_by A5023888391 kind=openalex
person:openalex-a5023888391 works_at deepmind 2016-03/2018-03
org:deepmind named DeepMind
"""
RAES = ("person:jack-rae", "person:openalex-a5023888391")


def found(store: Store) -> dict[tuple[str, str], TwinPair]:
    return {(each.left, each.right): each for each in find_twins(store.view()).items}


def texts(pair: TwinPair) -> tuple[list[str], list[str]]:
    return [r.text for r in pair.reasons], [r.text for r in pair.against]


def test_a_second_jack_rae(holding: Holding) -> None:
    """Of an own set and one by hand: the left has more edges; the name is worth 90, a shared company 5."""
    store = holding(MINE, THEIRS)
    (pair,) = found(store).values()
    assert (pair.left, pair.right) == RAES
    assert pair.kind == "person"
    assert pair.names == ("Jack Rae", "Rae, Jack")
    assert texts(pair) == (
        ["“Jack Rae” and “Rae, Jack” are one name, spelled in two ways", "both were at DeepMind at one time"],
        [],
    )
    assert pair.strength == 95


def test_every_reason_has_its_claims(holding: Holding) -> None:
    """Behind a name stand the claims that say it of either; behind a company the stints of both there."""
    store = holding(MINE, THEIRS)
    (pair,) = found(store).values()
    by_name, by_place = (store.view().claims(ids=r.claims).items for r in pair.reasons)
    assert {(e.claim.subject, e.claim.value) for e in by_name} == set(zip(RAES, pair.names, strict=True))
    assert {(e.claim.subject, e.claim.object) for e in by_place} == {(id_, "org:deepmind") for id_ in RAES}


def test_at_two_companies_on_the_same_days(holding: Holding) -> None:
    """It speaks against it, and takes 30, that one surely was elsewhere; not if either may have been at both.

    From 1 July 2025 on the one is at Meta, and the other was at Globex until the end of that year.
    """
    elsewhere = THEIRS + "person:openalex-a5023888391 works_at globex 2025-07-01/2025-12-31\n"
    (pair,) = found(holding(MINE, elsewhere + "org:globex named Globex\n")).values()
    assert texts(pair)[1] == [
        "on the same days, from 2025-07-01 on, one was surely at Meta and the other at Globex"
    ]
    assert pair.strength == 65
    both = elsewhere + "person:openalex-a5023888391 works_at meta 2025/..\n"
    (pair,) = found(holding(MINE, both + "org:globex named Globex\n")).values()
    assert texts(pair)[1] == []


def test_an_identifier_is_as_strong_as_can_be(holding: Holding) -> None:
    """People with nothing else in common, and the names of whom are not alike."""
    one = "person:a named 'Ada King'\nperson:a identified_by 0000-0002-1825-0097 kind=orcid"
    other = "person:b named 'A. Lovelace'\nperson:b identified_by 0000-0002-1825-0097 kind=orcid"
    (pair,) = found(holding(one, other)).values()
    assert texts(pair) == (["both have the orcid identifier 0000-0002-1825-0097"], [])
    assert (pair.strength, pair.names) == (100, ())


def test_identifiers_that_differ(holding: Holding) -> None:
    """In two sets they speak against it, and take 10; in one set, or ORCIDs, nobody is asked."""
    first = "person:a named 'Ada King'\nperson:a identified_by A111 kind=openalex\n"
    second = "person:b named 'Ada King'\nperson:b identified_by A222 kind=openalex\n"
    (pair,) = found(holding(first, second)).values()
    assert texts(pair)[1] == ["their openalex identifiers differ: A111 and A222"]
    assert pair.strength == 80
    assert found(holding(first + second, "org:z named Z")) == {}
    orcids = (
        "person:a identified_by 0000-0002-1825-0097 kind=orcid\n",
        "person:b identified_by 0000-0001-5109-3700 kind=orcid\n",
    )
    assert found(holding(first + orcids[0], second + orcids[1])) == {}


def test_planted_pairs_are_found(holding: Holding) -> None:
    """Those of the next test, with nothing in the way."""
    assert set(found(holding(_pairs()))) == {(f"person:{x}1", f"person:{x}2") for x in "abc"}


def _pairs(more: str = "") -> str:
    names = {"a": "Ada King", "b": "Bo Li", "c": "Cy Ito"}
    return (
        "\n".join(f'person:{x}{n} named "{name}"' for x, name in names.items() for n in (1, 2))
        + f"\n{more}\n"
    )


def test_whoever_one_claim_names_together_is_two(holding: Holding) -> None:
    """A colleague, whoever is reported to or speaks of somebody is somebody else."""
    more = "person:a1 reports_to person:a2\nperson:b1 works_at acme attributed_to=person:b2"
    assert set(found(holding(_pairs(more)))) == {("person:c1", "person:c2")}


@pytest.mark.parametrize("same", [True, False])
def test_what_is_judged_is_asked_no_more(holding: Holding, same: bool) -> None:
    """Either way, whichever id was named first, and by way of a third; taken back, it is asked again."""
    store = holding(_pairs('person:a3 named "A. King"'))
    before = set(found(store))
    with store.writer() as writer:
        writer.judge(Judgement("person:a1", "person:a3", same=True))
        writer.judge(Judgement("person:a2", "person:a3", same=same))
        writer.judge(Judgement("person:b2", "person:b1", same=same))
    assert set(found(store)) == {("person:c1", "person:c2")}
    with store.writer() as writer:
        for one, other in (("a1", "a3"), ("a2", "a3"), ("b1", "b2")):
            writer.unjudge(f"person:{one}", f"person:{other}")
    assert set(found(store)) == before


def test_who_is_never_a_candidate(holding: Holding) -> None:
    """Unnamed people, people known by one name only, ids without any name, and names without a letter."""
    store = holding(
        """
        acme offered person:unnamed-page-1 outcome=made
        acme offered person:unnamed-page-2 outcome=made
        person:anuj-one named Anuj
        person:anuj-two named Anuj
        person:anuj-one identified_by Q380 kind=wikidata
        person:anuj-two identified_by Q380 kind=wikidata
        person:jack-rae works_at acme
        person:jack-rae-two works_at acme
        org:signs named "???"
        org:other-signs named "!!!"
        """
    )
    assert found(store) == {}


def test_deals_and_works_need_equal_names(holding: Holding) -> None:
    """One letter is another model; where the name is the same, it is asked."""
    store = holding(
        """
        work:one named "Gemini Ultra Model A"
        work:two named "Gemini Ultra Model B"
        work:three named "gemini ultra model b"
        deal:one named "Acme and Globex, the licence"
        deal:two named "Acme and Globex, a licence"
        """
    )
    assert set(found(store)) == {("work:three", "work:two")}


def test_strongest_first(holding: Holding) -> None:
    """By strength, then by ids: equal names, words in another order, initials."""
    shorts = 'person:j named "J. Rae"\nperson:jack named "Jack Rae"\n'
    equal = 'person:w named "Bo Li"\nperson:v named "Bo Li"\n'
    equal += 'person:x named "Ada King"\nperson:y named "King Ada"\n'
    listed = [(t.left, t.right, t.strength) for t in find_twins(holding(shorts, equal).view()).items]
    assert listed == [
        ("person:v", "person:w", 90),
        ("person:x", "person:y", 85),
        ("person:j", "person:jack", 70),
    ]


def test_one_name_and_one_kind(holding: Holding) -> None:
    """`of` gives the pairs of one entity, a kind those of that kind: together they are all."""
    more = 'org:x named "Acme Labs"\norg:y named "ACME labs"'
    view = holding(_pairs(more)).view()
    assert [(t.left, t.right) for t in find_twins(view, of="person:b2").items] == [("person:b1", "person:b2")]
    assert [t.left for t in find_twins(view, kinds=["org"]).items] == ["org:x"]
    assert find_twins(view, of="person:nobody").items == ()
    assert len(find_twins(view).items) == 4


def test_cuts_are_said(holding: Holding, setting: Callable[[str, object], None]) -> None:
    """Rows and comparisons that a setting leaves out are named with it."""
    view = holding(_pairs()).view()
    cut = find_twins(view, limit=1)
    assert [(c.limit, c.left_out) for c in cut.cuts] == [("query_rows", 2)]
    assert cut.total == 3
    setting("name_pairs", 1)
    cut = find_twins(view)
    assert [c.limit for c in cut.cuts] == ["name_pairs"]
    assert len(cut.items) == 1


def test_an_identifier_that_many_hold_is_bounded(
    holding: Holding, setting: Callable[[str, object], None]
) -> None:
    """Three that share one number are three pairs: with room for three all come, else the cut is said."""
    names = ("acme", "globex", "initech")
    lines = "\n".join(f"org:{name} identified_by Q1 kind=wikidata\norg:{name} named {name}" for name in names)
    view = holding(lines).view()
    setting("name_pairs", 3)
    assert (len(find_twins(view).items), find_twins(view).cuts) == (3, ())
    setting("name_pairs", 2)
    assert len(find_twins(view).items) == 2
    assert [cut.limit for cut in find_twins(view).cuts] == ["name_pairs"]


def test_the_same_in_every_engine_whatever_the_order(make: Callable[[], Store], seed: int) -> None:
    """Random names, of three sets loaded in any order: the pairs of the reference, reason by reason."""
    numbers = random.Random(seed)
    texts = [_random_set(numbers, str(n)) for n in range(3)]
    reference, other = MemoryStore(), make()
    for store, order in ((reference, texts), (other, numbers.sample(texts, 3))):
        with store.writer() as writer:
            writer.load_all([claim_set(text, f"set-{texts.index(text)}") for text in order])
    expected = find_twins(reference.view())
    assert len(expected.items) > 5
    assert find_twins(other.view()) == expected


def _random_set(numbers: random.Random, of: str) -> str:
    """People of few names, at two companies, with identifiers at times."""
    lines = []
    for person in (f"person:p{of}-{n}" for n in range(8)):
        given, surname = numbers.choice(("Jack", "J.", "Jacke", "Bo")), numbers.choice(("Rae", "Raé", "Li"))
        name = numbers.choice((f"{given} {surname}", f"{surname}, {given}"))
        year = numbers.randint(2015, 2020)
        lines += [f'{person} named "{name}"', f"{person} works_at acme {year}-01-01/{year + 2}-01-01"]
        if numbers.random() < 0.5:
            lines.append(f"{person} works_at globex {year}-06/..")
        if numbers.random() < 0.3:
            lines.append(f"{person} identified_by A{numbers.randint(111, 114)} kind=openalex")
    return "\n".join(lines)
