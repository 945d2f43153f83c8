"""A dump: what it becomes again, and what is refused in it."""

from pathlib import Path

import pytest
from claims import claim
from dumps import DUMP, HEAD, SMALL, line

import loaders
from graph.errors import UnreadableFile
from graph.model.claim import as_fields
from graph.model.claimset import Judgement
from loaders.reading import Reading


def load(folder: Path, text: str) -> Reading:
    path = folder / "ledger.jsonl"
    path.write_text(text, encoding="utf-8")
    return loaders.read(path)


def test_round_trip(tmp_path: Path) -> None:
    """Sets and judgements come back equal from a dump of them."""
    reading = load(tmp_path, DUMP)
    assert reading.sets == (SMALL,)
    assert reading.judgements == (Judgement("org:acme", "org:globex", same=False),)


def test_withdrawn_claims_stay_out(tmp_path: Path) -> None:
    """A claim that the dump marks as withdrawn is read past."""
    gone = line(claim=as_fields(claim(note="gone")), sets=[], withdrawn=True)
    assert load(tmp_path, DUMP + gone).sets == (SMALL,)


def test_a_claim_of_two_sets(tmp_path: Path) -> None:
    """What two sets hold is in both."""
    other = HEAD.replace('"small"', '"other"')
    shared = line(claim=as_fields(claim()), sets=["other", "small"])
    reading = load(tmp_path, HEAD + other + shared)
    assert [(found.id, len(found.claims)) for found in reading.sets] == [("small", 1), ("other", 1)]


CLAIM = line(claim=as_fields(claim()), sets=["small"])
BROKEN = [
    ("", None, "is empty"),
    ("{}\n", 1, "no line of a dump"),
    ("[]\n", 1, "not a JSON object"),
    ('{"set"\n', 1, "not plain JSON"),
    (HEAD + HEAD, 2, "twice"),
    (HEAD.replace("2026-01-31", "2026"), 1, "compiled"),
    (HEAD.replace('"title"', '"name"'), 1, "title is missing"),
    (HEAD.replace("}}", '},"more":1}'), 1, "“more” is not a known field"),
    (CLAIM, 1, "no line before defines the set “small”"),
    (HEAD + CLAIM.replace('["small"]', "[]"), 2, "no set holds this"),
    (HEAD + CLAIM.replace('["small"]', "[1]"), 2, "not a list of texts"),
    (HEAD + CLAIM.replace('"format":1', '"format":2'), 2, "format"),
    (HEAD + CLAIM.replace('"format":1', '"format":1.5'), 2, "not plain JSON"),
    (HEAD + CLAIM.replace('"format":1', '"format":NaN'), 2, "not plain JSON"),
    (HEAD + CLAIM.replace('"format":1', '"format":1,"format":1'), 2, "twice"),
    (HEAD + CLAIM.replace('"status"', '"mood"'), 2, "mood"),
    (HEAD + CLAIM.replace("works_at", "works_for"), 2, "relation"),
    (HEAD + '{"claim":3,"sets":["small"]}\n', 2, "claim is not a table"),
    (HEAD + '{"claim":' + "[" * 900 + "]" * 900 + "}\n", 2, "deeply"),
    (HEAD + '{"claim":' + "[" * 90_000 + "]" * 90_000 + "}\n", 2, "not plain JSON"),
    (HEAD + '{"claim":"' + "x" * 1_000_000 + '"}\n', 2, "longer than"),
    (HEAD + '{"claim":' + "9" * 5_000 + "}\n", 2, "not plain JSON"),
    (HEAD + line(entity={"id": "shop:a"}, sets=["small"]), 2, "id"),
    (HEAD + line(entity={"id": "org:a", "anonymous": "yes"}, sets=["small"]), 2, "neither true nor false"),
    (HEAD + line(source={"id": "a", "title": "A", "kind": "named"}, sets=["small"]), 2, "form"),
    (HEAD + line(judgement={"left": "org:a", "right": "person:b", "same": True}), 2, "another kind"),
    (HEAD + line(judgement={"left": "org:a", "right": "org:b"}), 2, "same"),
    (HEAD + line(entity={"id": "org:a"}, sets=["small"]) * 2, 1, "defined twice"),
    (HEAD + DUMP[len(HEAD) :][:-30], None, "JSON"),
]


@pytest.mark.parametrize(("text", "number", "fact"), BROKEN)
def test_broken_lines(text: str, number: int | None, fact: str, tmp_path: Path) -> None:
    """A line that no dump has stops the load, with the line and what is wrong with it."""
    with pytest.raises(UnreadableFile) as caught:
        load(tmp_path, text)
    assert fact in caught.value.fact
    assert caught.value.line == (number or caught.value.line)
