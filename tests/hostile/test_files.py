"""Hostile text in the files that other programs open."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from hostile import PAYLOADS, hostile_subgraph
from lxml import etree

from graph.exports import export, node_link, tables
from graph.queries.answers.subgraph import Subgraph

# what a spreadsheet may begin a formula with, after what it may skip; written apart from the guard itself
SKIPPED = " \t\u00a0\u2007\u202f\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
LEADS = "=+-@\t\r\n＝＋－＠﹦﹢﹣﹫\u2212"
NUMBERS = {"degree", "x", "y", "ordinal", "place", "origins", "low", "high"}


@pytest.fixture(scope="module")
def hostile() -> Subgraph:
    return hostile_subgraph()


def cells(content: bytes) -> Iterator[tuple[str, str]]:
    """Column and text of every cell of every table."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith(".csv"):
                text = archive.read(name).decode("utf-8-sig")
                for row in csv.DictReader(io.StringIO(text, newline=""), strict=True):
                    yield from row.items()


def live(column: str, text: str) -> bool:
    """Whether a spreadsheet could read a formula in it, as it stands or split at semicolons."""
    parts = (part.lstrip(SKIPPED) for part in text.split(";"))
    return column not in NUMBERS and any(part[:1] and part[:1] in LEADS for part in parts)


def test_no_cell_is_a_formula(hostile: Subgraph) -> None:
    """By default no cell of any table can begin a formula; raw, the detector finds them."""
    assert not [cell for cell in cells(export(hostile, "csv")) if live(*cell)]
    found = {text for column, text in cells(export(hostile, "csv", raw=True)) if live(column, text)}
    assert len(found) >= 15


def test_tables_are_exact_when_raw(hostile: Subgraph) -> None:
    """Raw tables hold every payload letter by letter, and both kinds read back equal."""
    texts = {text for _, text in cells(export(hostile, "csv", raw=True))}
    assert set(PAYLOADS) <= texts
    assert tables.read(export(hostile, "csv", raw=True)) == hostile
    assert tables.read(export(hostile, "csv")) == hostile


def test_pandas_reads_every_row(hostile: Subgraph) -> None:
    """pandas finds as many rows as we wrote, whatever commas, quotes and semicolons the cells hold."""
    with zipfile.ZipFile(BytesIO(export(hostile, "csv", raw=True))) as archive:
        read = {
            name: pd.read_csv(BytesIO(archive.read(name)), dtype=str, keep_default_na=False)
            for name in archive.namelist()
            if name.endswith(".csv")
        }
        assert all(archive.read(name).startswith(b"\xef\xbb\xbf") for name in read)
    assert list(read["entities.csv"]["summary"]) == [card.summary for card in hostile.entities]
    assert list(read["sources.csv"]["title"]) == [source.title for source in hostile.sources]
    assert len(read["claims.csv"]) == len(hostile.claims)
    assert len(read["edges.csv"]) == len(hostile.edges)


def test_node_link_is_exact(hostile: Subgraph) -> None:
    """networkx and we read the same graph out of the JSON, payloads and all."""
    content = export(hostile, "json")
    graph = nx.node_link_graph(json.loads(content), edges="edges")
    assert [data["summary"] for _, data in graph.nodes(data=True)] == [c.summary for c in hostile.entities]
    assert graph.number_of_edges() == len(hostile.edges)
    assert node_link.read(content) == hostile


def test_xml_holds_payloads_as_text(hostile: Subgraph, checkout: Path) -> None:
    """GraphML and GEXF stay well formed and valid, define no entity, and give every text back as it was."""
    schema = etree.XMLSchema(file=str(checkout / "tests/data/gexf/gexf.xsd"))
    gexf, graphml = export(hostile, "gexf"), export(hostile, "graphml")
    schema.assertValid(etree.fromstring(gexf))
    for content, graph in (
        (gexf, nx.read_gexf(BytesIO(gexf), version="1.3")),
        (graphml, nx.read_graphml(BytesIO(graphml), force_multigraph=True)),
    ):
        assert etree.fromstring(content).getroottree().docinfo.internalDTD is None
        assert [data["summary"] for _, data in graph.nodes(data=True)] == [
            c.summary for c in hostile.entities
        ]
        assert graph.number_of_edges() == len(hostile.edges)


def test_the_page_has_no_markup_of_the_data(hostile: Subgraph) -> None:
    """In the page, no payload stands as markup: not one of its tags appears unescaped."""
    page = export(hostile, "html").decode()
    shown = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
    assert "pwned" in shown
    assert not re.search(r"<(img|iframe|object|embed|form|base|video|image|math|template)\b", shown)
    assert "<script" not in shown
    assert page.count("</script>") == 3
