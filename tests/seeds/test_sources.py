"""Sources can be looked up, and say when they came out or that nobody knows."""

from shipped import Row, Shipped

UNDATED = ("no date", "Not read")


def incomplete(sources: list[Row]) -> set[str]:
    """Ids of sources that lack a publisher, a title, a date without a word on it, or an address."""
    return {
        row["id"]
        for row in sources
        if not row["publisher"]
        or not row["title"]
        or not (row["date"] or any(word in row["note"] for word in UNDATED))
        or not (row["url"] or "Address without https" in row["note"] or "Not read" in row["note"])
    }


def test_the_detector_finds_what_is_planted(war: Shipped) -> None:
    """A source without its publisher, its date or its address is found."""
    row = next(row for row in war.sources if row["date"] and row["url"] and not row["note"])
    for field in ("publisher", "title", "date", "url"):
        assert incomplete([row | {field: ""}]) == {row["id"]}, field


def test_every_source_can_be_looked_up(war: Shipped) -> None:
    """Publisher, title, address, and a date, its bounds, or the word that there is none."""
    assert not incomplete(war.sources)
    addresses = [row["url"] for row in war.sources if row["url"]]
    assert all(address.startswith("https://") for address in addresses)
    assert len(set(addresses)) == len(addresses)


def test_what_a_page_cites_is_a_source(war: Shipped) -> None:
    """A page that repeats another names it; a source that nobody read is there for being cited alone."""
    ids = {row["id"] for row in war.sources}
    cited = {id_ for row in war.sources for id_ in row["cites"].split("|") if id_}
    assert cited <= ids
    used = {claim.source for claim in war.claims.values()}
    assert ids == used | cited
    unread = {row["id"] for row in war.sources if "Not read" in row["note"]}
    assert unread <= cited
    assert not unread & used


def test_no_claim_is_later_than_its_page(war: Shipped, articles: Shipped) -> None:
    """What a page says to have happened lies before its latest day; only plans reach beyond it."""
    for given in (war, articles):
        dates = {source.id: source for source in given.loaded.sources}
        for key, claim in given.claims.items():
            published = dates[claim.source].known_from(given.loaded.compiled_day)
            when = claim.when.start or claim.when.point
            if when and claim.status not in ("planned", "denied") and claim.relation != "measured":
                assert when.lo <= published, key
