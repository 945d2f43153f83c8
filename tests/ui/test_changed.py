"""What a link made with older data lacks, as blocks."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from making import claim, claim_set

from graph.model.days import day_of
from graph.store.base import Store
from talentgraph.ui.data.changed import changed_blocks
from talentgraph.ui.explore.made import made_now

BEFORE = "jack-rae works_at google 2020/.. @wired:2025-06-01"


def _listed(store: Store, first: int) -> dict[str, int]:
    """How many claims stand under each title."""
    return {block["title"]: block["count"] for block in changed_blocks(store, first) if "count" in block}


def test_the_day_of_the_link_is_taken_in(store: Store) -> None:
    """What came out on the very day counts, what came out the day before does not."""
    with store.writer() as writer:
        writer.load(
            claim_set(
                f"{BEFORE}\n"
                "jack-rae works_at meta 2025/.. @verge:2025-06-10\n"
                "lucas-beyer works_at meta 2025/.. @times:2025-06-11"
            )
        )
    assert _listed(store, day_of("2025-06-10")) == {"Known from that day on": 2}
    assert _listed(store, day_of("2025-06-11")) == {"Known from that day on": 1}


def test_what_was_withdrawn_on_the_day_of_the_link_is_told(store: Store) -> None:
    """A link made today shows what a load of today withdrew."""
    with store.writer() as writer:
        writer.load(claim_set(f"{BEFORE}\nlucas-beyer works_at meta 2025/.. @wired:2025-06-01"))
    made = made_now(store.view())
    with store.writer() as writer:
        writer.load(claim_set(BEFORE))
    assert _listed(store, made.day)["Withdrawn from that day on"] == 1


def test_a_disagreement_that_was_settled_is_shown_as_such(store: Store) -> None:
    """A source takes its figure back on the day: what it was apart from stands alone."""
    first = "meta offered ada 2025-06 outcome=made amount=10m @wired:2025-06-01"
    second = "meta offered ada 2025-06 outcome=made amount=20m @verge:2025-06-10"
    back = "meta offered ada 2025-06 outcome=made amount=20m status=retracted @verge2:2025-06-20"
    with store.writer() as writer:
        writer.load(claim_set(f"{first}\n{second}\n{back} retracts={claim(second).id}"))
    whole = changed_blocks(store, day_of("2025-06-20"))
    (settled,) = (block for block in whole if block["type"] == "disagreement")
    assert (settled["title"], settled["settled"]) == ("Disagreements settled", True)


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
