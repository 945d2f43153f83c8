"""GraphML, as yEd, Cytoscape, igraph and Neo4j read it."""

from __future__ import annotations

from io import BytesIO

import networkx as nx

from graph.exports.flat import flat
from graph.queries.answers.subgraph import Subgraph


def write(subgraph: Subgraph) -> bytes:
    """UTF-8. Clocks, level, sets, licence and sources belong to the graph; claims to its nodes and edges."""
    out = BytesIO()
    nx.write_graphml_lxml(flat(subgraph), out)
    return out.getvalue()
