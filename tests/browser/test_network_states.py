"""Every state of Explore that design names: what it says, and what its buttons do."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from making import claim_set
from playwright.sync_api import Locator, Page, expect
from visitor import Visitor

from graph.store.open import open_store

pytestmark = pytest.mark.browser

META = "org:meta"


def band(visitor: Visitor, text: str) -> Locator:
    found = visitor.page.locator(".band").filter(has_text=text)
    found.wait_for()
    return found


def test_first_visit(visitor: Visitor) -> None:
    """A filled network, what to do, and three examples by name that open."""
    visitor.reads("Start with a name")
    examples = visitor.dossier.get_by_role("button").all_inner_texts()
    assert len(examples) == 3
    name = examples[0].partition(": ")[2]
    visitor.dossier.get_by_role("button", name=examples[0]).click()
    visitor.heading(name)


def test_cut_off_offers_to_narrow_or_a_table(
    serve: Callable[..., str], new_page: Callable[..., Page], tmp_path: Path
) -> None:
    """With room for 40 names the rest is counted; Narrow opens the filters, the other button the table."""
    visitor = Visitor(new_page(), serve(tmp_path / "ledger.db", picture_nodes=40)).visit()
    said = band(visitor, "Showing 40 of ").inner_text()
    match = re.search(r"Showing 40 of ([\d,]+) names\.\s+Nearest names first\. Narrow by relation", said)
    assert match
    assert len(visitor.places()) == 40
    band(visitor, "Showing").get_by_role("button", name="Narrow").click()
    visitor.page.get_by_text("Firm: confirmed only").wait_for()
    visitor.page.keyboard.press("Escape")
    band(visitor, "Showing").get_by_role("button", name="Show as table").click()
    expect(visitor.page.locator(".twin tbody tr")).to_have_count(40)
    visitor.page.wait_for_url("**/*table=yes*")


def test_nothing_that_day_leads_to_the_first_day(
    serve: Callable[..., str], new_page: Callable[..., Page], tmp_path: Path
) -> None:
    """Before the first link the picture is empty: the notice names its day and goes there."""
    store = open_store(tmp_path / "ledger.db")
    with store.writer() as writer:
        writer.load(claim_set("ada works_at acme 2019-06-12/..\nbob works_at acme 2020-02-01/.."))
    store.close()
    visitor = Visitor(new_page(), serve(tmp_path / "ledger.db")).visit("?on=2019-03-31")
    notice = band(visitor, "Nothing was true here on 31 Mar 2019.")
    expect(notice).to_contain_text("The first link starts on 12 Jun 2019.")
    visible = "cy => cy.edges().filter(e => e.visible()).length"
    assert visitor.graph(visible) == 0
    notice.get_by_role("button", name="Go to 12 Jun 2019").click()
    visitor.page.wait_for_url("**/*on=2019-06-12*")
    notice.wait_for(state="detached")
    assert visitor.graph(visible) == 1
    expect(visitor.page.locator(".strip strong")).to_have_text("12 Jun 2019")


def test_nothing_dated_that_day_is_no_word_on_what_always_holds(visitor: Visitor) -> None:
    """A lab is part of its company on any day: the notice and the count beside it both leave it standing."""
    visitor.visit("?on=1950-01-31")
    band(visitor, "Nothing with a date was true here on 31 Jan 1950.").wait_for()
    drawn = visitor.graph("cy => cy.edges().filter(e => e.visible() && !e.hasClass('possible')).length")
    expect(visitor.count).to_contain_text("1 link true on Jan 1950")
    assert drawn == 1


def test_known_on_counts_what_is_left_out(visitor: Visitor) -> None:
    """The other clock says its day and how many claims came later, and goes back to today."""
    visitor.visit("?known=2025-07-01")
    notice = band(visitor, "Known on 1 Jul 2025.")
    assert re.search(r"[1-9][\d,]* later claims are left out\.", notice.inner_text())
    everyone = len(visitor.places())
    notice.get_by_role("button", name="Back to today").click()
    notice.wait_for(state="detached")
    assert len(visitor.places()) >= everyone


def test_a_link_that_names_somebody_gone(visitor: Visitor) -> None:
    """What this ledger does not know is told by its id; the rest of the link is shown."""
    visitor.visit(f"?at={META}&open=person:nobody-at-all,{META}")
    band(visitor, "This ledger does not know person:nobody-at-all.")
    visitor.heading("Meta")
    assert META in visitor.places()


def test_a_selected_name_that_is_gone(visitor: Visitor) -> None:
    """The dossier says so, suggests, and shows all again."""
    visitor.visit("?at=person:alexandr-wangg")
    visitor.reads("Not in this ledger")
    visitor.dossier.get_by_role("button", name="Show all").click()
    visitor.settled()


def test_a_link_to_a_name_brings_it_in(visitor: Visitor) -> None:
    """Somebody who is not among the first names comes in with their neighbours, selected and in sight."""
    shown = visitor.places().keys()
    visitor.find("Soumith Chintala")
    visitor.heading("Soumith Chintala")
    assert "person:soumith-chintala" not in shown
    elsewhere = Visitor(visitor.page, visitor.address).visit("?at=person:soumith-chintala")
    elsewhere.heading("Soumith Chintala")
    assert elsewhere.chosen() == ["person:soumith-chintala"]
    assert "person:soumith-chintala" in elsewhere.places()


def test_a_link_to_a_link_brings_its_ends_in(visitor: Visitor) -> None:
    """The address of a link whose ends are not among the first names shows its claims and draws it."""
    ends = visitor.places().keys()
    visitor.visit("?open=org:meta")
    far = "cy => cy.edges().filter(e => e.visible()).map(e => [e.id(), e.source().id(), e.target().id()])"
    link = next(id_ for id_, *both in visitor.graph(far) if not set(both) <= ends)
    there = Visitor(visitor.page, visitor.address).visit(f"?at={quote(link)}")
    there.reads("Link")
    assert there.chosen() == [link]


def test_a_link_that_is_filtered_out_says_so(visitor: Visitor) -> None:
    """A selected link of another relation than the filter lets through is not mistaken for a name."""
    link = visitor.graph("cy => cy.edges().filter(e => e.data('what') === 'works at').map(e => e.id())[0]")
    visitor.visit(f"?at={quote(link)}&rel=offered")
    visitor.reads("This link is not in the picture")


def test_notices_shift_nothing(visitor: Visitor) -> None:
    """A notice comes in a place of its own: the picture is not made anew, and nobody moves, nor any panel."""
    visitor.stage.evaluate("stage => { stage.marked = true; }")
    places, box, beside = visitor.places(), visitor.stage.bounding_box(), visitor.dossier.bounding_box()
    visitor.find("Zzyzx Qwxyz")
    band(visitor, "Nobody and nothing").wait_for()
    assert (visitor.stage.bounding_box(), visitor.dossier.bounding_box()) == (box, beside)
    assert visitor.stage.evaluate("stage => stage.marked === true")
    assert visitor.places() == places
