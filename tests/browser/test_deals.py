from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from reader import Reader

pytestmark = pytest.mark.browser

SCALE = "deal:meta-scale-ai-2025"


@pytest.fixture
def reader(new_page: Callable[..., Page], address: str) -> Reader:
    return Reader(new_page(), address)


def test_row_opens_its_dossier_and_back_closes_it(reader: Reader) -> None:
    """The first row is open; another one opens by a press, stands in the address, and back undoes it."""
    reader.visit("deals")
    expect(reader.rows().first).to_have_attribute("aria-current", "true")
    row = reader.rows().filter(has_text="Meta takes a stake in Scale AI")
    row.get_by_role("button").focus()
    row.get_by_role("button").press("Enter")
    reader.heading("Meta takes a stake in Scale AI (2025)")
    expect(row).to_have_attribute("aria-current", "true")
    expect(row.get_by_role("button")).to_be_focused()
    reader.waits_for(at=SCALE)
    reader.page.go_back()
    expect(reader.rows().first).to_have_attribute("aria-current", "true")


def test_four_figures_of_one_stake_stand_side_by_side(reader: Reader) -> None:
    """The row has the range and how many figures; the dossier has each with who says so, on a true scale."""
    reader.visit(f"deals?at={SCALE}")
    row = reader.rows().filter(has_text="Meta takes a stake in Scale AI")
    expect(row).to_contain_text("$14 to 15 bn")
    expect(row).to_contain_text("4 figures")
    quarrel = reader.page.locator(".quarrel").filter(has_text="how much is it worth")
    for said in ("$14 bn", "$14.3 bn", "$14.8 bn", "$15 bn", "HNGN", "The Wall Street Journal"):
        expect(quarrel).to_contain_text(said)
    dots = quarrel.locator(".dots circle")
    assert dots.count() == 5, "14.3 stands on two sources"
    assert quarrel.locator(".dots circle.full").count() == 1
    left = {float(each.get_attribute("cx") or 0) for each in dots.all()}
    low, high = min(left), max(left)
    shares = sorted(round((x - low) / (high - low), 2) for x in left)
    assert shares == [0, 0.3, 0.8, 1], "distances are true to 14, 14.3, 14.8 and 15"


def test_offers_have_outcomes_and_what_is_denied(reader: Reader) -> None:
    """Who was offered what by whom; a denial is told beside the figure, and the unnamed have no page."""
    reader.visit("deals")
    reader.page.get_by_role("radio", name="Offers").click()
    reader.waits_for(show="offers")
    row = reader.rows().filter(has_text="Andrew Tulloch")
    for said in ("Meta", "up to $1.5 bn", "declined", "denied", "Disputed"):
        expect(row).to_contain_text(said)
    row.get_by_role("button").click()
    reader.heading("Meta to Andrew Tulloch")
    reader.waits_for(offer="org:meta,person:andrew-tulloch")
    expect(reader.page.locator(".quarrel")).to_contain_text("Denied")
    expect(reader.section("As reported")).to_contain_text("up to $1.5 bn")


def test_filters_sorting_and_finding_narrow_the_table(reader: Reader, new_page: Callable[..., Page]) -> None:
    """Filters are counted and stand in the address; what is typed does not."""
    reader.visit("deals?disputed=yes&sort=amount-")
    reader.button("Filters: 1").wait_for()
    marks = reader.rows().locator(".mark-of")
    assert marks.count() == reader.rows().count() > 0
    other = Reader(new_page(), reader.address).visit(reader.page.url.removeprefix(f"{reader.address}/"))
    assert other.rows().all_inner_texts() == reader.rows().all_inner_texts()
    reader.visit("deals")
    box = reader.page.get_by_role("textbox", name="Find")
    box.fill("windsurf")
    box.press("Enter")
    expect(reader.rows().first).to_contain_text("Windsurf")
    assert all("Windsurf" in each for each in reader.rows().all_inner_texts())
    box.fill("zzyzx")
    box.press("Enter")
    reader.page.get_by_text("No row meets the filters").wait_for()
    assert "zzyzx" not in reader.page.url


def test_day_leaves_later_deals_out_and_counts_them(reader: Reader) -> None:
    """On a day of 2024 nothing of 2025 stands in the table, and the page says how many are left out."""
    reader.visit("deals?on=2024-06-30")
    expect(reader.page.get_by_text("later or undated left out on 30 Jun 2024")).to_be_visible()
    assert not any("2025" in each for each in reader.rows().get_by_role("rowheader").all_inner_texts())


def test_table_downloads_as_shown(reader: Reader, tmp_path: Path) -> None:
    """The file has the rows of the table in their order, with ids and claims."""
    reader.visit("deals?show=offers")
    with reader.page.expect_download() as waiting:
        reader.button("Download CSV").click()
    target = tmp_path / "offers.csv"
    waiting.value.save_as(target)
    with target.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == reader.rows().count()
    assert {row["organisation_id"] for row in rows} == {"org:meta", "org:openai"}
    assert all(row["claims"] for row in rows)


def test_dossier_of_a_low_row_stays_in_view(reader: Reader) -> None:
    """The dossier stands beside a row that lies far below the first window, and its head can be read."""
    reader.visit("deals")
    row = reader.rows().last
    row.get_by_role("button").first.click()
    expect(row).to_have_attribute("aria-current", "true")
    expect(row).to_be_in_viewport()
    expect(reader.page.locator(".st-key-right h1")).to_be_in_viewport()
    assert reader.page.evaluate("document.querySelector('.stMain').scrollTop") > 0


def test_disputed_stage_says_so_and_the_date_is_that_of_the_announcement(reader: Reader) -> None:
    """That Manus was let go is disputed; it was announced on a day that two pages give."""
    reader.visit("deals?at=deal:meta-manus-2025")
    row = reader.rows().filter(has_text="Manus")
    for said in ("29 Dec 2025", "unwound", "Disputed", "between Jan and 22 Jun 2026"):
        expect(row).to_contain_text(said)
    expect(reader.page.locator(".st-key-right .line-of-day .status.disputed")).to_be_visible()
    reader.visit(f"deals?at={SCALE}")
    expect(reader.rows().filter(has_text="Scale AI")).to_contain_text("12 Jun 2025")


@pytest.mark.parametrize(
    ("path", "named", "other"),
    [
        (f"deals?at={SCALE}", "Meta takes a stake in Scale AI", "Manus"),
        ("deals?show=offers&offer=org:meta,person:andrew-tulloch", "Andrew Tulloch", "Scale AI (2025)"),
    ],
)
def test_brief_is_of_the_dossier_that_is_open(
    reader: Reader, tmp_path: Path, path: str, named: str, other: str
) -> None:
    """The note is of the one deal or offer, not of the whole table."""
    reader.visit(path)
    with reader.page.expect_download() as waiting:
        reader.button("Brief (.md)").click()
    waiting.value.save_as(tmp_path / "brief.md")
    text = (tmp_path / "brief.md").read_text(encoding="utf-8")
    assert named in text
    assert other not in text


def test_show_in_network_takes_the_deal_along(reader: Reader) -> None:
    """The network opens with the deal selected; an offer that is a link opens as the link."""
    reader.visit(f"deals?at={SCALE}")
    reader.button("Show in network").click()
    reader.page.locator(".network .count").wait_for()
    reader.waits_for(at=SCALE)
    reader.visit("deals?show=offers&offer=org:meta,person:ilya-sutskever")
    reader.button("Show in network").click()
    reader.page.locator(".network .count").wait_for()
    reader.waits_for(at="org:meta|offered|person:ilya-sutskever||1|1")


@pytest.mark.parametrize("path", ["deals", "deals?show=offers"])
def test_on_a_phone_a_pressed_row_comes_into_view(
    new_page: Callable[..., Page], address: str, path: str
) -> None:
    """Its dossier lies below the table, and is brought up; a button leads back to the table."""
    page = new_page(390, 844)
    reader = Reader(page, address).visit(path)
    head = page.locator(".st-key-right h1")
    expect(head).not_to_be_in_viewport()
    reader.rows().nth(3).get_by_role("button").first.click()
    expect(head).to_be_in_viewport()
    reader.button("Back to the list").click()
    expect(head).not_to_be_in_viewport()
    expect(reader.rows().first).to_be_in_viewport()


def test_on_a_phone_narrowing_leaves_the_eye_on_the_table(
    new_page: Callable[..., Page], address: str
) -> None:
    """Another first row has another dossier below, which nobody asked for."""
    page = new_page(390, 844)
    reader = Reader(page, address).visit("deals")
    box = page.get_by_role("textbox", name="Find")
    box.fill("scale")
    box.press("Enter")
    expect(reader.rows()).to_have_count(1)
    expect(page.locator(".st-key-right h1")).to_contain_text("Scale AI")
    expect(box).to_be_in_viewport()
