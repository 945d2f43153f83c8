"""Identifiers of others, and their check digits."""

import string

import pytest

from graph.errors import ModelError
from graph.model.identifiers import KINDS, check_identifier

GOOD = {
    "orcid": ("0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"),
    "isni": ("0000000121032683", "000000012146438X"),
    "ror": ("042nb2s44", "03vek6s52", "00f54p054", "05dxps055"),
    "lei": ("BQ4BKCS1HXDV9HN80Z93", "HWUPKR0MPOU8FGXBT394", "5493006MHB84DD0ZWV18"),
    "wikidata": ("Q380", "Q1"),
    "openalex": ("A5023888391", "I4210105824"),
    "openreview": ("~Yann_LeCun1",),
}
CHECKED = ("orcid", "isni", "ror", "lei")


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in GOOD.items() for text in texts])
def test_known_good(kind: str, text: str) -> None:
    """Identifiers of real people and organisations pass."""
    check_identifier(kind, text)


def test_every_kind_is_tried() -> None:
    """Each kind of identifier has a known good one above, and each example in a hint is good."""
    assert set(GOOD) == set(KINDS)
    for kind, (_, _, example) in KINDS.items():
        check_identifier(kind, example)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind in CHECKED for text in GOOD[kind]])
def test_every_single_mistake_is_found(kind: str, text: str) -> None:
    """Any one digit replaced by another digit, or letter by letter, is refused."""
    tried = 0
    for at, old in enumerate(text):
        for new in _alike(old) - {old}:
            tried += 1
            with pytest.raises(ModelError):
                check_identifier(kind, text[:at] + new + text[at + 1 :])
    assert tried >= 9 * 7


def _alike(character: str) -> set[str]:
    groups = (string.digits, string.ascii_uppercase, string.ascii_lowercase)
    return {other for group in groups if character in group for other in group}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("orcid", "0000000218250097"),
        ("orcid", "0000-0002-1825-0٠97"),
        ("orcid", "https://orcid.org/0000-0002-1825-0097"),
        ("ror", "https://ror.org/042nb2s44"),
        ("wikidata", "P31"),
        ("openalex", "5023888391"),
        ("openreview", "Yann_LeCun1"),
        ("passport", "123"),
        ("", "123"),
    ],
)
def test_forms_refused(kind: str, text: str) -> None:
    """Another form, an address around it, or another kind is refused."""
    with pytest.raises(ModelError):
        check_identifier(kind, text)
