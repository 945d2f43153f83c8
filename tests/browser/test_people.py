from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from reader import Reader

from graph.model.text import fold

pytestmark = pytest.mark.browser

TULLOCH, WANG = "person:andrew-tulloch", "person:alexandr-wang"


@pytest.fixture
def reader(new_page: Callable[..., Page], address: str) -> Reader:
    return Reader(new_page(), address)


def test_without_a_selection_there_is_a_list_to_start_from(reader: Reader) -> None:
    """The list says where people are and how often they moved; a press opens the page; back closes it."""
    reader.visit("people")
    first = reader.rows().first
    expect(first).to_contain_text("Andrew Tulloch")
    expect(first).to_contain_text("Meta")
    first.get_by_role("button").click()
    reader.heading("Andrew Tulloch")
    reader.waits_for(at=TULLOCH)
    reader.page.go_back()
    expect(reader.rows().first).to_contain_text("Andrew Tulloch")
    reader.page.go_forward()
    reader.heading("Andrew Tulloch")


def test_list_is_narrowed_by_name_other_name_company_and_typos(reader: Reader) -> None:
    """Whatever somebody types of a person finds the row, and what nobody is called says so."""
    reader.visit("people")
    box = reader.page.get_by_role("textbox", name="Find")
    for typed, found in (
        ("alexander wang", "Alexandr Wang"),
        ("sutskeverr", "Ilya Sutskever"),
        ("prometheus", "Kyle Kosic"),
    ):
        box.fill(typed)
        box.press("Enter")
        expect(reader.rows().filter(has_text=found)).to_have_count(1)
    box.fill("zzyzx qwxyz")
    box.press("Enter")
    reader.page.get_by_text("Nobody here is called that").wait_for()
    assert "zzyzx" not in reader.page.url


def test_list_sorts_both_ways_and_the_address_says_how(reader: Reader, new_page: Callable[..., Page]) -> None:
    """A head sorts, and again the other way; a copied address shows the same order elsewhere."""
    reader.visit("people")
    head = reader.page.get_by_role("columnheader", name="Name")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    reader.waits_for(sort="name")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    reader.waits_for(sort="name-")
    names = reader.rows().get_by_role("rowheader").all_inner_texts()
    assert names == sorted(names, key=fold, reverse=True)
    other = Reader(new_page(), reader.address).visit(reader.page.url.removeprefix(f"{reader.address}/"))
    assert other.rows().get_by_role("rowheader").all_inner_texts() == names


def test_list_downloads_as_shown(reader: Reader, tmp_path: Path) -> None:
    """The file holds every row of the list, in its order, with the id behind each."""
    reader.visit("people")
    with reader.page.expect_download() as waiting:
        reader.button("Download CSV").click()
    target = tmp_path / "people.csv"
    waiting.value.save_as(target)
    with target.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == reader.rows().count()
    assert (rows[0]["name"], rows[0]["id"]) == ("Andrew Tulloch", TULLOCH)


def test_who_came_back_has_one_lane_with_both_stints(reader: Reader) -> None:
    """Tulloch left Meta and came back: two bars of Meta in one lane, one each of the other two."""
    reader.visit(f"people?at={TULLOCH}")
    career = reader.section("Career")
    assert career.locator("text.lane-name").all_text_contents() == ["Meta", "OpenAI", "Thinking Machines Lab"]
    assert career.get_by_role("button", name="Meta, ").count() == 2
    assert career.get_by_role("button", name="OpenAI, ").count() == 1
    assert career.locator(".lanes .mark.declined").count() == 1
    expect(reader.section("Career, in words")).to_contain_text("went back to")


def test_bar_opens_its_claims_by_keyboard_and_keeps_the_focus(reader: Reader) -> None:
    """Enter on a bar lists what stands behind it; the bar keeps the focus, and Enter closes it again."""
    reader.visit(f"people?at={TULLOCH}")
    bar = reader.section("Career").get_by_role("button", name="OpenAI, ")
    bar.focus()
    bar.press("Enter")
    expect(reader.section("Claims behind this bar")).to_contain_text("aistify.com")
    expect(bar).to_be_focused()
    reader.waits_for(edge=f"{TULLOCH}|works_at|org:openai||1|1")
    bar.press("Enter")
    expect(reader.section("Claims behind this bar")).to_have_count(0)


def test_what_is_disputed_and_who_was_there_stand_beside(reader: Reader) -> None:
    """Every date of a leaving with who says so; colleagues with the time together; who moved the same way."""
    reader.visit(f"people?at={TULLOCH}")
    quarrel = reader.page.locator(".quarrel").filter(has_text="leave Thinking Machines Lab")
    for said in ("10 Oct 2025", "Nov 2025", "Oct 2024", "vuink.com"):
        expect(quarrel).to_contain_text(said)
    colleagues = reader.section("Colleagues")
    expect(colleagues.get_by_role("listitem").first).to_contain_text("Yann LeCun")
    expect(colleagues.get_by_role("listitem").first).to_contain_text("9 years")
    before = colleagues.get_by_role("listitem").count()
    colleagues.get_by_role("button", name="Show all").click()
    colleagues.get_by_role("button", name="Show fewer").wait_for()
    assert colleagues.get_by_role("listitem").count() > before
    expect(reader.section("Moved the same way")).to_contain_text("Noah Shpak")


def test_names_and_buttons_lead_to_the_other_pages(reader: Reader) -> None:
    """A company opens its page; the buttons open the network and the paths, with the person taken along."""
    reader.visit(f"people?at={TULLOCH}")
    reader.button("Path from here").click()
    reader.page.wait_for_url("**/paths?*")
    reader.waits_for(**{"from": TULLOCH})
    reader.page.go_back()
    reader.heading("Andrew Tulloch")
    reader.button("Show in network").click()
    reader.page.locator(".network .count").wait_for()
    reader.waits_for(at=TULLOCH)


def test_clocks_and_level_are_the_same_on_every_page(reader: Reader) -> None:
    """Known on and evidence are set once and hold wherever one goes, and back."""
    reader.visit("people?known=2025-06-20&level=firm")
    reader.page.get_by_text("later claims are left out").first.wait_for()
    for title in ("Paths", "Deals and offers", "People", "Explore"):
        reader.go(title)
        reader.waits_for(known="2025-06-20", level="firm")
        reader.page.get_by_text("later claims are left out").first.wait_for()
    reader.page.go_back()
    reader.waits_for(known="2025-06-20", level="firm")


def test_day_looked_at_changes_the_line_not_the_career(reader: Reader) -> None:
    """On a day of 2024 he is at OpenAI; the career is whole all the same."""
    reader.visit(f"people?at={TULLOCH}&on=2024-03-01")
    expect(reader.page.locator(".line-of-day")).to_contain_text("OpenAI")
    assert reader.section("Career").locator("text.lane-name").count() == 3


def test_an_address_that_names_nobody_says_so(reader: Reader) -> None:
    """A link to somebody who is not in this ledger offers the list; what cannot be read is told."""
    reader.visit("people?at=person:nobody-at-all&sort=sideways")
    reader.page.get_by_role("alert").get_by_text("could not be read").wait_for()
    reader.page.get_by_text("Not in this ledger").wait_for()
    reader.button("Show all").click()
    expect(reader.rows().first).to_contain_text("Andrew Tulloch")
