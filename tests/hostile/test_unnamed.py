"""A person who becomes unnamed, or is forgotten, is in no file one takes away and in no answer of a view."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from graph.assembly.rows import Level
from graph.exports import FORMATS, export
from graph.queries.answers.subgraph import Subgraph, collect
from graph.store.base import Store
from graph.store.open import open_store
from graph.store.scope import Scope
from loaders import read

PERSON, UNNAMED = "person:zephyrine-quackenbush", "person:unnamed-wire-1"
MARKS = ("zephyrine", "quackenbush", "zq-alias", "zq-role", "zq-channel", "zq-locator", "zq-summary")
ONLY_IN_FILES = ("zq-key", "zq-file")
UNSAID = {"zq-channel", "zq-summary"}
"""What a page of sentences about many has no words for."""

DATASET = "id: canary\ntitle: Offers\nlicence: CC-BY-4.0\ncompiled: '2025-09-01'\n"
SOURCES = """id,title,publisher,author,date,retrieved,url,kind,form,cites,reliability,licence,note
wire,The offers of summer,The Wire,,2025-07-01,,,named,press,,high,,
"""
ENTITIES = """id,subtype,name,aliases,identifiers,summary,anonymous,old_ids,note
org:meta,company,Meta,,,,,,
"""
NAMED = f"{PERSON},,Zephyrine Quackenbush,Zq-Alias|Z. Quackenbush,,A zq-summary in words.,,,\n"
NOT_NAMED = f"{UNNAMED},,,,,,yes,,\n"
HEADER = (
    "key,subject,relation,object,value,when,low,high,unit,per,role,from,qualifiers,status,attributed_to,source,"
    "locator,quote,note\n"
)
OFFER = "outcome=made; channel=a zq-channel"
NAMED_CLAIMS = (
    f"{HEADER}zq-key,org:meta,offered,{PERSON},,2025-06-12,10m,,USD,year,,,{OFFER},reported,,wire,zq-locator,,\n"
    f"k2,{PERSON},works_at,org:meta,,2024/..,,,,,zq-role,,,reported,,wire,p2,,\n"
)
UNNAMED_CLAIMS = (
    f"{HEADER}k1,org:meta,offered,{UNNAMED},,2025-06,10m,,USD,year,,,outcome=made,reported,,wire,p4,,\n"
)


def folder(path: Path, entities: str, claims: str) -> Path:
    path.mkdir()
    for name, text in (
        ("dataset.yml", DATASET),
        ("sources.csv", SOURCES),
        ("entities.csv", ENTITIES + entities),
        ("claims.csv", claims),
    ):
        (path / name).write_text(text, encoding="utf-8")
    return path


def found(*contents: bytes) -> set[str]:
    """The marks that the contents hold, whatever their case; zips are looked into, names of members too."""
    texts = []
    for content in contents:
        if content.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                texts += [name.encode() + archive.read(name) for name in archive.namelist()]
        else:
            texts.append(content)
    return {mark for mark in (*MARKS, *ONLY_IN_FILES) if any(mark.encode() in t.lower() for t in texts)}


def whole(store: Store) -> Subgraph:
    """Everything of the ledger in one picture, at every level."""
    view = store.view(Scope(level=Level.ALL))
    ids = {id_ for evidence in view.claims().items for id_ in evidence.claim.entities()}
    return collect(view, sorted(ids), title="Everything")


def answers(store: Store) -> bytes:
    """What a view says to anybody who looks for the person."""
    view = store.view(Scope(level=Level.ALL))
    names = ("Zephyrine Quackenbush", "Zq-Alias", "Quackenbush", "zephyrine")
    said = [
        view.entities([PERSON, UNNAMED, "org:meta"]),
        [view.candidates(name).items for name in names],
        view.claims().items,
        view.claims(of=[PERSON]).items,
        view.stints(),
        view.summary(),
    ]
    return repr(said).encode()


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A ledger in which the person is named."""
    with closing(open_store(tmp_path / "ledger.sqlite", engine=request.param)) as opened:
        named = folder(tmp_path / "zq-file", NAMED, NAMED_CLAIMS)
        with opened.writer() as writer:
            writer.load_all(read(named).sets)
        yield opened


def test_the_detector_finds_what_was_planted(store: Store, tmp_path: Path) -> None:
    """Named, the person is found in the files of the set, in every export, in the dump and in the answers."""
    files = [str(path).encode() + path.read_bytes() for path in (tmp_path / "zq-file").iterdir()]
    assert found(*files) == {*MARKS, *ONLY_IN_FILES}
    for name in FORMATS:
        assert found(export(whole(store), name)) == set(MARKS) - (UNSAID if name == "brief" else set())
    assert found("".join(store.dump()).encode()) == set(MARKS)
    assert found(answers(store)) >= set(MARKS)


def check_gone(store: Store) -> None:
    for name in FORMATS:
        assert not found(export(whole(store), name))
    assert not found("".join(store.dump()).encode())
    assert not found(answers(store))


def test_once_unnamed_nothing_is_left(store: Store, tmp_path: Path) -> None:
    """The set loaded again without the name leaves one offer to somebody, and no mark where anybody looks."""
    with store.writer() as writer:
        writer.load_all(read(folder(tmp_path / "again", NOT_NAMED, UNNAMED_CLAIMS)).sets)
    check_gone(store)
    assert [row.object for row in whole(store).edges] == [UNNAMED]
    for name in ("json", "graphml", "gexf", "html"):
        assert b"unnamed-wire-1" in export(whole(store), name)


def test_once_forgotten_nothing_is_left_and_nothing_comes_back(store: Store, tmp_path: Path) -> None:
    """Forgetting leaves no mark, not even among the withdrawn, also when the old files are loaded again."""
    with store.writer() as writer:
        writer.forget(PERSON)
    check_gone(store)
    assert not found("".join(store.dump(withdrawn=True)).encode())
    with store.writer() as writer:
        writer.load_all(read(tmp_path / "zq-file").sets)
    check_gone(store)
    assert not found("".join(store.dump(withdrawn=True)).encode())
