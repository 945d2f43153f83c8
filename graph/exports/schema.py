"""The tables of an export: each column with its type and title, for files and for `datapackage.json`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a cell holds. `bound`: an ISO day, or `past` or `future` where nothing bounds it.

    `pairs`: a list of `name=value`, which CSV writes as the files of a set do.
    """

    TEXT = "text"
    LIST = "list"
    PAIRS = "pairs"
    WHOLE = "whole number"
    NUMBER = "number"
    DECIMAL = "decimal"
    TRUTH = "truth value"
    DAY = "day"
    BOUND = "bound"


@dataclass(frozen=True, slots=True)
class Column:
    """`filled`: never empty."""

    name: str
    kind: Kind
    title: str
    filled: bool = False


def _text(name: str, title: str, filled: bool = False) -> Column:
    return Column(name, Kind.TEXT, title, filled)


def _list(name: str, title: str) -> Column:
    return Column(name, Kind.LIST, title)


def _bound(name: str, title: str) -> Column:
    return Column(name, Kind.BOUND, title, filled=True)


def _whole(name: str, title: str) -> Column:
    return Column(name, Kind.WHOLE, title, filled=True)


ENTITIES = (
    _text("id", "Stable id, kind:slug", filled=True),
    _text("kind", "Person, group, org, deal or work", filled=True),
    _text("subtype", "What kind of organisation, group or work"),
    _text("name", "Name to show"),
    _list("aliases", "Other names that it is seen under"),
    _list("identifiers", "Identifiers elsewhere, kind:value"),
    _text("summary", "One line, in the editor's own words"),
    Column("anonymous", Kind.TRUTH, "Whether it is an unnamed person"),
    _whole("degree", "Number of its edges in the whole ledger"),
    _text("company", "Id of the organisation that it belongs to on the day"),
    Column("x", Kind.NUMBER, "Place in the picture, to the right"),
    Column("y", Kind.NUMBER, "Place in the picture, downwards"),
)
EDGES = (
    _text("subject", "Id of the entity that the edge begins at", filled=True),
    _text("subject_name", "Its name"),
    _text("relation", "Relation of the model", filled=True),
    _text("label", "The relation in words", filled=True),
    _text("object", "Id of the entity that the edge ends at", filled=True),
    _text("object_name", "Its name"),
    _text("company", "Id of the company of the object"),
    _text("bundle", "What makes it an edge of its own: the offer, the role"),
    _whole("ordinal", "First, second … time of the same person at the same place"),
    _whole("place", "First, second … lab inside one stint"),
    _text("when", "Dates as the claims write them (EDTF), each once"),
    _bound("start_lo", "Earliest first day"),
    _bound("start_hi", "Latest first day"),
    _bound("end_lo", "Earliest first day no longer so"),
    _bound("end_hi", "Latest first day no longer so"),
    _bound("likely_until", "First day on which it is no longer likely"),
    _bound("order_until", "Last day for comparing the order of edges, exclusive"),
    _text("status", "Strongest status of its claims", filled=True),
    _whole("origins", "Number of independent origins"),
    _list("levels", "Levels of evidence at which it holds"),
    _list("flags", "Marks of the edge"),
    _bound("known_from", "First day on which it was known so"),
    _bound("known_until", "First day on which it was known otherwise"),
    _list("claims", "Claims behind it and what each says of it, id=part"),
    _text("address", "Stable address of the edge", filled=True),
)
CLAIMS = (
    _text("key", "Id of the claim, a hash of its content", filled=True),
    _text("subject", "Id of the entity that it speaks of", filled=True),
    _text("relation", "Relation of the model", filled=True),
    _text("object", "Id of the other entity"),
    _text("value", "Value, where there is no other entity"),
    _text("when", "Time as the source gives it (EDTF)"),
    Column("low", Kind.DECIMAL, "Lower bound of the figure; empty: open"),
    Column("high", Kind.DECIMAL, "Upper bound of the figure; empty: open"),
    _text("unit", "ISO 4217 code, percent, people, organisations or ratio"),
    _text("per", "Total or year"),
    _list("role", "Role"),
    _list("from", "Ids of organisations that a person came from"),
    Column("qualifiers", Kind.PAIRS, "All other qualifiers, name=value"),
    _text("status", "What the source says of it: confirmed, reported …", filled=True),
    _text("attributed_to", "Who says it inside the source: an id, or unnamed"),
    _text("source", "Id of the source", filled=True),
    _text("locator", "Place in the source"),
    _text("quote", "Words of the source, where the words are the fact"),
    _text("note", "Note of the editor"),
    _bound("known_from", "First day on which its source was out"),
    _list("sets", "Ids of the sets that hold it"),
)
SOURCES = (
    _text("id", "Id of the source", filled=True),
    _text("title", "Title", filled=True),
    _text("publisher", "Publisher"),
    _text("author", "Author"),
    _text("date", "Date of publication (EDTF)"),
    Column("retrieved", Kind.DAY, "Day on which it was read"),
    _text("url", "Address, https"),
    _text("kind", "Named, anonymous or derived", filled=True),
    _text("form", "Press, statement, filing, dataset, post, transcript or aggregator", filled=True),
    _list("cites", "Ids of the sources that it cites"),
    _text("reliability", "High, medium, low or unknown", filled=True),
    _text("licence", "Licence of the source itself"),
    _text("note", "Note of the editor"),
)
TABLES = {"entities": ENTITIES, "edges": EDGES, "claims": CLAIMS, "sources": SOURCES}
TITLES = {
    "entities": "People, groups, organisations, deals and works",
    "edges": "What joins them",
    "claims": "What one source says, one row each",
    "sources": "Who says it",
}
KEYS = {"entities": "id", "claims": "key", "sources": "id"}
"""Columns that tell the rows of a table apart."""
LINKS = (("edges", "subject", "entities"), ("edges", "object", "entities"), ("claims", "source", "sources"))
"""(table, column, table whose key it holds)"""
