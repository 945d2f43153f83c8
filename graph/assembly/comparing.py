"""Whether two answers to one question agree as far as the coarser of them goes."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Context, Decimal

from graph.model.days import Days
from graph.model.quantity import COUNTED, Quantity

_CLOSE = Decimal("0.05")
"""How far apart two figures may be for one to be the other rounded: 1 bn does not stand for 1.4 bn."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one claim answers: a range of days, a figure, or a word. `when` is the date as written."""

    days: Days | None = None
    quantity: Quantity | None = None
    value: str = ""
    when: str = field(default="", compare=False)

    @property
    def width(self) -> Decimal:
        """How much it leaves open: the smaller, the more precise."""
        if self.quantity is not None:
            low, high = self.quantity.low, self.quantity.high
            return Decimal("Infinity") if low is None or high is None else high - low
        return Decimal(self.days.hi - self.days.lo) if self.days else Decimal(0)

    @property
    def text(self) -> str:
        """For a total order."""
        return f"{self.days} {self.quantity} {self.value}"


def agree(one: Answer, other: Answer) -> bool:
    """Whether one answer is the coarser form of the other."""
    if one.days and other.days:
        return one.days.contains(other.days) or other.days.contains(one.days)
    if one.quantity and other.quantity:
        return _figures_agree(one.quantity, other.quantity)
    return one.value == other.value


def _figures_agree(one: Quantity, other: Quantity) -> bool:
    if one.is_point and other.is_point:
        return one.unit not in COUNTED and _rounds(one.low or Decimal(0), other.low or Decimal(0))
    if one.is_point or other.is_point:
        point, wide = (one, other) if one.is_point else (other, one)
        return _holds(wide, point.low or Decimal(0))
    return one == other


def _holds(wide: Quantity, figure: Decimal) -> bool:
    return (wide.low is None or wide.low <= figure) and (wide.high is None or figure <= wide.high)


def _rounds(one: Decimal, other: Decimal) -> bool:
    digits = min(_significant(one), _significant(other))
    context = Context(prec=digits)
    close = abs(one - other) <= _CLOSE * max(abs(one), abs(other))
    return close and context.plus(one) == context.plus(other)


def _significant(figure: Decimal) -> int:
    """Significant digits, trailing zeros not counted."""
    return len(figure.normalize().as_tuple().digits)
