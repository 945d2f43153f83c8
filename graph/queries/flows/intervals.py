"""The exact interval of a share, without a library of statistics."""

from __future__ import annotations

from functools import lru_cache
from math import comb, exp, inf, log

from graph.settings import settings

_HALVINGS = 60  # leave less than 1e-18 of the range
_NEGLIGIBLE = 1e-18


def share_interval(cases: int, of: int, confidence: float | None = None) -> tuple[float, float]:
    """Clopper–Pearson interval of a share of which `cases` out of `of` were seen; (0, 1) of nothing.

    C. J. Clopper and E. S. Pearson, Biometrika 26 (1934), 404–413. It holds the true share at least as often
    as `confidence` says (setting `confidence`), whatever the share.
    """
    if not 0 <= cases <= of:
        raise ValueError(f"{cases} of {of} is no share")
    tail = (1 - (confidence or settings().confidence)) / 2
    return _lowest(cases, of, tail), 1 - _lowest(of - cases, of, tail)


def odds(interval: tuple[float, float]) -> tuple[float, float]:
    """An interval of a share as one of the ratio of the share to the rest."""
    lo, hi = (inf if share == 1 else share / (1 - share) for share in interval)
    return lo, hi


@lru_cache(maxsize=4_096)  # few cases are the rule, and the same few
def _lowest(cases: int, of: int, tail: float) -> float:
    """The share under which so many cases or more are seen with the chance `tail`."""
    if cases == 0:
        return 0.0
    lo, hi = 0.0, cases / of
    for _ in range(_HALVINGS):
        middle = (lo + hi) / 2
        if _at_least(cases, of, middle) < tail:
            lo = middle
        else:
            hi = middle
    return lo


def _at_least(cases: int, of: int, share: float) -> float:
    """The chance of so many cases or more; `share` is at most cases / of, so that the terms only fall."""
    if share in (0.0, 1.0):
        return share
    term = exp(log(comb(of, cases)) + cases * log(share) + (of - cases) * log(1 - share))
    total = term
    for seen in range(cases, of):
        term *= (of - seen) / (seen + 1) * share / (1 - share)
        total += term
        if term < total * _NEGLIGIBLE:
            break
    return total
