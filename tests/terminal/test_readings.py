"""What a reader must not be misled about, asked of the two sets that ship."""

from pathlib import Path
from typing import Any

import pytest
from terminal import Terminal


@pytest.fixture(scope="module")
def both(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A ledger with all that ships. Tests only read it."""
    terminal = Terminal(tmp_path_factory.mktemp("both") / "ledger.db")
    sets = [str(checkout / "seeds" / name) for name in ("two-articles", "talent-war")]
    assert terminal.ask("load", *sets).code == 0
    return terminal


def row(out: str, *parts: str) -> str:
    """The line that holds all of these."""
    found = [line for line in out.splitlines() if all(part in line for part in parts)]
    assert found, f"no line with {parts} in:\n{out}"
    return found[0]


def speakers(claims: list[Any]) -> set[str]:
    return {claim["attributed_to"]["id"] for claim in claims if isinstance(claim["attributed_to"], dict)}


@pytest.mark.parametrize("command", ["offers", "show"])
def test_an_offer_of_which_somebody_tells_is_whole(both: Terminal, command: str) -> None:
    """Asked about who told of the bonus, one sees that it is disputed, and who denies it."""
    answer = both.ask(command, "Sam Altman", "--json").json
    (offer,) = answer["offers"]
    assert speakers(offer["claims"]) == {"person:sam-altman", "person:andrew-bosworth"}
    assert (offer["status"], offer["denied"]) == ("disputed", True)
    labelled = [c for c in offer["conflicts"] if c["relation"] == "dispute"]
    assert {who for c in labelled for v in c["versions"] for who in speakers(v["claims"])} == {
        "person:sam-altman",
        "person:andrew-bosworth",
        "person:lucas-beyer",
    }
    assert "denied by Andrew Bosworth" in both.ask(command, "Sam Altman").out


def test_who_denies_is_in_the_dispute(both: Terminal) -> None:
    """Lucas Beyer denies a bonus that others were said to be offered: that is a disagreement of his."""
    (conflict,) = both.ask("conflicts", "Lucas Beyer", "--json").json["conflicts"]
    assert conflict["denied"]
    assert len(conflict["versions"]) == 3


def test_what_is_denied_is_said(both: Terminal) -> None:
    """Of an offer that is only denied, the figure, the date and who denies it are told."""
    line = row(both.ask("offers", "Lucas Beyer").out, "Lucas Beyer", "denied by")
    assert "Jun 2025" in line
    assert "not $100 m (signing bonus)" in line


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Yann LeCun", "Last known at AMI Labs (by 10 Mar 2026)"),
        ("Tim Shi", "Last known at Cresta (by 20 Feb 2026)"),
        ("Jason Droege", "Acting CEO at Scale AI"),
        ("Jeff Wang", "Acting CEO at Windsurf"),
        ("Dominic Perella", "Acting CEO at Character.AI"),
        ("Scale AI", "Company, led by Jason Droege (acting CEO)"),
        ("Llama Behemoth", "Model, planned by Meta (Sep 2025 or later, plan 3, late twice)"),
    ],
)
def test_the_line_of_a_name(both: Terminal, name: str, line: str) -> None:
    """The latest that is known, and posts as they are held."""
    assert both.ask("show", name, "--json").json["line"] == line


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("David Luan", "head at Amazon AGI Lab"),
        ("Yann LeCun", "founding director at FAIR"),
        ("Ruoming Pang", "head of foundation models"),
        ("Jason Droege", "chief strategy officer, acting CEO"),
    ],
)
def test_roles_say_where_they_were_held(both: Terminal, name: str, role: str) -> None:
    """A role at a lab is told with the lab, an acting one as acting, and one within a job is not left out."""
    assert row(both.ask("show", name).out, role)


def test_a_career_is_in_order(both: Terminal) -> None:
    """A stint without a start stands where its end puts it."""
    stints = both.ask("show", "Avi Verma", "--json").json["career"]["stints"]
    assert [s["organisation"]["name"] for s in stints] == ["Tesla", "OpenAI", "Meta", "OpenAI"]


def test_nothing_goes_on_to_now(both: Terminal) -> None:
    """Who left since is not said to be there still: an open end is as of its source."""
    out = both.ask("show", "Ruoming Pang").out
    assert row(out, "works at Meta Superintelligence Labs (since Jul 2025, as of 11 Jul 2025")
    for name in ("Ruoming Pang", "Alexandr Wang", "Meta", "OpenAI", "Anthropic"):
        assert "to now" not in both.ask("show", name).out


def test_deals_are_those_one_takes_part_in(both: Terminal) -> None:
    """Who merely spoke of a deal has none."""
    assert both.ask("show", "Yudian Zheng", "--json").json["deals"] == []
    assert both.ask("deals", "Yudian Zheng").code == 1
    (deal,) = both.ask("deals", "Alexandr Wang", "--json").json["deals"]
    assert deal["deal"]["id"] == "deal:meta-scale-ai-2025"


@pytest.mark.parametrize("name", ["Huiwen Chang", "Ji Lin", "Shengjia Zhao"])
def test_the_editor_is_no_source(both: Terminal, name: str) -> None:
    """Where the editor read the origin between the lines, the move says so."""
    (move,) = both.ask("moves", name, "--json").json["moves"]
    assert move["reason"] == "a source says so, but where from is the editor's reading"
    assert (move["grade"], move["status"]) == ("certain", "reported")


def test_a_dispute_names_whom_it_is_about(both: Terminal) -> None:
    """Talks that one paper reports and the employer's answer to it are about the person."""
    (conflict,) = both.ask("conflicts", "Shengjia Zhao", "--json").json["conflicts"]
    assert conflict["question"] == "Which account of Shengjia Zhao is right?"
    assert conflict["subject"]["id"] == "person:shengjia-zhao"


def test_a_deal_in_dispute(both: Terminal) -> None:
    """Each line of a disputed deal says so, and its denial does not name a day on which it did not happen."""
    out = both.ask("deals", "deal:meta-thinking-machines-2025").out
    assert "disputed" in row(out, "kind", "acquisition")
    assert row(out, "it is not so", "denied")
    assert "not between" not in out


def test_plans_in_turn(both: Terminal) -> None:
    """Hard case 39: plan 1, 2 and 3, the latest shown, late twice."""
    out = both.ask("show", "Llama Behemoth").out
    assert row(out, "Meta is to release Llama Behemoth (Sep 2025 or later, plan 3, late twice)")
    assert [row(out, f"{n}  ", when) for n, when in ((1, "Apr 2025"), (2, "Jun 2025"), (3, "Sep 2025"))]
    (release,) = both.ask("show", "Llama Behemoth", "--json").json["releases"]
    assert (release["late"], [plan["plan"] for plan in release["plans"]]) == (2, ["1", "2", "3"])


def test_a_whole_page_is_no_place(both: Terminal) -> None:
    """Places in a source are given where they are finer than the page."""
    out = both.ask("moves", "Alexandr Wang").out
    assert "p20" in out
    assert "] page" not in out


def test_repeating_pages_are_not_counted_twice(both: Terminal) -> None:
    """Wherever sources are counted, it is said how many of them are independent."""
    out = both.ask("show", "Yann LeCun").out
    assert "3 pages, 2 independent" in row(out, "Dec 2025", "confirmed", "[")
    assert "3 pages, 2 independent" in row(out, "may have moved")
    (move,) = both.ask("moves", "Yann LeCun", "--json").json["moves"]
    assert (move["pages"], move["origins"]) == (3, 2)
