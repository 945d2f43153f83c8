"""What a question may be limited to, through the notebook's door."""

import inspect
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from making import claim_set

from graph.errors import BadQuestion
from graph.store import open_store
from talentgraph.view import View

LEDGER = """
ann works_at google 2020/2024
ann works_at meta 2024-02/..
"""
GIVEN: dict[str, Any] = {
    "text": "meta",
    "names": "meta",
    "organisation": "meta",
    "destination": "meta",
    "person": "ann",
    "since": "2020-01-01",
}
QUERIES = sorted(
    word
    for word, each in inspect.getmembers(View, inspect.isfunction)
    if "limit" in inspect.signature(each).parameters
)


def test_there_are_queries_with_a_limit() -> None:
    """The search for them finds those that are known to have one."""
    assert {"search", "moves", "neighbourhood", "quality"} <= set(QUERIES)


@pytest.mark.parametrize("word", QUERIES)
def test_a_limit_below_one_is_refused(word: str, tmp_path: Path) -> None:
    """None and less are refused by name, never read as the setting or as rows to drop; one is taken."""
    with closing(open_store(tmp_path / "ledger.sqlite")) as store:
        with store.writer() as writer:
            writer.load(claim_set(LEDGER))
        query = getattr(View(store, store.view()), word)
        needed = {name: GIVEN[name] for name in GIVEN if _needs(query, name)}
        query(**needed, limit=1)
        for wrong in (0, -1):
            with pytest.raises(BadQuestion) as error:
                query(**needed, limit=wrong)
            assert error.value.place == "limit"


def _needs(query: object, name: str) -> bool:
    asked = inspect.signature(query).parameters  # type: ignore[arg-type]
    return name in asked and asked[name].default is inspect.Parameter.empty
