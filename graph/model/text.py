"""What a text field may hold: one line of normal characters. All text is kept in Unicode form NFC."""

from __future__ import annotations

import re
import unicodedata

from graph.errors import ModelError

# Controls, line and paragraph separators, surrogates, noncharacters and bidi overrides: none can be drawn,
# some cannot be written to XML, and the last can make a name read as another.
_REFUSED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef]"
    "|[" + "".join(chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF)) + "]"
)
ID_BYTES = 500
_ID = re.compile(r"(person|group|org|deal|work):[a-z0-9]+(?:-[a-z0-9]+)*")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")


def clean(text: str, field: str, longest: int = 2_000) -> str:
    """The text in NFC. Raises ModelError for what one line of text cannot hold. `longest` in characters."""
    found = _REFUSED.search(text)
    if found:
        raise ModelError(
            field, f"holds the character U+{ord(found[0]):04X}, which text may not.", hint="Remove it."
        )
    text = unicodedata.normalize("NFC", text)
    if len(text) > longest:
        raise ModelError(field, f"is {len(text)} characters long; {longest} is the most.", hint="Shorten it.")
    return text


def check_id(id_: str, field: str) -> str:
    """The kind of an entity id `kind:slug`. Raises ModelError for any other text."""
    match = _ID.fullmatch(id_)
    if match is None or len(id_) > ID_BYTES:
        hint = "Write kind:slug, as in person:jack-rae; kinds are person, group, org, deal, work."
        raise ModelError(field, f"“{id_[:80]}” is not an entity id.", hint=hint)
    return match[1]


def check_slug(text: str, field: str) -> None:
    """Ids of sources and sets: lower case, digits, joined by - _ or dots."""
    if _SLUG.fullmatch(text) is None or len(text) > ID_BYTES:
        raise ModelError(
            field, f"“{text[:80]}” is not an id.", hint="Lower-case letters and digits, joined by - or _."
        )


def fold(text: str) -> str:
    """For comparing names: without diacritics, case, dots and doubled blanks; Ł and ø as l and o."""
    text = unicodedata.normalize("NFKD", text.translate(_LETTERS)).casefold()
    letters = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in letters if c not in ".'’").split())


_LETTERS = str.maketrans(
    dict(zip("ŁłØøĐđĦħı", "LlOoDdHhi", strict=True))
    | {"Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "ß": "ss", "Þ": "Th", "þ": "th", "Ð": "D", "ð": "d"}
)


def first_upper(words: str) -> str:
    """With a capital, and the rest as it is."""
    return words[:1].upper() + words[1:]
