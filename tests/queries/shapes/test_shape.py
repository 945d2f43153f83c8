"""The JSON of every answer is plain, stable, and says the same as the answer."""

import json
from collections.abc import Iterator

import pytest
from asking import ask
from making import day

from graph.queries.answers.reply import UNKNOWN, Reply
from graph.queries.dealings.deals import deals
from graph.queries.dealings.funnel import funnel
from graph.queries.dealings.offers import offers
from graph.queries.flows.compare import compare
from graph.queries.flows.flows import flows
from graph.queries.ledger.changes import changes
from graph.queries.ledger.conflicts import conflicts
from graph.queries.ledger.quality import quality
from graph.queries.ledger.twins import twins
from graph.queries.liftouts.liftouts import lift_outs
from graph.queries.network.neighbourhood import neighbourhood
from graph.queries.network.paths import paths
from graph.queries.network.search import search
from graph.queries.people.careers import career
from graph.queries.people.colleagues import colleagues
from graph.queries.people.dossier import show
from graph.queries.people.first_mover import first_movers
from graph.queries.people.moves import moves
from graph.queries.people.returners import returners
from graph.queries.people.schools import schools
from graph.queries.retention.retention import retention
from graph.queries.shapes.shape import as_json
from graph.store.base import Store, View

HEAD = ["answer", "title", "scope", "version", "now", "cuts", "undated"]


def every_answer(store: Store, view: View) -> Iterator[Reply]:
    yield search(view, "Meta", limit=1)
    yield show(view, "Alexandr Wang", reopen=store.view)
    yield show(view, "Meta")
    yield show(view, "person:unnamed-register-1")
    yield moves(view)
    yield flows(view, reopen=store.view)
    yield compare(view, "Meta", "OpenAI", reopen=store.view)
    yield career(view, "Yudian Zheng")
    yield colleagues(view, "Mark Zuckerberg")
    yield lift_outs(view, people=2, days=400)
    yield first_movers(view, "Meta", reopen=store.view)
    yield retention(view, "Meta", reopen=store.view)
    yield returners(view)
    yield schools(view)
    yield neighbourhood(view, "Meta", 2, limit=20)
    yield paths(view, "Yudian Zheng", "Ilya Sutskever", reopen=store.view)
    yield paths(view, "Yudian Zheng", "MIT", hops=1, reopen=store.view)
    yield conflicts(view)
    yield offers(view)
    yield funnel(view)
    yield deals(view)
    yield changes(view, day("2025-06-13"), reopen=store.view)
    yield quality(view, reopen=store.view)
    yield twins(view, reopen=store.view)


@pytest.mark.parametrize("day", ["", "2025-01-01"])
def test_every_answer_is_plain_json(articles: Store, day: str) -> None:
    """json takes each without help and gives it back; the head is the same everywhere, the keys in order."""
    for reply in every_answer(articles, ask(articles, true_on=day)):
        shape = as_json(reply)
        assert list(shape)[: len(HEAD)] == HEAD
        assert json.loads(json.dumps(shape)) == shape
        assert json.dumps(as_json(reply)) == json.dumps(shape)


def test_no_text_holds_what_nobody_can_read(articles: Store) -> None:
    """No sentence shows a missing name, an id or a word of the machine."""
    seen = 0
    for reply in every_answer(articles, ask(articles)):
        for text in sentences(as_json(reply)):
            seen += 1
            assert not any(word in text for word in ("None", "NaN", UNKNOWN, "person:", "org:", "deal:"))
    assert seen > 200


def sentences(value: object, key: str = "") -> Iterator[str]:
    """All texts that people read."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from sentences(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from sentences(inner, key)
    elif isinstance(value, str) and key in (
        "text",
        "name",
        "title",
        "sentence",
        "sentences",
        "line",
        "reason",
    ):
        yield value


def test_a_claim_names_its_source(articles: Store) -> None:
    """Every claim in an answer has source, status, locator and a date with its bounds."""
    shape = as_json(moves(ask(articles), "Alexandr Wang"))
    (move,) = shape["moves"]
    assert move["when"] == {"text": "Jun 2025", "earliest": "2025-06-01", "latest": "2025-06-30"}
    for claim in move["claims"]:
        assert list(claim["source"]) == ["id", "title", "publisher", "date", "url"]
        assert claim["status"]
        assert claim["locator"]
        assert set(claim["when"]) == {"text", "earliest", "latest"}


def test_a_cut_is_said(articles: Store) -> None:
    """What was left out is in the head."""
    (cut,) = as_json(search(ask(articles), "Meta", limit=1))["cuts"]
    assert cut["limit"] == "search_results"
    assert cut["left_out"] > 0
    assert cut["hint"]
