"""The moves of eight people, sentence by sentence against the facts. Behind each: the keys of its claims."""

import pytest
from shipped import Shipped

from graph.queries.people.moves import moves
from graph.store.base import View

Expected = tuple[str, str, str, set[str]]

TULLOCH: list[Expected] = [
    (
        "Andrew Tulloch moved from Meta to OpenAI (2023)",
        "inferred",
        "the departure is not dated, and this is the next arrival",
        {"F089a"},
    ),
    (
        "Andrew Tulloch moved from OpenAI to Thinking Machines Lab (Feb 2025, as a founder)",
        "inferred",
        "the departure is not dated, and this is the next arrival",
        {"F083a"},
    ),
    (
        "Andrew Tulloch moved from Thinking Machines Lab to Meta (Oct 2025, a return)",
        "certain",
        "a source says so, but where from is the editor's reading",
        {"F085a", "F087a"},
    ),
]
PANG: list[Expected] = [
    (
        "Ruoming Pang moved from Google to Apple (2021)",
        "certain",
        "a source says so",
        {"F040a"},
    ),
    (
        "Ruoming Pang moved from Apple to Meta Superintelligence Labs (Jul 2025)",
        "certain",
        "a source says so",
        {"F040a", "F041a", "F042a"},
    ),
    (
        "Ruoming Pang moved from Meta Superintelligence Labs to OpenAI (Feb 2026)",
        "certain",
        "a source says so",
        {"F043a", "F044a"},
    ),
]
SHAZEER: list[Expected] = [
    (
        "Noam Shazeer may have moved from Google to Character.AI (2021, as a founder)",
        "possible",
        "the dates allow it: −303 to 91 days between the two",
        {"F126a", "F127a", "F128a"},
    ),
    (
        "Noam Shazeer moved from Character.AI to Google DeepMind (2 Aug 2024, a return, with a deal)",
        "certain",
        "a source says so",
        {"F129a", "F129b"},
    ),
    (
        "Noam Shazeer moved from Google DeepMind to OpenAI (17 or 18 Jun 2026)",
        "certain",
        "a source says so",
        {"F203a", "F204a"},
    ),
]
SCHULMAN: list[Expected] = [
    (
        "John Schulman moved from OpenAI to Anthropic (Aug 2024)",
        "certain",
        "a source says so",
        {"F101a", "F102a"},
    ),
    (
        "John Schulman moved from Anthropic to Thinking Machines Lab (Feb 2025)",
        "certain",
        "a source says so",
        {"F102a", "F103a"},
    ),
]
BANSAL: list[Expected] = [
    (
        "Trapit Bansal moved from OpenAI to Meta Superintelligence Labs (30 Jun 2025)",
        "certain",
        "a source says so",
        {"F019a", "F311a"},
    ),
]
LECUN: list[Expected] = [
    (
        "Yann LeCun may have moved from Meta to AMI Labs (by 10 Mar 2026, as a founder)",
        "possible",
        "the arrival is not dated",
        {"F175a", "F176a"},
    ),
]
ZOPH: list[Expected] = [
    (
        "Barret Zoph moved from Thinking Machines Lab to OpenAI (14 Jan 2026, a return)",
        "certain",
        "a source says so",
        {"F092a", "F098a"},
    ),
]
CHERNY: list[Expected] = [
    (
        "Boris Cherny moved from Anthropic to Anysphere (Jul 2025)",
        "certain",
        "a source says so",
        {"F190a"},
    ),
    (
        "Boris Cherny moved from Anysphere to Anthropic (Jul 2025, a return)",
        "certain",
        "a source says so",
        {"F191a", "F191b"},
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
    """Each move in words, how sure it is and why, and the facts behind it; no move more."""
    found = [(m.sentence, str(m.grade), m.reason, war.keys(m.claims)) for m in moves(view, whom).moves]
    assert found == expected


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
