"""The blocks of a dossier: what stands beside what, and how sure it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graph.queries.dealings.offers import offers
from graph.queries.network.neighbourhood import neighbourhood
from graph.queries.people.dossier import show
from graph.store.base import View
from talentgraph.ui import blocks
from talentgraph.ui.deals.deal import offer_blocks
from talentgraph.ui.dossier import dossier_blocks
from talentgraph.ui.people.chronology import in_words
from talentgraph.ui.state import State

Viewing = Callable[[str], View]


def dossier(view: View, id_: str) -> list[dict[str, Any]]:
    return dossier_blocks(show(view, id_), neighbourhood(view, [id_]), State())


def titled(parts: list[dict[str, Any]], title: str) -> dict[str, Any]:
    return next(part for part in parts if part.get("title") == title)


def test_pages_that_repeat_one_origin_are_counted_as_one(viewing: Viewing) -> None:
    """Two papers quote one person and a third speaks for itself: three chips, and two origins."""
    said = "jack-rae works_at meta 2025/.."
    view = viewing(
        f"{said} attributed_to=person:lucas-beyer @wired:2025-06-10\n"
        f"{said} attributed_to=person:lucas-beyer @verge:2025-06-11\n"
        f"{said} @times:2025-06-12"
    )
    shown = show(view, "person:jack-rae")
    found = [e for e in shown.claims.values() if e.claim.relation == "works_at"]
    *chips, last = blocks.chips(found)
    assert len(chips) == 3
    assert last == {"note": "3 pages, 2 independent"}
    alone = blocks.chips(e for e in found if not e.claim.attributed_to)
    assert [set(chip) for chip in alone] == [{"publisher", "date", "title", "url"}]


def test_a_reported_move_is_not_confirmed_by_where_one_was_before(viewing: Viewing) -> None:
    """The first job is confirmed, the move only reported: the move says reported."""
    view = viewing(
        "ada works_at acme 2015/2020-03 status=confirmed confirmed_by=acme\n"
        "ada works_at brainco 2020-04/.. from=acme status=reported @wired:2020-05-01"
    )
    block = in_words(show(view, "person:ada"))
    assert block
    assert [row["status"] for row in block["rows"]] == ["reported", "confirmed"]


def test_who_denies_an_offer_is_named(viewing: Viewing) -> None:
    """In the career in words and in the dossier of the offer, as in the terminal."""
    view = viewing(
        "meta offered ada 2025-06 outcome=made amount=10m\n"
        "meta offered ada 2025-06 amount=10m status=denied attributed_to=org:meta @wired:2025-07-01"
    )
    block = in_words(show(view, "person:ada"))
    assert block
    assert [row["reason"] for row in block["rows"]] == ["Denied by meta"]
    reply = offers(view)
    head = offer_blocks(reply, reply.offers[0], every_claim=False)[0]
    assert head["line"][-1] == ". Made, denied by meta."


def test_planned_releases_stand_in_turn(viewing: Viewing) -> None:
    """Each plan with its date and source, under what holds now."""
    view = viewing(
        "meta released work:behemoth 2025-04 plan=1 status=planned\n"
        "meta released work:behemoth 2025-06 plan=2 status=planned @wired:2025-05-01"
    )
    for id_ in ("org:meta", "work:behemoth"):
        block = titled(dossier(view, id_), "Planned releases")
        first, *plans = block["rows"]
        assert first["text"] == ["meta is to release behemoth (Jun 2025, plan 2, late once)."]
        assert [(row["when"], row["text"], row["status"]) for row in plans] == [
            ("Apr 2025", ["Plan 1"], "planned"),
            ("Jun 2025", ["Plan 2"], "planned"),
        ]


def test_a_labelled_dispute_takes_in_its_question(viewing: Viewing) -> None:
    """One quarrel, one block: the accounts under the label, and the figure that has none."""
    view = viewing(
        "meta offered ada 2025-06 outcome=made amount=10m dispute=pay @wired:2025-07-01\n"
        "meta offered ada 2025-06 outcome=made amount=20m @verge:2025-07-02\n"
        "meta offered bob 2025-06 amount=10m status=denied dispute=pay @times:2025-07-03"
    )
    quarrels = [part for part in dossier(view, "org:meta") if part["type"] == "disagreement"]
    assert len(quarrels) == 1
    assert quarrels[0]["count"] == 1
    said = [row["value"][0] for row in quarrels[0]["rows"]]
    assert len(said) == 3
    assert "$20 m" in said


def test_a_chip_says_whose_word_it_is(viewing: Viewing) -> None:
    """A page that gives somebody else's word names them, as the terminal does; its own word stands alone."""
    view = viewing(
        "meta party_to scale role=investor\n"
        "scale deal_amount amount=11.3bn attributed_to=org:reuters @star:2025-06-13\n"
        "scale deal_amount amount=14.8bn @daily:2025-06-14"
    )
    reply = show(view, "deal:scale")
    apart = next(part for part in dossier(view, "deal:scale") if part["type"] == "disagreement")
    said = {row["value"][0]: row["sources"][0]["publisher"] for row in apart["rows"]}
    alone = blocks.chips(e for e in reply.claims.values() if e.claim.attributed_to)[0]["publisher"]
    assert said["$11.3 bn"] == f"{alone} ({reply.name('org:reuters')})"
    assert "(" not in said["$14.8 bn"]
