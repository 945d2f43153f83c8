from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from reader import Reader

pytestmark = pytest.mark.browser

META, OPENAI, SCALE = "org:meta", "org:openai", "deal:meta-scale-ai-2025"


@pytest.fixture
def reader(new_page: Callable[..., Page], address: str) -> Reader:
    return Reader(new_page(), address)


def figure(reader: Reader, label: str) -> str:
    """The number above a label."""
    box = reader.page.locator(".counted").filter(has_text=label).first
    return box.locator(".number").inner_text()


def chart(reader: Reader, key: str) -> Locator:
    return reader.page.locator(f"[class*='st-key-{key}']").locator("svg").last


def test_list_says_who_gained_and_lost(reader: Reader) -> None:
    """Without a selection all organisations stand there; a press opens the page, back the list."""
    reader.visit("organisations?sort=net-")
    first = reader.rows().first
    expect(first).to_contain_text("Meta")
    first.get_by_role("button").click()
    reader.heading("Meta")
    reader.waits_for(at=META)
    reader.page.go_back()
    expect(reader.rows().first).to_contain_text("Meta")


def test_five_figures_each_with_its_small_print(reader: Reader) -> None:
    """In, out and net agree; each says its window or what is not counted; what is counted is defined."""
    reader.visit(f"organisations?at={META}")
    came, left = int(figure(reader, "people in")), int(figure(reader, "people out"))
    assert came > left > 0
    assert figure(reader, "net") == f"+{came - left}"
    for label in ("people in", "people out", "net", "deals", "offers known"):
        box = reader.page.locator(".counted").filter(has_text=label).first
        assert box.locator(".muted").inner_text().strip()
    reader.page.get_by_text("this is no census").first.wait_for()
    reader.page.get_by_text("have a known origin").wait_for()


def test_every_number_opens_its_people_and_claims(reader: Reader) -> None:
    """People in lists as many people as it says, each with a source; pressing again closes the list."""
    reader.visit(f"organisations?at={META}")
    number = int(figure(reader, "people out"))
    button = reader.page.locator("button.counted").filter(has_text="people out")
    button.focus()
    button.press("Enter")
    listed = reader.section("Who left Meta")
    expect(listed).to_be_visible()
    assert listed.locator("header .count").inner_text() == str(number)
    counted = listed.get_by_role("listitem").filter(has_not_text="Inferred:").filter(has_not_text="Possible:")
    assert counted.count() == number
    assert all(row.locator(".chip").count() for row in counted.all())
    expect(button).to_have_attribute("aria-pressed", "true")
    reader.waits_for(open="out")
    listed.get_by_role("button", name="Close").click()
    expect(reader.section("Who left Meta")).to_have_count(0)


def test_ribbon_opens_its_people(reader: Reader) -> None:
    """A press on a ribbon of the Sankey lists who went that way."""
    reader.visit(f"organisations?at={META}")
    ribbon = chart(reader, "sankey").locator("path[fill='var(--chart-out)'][fill-opacity='0.28']").first
    ribbon.wait_for()
    ribbon.click()
    listed = reader.section("From Meta to OpenAI")
    expect(listed).to_be_visible()
    reader.waits_for(open=f"out,{OPENAI}")


def test_table_twin_says_what_the_pictures_say(reader: Reader, new_page: Callable[..., Page]) -> None:
    """Show as table swaps both pictures for tables whose rows open the same people; the address holds it."""
    reader.visit(f"organisations?at={META}")
    reader.button("Filters").click()
    reader.page.get_by_text("Show as table").click()
    reader.waits_for(table="yes")
    twin = reader.page.locator("table.ledger").filter(has_text="came from")
    twin.get_by_role("button", name="Apple").wait_for()
    came = twin.locator("tbody tr").filter(has_text="came from").locator("td.right").all_inner_texts()
    assert sum(map(int, came)) == int(figure(reader, "people in"))
    reader.page.keyboard.press("Escape")
    twin.get_by_role("button", name="Apple").press("Enter")
    expect(reader.section("From Apple to Meta")).to_be_visible()
    reader.waits_for(open="in,org:apple", table="yes")
    other = Reader(new_page(), reader.address).visit(reader.page.url.removeprefix(f"{reader.address}/"))
    expect(other.section("From Apple to Meta")).to_be_visible()
    assert other.page.locator("table.ledger").filter(has_text="came from").count() == 1


def test_deal_shows_what_is_disputed_about_it(reader: Reader) -> None:
    """Deals have ranges and marks; choosing one shows its disagreement; offers open on their page."""
    reader.visit(f"organisations?at={META}")
    row = reader.page.locator("table.ledger tr").filter(has_text="Meta takes a stake in Scale AI")
    expect(row).to_contain_text("$14 to 15 bn")
    expect(row).to_contain_text("4 figures")
    row.get_by_role("button").click()
    reader.waits_for(deal=SCALE)
    expect(reader.page.locator(".quarrel").first).to_contain_text("$14.3 bn")
    offer = reader.page.locator("table.ledger tr").filter(has_text="Ilya Sutskever")
    offer.get_by_role("button").click()
    reader.heading("Meta to Ilya Sutskever")


def test_published_figures_stand_beside_computed_ones(reader: Reader) -> None:
    """A published count of hires stands beside the count of this ledger, and why the two differ."""
    reader.visit(f"organisations?at={META}")
    section = reader.section("Published figures beside computed ones")
    row = section.locator("tr").filter(has_text="hires, 2025, from OpenAI").first
    expect(row).to_contain_text("up to 10 people")
    expect(row).to_contain_text("moves")
    expect(row).to_contain_text("here only")
    assert row.locator(".chip").count() >= 1


def test_two_side_by_side(reader: Reader) -> None:
    """Another organisation picked beside: every measure of both, and who went between the two."""
    reader.visit(f"organisations?at={META}")
    box = reader.page.get_by_role("combobox", name="Compare with")
    box.click()
    box.fill("OpenAI")
    box.press("Enter")
    reader.heading("Meta and OpenAI")
    reader.waits_for(beside=OPENAI)
    table = reader.section("Side by side")
    expect(table.locator("thead")).to_contain_text("OpenAI")
    row = table.locator("tr").filter(has_text="Moves in").first
    expect(row).to_contain_text("certain moves")
    row.get_by_role("button").click()
    reader.waits_for(measure="moves-in")
    title = re.compile(r"^Moves in, Meta: \d+")
    expect(reader.page.get_by_role("heading", level=2, name=title)).to_be_visible()
    expect(reader.page.get_by_role("heading", level=2, name="Claims behind it")).to_have_count(2)
    expect(reader.section("Between the two")).to_contain_text("Meta to OpenAI")
    reader.button("Only Meta").click()
    reader.heading("Meta")


def test_day_bounds_what_is_counted(reader: Reader) -> None:
    """Up to the end of 2024 nobody of the moves of 2025 is counted, and the founding lab is not there yet."""
    reader.visit(f"organisations?at={META}")
    whole = int(figure(reader, "people in"))
    reader.visit(f"organisations?at={META}&on=2025-06-30")
    assert int(figure(reader, "people in")) < whole


def test_moves_download(reader: Reader, tmp_path: Path) -> None:
    """The moves of the page go into a file with their claims."""
    reader.visit(f"organisations?at={META}")
    reader.button("Share").click()
    with reader.page.expect_download() as waiting:
        reader.button("Moves (CSV)").click()
    target = tmp_path / "moves.csv"
    waiting.value.save_as(target)
    with target.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 30
    assert all(row["claims"] for row in rows)


def test_the_quarters_as_a_table_say_which_is_in_and_which_out(reader: Reader) -> None:
    """Beside each number stands its word, beside each quarter its year; a head turns the rows."""
    reader.visit(f"organisations?at={META}&table=yes")
    table = reader.page.locator(".st-key-quarters table")
    rows = [" ".join(text.split()) for text in table.locator("tbody tr").all_inner_texts()]
    assert rows
    assert all(re.fullmatch(r"Q[1-4] \d{4}( in \d+| –)?( out \d+| –)?", row) for row in rows), rows
    table.get_by_role("button", name="In").click()
    reader.waits_for(order="came-")
    came = [int(found[1]) for row in rows if (found := re.search(r"in (\d+)", row))]
    falling = [re.compile(rf"in {n}\b") for n in sorted(came, reverse=True)]
    expect(table.locator("tbody tr")).to_have_text(falling, use_inner_text=True)
