"""The page of flows in a real browser: every view by its address, every number with its people and claims."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hostile import PAYLOADS, hostile_set
from playwright.sync_api import Locator, Page, expect
from reader import Reader
from visitor import Visitor

from graph.model.claim import Claim
from graph.model.claimset import ClaimSet
from graph.model.when import parse_when
from graph.store import open_store

pytestmark = pytest.mark.browser

META, OPENAI = "org:meta", "org:openai"
CELL = f"{OPENAI}>{META}"
VIEWS = {
    "flows": "Who went where",
    f"flows?of={META}&cell={CELL}": "Who went where",
    f"flows?view=sankey&of={META}": "Who went where",
    "flows?view=sankey": "Who went where",
    f"flows?view=rates&of={META}&from=2025": "Rates of Meta",
    f"flows?view=retention&of={OPENAI}&months=6": "Retention at OpenAI after 6 months",
    f"flows?view=liftouts&of={META}": "Lift-outs into Meta",
    "flows?view=offers": "Offers to named people",
    "flows?table=yes": "Moves",
    "flows?view=offers&table=yes": "Offers to named people",
}


@pytest.fixture
def reader(new_page: Callable[..., Page], address: str) -> Reader:
    return Reader(new_page(), address)


def number(reader: Reader) -> str:
    """The number of what is open at the right."""
    return reader.page.locator(".st-key-right .number").first.inner_text()


def cell(reader: Reader, ends: str) -> Locator:
    """A number of the matrix, by its origin and destination in words."""
    return reader.page.locator(f'.matrix td button[title*="{ends}"]')


@pytest.mark.parametrize(("path", "title"), VIEWS.items())
def test_each_view_is_reachable_by_address(reader: Reader, path: str, title: str) -> None:
    """A link opens the view that it names."""
    reader.visit(path)
    expect(reader.section(title)).to_be_visible()
    assert reader.errors == []


def test_views_are_chosen_and_the_address_follows(reader: Reader) -> None:
    """One press on a view shows it; the organisation and the window stay."""
    reader.visit(f"flows?of={OPENAI}&from=2025")
    for name, view in (
        ("Sankey", "sankey"),
        ("Rates", "rates"),
        ("Retention", "retention"),
        ("Matrix", None),
    ):
        reader.page.get_by_role("radio", name=name).click()
        reader.waits_for(view=view, of=OPENAI, **{"from": "2025"})


def test_a_cell_opens_its_people_and_claims(reader: Reader) -> None:
    """The number equals the people listed behind it, each with a source; a second press closes it."""
    reader.visit(f"flows?of={META}&from=2025&until=2025")
    pressed = cell(reader, "from OpenAI to Meta")
    pressed.click()
    reader.heading("OpenAI to Meta")
    reader.waits_for(cell=CELL)
    expect(pressed).to_have_attribute("aria-pressed", "true")
    assert number(reader) == "13"
    assert reader.section("Counted").get_by_role("listitem").count() == 13
    expect(reader.section("Counted")).to_contain_text("Shengjia Zhao")
    assert reader.section("Claims").locator(".chip").count() >= 13
    expect(reader.page.locator(".st-key-right")).to_contain_text("dated arrivals")
    pressed.click()
    expect(reader.section("In words")).to_be_visible()


def test_every_number_of_the_matrix_equals_its_list(reader: Reader) -> None:
    """Whatever is pressed, cells, sums of rows and of columns: as many are listed as the number says."""
    reader.visit("flows?from=2026")
    labels = [str(each.get_attribute("title")) for each in reader.page.locator(".matrix td button").all()]
    chosen = [label for label in labels if not label.startswith("0 ")][:: max(1, len(labels) // 8)]
    assert len(chosen) >= 5
    for label in chosen:
        reader.page.locator(f'.matrix td button[title="{label}"]').first.click()
        said = label.split(" ")[0]
        expect(reader.page.locator(".st-key-right .number")).to_have_text(said)
        assert str(reader.section("Counted").get_by_role("listitem").count()) == said


def test_inferred_and_possible_stand_beside_and_are_not_counted(reader: Reader) -> None:
    """The signs beside a number say how many are listed apart, and the number leaves them out."""
    reader.visit("flows")
    pressed = cell(reader, "from OpenAI to Anthropic")
    expect(pressed.locator(".marks")).to_have_text("?2")
    pressed.click()
    expect(reader.section("Beside, not counted").get_by_role("listitem")).to_have_count(2)
    said = pressed.locator(".figure-of").inner_text()
    assert number(reader) == said
    assert str(reader.section("Counted").get_by_role("listitem").count()) == said


def test_a_cell_is_opened_by_keyboard_and_keeps_the_focus(reader: Reader) -> None:
    """Enter on a number opens it; the focus stays on it."""
    reader.visit("flows")
    pressed = cell(reader, "from OpenAI to Meta")
    pressed.focus()
    pressed.press("Enter")
    reader.heading("OpenAI to Meta")
    expect(pressed).to_be_focused()


def test_show_in_network_brings_the_people(reader: Reader) -> None:
    """Explore draws exactly those people and their neighbours; Flows still has the cell open."""
    reader.visit(f"flows?from=2026&until=2026&cell=org:thinking-machines-lab>{OPENAI}")
    reader.heading("Thinking Machines Lab to OpenAI")
    names = reader.section("Counted").get_by_role("button").all_inner_texts()
    reader.button("Show in network").click()
    reader.page.locator(".network .count").wait_for()
    seen = Visitor(reader.page, reader.address)
    seen.settled()
    drawn = seen.graph("cy => cy.nodes().map(node => node.data('label'))")
    assert names
    assert set(names) <= set(drawn)
    people = seen.graph(
        "cy => cy.nodes().filter(n => n.data('shape') === 'person').map(n => n.data('label'))"
    )
    assert set(people) == set(names)
    reader.go("Flows")
    reader.heading("Thinking Machines Lab to OpenAI")


def test_page_switch_and_back_keeps_the_view(reader: Reader) -> None:
    """Going elsewhere and coming back shows the same view with the same cell open."""
    reader.visit(f"flows?view=sankey&of={META}&cell={CELL}")
    reader.heading("OpenAI to Meta")
    reader.go("People")
    reader.go("Flows")
    reader.heading("OpenAI to Meta")
    reader.waits_for(view="sankey", of=META, cell=CELL)


def test_copied_address_shows_the_same_elsewhere(reader: Reader, new_page: Callable[..., Page]) -> None:
    """View, organisation, way, window, rollup and what is open are in the address."""
    path = f"flows?of={META}&way=into&from=2025&until=2025-12&by=lab&cell={OPENAI}>{META}"
    reader.visit(path)
    other = Reader(new_page(), reader.address).visit(reader.page.url.removeprefix(f"{reader.address}/"))
    other.heading("OpenAI to Meta")
    assert other.asked() == reader.asked()
    assert other.page.locator(".matrix").inner_text() == reader.page.locator(".matrix").inner_text()


def test_ribbon_opens_the_people_of_the_cell(reader: Reader) -> None:
    """A press on a ribbon of the Sankey opens what the matrix opens, and another press lets it go."""
    reader.visit(f"flows?view=sankey&of={META}")
    ribbon = reader.page.locator('.st-key-flow-chart svg path[fill="var(--chart-in)"][fill-opacity]').first
    ribbon.wait_for()
    box = ribbon.bounding_box()
    assert box is not None
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    reader.page.mouse.click(*middle)
    reader.heading("OpenAI to Meta")
    assert number(reader) == "14"
    assert reader.section("Counted").get_by_role("listitem").count() == 14
    reader.waits_for(cell=CELL)


def test_sankey_has_a_table_for_a_twin(reader: Reader) -> None:
    """The same moves as rows: sorted by a press on a head, opened by a press on a row."""
    reader.visit("flows?view=sankey")
    reader.button("Show as table").click()
    reader.waits_for(table="yes")
    expect(reader.rows().first).to_contain_text("OpenAI")
    reader.page.get_by_role("columnheader", name="To").get_by_role("button").click()
    reader.waits_for(sort="to")
    reader.rows().filter(has_text="Windsurf").get_by_role("button").click()
    reader.heading("Windsurf to Google")
    assert number(reader) == "2"


def test_window_that_holds_nothing_says_what_to_do(reader: Reader) -> None:
    """Nobody came to Vercept in 1999: the way out is one press."""
    reader.visit("flows?of=org:vercept&way=into&from=1999&until=1999")
    reader.page.get_by_role("heading", name="No move is known in 1999").wait_for()
    reader.button("Any time").click()
    reader.button("All organisations").click()
    expect(reader.page.locator(".matrix")).to_be_visible()
    reader.waits_for(**{"from": None, "until": None})


def test_window_is_written_or_pressed_and_nonsense_is_told(reader: Reader) -> None:
    """A year is a press, a date is written; what is no date says so and changes nothing."""
    reader.visit("flows")
    reader.button("Arrived: any time").click()
    reader.page.get_by_role("radio", name="2025", exact=True).click()
    reader.waits_for(**{"from": "2025", "until": "2025"})
    first = reader.page.get_by_role("textbox", name="From")
    first.fill("soon")
    first.press("Enter")
    reader.page.locator(".band").get_by_text("is not a year, month or day").wait_for()
    assert reader.asked()["from"] == "2025"


def test_unreadable_and_unknown_parts_of_an_address_are_told(reader: Reader) -> None:
    """A broken link costs its broken parts; an organisation that is not there says so."""
    reader.visit("flows?view=pie&months=lots&from=soon")
    reader.page.get_by_role("alert").get_by_text("view, from, months").wait_for()
    expect(reader.page.locator(".matrix")).to_be_visible()
    reader.visit("flows?of=org:nobody-at-all")
    reader.page.get_by_text("Not in this ledger").wait_for()
    reader.button("Show all").click()
    expect(reader.page.locator(".matrix")).to_be_visible()


def test_both_clocks_and_evidence_hold_here_too(reader: Reader) -> None:
    """Known on leaves later claims out of every number; a day says that it plays no part."""
    reader.visit("flows?known=2025-06-20")
    reader.page.get_by_text("later claims are left out").first.wait_for()
    few = reader.section("In words").inner_text()
    reader.visit("flows?on=2025-06-20")
    reader.page.get_by_text("True on 20 Jun 2025 plays no part here").wait_for()
    assert reader.section("In words").inner_text() != few
    reader.button("Any day").click()
    reader.waits_for(on=None)


def test_rates_have_definition_interval_and_people(reader: Reader) -> None:
    """A headcount lists as many people as it says, with its definition and which dates are known."""
    reader.visit(f"flows?view=rates&of={META}&from=2025&until=2025")
    reader.page.get_by_role("button", name="Headcount on 31 Dec 2025").click()
    reader.heading("Headcount on 31 Dec 2025")
    said = number(reader)
    assert reader.section("People behind it").get_by_role("listitem").count() == int(said)
    expect(reader.section("What it is")).to_contain_text("stints have a start")
    reader.rows().first.page.locator("table.ledger").nth(1).get_by_role("button", name="OpenAI").click()
    reader.heading("OpenAI to Meta")
    assert number(reader) == "13 : 5"
    assert reader.section("OpenAI to Meta").get_by_role("listitem").count() == 13
    assert reader.section("Meta to OpenAI").get_by_role("listitem").count() == 5


def test_published_figures_stand_beside_with_why_they_differ(reader: Reader) -> None:
    """Each published figure has what the ledger gives beside it, a reason and its source."""
    reader.visit(f"flows?view=rates&of={META}&from=2025&until=2025")
    published = reader.section("Published, and here")
    expect(published).to_contain_text("the source counts all hires", ignore_case=True)
    assert published.locator(".chip").count() >= published.get_by_role("listitem").count() > 0


def test_retention_draws_its_curve_with_censoring_and_names_every_reading(reader: Reader) -> None:
    """Two curves with their bands, a tick for everybody who was lost; each reading says what it means."""
    reader.visit(f"flows?view=retention&of={OPENAI}&months=6")
    curves = reader.section("Who is still there, by Kaplan–Meier")
    expect(curves.get_by_role("img", name="Survival: 43 % after 6 months", exact=True)).to_be_visible()
    assert curves.locator("path.spread").count() >= 2
    assert curves.locator("figure line.censored").count() >= 2
    for name in ("Horizon reached", "Recent hires still there", "Survival", "Likely survival"):
        expect(reader.section("What each reading means")).to_contain_text(name)
    expect(reader.section("Published, and here")).to_contain_text("SignalFire")
    expect(reader.section("Retention at OpenAI after 6 months")).to_contain_text(
        "too few: 0 known, 10 needed"
    )


def test_retention_opens_readings_and_hires(reader: Reader) -> None:
    """A reading lists the people it rests on; a line of the picture opens the hire with its claims."""
    reader.visit(f"flows?view=retention&of={OPENAI}&months=6")
    reader.page.get_by_role("button", name="Horizon reached").click()
    reader.heading("Horizon reached")
    assert number(reader) == "30 %"
    assert reader.section("People behind it").get_by_role("listitem").count() == 28
    line = reader.section("How far each is followed").get_by_role("button", name="Trapit Bansal, Jan 2022")
    line.focus()
    line.press("Enter")
    reader.heading("Trapit Bansal")
    assert reader.section("Claims").locator(".chip").count() >= 1


def test_retention_without_an_organisation_offers_three(reader: Reader) -> None:
    """Nobody's people were asked for: three examples to press."""
    reader.visit("flows?view=retention")
    examples = reader.page.locator(".empty").get_by_role("button")
    assert examples.count() == 3
    examples.first.click()
    expect(reader.section("Hires")).to_be_visible()


def test_too_little_for_a_curve_says_so_and_shows_the_stays(reader: Reader) -> None:
    """Meta's ends are hardly known: no curve, but how far each is followed."""
    reader.visit(f"flows?view=retention&of={META}")
    expect(reader.section("Who is still there, by Kaplan–Meier")).to_contain_text("too few")
    assert reader.section("How far each is followed").locator(".stay").count() == 35


def test_liftout_opens_its_people_with_chance_and_deal(reader: Reader) -> None:
    """A group lists its people; chance is told by its null model, the deal by its name."""
    reader.visit("flows?view=liftouts")
    reader.rows().filter(has_text="Vercept").get_by_role("button").click()
    reader.heading("Vercept to Anthropic")
    assert number(reader) == "3"
    assert reader.section("Counted").get_by_role("listitem").count() == 3
    ties = reader.section("What ties them")
    expect(ties).to_contain_text("Departure days permuted within the origin; 999 shuffles")
    expect(ties).to_contain_text("3 of 3 (Anthropic acquires Vercept (2026))")
    reader.visit("flows?view=liftouts&deals=without")
    expect(reader.rows().filter(has_text="Vercept")).to_have_count(0)


def test_offers_keep_conflicting_and_not_known_apart(reader: Reader) -> None:
    """A stage opens its offers, as many as it says; those of two ends or none are in no end."""
    reader.visit("flows?view=offers")
    for name in ("Made", "Declined", "Conflicting", "Not known"):
        stage = reader.page.get_by_role("button", name=f"{name}: ")
        said = stage.locator("strong").inner_text()
        stage.click()
        reader.heading(name)
        assert number(reader) == said
        assert str(reader.section("Offers").get_by_role("listitem").count()) == said
    reader.page.get_by_role("button", name="Conflicting: ").click()
    expect(reader.section("Offers")).to_contain_text("Matt Deitke")


FILES = {
    f"flows?of={META}&from=2025&until=2025": ("Cells", "certain", 13),
    "flows?view=rates": ("Net", "ratio", 35),
    f"flows?view=retention&of={OPENAI}&months=6": ("Hires", "at_horizon", 30),
    "flows?view=liftouts": ("Liftouts", "p_adjusted", 8),
    "flows?view=offers": ("Offers", "ending", 8),
}


@pytest.mark.parametrize("path", FILES)
def test_each_view_downloads_its_table(reader: Reader, tmp_path: Path, path: str) -> None:
    """Share holds the numbers of the view as files, with the claims behind each row."""
    label, column, rows = FILES[path]
    reader.visit(path)
    reader.button("Share").click()
    with reader.page.expect_download() as waiting:
        reader.button(f"{label} (CSV)").click()
    target = tmp_path / "table.csv"
    waiting.value.save_as(target)
    with target.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert len(found) == rows
    assert column in found[0]
    assert all(row["claims"] for row in found)


def test_on_a_phone_what_is_opened_comes_into_view(new_page: Callable[..., Page], address: str) -> None:
    """The panel stands below the matrix there: a press on a number brings it up."""
    reader = Reader(new_page(390, 844), address).visit(f"flows?of={META}")
    cell(reader, "from OpenAI to Meta").click()
    reader.heading("OpenAI to Meta")
    expect(reader.page.get_by_role("heading", level=1, name="OpenAI to Meta")).to_be_in_viewport()


def test_cut_off_says_so_and_the_totals_are_whole(
    new_page: Callable[..., Page], serve: Callable[..., str], tmp_path: Path
) -> None:
    """With room for 20 cells a band says how many are left out; the sentence beside counts all moves."""
    reader = Reader(new_page(), serve(tmp_path / "ledger.db", query_rows=20)).visit("flows?table=yes")
    expect(reader.page.locator(".band").first).to_contain_text("rows are left out")
    assert reader.rows().count() == 20
    shown = sum(int(each) for each in reader.page.locator("table.ledger tbody td.right").all_inner_texts())
    total = int(reader.section("In words").inner_text().split(" moves")[0].split()[-1])
    assert total > shown > 0


def hostile_market() -> ClaimSet:
    """The set full of hostile text, in which everybody went on to the next organisation."""
    made = hostile_set()
    last = len(PAYLOADS) - 1
    moves = [
        Claim(
            f"person:p{n}",
            "works_at",
            object=f"org:o{n + 1}",
            when=parse_when("2025-07/"),
            qualifiers=(("from", f"org:o{n}"), ("role", payload)),
            source=f"s{n}",
        )
        for n, payload in enumerate(PAYLOADS[:last])
    ]
    return replace(made, claims=(*made.claims, *moves))


@pytest.fixture(scope="module")
def hostile(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The app on that market, with every name in the matrix."""
    file = tmp_path_factory.mktemp("hostile") / "ledger.db"
    store = open_store(file)
    with store.writer() as writer:
        writer.load(hostile_market())
    store.close()
    return serve(file, matrix_names=150)


@pytest.mark.parametrize("path", ["flows", "flows?view=sankey", "flows?view=rates", "flows?table=yes"])
def test_hostile_names_are_text(new_page: Callable[..., Page], hostile: str, path: str) -> None:
    """Names that are markup, templates or links are read letter by letter, and nothing of them runs."""
    page = new_page(390, 844)
    page.add_init_script("window.ran = []; window.pwned = what => window.ran.push(String(what));")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    reader = Reader(page, hostile).visit(path)
    assert page.evaluate("window.ran") == []
    assert not [each for each in asked if "evil.example" in each]
    assert reader.errors == []
    assert not reader.scrolls_sideways()
