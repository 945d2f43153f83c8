"""Broken files: one error, with file, line, what and hint."""

from pathlib import Path

import pytest
from files import CLAIMS, DATASET, ENTITIES, SOURCES, write_set

import loaders
from graph.errors import BadInput, UnreadableFile
from graph.settings import settings

REPORT = "source,locator,statement,fate,keys,reason\n"


def edited(text: str, old: str, new: str) -> str:
    assert old in text, old
    return text.replace(old, new, 1)


def claims(old: str, new: str) -> dict[str, str | bytes]:
    return {"claims": edited(CLAIMS, old, new)}


def entities(old: str, new: str) -> dict[str, str | bytes]:
    return {"entities": edited(ENTITIES, old, new)}


def sources(old: str, new: str) -> dict[str, str | bytes]:
    return {"sources": edited(SOURCES, old, new)}


def dataset(more: str) -> dict[str, str | bytes]:
    return {"dataset": DATASET + more}


# what is wrong: files, name and line of the file, a part of the fact, a part of the hint
BROKEN: dict[str, tuple[dict[str, str | bytes], str, int | None, str, str]] = {
    "bad date": (claims("2025-06-30/..", "2025-06-31/.."), "claims.csv", 2, "when: the date", "Write 2025"),
    "date of a spreadsheet": (
        claims("2025-06-30/..", "30/06/2025"), "claims.csv", 2, "spreadsheet", "as text",
    ),
    "month of a spreadsheet": (claims("2025-06-30/..", "Jun-25"), "claims.csv", 2, "spreadsheet", "as text"),
    "serial date": (claims("2025-06-30/..", "45809"), "claims.csv", 2, "spreadsheet", "as text"),
    "figure of a spreadsheet": (claims("1.2bn", "1.2E+09"), "claims.csv", 5, "low: the figure", "as text"),
    "date for a figure": (claims("10m", "10-Mar"), "claims.csv", 4, "not a number", "as text"),
    "thousands": (claims("10m", '"10,000,000"'), "claims.csv", 4, "not a number", "separators"),
    "unit without figure": (claims("10m", ""), "claims.csv", 4, "neither low nor high", "empty"),
    "low above high": (claims("1.2bn", "1.5bn"), "claims.csv", 5, "below low", "Swap"),
    "end before start": (claims("2025-06-30/..", "2026/2025"), "claims.csv", 2, "ends before", "Swap"),
    "unknown relation": (claims(",works_at,", ",works_for,"), "claims.csv", 2, "“works_for”", "works_at"),
    "unknown entity": (
        claims("org:acme-lab,,", "org:acme-labs,,"), "claims.csv", 2, "object", "org:acme-lab (Acme Lab)",
    ),
    "unknown from": (
        claims("org:globex,team", "org:globx,team"), "claims.csv", 2, "from: “org:globx”", "org:globex",
    ),
    "unknown speaker": (
        claims("org:acme,wire", "org:hooli,wire"), "claims.csv", 5, "attributed_to", "Add it",
    ),
    "unknown source": (claims(",wire,l4", ",wires,l4"), "claims.csv", 5, "source: “wires”", "wire (A wire)"),
    "unknown status": (claims("confirmed", "certain"), "claims.csv", 2, "status", "reported"),
    "unknown qualifier": (claims("team=models", "crew=models"), "claims.csv", 2, "“crew”", "team"),
    "qualifier without value": (
        claims("team=models", "team"), "claims.csv", 2, "“team” is not name=value", "name=value",
    ),
    "semicolon at the end": (
        claims("about=yes", "about=yes;"), "claims.csv", 2, "not name=value", "semicolon",
    ),
    "qualifier twice": (claims("team=models", "role=chief"), "claims.csv", 2, "role is there twice", "a|b"),
    "key twice": (claims("c2,", "c1,"), "claims.csv", 3, "“c1” is there twice", "Number"),
    "key missing": (claims("c2,", ","), "claims.csv", 3, "key", "Number"),
    "retracts nothing": (claims("retracts=c4", "retracts=c40"), "claims.csv", 6, "“c40”", "c4"),
    "retraction without a row": (claims("; retracts=c4", ""), "claims.csv", 6, "retraction", ""),
    "blank before a cell": (claims(",confirmed", ", confirmed"), "claims.csv", 2, "blank", "Remove"),
    "line break in a cell": (claims("p3,,", 'p3,,"a\nb"'), "claims.csv", 4, "line break", "quote"),
    "unterminated quote": (claims("c2,", '"c2,'), "claims.csv", 3, "quote", "twice"),
    "quote inside a cell": (claims("team=models", '"a" b'), "claims.csv", 2, "expected after", "twice"),
    "too few cells": (claims("c2,org:acme-lab,", "c2,"), "claims.csv", 3, "has 18 cells", "quotes"),
    "too many cells": (claims("c2,", "c2,,"), "claims.csv", 3, "has 20 cells", "quotes"),
    "long cell": (claims("p2,,", "p2,," + "x" * 20_001), "claims.csv", 2, "longer than", "Shorten"),
    "wrong encoding": (
        {"claims": CLAIMS.replace("models", "modèles").encode("latin-1")}, "claims.csv", 2, "UTF-8", "Save",
    ),
    "sixteen bits": ({"claims": CLAIMS.encode("utf-16")}, "claims.csv", 1, "UTF-8", "Save"),
    "a NUL": (claims("models", "mod\0els"), "claims.csv", 2, "NUL", "Save"),
    "old line ends": ({"claims": CLAIMS.replace("\n", "\r")}, "claims.csv", 1, "carriage return", "Save"),
    "empty": ({"claims": ""}, "claims.csv", None, "is empty", ""),
    "blank": ({"claims": " \n\n"}, "claims.csv", None, "is empty", ""),
    "semicolons": ({"claims": CLAIMS.replace(",", ";")}, "claims.csv", 1, "unknown column", "key,subject"),
    "column missing": (
        claims("locator,quote", "locator"), "claims.csv", 1, "lacks the column quote", "quote",
    ),
    "column unknown": (claims("quote,note", "quote,notes"), "claims.csv", 1, "“notes”", "note"),
    "column twice": (claims("quote,note", "note,note"), "claims.csv", 1, "twice", "quote"),
    "columns in another order": (claims("quote,note", "note,quote"), "claims.csv", 1, "order", "quote,note"),
    "a word of health": (
        claims("p2,,\n", "p2,,left for his health\n"), "claims.csv", 2, "“health”", "reviewed",
    ),
    "a word in a role": (claims("scientist", "fired scientist"), "claims.csv", 2, "“fired”", "list c1"),
    "a word of a person": (
        entities("Works on models.", "Is married."), "entities.csv", 2, "“married”", "list person:jane-doe",
    ),
    "name of the unnamed": (
        entities("unnamed-page-1,,", "unnamed-page-1,,Jane"), "entities.csv", 3, "name", "Empty",
    ),
    "alias of the unnamed": (
        entities("unnamed-page-1,,,", "unnamed-page-1,,,Jane"), "entities.csv", 3, "aliases", "Empty",
    ),
    "identifier of the unnamed": (
        entities("page-1,,,,", "page-1,,,,wikidata:Q1"), "entities.csv", 3, "identifiers", "Empty",
    ),
    "summary of the unnamed": (
        entities("page-1,,,,,", "page-1,,,,,Tall"), "entities.csv", 3, "summary", "Empty",
    ),
    "note of the unnamed": (entities(",,yes,,", ",,yes,,x"), "entities.csv", 3, "summary", "Empty"),
    "old id of the unnamed": (
        entities(",,yes,,", ",,yes,org:jane,"), "entities.csv", 3, "old_ids", "people only",
    ),
    "unnamed and yet named": (
        entities(",,yes,,", ",,yes,person:j-doe,"), "dataset.yml", None, "still names them", "every row",
    ),
    "unnamed after no source": (
        entities("unnamed-page-1", "unnamed-jane-1"), "entities.csv", 3, "“jane”", "source",
    ),
    "not marked unnamed": (entities(",yes,", ",,"), "entities.csv", 3, "anonymous", "anonymous=yes"),
    "named and marked": (
        entities(",Works on models.,", ",Works on models.,yes"),
        "entities.csv", 2, "anonymous", "nobody else",
    ),
    "marked otherwise": (entities(",yes,", ",true,"), "entities.csv", 3, "anonymous", ""),
    "no name": (entities("Jane Doe,", ","), "entities.csv", 2, "no name", "usual"),
    "alias twice": (entities("J. Doe|Janie Doe", "J. Doe|Jane Doe"), "entities.csv", 2, "twice", "Keep one"),
    "check digit": (entities("1825-0097", "1825-0098"), "entities.csv", 2, "check digits", "Compare"),
    "identifier without kind": (entities("orcid:0000", "0000"), "entities.csv", 2, "no kind", "orcid:"),
    "two ORCIDs": (
        entities("-0097", "-0097|orcid:0000-0001-5109-3700"), "dataset.yml", None, "two ORCIDs", "two people",
    ),
    "entity twice": (entities("org:globex", "org:acme"), "entities.csv", 6, "twice", "another id"),
    "former id in use": (
        entities("org:globex,company,Globex,,,,,,", "org:g,company,G,,,,,org:acme,"),
        "entities.csv", 6, "twice", "another id",
    ),
    "unknown subtype": (entities("globex,company", "globex,shop"), "entities.csv", 6, "“shop”", "company"),
    "unknown kind": (
        entities("org:globex", "shop:globex"), "entities.csv", 6, "not an entity id", "kind:slug",
    ),
    "no https": (sources("https:", "http:"), "sources.csv", 2, "url", "https"),
    "a script": (sources("https://example.org/a", "javascript:alert(1)"), "sources.csv", 2, "url", "https"),
    "unknown kind of source": (
        sources(",named,press,wire", ",,press,wire"), "sources.csv", 2, "kind", "named",
    ),
    "cites nobody": (
        sources(",wire,high", ",wires,high"), "sources.csv", 2, "cites: “wires”", "wire (A wire)",
    ),
    "source twice": (sources("wire,A", "page,A"), "sources.csv", 3, "twice", "own id"),
    "source called as the set": (sources("wire,A", "small,A"), "sources.csv", 3, "twice", "own id"),
    "retrieved some time": (sources("2025-08-01", "2025-08"), "sources.csv", 2, "retrieved", "2025-06-12"),
    "published for long": (sources("2025-07-01,", "2025/2026,"), "sources.csv", 2, "interval", "[a..b]"),
    "least not reached": (
        dataset("assertions: {min: {works_at: 2}}\n"), "dataset.yml", None, "works_at: 1", "lower",
    ),
    "assertion of nothing": (
        dataset("assertions: {min: {works_for: 2}}\n"), "dataset.yml", 6, "“works_for”", "works_at",
    ),
    "assertion of no number": (
        dataset("assertions: {max: {works_at: many}}\n"), "dataset.yml", 6, "“many”", "",
    ),
    "assertion unknown": (
        dataset("assertions: {least: {works_at: 2}}\n"), "dataset.yml", 6, "“least”", "Mend",
    ),
    "field unknown": (dataset("owner: me\n"), "dataset.yml", 1, "“owner”", "Mend"),
    "field twice": (dataset("title: Another\n"), "dataset.yml", 6, "twice", "Keep one"),
    "field missing": (
        {"dataset": edited(DATASET, "licence: CC-BY-4.0\n", "")}, "dataset.yml", 1, "licence is missing", "",
    ),
    "compiled some time": (
        {"dataset": edited(DATASET, "2026-01-31", "2026-01")}, "dataset.yml", 1, "compiled", "2025-06-12",
    ),
    "reviewed nothing": (dataset("reviewed: [c99]\n"), "dataset.yml", None, "“c99”", "Remove"),
    "needs no list": (dataset("needs: other\n"), "dataset.yml", 1, "needs is not a list", ""),
    "alias in YAML": (dataset("made2: &a x\nmade3: *a\n"), "dataset.yml", 6, "anchors", ""),
    "tag in YAML": (dataset("x: !!python/object/apply:os.system [ls]\n"), "dataset.yml", 6, "tags", ""),
    "deep YAML": (dataset("x: " + "[" * 500 + "]" * 500), "dataset.yml", 6, "deeply", ""),
    "no YAML": ({"dataset": "id: [\n"}, "dataset.yml", 2, "not plain YAML", ""),
    "a list": ({"dataset": "- id\n"}, "dataset.yml", None, "not a table", "title"),
    "large YAML": (dataset("x: " + "y" * 200_000), "dataset.yml", None, "larger", ""),
    "fate unknown": ({"report": REPORT + "page,p1,x,lost,,\n"}, "report.csv", 2, "“lost”", "not-kept"),
    "kept nowhere": ({"report": REPORT + "page,p1,x,kept,,\n"}, "report.csv", 2, "keys", ""),
    "kept in no row": ({"report": REPORT + "page,p1,x,kept,c9,\n"}, "report.csv", 2, "“c9”", ""),
    "no reason": ({"report": REPORT + "page,p1,x,not-kept,,\n"}, "report.csv", 2, "reason", "Say why"),
    "of no source": ({"report": REPORT + "pages,p1,x,not-kept,,y\n"}, "report.csv", 2, "“pages”", "page"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN)
def test_one_error_says_where_what_and_how(case: str, tmp_path: Path) -> None:
    """A broken file stops the load with one error: file, line on which the row begins, what, and a hint."""
    files, name, line, fact, hint = BROKEN[case]
    folder = write_set(tmp_path / "small", **files)
    with pytest.raises(UnreadableFile) as caught:
        loaders.read(folder)
    error = caught.value
    assert error.path == str(folder / name)
    assert error.line == line
    assert fact in error.fact
    assert hint in error.hint
    assert str(error).startswith(f"{folder / name}, line {line}: " if line else f"{folder / name}: ")


def test_the_first_mistake_is_told(tmp_path: Path) -> None:
    """Of two mistakes in a file the one on the earlier line is told."""
    text = CLAIMS.replace("2025-06-30/..", "soon").replace("1.2bn", "much")
    with pytest.raises(UnreadableFile, match="line 2"):
        loaders.read(write_set(tmp_path / "small", claims=text))


def test_reviewed_words_pass(tmp_path: Path) -> None:
    """A row or entity that is listed as reviewed may hold a word that else stops the load."""
    folder = write_set(
        tmp_path / "small",
        dataset=DATASET + "reviewed: [c1, person:jane-doe]\n",
        claims=CLAIMS.replace("scientist", "head of health research"),
        entities=ENTITIES.replace("Works on models.", "Works on models of disease."),
    )
    assert loaders.read(folder).sets


def test_organisations_may_speak_of_health(tmp_path: Path) -> None:
    """The words are asked about where a person is spoken of, and nowhere else."""
    folder = write_set(tmp_path / "small", claims=CLAIMS.replace("kind=lab", "kind=health lab"))
    assert loaders.read(folder).sets


@pytest.mark.parametrize("missing", ["dataset.yml", "entities.csv", "sources.csv", "claims.csv"])
def test_missing_files(missing: str, tmp_path: Path) -> None:
    """A set without one of its four files is refused, and the file is named."""
    folder = write_set(tmp_path / "small")
    (folder / missing).unlink()
    with pytest.raises(UnreadableFile, match=missing):
        loaders.read(folder)


@pytest.mark.parametrize("name", ["nowhere", "file.csv", "nowhere.jsonl", "nowhere.zip", "empty"])
def test_what_is_no_set(name: str, tmp_path: Path) -> None:
    """A path that is missing, or neither folder, zip nor dump, is refused with what would be taken."""
    (tmp_path / "file.csv").write_text("a")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnreadableFile) as caught:
        loaders.read(tmp_path / name)
    assert caught.value.hint


def test_large_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond the setting is refused before it is read whole, and the setting is named."""
    monkeypatch.setenv("TALENTGRAPH_FILE_BYTES", "1000")
    settings.cache_clear()
    try:
        with pytest.raises(BadInput, match="TALENTGRAPH_FILE_BYTES"):
            loaders.read(write_set(tmp_path / "small", claims=CLAIMS + "\n" * 1_000))
    finally:
        settings.cache_clear()
