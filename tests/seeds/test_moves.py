"""The moves of eight people, sentence by sentence against the facts. Behind each: the keys of its claims
and their sources.
"""

import pytest
from shipped import Shipped

from graph.queries.people.moves import Move, Moves, moves
from graph.store.base import View

Expected = tuple[str, str, str, str, set[str], set[str]]

TULLOCH: list[Expected] = [
    (
        "Andrew Tulloch moved from Meta to OpenAI (2023)",
        "inferred",
        "the departure is not dated, and this is the next arrival",
        "reported",
        {"F088a", "F089a"},
        {"aist_tul"},
    ),
    (
        "Andrew Tulloch moved from OpenAI to Thinking Machines Lab (Feb 2025, as a founder)",
        "inferred",
        "the departure is not dated, and this is the next arrival",
        "reported",
        {"F083a", "F089a"},
        {"aist_tul", "nb_tul"},
    ),
    (
        "Andrew Tulloch moved from Thinking Machines Lab to Meta (Oct 2025, a return)",
        "certain",
        "a source says so, but where from is the editor's reading",
        "confirmed",
        {"F085a", "F087a"},
        {"aist_tul", "geo_tul"},
    ),
]
PANG: list[Expected] = [
    (
        "Ruoming Pang moved from Google to Apple (2021)",
        "certain",
        "a source says so",
        "reported",
        {"F040a"},
        {"hngn_pang"},
    ),
    (
        "Ruoming Pang moved from Apple to Meta Superintelligence Labs (Jul 2025)",
        "certain",
        "a source says so",
        "reported",
        {"F040a", "F041a", "F042a"},
        {"hngn_pang", "particle_p", "wpn_pang"},
    ),
    (
        "Ruoming Pang moved from Meta Superintelligence Labs to OpenAI (Feb 2026)",
        "certain",
        "a source says so",
        "confirmed",
        {"F043a", "F044a"},
        {"fe_pang"},
    ),
]
SHAZEER: list[Expected] = [
    (
        "Noam Shazeer may have moved from Google to Character.AI (2021, as a founder)",
        "possible",
        "the dates allow it: −303 to 91 days between the two",
        "reported",
        {"F126a", "F127a", "F128a"},
        {"bi_char", "silicon", "tcc_s"},
    ),
    (
        "Noam Shazeer moved from Character.AI to Google DeepMind (2 Aug 2024, a return, with a deal)",
        "certain",
        "a source says so",
        "confirmed",
        {"F129a", "F129b"},
        {"meme_c"},
    ),
    (
        "Noam Shazeer moved from Google DeepMind to OpenAI (17 or 18 Jun 2026)",
        "certain",
        "a source says so",
        "confirmed",
        {"F203a", "F204a"},
        {"agtech", "aibr_sj"},
    ),
]
SCHULMAN: list[Expected] = [
    (
        "John Schulman moved from OpenAI to Anthropic (Aug 2024)",
        "certain",
        "a source says so",
        "confirmed",
        {"F101a", "F102a"},
        {"hans_sch", "wb_sch"},
    ),
    (
        "John Schulman moved from Anthropic to Thinking Machines Lab (Feb 2025)",
        "certain",
        "a source says so",
        "reported",
        {"F102a", "F103a"},
        {"neo_sch", "wb_sch"},
    ),
]
BANSAL: list[Expected] = [
    (
        "Trapit Bansal moved from OpenAI to Meta Superintelligence Labs (30 Jun 2025)",
        "certain",
        "a source says so",
        "reported",
        {"F019a", "F311a"},
        {"ht_tb", "vn"},
    ),
]
LECUN: list[Expected] = [
    (
        "Yann LeCun may have moved from Meta to AMI Labs (between 31 Oct 2025 and 10 Mar 2026, as a founder)",
        "possible",
        "the arrival is not dated",
        "reported",
        {"F175a", "F176a", "F178a"},
        {"atl_lc", "ht_lc", "tc_ami"},
    ),
]
ZOPH: list[Expected] = [
    (
        "Barret Zoph moved from Thinking Machines Lab to OpenAI (14 Jan 2026, a return)",
        "certain",
        "a source says so",
        "confirmed",
        {"F092a", "F098a"},
        {"dtf_tml", "wired_tml"},
    ),
]
CHERNY: list[Expected] = [
    (
        "Boris Cherny moved from Anthropic to Anysphere (Jul 2025)",
        "certain",
        "a source says so",
        "reported",
        {"F190a"},
        {"aits_c"},
    ),
    (
        "Boris Cherny moved from Anysphere to Anthropic (Jul 2025, a return)",
        "certain",
        "a source says so",
        "reported",
        {"F191a", "F191b"},
        {"holter"},
    ),
]


@pytest.mark.parametrize(
    ("whom", "expected"),
    [
        ("Andrew Tulloch", TULLOCH),
        ("Ruoming Pang", PANG),
        ("Noam Shazeer", SHAZEER),
        ("John Schulman", SCHULMAN),
        ("Trapit Bansal", BANSAL),
        ("Yann LeCun", LECUN),
        ("Barret Zoph", ZOPH),
        ("Boris Cherny", CHERNY),
    ],
)
def test_moves_read_as_the_facts_do(whom: str, expected: list[Expected], view: View, war: Shipped) -> None:
    """Each move in words, how sure it is and why, its status, the facts behind it and their pages."""
    reply = moves(view, whom)
    found = [
        (m.sentence, str(m.grade), m.reason, str(m.status), war.keys(m.claims), _sources(reply, m))
        for m in reply.moves
    ]
    assert found == expected


def _sources(reply: Moves, move: Move) -> set[str]:
    return {each.source.id for each in reply.found(move.claims)}


def test_nobody_moves_on_a_disputed_word_alone(view: View, war: Shipped) -> None:
    """Behind every move that is said to be certain stands a claim that is more than disputed."""
    for move in moves(view).moves:
        statuses = {claim.status for key in war.keys(move.claims) for claim in [war.claims[key]]}
        assert statuses != {"disputed"}, move.sentence


def test_only_what_is_known_makes_a_move(view: View, war: Shipped) -> None:
    """Rumours and plans move nobody: no destination that a single poor page names, no arrival to come."""
    behind = {key for move in moves(view).moves for key in war.keys(move.claims)}
    assert behind.isdisjoint({"F099a", "F110a", "F292b", "F293b"})
    for whom in ("Jerry Tworek", "Bo Li", "Sanmi Koyejo"):
        assert not moves(view, whom).moves
