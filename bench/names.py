"""Names of people and companies that do not exist."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from random import Random

_BEGIN = ("Al", "Be", "Ca", "Da", "El", "Fi", "Ga", "Ha", "Io", "Ja", "Ko", "Li", "Ma", "Ni", "Ola", "Pe")
_MIDDLE = ("ra", "vi", "no", "me", "lu", "ta", "si", "ru", "de", "ka", "mo", "ne")
_END = ("n", "l", "na", "ko", "s", "th", "ren", "do", "x", "li", "gar", "va")
_LAST = ("Br", "Cl", "Dr", "Fal", "Gr", "Hol", "K", "Lind", "M", "N", "Östr", "P", "R", "Sv", "T", "V", "Ž")
_WORDS = ("Systems", "Labs", "AI", "Robotics", "Research", "Compute", "Intelligence", "Data")


def person_names(random: Random, number: int) -> list[str]:
    """So many different names; some bear a letter with a mark."""
    return _different(lambda: f"{_word(random, _BEGIN)} {_word(random, _LAST)}", number)


def company_names(random: Random, number: int) -> list[str]:
    return _different(lambda: f"{_word(random, _BEGIN)} {random.choice(_WORDS)}", number)


def _word(random: Random, begin: tuple[str, ...]) -> str:
    middle = "".join(random.choices(_MIDDLE, k=random.randint(0, 2)))
    return f"{random.choice(begin)}{middle}{random.choice(_END)}"


def _different(make: Callable[[], str], number: int) -> list[str]:
    found: dict[str, None] = {}
    for tries in count():
        if len(found) == number:
            break
        found[make() if tries < 20 * number else f"{make()} {tries}"] = None
    return list(found)
