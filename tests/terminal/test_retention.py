"""retention, returners and schools at the terminal, on a ledger made by hand."""

import csv
from pathlib import Path

import pytest
from making import claim_set
from terminal import Terminal, is_one_line

from graph.store import open_store

STAYS = "\n".join(f"p{n:02} works_at acme 2020-01-01/2020-{n + 1:02}-01" for n in range(1, 12))
LEDGER = f"""
{STAYS}
ann works_at acme 2018/2019
ann works_at beta 2019/2021
ann works_at acme 2021-06/.. returned=yes
ann studied_at mit 2010/2014 degree=PhD
org:acme measured metric=retention amount=80 unit=percent cohort="hired 2020 to 2020" attributed_to=org:fund
org:acme named Acme kind=usual
"""


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A ledger with twelve people, one school and one published figure. Tests only read it."""
    file = tmp_path_factory.mktemp("acme") / "ledger.db"
    store = open_store(file)
    with store.writer() as writer:
        writer.load(claim_set(LEDGER))
    store.close()
    return Terminal(file)


def test_who_stayed(acme: Terminal) -> None:
    """Each reading with its value, what it rests on and what it means; the published figure; the people."""
    said = acme.ask("retention", "acme", "--from", "2020", "--until", "2020", "--horizon", "6m").out
    assert said.startswith("Retention at Acme after 6 months, hired 2020")
    assert "11 of 11 stints of the cohort have an end" in said
    assert "45 %" in said  # five of eleven left on 1 August or later; 183 days are over on 2 July
    assert "11 of 11, 6 left" in said
    assert "survival: there for more than 6 months, by Kaplan–Meier" in said
    assert "80 %" in said
    assert "it counts whom fund tracks" in said.replace("\n", " ")
    assert "p01" in said
    assert "Title of page" in said


def test_too_few_are_counted_and_not_divided(acme: Terminal) -> None:
    """Of one hire there is no percentage, and the answer says how many it takes."""
    answer = acme.ask("retention", "acme", "--from", "2021", "--json").json
    assert [hire["person"]["id"] for hire in answer["hires"]] == ["person:ann"]
    for reading in answer["readings"]:
        assert (reading["value"], reading["interval"], reading["at_least"]) == (None, None, None)
        assert reading["why"].startswith("too few")
    assert "%" not in acme.ask("retention", "acme", "--from", "2021").out.partition("Published")[0].replace(
        "95 %", ""
    )


def test_the_json_of_retention(acme: Terminal) -> None:
    """Readings, hires with their claims, the curve, the published figure with its reasons."""
    answer = acme.ask(
        "retention", "Acme", "--from", "2020", "--until", "2020", "--horizon", "183d", "--json"
    ).json
    assert (answer["answer"], answer["horizon_days"]) == ("retention", 183)
    assert answer["window"] == {"first": "2020-01-01", "last": "2020-12-31"}
    assert answer["cohort"]["hired"] == answer["cohort"]["ended"] == len(answer["hires"]) == 11
    reached, _, survival, *_ = answer["readings"]
    assert (reached["name"], reached["stayed"], reached["left"]) == ("horizon reached", 5, 6)
    assert set(reached["stints"]) == {hire["address"] for hire in answer["hires"]}
    assert [step["left"] for step in survival["curve"]] == [1] * 11
    assert all(claim["source"]["id"] == "page" for hire in answer["hires"] for claim in hire["claims"])
    (figure,) = answer["published"]
    assert (figure["amount"]["text"], figure["by"], figure["same_cohort"]) == ("80 %", "fund", True)
    assert len(figure["claims"]) == 1


def test_the_tables_can_be_saved(acme: Terminal, tmp_path: Path) -> None:
    """The main table of each of the three goes to a CSV file."""
    for words, first in (
        (("retention", "acme"), "reading"),
        (("returners",), "person"),
        (("schools",), "school"),
    ):
        file = tmp_path / f"{words[0]}.csv"
        assert acme.ask(*words, "--save", str(file)).code == 0
        with file.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        assert next(iter(rows[0])) == first
        assert all("claims" in row for row in rows)


def test_who_came_back(acme: Terminal) -> None:
    """The one return with its time away and where the person was; nobody else."""
    said = acme.ask("returners", "acme")
    assert "1 return in 14 stints of 12 people." in said.out
    for part in ("ann", "beta", "Jun 2021", "a source says so"):
        assert part in said.out
    (found,) = acme.ask("returners", "--json").json["returns"]
    # from the end of 2019 at the latest, and its first day at the earliest, to June 2021
    assert (found["away"]["at_least"], found["away"]["at_most"]) == (518, 911)
    assert [m["organisation"]["id"] for m in found["between"]] == ["org:beta"]
    assert len(found["claims"]) == 3


def test_where_alumni_went(acme: Terminal) -> None:
    """The school with its one alumna, the employers she went to, and the net."""
    said = acme.ask("schools", "mit").out
    assert "mit: 1 alumnus, of 1 it is known where they are now: 1 elsewhere" in said
    assert "net −1" in said
    (school,) = acme.ask("schools", "--at", "beta", "--json").json["schools"]
    assert [p["organisation"]["id"] for p in school["placements"]] == ["org:acme", "org:beta"]
    assert [edge["bundle"] for edge in school["alumni"][0]["studies"]] == ["PhD"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("retention", "Nobody Known"), 1),
        (("retention", "acme", "--horizon", "soon"), 2),
        (("retention", "acme", "--from", "2021", "--until", "2020"), 2),
        (("retention", "person:ann"), 2),
        (("schools", "mit", "--at", "Nobody Known"), 1),
    ],
)
def test_what_cannot_be_taken(acme: Terminal, words: tuple[str, ...], code: int) -> None:
    """A wrong name, length or window is one line and an exit code."""
    said = acme.ask(*words)
    assert (said.code, said.out) == (code, "")
    assert is_one_line(said.err)


@pytest.mark.parametrize("words", [("retention", "mit"), ("returners", "p01"), ("schools", "acme")])
def test_an_empty_answer_is_none_found(acme: Terminal, words: tuple[str, ...]) -> None:
    """Where nobody was hired, came back or studied, the exit code says that nothing was found."""
    said = acme.ask(*words)
    assert (said.code, said.err) == (1, "")
    assert said.out
