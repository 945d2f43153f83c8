"""What we write, we read back equal."""

import io
import json
import zipfile
from types import ModuleType

import pytest
from hostile import hostile_subgraph
from hypothesis import given
from subgraphs import subgraphs

from graph.errors import BadInput
from graph.exports import cyjs, export, node_link, parquet, tables
from graph.queries.answers.subgraph import Subgraph


@given(subgraphs())
def test_node_link_gives_an_equal_subgraph(subgraph: Subgraph) -> None:
    """Node-link JSON holds all of a Subgraph."""
    assert node_link.read(export(subgraph, "json")) == subgraph


@given(subgraphs())
def test_cytoscape_gives_an_equal_subgraph(subgraph: Subgraph) -> None:
    """Cytoscape JSON holds all of a Subgraph, parallel edges and places too."""
    assert cyjs.read(export(subgraph, "cyjs")) == subgraph


@given(subgraphs())
def test_cytoscape_tables_hold_what_they_can(subgraph: Subgraph) -> None:
    """Each cell is a text, a number, a truth value or a list of texts that is not empty; ids are unique."""
    data = json.loads(export(subgraph, "cyjs"))
    elements = [*data["elements"]["nodes"], *data["elements"]["edges"]]
    ids = [element["data"]["id"] for element in elements]
    assert len(set(ids)) == len(ids) == len(subgraph.entities) + len(subgraph.edges)
    nodes = {node["data"]["id"] for node in data["elements"]["nodes"]}
    for element in [*elements, data]:
        for value in element["data"].values():
            assert isinstance(value, str | int | float | bool) or (
                isinstance(value, list) and value and all(isinstance(text, str) for text in value)
            )
    assert all(
        {edge["data"]["source"], edge["data"]["target"]} <= nodes for edge in data["elements"]["edges"]
    )


@given(subgraphs())
def test_tables_give_an_equal_subgraph_raw_and_guarded(subgraph: Subgraph) -> None:
    """The tables hold all of a Subgraph, and the guard against formulas can be taken off again."""
    assert tables.read(export(subgraph, "csv", raw=True)) == subgraph
    assert tables.read(export(subgraph, "csv")) == subgraph


@given(subgraphs())
def test_parquet_gives_an_equal_subgraph(subgraph: Subgraph) -> None:
    """Parquet holds all of a Subgraph, figures to the last digit."""
    assert parquet.read(export(subgraph, "parquet")) == subgraph


@pytest.mark.parametrize(
    ("name", "form"), [("json", node_link), ("csv", tables), ("parquet", parquet), ("cyjs", cyjs)]
)
def test_hostile_texts_come_back_as_they_were(name: str, form: ModuleType) -> None:
    """Whatever means harm somewhere is a text like any other in every format that is complete."""
    assert form.read(export(hostile_subgraph(), name)) == hostile_subgraph()


@given(subgraphs())
def test_the_same_subgraph_gives_the_same_bytes(subgraph: Subgraph) -> None:
    """An export depends on its Subgraph and nothing else: no clock, no counter."""
    for name in ("json", "csv", "parquet", "graphml", "gexf", "cyjs", "brief"):
        assert export(subgraph, name) == export(subgraph, name)


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[1]", b"null", b"\xff", b'{"graph": {"talentgraph": 2}}', b"[" * 99_999]
)
def test_what_is_no_export_is_refused(content: bytes) -> None:
    """A file that we did not write raises the one error of bad input."""
    with pytest.raises(BadInput):
        node_link.read(content)
    with pytest.raises(BadInput):
        cyjs.read(content)
    for tabled in (tables, parquet):
        with pytest.raises(BadInput):
            tabled.read(content)


def test_a_zip_that_unpacks_to_too_much_is_refused() -> None:
    """A small zip of a big file is refused before it is unpacked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("about.json", json.dumps({"talentgraph": 1}))
        archive.writestr("entities.csv", b"0" * 60_000_000)
    for tabled in (tables, parquet):
        with pytest.raises(BadInput, match="TALENTGRAPH_FILE_BYTES"):
            tabled.read(out.getvalue())
