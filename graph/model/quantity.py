"""Figures with a unit: how much, of what, per what. Decimal throughout, never float."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from graph.errors import ModelError

# List one of 2026-01, without funds, metals and test codes.
_ISO_4217 = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
    CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ
    GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP
    LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR
    PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC
    SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF
    XPF YER ZAR ZMW ZWG
"""
CURRENCIES = frozenset(_ISO_4217.split())
COUNTED = frozenset({"people", "organisations"})
UNITS = CURRENCIES | COUNTED | {"percent", "ratio"}
PER = frozenset({"total", "year"})
LARGEST = 2**63 - 1  # what every engine can hold

_SCALE = {"": 0, "k": 3, "m": 6, "bn": 9, "tn": 12}
_PLACES = 12  # decimals
_FIGURE = re.compile(rf"(-?\d{{1,19}}(?:\.\d{{1,{_PLACES}}})?)(k|m|bn|tn)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Quantity:
    """At least one of `low` and `high`; an absent one is open. `per` is total, year or empty."""

    low: Decimal | None
    high: Decimal | None
    unit: str
    per: str = ""

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ModelError(
                "low", "a quantity has neither low nor high.", hint="Leave unit and per empty as well."
            )
        for name, bound in (("low", self.low), ("high", self.high)):
            _check_bound(name, bound)
        if self.low is not None and self.high is not None and self.high < self.low:
            raise ModelError(
                "high", f"high {self.high} is below low {self.low}.", hint="Swap them, or mend one."
            )
        if self.unit not in UNITS:
            raise ModelError(
                "unit",
                f"“{self.unit}” is not a unit.",
                hint="An ISO 4217 code, percent, people, organisations or ratio.",
            )
        if self.per not in PER | {""}:
            raise ModelError("per", f"“{self.per}” is not total or year.")

    @property
    def is_point(self) -> bool:
        return self.low is not None and self.low == self.high

    @property
    def is_money(self) -> bool:
        return self.unit in CURRENCIES


def _check_bound(name: str, bound: Decimal | None) -> None:
    if bound is None:
        return
    exponent = bound.as_tuple().exponent
    if not isinstance(exponent, int) or abs(bound) > LARGEST:
        raise ModelError(name, f"a figure beyond {LARGEST} cannot be kept.", hint="Count in a larger unit.")
    if exponent < -_PLACES:
        raise ModelError(name, f"has more than {_PLACES} decimals.", hint="Round it as its source does.")


def parse_figure(text: str, field: str = "low") -> Decimal | None:
    """`14.3bn`, `10m`, `3600`, or nothing. Raises ModelError with a hint for what a spreadsheet mangles."""
    if not text:
        return None
    match = _FIGURE.fullmatch(text)
    if match is None:
        hint = "Write 14.3bn, 10m or 3600, without separators; format the column as text."
        raise ModelError(field, f"the figure “{text}” is not a number.", hint=hint)
    return Decimal(f"{match[1]}e{_SCALE[match[2] or '']}")


def plain(number: Decimal) -> str:
    """Without exponent and trailing zeros: the one canonical text of a figure."""
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text
