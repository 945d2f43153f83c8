"""Claims, edges and moves are said in one sentence each, with names and never with ids."""

from dataclasses import replace
from typing import Any

import pytest
from making import claim, day, evidence

from graph.assembly.rows import Basis, EdgeRow, Flag, Grade, MoveFlag, MoveRow, Part
from graph.model.relations import RELATIONS
from graph.model.vocabulary import Status
from graph.queries.words.claims import cohort_text
from graph.queries.words.places import place_text, place_words
from graph.queries.words.sentences import claim_text, edge_text, move_text, support_text


def name(id_: str) -> str:
    """As in a ledger that shows every name as its slug, capitals first."""
    return id_.partition(":")[2].replace("-", " ").title()


CLAIMS = {
    "jack-rae works_at meta 2025-06/.. from=google": "Jack Rae works at Meta (since Jun 2025, from Google)",
    "joel-pobar works_at meta /[..2025-06-29]": "Joel Pobar worked at Meta (until 29 Jun 2025 at the latest)",
    "avi-verma works_at meta 2025-08 status=denied": "Avi Verma worked at Meta (Aug 2025, denied)",
    "droege holds_role scale-ai /2025-06 role='strategy officer'": (
        "Droege held a role at Scale Ai (until Jun 2025, strategy officer)"
    ),
    "droege leads scale-ai 2025-06/.. role=CEO acting=yes": (
        "Droege leads Scale Ai (since Jun 2025, acting CEO)"
    ),
    "lab part_of meta": "Lab is part of Meta",
    "meta offered zheng 2023~ amount=1m per=year outcome=declined part=package": (
        "Meta made an offer to Zheng (about 2023, $1 m a year, declined)"
    ),
    "meta offered beyer 2025-06 amount=100m part='signing bonus' status=denied": (
        "Meta made an offer to Beyer (Jun 2025, $100 m as a signing bonus, denied)"
    ),
    "meta party_to meta-scale role=investor": "Meta is a party to “Meta Scale” (investor)",
    "meta-scale deal_kind 'minority stake'": "“Meta Scale” is a minority stake",
    "windsurf deal_kind acquisition": "“Windsurf” is an acquisition",
    "meta-scale deal_amount amount=14.3bn": "“Meta Scale” is worth $14.3 bn",
    "meta-scale deal_stake amount=49 voting=no": "“Meta Scale” buys 49 % without votes",
    "deal:io reached closed 2025-07-09": "“Io” closed (9 Jul 2025)",
    "org:meta measured 2025 low=60bn high=65bn metric=capex basis=plan": (
        "Meta: capital expenditure $60 to 65 bn (2025, plan)"
    ),
    "zheng said org:xai 'hires a lot' 2025-06 kind=opinion": "Zheng on Xai: hires a lot (Jun 2025)",
    "bloomberg first_reported org:lab [..2025-06]": "Bloomberg first reported on Lab (by Jun 2025)",
    "person:wang named 'Alex Wang'": "Wang is also called “Alex Wang”",
    "person:wang named 'Alexander Wang' kind=misspelling": "Wang is misspelt as “Alexander Wang”",
    "person:wang identified_by Q380 kind=wikidata": "Wang has the wikidata Q380",
    "deitke founded vercept [2023-09..2023-12]": "Deitke founded Vercept (late 2023)",
    "wang board_of scale-ai 2025-06": "Wang was on the board of Scale Ai (Jun 2025)",
    "person:wang advises scale-ai": "Wang advised Scale Ai",
    "bansal studied_at iit-kanpur 2007/2012 degree=BSc": "Bansal studied at Iit Kanpur (2007 to 2012, BSc)",
    "karpathy reports_to joseph 2026-05/.. at=anthropic": "Karpathy reports to Joseph (since May 2026)",
    "rae worked_on gemini role='tech lead'": "Rae worked on Gemini (tech lead)",
    "google-brain became google-deepmind 2023-04": "Google Brain became Google Deepmind (Apr 2023)",
    "org:fund holds_stake_in openai 2026-02-23 amount=5": "Fund held a stake in Openai (23 Feb 2026, 5 %)",
    "io brought person:ive": "“Io” brought Ive",
    "meta released behemoth [2025-09..] plan=3 status=planned": (
        "Meta is to release Behemoth (Sep 2025 or later, plan 3, planned)"
    ),
    "llama-4 tested_on arena [..2025-07-03]": "Llama 4 was tested on Arena (by 3 Jul 2025)",
    "meta-ai based_on llama": "Meta Ai is built on Llama",
    "list drawn_from mit kind=school": "List is drawn from Mit",
}


@pytest.mark.parametrize(("line", "said"), CLAIMS.items())
def test_a_claim_is_one_sentence(line: str, said: str) -> None:
    """The sentence says who, what, when and how much, and nothing that the claim does not."""
    assert claim_text(claim(line), name) == said


def test_every_relation_has_words() -> None:
    """No relation reads as its identifier."""
    said = {claim(line).relation: claim_text(claim(line), name) for line in CLAIMS}
    assert said.keys() == RELATIONS.keys()
    assert not any("_" in text or "person:" in text or "None" in text for text in said.values())


OFFER = evidence("meta offered zheng 2023~ amount=1m per=year outcome=declined")


def offer_row() -> EdgeRow:
    return EdgeRow(
        "org:meta",
        "offered",
        "person:zheng",
        "person:zheng",
        start_lo=day("2023-01-01"),
        start_hi=day("2023-12-31"),
        flags=Flag.EVENT | Flag.START_DATED,
        claims=((OFFER.id, Part.PLAIN),),
    )


def test_an_edge_begins_with_the_end_one_comes_from() -> None:
    """On a path the sentence follows the walk, whatever the direction of the claim."""
    said = edge_text(offer_row(), [OFFER], name, "person:zheng")
    assert said == "Zheng had an offer from Meta (about 2023, $1 m a year, declined)"
    assert edge_text(offer_row(), [OFFER], name, "org:meta").startswith("Meta made an offer to Zheng")


IMPLIED = evidence("wang works_at meta 2025-06/.. from=scale role=head")
BACK = evidence("wang works_at meta 2025-06/.. returned=yes from=scale")
ELSEWHERE = evidence("wang works_at openai /2024-12 status=disputed from=scale")


def stint(object_: str, *claims: tuple[str, Part], **fields: Any) -> EdgeRow:
    return EdgeRow("person:wang", "works_at", object_, object_, claims=claims, **fields)


def test_what_another_claim_implies_takes_no_word_of_it() -> None:
    """A stint implied by a move, a return or a quarrel elsewhere says no date, role or origin of theirs."""
    until = {"end_hi": day("2025-06-30"), "likely_until": day("2025-06-30")}
    for implying, part in ((IMPLIED, Part.FROM), (BACK, Part.RETURNED), (ELSEWHERE, Part.DISPUTED)):
        row = stint("org:scale", (implying.id, part), **until)
        said = edge_text(row, [implying], name, now=day("2026-01-01"))
        assert said.removesuffix(", sources disagree)").removesuffix(")") == (
            "Wang worked at Scale (until Jun 2025 at the latest"
        )


def test_a_claim_says_the_date_only_if_nothing_else_bounds_it() -> None:
    """A stint that a later move ends is not said to go on, whatever its one claim says."""
    joined = evidence("wang works_at scale 2016/..")
    row = stint("org:scale", (joined.id, Part.START), start_lo=day("2016-01-01"), flags=Flag.START_DATED)
    assert edge_text(row, [joined], name) == "Wang works at Scale (since 2016, as of 30 Jun 2026)"
    bounded = replace(
        row,
        start_hi=day("2016-12-31"),
        end_hi=day("2025-06-30"),
        likely_until=day("2025-06-30"),
        claims=((joined.id, Part.START), (IMPLIED.id, Part.FROM)),
    )
    said = edge_text(bounded, [joined, IMPLIED], name, now=day("2026-01-01"))
    assert said == "Wang worked at Scale (from 2016 until Jun 2025 at the latest)"


def test_what_several_claims_add_stands_together() -> None:
    """Roles first, then where from and where to, each once; where sources disagree it is said."""
    went = evidence("wang works_at scale /2025-06 to=meta @a:2026")
    came = evidence("wang works_at scale 2016 from=quora role=CEO @b:2026")
    again = evidence("wang works_at scale 2017/ from=quora role=CEO status=disputed @c:2026")
    row = stint(
        "org:scale",
        (went.id, Part.END),
        (came.id, Part.START),
        (again.id, Part.DISPUTED),
        start_lo=day("2016-01-01"),
        start_hi=day("2016-12-31"),
        end_lo=day("2025-06-01"),
        end_hi=day("2025-06-30"),
        flags=Flag.START_DATED | Flag.END_DATED,
    )
    assert edge_text(row, [went, came, again], name) == (
        "Wang worked at Scale (2016 to Jun 2025, CEO, from Quora, to Meta, sources disagree)"
    )


def test_what_is_over_is_said_in_the_past() -> None:
    """A stint with an end reads as past, an open one as present."""
    row = EdgeRow("person:wang", "works_at", "org:meta", "org:meta", start_lo=1, start_hi=2, likely_until=100)
    assert edge_text(row, [], name, now=50).startswith("Wang works at Meta")
    assert edge_text(row, [], name, now=100).startswith("Wang worked at Meta")
    assert edge_text(row, [], name, "org:meta", now=100).startswith("Meta employed Wang")


PLAIN = MoveFlag(0)


def move_row(flags: MoveFlag = PLAIN) -> MoveRow:
    ends = ("org:scale", "org:msl", "org:scale", "org:meta")
    days = (day("2025-06-01"), day("2025-06-30"))
    return MoveRow("person:wang", *ends, "", "", Basis.STATED, None, None, *days, flags=flags)


def test_a_move_says_how_sure_it_is() -> None:
    """A merely possible move reads as one, a transfer names the company."""
    assert move_text(move_row(), name) == "Wang moved from Scale to Msl (Jun 2025)"
    assert move_text(move_row(), name, Grade.POSSIBLE) == "Wang may have moved from Scale to Msl (Jun 2025)"
    assert move_text(move_row(MoveFlag.RETURN | MoveFlag.WITH_DEAL), name).endswith(
        "(Jun 2025, a return, with a deal)"
    )
    assert move_text(move_row(MoveFlag.TRANSFER), name) == (
        "Wang was transferred from Scale to Msl inside Meta (Jun 2025)"
    )


OPEN = {
    "pang works_at meta 2025-07/.. @a:2025-07-08": "since Jul 2025, as of 8 Jul 2025",
    "pang works_at meta 2025-07/.. @b:[2025-07-07..2025-07]": "since Jul 2025, as of 7 to 31 Jul 2025",
    "pang works_at meta 2025-07/.. @c:": "since Jul 2025, as of an undated page",
    "pang works_at meta 2025-08/.. @d:2025-07-08": "from Aug 2025",
    "pang works_at meta [2025-04..2025-07-03]/.. @e:2025-07-03": (
        "began between Apr and 3 Jul 2025, not over, as of 3 Jul 2025"
    ),
    "pang works_at meta [2026-06..]/ status=planned @f:2026-06": "Jun 2026 or later, planned",
}


@pytest.mark.parametrize(("line", "when"), OPEN.items())
def test_what_goes_on_did_so_when_it_was_written(line: str, when: str) -> None:
    """An open end is told as of its source, never up to now; what is still to come is not told as begun."""
    said = claim_text(evidence(line), name)
    assert said.partition(" (")[2].rstrip(")") == when
    assert "now" not in said


def test_an_edge_goes_on_as_of_its_source() -> None:
    """The one claim behind an edge tells until when it is known to go on."""
    leads = evidence("droege leads scale-ai 2025-06/.. role=CEO acting=yes @a:2025-06-13")
    row = EdgeRow(
        "person:droege",
        "leads",
        "org:scale-ai",
        "org:scale-ai",
        start_lo=day("2025-06-01"),
        start_hi=day("2025-06-30"),
        flags=Flag.START_DATED,
        claims=((leads.id, Part.START),),
    )
    said = edge_text(row, [leads], name, now=day("2026-01-01"))
    assert said == "Droege leads Scale Ai (since Jun 2025, as of 13 Jun 2025, acting CEO)"


def test_talks_are_told_from_both_sides() -> None:
    """An offer that came no further than talks is none, whoever the sentence begins with."""
    talks = evidence("meta offered zheng 2023~ outcome=talks")
    row = replace(offer_row(), claims=((talks.id, Part.PLAIN),))
    assert edge_text(row, [talks], name) == "Meta was in talks with Zheng (about 2023)"
    assert edge_text(row, [talks], name, "person:zheng") == "Zheng was in talks with Meta (about 2023)"
    assert claim_text(talks, name) == "Meta was in talks with Zheng (about 2023)"


@pytest.mark.parametrize(
    ("locator", "place", "words"),
    [
        ("page", "", ""),
        ("", "", ""),
        ("p20", "p20", "paragraph 20"),
        ("l152-154,p3", "l152-154, p3", "lines 152–154, paragraph 3"),
        ("page,p20", "p20", "paragraph 20"),
        ("nips3", "nips3", "nips3"),
    ],
)
def test_a_place_says_more_than_the_page(locator: str, place: str, words: str) -> None:
    """That something stands on the page as a whole is no place in it; a place of another form stays."""
    said = claim(f"wang works_at meta locator={locator}" if locator else "wang works_at meta")
    assert (place_text(said), place_words(said)) == (place, words)


SUPPORT = [
    (["@a:2025", "@b:2025"], "2 sources"),
    (["@a:2025"], "1 source"),
    (
        ["attributed_to=org:reuters @a:2025", "attributed_to=org:reuters @b:2025", "@c:2025"],
        "3 pages, 2 independent",
    ),
    (["attributed_to=org:reuters @a:2025", "attributed_to=org:wsj @a:2025"], "1 page, 2 independent"),
]


@pytest.mark.parametrize(("pages", "said"), SUPPORT)
def test_pages_that_repeat_one_origin_count_as_one(pages: list[str], said: str) -> None:
    """Support is told by pages and by how many of them are independent, where that differs."""
    assert support_text([evidence(f"wang works_at meta 2025 {page}") for page in pages]) == said


def test_a_move_says_in_what_doubt_it_is() -> None:
    """A move that rests on a disputed or rumoured claim says so in its sentence."""
    said = move_text(move_row(), name, status=Status.DISPUTED)
    assert said == "Wang moved from Scale to Msl (Jun 2025, disputed)"
    assert move_text(move_row(), name, status=Status.CONFIRMED) == "Wang moved from Scale to Msl (Jun 2025)"


@pytest.mark.parametrize(
    ("cohort", "text"),
    [
        ("hired 2021 to 2023-02", "hired 2021 to Feb 2023"),
        ("hired by 2023-02-14", "hired by 14 Feb 2023"),
        ("hired by 2023-02-30", "hired by 2023-02-30"),
        ("Llama-2023-02b", "Llama-2023-02b"),
        ("hired 2023-13", "hired 2023-13"),
    ],
)
def test_a_month_in_the_words_of_a_cohort_is_written_as_months_are(cohort: str, text: str) -> None:
    """Other numbers with a hyphen stay as they are."""
    found = claim(f"org:meta measured amount=8 unit=percent metric=retention cohort='{cohort}'")
    assert cohort_text(found) == text
