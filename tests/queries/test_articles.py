"""What the two articles must show, asked of the set that ships."""

import pytest
from asking import ask

from graph.assembly.rows import Grade, Level
from graph.model.days import iso
from graph.queries.ledger.conflicts import conflicts
from graph.queries.network.neighbourhood import neighbourhood
from graph.queries.network.paths import paths
from graph.queries.network.search import find, search
from graph.queries.people.dossier import show
from graph.queries.people.moves import moves
from graph.store.base import Store


def test_the_move_of_wang_despite_the_spelling(articles: Store) -> None:
    """One certain move from Scale AI to the lab, in June 2025, with both articles as sources."""
    reply = moves(ask(articles), "Alexander Wang")
    (move,) = reply.moves
    assert (move.row.origin, move.row.destination) == ("org:scale-ai", "org:meta-superintelligence-labs")
    assert move.grade is Grade.CERTAIN
    assert (iso(move.row.day_lo), iso(move.row.day_hi)) == ("2025-06-01", "2025-06-30")
    assert {e.source.id for e in reply.found(move.claims)} == {
        "register-meta-offer",
        "wsj-journal-2025-07-03",
    }
    assert move.sentence == (
        "Alexandr Wang moved from Scale AI to Meta Superintelligence Labs (Jun 2025, with a deal)"
    )


def test_the_capital_expenditure_of_meta_is_disputed(articles: Store) -> None:
    """60 to 65 and up to 72 bn stand side by side as a disagreement, in the dossier too."""
    dossier = show(ask(articles), "Meta")
    texts = [{v.text for v in d.versions} for d in dossier.disagreements]
    assert {"$60 to 65 bn", "up to $72 bn"} in texts
    assert "$60 to 72 bn" in [m.range for m in dossier.metrics]


def test_the_stake_in_scale_is_disputed(articles: Store) -> None:
    """15 and 14 bn, each with its article."""
    found = [d for d in conflicts(ask(articles)).disagreements if d.subject == "deal:meta-scale-ai-2025"]
    assert any({v.text for v in d.versions} == {"$15 bn", "$14 bn"} and d.grade == "disagree" for d in found)


def test_zheng_and_sutskever_through_two_offers(articles: Store) -> None:
    """On 15 July 2025 one path joins them, through Meta's two offers, in words."""
    reply = paths(ask(articles, true_on="2025-07-15"), "Yudian Zheng", "Ilya Sutskever")
    best = reply.paths[0]
    assert best.path.entities == ("person:yudian-zheng", "org:meta", "person:ilya-sutskever")
    assert best.sentences == (
        "Yudian Zheng had an offer from Meta (about 2023, $1 m a year, declined)",
        "Meta made an offer to Ilya Sutskever (between Apr and 3 Jul 2025, declined)",
    )
    assert all(reply.evidence(row) for hop in best.path.hops for row in hop)


@pytest.mark.parametrize(
    ("start", "end"),
    [("Yudian Zheng", "Ilya Sutskever"), ("Alexandr Wang", "Mark Zuckerberg")],
)
def test_nothing_before_it_happened(articles: Store, start: str, end: str) -> None:
    """On 1 January 2025 there is no path, and the answer says since when there is one."""
    reply = paths(ask(articles, true_on="2025-01-01"), start, end, reopen=articles.view)
    assert not reply.paths
    assert reply.why_not is not None
    helps = reply.why_not.helps
    assert helps is not None
    assert helps.name == "true_on"
    assert "2025-01-01" < helps.value <= "2025-07-31"
    assert paths(ask(articles, true_on=helps.value), start, end).paths
    assert reply.why_not.sentence.startswith(f"No path between {start} and {end} on 1 Jan 2025. From ")


def test_the_unnamed_researcher_is_one_edge(articles: Store) -> None:
    """Hard case 40: one edge, the offer; month only; no other word anywhere."""
    view = ask(articles, level=Level.ALL)
    reply = neighbourhood(view, "person:unnamed-register-1", 1)
    (edge,) = reply.edges
    assert (edge.relation, edge.subject) == ("offered", "org:meta")
    assert edge.start_hi - edge.start_lo >= 27
    card = find(view, "person:unnamed-register-1")
    assert (card.names, card.identifiers, card.summary) == ((), (), "")
    found = paths(view, "Meta", "person:unnamed-register-1", hops=2, k=50)
    assert [p.hops for p in found.paths] == [1]


def test_known_on_a_day(articles: Store) -> None:
    """Hard case 41: before the second article, only its elder's figure of the stake is known."""
    view = ask(articles, known_on="2025-06-20")
    amounts = [f.text for d in show(view, "Scale AI").deals for f in d.figures if f.part == ""]
    assert amounts == ["$15 bn"]
    later = [f.text for d in show(ask(articles), "Scale AI").deals for f in d.figures if f.part == ""]
    assert later == ["$15 bn", "$14 bn"]


def test_every_name_is_found_and_has_a_dossier(articles: Store) -> None:
    """Whatever the articles name can be looked up by the name that is shown, and reads without ids."""
    view = ask(articles)
    everyone = {id_ for e in view.claims().items for id_ in e.claim.entities()}
    assert len(everyone) > 30
    for id_, card in view.entities(sorted(everyone)).items():
        assert search(view, card.name).hits[0].entity.name == card.name
        assert show(view, id_).entity.id == id_
