"""GEXF 1.3 with time, as Gephi and Gephi Lite read it: valid against Gephi's own schema.

networkx writes it with a wrong address for `xsi`, a `name` that the schema does not know, the day of the
machine as the day of the file, and `viz` in a namespace that the schema of 1.3 has given up. Mended here.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import networkx as nx
from lxml import etree

from graph.assembly.rows import EdgeRow
from graph.exports.flat import flat, spell
from graph.exports.look import COLOUR, Sign, line, line_colour, sign
from graph.model.days import iso
from graph.queries.answers.subgraph import Subgraph
from graph.store.answers import EntityCard

_GEXF = "http://gexf.net/1.3"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SPACES: dict[str | None, str] = {None: _GEXF, "xsi": _XSI}
_SHAPE = {Sign.PERSON: "disc", Sign.DEAL: "diamond", Sign.MODEL: "triangle"}


def write(subgraph: Subgraph) -> bytes:
    """UTF-8. A spell is made of full days, both ends included; the dates as sources write them are `when`."""
    graph = flat(subgraph)
    whole = dict(graph.graph)
    graph.graph.clear()
    for card in subgraph.entities:
        graph.nodes[card.id]["viz"] = _node_look(subgraph, card)
    for number, row in enumerate(subgraph.edges):
        edge = graph.edges[row.subject, row.object, f"e{number}"]
        edge |= {"id": f"e{number}", "weight": 1.0, "viz": _edge_look(subgraph, row)}
        if days := spell(row):
            edge["spells"] = [days]
    out = BytesIO()
    nx.write_gexf(graph, out, version="1.3", prettyprint=False)
    return _mended(out.getvalue(), whole, "" if subgraph.now is None else iso(subgraph.now))


def _node_look(subgraph: Subgraph, card: EntityCard) -> dict[str, Any]:
    kind = sign(card)
    look = {"color": _channels(COLOUR[kind]), "size": 10.0, "shape": _SHAPE.get(kind, "square")}
    if card.id in subgraph.positions:
        x, y = subgraph.positions[card.id]
        # Gephi's y grows upwards, a screen's downwards
        look["position"] = {"x": float(x), "y": -float(y), "z": 0.0}
    return look


def _edge_look(subgraph: Subgraph, row: EdgeRow) -> dict[str, Any]:
    style = line(row, subgraph.scope)
    shape = "solid" if not style.dashes else "dotted" if style.dashes[0] < 2 else "dashed"
    return {"color": _channels(line_colour(row)), "thickness": style.width, "shape": shape}


def _channels(colour: str) -> dict[str, int]:
    return {name: int(colour[at : at + 2], 16) for name, at in (("r", 1), ("g", 3), ("b", 5))}


def _mended(written: bytes, whole: dict[str, str], day: str) -> bytes:
    old = etree.fromstring(written, etree.XMLParser(resolve_entities=False, huge_tree=True))
    root = etree.Element(
        _tag("gexf"),
        nsmap=_SPACES,  # type: ignore[arg-type]  # the stubs do not know the default namespace
        version="1.3",
    )
    root.set(f"{{{_XSI}}}schemaLocation", f"{_GEXF} {_GEXF}/gexf.xsd")
    root.append(_meta(whole, day))
    graph = next(old.iter(_tag("graph")))
    graph.attrib.pop("name", "")
    graph.set("mode", "dynamic")
    graph.set("timeformat", "date")
    graph.set("timerepresentation", "interval")
    for element in list(graph.iter(f"{{{_GEXF}/viz}}*")):
        element.tag = _tag(etree.QName(element).localname)
    root.append(graph)
    etree.cleanup_namespaces(root, top_nsmap={"xsi": _XSI}, keep_ns_prefixes=["xsi"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _meta(whole: dict[str, str], day: str) -> etree._Element:
    meta = etree.Element(_tag("meta"))
    if day:
        meta.set("lastmodifieddate", day)
    etree.SubElement(meta, _tag("creator")).text = "Talent Graph"
    etree.SubElement(meta, _tag("keywords")).text = whole["licence"]
    described = "\n".join(f"{name.replace('_', ' ')}: {text}" for name, text in whole.items())
    etree.SubElement(meta, _tag("description")).text = described
    return meta


def _tag(name: str) -> str:
    return f"{{{_GEXF}}}{name}"
