"""What the terminal must show of the two articles."""

from typing import Any

import pytest
from terminal import Terminal

ARTICLES = {"register-meta-offer", "wsj-journal-2025-07-03"}


def sources(claims: list[Any]) -> set[str]:
    return {claim["source"]["id"] for claim in claims}


def test_one_move_of_a_misspelt_name(ledger: Terminal) -> None:
    """“Alexander Wang” made one certain move, from Scale AI to the lab, in June 2025, by both articles."""
    answer = ledger.ask("moves", "Alexander Wang", "--json").json
    (move,) = answer["moves"]
    ends = (move["person"]["id"], move["from"]["id"], move["to"]["id"])
    assert ends == ("person:alexandr-wang", "org:scale-ai", "org:meta-superintelligence-labs")
    assert (move["grade"], move["when"]["text"]) == ("certain", "Jun 2025")
    assert (move["when"]["earliest"], move["when"]["latest"]) == ("2025-06-01", "2025-06-30")
    assert sources(move["claims"]) == ARTICLES


def test_the_same_move_in_words(ledger: Terminal) -> None:
    """The table of the move names both ends, the month, how sure it is, and both articles with places."""
    text = ledger.ask("moves", "Alexander Wang").out
    assert "1 certain" in text
    for part in (
        "Jun 2025",
        "Scale AI",
        "Meta Superintelligence Labs",
        "certain",
        "p20",
        "The Register",
        "Spotify",
    ):
        assert part in text


def versions(answer: Any, subject: str, **fits: str) -> list[tuple[str | None, str | None]]:
    """Low and high of the values in question about a subject."""
    found = [
        [(v["amount"]["low"], v["amount"]["high"]) for v in conflict["versions"] if v["amount"]]
        for conflict in answer["conflicts"]
        if conflict["subject"]["id"] == subject
        and conflict["grade"] == "disagree"
        and all(conflict[name] == value for name, value in fits.items())
    ]
    assert len(found) == 1, f"{len(found)} disagreements about {subject}"
    return sorted(found[0], key=str)


def test_capital_expenditure_disagrees(ledger: Terminal) -> None:
    """`show Meta` holds 60 to 65 and up to 72 bn USD of capital expenditure as a disagreement."""
    answer = ledger.ask("show", "Meta", "--json").json
    assert versions(answer, "org:meta", relation="measured") == [
        ("60000000000", "65000000000"),
        (None, "72000000000"),
    ]


def test_the_stake_disagrees(ledger: Terminal) -> None:
    """`conflicts` holds the stake in Scale AI with 14 and 15 bn USD."""
    answer = ledger.ask("conflicts", "--json").json
    found = versions(answer, "deal:meta-scale-ai-2025", relation="deal_amount")
    assert found == [("14000000000", "14000000000"), ("15000000000", "15000000000")]


def test_a_path_through_two_offers(ledger: Terminal) -> None:
    """On 15 July 2025 Zheng and Sutskever are joined by Meta's two offers, each with its claims."""
    words = ("path", "Yudian Zheng", "Ilya Sutskever", "--true-on", "2025-07-15")
    answer = ledger.ask(*words, "--json").json
    (path,) = answer["paths"]
    assert [each["id"] for each in path["entities"]] == [
        "person:yudian-zheng",
        "org:meta",
        "person:ilya-sutskever",
    ]
    for hop in path["edges"]:
        (edge,) = hop
        assert edge["relation"] == "offered"
        assert sources(edge["claims"])
    assert "2 steps" in ledger.ask(*words).out


def test_no_path_earlier_and_why(ledger: Terminal) -> None:
    """On 1 January 2025 there is no path: exit 1, the reason in words, and what would find one."""
    words = ("path", "Yudian Zheng", "Ilya Sutskever", "--true-on", "2025-01-01")
    said = ledger.ask(*words, "--json")
    assert said.code == 1
    assert said.json["paths"] == []
    assert said.json["why_not"]["sentence"]
    plain = ledger.ask(*words)
    assert (plain.code, plain.err) == (1, "")
    assert "No path between Yudian Zheng and Ilya Sutskever" in plain.out


def test_the_unnamed_researcher_is_one_edge(ledger: Terminal) -> None:
    """Of the unnamed researcher there is one edge, the offer, dated by its month only."""
    answer = ledger.ask("neighbours", "person:unnamed-register-1", "--json").json
    (edge,) = answer["edges"]
    assert (edge["subject"]["id"], edge["relation"]) == ("org:meta", "offered")
    assert (edge["start"]["earliest"], edge["start"]["latest"]) == ("2025-06-01", "2025-06-30")


@pytest.mark.parametrize(
    "name", ["Ilya Sutskova", "person:ilya-sutskever", "ilya sutskever", "Ilya Sutskver"]
)
def test_any_spelling_will_do(ledger: Terminal, name: str) -> None:
    """An alias, an id, another case and a slip of the finger all find the person."""
    assert ledger.ask("show", name, "--json").json["entity"]["id"] == "person:ilya-sutskever"
