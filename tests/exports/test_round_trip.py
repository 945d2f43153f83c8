"""What we write, we read back equal."""

import io
import json
import zipfile

import pytest
from hypothesis import given
from subgraphs import subgraphs

from graph.errors import BadInput
from graph.exports import export, node_link, tables
from graph.queries.subgraph import Subgraph


@given(subgraphs())
def test_node_link_gives_an_equal_subgraph(subgraph: Subgraph) -> None:
    """Node-link JSON holds all of a Subgraph."""
    assert node_link.read(export(subgraph, "json")) == subgraph


@given(subgraphs())
def test_tables_give_an_equal_subgraph_raw_and_guarded(subgraph: Subgraph) -> None:
    """The tables hold all of a Subgraph, and the guard against formulas can be taken off again."""
    assert tables.read(export(subgraph, "csv", raw=True)) == subgraph
    assert tables.read(export(subgraph, "csv")) == subgraph


@given(subgraphs())
def test_the_same_subgraph_gives_the_same_bytes(subgraph: Subgraph) -> None:
    """An export depends on its Subgraph and nothing else: no clock, no counter."""
    for name in ("json", "csv", "graphml", "gexf"):
        assert export(subgraph, name) == export(subgraph, name)


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[1]", b"null", b"\xff", b'{"graph": {"talentgraph": 2}}', b"[" * 99_999]
)
def test_what_is_no_export_is_refused(content: bytes) -> None:
    """A file that we did not write raises the one error of bad input."""
    with pytest.raises(BadInput):
        node_link.read(content)
    with pytest.raises(BadInput):
        tables.read(content)


def test_a_zip_that_unpacks_to_too_much_is_refused() -> None:
    """A small zip of a big file is refused before it is unpacked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("about.json", json.dumps({"talentgraph": 1}))
        archive.writestr("entities.csv", b"0" * 60_000_000)
    with pytest.raises(BadInput, match="TALENTGRAPH_FILE_BYTES"):
        tables.read(out.getvalue())
