"""Every answer can be taken away as a table, with the claims behind each row."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from asking import ask
from making import claim_set

from graph.exports.answer_table import write
from graph.queries.answers.reply import Reply
from graph.queries.dealings.deals import deals
from graph.queries.dealings.offers import offers
from graph.queries.ledger.conflicts import conflicts
from graph.queries.network.neighbourhood import neighbourhood
from graph.queries.network.paths import paths
from graph.queries.network.search import search
from graph.queries.people.dossier import show
from graph.store import open_store
from graph.store.base import View

LEDGER = """
ann works_at acme 2020/2023
bob works_at acme 2021/2022
acme offered ann 2019 amount=1m outcome=accepted
acme party_to deal:d1 role=acquirer
deal:d1 deal_amount amount=1bn @a:2025
deal:d1 deal_amount amount=2bn @b:2025
deal:d1 reached called_off 2025-06 by=ann
"""

ASKED: dict[str, tuple[Callable[[View], Reply], str, str]] = {
    "offers": (lambda view: offers(view, "person:ann"), "outcome", "accepted"),
    "deals": (lambda view: deals(view, "deal:d1"), "stages", "called_off ann Jun 2025"),
    "conflicts": (lambda view: conflicts(view, "deal:d1"), "value", "$1 bn"),
    "show": (lambda view: show(view, "person:bob"), "object", "acme"),
    "search": (lambda view: search(view, "ann"), "id", "person:ann"),
    "path": (lambda view: paths(view, "person:bob", "person:ann"), "to_id", "org:acme"),
    "neighbours": (lambda view: neighbourhood(view, "person:bob"), "subject_id", "person:bob"),
}


@pytest.fixture
def view(tmp_path: Path) -> Iterator[View]:
    """A small ledger in which each question has an answer."""
    store = open_store(tmp_path / "ledger.sqlite", "memory")
    with store.writer() as writer:
        writer.load(claim_set(LEDGER))
    yield ask(store)
    store.close()


@pytest.mark.parametrize("question", ASKED)
def test_every_answer_has_a_table(question: str, view: View) -> None:
    """Its first row says what was asked for; a row that rests on claims names them."""
    answer, column, expected = ASKED[question]
    rows = list(csv.DictReader(write(answer(view)).decode().splitlines()))
    assert rows[0][column] == expected
    assert question == "search" or all(row["claims"] for row in rows)
