"""What a text field may hold, what an id is, and how names are folded."""

import sys
import unicodedata

import pytest
from claims import TEXTS, claim
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ModelError
from graph.model.text import check_id, check_slug, clean, fold

BIDI = {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069}


def refused(point: int) -> bool:
    """Controls, surrogates, separators of lines, noncharacters and overrides of direction."""
    character = chr(point)
    return (
        unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")
        or point & 0xFFFE == 0xFFFE
        or 0xFDD0 <= point <= 0xFDEF
        or point in BIDI
    )


def test_code_points(depth: str, seed: int) -> None:
    """Exactly the code points that one line of drawable text cannot hold are refused, and NFC is kept."""
    step = 1 if depth == "full" else 97
    points = {*range(seed % step, sys.maxunicode + 1, step), *range(0x300), *range(0x2000, 0x2070), *BIDI}
    points |= {0xD800, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, sys.maxunicode}
    wrong = [hex(point) for point in points if _is_refused(f"a{chr(point)}") != refused(point)]
    assert not wrong


def _is_refused(text: str) -> bool:
    try:
        return clean(text, "note") != unicodedata.normalize("NFC", text)
    except ModelError:
        return True


@pytest.mark.parametrize("field", ["value", "locator", "quote", "note", "role"])
@pytest.mark.parametrize("character", ["\n", "\x00", "\ud800", "\u202e", "\uffff"])
def test_every_text_field_is_cleaned(field: str, character: str) -> None:
    """No text field of a claim takes a character that cannot be drawn or written."""
    text = f"a{character}b"
    with pytest.raises(ModelError, match=r"U\+") as caught:
        claim(**({"qualifiers": (("role", text),)} if field == "role" else {field: text}))
    assert caught.value.field == field


@pytest.mark.parametrize("field", ["note", "locator", "quote"])
def test_long_texts(field: str) -> None:
    """A text of a book is refused."""
    with pytest.raises(ModelError) as caught:
        claim(**{field: "a " * 1_500})
    assert caught.value.field == field


@pytest.mark.parametrize("id_", ["person:jack-rae", "org:01-ai", "deal:a-b-2025", "work:x", "group:g1"])
def test_ids(id_: str) -> None:
    """The kind of an id is what stands before the colon."""
    assert check_id(id_, "id") == id_.partition(":")[0]


@pytest.mark.parametrize(
    "id_",
    [
        "", "jack-rae", "person:", "person:Jack", "person:a--b", "person:-a", "person:a-", "person:a b",
        "event:x",
        "person:é", "person:a:b", "person:a\n", "person:" + "a" * 500,
    ],
)  # fmt: skip
def test_ids_refused(id_: str) -> None:
    """Another kind, capitals, blanks, doubled hyphens, other letters and length are refused."""
    with pytest.raises(ModelError):
        check_id(id_, "id")


@pytest.mark.parametrize("id_", ["", "A", "a b", "a--b", "../a", "a/b", "a.", "é", "a" * 501])
def test_slugs_refused(id_: str) -> None:
    """Ids of sources and sets hold no capitals, blanks, slashes or doubled joiners."""
    with pytest.raises(ModelError):
        check_slug(id_, "id")


SAME = [
    ("Łukasz Kaiser", "lukasz kaiser"),
    ("Yann LeCun", "YANN  LECUN"),
    ("José", "Jose\u0301"),
    ("J.R. Smith", "JR Smith"),
    ("O’Brien", "O'Brien"),
    ("Jean-Luc", "jean luc"),
    ("Weiß", "Weiss"),
    ("Æsa", "aesa"),
    ("Ｍｅｔａ", "meta"),
    ("İlya", "ilya"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_folding(one: str, other: str) -> None:
    """Names that differ only in case, diacritics, dots, apostrophes or width are equal once folded."""
    assert fold(one) == fold(other)


@given(TEXTS)
def test_folding_twice(text: str) -> None:
    """Folding what is folded changes nothing."""
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=50))
def test_cleaning_twice(text: str) -> None:
    """A clean text stays as it is."""
    try:
        once = clean(text, "note")
    except ModelError:
        return
    assert clean(once, "note") == once
