"""Sources, entities and whole sets."""

from typing import Any

import pytest
from claims import claim

from graph.errors import ModelError, SetRefused
from graph.model.claim import Claim
from graph.model.claimset import ClaimSet
from graph.model.days import day_of
from graph.model.entities import Entity, join_definitions
from graph.model.source import Source

COMPILED = day_of("2026-01-31")


@pytest.mark.parametrize(
    ("date", "retrieved", "known_from", "dated"),
    [
        ("2025-06-12", "", "2025-06-12", True),
        ("2025-06", "2025-09-01", "2025-06-30", True),
        ("[2025-06-12..2025-06-18]", "", "2025-06-18", True),
        ("[..2025-06]", "", "2025-06-30", True),
        ("[2025-06..]", "2025-09-01", "2025-09-01", False),
        ("", "2025-09-01", "2025-09-01", False),
        ("", "", "2026-01-31", False),
    ],
)
def test_known_from(date: str, retrieved: str, known_from: str, dated: bool) -> None:
    """A source is known from the latest day of its date, else from its retrieval, else from its set's day."""
    source = Source("page", "A page", date=date, retrieved=retrieved)
    assert source.known_from(COMPILED) == day_of(known_from)
    assert source.is_dated is dated


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("id", {"id": "A Page"}),
        ("title", {"title": ""}),
        ("title", {"title": "a\nb"}),
        ("date", {"date": "2025/2026"}),
        ("date", {"date": "Jun-25"}),
        ("retrieved", {"retrieved": "2025-06"}),
        ("kind", {"kind": "secret"}),
        ("form", {"form": "rumour"}),
        ("reliability", {"reliability": "sure"}),
        ("cites", {"cites": ("A Page",)}),
        ("cites", {"cites": ("page",)}),
        ("author", {"kind": "anonymous", "author": "Jane Doe"}),
        ("url", {"kind": "anonymous", "url": "https://example.org/jane"}),
        ("date", {"kind": "anonymous", "date": "2025-06-12"}),
    ],
)
def test_sources_refused(field: str, change: dict[str, Any]) -> None:
    """A source has an id, a title, words of the lists, one date, and no trace of whoever is anonymous."""
    with pytest.raises(ModelError) as caught:
        Source(**({"id": "page", "title": "A page"} | change))
    assert caught.value.field == field


@pytest.mark.parametrize(
    "url", ["https://example.org", "https://example.org:8443/a(b)?c=%C3%A9&d#e", "https://a.b/c,d;e"]
)
def test_addresses(url: str) -> None:
    """Plain https addresses are taken as they are."""
    assert Source("page", "A page", url=url).url == url


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org", "javascript:alert(1)", "https://", "https://user@example.org", "https://a.b/<script>",
        "https://a.b/'", 'https://a.b/"', "https://a.b/ c", "https://a.b/\x00", "https://a.b/é", "https://а.b/",
        "https://a.b/\\", "//a.b", "data:text/html,x", "HTTPS://a.b", "https://a.b/" + "c" * 2_000,
    ],
)  # fmt: skip
def test_addresses_refused(url: str) -> None:
    """Another scheme, a user, blanks, quotes, brackets, other letters and great length are refused."""
    with pytest.raises(ModelError) as caught:
        Source("page", "A page", url=url)
    assert caught.value.field == "url"


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("id", {"id": "event:x"}),
        ("subtype", {"subtype": "shop"}),
        ("summary", {"summary": "a" * 401}),
        ("old_ids", {"old_ids": ("person:acme",)}),
        ("old_ids", {"old_ids": ("org:acme",)}),
        ("note", {"note": "a\u202eb"}),
    ],
)
def test_entities_refused(field: str, change: dict[str, Any]) -> None:
    """An entity has an id of the five kinds, a subtype of its kind, and former ids of its kind."""
    with pytest.raises(ModelError) as caught:
        Entity(**({"id": "org:acme"} | change))
    assert caught.value.field == field


def test_definitions_are_joined() -> None:
    """What one set leaves empty another may say; what they say differently is refused."""
    one, other = Entity("org:acme", subtype="lab", old_ids=("org:a",)), Entity("org:acme", summary="A lab.")
    joined = Entity("org:acme", subtype="lab", summary="A lab.", old_ids=("org:a",))
    assert join_definitions(one, other) == join_definitions(other, one) == joined
    with pytest.raises(SetRefused, match="subtype"):
        join_definitions(one, Entity("org:acme", subtype="team"))


def a_set(**change: Any) -> ClaimSet:
    fields: dict[str, Any] = {
        "id": "mine", "title": "My set", "licence": "CC-BY-4.0", "compiled": "2026-01-31",
        "entities": (Entity("person:jane-doe"), Entity("org:acme")), "sources": (Source("page", "A page"),),
        "claims": (claim(), claim(note="b")),
    }  # fmt: skip
    return ClaimSet(**(fields | change))


def test_a_set_has_no_order() -> None:
    """Two sets with the same rows in another order, or with a row twice, are equal."""
    turned = a_set(
        claims=(claim(note="b"), claim(), claim()), entities=(Entity("org:acme"), Entity("person:jane-doe"))
    )
    assert turned == a_set()


def orcid(value: str) -> Claim:
    return Claim("person:jane-doe", "identified_by", "page", value=value, qualifiers=(("kind", "orcid"),))


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("id", {"id": "My Set"}),
        ("licence", {"licence": ""}),
        ("licence", {"title": ""}),
        ("compiled", {"compiled": "2026-01"}),
        ("id", {"entities": (Entity("org:acme"), Entity("org:acme", summary="Twice."))}),
        ("id", {"sources": (Source("page", "A"), Source("page", "B"))}),
        ("identifiers", {"claims": (orcid("0000-0002-1825-0097"), orcid("0000-0001-5109-3700"))}),
    ],
)
def test_sets_refused(field: str, change: dict[str, Any]) -> None:
    """A set has an id, title, licence and day; no id is defined twice, and nobody has two ORCIDs."""
    with pytest.raises(ModelError) as caught:
        a_set(**change)
    assert caught.value.field == field
