from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from reader import Reader

pytestmark = pytest.mark.browser

MURATI, WANG = "person:mira-murati", "person:alexandr-wang"
ASKED = f"paths?from={MURATI}&to={WANG}&mode=together"
APART = "paths?from=person:jerry-tworek&to=person:jack-rae&mode=together"


@pytest.fixture
def reader(new_page: Callable[..., Page], address: str) -> Reader:
    return Reader(new_page(), address)


def pick(reader: Reader, end: str, text: str) -> None:
    box = reader.page.get_by_role("combobox", name=end, exact=True)
    box.click()
    box.fill(text)
    box.press("Enter")


def rails(reader: Reader) -> list[str]:
    return reader.page.locator(".rail .title").all_inner_texts()


def test_answer_follows_the_choice_without_a_button(reader: Reader) -> None:
    """Two names typed, also misspelt ones, give paths at once; another way of connecting gives others."""
    reader.visit("paths")
    reader.page.get_by_text("Two names").wait_for()
    pick(reader, "From", "Mira Murati")
    reader.waits_for(**{"from": MURATI})
    pick(reader, "To", "alexander wang")
    expect(reader.page.locator(".rail").first).to_contain_text("Alexandr Wang")
    anyway = rails(reader)
    reader.page.get_by_role("radio", name="Together").click()
    reader.waits_for(mode="together")
    expect(reader.page.locator(".rail").first).to_contain_text("Thinking Machines Lab")
    assert rails(reader) != anyway


def test_chosen_rail_is_said_in_words_with_sources(reader: Reader) -> None:
    """The first path is chosen; choosing another one by keyboard changes the words and the address."""
    reader.visit(ASKED)
    words = reader.section("Path 1, in words")
    expect(words).to_contain_text("Thinking Machines Lab")
    assert words.locator(".chip").count() >= 4
    second = reader.page.locator(".rail .title").nth(1)
    second.focus()
    second.press("Enter")
    expect(second).to_have_attribute("aria-pressed", "true")
    expect(second).to_be_focused()
    expect(reader.section("Path 2, in words")).to_contain_text("Andrew Tulloch")
    reader.waits_for(path="2")
    reader.page.go_back()
    expect(reader.section("Path 1, in words")).to_be_visible()


def test_copied_address_shows_the_same_paths_elsewhere(reader: Reader, new_page: Callable[..., Page]) -> None:
    """The question and the chosen path are in the address."""
    reader.visit(f"{ASKED}&path=2&hops=6&without=org:openai")
    other = Reader(new_page(), reader.address).visit(reader.page.url.removeprefix(f"{reader.address}/"))
    assert rails(other) == rails(reader)
    assert other.asked() == reader.asked()
    assert "OpenAI" not in " ".join(other.page.locator(".stop").all_inner_texts())


def test_question_survives_a_page_switch_and_the_swap_turns_it(reader: Reader) -> None:
    """Going elsewhere and coming back asks the same; the swap exchanges the ends."""
    reader.visit(ASKED)
    before = rails(reader)
    reader.go("People")
    reader.go("Paths")
    expect(reader.page.locator(".rail").first).to_be_visible()
    assert rails(reader) == before
    reader.button("Swap From and To").click()
    reader.waits_for(**{"from": WANG, "to": MURATI})
    expect(reader.page.locator(".rail").first.locator(".stop").first).to_have_text("Alexandr Wang")


def test_show_in_network_draws_the_chosen_path_in_red(reader: Reader) -> None:
    """Explore opens with every name and link of the path marked, and its words beside it; back returns."""
    reader.visit(f"{ASKED}&path=2")
    stops = reader.page.locator(".rail.chosen .stop").all_inner_texts()
    reader.button("Show in network").click()
    reader.page.locator(".network .count").wait_for()
    reader.page.wait_for_function(
        "() => { const hosts = [...document.querySelectorAll('.stMain *')].filter(each => each.shadowRoot);"
        " const stage = hosts.map(each => each.shadowRoot.querySelector('.stage')).find(Boolean);"
        " return stage?._cyreg?.cy.nodes('.path').length > 0; }"
    )
    drawn = reader.page.locator(".network .stage").evaluate(
        "stage => stage._cyreg.cy.nodes('.path').map(node => node.data('label'))"
    )
    assert sorted(drawn) == sorted(stops)
    reader.heading("Mira Murati to Alexandr Wang")
    reader.page.go_back()
    reader.waits_for(path="2")
    expect(reader.page.locator(".rail.chosen .stop").first).to_contain_text("Mira Murati")


def test_no_path_says_why_and_offers_what_would_help(reader: Reader) -> None:
    """No two of them were together: the reason stands there, and one press takes the way that helps."""
    reader.visit(APART)
    reader.page.get_by_role("heading", name="No path between Jerry Tworek and Jack Rae").wait_for()
    reader.page.get_by_text("With “Together” on").wait_for()
    reader.button("Try “In order”").click()
    reader.waits_for(mode="in_order")
    expect(reader.page.locator(".rail").first).to_contain_text("OpenAI")


def test_cut_off_says_so_and_allows_more(reader: Reader) -> None:
    """Where paths were cut off a band says so, with the step that shows more."""
    reader.visit(f"paths?from={MURATI}&to={WANG}")
    assert reader.page.locator(".rail").count() == 5
    reader.page.get_by_text("The first 5 paths.").wait_for()
    reader.button("Show 10").click()
    reader.waits_for(paths="10")
    expect(reader.page.locator(".rail")).to_have_count(10)
    reader.visit(f"paths?from={MURATI}&to={WANG}&mode=together&hops=2")
    reader.page.get_by_role("heading", name="No path between").wait_for()
    reader.button("Allow 4 steps").click()
    expect(reader.page.locator(".rail").first).to_be_visible()


def test_filters_bind_the_answer_and_are_counted(reader: Reader) -> None:
    """A relation set in Filters holds for every step; the button says how many limits are set."""
    reader.visit(f"paths?from={MURATI}&to={WANG}&rel=works_at")
    reader.button("Filters: 1").click()
    expect(reader.page.get_by_text("Steps at most")).to_be_visible()
    reader.page.keyboard.press("Escape")
    said = reader.page.locator(".hop .relation").all_inner_texts()
    assert said
    assert set(said) == {"works at"}


def test_lists_of_names_at_both_ends(reader: Reader) -> None:
    """Several names at one end: each rail says from whom to whom."""
    reader.visit(f"paths?from={MURATI},person:andrew-tulloch&to={WANG}&mode=together")
    assert any("Andrew Tulloch to Alexandr Wang" in title for title in rails(reader))


def test_same_name_at_both_ends_and_unknown_names_are_told(reader: Reader) -> None:
    """A question that cannot be answered says what to do, and a name that is not there says so."""
    reader.visit(f"paths?from={MURATI}&to=person:nobody-at-all&hops=lots")
    reader.page.get_by_role("alert").get_by_text("hops").wait_for()
    reader.page.get_by_text("Not in this ledger").wait_for()


def test_path_downloads_and_is_copied_as_text(reader: Reader, tmp_path: Path) -> None:
    """The table has a row for every link of every path; the text of the chosen one goes to the clipboard."""
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.visit(ASKED)
    reader.button("Copy as text").click()
    reader.button("Copied").wait_for()
    assert "1. Mira Murati" in reader.page.evaluate("navigator.clipboard.readText()")
    reader.button("Share").click()
    with reader.page.expect_download() as waiting:
        reader.button("Paths (CSV)").click()
    target = tmp_path / "paths.csv"
    waiting.value.save_as(target)
    with target.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["path"] for row in rows} == {"1", "2", "3", "4", "5"}
    assert all(row["claims"] for row in rows)
