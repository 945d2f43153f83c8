"""What a link made with older data lacks, as blocks."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from making import claim_set

from graph.store.base import Store
from talentgraph.ui.data.changed import changed_blocks
from talentgraph.ui.explore.made import Made, made_now

BEFORE = "jack-rae works_at google 2020/.. @wired:2025-06-01"


def _listed(store: Store, made: Made) -> dict[str, int]:
    """How many claims stand under each title."""
    whole = changed_blocks(store.view(), made)
    return {block["title"]: block["count"] for block in whole if "count" in block}


def test_what_a_load_brought_is_told_however_old_its_sources(store: Store) -> None:
    """A set of old articles that was loaded after the link was made is all new to whoever opens it."""
    with store.writer() as writer:
        writer.load(claim_set(BEFORE))
    made = made_now(store.view())
    assert _listed(store, made) == {}
    with store.writer() as writer:
        writer.load(claim_set("lucas-beyer works_at meta 2015/.. @herald:2015-06-01", "later"))
    assert _listed(store, made) == {"Added": 1}


def test_what_a_load_withdrew_is_told_and_what_stays_is_not(store: Store) -> None:
    """The same set, one claim short and one more: one added, one withdrawn, the rest is as it was."""
    with store.writer() as writer:
        writer.load(claim_set(f"{BEFORE}\nlucas-beyer works_at meta 2025/.. @wired:2025-06-01"))
    made = made_now(store.view())
    with store.writer() as writer:
        writer.load(claim_set(f"{BEFORE}\nji-lin works_at meta 2025/.. @wired:2025-06-01"))
    assert _listed(store, made) == {"Added": 1, "Withdrawn": 1}


def test_a_claim_that_comes_back_is_added_again(store: Store) -> None:
    """Withdrawn before the link was made and loaded again after it: new to that link, not to an older one."""
    more = f"{BEFORE}\nlucas-beyer works_at meta 2025/.. @wired:2025-06-01"
    with store.writer() as writer:
        writer.load(claim_set(more))
    first = made_now(store.view())
    with store.writer() as writer:
        writer.load(claim_set(BEFORE))
    second = made_now(store.view())
    with store.writer() as writer:
        writer.load(claim_set(more))
    assert _listed(store, second) == {"Added": 1}
    assert _listed(store, first) == {"Added": 1}


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])
def test_links_and_loads_count_days_alike(store: Store, zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both go by UTC; in one of these zones it is always another day."""
    with store.writer() as writer:
        writer.load(claim_set(BEFORE))
    view, before = store.view(), datetime.now(UTC).date().toordinal()
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", zone)
        time.tzset()
        made = made_now(view).day
    time.tzset()
    assert before <= made <= datetime.now(UTC).date().toordinal()
