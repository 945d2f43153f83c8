"""The page of rates says why a rate or a ratio is not given, and gives the counts."""

from collections.abc import Callable

from graph.queries.answers.counting import Window
from graph.queries.flows.flows import flows
from graph.store.base import View
from talentgraph.ui.component import Block
from talentgraph.ui.flows import rates as flow_rates

YEAR = Window.between("2025", "2025")
FEW = """
ann works_at acme 2020/2025-02-01
ann works_at beta 2025-02-02/..
"""


def said(block: Block, row: str) -> list[str]:
    """The words of the cells of one row."""
    (found,) = [each for each in block["rows"] if each["action"].endswith(row)]
    return ["".join(map(str, cell["runs"])) for cell in found["cells"]]


def test_few_give_counts_and_the_reason(viewing: Callable[[str], View]) -> None:
    """One who left is neither a rate of attrition nor a ratio; the counts stand beside, also in a file."""
    view = viewing(FEW)
    reply = flows(view, "acme", window=YEAR)
    rates = flow_rates.rates_of(view, "org:acme", YEAR, lambda _: view)
    numbers, pairs = [b for b in flow_rates.left(reply, rates, "", "") if b.get("caption")]
    attrition = said(numbers, "is attrition, 12 months")
    assert any(cell.startswith("too few: ") for cell in attrition)
    assert any("1 dated departures" in cell for cell in attrition)
    assert any("too few for a ratio" in cell for cell in said(pairs, "org:beta>org:acme"))
    (row,) = [row for row in rates.rows() if row["number"] == "attrition, 12 months"]
    assert (row["value"], row["at_least"], row["at_most"]) == (None, None, None)
    assert str(row["why"]).startswith("too few: ")
