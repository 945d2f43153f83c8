"""The table of deals: when each was announced, what it came to, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable

from graph.model.days import day_of
from graph.queries.answers.reply import Reply
from graph.queries.dealings.deals import Deals, deals
from graph.queries.people.dossier import show
from graph.store.base import View
from talentgraph.ui.deals.deal import deal_blocks
from talentgraph.ui.deals.dealings import Entry, deal_entry

Viewing = Callable[[str], View]
UNWOUND = """
    deal:a deal_kind acquisition
    deal:a reached announced 2025-12-29
    deal:a reached unwound [2026-01..2026-03] status=disputed
"""


def entry(view: View) -> Entry:
    reply: Deals = deals(view)
    (deal,) = reply.deals
    return deal_entry(reply, deal)


def test_when_is_the_announcement_and_a_later_stage_has_its_own_date(viewing: Viewing) -> None:
    """The column of dates tells and sorts by the announcement; what came of it has its date beside it."""
    row = entry(viewing("deal:a reached announced 2025-12-29\ndeal:a reached closed 2026-02-03")).row
    assert row.cells["when"].runs == ["29 Dec 2025"]
    assert row.cells["when"].order == day_of("2025-12-29") + 1
    assert (row.cells["outcome"].runs, row.cells["outcome"].note) == (["closed"], "3 Feb 2026")
    assert (row.cells["outcome"].doubt, row.extra["stage_when"]) == ("", "3 Feb 2026")


def test_of_two_dates_of_one_stage_the_supported_and_closest_is_told(viewing: Viewing) -> None:
    """A confirmed day stands before a month that another page reports; no second date stands beside it."""
    row = entry(
        viewing(
            "deal:a reached announced 2025-06-12 status=confirmed\ndeal:a reached announced 2025-06 @b:2025"
        )
    ).row
    assert row.cells["when"].runs == ["12 Jun 2025"]
    assert row.cells["outcome"].note == ""


def test_a_stage_in_doubt_says_so_in_the_table_the_file_and_the_dossier(viewing: Viewing) -> None:
    """That a deal was unwound is disputed: its row, its file and the line under its name say it."""
    view = viewing(UNWOUND)
    row = entry(view).row
    assert (row.cells["outcome"].runs, row.cells["outcome"].doubt) == (["unwound"], "disputed")
    assert (row.cells["status"].status, row.extra["stage_status"]) == ("reported", "disputed")
    reply = deals(view)
    head = deal_blocks(reply, reply.deals[0], reply, False)[0]
    assert head["line"][0].startswith("Acquisition, unwound")
    assert head["doubt"] == "disputed"


def test_the_dossier_counts_all_claims_that_name_the_deal(viewing: Viewing) -> None:
    """A valuation said to be of the deal is no part of it, and is counted, as the terminal counts it."""
    view = viewing(f"{UNWOUND}\norg:b measured metric=valuation amount=29bn deal=deal:a")
    reply = deals(view)
    listed = show(view, "deal:a").listed
    naming = Reply(
        scope=reply.scope,
        version=reply.version,
        now=reply.now,
        cards=reply.cards,
        claims={e.id: e for e in listed},
    )
    claims = deal_blocks(reply, reply.deals[0], naming, False)[-1]
    assert claims["count"] == len([e for e in listed if e.source.kind != "derived"]) == 4
