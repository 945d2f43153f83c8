"""A set of one's own in the app: looked at, loaded, stopped, removed; the ledger as it must be."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from files import CLAIMS, FILES
from own_sets import bomb, changed, zipped
from playwright.sync_api import Browser, Page, expect
from reader import Reader
from visitor import Visitor

from graph.store import open_store

pytestmark = pytest.mark.browser

_WORK = 120_000


@dataclass
class Loader(Reader):
    """Somebody at the view Load, on a ledger of their own."""

    store: Path = Path()

    def dump(self) -> list[str]:
        """The whole ledger as it stands in its file."""
        store = open_store(self.store)
        try:
            return list(store.dump())
        finally:
            store.close()

    def choose(self, *files: tuple[str, str | bytes]) -> None:
        """Give these files, by name and content, to the chooser."""
        given = [
            {
                "name": name,
                "mimeType": "application/octet-stream",
                "buffer": content if isinstance(content, bytes) else content.encode(),
            }
            for name, content in files
        ]
        chooser = self.page.locator("input[type=file]")
        expect(chooser).to_have_count(1)  # an older one stays until its page is drawn anew
        chooser.set_input_files(given)  # type: ignore[arg-type]

    def sees(self, button: str) -> None:
        """Wait until work is done and this button is there."""
        self.button(button).wait_for(timeout=_WORK)

    def band(self) -> str:
        """What the red band says."""
        band = self.page.get_by_role("alert")
        band.wait_for(timeout=_WORK)
        return band.locator("p").inner_text()


@pytest.fixture(scope="module")
def own(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """An app on a ledger that tests change, and leave as it was."""
    store = tmp_path_factory.mktemp("own") / "ledger.db"
    return serve(store, lock_seconds=_WORK), store


@pytest.fixture
def loader(new_page: Callable[..., Page], own: tuple[str, Path]) -> Loader:
    address, store = own
    loader = Loader(new_page(), address, store=store)
    loader.visit("data?show=load")
    return loader


def test_a_set_is_looked_at_loaded_found_and_removed(loader: Loader, new_page: Callable[..., Page]) -> None:
    """A preview changes nothing; loaded, its people are found in Explore; removed, all is as before."""
    before = loader.dump()
    loader.choose(("mine.zip", zipped()))
    loader.sees("Load")
    loader.heading("A small set")
    numbers = {n.locator("span").nth(1).inner_text(): n for n in loader.page.locator("button.counted").all()}
    said = {label: number.locator(".number").inner_text() for label, number in numbers.items()}
    assert said["claims new"] == "14"  # five rows, nine names and identifiers
    assert said["names new"] == "5"
    assert said["claims withdrawn"] == "0"
    numbers["names new"].click()
    expect(loader.section("Names new").locator("xpath=following-sibling::table").first).to_contain_text(
        "Jane Doe"
    )
    assert loader.dump() == before
    loader.button("Load").click()
    loader.sees("Show the set")
    held = {json.loads(line)["set"]["id"] for line in loader.dump() if line.startswith('{"set"')}
    assert held == {"small", "talent-war", "two-articles"}
    visitor = Visitor(new_page(), loader.address).visit()
    visitor.find("Jane Doe")
    visitor.heading("Jane Doe")
    visitor.reads("Acme Lab")
    loader.button("Remove").click()
    loader.waits_for(pick="small")
    loader.page.get_by_role("alert").get_by_text("Remove this set?").wait_for()
    assert loader.dump() != before
    loader.button("Remove").click()
    loader.sees("Show the sets")
    assert loader.dump() == before


def test_a_second_thought_keeps_the_set(loader: Loader) -> None:
    """A removal is asked about first; whoever keeps the set has changed nothing."""
    before = loader.dump()
    loader.visit("data?pick=two-articles")
    loader.button("Remove").click()
    loader.button("Keep it").click()
    expect(loader.button("Keep it")).to_have_count(0)
    assert loader.dump() == before


def test_what_would_go_is_said_before_it_goes(loader: Loader) -> None:
    """A file with the id of a set that is there replaces it: the preview says so, and how much goes."""
    before = loader.dump()
    mine = FILES | {"dataset.yml": FILES["dataset.yml"].replace("small", "two-articles", 1)}
    loader.choose(("mine.zip", zipped(mine)))
    loader.sees("Load")
    expect(loader.page.locator(".record")).to_contain_text("Replaces “Two articles on Meta's hiring")
    gone = loader.page.get_by_role("button", name="claims withdrawn")
    claims = [json.loads(line) for line in before if line.startswith('{"claim"')]
    assert gone.locator(".number").inner_text() == str(
        sum(each["sets"] == ["two-articles"] for each in claims)
    )
    assert loader.dump() == before


BAD: dict[str, tuple[bytes, str]] = {
    "figure": (changed(claims=CLAIMS.replace("10m", "10m?")), "Line 4 of claims.csv: low: the figure “10m?”"),
    "encoding": (
        changed(claims=CLAIMS.replace("models", "modèls").encode("latin-1")),
        "Line 2 of claims.csv",
    ),
    "bomb": (bomb(), "mine.zip: unpacks to far more than a set holds."),
    "outside": (zipped({"claims.csv": "x"}, folder=".."), "a place outside of one folder"),
    "no zip": (b"PK\x03\x04 and nothing more", "mine.zip: is not a zip that can be read"),
    "foreign": (zipped(FILES | {"run.sh": "ls"}), "mine.zip: holds “run.sh”, which is no file of a set."),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_gives_its_place_and_changes_nothing(loader: Loader, case: str) -> None:
    """One line: where, what, nothing was loaded, what to do. All is as before, and another file is taken."""
    before = loader.dump()
    content, said = BAD[case]
    loader.choose(("mine.zip", content))
    band = loader.band()
    assert said in band
    assert "Nothing was loaded." in band
    assert "\n" not in band
    assert "/tmp" not in band
    assert loader.dump() == before
    assert loader.flaws() == []
    loader.button("Choose another file").click()
    expect(loader.page.get_by_role("alert")).to_have_count(0)
    loader.choose(("mine.zip", zipped()))
    loader.sees("Load")


def test_four_files_are_taken_one_after_the_other(loader: Loader) -> None:
    """What is missing is named until all four are there; then the set is looked at."""
    files = list(FILES.items())
    loader.choose(*files[:2])
    assert loader.band().startswith("sources.csv, claims.csv: is missing. Nothing was loaded.")
    loader.choose(*files[2:])
    loader.sees("Load")
    loader.heading("A small set")


def test_empty_files_come_back_as_a_set_of_nothing(loader: Loader, tmp_path: Path) -> None:
    """The files to fill in are read as they are: a set without a claim."""
    with loader.page.expect_download() as waiting:
        loader.button("Empty files to fill in").click()
    target = tmp_path / "my-set.zip"
    waiting.value.save_as(target)
    loader.choose(("my-set.zip", target.read_bytes()))
    loader.sees("Load")
    loader.heading("What my set is about")
    assert loader.page.locator("button.counted .number").all_inner_texts() == ["0", "0", "0", "0"]


@contextmanager
def held(store: Path) -> Iterator[None]:
    """Somebody else writes to the ledger meanwhile: a load waits for them in the middle of its work."""
    other = open_store(store)
    with other.writer():
        yield
    other.close()


def test_a_look_is_stopped_on_the_way(loader: Loader) -> None:
    """What goes on says how far it is; stopped, nothing was loaded, and one may look again."""
    before = loader.dump()
    with held(loader.store):
        loader.choose(("mine.zip", zipped()))
        loader.sees("Stop")
        expect(loader.page.get_by_role("progressbar")).to_be_visible()
        loader.page.get_by_text("Nothing is loaded yet.").wait_for()
        loader.button("Stop").click()
        loader.page.get_by_text("Stopping.").wait_for(timeout=_WORK)
    loader.page.get_by_text("Stopped.").wait_for(timeout=_WORK)
    assert loader.dump() == before
    loader.button("Look again").click()
    loader.sees("Load")


def test_a_load_is_stopped_on_the_way(loader: Loader, new_page: Callable[..., Page]) -> None:
    """While it runs others read on; stopped, the ledger is as before, and the preview stays to go on from."""
    before = loader.dump()
    loader.choose(("mine.zip", zipped()))
    loader.sees("Load")
    with held(loader.store):
        loader.button("Load").click()
        loader.page.get_by_text("Stopping leaves the ledger as it was.").wait_for(timeout=_WORK)
        other = Reader(new_page(), loader.address).visit("people")
        expect(other.rows().first).to_contain_text("Andrew Tulloch")
        loader.button("Stop").click()
        loader.page.get_by_text("Stopping.").wait_for(timeout=_WORK)
    loader.page.get_by_text("Stopped.").wait_for(timeout=_WORK)
    assert loader.dump() == before
    expect(loader.button("Load")).to_be_visible()


def test_work_goes_on_while_one_looks_at_another_page(loader: Loader) -> None:
    """Whoever leaves the page and comes back finds the preview, and the files are still held."""
    loader.choose(("mine.zip", zipped()))
    loader.sees("Load")
    loader.go("People")
    loader.go("Data")
    loader.page.get_by_role("radio", name="Load", exact=True).click()
    loader.heading("A small set")
    expect(loader.button("Load")).to_be_visible()


def test_an_emptied_ledger_says_how_to_go_on(
    serve: Callable[..., str], tmp_path: Path, new_page: Callable[..., Page]
) -> None:
    """With every set removed the page offers what ships; loaded again, the ledger is as it was."""
    store = tmp_path / "ledger.db"
    loader = Loader(new_page(), serve(store), store=store)
    loader.visit("data")
    before = loader.dump()
    for id_ in ("talent-war", "two-articles"):
        loader.visit(f"data?pick={id_}")
        loader.button("Remove").click()
        loader.page.get_by_text("Remove this set?").wait_for()
        loader.button("Remove").click()
        loader.sees("Show the sets")
    assert loader.dump() == []
    loader.visit("data")
    loader.page.get_by_role("heading", name="No set is loaded").wait_for()
    loader.button("Load what ships").click()
    loader.sees("Show the sets")
    assert loader.dump() == before


@pytest.mark.parametrize("window", [(1400, 900, "dark"), (390, 844, "light")])
def test_preview_and_outcome_fit_the_window(
    browser: Browser, own: tuple[str, Path], window: tuple[int, int, str]
) -> None:
    """Nothing of a preview scrolls sideways or is cut, on a phone as on a desk."""
    width, height, scheme = window
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    loader = Loader(context.new_page(), own[0], store=own[1])
    loader.visit("data?show=load")
    loader.choose(("mine.zip", zipped()))
    loader.sees("Load")
    for label in ("names new", "claims new", "disagreements would open"):
        loader.page.get_by_role("button", name=label).click()
        loader.idle()
        assert loader.flaws() == []
    context.close()
