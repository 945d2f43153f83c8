"""Every text of an exported file, read with the library that its users open it with."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import networkx as nx
import pandas as pd
from lxml import html
from pages import seen


def read_back(format_name: str, content: bytes) -> list[str]:
    """Cells, attributes and labels; of the page what a reader sees, of the brief what its Markdown shows."""
    return list(_READERS[format_name](content))


def _texts(value: Any) -> Iterator[str]:
    """The texts in a JSON-like value, keys left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)


def _graph(graph: nx.Graph[Any]) -> Iterator[str]:
    yield from _texts(graph.graph)
    yield from _texts([data for _, data in graph.nodes(data=True)])
    yield from _texts([data for *_, data in graph.edges(data=True)])


def _tables(content: bytes, read: Callable[[bytes], pd.DataFrame], suffix: str) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith(suffix):
                yield from _texts(read(archive.read(name)).to_dict("records"))


def _csv(content: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False)


def _parquet(content: bytes) -> pd.DataFrame:
    return pd.read_parquet(io.BytesIO(content))


def _brief(content: bytes) -> Iterator[str]:
    page = seen(content.decode())
    yield from page.lines
    yield from page.notes.values()


def _page(content: bytes) -> Iterator[str]:
    for element in html.fromstring(content.decode()).iter("*"):
        if element.tag != "script":
            yield from filter(None, (element.text, element.tail))


_READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    "json": lambda content: _graph(nx.node_link_graph(json.loads(content), edges="edges")),
    "csv": lambda content: _tables(content, _csv, ".csv"),
    "parquet": lambda content: _tables(content, _parquet, ".parquet"),
    "graphml": lambda content: _graph(nx.read_graphml(io.BytesIO(content), force_multigraph=True)),
    "gexf": lambda content: _graph(nx.read_gexf(io.BytesIO(content), version="1.3")),
    "cyjs": lambda content: _texts(json.loads(content)),
    "brief": _brief,
    "html": _page,
}
