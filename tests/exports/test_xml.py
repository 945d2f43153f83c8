"""GraphML and GEXF are read by the programs that their users have."""

import json
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from lxml import etree
from subgraphs import subgraphs

from graph.assembly.rows import EdgeRow, Level
from graph.exports import export
from graph.exports.flat import spell
from graph.exports.plain import evidence_record, source_record
from graph.exports.provenance import about
from graph.model.days import FUTURE, PAST, day_of
from graph.queries.answers.subgraph import Subgraph
from graph.store.answers import EntityCard
from graph.store.scope import Scope

GEXF = "{http://gexf.net/1.3}"


@pytest.fixture(scope="session")
def schema(checkout: Path) -> etree.XMLSchema:
    return etree.XMLSchema(file=str(checkout / "tests/data/gexf/gexf.xsd"))


@given(subgraph=subgraphs())
def test_gexf_is_valid(schema: etree.XMLSchema, subgraph: Subgraph) -> None:
    """Every GEXF file holds to Gephi's own schema."""
    schema.assertValid(etree.fromstring(export(subgraph, "gexf")))


def test_the_schema_finds_what_networkx_writes_wrong(schema: etree.XMLSchema) -> None:
    """The schema refuses the file as networkx leaves it, so passing it means something."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name="x")
    graph.add_edge("a", "b", type="works_at", viz={"thickness": 2.0})
    out = BytesIO()
    nx.write_gexf(graph, out, version="1.3")
    assert not schema.validate(etree.fromstring(out.getvalue()))


@given(subgraph=subgraphs())
def test_gexf_is_read_by_networkx(subgraph: Subgraph) -> None:
    """networkx finds every node, every parallel edge, every label and all claims in a GEXF file."""
    graph = nx.read_gexf(BytesIO(export(subgraph, "gexf")), version="1.3")
    check_read(subgraph, graph)


@given(subgraph=subgraphs())
def test_graphml_is_read_by_networkx(subgraph: Subgraph) -> None:
    """networkx finds every node, every parallel edge, every label and all claims in a GraphML file."""
    graph = nx.read_graphml(BytesIO(export(subgraph, "graphml")), force_multigraph=True)
    check_read(subgraph, graph)
    sources = [source_record(source) for source in subgraph.sources]
    assert json.loads(graph.graph["sources"]) == json.loads(json.dumps(sources))
    assert graph.graph["licence"] == (subgraph.licence or "not stated")


def edges_of(graph: "nx.Graph[str]") -> list[dict[str, object]]:
    """In our order: by the id of the edge, which is the key where networkx found parallel ones."""
    if isinstance(graph, nx.MultiGraph):
        numbered = [(key, data) for *_, key, data in graph.edges(data=True, keys=True)]
    else:
        numbered = [(data["id"], data) for *_, data in graph.edges(data=True)]
    return [data for _, data in sorted(numbered, key=lambda pair: int(pair[0][1:]))]


def check_read(subgraph: Subgraph, graph: "nx.Graph[str]") -> None:
    assert list(graph) == [card.id for card in subgraph.entities]
    for card in subgraph.entities:
        node = graph.nodes[card.id]
        assert (node["label"], node["kind"], node["summary"]) == (card.name, card.kind, card.summary)
        if card.id in subgraph.positions:
            assert (node["x"], node["y"]) == pytest.approx(subgraph.positions[card.id])
    assert [edge["address"] for edge in edges_of(graph)] == [row.address for row in subgraph.edges]
    carried = [data for _, data in graph.nodes(data=True)] + [data for *_, data in graph.edges(data=True)]
    records = {claim["id"]: claim for data in carried for claim in json.loads(data["claims"])}
    whole = json.loads(graph.graph.get("other_claims", "[]"))
    expected = {e.id: json.loads(json.dumps(evidence_record(e))) for e in subgraph.claims}
    assert records.items() <= expected.items()
    if whole or "other_claims" in graph.graph:
        assert records | {claim["id"]: claim for claim in whole} == expected


@given(subgraph=subgraphs())
def test_gexf_says_of_itself_what_it_is(subgraph: Subgraph) -> None:
    """Clocks, level, version, cuts, sets, licence, sources and other claims stand in the description."""
    root = etree.fromstring(export(subgraph, "gexf"))
    description = root.findtext(f"{GEXF}meta/{GEXF}description") or ""
    for name, text in about(subgraph):
        assert name in description
        assert text in description
    for source in subgraph.sources:
        assert json.dumps(source_record(source), ensure_ascii=False, separators=(",", ":")) in description
    values = (element.get("value", "") for element in root.iter(f"{GEXF}attvalue"))
    written = description + "".join(map(str, values))
    assert all(evidence.id in written for evidence in subgraph.claims)


TODAY = date(2025, 6, 12)


def row(**bounds: int) -> EdgeRow:
    return replace(EdgeRow("person:a", "works_at", "org:b", "org:b"), **bounds)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("edge", "days"),
    [
        (row(start_lo=10, start_hi=10, likely_until=20), ("0001-01-10", "0001-01-19")),
        (row(start_hi=10, likely_until=FUTURE), ("0001-01-10", None)),
        (row(start_hi=PAST, likely_until=20), (None, "0001-01-19")),
        (row(start_lo=10, start_hi=30, likely_until=20, end_hi=40), ("0001-01-10", "0001-02-08")),
        (row(), None),
    ],
)
def test_a_spell_is_made_of_full_days(edge: EdgeRow, days: tuple[str | None, str | None] | None) -> None:
    """From the first to the last full day that is likely, else possible; an open side has none."""
    assert spell(edge) == days


def card(id_: str) -> EntityCard:
    return EntityCard(id_, id_.partition(":")[0], "", id_, (), (), "", anonymous=False, degree=1)


def test_gephi_sees_time_colour_and_place() -> None:
    """Gephi finds spells as dates, and position, colour, size and shape where it looks for them."""
    first = day_of(TODAY.isoformat())
    edge = row(start_lo=first, start_hi=first, end_lo=first + 30, likely_until=first + 30, end_hi=first + 30)
    subgraph = Subgraph(
        title="T",
        scope=Scope(level=Level.FIRM),
        version=1,
        now=first,
        entities=tuple(card(id_) for id_ in ("person:a", "org:b")),
        edges=(edge,),
        positions={"person:a": (3.0, 4.0), "org:b": (0.0, 0.0)},
    )
    root = etree.fromstring(export(subgraph, "gexf"))
    graph = root.find(f"{GEXF}graph")
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    spells = graph.findall(f".//{GEXF}edge//{GEXF}spell")
    last = (TODAY + timedelta(days=29)).isoformat()
    assert [dict(spell.attrib) for spell in spells] == [{"start": TODAY.isoformat(), "end": last}]
    node = graph.find(f".//{GEXF}node")
    assert node is not None
    looks = {
        etree.QName(e).localname: dict(e.attrib) for e in node if etree.QName(e).localname != "attvalues"
    }
    assert looks["position"] == {"x": "3.0", "y": "-4.0", "z": "0.0"}
    assert looks["color"] == {"r": "26", "g": "87", "b": "136", "a": "1.0"}
    assert looks["shape"] == {"value": "disc"}
