"""What the browser works out by itself is what Python would have said."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hostile import PAYLOADS
from machine import lacking

from graph.assembly.rows import Certainty, EdgeRow, Flag
from graph.exports.cells import guard
from graph.model.days import FUTURE, PAST
from graph.store.scope import Scope

Ask = Callable[[str, Sequence[Any]], Any]
SCRIPT = """
import { %s as asked } from "%s";
const given = JSON.parse(await new Response(process.stdin).text());
console.log(JSON.stringify(given.map((each) => asked(...each))));
"""


@pytest.fixture(scope="module")
def ask(checkout: Path) -> Ask:
    """Calls a function of the network's scripts with each list of arguments."""
    node = shutil.which("node")
    if not node:
        lacking("node on PATH")
    folder = checkout / "talentgraph/ui/components/network"

    def run(name: str, arguments: Sequence[Any]) -> Any:
        file, function = name.split(" ")
        script = SCRIPT.replace("Response(process.stdin)", "Response(Readable.toWeb(process.stdin))")
        script = 'import { Readable } from "node:stream";' + script % (function, (folder / file).as_uri())
        finished = subprocess.run(
            [node, "--input-type=module", "-e", script],
            input=json.dumps(arguments),
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return json.loads(finished.stdout)

    return run


def a_row(rng: random.Random) -> EdgeRow:
    """Bounds in order, some of them open, sometimes none at all."""
    start = sorted(rng.choice((PAST, rng.randrange(100))) for _ in range(2))
    end = sorted(rng.choice((FUTURE, start[0] + rng.randrange(1, 100))) for _ in range(2))
    flags = rng.choice((Flag(0), Flag(0), Flag(0), Flag.UNDATED, Flag.TIMELESS))
    until = rng.choice((*end, FUTURE))
    return EdgeRow(
        "person:a", "works_at", "org:b", "org:b",
        start_lo=start[0], start_hi=start[1], end_lo=end[0], end_hi=end[1], likely_until=until, flags=flags,
    )  # fmt: skip


def as_sent(row: EdgeRow) -> dict[str, Any]:
    dated = "always" if Flag.TIMELESS in row.flags else "never" if Flag.UNDATED in row.flags else ""
    spans = [row.start_lo, row.start_hi, row.end_lo, row.end_hi, row.likely_until]
    return {"spans": spans, "dated": dated}


def test_what_holds_on_a_day_is_the_same_on_both_sides(ask: Ask, seed: int) -> None:
    """On random bounds and days: drawn in full, faded or dotted exactly where the scope says it holds."""
    rng = random.Random(seed)
    cases = [(a_row(rng), rng.randrange(220), rng.choice(list(Certainty))) for _ in range(3_000)]
    said = ask("time.js stateOn", [[as_sent(row), day, str(weakest)] for row, day, weakest in cases])
    expected = [
        str(row.certainty_on(day)) if Scope(day, certainty=weakest).holds(row) else ""
        for row, day, weakest in cases
    ]
    shown = [state if state in set(Certainty) else "" for state in said]
    assert shown == expected
    assert 0.2 < sum(map(bool, expected)) / len(cases) < 0.8


def test_cells_are_guarded_the_same_on_both_sides(ask: Ask) -> None:
    """The table of the picture lets no formula through that the exports stop, and changes nothing else."""
    said = ask("rows.js guard", [[text] for text in PAYLOADS])
    assert said == [guard(text) for text in PAYLOADS]
    assert sum(one != text for one, text in zip(said, PAYLOADS, strict=True)) > 10
