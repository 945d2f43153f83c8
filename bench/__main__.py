"""`python -m bench`: makes ledgers, asks every question of ours and of the peer, opens the screen."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import talentgraph as tg
from bench import report
from bench.cold import cold
from bench.duels import duels, fought
from bench.ground import Ground, prepared
from bench.questions import measured, questions
from bench.screen import screen
from graph.store import open_store


def main() -> int:
    """The exit code: 1 where two answers differ, or one took longer than its budget."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--people", type=int, nargs="*", default=[1_000, 10_000], help="sizes of the markets")
    parser.add_argument("--seed", type=int, default=1, help="of the markets and of the examples")
    parser.add_argument("--examples", type=int, default=20, help="how often each question is asked")
    parser.add_argument("--rounds", type=int, default=5, help="cold starts of each command; 0 for none")
    parser.add_argument("--clicks", type=int, default=30, help="in a browser; 0 for none")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        code = run(Path(folder), given.people, given.seed, given.examples, given.rounds)
        if given.clicks:
            print(f"\n{on_screen(Path(folder), given.clicks, given.seed)}")
    return code


def run(folder: Path, sizes: list[int], seed: int, examples: int, rounds: int) -> int:
    """See `main`. The ledgers stay in the folder."""
    if rounds:
        print(report.starts([("moves NAME, the sets that ship", _shipped(folder, rounds))]), flush=True)
    fine = True
    for people in sizes:
        ground = prepared(people, seed, folder)
        print(f"\n{report.ground(ground)}\n", flush=True)
        fine &= _against_the_peer(ground, examples, seed)
        fine &= _within_budgets(ground)
        if rounds:
            words = ("moves", ground.names.one)
            print(f"\n{report.starts([(f'moves ID, {people:,} people', cold(ground.file, words, rounds))])}")
    return 0 if fine else 1


def on_screen(folder: Path, clicks: int, seed: int) -> str:
    """The sets that ship, in a browser."""
    found = screen(folder / "screen.sqlite", clicks, seed)
    return report.screen(found) if found else "No Chromium here: the screen is not measured."


def _shipped(folder: Path, rounds: int) -> float:
    return cold(folder / "shipped.sqlite", ("moves", "Alexander Wang"), rounds)


def _against_the_peer(ground: Ground, examples: int, seed: int) -> bool:
    store = open_store(ground.file)
    outcomes = [fought(duel) for duel in duels(store, ground.peer, examples, seed)]
    store.close()
    print(f"{report.duels(outcomes)}\n", flush=True)
    return all(each.is_alike for each in outcomes)


def _within_budgets(ground: Ground) -> bool:
    with tg.open(ground.file) as ledger:
        ledger.view().summary()  # opening has its own row
        asked = questions(ledger, ground.names)
        found = [measured(name, ask) for name, ask in asked.items()]
    print(report.questions(found), flush=True)
    return all(each.is_within_budget for each in found)


if __name__ == "__main__":
    sys.exit(main())
