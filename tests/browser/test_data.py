"""The page Data: sets, sources, quality, changes, what is left out."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from reader import Reader
from shipped import Shipped, shipped

pytestmark = pytest.mark.browser

VIEWS = (
    "data",
    *(f"data?show={name}" for name in ("sources", "quality", "changes", "left-out", "same", "load")),
)


@pytest.fixture
def reader(new_page: Callable[..., Page], address: str) -> Reader:
    return Reader(new_page(), address)


@pytest.fixture(scope="module")
def sets(checkout: Path) -> list[Shipped]:
    """The sets that ship, read from their files by the test."""
    return [shipped(folder.parent) for folder in sorted(checkout.glob("seeds/*/dataset.yml"))]


def beside(reader: Reader) -> Locator:
    """The sheet with the chosen row."""
    return reader.page.locator(".st-key-right .sheet")


def counted(section: Locator) -> int:
    """The number beside the head of a section."""
    return int(section.locator("header .count").inner_text().replace(",", ""))


def test_sets_have_licence_day_and_counts(reader: Reader, sets: list[Shipped]) -> None:
    """Each set with its licence and day; its sources and claims are those that its files hold."""
    reader.visit("data")
    for each in sets:
        row = reader.rows().filter(has_text=each.loaded.title)
        expect(row).to_contain_text("25\u00a0Nov\u00a02026")
        expect(row).to_contain_text("CC\u2011BY\u20114.0")
        cells = [cell.inner_text() for cell in row.locator("td").all()]
        assert (cells[2], cells[4]) == (str(len(each.sources)), str(len(each.loaded.claims)))
    reader.rows().filter(has_text="Two articles").get_by_role("button").click()
    reader.heading(sets[1].loaded.title)
    reader.waits_for(pick="two-articles")
    expect(beside(reader)).to_contain_text("Read by hand, sentence by sentence")


def test_a_source_shows_its_claims_and_whom_it_cites(reader: Reader, sets: list[Shipped]) -> None:
    """A row opens as many claims as its file has rows; what it cites is named, and knows who cites it."""
    reader.visit("data?show=sources")
    rows = Counter(row["source"] for each in sets for row in each.rows)
    sources = {row["id"]: row for each in sets for row in each.sources}
    assert counted(reader.section("Sources")) == len(sources)
    most = sources[rows.most_common(1)[0][0]]
    reader.rows().filter(has_text=most["title"]).get_by_role("button").click()
    reader.heading(most["title"])
    assert counted(reader.section("Claims")) == rows[most["id"]]
    reader.page.get_by_role("button", name="Show all").click()
    expect(reader.section("Claims").get_by_role("listitem")).to_have_count(rows[most["id"]])
    citing = next(row for row in sources.values() if "|" in row["cites"])
    reader.visit(f"data?show=sources&pick={citing['id']}")
    reader.heading(citing["title"])
    cited = sources[citing["cites"].split("|")[0]]
    expect(beside(reader).get_by_role("table", name="Cites")).to_contain_text(cited["publisher"])
    beside(reader).get_by_role("button", name=cited["publisher"]).first.click()
    reader.waits_for(pick=cited["id"])
    expect(beside(reader).get_by_role("table", name="Cited by")).to_contain_text(citing["publisher"])


def test_sources_are_narrowed_sorted_and_those_of_one_set(reader: Reader, sets: list[Shipped]) -> None:
    """By a word of the title, by a head, by a set; what was typed stays out of the address."""
    reader.visit("data")
    reader.rows().filter(has_text="Two articles").get_by_role("button").click()
    reader.heading(sets[1].loaded.title)
    reader.button("Its sources").click()
    expect(reader.rows()).to_have_count(len(sets[1].sources))
    reader.button("All sources").click()
    expect(reader.rows()).to_have_count(sum(len(each.sources) for each in sets))
    reader.page.get_by_role("columnheader", name="Published").get_by_role("button").click()
    reader.waits_for(sort="date")
    box = reader.page.get_by_role("textbox", name="Find")
    box.fill("mafia")
    box.press("Enter")
    expect(reader.rows()).to_have_count(1)
    box.fill("zzyzx qwxyz")
    box.press("Enter")
    reader.page.get_by_text("No source here is called that").wait_for()
    assert "zzyzx" not in reader.page.url


def test_known_on_leaves_later_sources_out_and_counts_them(reader: Reader) -> None:
    """On 20 June 2025 later sources are gone, and both numbers together are all."""
    reader.visit("data?show=sources")
    everything = counted(reader.section("Sources"))
    reader.visit("data?show=sources&known=2025-06-20")
    reader.page.get_by_text("later claims are left out").wait_for()
    section = reader.section("Sources")
    later = int(section.locator("header .note").inner_text().split()[0])
    assert counted(section) + later == everything
    assert later > 0


def test_a_measure_opens_the_stints_that_lack_it(reader: Reader) -> None:
    """The number that has it and the stints listed without it are all stints of the row."""
    reader.visit("data?show=quality&pick=org:anthropic")
    reader.heading("Anthropic")
    share = beside(reader).get_by_role("button", name="With an end")
    has, of = (int(word) for word in share.locator(".said").inner_text().split(",")[0].split(" of "))
    share.click()
    reader.waits_for(part="end")
    head = beside(reader).get_by_role("heading", name="without an end")
    expect(head).to_have_text(f"{of - has} stints without an end")
    expect(beside(reader).locator("ul.sentences").get_by_role("listitem")).to_have_count(of - has)
    beside(reader).get_by_role("button", name="With an end").click()
    reader.waits_for(part=None)
    expect(reader.section("Claims").get_by_role("listitem").first).to_be_visible()


def test_findings_say_who_says_so(reader: Reader) -> None:
    """What cannot be so stands below the coverage and beside its organisation, with the sources at odds."""
    reader.visit("data?show=quality&pick=org:thinking-machines-lab")
    for place in (reader.page.locator(".st-key-left"), reader.page.locator(".st-key-right")):
        expect(place).to_contain_text("Andrew Tulloch worked at Thinking Machines Lab (until Oct 2024")
        expect(place).to_contain_text("voice.lapaas.com")


def test_changes_are_read_by_both_clocks(reader: Reader) -> None:
    """Since a day and up to another; each number opens what it counts; a day to come has a way out."""
    reader.visit("data?show=changes&since=2026-01-31&known=2026-02-28")
    known = reader.page.get_by_role("button", name="claims known")
    number = int(known.locator(".number").inner_text())
    assert counted(reader.section("Known since")) == number
    months = reader.section("Known since").locator(".chip .date").all_inner_texts()
    assert months
    assert all("Feb 2026" in said for said in months)
    reader.page.get_by_role("button", name="claims withdrawn").click()
    reader.waits_for(part="withdrawn")
    reader.visit("data?show=changes&since=2026-01-31&known=2025-06-20")
    reader.page.get_by_role("heading", name="Nothing can be known since a day to come").wait_for()
    reader.button("Since a month before").click()
    reader.waits_for(since=None, known="2025-06-20")
    expect(reader.page.get_by_role("button", name="claims known")).to_be_visible()


def test_every_number_of_the_sets_leads_to_what_it_counts(reader: Reader) -> None:
    """Claims lead to all that is known, sources to the sources, stints to the coverage."""
    for label, show in (("claims", "changes"), ("sources", "sources"), ("stints", "quality")):
        reader.visit("data")
        number = reader.page.locator("button.counted").filter(has_text=label)
        number.click()
        reader.waits_for(show=show)


def test_what_is_left_out_is_listed_with_its_reason(reader: Reader, sets: list[Shipped]) -> None:
    """Every statement that is kept in part or not at all, why, and its source; the rules for people."""
    reader.visit("data?show=left-out")
    told = [row for each in sets for row in each.report if row["fate"] in ("partly", "not-kept")]
    expect(reader.rows()).to_have_count(len(told))
    said = " ".join(reader.rows().all_inner_texts()).lower()
    assert all(row["reason"].lower() in said for row in told)
    for word in ("Health, family, home", "You need no reason", "talentgraph forget NAME"):
        expect(beside(reader)).to_contain_text(word)
    reader.rows().filter(has_text="Outcome not known").get_by_role("button").click()
    reader.waits_for(show="sources", pick="register-meta-offer")


def test_a_copied_address_opens_the_same_view(reader: Reader, new_page: Callable[..., Page]) -> None:
    """View, row, part and sorting elsewhere are those of the address; what cannot be read is told."""
    reader.visit("data?show=quality&pick=org:openai&part=start&sort=name")
    other = Reader(new_page(), reader.address).visit(reader.page.url.removeprefix(f"{reader.address}/"))
    for one in (reader, other):
        one.heading("OpenAI")
    assert other.text() == reader.text()
    reader.visit("data?show=nowhere&since=1200-01-01")
    reader.page.get_by_role("alert").get_by_text("could not be read in full: show, since").wait_for()


def test_a_step_back_brings_the_view_before(reader: Reader) -> None:
    """The browser's way back and forward leads through views and rows."""
    reader.visit("data")
    reader.page.get_by_role("radio", name="Quality").click()
    reader.waits_for(show="quality")
    reader.page.go_back()
    reader.waits_for(show=None)
    expect(reader.page.get_by_role("table", name="Sets")).to_be_visible()


@pytest.mark.parametrize(
    ("show", "label", "least"),
    [
        ("sources", "Sources", {"publisher", "title", "date", "kind", "reliability", "claims", "id", "url"}),
        ("quality", "Coverage", {"name", "stints", "start", "end", "findings", "of", "id"}),
        ("changes", "Claims known since", {"claim", "status", "source", "url", "claim_id"}),
        ("left-out", "Left out", {"statement", "fate", "reason", "source", "place", "set"}),
        ("sets", "Sets", {"title", "licence", "compiled", "sources", "names", "claims", "id"}),
    ],
)
def test_tables_download_as_shown(
    reader: Reader, tmp_path: Path, show: str, label: str, least: set[str]
) -> None:
    """Every row of the table, with the ids behind it."""
    reader.visit(f"data?show={show}")
    count = reader.rows().count() if show != "changes" else 0
    reader.page.get_by_test_id("stPopover").filter(has_text="Download").get_by_role("button").click()
    with reader.page.expect_download() as waiting:
        reader.page.get_by_role("button", name=f"{label} (CSV)", exact=True).click()
    target = tmp_path / "table.csv"
    waiting.value.save_as(target)
    with target.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert least <= rows[0].keys()
    assert len(rows) == count or show == "changes"


def test_on_a_phone_a_pressed_row_comes_into_view(new_page: Callable[..., Page], address: str) -> None:
    """Below a long list nobody would see it; a button leads back to the list."""
    page = new_page(390, 844)
    reader = Reader(page, address).visit("data?show=sources")
    page.wait_for_function("() => document.querySelectorAll('.st-key-right').length")
    reader.rows().nth(3).get_by_role("button").first.click()
    head = page.locator(".st-key-right h1")
    expect(head).to_be_in_viewport()
    reader.button("Back to the list").click()
    expect(head).not_to_be_in_viewport()
    expect(reader.rows().first).to_be_in_viewport()
