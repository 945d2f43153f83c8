from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from visitor import Visitor

from graph.exports import FORMATS

pytestmark = pytest.mark.browser

WANG, META, SCALE = "person:alexandr-wang", "org:meta", "org:scale-ai"


def test_first_visit_is_a_filled_network_with_three_examples(visitor: Visitor) -> None:
    """A newcomer sees names and links, and three examples to click."""
    assert len(visitor.places()) >= 40
    buttons = visitor.dossier.get_by_role("button")
    assert buttons.count() == 3
    buttons.first.click()
    visitor.dossier.get_by_text("Career").first.wait_for()


def test_click_opens_the_dossier_and_moves_nothing(visitor: Visitor) -> None:
    """One click on a name shows who it is, and every node stays where it stood."""
    before = visitor.places()
    visitor.click(WANG)
    visitor.heading("Alexandr Wang")
    visitor.reads("Also seen as")
    assert visitor.places() == before
    assert visitor.graph("cy => cy.nodes('.chosen').map(n => n.id())") == [WANG]


def test_edge_click_opens_its_claims(visitor: Visitor) -> None:
    """A line opens the claims behind it, each with its source."""
    place = visitor.graph(
        """cy => { const e = cy.edges().filter(e => e.data('source') === 'org:meta'
             && e.data('target') === 'person:ilya-sutskever')[0]; return e.renderedMidpoint(); }"""
    )
    box = visitor.stage.bounding_box()
    assert box is not None
    visitor.page.mouse.click(box["x"] + place["x"], box["y"] + place["y"])
    visitor.reads("made an offer to")
    visitor.reads("The Wall Street Journal")


def test_search_forgives_diacritics_case_and_typos(visitor: Visitor) -> None:
    """A reporter in a hurry types the name as the transcript has it, or worse."""
    visitor.find("Alexander Wang")
    visitor.heading("Alexandr Wang")
    visitor.find("ilya sutskeverr")
    visitor.heading("Ilya Sutskever")


def test_nothing_found_says_so_and_what_to_do(visitor: Visitor) -> None:
    """A name that nobody has is told, with a hint, and the view stays."""
    visitor.click(META)
    visitor.heading("Meta")
    visitor.find("Zzyzx Qwxyz")
    visitor.page.locator(".band").get_by_text("Nobody and nothing").wait_for()
    visitor.heading("Meta")


def test_disagreement_stands_before_the_claims_with_both_figures(visitor: Visitor) -> None:
    """The capital expenditure of Meta shows both figures and who said which."""
    visitor.find("Meta")
    quarrel = visitor.dossier.locator(".quarrel").filter(has_text="capital expenditure")
    quarrel.wait_for()
    expect(quarrel).to_contain_text("$60 to 65 bn")
    expect(quarrel).to_contain_text("up to $72 bn")
    expect(quarrel).to_contain_text("The Register")
    expect(quarrel).to_contain_text("The Wall Street Journal")


def test_only_this_then_all_again_keeps_the_places(visitor: Visitor) -> None:
    """Narrowing to one neighbourhood and widening again moves no name."""
    visitor.visit(f"?at={SCALE}")
    before = visitor.places()
    visitor.dossier.get_by_role("button", name="Show only this").click()
    visitor.dossier.get_by_role("button", name="Fold").wait_for()
    narrowed = visitor.places()
    shared = narrowed.keys() & before.keys()
    assert shared
    assert len(narrowed) < len(before)
    assert all(narrowed[id_] == before[id_] for id_ in shared)
    visitor.dossier.get_by_role("button", name="Show all").click()
    visitor.dossier.get_by_role("button", name="Fold").wait_for(state="detached")
    assert visitor.places() == before


def test_double_click_expands_and_standing_nodes_do_not_move(visitor: Visitor) -> None:
    """New neighbours come in around what stands; what stands moves by 0."""
    visitor.visit(f"?at={WANG}&open={WANG}&only=yes")
    before = visitor.places()
    said = visitor.count.inner_text()
    visitor.expand(SCALE)
    expect(visitor.count).not_to_have_text(said)
    after = visitor.places()
    assert set(before) < set(after)
    assert all(after[id_] == before[id_] for id_ in before)


def test_day_hides_what_was_not_true_and_counts_it(visitor: Visitor) -> None:
    """On a day before the deal nothing of it is drawn, and undated links are counted."""
    drawn = "cy => cy.edges().filter(e => e.visible()).length"
    everything = visitor.graph(drawn)
    visitor.visit("?on=2025-01-01")
    assert 0 < visitor.graph(drawn) < everything
    begun = "cy => cy.edges().filter(e => e.visible()).every(e => e.data('spans')[0] <= 739252)"  # 1 Jan 2025
    assert visitor.graph(begun)
    expect(visitor.page.locator(".network .count")).to_contain_text("true on 1 Jan 2025")
    expect(visitor.page.locator(".network .count")).to_contain_text("without a date left out")


def test_known_on_leaves_later_claims_out_and_says_how_many(visitor: Visitor) -> None:
    """Before the second article only what the first one says is shown."""
    visitor.visit(f"?at={META}&known=2025-06-20")
    visitor.page.locator(".band").get_by_text("later claims are left out").wait_for()
    assert visitor.dossier.get_by_text("The Wall Street Journal").count() == 0
    visitor.page.get_by_role("button", name="Back to today").click()
    visitor.reads("The Wall Street Journal")


def test_time_strip_sends_one_day(visitor: Visitor) -> None:
    """The strip's handle is a slider with the month as text; moving it filters the links."""
    handle = visitor.page.get_by_role("slider", name="True on")
    handle.focus()
    handle.press("ArrowLeft")
    expect(visitor.page.locator(".network .count")).to_contain_text("true on")
    visitor.page.wait_for_url(re.compile(r"[?&]on=20\d\d-\d\d-\d\d"))


def test_address_opens_the_same_view_elsewhere(visitor: Visitor, new_page: Callable[..., Page]) -> None:
    """A copied link shows the same selection, the same names and the same places to somebody else."""
    visitor.visit(f"?at={META}&open={META}&only=yes&on=2025-06-30&level=all")
    visitor.heading("Meta")
    other = Visitor(new_page(), visitor.address).visit("?" + urlsplit(visitor.page.url).query)
    other.heading("Meta")
    assert other.places() == visitor.places()
    assert urlsplit(other.page.url).query == urlsplit(visitor.page.url).query


def test_unreadable_address_is_told_and_the_rest_is_shown(visitor: Visitor) -> None:
    """A broken link does not break the page."""
    visitor.visit(f"?at={META}&on=tomorrow&level=gossip")
    visitor.page.get_by_role("alert").get_by_text("could not be read").wait_for()
    visitor.heading("Meta")


def test_every_export_downloads(visitor: Visitor, tmp_path: Path) -> None:
    """What is shown can be taken away in every format, and none of the files is empty."""
    visitor.visit(f"?at={META}&open={META}&only=yes")
    visitor.page.get_by_role("button", name="Share").click()
    for label in (form.label for form in FORMATS.values()):
        with visitor.page.expect_download() as waiting:
            visitor.page.get_by_role("button", name=label, exact=True).click()
        target = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(target)
        assert target.stat().st_size > 1_000


def test_nothing_leaves_the_machine(visitor: Visitor) -> None:
    """All that the page asks for comes from the server on 127.0.0.1, and no script throws."""
    visitor.click(META)
    visitor.heading("Meta")
    assert any("network-" in each for each in visitor.requests), "the detector sees requests"
    asked = {urlsplit(each).hostname for each in visitor.requests if each.startswith(("http", "ws"))}
    assert asked == {"127.0.0.1"}
    assert visitor.errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1400, 900), (1000, 800), (390, 844)])
def test_no_sideways_scrolling(
    new_page: Callable[..., Page], address: str, width: int, height: int, scheme: str
) -> None:
    """The page fits every window in both themes."""
    seen = Visitor(new_page(width, height, color_scheme=scheme), address).visit(f"?at={META}")
    seen.heading("Meta")
    assert seen.page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    assert seen.errors == []
