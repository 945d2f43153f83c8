"""What holds for every format alike."""

import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from xml.sax.saxutils import escape

import pytest
from making import claim_set
from pages import seen
from pyarrow import parquet
from subgraphs import subgraph_of

from graph.assembly.rows import Certainty, Level
from graph.errors import BadQuestion, MissingPart
from graph.exports import FORMATS, export, html
from graph.model.days import day_of
from graph.queries.answers.subgraph import Subgraph
from graph.store.answers import Cut, SetCard
from graph.store.scope import Scope

FIRST = """
jack-rae named "Jack Rae" kind=usual @wired:2025-06-12
jack-rae works_at google 2016/2025-06 @wired:2025-06-12
jack-rae works_at meta 2025-06/.. role="research lead" @wired:2025-06-12
meta offered jack-rae outcome=accepted amount=10m @post:2025-06-01
"""
SECOND = """
ada-b named "Ada Bee" kind=usual @herald:2024-01
ada-b works_at anthropic 2024/.. @herald:2024-01
"""


def text_of(content: bytes, name: str) -> str:
    """What a file holds, unpacked, as text that a reader sees."""
    if name == "brief":
        page = seen(content.decode())
        return "\n".join([*page.lines, *page.notes.values()])
    if not content.startswith(b"PK"):
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "".join(_member(archive.read(member)) for member in archive.namelist())


def _member(content: bytes) -> str:
    if content.startswith(b"PAR1"):
        return str(parquet.read_table(io.BytesIO(content)).to_pylist())
    return content.decode("utf-8-sig")


@pytest.fixture
def first() -> Subgraph:
    two = (
        SetCard("one", "Set one", "CC-BY-4.0", "by hand", "2025-07-01", 7),
        SetCard("two", "Set two", "CC-BY-NC-SA-4.0", "", "2025-08-01", 1),
    )
    scope = Scope(day_of("2025-06-20"), day_of("2025-07-09"), Level.USUAL, Certainty.POSSIBLE)
    cut = Cut("picture_nodes", 300, 904, "Narrow by relation.")
    return replace(
        subgraph_of(claim_set(FIRST)), title="Rae’s moves", sets=two, scope=scope, cuts=(cut,), version=4711
    )


@pytest.mark.parametrize("name", FORMATS)
def test_every_export_says_where_it_comes_from(first: Subgraph, name: str) -> None:
    """Every format holds claims, sources, sets, strictest licence, clocks, level, version and cuts."""
    text = text_of(export(first, name), name)
    for claim in first.claims:
        assert claim.id in text
    for source in first.sources:
        assert source.id in text
        assert source.title in text
    for word in (
        "2025-06-20",
        "2025-07-09",
        "usual",
        "possible",
        "4711",
        "picture_nodes",
        "904",
        "Narrow by relation.",
    ):
        assert word in text
    for card in first.sets:
        assert card.title in text
        assert card.licence in text
    assert first.licence == "CC-BY-NC-SA-4.0"
    assert text.index("CC-BY-NC-SA-4.0") < text.index("CC-BY-4.0")


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_holds_nothing_of_the_one_before(first: Subgraph, name: str) -> None:
    """A then B: no name, title, id or claim of A is in B, and exporting A again gives the same bytes."""
    other = subgraph_of(claim_set(SECOND, "second"))
    before = export(first, name)
    text = text_of(export(other, name), name)
    own = {*first.names, first.title, *(e.id for e in first.claims), *(s.title for s in first.sources)}
    own |= {"Jack Rae", "research lead", "Set one"}
    own -= set(first.names) if name == "brief" else set()  # it speaks of names, never of ids
    held = text_of(before, name)
    assert all(escape(word) in held or word in held for word in own)
    assert not {word for word in own if word in text}
    assert export(first, name) == before


def test_suffixes_and_types_are_as_browsers_expect() -> None:
    """Each format has a suffix of its own with its dot, and a type."""
    suffixes = [each.suffix for each in FORMATS.values()]
    assert len(set(suffixes)) == len(FORMATS)
    assert all(suffix.startswith(".") for suffix in suffixes)
    assert all("/" in each.mime for each in FORMATS.values())


def test_an_unknown_format_is_named(first: Subgraph) -> None:
    """Asking for a format that does not exist says which do."""
    with pytest.raises(BadQuestion, match=r"docx.*graphml"):
        export(first, "docx")


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_answer_can_be_taken_away(name: str) -> None:
    """A Subgraph of nothing gives a file, which says that no licence is stated."""
    nothing = Subgraph(title="", scope=Scope(), version=0, now=None)
    assert export(nothing, name)


def test_without_pyvis_the_page_says_what_to_install(
    first: Subgraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where pyvis is missing, only the page fails, with the line to type."""
    monkeypatch.setitem(sys.modules, "pyvis.network", None)
    with pytest.raises(MissingPart, match=r"pip install talentgraph\[html\]"):
        html.write(first)
    assert export(first, "gexf")


def test_without_pyarrow_the_tables_say_what_to_install(
    first: Subgraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where pyarrow is missing, only Parquet fails, with the line to type."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingPart, match=r"pip install 'talentgraph\[parquet\]'"):
        export(first, "parquet")
    assert export(first, "csv")


def test_formats_are_known_without_loading_what_they_need() -> None:
    """Importing the exports loads neither pyvis nor jinja2 nor pandas nor pyarrow nor streamlit."""
    heavy = "{'pyvis', 'jinja2', 'pandas', 'pyarrow', 'streamlit'}"
    code = f"import sys, graph.exports; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
