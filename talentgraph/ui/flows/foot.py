"""At the foot of retention: who left and came back, and where the people studied."""

from __future__ import annotations

from graph.model.text import fold
from graph.queries.people.returners import Return, Returners, away_text
from graph.queries.people.schools import Schools
from graph.queries.words.dates import days_text
from talentgraph.ui import blocks
from talentgraph.ui.component import Block
from talentgraph.ui.flows import opened as flow_opened
from talentgraph.ui.table import NOTHING, Cell, Column, Row, Sorting, block, text

_RETURNS = (
    Column("who", "Who came back", place="", sorts=False),
    Column("back", "Back", place="lead", sorts=False),
    Column("away", "Away", sorts=False),
    Column("between", "Meanwhile at", short="meanwhile at", sorts=False),
    Column("sure", "How sure", sorts=False),
)
_SCHOOLS = (
    Column("school", "School", place="", sorts=False),
    Column("here", "Were ever here", align="right", place="lead", sorts=False),
    Column("who", "Who", sorts=False),
)
_UNSORTED = Sorting("")


def returns(reply: Returners, cell: str) -> Block | None:
    """Each with the time away and where they were meanwhile."""
    rows = [
        Row(
            _return_key(each),
            {
                "who": Cell([reply.name(each.person)], reply.name(each.person), strong=True),
                "back": text(_dated(each.back.start_lo, each.back.start_hi, each.back.start_dated)),
                "away": _maybe(away_text(each.away_lo, each.away_hi).removeprefix("away ")),
                "between": _maybe(_meanwhile(reply, each)),
                "sure": text("a source says so" if each.stated else "the dates force it"),
            },
        )
        for each in reply.returns
    ]
    if not rows:
        return None
    shown = block(_RETURNS, rows, _UNSORTED, chosen=cell, caption="Who came back")
    note = f"in {reply.stints:,} stints of {reply.people:,} people"
    return {**shown, "title": "Who left and came back", "count": len(rows), "note": note}


def _return_key(each: Return) -> str:
    return f"return {each.back.rows[0].address}"


def _dated(lo: int, hi: int, dated: bool) -> str:
    return days_text(lo, hi + 1) if dated else "not dated"


def _meanwhile(reply: Returners, each: Return) -> str:
    surely = [reply.name(m.spell.rows[-1].object) for m in each.between if m.surely]
    perhaps = [f"perhaps {reply.name(m.spell.rows[-1].object)}" for m in each.between if not m.surely]
    return ", ".join(dict.fromkeys((*surely, *perhaps)))


def studies(reply: Schools, cell: str) -> Block | None:
    """By school, those who were ever here."""
    rows = []
    for school in reply.schools:
        names = reply.names(alumnus.person for alumnus in school.alumni)
        name = reply.name(school.school)
        rows.append(
            Row(
                f"school {school.school}",
                {
                    "school": Cell([name], name, fold(name), strong=True),
                    "here": text(f"{len(school.alumni):,}"),
                    "who": Cell([names], names),
                },
            )
        )
    if not rows:
        return None
    shown = block(_SCHOOLS, rows, _UNSORTED, chosen=cell, caption="Schools")
    return {**shown, "title": "Where they studied", "count": len(rows), "note": "as far as sources say"}


def opened(back: Returners, schools: Schools, cell: str) -> list[Block]:
    """The return or the school that is open, if one is."""
    return _open_return(back, cell) or _open_school(schools, cell)


def _open_return(reply: Returners, cell: str) -> list[Block]:
    each = next((each for each in reply.returns if _return_key(each) == cell), None)
    if each is None:
        return []
    away = away_text(each.away_lo, each.away_hi).removeprefix("away ") or "not known"
    return [
        *flow_opened.head("Return", reply.name(each.person), away, "away", f"{each.sentence}."),
        flow_opened.actions([each.person]),
        flow_opened.claims(reply, reply.found(each.claims)),
    ]


def _open_school(reply: Schools, cell: str) -> list[Block]:
    school = next((each for each in reply.schools if f"school {each.school}" == cell), None)
    if school is None:
        return []
    people = [alumnus.person for alumnus in school.alumni]
    rows = [{**blocks.name(reply, id_), "note": "", "text": ""} for id_ in people]
    alumni = "alumnus" if len(people) == 1 else "alumni"
    return [
        *flow_opened.head("School", reply.name(school.school), f"{len(people):,}", alumni),
        flow_opened.actions(people),
        {"type": "links", "title": "Alumni", "count": len(rows), "note": "", "rows": rows},
        flow_opened.claims(reply, reply.found(school.claims)),
    ]


def _maybe(said: str) -> Cell:
    return text(said) if said else NOTHING
