"""The closed list of relations: who may be said to do what to whom, when, and with which qualifiers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from graph.model import vocabulary as v
from graph.model.entities import KINDS
from graph.model.identifiers import KINDS as IDENTIFIER_KINDS

FIELDS = (
    "subject", "object", "value", "when", "low", "high", "unit", "per", "role", "from", "status",
    "attributed_to", "active", "destination", "origin",
)  # fmt: skip
"""What an editor may have read between the lines."""


class Time(StrEnum):
    """state: over an interval; event: once; deal: the deal's own; period: what a figure covers; none."""

    STATE = "state"
    EVENT = "event"
    DEAL = "deal"
    PERIOD = "period"
    NONE = "none"


class Drawn(StrEnum):
    """How claims become visible: a stint, an edge, or a fact on its subject."""

    STINT = "stint"
    EDGE = "edge"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class Relation:
    """`objects` empty: none. `value` None: no value. `units`: money, percent, any; empty: no quantity."""

    name: str
    label: str
    inverse: str
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    time: Time
    drawn: Drawn
    qualifiers: Mapping[str, v.Check] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    value: v.Check | None = None
    units: str = ""
    needs_quantity: bool = False
    bundle: str = ""
    """The qualifier that keeps claims of one subject and object apart as edges: the offer, the role."""

    @property
    def is_edge(self) -> bool:
        return self.drawn is not Drawn.FACT

    def allowed(self, qualifier: str) -> v.Check | None:
        return self.qualifiers.get(qualifier) or COMMON.get(qualifier)


def _read_in(field_: str, value: str) -> None:
    v.one_of(*FIELDS)(field_, value)


COMMON: dict[str, v.Check] = {
    "about": v.one_of("yes"),
    "read_in": _read_in,
    "reason": v.words,
    "announced": v.point,
    "confirmed_by": v.ref("person", "org", also=("person", "party")),
    "dispute": v.label,
    "retracts": v.claim_id,
}

_org, _person, _work, _any = v.ref("org"), v.ref("person"), v.ref("work"), v.ref(*KINDS)
_party = v.ref("person", "org")

_ALL = (
    Relation(
        "works_at", "works at", "employs", ("person",), ("org",), Time.STATE, Drawn.STINT,
        {"role": v.words, "from": _org, "to": _org, "returned": v.flag, "concurrent": v.flag,
         "departure": v.one_of("resigned", "with_deal"), "duration": v.duration, "team": v.words,
         "spell": v.number},
    ),
    Relation(
        "holds_role", "holds the role", "gives a role to", ("person",), ("org",), Time.STATE, Drawn.EDGE,
        {"role": v.words, "acting": v.flag, "team": v.words, "duration": v.duration}, ("role",),
        bundle="role",
    ),
    Relation(
        "leads", "leads", "is led by", ("person",), ("org",), Time.STATE, Drawn.EDGE,
        {"role": v.words, "acting": v.flag, "duration": v.duration},
    ),
    Relation(
        "founded", "founded", "was founded by", ("person", "org"), ("org",), Time.EVENT, Drawn.EDGE,
        {"role": v.words, "active": v.one_of("no"), "from": _org},
    ),
    Relation(
        "board_of", "is on the board of", "has on its board", ("person",), ("org",), Time.STATE, Drawn.EDGE,
        {"role": v.words}, bundle="role",
    ),
    Relation(
        "advises", "advises", "is advised by", ("person", "org"), ("org",), Time.STATE, Drawn.EDGE,
        {"role": v.words},
    ),
    Relation(
        "studied_at", "studied at", "taught", ("person",), ("org",), Time.STATE, Drawn.EDGE,
        {"degree": v.words, "field": v.words, "completed": v.one_of("no")}, bundle="degree",
    ),
    Relation(
        "reports_to", "reports to", "has as a report", ("person",), ("person",), Time.STATE, Drawn.EDGE,
        {"at": _org},
    ),
    Relation(
        "worked_on", "worked on", "was worked on by", ("person",), ("work",), Time.STATE, Drawn.EDGE,
        {"role": v.words, "at": _org},
    ),
    Relation(
        "part_of", "is part of", "includes", ("org",), ("org",), Time.STATE, Drawn.EDGE,
        {"kind": v.words},
    ),
    Relation(
        "became", "became", "was before", ("org",), ("org",), Time.EVENT, Drawn.EDGE, {"kind": v.words}
    ),
    Relation(
        "holds_stake_in", "holds a stake in", "is partly owned by", ("org", "person"), ("org",), Time.STATE,
        Drawn.EDGE, {"kind": v.words}, units="percent",
    ),
    Relation(
        "offered", "made an offer to", "had an offer from", ("org",), ("person", "group"), Time.EVENT,
        Drawn.EDGE,
        {"outcome": v.one_of(*v.OUTCOMES), "by": _person, "channel": v.words,
         "part": v.one_of("package", "signing bonus", "first year", "equity", "salary"), "over": v.duration,
         "offer": v.number, "team": v.words, "role": v.words, "counter_to": _org, "terms": v.words},
        units="money", bundle="offer",
    ),
    Relation(
        "party_to", "is a party to", "involves", ("org", "person"), ("deal",), Time.DEAL, Drawn.EDGE,
        {"role": v.one_of(*v.PARTY_ROLES), "lead": v.flag}, ("role",), bundle="role",
    ),
    Relation(
        "brought", "brought", "came with", ("deal",), ("person", "group"), Time.DEAL, Drawn.EDGE,
        {"role": v.words},
    ),
    Relation(
        "deal_kind", "is of the kind", "", ("deal",), (), Time.NONE, Drawn.FACT, value=v.one_of(*v.DEAL_KINDS)
    ),
    Relation(
        "deal_amount", "is worth", "", ("deal",), (), Time.NONE, Drawn.FACT,
        {"part": v.one_of("licence", "waivers", "cash", "shares"), "terms": v.words},
        units="money", needs_quantity=True,
    ),
    Relation(
        "deal_stake", "buys a share of", "", ("deal",), (), Time.NONE, Drawn.FACT, {"voting": v.flag},
        units="percent", needs_quantity=True,
    ),
    Relation(
        "reached", "reached the stage", "", ("deal", "org", "work"), (), Time.EVENT, Drawn.FACT,
        {"by": _party, "to": _any}, value=v.one_of(*v.STAGES),
    ),
    Relation(
        "released", "released", "was released by", ("org",), ("work",), Time.EVENT, Drawn.EDGE,
        {"plan": v.number, "scope": v.words}, bundle="plan",
    ),
    Relation(
        "tested_on", "was tested on", "tested", ("work",), ("work",), Time.EVENT, Drawn.EDGE,
        {"variant": v.words, "by": _party},
    ),
    Relation("based_on", "is built on", "is the base of", ("work",), ("work",), Time.STATE, Drawn.EDGE),
    Relation(
        "measured", "figure", "", KINDS, (), Time.PERIOD, Drawn.FACT,
        {"metric": v.one_of(*v.STOCK_METRICS, *v.FLOW_METRICS, *v.RATIO_METRICS), "cohort": v.words,
         "origin": _org, "destination": _org, "basis": v.one_of(*v.BASES), "over": v.duration,
         "deal": v.ref("deal"), "as_said": v.words},
        ("metric",), units="any", needs_quantity=True,
    ),
    Relation(
        "said", "said of", "was spoken of by", ("person", "org"), KINDS, Time.EVENT, Drawn.FACT,
        {"kind": v.one_of(*v.SAID_KINDS)}, ("kind",), value=v.words,
    ),
    Relation(
        "first_reported", "first reported", "was first reported by", ("org",), KINDS, Time.EVENT, Drawn.FACT
    ),
    Relation(
        "named", "is called", "", KINDS, (), Time.STATE, Drawn.FACT, {"kind": v.one_of(*v.NAME_KINDS)},
        value=v.words,
    ),
    Relation(
        "identified_by", "is identified by", "", KINDS, (), Time.NONE, Drawn.FACT,
        {"kind": v.one_of(*IDENTIFIER_KINDS)}, ("kind",), value=v.words,
    ),
    Relation(
        "drawn_from", "is drawn from", "is a source of", ("group",), ("org",), Time.STATE, Drawn.FACT,
        {"kind": v.one_of("school", "employer")},
    ),
)  # fmt: skip

RELATIONS: dict[str, Relation] = {relation.name: relation for relation in _ALL}
ALWAYS = frozenset({"part_of", "became", "based_on"})
"""Undated edges of these hold always; undated edges of others are hidden once a day is set, and counted."""
