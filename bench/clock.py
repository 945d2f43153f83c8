"""Seconds of this process that something takes, and what it gave.

They are seconds of the processor: whatever else the machine is busy with does not count. Nothing that is
measured waits for anything.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import process_time
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Timed(Generic[T]):
    """What was given, and how many seconds it took."""

    value: T
    seconds: float


def timed(call: Callable[[], T]) -> Timed[T]:
    started = process_time()
    value = call()
    return Timed(value, process_time() - started)


def middle(seconds: list[float]) -> float:
    return median(seconds)


def text(seconds: float) -> str:
    """`0.31 ms`, `48 ms`, `2.3 s`."""
    if seconds >= 1:
        return f"{seconds:,.1f} s"
    return f"{1000 * seconds:.0f} ms" if seconds >= 0.01 else f"{1000 * seconds:.2f} ms"


def ratio(ours: float, other: float) -> str:
    """Ours to theirs: `1/40` where we are faster, `2.5` where we are slower."""
    if ours <= 0 or other <= 0:
        return ""
    times = f"{other / ours:.1f}"
    if ours >= other or times == "1.0":
        return f"{ours / other:.1f}"
    return f"1/{times}".removesuffix(".0")
