"""A person who is forgotten is nowhere: not in answers, not in a dump, not in a byte of the data folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from small import claim, claim_set

from graph.errors import NotFound
from graph.model.claimset import ClaimSet, Excluded, Judgement
from graph.model.entities import Entity
from graph.model.source import Source
from graph.store import open_store
from graph.store.base import Store

CANARY = re.compile(rb"qu[ei]x[\W_]?ot|zebulon|0000-0002-1825-0097", re.IGNORECASE)
ORCID = "0000-0002-1825-0097"
WHO = "person:zebulon-quexot"
BLOG = Source(
    "zebulon-quexot-blog",
    title="Zebulon Quexot's own page",
    url="https://example.org/zebulonquexot",
    date="2025-05",
)
PAGE = Source("page", title="A page", author="Zebulon Quexot", date="2025-06-01", cites=(BLOG.id,))
OTHER = Source("other_quexot", title="Another page", date="2025-06-01")
DENIED = claim(
    "org:alpha", "said", "org:beta", "2025-06", value="Zebulon Quexot was never there", kind="denial"
)


def planted() -> ClaimSet:
    """A ledger with the canary in every field that may hold a name."""
    rows = (
        claim(WHO, "named", value="Zebulon Quexot", kind="usual"),
        claim(WHO, "named", value="Zeb Quixot", kind="misspelling"),
        claim(WHO, "identified_by", value=ORCID, kind="orcid"),
        claim(WHO, "works_at", "org:alpha", "2024-01/..", source=BLOG.id),
        claim("person:bo", "works_at", "org:alpha", "2023/2024", note="hired by Zébulon Quexot"),
        claim("person:bo", "reports_to", WHO, "2024"),
        claim("person:bo", "named", value="Bo Li", kind="usual"),
        claim(
            "org:beta",
            "offered",
            "person:bo",
            "2025-01",
            outcome="made",
            by=WHO,
            terms="as Zeb Quixot's deputy",
        ),
        DENIED,
        claim("person:bo", "holds_role", "org:beta", "2025", role="deputy of Zebulon Quexot"),
        claim(
            "person:bo",
            "leads",
            "org:beta",
            "2025-03/..",
            attributed_to=WHO,
            locator="p2 of Zebulon Quexot's post",
        ),
        claim("deal:zebulon-quexot-beta-2025", "deal_kind", value="team hire"),
        claim("person:bo", "party_to", "deal:zebulon-quexot-beta-2025", role="hirer"),
        claim("person:zebulon-quexot-chemist", "works_at", "org:beta", "2024"),
    )
    entities = [
        Entity(WHO, summary="Zebulon Quexot, a researcher", old_ids=("person:zeb-quixot",)),
        Entity("person:bo", note="not Zeb Quixot"),
        Entity("org:alpha", summary="Where Zebulon Quexot works"),
        Entity("org:beta"),
        Entity("deal:zebulon-quexot-beta-2025"),
        Entity("person:zebulon-quexot-chemist"),
    ]
    return claim_set(
        *rows, id_="zebulon-quexot-file", title="About Zebulon Quexot", made="from Zebulon Quexot's folder",
        entities=entities, sources=(PAGE, BLOG),
    )  # fmt: skip


def without_namesake(given: ClaimSet) -> ClaimSet:
    """A namesake stays, and would trip the detector for good reason."""
    return replace(
        given,
        entities=tuple(e for e in given.entities if "chemist" not in e.id),
        claims=tuple(c for c in given.claims if "chemist" not in c.subject),
    )


def found_in(folder: Path) -> list[str]:
    """The files of a folder that hold the canary in a byte, or in their name."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [
        path.name for path in files if CANARY.search(path.read_bytes()) or CANARY.search(path.name.encode())
    ]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "ledger.sqlite"


def load(store: Store, *sets: ClaimSet) -> int:
    with store.writer() as writer:
        return sum(report.held_back for report in writer.load_all(sets))


def forget(store: Store, id_: str) -> None:
    with store.writer() as writer:
        writer.forget(id_)


def answers(store: Store) -> Iterator[str]:
    view = store.view()
    yield repr(view.summary())
    yield repr(view.claims(limit=1_000))
    yield repr(view.entities(["person:bo", "org:alpha", "org:beta", WHO]))
    yield repr(view.candidates("Zebulon Quexot"))
    yield repr(view.stints())
    yield from store.dump(withdrawn=True)


def test_no_byte_is_left(file: Path) -> None:
    """The detector finds the canary in the data folder, and nothing
    once the person is forgotten and reloaded.
    """
    store = open_store(file)
    mended = replace(planted(), claims=planted().claims[:-3])
    load(store, without_namesake(planted()))
    load(store, without_namesake(mended))
    load(store, without_namesake(planted()))
    backup = file.with_name(f"{file.name}.schema-0.bak")
    backup.write_bytes(file.read_bytes())
    assert set(found_in(file.parent)) == {file.name, backup.name}
    forget(store, WHO)
    assert found_in(file.parent) == []
    assert load(store, without_namesake(planted())) > 0
    store.close()
    assert found_in(file.parent) == []


def test_no_answer_speaks_of_them(store: Store) -> None:
    """Nothing that a store answers or dumps holds a name, id or identifier, before or after a reload."""
    load(store, without_namesake(planted()))
    assert any(CANARY.search(text.encode()) for text in answers(store))
    for _ in range(2):
        forget(store, WHO) if WHO in store.view().entities([WHO]) else None
        assert [text for text in answers(store) if CANARY.search(text.encode())] == []
        load(store, without_namesake(planted()))


def test_rows_are_held_back_and_counted(store: Store) -> None:
    """A later load holds their rows back, says how many, and changes nothing the second time."""
    load(store, planted())
    forget(store, WHO)
    first = load(store, planted())
    before, version = list(store.dump()), store.view().version
    assert first == load(store, planted()) > 0
    assert (list(store.dump()), store.view().version) == (before, version)


def test_the_rest_stays(store: Store) -> None:
    """What others did stays, without the mention; a namesake stays whole."""
    load(store, planted())
    with store.writer() as writer:
        report = writer.forget("person:zeb-quixot")
    view = store.view()
    kept = view.claims(of=["person:bo"]).items
    assert {each.claim.relation for each in kept} == {"works_at", "named", "offered", "leads", "party_to"}
    assert not any(each.claim.note or each.claim.attributed_to or each.claim.get("by") for each in kept)
    assert view.entities(["person:zebulon-quexot-chemist"])["person:zebulon-quexot-chemist"].degree == 1
    assert report.claims > 0
    assert report.emptied > 0
    assert all(len(claim_id) == 20 for _, claim_id in report.rows_to_edit)


def test_the_report_of_a_load_does_not_name_them(store: Store) -> None:
    """Statements not kept and warnings are told as ever; after a forget without what names the person."""
    excluded = (
        Excluded(BLOG.id, "p2 of Zebulon Quexot's post", "home of Zeb Quixot"),
        Excluded("page", "p1", "an opinion"),
    )
    given = replace(planted(), excluded=excluded, warnings=(f"{WHO}: no claim speaks of it.", "line 2."))
    with store.writer() as writer:
        report = writer.load(given)
        assert (report.excluded, report.warnings) == (given.excluded, given.warnings)
        writer.forget(WHO)
        report = writer.load(given)
    assert report.warnings == ("line 2.",)
    assert report.excluded[1:] == excluded[1:]
    assert len(report.excluded) == 2
    assert not CANARY.search(repr(report).encode())


def test_texts_that_may_name_them_are_told(store: Store) -> None:
    """By any name, or surname, that the sets give them; where nobody was forgotten, no set is read."""
    texts = ("the home of Zeb Quixot", "Quexot's post", "an opinion")
    load(store, planted())
    sets = iter([planted()])
    assert store.view().forgotten_texts(texts, sets) == frozenset()
    assert list(sets) == [planted()]
    forget(store, WHO)
    assert store.view().forgotten_texts(texts, [planted()]) == set(texts[:2])


def test_another_id_with_the_same_identifier_is_held_back(store: Store) -> None:
    """Whoever comes back under another id with the same ORCID is held back."""
    load(store, planted())
    forget(store, WHO)
    again = claim("person:openalex-a1", "identified_by", value=ORCID, kind="orcid", source=OTHER.id)
    job = claim("person:openalex-a1", "works_at", "org:alpha", "2025", source=OTHER.id)
    assert load(store, claim_set(again, job, id_="two", sources=[OTHER])) == 3
    assert store.view().entities(["person:openalex-a1"]) == {}


def test_merged_ids_are_forgotten_together(store: Store) -> None:
    """Forgetting one of two ids judged the same forgets both; neither can be judged again."""
    other = claim("person:z-q", "works_at", "org:beta", "2020")
    load(store, claim_set(other, claim("person:ada", "works_at", "org:beta", "2020")))
    with store.writer() as writer:
        writer.judge(Judgement("person:ada", "person:z-q", same=True))
        writer.forget("person:z-q")
    assert not any("person:ada" in text or "person:z-q" in text for text in store.dump(withdrawn=True))
    with pytest.raises(NotFound), store.writer() as writer:
        writer.judge(Judgement("person:z-q", "person:bo", same=True))


def test_forgetting_nobody(store: Store) -> None:
    """Unknown ids, organisations and the forgotten themselves are not found."""
    load(store, planted())
    forget(store, WHO)
    for id_ in ("person:nobody", "org:alpha", WHO):
        with pytest.raises(NotFound), store.writer() as writer:
            writer.forget(id_)


def unnamed() -> ClaimSet:
    """The same set, once its editor has taken the person out."""
    who = "person:unnamed-other-1"
    offer = claim("org:beta", "offered", who, "2025-01", outcome="made", source=OTHER.id)
    others = [
        each for each in planted().claims if each.subject == "person:bo" and each.relation == "works_at"
    ]
    bare = [replace(each, note="") for each in others]
    entities = [Entity(who, anonymous=True), *map(Entity, ("org:alpha", "org:beta", "person:bo"))]
    page = replace(PAGE, author="", cites=())
    return claim_set(*bare, offer, id_="zebulon-quexot-file", entities=entities, sources=[OTHER, page])


def test_whoever_becomes_unnamed_is_erased(file: Path) -> None:
    """A load in which somebody becomes unnamed erases what named them, from set ids to withdrawn rows."""
    store = open_store(file)
    load(store, without_namesake(planted()))
    assert found_in(file.parent) == [file.name]
    load(store, unnamed())
    assert found_in(file.parent) == []
    version = store.view().version
    load(store, unnamed())
    assert store.view().version == version
    assert store.view().counts(["person:unnamed-other-1"])["person:unnamed-other-1"][0].edges == 1
    assert found_in(file.parent) == []


def test_whoever_is_named_elsewhere_stays(store: Store) -> None:
    """A person whom another set still names is not erased when one set makes somebody unnamed."""
    other = claim_set(
        claim(WHO, "works_at", "org:alpha", "2024", source=OTHER.id), id_="two", sources=[OTHER]
    )
    load(store, planted(), other)
    load(store, unnamed())
    assert WHO in store.view().entities([WHO])
