"""Quantities said in words."""

from __future__ import annotations

from decimal import Decimal

from graph.model.quantity import Quantity, plain

_SCALES = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))
_ONE = {"people": "person", "organisations": "organisation"}


def amount_text(quantity: Quantity, about: bool = False) -> str:
    """`$14.3 bn`, `$14 to 15 bn`, `over $200 m`, `EUR 2 bn`, `$10 m a year or more`, `49 %`."""
    per = " a year" if quantity.per == "year" else ""
    low, high = quantity.low, quantity.high
    around = "about " if about else ""
    if low is None or high is None:
        figure = _with_unit(*_number(high if low is None else low, quantity), quantity)
        if low is None:
            return f"up to {figure}{per}"
        return f"{figure}{per} or more" if per else f"over {figure}"
    if low == high:
        return f"{around}{_with_unit(*_number(low, quantity), quantity)}{per}"
    (first, small), (second, large) = _number(low, quantity), _number(high, quantity)
    if small == large:
        return f"{around}{_with_unit(f'{first} to {second}', large, quantity)}{per}"
    return f"{around}{_with_unit(first, small, quantity)} to {_with_unit(second, large, quantity)}{per}"


def _number(value: Decimal | None, quantity: Quantity) -> tuple[str, str]:
    """The digits and the scale behind them. Only money is scaled: people are counted one by one."""
    value = value or Decimal(0)
    for scale, word in _SCALES if quantity.is_money else ():
        if abs(value) >= scale:
            return _digits(value / scale), word
    return _digits(value), ""


def _digits(value: Decimal) -> str:
    whole, point, part = plain(abs(value)).partition(".")
    sign = "−" if value < 0 else ""
    return f"{sign}{int(whole):,}{point}{part}"


def _with_unit(digits: str, scale: str, quantity: Quantity) -> str:
    figure = f"{digits} {scale}".strip()
    if quantity.is_money:
        return f"${figure}" if quantity.unit == "USD" else f"{quantity.unit} {figure}"
    if quantity.unit == "percent":
        return f"{figure} %"
    if quantity.unit == "ratio":
        return f"{figure} times"
    return f"{figure} {_ONE.get(quantity.unit, quantity.unit) if figure == '1' else quantity.unit}"
