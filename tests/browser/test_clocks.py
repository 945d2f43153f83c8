"""Both clocks bind what every page shows, and what they leave out is said, not replaced."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from reader import Reader
from tour import META, OPENAI, SCALE, WANG
from visitor import Visitor

pytestmark = pytest.mark.browser


@pytest.fixture
def reader(new_page: Callable[..., Page], address: str) -> Reader:
    return Reader(new_page(), address)


def test_a_deal_of_later_opens_no_other_in_its_place(reader: Reader) -> None:
    """The panel says that it is left out; any day brings it back."""
    reader.visit(f"deals?at={SCALE}&on=2020-01-01")
    expect(reader.page.locator(".st-key-right h2")).to_have_text("Left out of this list")
    reader.button("Any day").click()
    reader.heading("Meta takes a stake in Scale AI (2025)")


def test_an_organisation_has_the_deals_of_the_day(reader: Reader) -> None:
    """Five years before its deal Scale AI has none, and the page says how many are left out."""
    reader.visit("organisations?at=org:scale-ai&on=2020-01-01")
    deals = reader.page.locator(".counted").filter(has_text="deals").first
    expect(deals.locator(".number")).to_have_text("0")
    expect(reader.page.get_by_text("later than the day, or have none, are left out: 1.")).to_be_visible()
    expect(reader.page.get_by_role("heading", level=2, name="Deals", exact=True)).to_have_count(0)


@pytest.mark.parametrize("page", ["people", f"people?at={WANG}", f"organisations?at={META}", "paths"])
def test_what_a_day_leaves_out_is_counted(reader: Reader, page: str) -> None:
    """So many links of the whole ledger did not hold then; any day brings them back."""
    reader.visit(f"{page}{'&' if '?' in page else '?'}on=2025-07-31")
    band = reader.page.locator(".band").filter(has_text="True on 31 Jul 2025.")
    expect(band).to_contain_text(
        re.compile(r"[1-9]\d* links that did not hold then are left out, [1-9]\d* of")
    )
    band.get_by_role("button", name="Any day").click()
    expect(band).to_have_count(0)


def test_people_have_moved_as_often_as_they_had_by_the_day(reader: Reader) -> None:
    """Somebody who left in August has not moved by the end of July."""
    reader.visit("people?on=2025-07-31")
    reader.page.get_by_role("textbox", name="Find").fill("afroz")
    reader.page.keyboard.press("Enter")
    row = reader.rows().first
    expect(row).to_contain_text("Afroz Mohiuddin")
    expect(row).not_to_contain_text("OpenAI")


def test_a_source_of_later_opens_no_other_in_its_place(reader: Reader) -> None:
    """The page of a source that was not out yet says so."""
    reader.visit("data?show=sources&pick=tc_xai6&known=2025-09-01")
    expect(reader.page.locator(".st-key-right h2")).to_have_text("Not among these sources")
    expect(reader.page.locator(".st-key-right")).to_contain_text("after the day of")


def test_whoever_nobody_had_spoken_of_is_not_known_yet(new_page: Callable[..., Page], address: str) -> None:
    """The dossier gives the reason in place of an empty list of claims."""
    visitor = Visitor(new_page(), address).visit("?at=org:ami-labs&known=2025-09-01")
    visitor.reads("AMI Labs was not known yet")
    visitor.reads("No source that was out on 1 Sep 2025 speaks of it.")


@pytest.mark.parametrize("page", ["people?at=person:yann-lecun", "organisations?at=org:ami-labs"])
def test_a_page_of_somebody_not_known_yet_says_so(reader: Reader, page: str) -> None:
    """People and Organisations say it as Explore does, and offer no empty list."""
    reader.visit(f"{page}&known=2025-09-01")
    expect(reader.page.locator(".sheet h2").filter(has_text="was not known yet")).to_be_visible()


def test_a_clock_is_set_back_by_a_button(reader: Reader) -> None:
    """Any day is one press away where a day can be set."""
    reader.visit(f"people?at={WANG}&on=2018-01-01")
    expect(reader.page.get_by_text("what lies to the right of it came later")).to_be_visible()
    reader.page.get_by_role("button", name="True on: 1 Jan 2018").click()
    reader.page.get_by_test_id("stPopoverBody").get_by_role("button", name="Any day").click()
    expect(reader.page.get_by_role("button", name="True on: any day")).to_be_visible()
    reader.waits_for(at=WANG)


def test_a_path_through_a_lab_is_whole_in_the_network(new_page: Callable[..., Page], address: str) -> None:
    """Whoever is at a lab is at its company: the hop has its sentence and its red line."""
    reader = Reader(new_page(), address)
    reader.visit(f"paths?from=person:mira-murati&to={WANG}&mode=together")
    reader.button("Show in network").click()
    visitor = Visitor(reader.page, address)
    visitor.settled()
    visitor.reads("Step 4")
    assert "not linked in this view" not in visitor.dossier.inner_text()
    red = visitor.graph("(cy, id) => cy.edges('.path').filter(e => e.source().id() === id).length", WANG)
    assert red >= 1


def test_two_are_compared_in_a_window_of_ones_own(reader: Reader) -> None:
    """The window is part of the address and of the question; a bad one is told."""
    reader.visit(f"organisations?at={OPENAI}&beside={META}&from=2025&until=2025")
    expect(reader.page.get_by_text("Headcount on 31 Dec 2025")).to_be_visible()
    reader.page.get_by_role("button", name="Window: 2025").click()
    reader.page.get_by_label("Until").fill("2024")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator(".band")).to_contain_text("The window ends before it starts.")
    expect(reader.page.get_by_text("Headcount on 31 Dec 2025")).to_be_visible()
