"""What loads after a version brought and took, by the clock of loads."""

from __future__ import annotations

from collections.abc import Callable

from making import claim_set

from graph.queries.ledger.brought import brought
from graph.store.base import Store
from graph.store.scope import Scope

FIRST = "ada works_at acme 2020 @a:2020-01-01"
MORE = "\n".join(f"p{n} works_at acme 2015 @b{n}:2015-0{n}-01" for n in range(1, 4))
Holding = Callable[[str], Store]


def loaded(store: Store, text: str) -> None:
    with store.writer() as writer:
        writer.load(claim_set(text))


def test_numbers_count_all_and_the_list_is_cut_newest_first(holding: Holding) -> None:
    """Of three claims of one load one may be listed: the latest known. How many are not is said."""
    store = holding(FIRST)
    loaded(store, f"{FIRST}\n{MORE}")
    reply = brought(store.view(), 1, limit=1)
    assert (reply.came, reply.went, len(reply.added)) == (3, 0, 1)
    (listed,) = reply.found(reply.added)
    assert listed.claim.subject == "person:p3"
    assert [cut.left_out for cut in reply.cuts] == [2]


def test_what_was_taken_is_told_only_after_the_version(holding: Holding) -> None:
    """A claim that a load withdrew before the version plays no part; one withdrawn after it does."""
    store = holding(f"{FIRST}\n{MORE}")
    loaded(store, FIRST)
    assert brought(store.view(), 1).went == 3
    assert brought(store.view(), 2).went == 0


def test_what_is_not_known_yet_is_not_told(holding: Holding) -> None:
    """The day of knowledge binds what is added, as it does everywhere."""
    store = holding(FIRST)
    loaded(store, f"{FIRST}\nbo works_at acme 2021 @c:2021-01-01")
    known = store.view(Scope(known_on=737_500))  # 16 Mar 2020
    assert (brought(store.view(), 1).came, brought(known, 1).came) == (1, 0)
