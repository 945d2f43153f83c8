"""What the picture leaves behind: SVG and PNG as it is seen, its table and the file of that."""

from __future__ import annotations

import csv
import io
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from browser import listened
from hostile import PAYLOADS, hostile_set
from lxml import etree
from making import claim_set
from playwright.sync_api import Locator, Page, expect
from visitor import Visitor

from graph.store.open import open_store

pytestmark = pytest.mark.browser

META = "org:meta"
SVG = "{http://www.w3.org/2000/svg}"


def parsed(file: Path) -> etree._Element:
    """The root of a picture; anything but well-formed XML raises."""
    return etree.parse(file, etree.XMLParser(resolve_entities=False)).getroot()


def saved(visitor: Visitor, label: str, folder: Path) -> Path:
    """The file that comes from the save tool."""
    visitor.page.get_by_role("button", name="Save picture").click()
    with visitor.page.expect_download() as waiting:
        visitor.choose(label)
    target = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target


def test_svg_holds_what_is_seen_with_legend_date_and_sources(visitor: Visitor, tmp_path: Path) -> None:
    """Every name that is written in the picture is written in the file, at its place; and what it shows."""
    visitor.visit(f"?at={META}&on=2025-10-31")
    file = saved(visitor, "Picture (SVG)", tmp_path)
    root = parsed(file)
    assert root.tag == f"{SVG}svg"
    texts = ["".join(map(str, text.itertext())) for text in root.iter(f"{SVG}text")]
    assert "Meta" in texts
    assert {"Person", "Company", "Confirmed"} <= set(texts)
    whole = " ".join(texts)
    assert "links true on Oct 2025" in whole
    assert "Sources: " in whole
    assert "CC-BY-4.0" in whole
    drawn = visitor.graph("cy => cy.nodes().filter(n => n.visible()).length")
    shapes = [*root.iter(f"{SVG}circle"), *root.iter(f"{SVG}rect"), *root.iter(f"{SVG}polygon")]
    assert len(shapes) >= drawn
    at = visitor.graph("cy => cy.getElementById('org:meta').renderedPosition()")
    near = [r for r in root.iter(f"{SVG}rect") if r.get("rx") and abs(_middle(r)[0] - at["x"]) < 1]
    assert any(abs(_middle(r)[1] - at["y"]) < 1 for r in near)


def _middle(box: etree._Element) -> tuple[float, float]:
    x, y, width, height = (float(box.get(name, "0")) for name in ("x", "y", "width", "height"))
    return x + width / 2, y + height / 2


def test_png_is_the_same_picture_twice_as_sharp(visitor: Visitor, tmp_path: Path) -> None:
    """A real PNG, twice as many pixels as the canvas is wide, and not blank."""
    visitor.visit(f"?at={META}")
    file = saved(visitor, "Picture (PNG)", tmp_path)
    data = file.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    box = visitor.stage.bounding_box()
    assert box is not None
    assert width == 2 * round(box["width"])
    assert height > 2 * box["height"]
    assert len(data) > 50_000


def test_share_saves_pictures_too(visitor: Visitor) -> None:
    """Its button makes the browser save what it shows."""
    visitor.page.get_by_role("button", name="Share").click()
    with visitor.page.expect_download() as waiting:
        visitor.page.get_by_role("button", name="Picture (SVG)").click()
    assert waiting.value.suggested_filename == "talent-graph.svg"


def test_hostile_names_stay_names_in_pictures_and_tables(
    serve: Callable[..., str], new_page: Callable[..., Page], tmp_path: Path
) -> None:
    """A ledger full of hostile text: the SVG is well-formed, nothing in it or in the table runs."""
    store = open_store(tmp_path / "ledger.db")
    with store.writer() as writer:
        writer.load(hostile_set())
    store.close()
    seen = listened(new_page())
    visitor = Visitor(seen.page, serve(tmp_path / "ledger.db", first_nodes=300)).visit("?level=all")
    visitor.page.get_by_role("button", name="Zoom in").click(click_count=4)
    root = parsed(saved(visitor, "Picture (SVG)", tmp_path))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        *("svg", "title", "rect", "defs", "clipPath", "g", "path", "circle", "polygon", "text"),
    }
    visitor.visit("?level=all&table=yes")
    cells = visitor.page.locator(".twin tbody").inner_text()
    assert sum(text.strip() in cells for text in PAYLOADS) > 80
    rows = list(csv.reader(io.StringIO(taken(visitor, tmp_path).read_text("utf-8-sig"))))
    assert len(rows) == len(hostile_set().entities) + 1
    assert not [row[0] for row in rows if row[0].lstrip().startswith(("=", "+", "-", "@"))]
    visitor.page.locator(".bar").get_by_role("button", name="Links").click()
    visitor.page.locator(".twin tbody tr").first.wait_for()
    assert seen.ran() == []
    assert seen.errors == []


def taken(visitor: Visitor, folder: Path) -> Path:
    with visitor.page.expect_download() as waiting:
        visitor.page.locator(".bar").get_by_role("button", name="Download CSV").click()
    target = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target


def head(visitor: Visitor, name: str) -> Locator:
    return visitor.page.locator(".twin thead").get_by_role("button", name=name)


def first_cells(visitor: Visitor, column: int) -> list[str]:
    cells = f".twin tbody tr > :nth-child({column})"
    return [text.strip() for text in visitor.page.locator(cells).all_inner_texts()]


def test_the_table_holds_what_the_picture_holds(visitor: Visitor, tmp_path: Path) -> None:
    """As many names and links, sorted by any column, with the kind, the employer and the status in words."""
    visitor.visit("?on=2025-10-31")
    names = visitor.graph("cy => cy.nodes().filter(n => n.visible()).map(n => n.data('label'))")
    links = visitor.graph("cy => cy.edges().filter(e => e.visible()).length")
    visitor.page.get_by_role("button", name="Filters").click()
    visitor.page.get_by_text("Show as table").click()
    visitor.page.locator(".twin tbody tr").first.wait_for()
    visitor.page.keyboard.press("Escape")
    assert sorted(first_cells(visitor, 1)) == sorted(names)
    head(visitor, "Links").click()
    head(visitor, "Links").click()
    counts = list(map(int, first_cells(visitor, 3)))
    assert counts == sorted(counts, reverse=True)
    expect(visitor.page.locator(".twin thead th").nth(2)).to_have_attribute("aria-sort", "descending")
    rows = list(csv.DictReader(io.StringIO(taken(visitor, tmp_path).read_text("utf-8-sig"))))
    assert [row["Name"] for row in rows] == first_cells(visitor, 1), "the file is sorted as the table"
    assert next(row for row in rows if row["Name"] == "Andrew Tulloch")["Employer"] == "Meta"
    visitor.page.locator(".bar").get_by_role("button", name="Links").click()
    expect(visitor.page.locator(".twin tbody tr")).to_have_count(links)
    assert set(first_cells(visitor, 5)) <= {"confirmed", "reported", "rumoured", "disputed"}


def test_rows_of_the_table_open_and_several_can_be_selected(visitor: Visitor) -> None:
    """A name opens its dossier, shift adds another, a link opens its claims; and back to the picture."""
    visitor.visit("?table=yes")
    table = visitor.page.locator(".twin tbody")
    table.get_by_role("button", name="Meta", exact=True).click()
    visitor.heading("Meta")
    expect(table.locator("tr[aria-selected=true]")).to_have_count(1)
    table.get_by_role("button", name="OpenAI", exact=True).click(modifiers=["Shift"])
    visitor.heading("2 names")
    visitor.page.locator(".bar").get_by_role("button", name="Links").click()
    table.get_by_role("button", name="Andrew Tulloch").first.click()
    visitor.reads("Link")
    visitor.page.get_by_role("button", name="Show as picture").click()
    expect(visitor.stage).to_be_visible()
    visitor.page.wait_for_function("() => !location.search.includes('table')")


def test_a_long_table_comes_in_parts(
    serve: Callable[..., str], new_page: Callable[..., Page], tmp_path: Path
) -> None:
    """Beyond 500 rows the rest comes when asked for, and the file holds all of them."""
    lines = [f"p{who} works_at o{where} 20{10 + where}" for who in range(30) for where in range(18)]
    store = open_store(tmp_path / "ledger.db")
    with store.writer() as writer:
        writer.load(claim_set("\n".join(lines)))
    store.close()
    visitor = Visitor(new_page(), serve(tmp_path / "ledger.db")).visit("?table=yes")
    visitor.page.locator(".bar").get_by_role("button", name="Links").click()
    rows = visitor.page.locator(".twin tbody tr")
    expect(rows).to_have_count(500)
    visitor.page.get_by_role("button", name="Show 40 more").click()
    expect(rows).to_have_count(540)
    assert len(taken(visitor, tmp_path).read_text("utf-8-sig").splitlines()) == 541
