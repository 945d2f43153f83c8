"""A load that says who became unnamed erases what named them, everywhere, as forgetting does."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from files import CLAIMS, DATASET, ENTITIES, SOURCES

import loaders
from graph.assembly.rows import Level
from graph.errors import ModelError
from graph.model.entities import Entity
from graph.store import open_store
from graph.store.answers import LoadReport
from graph.store.base import Store
from graph.store.scope import Scope

WHO, UNNAMED = "person:zenobia-quarterflash", "person:unnamed-page-1"
HEADS = {"entities": ENTITIES, "sources": SOURCES, "claims": CLAIMS}
Row = dict[str, str]

PAGE: Row = {"id": "page", "title": "A page", "date": "2025-07-01", "kind": "named", "form": "press"}
ORGS: tuple[Row, ...] = (
    {"id": "org:acme", "subtype": "company", "name": "Acme"},
    {"id": "org:globex", "subtype": "company", "name": "Globex"},
)
OFFER: Row = {
    "key": "canary-key-offer", "subject": "org:acme", "relation": "offered", "object": WHO,
    "when": "2025-06-12", "qualifiers": "outcome=made; channel=canary-channel; terms=canary-terms",
    "status": "reported", "source": "page", "locator": "canary-locator", "quote": "canary-quote",
    "note": "canary-note",
}  # fmt: skip
JOB: Row = {
    "key": "job", "subject": WHO, "relation": "works_at", "object": "org:globex", "when": "2024/..",
    "role": "canary-role", "status": "reported", "source": "page", "note": "of Zenobia Quarterflash",
}  # fmt: skip
PERSON: Row = {
    "id": WHO, "name": "Zenobia Quarterflash", "aliases": "Canary Alias|Z. Quarterflash",
    "identifiers": "orcid:0000-0002-1825-0097", "summary": "canary-summary", "old_ids": "person:canary-old",
    "note": "canary-entity-note",
}  # fmt: skip
OTHER_JOB: Row = {
    "key": "o1", "subject": "org:globex", "relation": "said", "object": "org:acme", "when": "2025",
    "value": "was left by Zenobia Quarterflash", "qualifiers": "kind=context", "status": "reported",
    "source": "page", "locator": "p9 of Canary Alias",
}  # fmt: skip

MARKS = (
    "zenobia", "quarterflash", "canary alias", "canary-channel", "canary-terms", "canary-locator",
    "canary-quote", "canary-note", "canary-role", "canary-summary", "canary-old", "canary-entity-note",
    "0000-0002-1825-0097",
)  # fmt: skip
"""What names the person in the ledger, in lower case."""


def table(name: str, rows: tuple[Row, ...]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, HEADS[name].splitlines()[0].split(","), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def write(folder: Path, id_: str, entities: tuple[Row, ...], claims: tuple[Row, ...]) -> Path:
    folder.mkdir()
    (folder / "dataset.yml").write_text(DATASET.replace("id: small", f"id: {id_}"), encoding="utf-8")
    for name, rows in (("entities", entities), ("sources", (PAGE,)), ("claims", claims)):
        (folder / f"{name}.csv").write_text(table(name, rows), encoding="utf-8")
    return folder


@dataclass
class Sets:
    """The folders: the person named, mentioned by another set, unnamed, and with the old id taken out."""

    named: Path
    other: Path
    unnamed: Path
    bare: Path


@pytest.fixture
def sets(tmp_path: Path) -> Sets:
    who = {"id": UNNAMED, "anonymous": "yes"}
    offer = OFFER | {"key": "k1", "object": UNNAMED, "when": "2025-06", "locator": "p4"}
    offer |= {"qualifiers": "outcome=made", "quote": "", "note": ""}
    return Sets(
        write(tmp_path / "named", "small", (*ORGS, PERSON), (OFFER, JOB)),
        write(tmp_path / "other", "other", (*ORGS, {"id": WHO, "name": "Canary Alias"}), (JOB, OTHER_JOB)),
        write(tmp_path / "unnamed", "small", (*ORGS, who | {"old_ids": WHO}), (offer,)),
        write(tmp_path / "bare", "small", (*ORGS, who), (offer,)),
    )


@dataclass
class Kept:
    """A store, and all the bytes that it keeps on the disk."""

    store: Store
    folder: Path

    def load(self, *folders: Path) -> tuple[LoadReport, ...]:
        with self.store.writer() as writer:
            return writer.load_all([each for folder in folders for each in loaders.read(folder).sets])

    def marks(self) -> set[str]:
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        texts = [path.name.encode() + path.read_bytes() for path in files]
        texts += [text.encode() for text in self._said()]
        return {mark for mark in MARKS if any(mark.encode() in text.lower() for text in texts)}

    def _said(self) -> Iterator[str]:
        view = self.store.view(Scope(level=Level.ALL))
        yield repr((view.summary(), view.claims().items, view.stints(), view.entities([WHO, UNNAMED])))
        yield repr([view.candidates(name).items for name in ("Zenobia Quarterflash", "Canary Alias")])
        yield from self.store.dump(withdrawn=True)


@pytest.fixture
def kept(engine: str, tmp_path: Path) -> Iterator[Kept]:
    with closing(open_store(tmp_path / "data" / "ledger.sqlite", engine)) as store:
        yield Kept(store, tmp_path / "data")


def test_what_named_them_is_erased(kept: Kept, sets: Sets) -> None:
    """All marks are found while the person is named by two sets, and none after one says: unnamed now."""
    kept.load(sets.named, sets.other)
    assert kept.marks() == set(MARKS)
    kept.load(sets.unnamed)
    assert kept.marks() == set()
    view = kept.store.view()
    assert [e.claim.relation for e in view.claims(of=[UNNAMED]).items] == ["offered"]
    assert view.entities([WHO]) == {}
    assert [e.claim.value for e in view.claims(of=["org:globex"]).items if e.claim.relation == "said"] == []


def test_withdrawn_rows_are_erased_too(kept: Kept, sets: Sets) -> None:
    """The person is erased also when the set had dropped them in a load before."""
    kept.load(sets.named)
    kept.load(sets.bare)
    kept.load(sets.unnamed)
    assert kept.marks() == set()


@pytest.mark.parametrize("again", ["named", "other", "both"])
def test_they_do_not_come_back(kept: Kept, sets: Sets, again: str) -> None:
    """Older copies and other sets that name them are held back, and the load says how many rows."""
    kept.load(sets.named)
    kept.load(sets.unnamed)
    back: dict[str, Callable[[], tuple[LoadReport, ...]]] = {
        "named": lambda: kept.load(sets.named),
        "other": lambda: kept.load(sets.other),
        "both": lambda: kept.load(sets.named, sets.other),
    }
    assert all(report.held_back for report in back[again]())
    assert kept.marks() == set()


def test_loading_twice_changes_nothing(kept: Kept, sets: Sets) -> None:
    """The same file once more is no new version, and neither is the file without the former id."""
    kept.load(sets.named, sets.other)
    kept.load(sets.unnamed)
    before = (kept.store.view().version, list(kept.store.dump()))
    kept.load(sets.unnamed)
    kept.load(sets.bare)
    assert (kept.store.view().version, list(kept.store.dump())) == before


def test_the_order_of_sets_is_of_no_matter(kept: Kept, sets: Sets) -> None:
    """In one load with a set that names them, and before it, the unnaming wins."""
    kept.load(sets.unnamed, sets.other)
    assert kept.marks() == set()


def test_the_former_id_is_asked_for_once(sets: Sets) -> None:
    """The entity keeps no former id, and the load asks to take it out of the file, without naming anybody."""
    (read,) = loaders.read(sets.unnamed).sets
    assert read.unnames == (WHO,)
    assert all(not entity.old_ids for entity in read.entities)
    (warning,) = [text for text in read.warnings if "old_ids" in text]
    assert "zenobia" not in warning
    with pytest.raises(ModelError):
        Entity(UNNAMED, anonymous=True, old_ids=(WHO,))
