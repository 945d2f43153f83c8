"""Same or not: a second Jack Rae of a set of one's own is found, judged, merged everywhere, and two again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from keyboard import walk
from playwright.sync_api import Locator, Page, expect
from reader import Reader
from twin_sets import JACK, SECOND_JACK, authors_folder

import loaders
from graph.store import open_store
from talentgraph.doors import load_paths

pytestmark = pytest.mark.browser

PICK = f"{JACK},{SECOND_JACK}"


@pytest.fixture(scope="module")
def own(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """An app on what ships and the authors, whose tests leave it as it was. It waits little for a writer."""
    folder = tmp_path_factory.mktemp("own")
    store = open_store(folder / "ledger.db")
    load_paths(store, [*loaders.shipped_sets(), authors_folder(folder / "authors")])
    store.close()
    return serve(folder / "ledger.db", lock_seconds=0.5), folder / "ledger.db"


@pytest.fixture
def reader(new_page: Callable[..., Page], own: tuple[str, Path]) -> Reader:
    return Reader(new_page(), own[0]).visit("data?show=same")


def dump(path: Path) -> list[str]:
    """The ledger as it stands in its file."""
    store = open_store(path)
    try:
        return list(store.dump())
    finally:
        store.close()


def judgements(path: Path) -> list[dict[str, object]]:
    return [json.loads(line)["judgement"] for line in dump(path) if line.startswith('{"judgement"')]


def row(reader: Reader, caption: str, name: str) -> Locator:
    """The rows of the table of this caption that have the name."""
    table = reader.page.get_by_role("table", name=caption, exact=True)
    return table.locator("tbody tr").filter(has_text=name)


def beside(reader: Reader) -> Locator:
    return reader.page.locator(".st-key-right .sheet")


def raes(new_page: Callable[..., Page], address: str) -> Locator:
    """The people of that name, as somebody else finds them on the page People."""
    other = Reader(new_page(), address).visit("people")
    box = other.page.get_by_role("textbox", name="Find")
    box.fill("Rae")
    box.press("Enter")
    other.idle()
    return other.rows().filter(has_text="Rae")


def test_two_are_one_and_two_again(
    reader: Reader, new_page: Callable[..., Page], own: tuple[str, Path]
) -> None:
    """The pair is found with its reasons and judged: People has one Jack Rae, who was at both places; undone,
    it has two, and the ledger is as before.
    """
    address, path = own
    before = dump(path)
    expect(raes(new_page, address)).to_have_count(2)
    row(reader, "May be the same", "Rae, Jack").get_by_role("button").first.click()
    reader.waits_for(pick=PICK)
    expect(beside(reader)).to_contain_text("are one name, spelled in two ways")
    expect(beside(reader)).to_contain_text("1 Mar 2016 to 30 Jun 2019")
    expect(beside(reader).locator("a.chip").filter(has_text="OpenAlex").first).to_be_visible()
    reader.button("The same").click()
    said = reader.page.get_by_role("status").filter(has_text="Rae, Jack is read as Jack Rae from now on.")
    said.wait_for()
    expect(row(reader, "May be the same", "Rae, Jack")).to_have_count(0)
    expect(row(reader, "Judgements", "Rae, Jack")).to_contain_text("the same")
    assert judgements(path) == [{"left": JACK, "right": SECOND_JACK, "same": True}]
    expect(raes(new_page, address)).to_have_count(1)
    other = Reader(new_page(), address).visit(f"people?at={SECOND_JACK}")
    other.heading("Jack Rae")
    expect(other.page.locator(".st-key-left .sheet")).to_contain_text("Meta Superintelligence Labs")
    expect(other.page.locator(".st-key-left .sheet")).to_contain_text("2016")
    reader.button("Undo").click()
    reader.page.get_by_role("status").filter(has_text="are two again").wait_for()
    expect(row(reader, "May be the same", "Rae, Jack")).to_have_count(1)
    expect(row(reader, "Judgements", "Rae, Jack")).to_have_count(0)
    expect(raes(new_page, address)).to_have_count(2)
    assert dump(path) == before
    assert reader.flaws() == []


def test_judged_different_by_keys_alone(reader: Reader, own: tuple[str, Path]) -> None:
    """Without a mouse: they are asked about no more, until that is taken back. What was said goes with the
    next deed.
    """
    before = dump(own[1])
    walk(reader.page, "^Rae, Jack|^Jack Rae")
    reader.page.keyboard.press("Enter")
    reader.waits_for(pick=PICK)
    walk(reader.page, "^Different")
    reader.page.keyboard.press("Enter")
    reader.page.get_by_role("status").filter(has_text="are kept apart from now on").wait_for()
    expect(row(reader, "Judgements", "Rae, Jack")).to_contain_text("different")
    expect(row(reader, "May be the same", "Rae, Jack")).to_have_count(0)
    row(reader, "May be the same", "Murati").get_by_role("button").first.click()
    expect(reader.page.get_by_text("are kept apart from now on")).to_have_count(0)
    row(reader, "Judgements", "Rae, Jack").get_by_role("button").click()
    reader.button("Undo").click()
    reader.page.get_by_role("status").filter(has_text="may be asked about again").wait_for()
    assert dump(own[1]) == before


def test_while_somebody_else_writes(reader: Reader, own: tuple[str, Path]) -> None:
    """A busy ledger is said in one line, and nothing is judged; afterwards the same press does it."""
    before = dump(own[1])
    store = open_store(own[1])
    with store.writer():
        reader.button("The same").click()
        alert = reader.page.get_by_role("alert").filter(has_text="somebody else is writing")
        expect(alert).to_contain_text("Nothing was changed.", ignore_case=True)
    store.close()
    assert dump(own[1]) == before
    reader.button("The same").click()
    reader.button("Undo").click()
    reader.page.get_by_role("status").filter(has_text="are two again").wait_for()
    assert dump(own[1]) == before


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1400, "dark")])
def test_it_fits(new_page: Callable[..., Page], own: tuple[str, Path], width: int, scheme: str) -> None:
    """A copied link opens the pair; nothing is cut, scrolls sideways or shows an id."""
    reader = Reader(new_page(width, 844, color_scheme=scheme), own[0])
    reader.visit(f"data?show=same&pick={PICK}")
    reader.heading("Jack Rae and Rae, Jack")
    assert reader.flaws() == []


def test_a_list_that_is_narrowed_and_taken_away(reader: Reader, tmp_path: Path) -> None:
    """A name leaves its pair; the file has both ids and the reasons."""
    box = reader.page.get_by_role("textbox", name="Find")
    box.fill("murati")
    box.press("Enter")
    expect(row(reader, "May be the same", "Rae")).to_have_count(0)
    expect(row(reader, "May be the same", "M. Murati")).to_have_count(1)
    reader.button("Download").click()
    with reader.page.expect_download() as waiting:
        reader.page.get_by_role("button", name="Candidates (CSV)").click()
    waiting.value.save_as(tmp_path / "candidates.csv")
    text = (tmp_path / "candidates.csv").read_text()
    assert text.startswith("left,right,kind,reasons,against,strength,left_id,right_id\n")
    assert "person:mira-murati,person:openalex-a5000000001" in text
