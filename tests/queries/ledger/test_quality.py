"""Coverage counts what it says it counts, and each finding names what is wrong and which claims say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from asking import Holding, ask
from hypothesis import given
from hypothesis import strategies as st
from ledgers import market
from making import claim_set

from graph.assembly.rows import Level
from graph.errors import NotFound
from graph.model.claimset import ClaimSet
from graph.queries.ledger.findings import DANGLING, IMPOSSIBLE, OVERLAPPING
from graph.queries.ledger.quality import MEASURES, Quality, quality
from graph.queries.shapes.shape import as_json
from graph.settings import settings
from graph.store import open_store
from graph.store.base import Store

LEDGER = """
lab part_of acme @one:2024-01
ann works_at lab 2020-01/2022-06 @one:2024-01
ann works_at lab 2020-01/ @two:2024-02
bob works_at acme 2021/.. @one:2024-01
cai works_at globex /2023 @nodate:
dee works_at globex @nodate:
"""


def asked(store: Store, organisation: str = "", set_id: str = "") -> Quality:
    return quality(ask(store), organisation, set_id, reopen=store.view)


def measured(reply: Quality, of: str, id_: str = "") -> Mapping[str, int]:
    (row,) = [row for row in reply.rows if (row.of, row.id) == (of, id_)]
    return dict(zip(("stints", *(m.name for m in MEASURES)), (row.stints, *row.have), strict=True))


def test_shares_of_all_stints(holding: Holding) -> None:
    """Four stints: two starts, two ends, one going on, three of two pages with dates, one of two origins."""
    reply = asked(holding(LEDGER))
    assert measured(reply, "all") == {
        "stints": 4,
        "start": 2,
        "end": 2,
        "going on": 1,
        "source": 0,
        "dated source": 2,
        "second origin": 1,
    }
    assert reply.findings == ()


def test_a_source_is_one_that_can_be_read(empty: Store) -> None:
    """A stint has a source where one of its pages has an address."""
    made = claim_set(LEDGER)
    sources = tuple(replace(s, url="https://example.org/a") if s.id == "two" else s for s in made.sources)
    with empty.writer() as writer:
        writer.load(replace(made, sources=sources))
    assert measured(asked(empty), "all")["source"] == 1


def test_rows_by_organisation_open_their_claims(holding: Holding) -> None:
    """A company counts with its labs, and asked about itself shows each; every row has its claims."""
    store = holding(LEDGER)
    whole = asked(store)
    assert [(r.id, r.stints) for r in whole.rows if r.of == "organisation"] == [
        ("org:acme", 2),
        ("org:globex", 2),
    ]
    reply = asked(store, "acme")
    assert measured(reply, "all")["stints"] == 2
    assert [(r.id, r.stints) for r in reply.rows if r.of == "organisation"] == [
        ("org:acme", 1),
        ("org:lab", 1),
    ]
    (lab,) = [r for r in reply.rows if r.id == "org:lab"]
    assert sorted(e.source.id for e in reply.found(lab.claims)) == ["one", "two"]


def test_rows_by_set(empty: Store) -> None:
    """A stint belongs to each set that holds one of its claims; asked of one set, only its stints count."""
    more = "bob works_at acme 2021/.. @one:2024-01\neve works_at acme 2022/ @three:2024-03"
    with empty.writer() as writer:
        writer.load_all([claim_set(LEDGER, "first"), claim_set(more, "second")])
    reply = asked(empty)
    assert [(r.id, r.stints) for r in reply.rows if r.of == "set"] == [("first", 4), ("second", 2)]
    assert measured(reply, "all")["stints"] == 5
    own = asked(empty, set_id="second")
    assert (measured(own, "all")["stints"], [r.of for r in own.rows]) == (2, ["all", "organisation"])
    with pytest.raises(NotFound, match="third"):
        asked(empty, set_id="third")


def test_few_cases_give_no_percentage(holding: Holding) -> None:
    """Below the setting there are counts only."""
    row = asked(holding(LEDGER)).rows[0]
    assert (row.stints, row.share(2)) == (4, None)
    assert replace(row, stints=settings().percent_cases).share(2) == 2 / settings().percent_cases


LOOSE = """
lab part_of acme @one:2024-01
person:ann named Ann kind=usual
person:zoe named Zoe kind=usual
ann works_at team 2020/ @one:2024-01
bob works_at lab 2020/ @one:2024-01
"""


def with_subtypes(text: str, **subtypes: str) -> ClaimSet:
    made = claim_set(text)
    given = {f"org:{name}": word for name, word in subtypes.items()}
    return replace(made, entities=tuple(replace(e, subtype=given.get(e.id, "")) for e in made.entities))


def test_what_dangles(empty: Store) -> None:
    """A name of which nothing else is said, and a team of which nobody says whose it is; not a placed lab."""
    with empty.writer() as writer:
        writer.load(with_subtypes(LOOSE, lab="lab", team="team"))
    found = asked(empty).of_kind(DANGLING)
    assert [(f.about, f.text) for f in found] == [
        (("person:zoe",), "nothing is said of Zoe but its names"),
        (("org:team",), "no claim says what team (team) is part of"),
    ]
    assert all(f.claims for f in found)
    assert [f.about for f in asked(empty, "team").findings] == [("org:team",)]


FOUNDED = """
eve founded acme 2023-05 @a:2024
org:acme reached founded 2023-07 @b:2024
fay founded acme 2019 status=disputed @c:2024
ann works_at acme 2021/ @d:2024
bob works_at acme /2023-04 @d:2024
cai works_at acme 2023/ @d:2024
dee works_at acme @old:2023-04
gus leads acme 2022-01 status=denied @d:2024
hal works_at acme /[..2023-04-30] @d:2024
"""


def test_before_the_founding(holding: Holding) -> None:
    """Whoever is surely there before the earliest undisputed founding is found, however the claim puts it."""
    found = asked(holding(FOUNDED)).of_kind(IMPOSSIBLE)
    assert sorted(f.about[0] for f in found) == ["person:ann", "person:bob", "person:dee", "person:hal"]
    assert "ann worked at acme (from 2021, end not known), before its founding (1 May 2023 or later)" in [
        f.text for f in found
    ]
    assert {len(f.claims) for f in found} == {3}


def test_an_heir_may_be_younger_than_its_people(holding: Holding) -> None:
    """Where another organisation became it, people may have come before its founding."""
    assert not asked(holding(f"{FOUNDED}\nold became acme 2023-05 @a:2024")).of_kind(IMPOSSIBLE)


def test_a_start_after_its_end(holding: Holding) -> None:
    """What an editor's number forces into one stint although it ends before it starts is found."""
    lines = "ann works_at acme 2024/ spell=1 @a:2025\nann works_at acme /2020 spell=1 @b:2025"
    (finding,) = asked(holding(lines)).of_kind(IMPOSSIBLE)
    assert finding.text == "ann at acme starts after it ends (2024 and 2020)"
    assert len(finding.claims) == 2


def both(first: str, second: str, more: str = "") -> str:
    return f"ann works_at acme {first} @a:2025\nann works_at globex {second}{more} @a:2025"


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (both("2020-01-01/2020-12-31", "2020-06-01/2021-12-31"), "1 Jun 2020 to 30 Dec 2020"),
        (both("2020-01-01/2020-12-31", "2020-12-01/2021-12-31"), ""),
        (both("2020-01-01/2020-12-31", "2020-11-29/2021-12-31"), "29 Nov 2020 to 30 Dec 2020"),
        (both("2020-01-01/2020-12-31", "2020-06-01/2021-12-31", " concurrent=yes"), ""),
        (both("2020/2020", "2020/2021"), ""),
        (both("2019/2022", "2020/.."), "31 Dec 2020 to 31 Dec 2021"),
    ],
)
def test_stints_that_overlap(holding: Holding, lines: str, days: str) -> None:
    """Two jobs that surely share more days than a change may take are found, unless one is a side job."""
    found = asked(holding(lines)).of_kind(OVERLAPPING)
    assert [f.text for f in found] == ([f"ann was at acme and at globex at once, {days}"] if days else [])
    assert all(len(f.claims) == 2 for f in found)


def test_the_day_plays_no_part_but_the_level_does(holding: Holding) -> None:
    """On a day the whole careers are measured; confirmed only, only what is confirmed."""
    store = holding(f"{LEDGER}\nflo works_at acme 2020/ status=confirmed @one:2024-01")
    on_a_day = quality(ask(store, true_on="2020-06-01"), reopen=store.view)
    assert on_a_day.rows == asked(store).rows
    firm = quality(ask(store, level=Level.FIRM), reopen=store.view).rows[0]
    assert firm.stints == 1


def test_a_cut_answer_says_so(holding: Holding) -> None:
    """Rows and findings beyond the limit are counted."""
    store = holding(FOUNDED)
    reply = quality(ask(store), reopen=store.view, limit=1)
    assert (len(reply.rows), len(reply.findings)) == (1, 1)
    assert [cut.left_out for cut in reply.cuts] == [2, 3]


def test_out_of_time_nothing_is_found(holding: Holding, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where not every claim could be read there are no findings, rather than wrong ones; the cut says so."""
    store = holding(FOUNDED)
    monkeypatch.setenv("TALENTGRAPH_QUERY_SECONDS", "0.000001")
    settings.cache_clear()
    try:
        reply = asked(store)
    finally:
        monkeypatch.undo()
        settings.cache_clear()
    assert (reply.findings, [cut.limit for cut in reply.cuts]) == ((), ["query_seconds"])


def test_json_defines_what_it_counts(holding: Holding) -> None:
    """Every measure of every row has its definition beside it, and the number of stints it is of."""
    shape = as_json(asked(holding(LEDGER)))
    for row in shape["coverage"]:
        assert row["measures"].keys() == shape["definitions"].keys()
        assert all(measure["stints"] <= row["stints"] for measure in row["measures"].values())


@given(st.integers(0, 2**32))
def test_rows_add_up(seed: int) -> None:
    """Stints by company sum to all, no share exceeds its stints, every row and finding has its claims."""
    store = open_store(":memory:")
    with store.writer() as writer:
        writer.load_all(market(seed))
    reply = asked(store)
    whole, *rows = reply.rows
    by_company = [row for row in rows if row.of == "organisation"]
    assert whole.stints == sum(row.stints for row in by_company)
    assert whole.have == tuple(map(sum, zip(*(row.have for row in by_company), strict=True)))
    for row in reply.rows:
        assert all(n <= row.stints for n in row.have)
        assert len(reply.found(row.claims)) == len(row.claims) > 0 or row.stints == 0
    for finding in reply.findings:
        assert len(reply.found(finding.claims)) == len(finding.claims) > 0
        assert all(id_ in reply.cards for id_ in finding.about)
