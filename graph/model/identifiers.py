"""Identifiers that others keep, checked by their own check digits (ISO 7064)."""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.errors import ModelError


def mod_11_2(digits: str) -> str:
    """Check character of ISO 7064 MOD 11-2, as ORCID and ISNI use it."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return "X" if check == 10 else str(check)


def mod_97_10(text: str) -> bool:
    """Whether letters (A = 10 … Z = 35) and digits with two check digits pass ISO 7064 MOD 97-10."""
    return int("".join(str(int(character, 36)) for character in text)) % 97 == 1


def _mod_11_2_holds(text: str) -> bool:
    digits = text.replace("-", "").replace(" ", "")
    return mod_11_2(digits[:-1]) == digits[-1]


def _ror_holds(text: str) -> bool:
    number = 0
    for character in text[:7]:
        number = number * 32 + _CROCKFORD.index(character)
    return 98 - (number * 100) % 97 == int(text[7:])


_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
# kind: (form, check, an example for the hint)
KINDS: dict[str, tuple[re.Pattern[str], Callable[[str], bool] | None, str]] = {
    "orcid": (re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", re.ASCII), _mod_11_2_holds, "0000-0002-1825-0097"),
    "isni": (re.compile(r"\d{15}[\dX]", re.ASCII), _mod_11_2_holds, "0000000121032683"),
    "ror": (re.compile(r"0[a-hj-km-np-tv-z0-9]{6}\d{2}", re.ASCII), _ror_holds, "042nb2s44"),
    "lei": (re.compile(r"[A-Z0-9]{18}\d{2}", re.ASCII), mod_97_10, "BQ4BKCS1HXDV9HN80Z93"),
    "wikidata": (re.compile(r"Q[1-9]\d{0,11}", re.ASCII), None, "Q380"),
    "openalex": (re.compile(r"[AIWSP][1-9]\d{2,11}", re.ASCII), None, "A5023888391"),
    "openreview": (re.compile(r"~[^\s|;=]{1,100}[0-9]"), None, "~Yann_LeCun1"),
}


def check_identifier(kind: str, text: str) -> None:
    """Raises ModelError unless the text is a well-formed identifier of that kind."""
    if kind not in KINDS:
        raise ModelError(
            "kind", f"“{kind}” is no kind of identifier.", hint=f"One of {', '.join(sorted(KINDS))}."
        )
    form, holds, example = KINDS[kind]
    if form.fullmatch(text) is None:
        raise ModelError("value", f"“{text}” has not the form of {kind}.", hint=f"As in {example}.")
    if holds is not None and not holds(text):
        raise ModelError(
            "value", f"the check digits of “{text}” do not fit {kind}.", hint="Compare it with its page."
        )
