"""The funnel of offers: how far they went, how they ended, what is apart, every offer behind a count."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model.text import first_upper, fold
from graph.queries.dealings.funnel import Funnel
from graph.queries.dealings.funnel_counts import (
    CONFLICTING,
    DENIED,
    FINAL,
    REACHED,
    UNKNOWN,
    Counted,
    Share,
    Tally,
)
from talentgraph.ui.component import Block
from talentgraph.ui.flows import opened as flow_opened
from talentgraph.ui.table import Cell, Column, Row, count, in_order, text

_APART = (CONFLICTING, DENIED, UNKNOWN)
_STAGES = (
    Column("stage", "Stage", place=""),
    Column("part", "Which is"),
    Column("offers", "Offers", align="right", place="lead"),
)
_COMPANIES = (
    Column("by", "Made by", place=""),
    Column("offers", "Offers", align="right", place="lead", short="offers"),
    *(
        Column(word.replace(" ", "_"), first_upper(word), align="right", short=word)
        for word in ("made", "accepted", "declined", *_APART)
    ),
    Column("acceptance", "Acceptance", align="right", short="acceptance", sorts=False),
)


def left(reply: Funnel, cell: str, sort: str = "", as_table: bool = False) -> list[Block]:
    """The funnel or its table, shares with n, offers by company, offers to people whom nobody lists."""
    picture = _twin(reply, cell, sort) if as_table else _funnel(reply, cell)
    return [picture, _shares(reply), *_companies(reply, cell, sort), *_groups(reply)]


def _twin(reply: Funnel, cell: str, sort: str) -> Block:
    """The stages as a table."""
    groups = _funnel(reply, cell)["groups"]
    rows = [
        Row(
            row["key"],
            {
                "stage": Cell([row["label"]], row["label"], row["label"], strong=True),
                "part": text(group["title"]),
                "offers": text(row["text"], row["share"]),
            },
        )
        for group in groups
        for row in group["rows"]
    ]
    shown = in_order(_STAGES, rows, sort, chosen=cell, caption="Stages of offers")
    note = "of any time; a row opens its offers"
    return {**shown, "title": "Offers to named people", "count": len(reply.total.offers), "note": note}


def _funnel(reply: Funnel, cell: str) -> Block:
    total = reply.total
    most = max(1, len(total.offers))
    reached = [_stage("reached", word, total.reached(word), most, cell) for word in REACHED]
    ended = [_stage("ended", word, total.ended(word), most, cell) for word in FINAL]
    apart = [_stage("ended", word, total.ended(word), most, cell) for word in _APART]
    return {
        "type": "funnel",
        "title": "Offers to named people",
        "count": len(total.offers),
        "note": "of any time; a stage opens its offers",
        "groups": [
            {"title": "How far they went", "rows": reached},
            {"title": "How they ended", "rows": ended},
            {"title": "Apart: in none of the ends", "rows": apart},
        ],
    }


def _stage(kind: str, word: str, found: Sequence[Counted], most: int, cell: str) -> Block:
    key = f"{kind} {word}"
    tone = "red" if word in (CONFLICTING, DENIED) else "apart" if word == UNKNOWN else ""
    return {
        "key": key,
        "label": first_upper(word),
        "text": f"{len(found):,}",
        "share": len(found) / most,
        "tone": tone,
        "action": f"cell {key}" if found else "",
        "chosen": key == cell,
    }


def _shares(reply: Funnel) -> Block:
    """Percentages only where they rest on enough."""
    rows = [
        _share("accepted", reply.total.acceptance, "of those accepted or declined"),
        _share("countered", reply.total.countered, "of those made"),
    ]
    return {"type": "figures", "rows": rows}


def _share(label: str, share: Share, of: str) -> Block:
    few = ", too few for a percentage" if share.of and share.is_small else ""
    value = share.text.partition(" (")[0]
    interval = "" if share.is_small or not share.of else share.text.partition(" (")[2].rstrip(")")
    return {"value": value, "label": label, "note": f"{of}{few}{interval and f'; {interval}'}"}


def _companies(reply: Funnel, cell: str, sort: str) -> list[Block]:
    if len(reply.companies) < 2:
        return []
    rows = [_company(reply, tally) for tally in reply.companies]
    shown = in_order(_COMPANIES, rows, sort, chosen=cell, caption="Offers by company")
    return [{**shown, "title": "By company", "count": len(rows), "note": "a row opens its offers"}]


def _company(reply: Funnel, tally: Tally) -> Row:
    name = reply.name(tally.company)
    ended = {
        word.replace(" ", "_"): count(len(tally.ended(word))) for word in ("accepted", "declined", *_APART)
    }
    return Row(
        f"by {tally.company}",
        {
            "by": Cell([name], name, fold(name), strong=True),
            "offers": count(len(tally.offers)),
            "made": count(len(tally.reached("made"))),
            **ended,
            "acceptance": text(tally.acceptance.text),
        },
    )


def _groups(reply: Funnel) -> list[Block]:
    unnamed = "fewer than three" if reply.unnamed is None else f"{reply.unnamed:,}"
    said = f"Offers to unnamed people, in no count: {unnamed}." if reply.unnamed != 0 else ""
    rows = [flow_opened.offer_row(reply, offer, offer.claims) for offer in reply.groups]
    parts: list[Block] = []
    if rows:
        title = "To people whom nobody lists, in no count above"
        parts.append({"type": "sentences", "title": title, "count": len(rows), "rows": rows})
    return [*parts, {"type": "note", "text": [said]}] if said else parts


def right(reply: Funnel, cell: str) -> list[Block]:
    """The offers of a stage or a company; else what the stages mean."""
    found = _behind(reply, cell)
    if found is None:
        rows = [
            {"name": first_upper(name), "text": f"{first_upper(meant)}."}
            for name, meant in reply.definitions.items()
        ]
        return [{"type": "meanings", "title": "What the numbers mean", "rows": rows}]
    title, offers = found
    people = [each.offer.recipient for each in offers if each.offer.recipient.startswith("person:")]
    rows = [flow_opened.offer_row(reply, each.offer, each.claims) for each in offers]
    number = "offer" if len(offers) == 1 else "offers"
    return [
        *flow_opened.head("Offers", title, f"{len(offers):,}", number, shape="deal"),
        flow_opened.actions(people),
        {"type": "sentences", "title": "Offers", "count": len(rows), "rows": rows},
        flow_opened.claims(reply, reply.found(id_ for each in offers for id_ in each.claims)),
    ]


def _behind(reply: Funnel, cell: str) -> tuple[str, Sequence[Counted]] | None:
    kind, _, word = cell.partition(" ")
    total = reply.total
    if kind == "reached" and word in REACHED:
        return first_upper(word), total.reached(word)
    if kind == "ended" and word in (*FINAL, *_APART):
        return first_upper(word), total.ended(word)
    tally = next((each for each in reply.companies if kind == "by" and each.company == word), None)
    return (f"By {reply.name(word)}", tally.offers) if tally else None
