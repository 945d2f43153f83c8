"""A view goes elsewhere, by address, link or file: the same names at the same places."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from making import claim_set
from playwright.sync_api import Page, expect
from visitor import Visitor

from graph.store.open import open_store

pytestmark = pytest.mark.browser

META, OPENAI, SCALE = "org:meta", "org:openai", "org:scale-ai"
WANG = "person:alexandr-wang"
NewPage = Callable[..., Page]


def share(visitor: Visitor) -> None:
    visitor.page.get_by_role("button", name="Share").click()
    visitor.page.get_by_role("button", name="GraphML").wait_for()


def link(visitor: Visitor) -> str:
    """The link that Share gives; its panel stays open."""
    share(visitor)
    return visitor.page.get_by_test_id("stCode").inner_text().strip().replace("\n", "")


def query(visitor: Visitor) -> str:
    return "?" + urlsplit(visitor.page.url).query


def made_by_hand(visitor: Visitor) -> None:
    """Two expansions, one by a relation; a name dragged, one put away, a kind hidden, a day, a selection."""
    visitor.visit("?on=2025-10-31")
    visitor.expand(META, "made an offer to")
    expect(visitor.count).not_to_contain_text("90 of")
    visitor.expand(OPENAI)
    visitor.page.wait_for_url("**/*org%3Aopenai*")
    visitor.settled()
    visitor.click(SCALE)
    visitor.heading("Scale AI")
    visitor.drag(SCALE, 60, 50)
    visitor.page.wait_for_url("**/*pin=*")
    visitor.double_click("org:apple")
    visitor.choose("Hide")
    expect(visitor.count).to_contain_text("1 put away")
    visitor.page.get_by_role("group", name="Kinds shown").get_by_role("button", name="Model").click()
    visitor.page.wait_for_url("**/*off=model*")
    visitor.click(WANG)
    visitor.heading("Alexandr Wang")
    visitor.settled()


def test_a_second_browser_stands_as_the_first(visitor: Visitor, new_page: NewPage) -> None:
    """The address of a picture made by hand shows somebody else the same names, places, day, selection."""
    made_by_hand(visitor)
    parts = parse_qs(query(visitor)[1:])
    assert parts["open"] == [f"{META}~offered~out,{OPENAI}"]
    assert parts["hide"] == ["org:apple"]
    assert parts["off"] == ["model"]
    assert parts["on"] == ["2025-10-31"]
    assert parts["made"][0].count(".") == 2
    assert "places" not in parts, "the steps tell the places"
    other = Visitor(new_page(), visitor.address).visit(query(visitor))
    other.heading("Alexandr Wang")
    assert other.places() == visitor.places()
    assert other.count.inner_text() == visitor.count.inner_text()
    assert other.chosen() == visitor.chosen() == [WANG]
    hidden = "cy => cy.nodes('.model').filter(n => n.visible()).length"
    assert other.graph(hidden) == visitor.graph(hidden) == 0
    assert query(other) == query(visitor)


def test_a_picture_come_to_by_another_way_tells_its_places(visitor: Visitor, new_page: NewPage) -> None:
    """Folding what came first leaves places that the steps do not tell: then the address tells them."""
    visitor.expand(META)
    expect(visitor.count).not_to_contain_text("90 of")
    visitor.expand(OPENAI)
    visitor.page.wait_for_url("**/*org%3Aopenai*")
    visitor.settled()
    visitor.double_click(META)
    visitor.choose("Fold")
    visitor.page.wait_for_url("**/*places=*")
    visitor.settled()
    other = Visitor(new_page(), visitor.address).visit(query(visitor))
    assert other.places() == visitor.places()


def test_the_link_of_share_holds_every_place(visitor: Visitor, new_page: NewPage) -> None:
    """Copied with one click, 2,000 characters at most, it opens the same picture, coloured alike."""
    visitor.visit(f"?at={META}")
    visitor.page.get_by_label("Colour by").select_option("employer")
    address = link(visitor)
    expect(visitor.page.get_by_test_id("stCode")).to_contain_text("colour=employer")
    address = visitor.page.get_by_test_id("stCode").inner_text().strip().replace("\n", "")
    assert len(address) <= 2_000
    assert len(parse_qs(urlsplit(address).query)["places"][0]) == 9 * len(visitor.places())
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.page.get_by_role("button", name="Copy link").click()
    visitor.page.wait_for_function(
        "wanted => navigator.clipboard.readText().then(t => t === wanted)", arg=address
    )
    other = Visitor(new_page(), visitor.address).visit("?" + urlsplit(address).query)
    other.heading("Meta")
    assert other.places() == visitor.places()
    expect(other.page.get_by_label("Colour by")).to_have_value("employer")


def test_what_is_too_long_for_a_link_is_a_file(
    serve: Callable[..., str], new_page: NewPage, tmp_path: Path
) -> None:
    """With 240 names a link would be too long: the file holds the view, and opens it elsewhere whole."""
    file = tmp_path / "ledger.db"
    people = [f"p{who} works_at o{who % 24} 20{10 + who % 15}" for who in range(216)]
    store = open_store(file)
    with store.writer() as writer:
        writer.load(claim_set("\n".join(people)))
    store.close()
    address = serve(file, first_nodes=240)
    first = Visitor(new_page(), address).visit("?at=org:o3&on=2020-01-31")
    assert len(first.places()) == 240
    first.drag("org:o3", 40, 30)
    first.page.wait_for_url("**/*pin=*")
    share(first)
    first.page.get_by_text("Pass on the view file below").wait_for()
    with first.page.expect_download() as waiting:
        first.page.get_by_role("button", name="View file", exact=True).click()
    view = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(view)
    other = Visitor(new_page(), address).visit()
    share(other)
    other.page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(view)
    other.heading("o3")
    expect(other.count).to_contain_text("Jan 2020")
    assert other.places() == first.places()


def test_a_bad_view_file_is_told_and_nothing_changes(visitor: Visitor, tmp_path: Path) -> None:
    """The line is named, the view is as before, and one click opens the panel to choose another file."""
    visitor.visit(f"?at={META}")
    places = visitor.places()
    bad = tmp_path / "my.jsonl"
    head = {"talentgraph": "view 1", "made": "", "address": {}}
    bad.write_text(f'{json.dumps(head)}\n{{"name": "org:meta", "x": "10m?", "y": 2}}\n')
    share(visitor)
    visitor.page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(bad)
    band = visitor.page.get_by_role("alert")
    band.get_by_text("my.jsonl, line 2: x is not a whole number.").wait_for()
    expect(band).to_contain_text("The view is as before.")
    visitor.heading("Meta")
    assert visitor.places() == places
    visitor.page.keyboard.press("Escape")
    band.get_by_role("button", name="Choose another file").click()
    visitor.page.get_by_text("Open a view file").wait_for()


def test_an_older_link_says_what_changed(
    serve: Callable[..., str], new_page: NewPage, tmp_path: Path
) -> None:
    """After a load the link still shows its names where they stood, and says how many claims came since."""
    file = tmp_path / "ledger.db"
    before = [f"p{who} works_at o{who % 5} 20{10 + who}" for who in range(15)]
    store = open_store(file)
    with store.writer() as writer:
        writer.load(claim_set("\n".join(before)))
    address = serve(file)
    first = Visitor(new_page(), address).visit("?at=org:o1")
    first.heading("o1")
    old = link(first)
    places = first.places()
    with store.writer() as writer:
        more = [f"q{who} works_at o1 2024 @paper:2014-01-01" for who in range(3)]
        writer.load(claim_set("\n".join([*before, *more])))
    store.close()
    other = Visitor(new_page(), address).visit("?" + urlsplit(old).query)
    other.heading("o1")
    band = other.page.get_by_role("status").filter(has_text="This link was made with older data.")
    expect(band).to_contain_text("3 claims were added since. Positions are as in the link.")
    now = other.places()
    assert {id_: at for id_, at in now.items() if id_ in places} == places
    assert len(now) == len(places) + 3
    band.get_by_role("button", name="Show what changed").click()
    other.reads("3 claims added, 0 withdrawn by loads since.")
    other.reads("q2 worked at o1")
    band.get_by_role("button", name="Close").click()
    band.wait_for(state="detached")
    other.dossier.get_by_role("button", name="Close").click()
    other.heading("o1")


def test_names_searched_for_stay_out_of_address_and_log(
    serve: Callable[..., str], logs: Callable[[str], str], new_page: NewPage, tmp_path: Path
) -> None:
    """Found or not, what somebody typed is in no address that the server is asked for, nor in its log."""
    address = serve(tmp_path / "ledger.db")
    visitor = Visitor(new_page(), address).visit()
    visitor.find("Zebulon Canaryname")
    visitor.page.locator(".band").get_by_text("Nobody and nothing").wait_for()
    visitor.find("alexander wang")
    visitor.heading("Alexandr Wang")
    visitor.page.reload()
    visitor.settled()
    log = logs(address)
    assert urlsplit(address).netloc in log, "the log is the server's"
    for typed in ("Zebulon", "Canaryname", "alexander wang", "alexandr-wang"):
        assert typed not in log
    asked = [each for each in visitor.requests if "Zebulon" in each or "alexander" in each]
    assert asked == []
