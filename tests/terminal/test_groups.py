"""The commands liftouts, first and funnel, on the two articles and on lines made by hand."""

import csv
from pathlib import Path

import pytest
from making import claim_set
from terminal import Terminal

from graph.store import open_store

LEDGER = """
meta party_to deal:meta-scale role=investor
scale party_to deal:meta-scale role=issuer
deal:meta-scale brought ann 2025-06-12
ann works_at meta 2025-06-12/.. from=scale
bob works_at meta 2025-06-20/.. from=scale
cyd works_at meta 2025-07/ from=scale
dan works_at meta 2025/ from=scale
eve works_at google 2021-03/ from=scale
meta offered ann 2025-05 outcome=accepted
meta offered bob 2025-05 outcome=accepted offer=1
meta offered bob 2025-05 outcome=declined offer=1
"""


@pytest.fixture(scope="module")
def groups(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A ledger with one lift-out and three offers. Tests only read it."""
    terminal = Terminal(tmp_path_factory.mktemp("groups") / "ledger.db")
    store = open_store(terminal.store)
    with store.writer() as writer:
        writer.load(claim_set(LEDGER))
    store.close()
    return terminal


def test_a_group_in_words(groups: Terminal) -> None:
    """Who, from where to where, when, how sure, with what deal; what may belong; what chance gives."""
    said = groups.ask("liftouts")
    assert said.code == 0
    for part in (
        "3 people moved from scale to meta (12 Jun to 31 Jul 2025); at most 4",
        "4 of 5 moves out of scale led there",
        "With a deal: 1 of 3",
        "may belong, certain: a source says so",
        "departure days permuted within the origin; 999 shuffles, seed 1",
        "5 certain moves, 1 of them dated too coarsely",
    ):
        assert part in said.out


def test_a_group_as_json(groups: Terminal) -> None:
    """The same as values, with the claims of every move."""
    answer = groups.ask("liftouts", "--into", "meta", "--json").json
    (group,) = answer["groups"]
    assert [each["id"] for each in group["people"]] == ["person:ann", "person:bob", "person:cyd"]
    assert [each["id"] for each in group["with_deal"]] == ["person:ann"]
    assert group["chance"]["left"] == 5
    assert answer["null_model"]["name"] == "departure days permuted within the origin"
    assert answer["asked"] == {"people": 3, "days": 60, "by": "company", "without_deals": False}
    assert all(move["claims"] for move in group["moves"])


@pytest.mark.parametrize(
    "words",
    [("--people", "4"), ("--days", "10"), ("--until", "2025-05"), ("--without-deals",), ("--into", "google")],
)
def test_options_narrow(groups: Terminal, words: tuple[str, ...]) -> None:
    """More people, fewer days, an earlier window, no deals, another place: nothing found, exit 1."""
    said = groups.ask("liftouts", *words)
    assert said.code == 1
    assert "No group is known" in said.out


def test_the_first(groups: Terminal) -> None:
    """Who came first, in words and as values, and who moved along."""
    said = groups.ask("first", "meta", "--out-of", "scale")
    assert "Dates do not tell who of these came first: dan, ann." in said.out
    answer = groups.ask("first", "meta", "--from", "2025-06-01", "--until", "2025-06-30", "--json").json
    assert [(each["person"]["id"], each["place"]) for each in answer["arrivals"]][1:] == [
        ("person:ann", {"at_least": 1, "at_most": 2}),
        ("person:bob", {"at_least": 2, "at_most": 3}),
    ]
    (dan, ann, _) = answer["arrivals"]
    assert (dan["person"]["id"], dan["place"]) == ("person:dan", {"at_least": 1, "at_most": 3})
    assert ann["moved_along"]["at_least"] == 1


def test_the_funnel(groups: Terminal) -> None:
    """Counts by organisation, how each offer ended, and a share only where there are cases enough."""
    said = groups.ask("funnel")
    assert "meta: 1 of 1 accepted, of those accepted or declined; beside them 1 conflicting" in said.out
    answer = groups.ask("funnel", "meta", "--json").json
    assert answer["total"]["ended"]["conflicting"] == 1
    assert answer["total"]["acceptance"]["share"] is None
    assert [offer["ending"] for offer in answer["offers"]] == ["accepted", "conflicting"]
    assert groups.ask("funnel", "google").code == 1


def test_unnamed_people_are_in_no_count(ledger: Terminal) -> None:
    """Of the articles' unnamed researcher there is no number and no name."""
    answer = ledger.ask("funnel", "--json").json
    assert answer["unnamed"] is None
    assert "fewer than three" in ledger.ask("funnel").out
    assert "unnamed-register" not in ledger.ask("funnel").out


@pytest.mark.parametrize(
    ("words", "columns"),
    [
        (("liftouts",), {"group", "people", "p_adjusted", "seed", "claims"}),
        (("first", "meta"), {"person", "place_at_most", "moved_along", "claims"}),
        (("funnel",), {"by", "accepted", "not_known", "acceptance_of", "claims"}),
        (("colleagues", "ann"), {"person", "days", "claims"}),
    ],
)
def test_each_is_a_table(groups: Terminal, tmp_path: Path, words: tuple[str, ...], columns: set[str]) -> None:
    """--save FILE.csv writes a row an item, with counts and claims."""
    file = tmp_path / "table.csv"
    assert groups.ask(*words, "--save", str(file)).code == 0
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert rows
    assert columns <= rows[0].keys()
    assert all(row["claims"] for row in rows)


def test_colleagues_by_year_and_who_moved_along(groups: Terminal) -> None:
    """Below the colleagues stand the years, and who went the same way."""
    said = groups.ask("colleagues", "ann").out
    assert "Longest first" in said
    assert "Moved the same way within 180 days" in said
    answer = groups.ask("colleagues", "ann", "--json").json
    assert answer["years"][0]["year"] == 2025
    assert {each["person"]["id"]: each["order"] for each in answer["moved_along"]} == {
        "person:bob": "later",
        "person:cyd": "later",
        "person:dan": "perhaps later",
    }
