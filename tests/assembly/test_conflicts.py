"""Which claims disagree, how much, and in what order their answers are shown."""

import pytest
from making import ledger
from stints import rows_of

from graph.assembly.conflicts import Conflict, ConflictGrade, conflicts


def found(text: str) -> list[Conflict]:
    return list(conflicts(ledger(text), rows_of(text)))


def grades(text: str) -> list[tuple[str, str, bool]]:
    return [(c.about, str(c.grade), c.denied) for c in found(text)]


SCALE = """
    deal:d deal_amount amount=14.3bn status=confirmed @a:2025-06-12
    deal:d deal_amount amount=14.8bn attributed_to=org:reuters @b:2025-06-13
    deal:d deal_amount amount=15bn @c:2025-06-18
    deal:d deal_amount amount=14bn @e:2025-07-03
    deal:d deal_stake amount=49 @a:2025-06-12
    deal:d deal_stake amount=40 status=disputed @b:2025-06-13
    deal:d deal_kind 'minority stake'
"""


def test_price_and_share_are_two_questions() -> None:
    """Amount and share of one deal are two slots, and in both the sources disagree."""
    assert grades(SCALE) == [("deal_amount||USD", "disagree", False), ("deal_stake", "disagree", False)]


def test_most_supported_first() -> None:
    """Confirmed comes before reported before disputed, then the later known."""
    amount, stake = found(SCALE)
    assert [str(v.low) for v in amount.values] == ["1.43E+10", "1.4E+10", "1.5E+10", "1.48E+10"]
    assert [str(v.status) for v in stake.values] == ["reported", "disputed"]


@pytest.mark.parametrize(
    ("one", "other", "grade"),
    [
        ("org:m measured 2025 metric=capex low=60bn high=65bn", "… high=72bn", "disagree"),
        ("org:m measured 2025 metric=hires unit=people amount=10", "… amount=11", "disagree"),
        ("org:m measured 2025 metric=flow_ratio unit=ratio amount=8", "… amount=8.2", "precision"),
        ("org:m measured 2025 metric=total_raised amount=193m", "… low=150m", "precision"),
        ("org:m measured 2025 metric=revenue amount=1bn", "… amount=1.4bn", "disagree"),
        ("deal:d deal_amount amount=6.4bn", "deal:d deal_amount amount=6.5bn terms='at closing'", "disagree"),
        ("deal:d deal_kind acquisition", "deal:d deal_kind 'minority stake'", "disagree"),
        ("deal:d reached announced 2025-06-12", "deal:d reached announced 2025-06", "precision"),
        ("s founded org:ssi 2024", "org:ssi reached founded 2023", "disagree"),
        ("org:m released w 2025-06", "org:m released w 2025-07", "disagree"),
        ("p identified_by Q380 kind=wikidata", "p identified_by Q381 kind=wikidata", "disagree"),
    ],
)
def test_grades(one: str, other: str, grade: str) -> None:
    """Two answers to one question disagree, unless the one is the coarser form of the other."""
    kept = [word for word in one.split() if not word.startswith(("low=", "high=", "amount="))]
    other = other.replace("…", " ".join(kept))
    assert [c[1] for c in grades(f"{one} @a:2025-07-01\n{other} @b:2025-07-02")] == [grade]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("org:m measured 2024 metric=capex amount=1bn", "org:m measured 2025 metric=capex amount=2bn"),
        (
            "org:m measured 2025 metric=capex amount=1bn basis=plan",
            "org:m measured 2025 metric=capex amount=2bn",
        ),
        (
            "org:a measured metric=retention amount=80 unit=percent cohort='hired 2021'",
            "org:a measured metric=retention amount=78 unit=percent cohort='two years'",
        ),
        ("m offered pang outcome=made amount=200m per=total", "m offered pang outcome=made low=10m per=year"),
        ("m offered d outcome=declined amount=125m", "m offered d outcome=accepted amount=250m offer=2"),
        ("m offered d outcome=made amount=125m", "m offered d outcome=declined amount=125m"),
        ("org:m released w 2025-04 plan=1 status=planned", "org:m released w 2025-06 plan=2 status=planned"),
        ("deal:d deal_amount low=2bn", "deal:d reached unwound 2026"),
        ("m offered group:g outcome=declined", "m offered group:g outcome=accepted"),
    ],
)
def test_not_comparable(one: str, other: str) -> None:
    """Other periods, cohorts, units, offers, plans, or steps of one offer are no disagreement."""
    assert grades(f"{one} @a:2025-07-01\n{other} @b:2025-07-02") == []


def test_two_outcomes_of_one_offer() -> None:
    """Accepted and declined exclude each other."""
    text = "m offered d outcome=accepted offer=2\nm offered d outcome=declined offer=2 status=disputed"
    assert grades(text) == [("offered|person:d|2|outcome", "disagree", False)]


def test_denied_offer() -> None:
    """A denial beside an assertion disagrees, and no answer of it counts as more than its status."""
    text = """
        m offered tulloch outcome=declined high=1.5bn over=P6Y status=disputed
        m offered tulloch outcome=declined high=1.5bn over=P6Y status=denied attributed_to=org:m
    """
    (conflict,) = found(text)
    assert conflict.denied
    assert [str(value.status) for value in conflict.values] == ["disputed", "denied"]


def test_denial_joined_by_label() -> None:
    """A label joins what no rule can see: the denial of somebody who was one of many."""
    text = """
        m offered group:staff outcome=made amount=100m status=disputed dispute=signing-bonus
        m offered beyer outcome=made amount=100m status=denied dispute=signing-bonus
    """
    (conflict,) = found(text)
    assert (conflict.about, conflict.denied) == ("dispute|signing-bonus", True)
    assert len(conflict.claims) == 2


def test_label_that_a_rule_has_seen() -> None:
    """Where a rule found all claims of a label, they are listed once."""
    text = "deal:d deal_amount amount=1bn dispute=x\ndeal:d deal_amount amount=2bn dispute=x"
    assert grades(text) == [("deal_amount||USD", "disagree", False)]


def test_revised_by_the_same_origin() -> None:
    """An origin that later says otherwise has revised its word; another origin would disagree."""
    one = "deal:d deal_amount amount=1bn attributed_to=org:reuters @a:2025-06-01"
    later = "deal:d deal_amount amount=2bn attributed_to=org:reuters @b:2025-07-01"
    assert grades(f"{one}\n{later}")[0][1] == "revised"
    assert grades(f"{one}\n{later.replace('reuters', 'bloomberg')}")[0][1] == "disagree"


def test_retracted_claims_do_not_compare() -> None:
    """What was retracted, and the retraction, are left out."""
    one = ledger("deal:d deal_amount amount=1bn")[0]
    text = f"""
        deal:d deal_amount amount=1bn
        deal:d deal_amount amount=2bn
        deal:d deal_amount amount=1bn status=retracted retracts={one.id}
    """
    assert found(text) == []


def test_dates_of_a_stint() -> None:
    """Reports of a stint's end that exclude each other are listed, the disputed ones too."""
    text = """
        t works_at tml /2025-10-10 status=confirmed
        t works_at tml /2025-11 status=disputed
        t works_at tml /2024-10 status=disputed
    """
    (conflict,) = found(text)
    assert conflict.about == "works_at|org:tml|1|end"
    assert [value.when for value in conflict.values] == ["2025-10-10", "2025-11", "2024-10"]


def test_dates_that_meet_are_no_conflict() -> None:
    """A month and a day in it are no disagreement about a stint."""
    assert found("t works_at tml 2025-06/\nt works_at tml 2025-06-12/") == []


def test_denied_employment() -> None:
    """Somebody's word that a person was not there disagrees with whoever says so."""
    (conflict,) = found("v works_at meta 2025\nv works_at meta 2025 status=denied")
    assert (conflict.grade, conflict.denied) == (ConflictGrade.DISAGREE, True)


def test_pages_of_one_origin_count_as_one() -> None:
    """Claims attributed to one origin are several claims and one origin."""
    (conflict,) = found("""
        deal:d deal_amount amount=1bn attributed_to=org:reuters @a:2025-06-01
        deal:d deal_amount amount=1bn attributed_to=org:reuters @b:2025-06-02
        deal:d deal_amount amount=2bn @c:2025-06-02
    """)
    assert sorted((len(v.claims), v.origins) for v in conflict.values) == [(1, 1), (2, 1)]


def test_disagreements_come_first() -> None:
    """The order is disagree, revised, precision, then subject and question."""
    text = """
        deal:a reached announced 2025-06-12
        deal:a reached announced 2025-06
        deal:b deal_amount amount=1bn
        deal:b deal_amount amount=3bn
    """
    assert [c[1] for c in grades(text)] == ["disagree", "precision"]


def test_the_day_of_an_announcement_is_a_question_of_its_own() -> None:
    """Two days on which a departure was announced disagree, though both pages agree on the departure."""
    text = (
        "p works_at m /2025-12 announced=2025-11-19 @a\np works_at m /2025-12 announced={} status=disputed @b"
    )
    assert grades(text.format("2025-11-18")) == [("works_at|org:m|announced", "disagree", False)]
    assert grades(text.format("2025-11-19")) == []
    assert grades(text.format("2025-11")) == [("works_at|org:m|announced", "precision", False)]


def test_an_arrival_is_asked_once() -> None:
    """Of who comes, the announcement is no second question beside the arrival."""
    text = "p works_at m {0}/.. announced={0} @{1}".format
    both = text("2026-06-17", "a") + "\n" + text("2026-06-18", "b")
    assert [about for about, _, _ in grades(both)] == ["works_at|org:m|1|start"]
