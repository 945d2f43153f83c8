"""The hard cases of careers that the shipped sets show. Ranges as in `stints`: `earliest..latest`."""

import pytest
from asking import ask
from making import day
from shipped import Shipped
from stints import moves_in, short, stints_in

from graph.assembly.rows import Certainty, Flag, Level, Part
from graph.queries.ledger.conflicts import conflicts
from graph.queries.network.search import search
from graph.queries.people.careers import career
from graph.queries.people.colleagues import colleagues
from graph.queries.people.dossier import show
from graph.store.base import Store, View


def moved(view: View, person: str) -> list[str]:
    return moves_in(view, f"person:{person}")


def at(view: View, person: str, company: str) -> list[str]:
    return [short(row) for row in stints_in(view, f"person:{person}", company=company)]


def test_joined_a_lab_and_left_its_parent(view: View) -> None:
    """Pang joined the lab and left Meta: one stint with both bounds, from Apple, and on to OpenAI."""
    assert at(view, "ruoming-pang", "meta") == [
        "meta-superintelligence-labs 2025-07-01..2025-07-31 2026-02-01..2026-02-28"
    ]
    assert moved(view, "ruoming-pang")[1:] == [
        "apple > meta-superintelligence-labs certain, stated",
        "meta-superintelligence-labs > openai certain, stated",
    ]


def test_founder_becomes_chief(view: View) -> None:
    """Sutskever becomes head of the company that he founded in 2024, and does not arrive again."""
    assert at(view, "ilya-sutskever", "safe-superintelligence") == [
        "safe-superintelligence 2024-01-01..2024-12-31 2025-07-04.."
    ]
    assert all(row.start_hi < day("2025-01-01") for row in stints_in(view, "person:ilya-sutskever"))


def test_promotion(view: View) -> None:
    """Droege is promoted: one stint whose end nobody knows, and two roles in it."""
    (stint,) = stints_in(view, "person:jason-droege")
    assert Flag.END_DATED not in stint.flags
    roles = [row for row in show(view, "Jason Droege").edges if row.relation in ("holds_role", "leads")]
    assert {(row.relation, row.object) for row in roles} == {
        ("holds_role", "org:scale-ai"),
        ("leads", "org:scale-ai"),
    }


def test_to_a_rival_and_back_within_a_month(view: View) -> None:
    """Cherny went to a rival and back in one month: three stints, all only possible in the middle of it."""
    rows = stints_in(view, "person:boris-cherny")
    assert sorted(row.object for row in rows) == ["org:anthropic", "org:anthropic", "org:anysphere"]
    assert {row.certainty_on(day("2025-07-15")) for row in rows} == {Certainty.POSSIBLE}
    assert moved(view, "boris-cherny") == [
        "anthropic > anysphere certain, stated",
        "anysphere > anthropic certain, stated",
    ]


def test_left_twice_without_an_arrival(view: View) -> None:
    """Karpathy left OpenAI twice; Tesla from 2017 to 2022 lies between, so there are two stints."""
    assert [text.split()[-1] for text in at(view, "andrej-karpathy", "openai")] == [
        "2017-01-01..2017-12-31",
        "2024-02-01..2024-02-29",
    ]
    assert at(view, "andrej-karpathy", "tesla") == ["tesla 2017-01-01..2017-12-31 2022-01-01..2022-12-31"]


def test_back_after_thirteen_years(view: View) -> None:
    """Tulloch was at Meta from 2012 and again from October 2025; when he first left is inferred."""
    assert [text.split()[1] for text in at(view, "andrew-tulloch", "meta")] == [
        "2012-01-01..2012-12-31",
        "2025-10-01..2025-10-31",
    ]
    assert moved(view, "andrew-tulloch")[0] == "meta > openai inferred, departure not dated"


def test_disputed_ends_are_listed_and_open_no_stint(view: View, war: Shipped) -> None:
    """Two disputed ends of Tulloch's time at his company are listed beside 10 October, without a stint."""
    (row,) = stints_in(view, "person:andrew-tulloch", company="thinking-machines-lab")
    assert (row.end_lo, row.end_hi) == (day("2025-10-10"), day("2025-10-10"))
    disputed = {id_ for id_, part in row.claims if part is Part.DISPUTED}
    assert war.keys(disputed) == {"F084a", "F086a", "F299a"}


def test_return_to_another_lab_of_the_former_employer(view: View) -> None:
    """Shazeer: Google from 2000 to 2021, its lab from 2024, two stints, the second a return."""
    first, second = stints_in(view, "person:noam-shazeer", company="google")
    assert short(first) == "google 2000-01-01..2000-12-31 2021-10-01..2021-10-31"
    assert (second.object, second.start_lo) == ("org:google-deepmind", day("2024-08-02"))
    assert Flag.RETURNED in second.flags
    assert "character-ai > google-deepmind certain, stated" in moved(view, "noam-shazeer")


def test_left_in_october_and_founded_that_year(view: View) -> None:
    """Left in October 2021 and founded "2021": a possible move, the gap between −303 and 91 days."""
    (row,) = [m for m in view.stints(people=["person:noam-shazeer"]).moves if m.origin == "org:google"]
    assert (row.gap_lo, row.gap_hi) == (-303, 91)
    assert "google > character-ai possible, dates" in moved(view, "noam-shazeer")


def test_two_days_reported_for_one_arrival(view: View) -> None:
    """Two days are reported for Shazeer's arrival: one start between them, and a disagreement."""
    (row,) = stints_in(view, "person:noam-shazeer", company="openai")
    assert (row.start_lo, row.start_hi) == (day("2026-06-17"), day("2026-06-18"))
    questions = [d.question for d in conflicts(view, "Noam Shazeer").disagreements]
    assert any("OpenAI" in question for question in questions)


def test_a_lab_became_another(view: View) -> None:
    """Agarwal was at Google Brain and at DeepMind, which became one lab: one stint, no move between them."""
    (row,) = stints_in(view, "person:rishabh-agarwal", company="google")
    assert (row.object, row.ordinal) == ("org:google-deepmind", 1)
    assert moved(view, "rishabh-agarwal") == []


def test_employers_without_dates(view: View) -> None:
    """Zheng's three employers have no date: listed, no moves, and nobody's colleague there."""
    rows = stints_in(view, "person:yudian-zheng")
    undated = {row.object for row in rows if Flag.UNDATED in row.flags}
    assert undated == {"org:google", "org:microsoft", "org:twitter"}
    assert moved(view, "yudian-zheng") == []
    assert not colleagues(view, "Yudian Zheng").overlaps


def test_a_stated_origin_silences_computed_ones(view: View) -> None:
    """Luan left OpenAI in 2020 and came to his company "after a stint at Google": from Google, not OpenAI."""
    assert moved(view, "david-luan") == ["google > adept certain, stated", "adept > amazon certain, stated"]


def test_disputed_start_beside_a_reported_one(view: View, war: Shipped) -> None:
    """Luan came to Amazon in June 2024; "late 2024" is disputed and listed."""
    (row,) = stints_in(view, "person:david-luan", company="amazon")
    assert short(row) == "amazon 2024-06-01..2024-06-30 2026-02-27"
    assert war.keys(id_ for id_, part in row.claims if part is Part.DISPUTED) == {"F144a"}


def test_arrival_not_dated(view: View) -> None:
    """LeCun left Meta at the end of 2025 and co-founded a company that no page dates: a possible move."""
    assert moved(view, "yann-lecun") == ["meta > ami-labs possible, arrival not dated"]
    (row,) = [m for m in view.stints(people=["person:yann-lecun"]).moves if m.destination == "org:ami-labs"]
    assert row.day_hi == day("2026-03-10")


@pytest.mark.parametrize(
    ("person", "company"),
    [("adebayo-ogunlesi", "openai"), ("bo-li", "meta"), ("reid-hoffman", "inflection-ai")],
)
def test_no_stint_without_employment(person: str, company: str, view: View) -> None:
    """A seat on a board, a plan, and founding without working there are no stints and no moves."""
    assert at(view, person, company) == []
    assert moved(view, person) == []


def test_chairman_is_no_employment(view: View) -> None:
    """LeCun chairs the board of his company: the seat is an edge of its own, and no stint starts with it."""
    (stint,) = stints_in(view, "person:yann-lecun", company="ami-labs")
    edges = [row for row in show(view, "Yann LeCun").edges if row.relation == "board_of"]
    assert [(row.object, row.bundle) for row in edges] == [("org:ami-labs", "chairman")]
    assert {id_ for id_, _ in stint.claims}.isdisjoint(id_ for row in edges for id_, _ in row.claims)


def test_two_stated_origins(view: View) -> None:
    """Dawn Song came from her company and from a university: one arrival, two origins."""
    rows = view.stints(people=["person:dawn-song"]).moves
    assert {m.origin for m in rows} == {"org:virtue-ai", "org:uc-berkeley"}
    assert len({m.to_edge for m in rows}) == 1


def test_intern_and_later_hire(view: View) -> None:
    """Bansal was an intern in 2017 and hired in 2022: two stints at OpenAI."""
    assert at(view, "trapit-bansal", "openai") == [
        "openai 2017-01-01..2017-12-31 2017-01-01..2017-12-31",
        "openai 2022-01-01..2022-01-31 2025-06-01..2025-06-30",
    ]


def test_returned_and_nothing_else_known(view: View) -> None:
    """Zoph "returned" to OpenAI: a first stint without dates comes before the second."""
    first, second = stints_in(view, "person:barret-zoph", company="openai")
    assert [part for _, part in first.claims] == [Part.RETURNED]
    assert (first.ordinal, first.end_hi) == (1, day("2026-01-14"))
    assert second.start_lo == day("2026-01-14")


def test_denied_stint(view: View, war: Shipped) -> None:
    """Meta denies that Verma began at its lab: no stint there; his time at Meta stays; the denial shows."""
    assert {row.object for row in stints_in(view, "person:avi-verma", company="meta")} == {"org:meta"}
    shown = {e.id for e in show(view, "Avi Verma").listed}
    assert war.ids("F303a") <= shown


def test_planned_arrival(store: Store, war: Shipped) -> None:
    """Bo Li and Koyejo are expected at Meta: listed as planned, in no stint and no count."""
    view = ask(store, level=Level.ALL)
    for person, key in (("bo-li", "F292b"), ("sanmi-koyejo", "F293b")):
        assert {row.object for row in stints_in(view, f"person:{person}")} == {"org:virtue-ai"}
        listed = {e.id: e.claim.status for e in show(view, f"person:{person}").listed}
        (id_,) = war.ids(key)
        assert listed[id_] == "planned"


def test_rumoured_departure(store: Store) -> None:
    """Zoph is rumoured to leave OpenAI: an end at level all, and only there."""
    usual = stints_in(ask(store), "person:barret-zoph", "openai")[-1]
    rumoured = stints_in(ask(store, level=Level.ALL), "person:barret-zoph", "openai")[-1]
    assert Flag.END_DATED not in usual.flags
    assert (rumoured.end_lo, rumoured.end_hi) == (day("2026-06-01"), day("2026-06-30"))


def test_gaps(view: View) -> None:
    """124 to 180 days between two jobs are a move (Murati), 32 to 425 a possible one (Shear); from Tesla to
    an arrival that nobody dates it is no more (Karpathy, who left OpenAI again in February 2024).
    """
    assert moved(view, "mira-murati") == ["openai > thinking-machines-lab certain, dates"]
    assert moved(view, "emmett-shear") == ["openai > stem-ai possible, dates"]
    assert [words for words in moved(view, "andrej-karpathy") if "tesla > " in words] == [
        "tesla > openai possible, arrival not dated"
    ]


def test_joined_some_day_of_the_month(store: Store) -> None:
    """Pang joined "in July 2025": on the 15th possibly there, and no colleague of who is there already."""
    (row,) = stints_in(ask(store), "person:ruoming-pang", company="meta")
    assert row.certainty_on(day("2025-07-15")) is Certainty.POSSIBLE
    assert row.certainty_on(day("2025-07-31")) is Certainty.CERTAIN
    met = {
        on: colleagues(ask(store, true_on=on), "Ruoming Pang").overlaps for on in ("2025-07-15", "2025-08-01")
    }
    assert "person:alexandr-wang" not in {o.person for o in met["2025-07-15"]}
    assert "person:alexandr-wang" in {o.person for o in met["2025-08-01"]}


@pytest.mark.parametrize(
    ("person", "company", "expected"),
    [
        ("margaret-jennings", "mistral-ai", "mistral-ai 2024-01-01..2024-12-31 2024-01-01.."),
        ("jerry-tworek", "openai", "openai ..2026-01-31 2026-01-01..2026-01-31"),
    ],
)
def test_end_or_start_not_known(person: str, company: str, expected: str, view: View) -> None:
    """An arrival whose end nobody states, and a departure without a start, stay open; never ten years."""
    assert at(view, person, company) == [expected]


def test_dismissed_with_a_reason(view: View, war: Shipped) -> None:
    """A dismissal with a reason: the departure and its date are kept, nothing else, and the load says so."""
    claim = war.claims["F098a"]
    assert (claim.when.text, claim.note, claim.quote, claim.qualifiers) == ("/2026-01-14", "", "", ())
    assert [(e.source, e.locator) for e in war.loaded.excluded if e.locator == "F098"] == [
        ("wired_tml", "F098")
    ]
    row = stints_in(view, "person:barret-zoph", company="thinking-machines-lab")[-1]
    assert row.end_hi == day("2026-01-14")


def test_a_bare_name_is_the_lab_of_its_day(view: View, war: Shipped) -> None:
    """A bare "DeepMind" is the lab of that day, the old one or the merged one; a search finds both."""
    assert war.claims["N39a"].subject == "org:deepmind"
    assert war.claims["F059c"].object == "org:google-deepmind"
    assert war.claims["F059c"].all("read_in") == ("object", "when")
    hits = {hit.entity.id for hit in search(view, "DeepMind").hits}
    assert {"org:deepmind", "org:google-deepmind"} <= hits


@pytest.mark.parametrize(
    ("person", "company", "text"),
    [
        ("chaya-nayak", "meta", "until Aug 2025, for about 10 years"),
        ("andrew-tulloch", "meta", "from 2012 until Oct 2025 at the latest, for 10 years"),
        ("bert-maher", "meta", "ended between Jan and Aug 2025, for 12 years"),
        ("joel-pobar", "meta", "until 29 Jun 2025 at the latest, for 11 years"),
    ],
)
def test_a_length_that_a_page_states_is_told(person: str, company: str, text: str, view: View) -> None:
    """It stands behind the dates and bounds none of them (F061b, F088a, F310a, F023b)."""
    first = next(s for s in career(view, f"person:{person}").stints if s.company == f"org:{company}")
    assert first.text == text
