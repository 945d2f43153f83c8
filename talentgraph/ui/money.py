"""Several figures of one thing as one range, so that none stands as if it were alone."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from graph.model.quantity import Quantity
from graph.queries.words.sentences import amount_text
from talentgraph.ui.table import NOTHING, Cell

_NOT_STATED = "not stated"


def cell(quantities: Iterable[Quantity], disputed: bool) -> Cell:
    """From the lowest to the highest that anybody states; the mark counts the figures that are apart."""
    given = list(dict.fromkeys(quantities))
    if not given:
        return Cell([_NOT_STATED], None)
    said = ", ".join(amount_text(each) for each in ranges(given))
    mark = f"{len(given)} figures" if disputed and len(given) > 1 else ""
    return Cell([said], said, largest(given), strong=True, mark=mark)


def ranges(quantities: Iterable[Quantity]) -> list[Quantity]:
    """One range for each unit and period, the figures of which can be compared."""
    groups: dict[tuple[str, str], list[Quantity]] = {}
    for each in quantities:
        groups.setdefault((each.unit, each.per), []).append(each)
    return [_hull(group) for group in groups.values()]


def _hull(group: list[Quantity]) -> Quantity:
    lows = [each.low for each in group]
    highs = [each.high for each in group]
    bounds = [bound for bound in (*lows, *highs) if bound is not None]
    lowest = None if all(low is None for low in lows) else min(bounds)
    highest = None if all(high is None for high in highs) else max(bounds)
    return Quantity(lowest, highest, group[0].unit, group[0].per)


def largest(quantities: Iterable[Quantity]) -> float:
    """By which amounts are sorted."""
    zero = Decimal(0)
    return float(max((each.high or each.low or zero for each in quantities), default=zero))


def dash(text: str) -> Cell:
    return Cell([text], text, text.casefold()) if text else NOTHING
