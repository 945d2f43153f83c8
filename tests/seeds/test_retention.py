"""Who stayed, came back and studied where in the sets that ship. Behind each row: the keys of its claims."""

from collections.abc import Iterator

import pytest
from shipped import Shipped

from graph.queries.answers.counting import Window
from graph.queries.people.returners import returners
from graph.queries.people.schools import schools
from graph.queries.retention.retention import Retention, retention
from graph.queries.retention.stay_readings import Reading
from graph.settings import settings
from graph.store.base import View

FOUNDERS = {
    "person:dario-amodei": {"F217a"},
    "person:daniela-amodei": {"F218a"},
    "person:tom-brown": {"F268a"},
    "person:sam-mccandlish": {"F269a"},
    "person:jared-kaplan": {"F270a"},
    "person:chris-olah": {"F271a"},
}
"""Who founded Anthropic in 2021; of nobody is it said that they left."""


def reading(reply: Retention, name: str) -> Reading:
    return next(each for each in reply.readings if each.name == name)


def test_the_cohort_that_was_published(view: View, war: Shipped) -> None:
    """Of Anthropic's hires of 2021 to February 2023 the pages name the founders only: no percentage of ours
    stands beside the 80 % of the first article, and it says why.
    """
    reply = retention(view, "Anthropic", Window.between("2021", "2023-02"))
    assert {h.spell.person: war.keys(h.spell.claims) for h in reply.hires} == FOUNDERS
    assert (reply.cohort.founders, reply.cohort.ended) == (6, 0)
    assert all(each.value is None and each.why for each in reply.readings)
    first, second = reply.published
    assert (first.text, first.by, first.is_same) == ("80 %", "SignalFire", True)
    assert [e.source.id for e in reply.found(first.claims)] == ["register-meta-offer"]
    assert first.reasons[0] == (
        "it counts whom SignalFire tracks, ours the 6 hires that pages name and date, 6 of them founders"
    )
    assert (war.keys(second.claims), second.is_same) == ({"F278a"}, False)


OPENAI = {
    ("person:jeff-arnold", "left"): {"F229b"},
    ("person:tim-shi", "left"): {"F222b"},
    ("person:trapit-bansal", "left"): {"F311b"},
    ("person:trapit-bansal", "stayed"): {"F311a", "F019a"},
    ("person:andrew-tulloch", "not known"): {"F089a"},
    ("person:jason-wei", "stayed"): {"F050a", "F050b", "F052a"},
    ("person:emmett-shear", "left"): {"F231c", "F231d"},
    ("person:avi-verma", "left"): {"F063a"},
}
"""Who is known to have been hired by OpenAI at least 730 days before 25 November 2026, and their fate.

Arnold and Shi within one year each, Bansal as an intern of 2017 and from January 2022 to June 2025, Tulloch
from 2023, Wei from 2023 to July 2025 (737 days by the middle of both), Shear within November 2023, Verma from
June 2024 to some month of 2025.
"""


def test_two_years_at_openai(view: View, war: Shipped) -> None:
    """Two of seven of whom it is known stayed two years; with ten asked for, that is no percentage."""
    reply = retention(view, "OpenAI", horizon=730)
    due = {(h.spell.person, h.fate): war.keys(h.spell.claims) for h in reply.hires if h.fate != "not yet"}
    assert due == OPENAI
    reached = reading(reply, "horizon reached")
    assert (reached.stayed, reached.left, len(reached.spells)) == (2, 5, 8)
    assert (reached.value, reached.why) == (None, "too few: 7 known, 10 needed")


@pytest.fixture
def five_are_enough(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    settings.cache_clear()
    monkeypatch.setenv("TALENTGRAPH_PERCENT_CASES", "5")
    yield
    settings.cache_clear()


def test_where_five_are_enough(view: View, five_are_enough: None) -> None:
    """Two of seven; at the shortest Wei left before, after 548 days. Whatever became of Tulloch, it is one to
    three of eight.
    """
    reached = reading(retention(view, "OpenAI", horizon=730), "horizon reached")
    assert (reached.low, reached.value, reached.high) == (1 / 7, 2 / 7, 2 / 7)
    assert (reached.at_least, reached.at_most) == (1 / 8, 3 / 8)


RETURNS = {
    ("person:andrej-karpathy", "org:openai"): (False, {"org:tesla"}, {"F212a", "F213a", "F214a"}),
    ("person:trapit-bansal", "org:openai"): (False, set(), {"F311a", "F311b"}),
    ("person:kyle-kosic", "org:openai"): (True, {"org:xai"}, {"F167a", "F168a"}),
    ("person:daniel-de-freitas", "org:google"): (True, {"org:character-ai"}, {"F130a"}),
    ("person:noam-shazeer", "org:google"): (True, {"org:character-ai"}, {"F126a", "F129a"}),
    ("person:joel-pobar", "org:meta"): (True, {"org:anthropic"}, {"F023a", "F023b"}),
    ("person:boris-cherny", "org:anthropic"): (True, {"org:anysphere"}, {"F190a", "F191a", "F191b"}),
    ("person:cat-wu", "org:anthropic"): (True, {"org:anysphere"}, {"F192a", "F193a", "F193b"}),
    ("person:avi-verma", "org:openai"): (True, {"org:meta"}, {"F055a", "F056a", "F063a"}),
    ("person:ethan-knight", "org:openai"): (True, {"org:meta", "org:xai"}, {"F057a", "F058a"}),
    ("person:andrew-tulloch", "org:meta"): (
        True,
        {"org:openai", "org:thinking-machines-lab"},
        {"F083a", "F085a", "F089a"},
    ),
    ("person:barret-zoph", "org:openai"): (True, {"org:thinking-machines-lab"}, {"F090a", "F092a"}),
    ("person:luke-metz", "org:openai"): (True, {"org:thinking-machines-lab"}, {"F091a", "F093a"}),
    ("person:sam-schoenholz", "org:openai"): (True, {"org:thinking-machines-lab"}, {"F094a"}),
    ("person:anuj-openai-compute", "org:openai"): (True, {"org:meta"}, {"F216a", "F216b", "F216c"}),
}
"""Who came back: whether a page says so, where they surely were meanwhile, and claims that stand behind."""


def test_who_came_back(view: View, war: Shipped) -> None:
    """All of them and nobody else, with the employers between and the claims."""
    found = {(r.person, r.company): r for r in returners(view).returns}
    assert found.keys() == RETURNS.keys()
    for key, (stated, between, keys) in RETURNS.items():
        assert found[key].stated is stated, key
        assert {m.spell.organisation for m in found[key].between if m.surely} == between, key
        assert keys <= war.keys(found[key].claims), key


def test_how_long_shazeer_was_away(view: View) -> None:
    """From October 2021 to 2 August 2024: 1,006 days from the last of that month, 1,036 from the first."""
    (found,) = returners(view, "Noam Shazeer").returns
    assert (found.away_lo, found.away_hi) == (1_006, 1_036)
    assert found.sentence == (
        "Noam Shazeer came back to Google, Google DeepMind"
        " (left Oct 2021, back 2 Aug 2024, away 33 to 34 months); meanwhile at Character.AI"
    )


def test_who_studied_where(view: View, war: Shipped) -> None:
    """Two people, three schools: each went to Meta, and nobody works at their school."""
    found = {s.school: s for s in schools(view).schools}
    assert {id_: [a.person for a in school.alumni] for id_, school in found.items()} == {
        "org:iit-kanpur": ["person:trapit-bansal"],
        "org:mit": ["person:alexandr-wang"],
        "org:university-of-massachusetts-amherst": ["person:trapit-bansal"],
    }
    assert [(p.organisation, len(p.now)) for p in found["org:mit"].placements] == [
        ("org:meta", 1),
        ("org:scale-ai", 0),
    ]
    assert {"F007c", "F312a", "F312b"} <= {k for s in found.values() for k in war.keys(s.claims)}
    assert all(school.net == -1 for school in found.values())
