"""Trying a load, watching it, ending it in the middle: the ledger is as before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from files import CLAIMS, write_set
from stores import engine, make, store

from graph.errors import UnreadableFile
from graph.store.answers import LoadReport
from graph.store.base import Store, View
from talentgraph.doors import load_compared, load_paths, remove_compared

__all__ = ["engine", "make", "store"]

Step = tuple[str, int, int]


class Enough(Exception):
    """What a test raises to end a load."""


def dump(store: Store) -> list[str]:
    return list(store.dump(withdrawn=True))


def counts(before: View, after: View, reports: tuple[LoadReport, ...]) -> tuple[int, int, int]:
    """Claims before, claims after, claims added by the report."""
    return before.summary().claims, after.summary().claims, sum(report.added for report in reports)


def test_a_trial_says_what_the_load_then_does_and_keeps_nothing(store: Store, tmp_path: Path) -> None:
    """The ledger after a trial is the one before it; loading then gives exactly what the trial showed."""
    first, second = write_set(tmp_path / "first"), tmp_path / "second"
    load_paths(store, [first])
    without_last = "\n".join(CLAIMS.splitlines()[:-1]) + "\n"
    write_set(second, claims=without_last)
    before = dump(store)
    shown, reports = load_compared(store, [second], lambda *given: (counts(*given), given[2]), keep=False)
    assert dump(store) == before
    held, left, added = shown
    assert (held - left, added) == (1, 0)
    assert load_paths(store, [second]) == reports
    assert len(reports[0].withdrawn) == 1


def test_a_trial_of_a_bad_file_raises_as_the_load_does(store: Store, tmp_path: Path) -> None:
    """File, line and fact are those of a load, and nothing is kept."""
    folder = write_set(tmp_path / "bad", claims=CLAIMS.replace("10m", "10m?"))
    before = dump(store)
    with pytest.raises(UnreadableFile) as tried:
        load_compared(store, [folder], counts, keep=False)
    with pytest.raises(UnreadableFile) as loaded:
        load_paths(store, [folder])
    assert str(tried.value) == str(loaded.value)
    assert (tried.value.line, dump(store)) == (4, before)


def test_ending_a_load_at_any_step_leaves_the_ledger_as_it_was(store: Store, tmp_path: Path) -> None:
    """The n-th step fails, for every n there is: the dump is equal each time; then the load goes on."""
    folder = write_set(tmp_path / "set")
    steps: list[Step] = []
    load_compared(store, [folder], counts, lambda *step: steps.append(step), keep=False)
    assert {"read entities", "read claims", "compare", "assemble"} == {word for word, _, _ in steps}
    before = dump(store)
    for left in range(len(steps)):
        seen: list[Step] = []

        def watch(*step: str | int, left: int = left, seen: list[Step] = seen) -> None:
            seen.append(step)  # type: ignore[arg-type]
            if len(seen) > left:
                raise Enough

        with pytest.raises(Enough):
            load_paths(store, [folder], watch)
        assert dump(store) == before
    load_paths(store, [folder])
    assert {json.loads(line)["set"]["id"] for line in dump(store) if line.startswith('{"set"')} == {"small"}


def test_reading_says_how_far_it_is(store: Store, tmp_path: Path) -> None:
    """Of 450 claims it is told at the first, the 201st and the 401st; done never passes what there is."""
    row = CLAIMS.splitlines()[2]
    many = "\n".join([CLAIMS.splitlines()[0], *(row.replace("c2", f"k{n}") for n in range(450))]) + "\n"
    steps: list[Step] = []
    write_set(tmp_path / "many", claims=many)
    load_compared(store, [tmp_path / "many"], counts, lambda *step: steps.append(step), keep=False)
    assert [step for step in steps if step[0] == "read claims"] == [
        ("read claims", done, 450) for done in (0, 200, 400)
    ]


def test_a_load_that_is_kept_and_a_removal_are_seen_from_both_sides(store: Store, tmp_path: Path) -> None:
    """What is looked at is the ledger before and after; removing the set leaves the dump as it was."""
    before = list(store.dump())
    seen = load_compared(store, [write_set(tmp_path / "set")], counts, keep=True)
    held = store.view().summary().claims
    assert seen == (0, held, held)
    assert remove_compared(store, "small", counts) == (held, 0, 0)
    assert list(store.dump()) == before
