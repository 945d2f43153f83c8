"""What one may take away: one format a file, each a pure function of its Subgraph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from graph.errors import BadQuestion
from graph.exports import brief, cyjs, gexf, graphml, html, node_link, parquet, tables
from graph.queries.answers.subgraph import Subgraph


@dataclass(frozen=True, slots=True)
class Format:
    """`name` is what one asks for, `label` what a button says, `suffix` begins with its dot."""

    name: str
    label: str
    suffix: str
    mime: str
    write: Callable[[Subgraph], bytes]


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("json", "Node-link JSON", ".json", "application/json", node_link.write),
        Format("csv", "Tables (CSV)", ".zip", "application/zip", tables.write),
        Format("parquet", "Tables (Parquet)", ".parquet.zip", "application/zip", parquet.write),
        Format("graphml", "GraphML", ".graphml", "application/xml", graphml.write),
        Format("gexf", "GEXF for Gephi", ".gexf", "application/xml", gexf.write),
        Format("cyjs", "Cytoscape JSON", ".cyjs", "application/json", cyjs.write),
        Format("brief", "Brief (Markdown)", ".md", "text/markdown", brief.write),
        Format("html", "Interactive page (HTML)", ".html", "text/html", html.write),
    )
}


def export(subgraph: Subgraph, format_name: str, raw: bool = False) -> bytes:
    """The bytes of the file. `raw`: cells of tables exactly as they are, also where they could be formulas.

    Raises BadQuestion for an unknown format, MissingPart for html and parquet without their extras.
    """
    if format_name not in FORMATS:
        raise BadQuestion(
            f"“{format_name[:80]}” is not a format.", place="format", hint=f"One of {', '.join(FORMATS)}."
        )
    if raw and format_name == "csv":
        return tables.write(subgraph, raw=True)
    return FORMATS[format_name].write(subgraph)
