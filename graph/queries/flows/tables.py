"""The numbers of flows as rows of plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from graph.model.days import iso
from graph.queries.answers.reply import Plain, Tables
from graph.queries.flows.measures import quotient
from graph.queries.flows.parts import Balance, Listed, Pair
from graph.queries.flows.published import Published
from graph.queries.flows.slices import Slice
from graph.queries.flows.tallies import Cell, Tally

Row = dict[str, Plain]
Name = Callable[[str], str]


class Book(Protocol):
    """What an answer about flows holds."""

    @property
    def cells(self) -> Sequence[Cell]: ...
    @property
    def slices(self) -> Sequence[Slice]: ...
    @property
    def inside(self) -> Sequence[Cell]: ...
    @property
    def pairs(self) -> Sequence[Pair]: ...
    @property
    def organisations(self) -> Sequence[Balance]: ...
    @property
    def listed(self) -> Sequence[Listed]: ...
    @property
    def published(self) -> Sequence[Published]: ...
    def name(self, id_: str) -> str: ...


def flow_tables(book: Book) -> Tables:
    """`cells`, for each period if one was asked for; `net` by pair; `organisations`, `people` and others."""
    name = book.name
    parts: Iterable[tuple[str, Sequence[Cell]]] = [(s.name, s.cells) for s in book.slices] or [
        ("", book.cells)
    ]
    return {
        "cells": [cell_row(name, cell, period) for period, cells in parts for cell in cells],
        "net": [pair_row(name, pair) for pair in book.pairs],
        "organisations": [_balance(name, balance) for balance in book.organisations],
        "people": [listed_row(name, listed) for listed in book.listed],
        "inside": [cell_row(name, cell) for cell in book.inside],
        "published": [published_row(name, each) for each in book.published],
    }


def cell_row(name: Name, cell: Cell, period: str = "") -> Row:
    """`certain` is the number: those that surely lie in the window; `middle` do by the middle of their dates,
    `at_most` may. `inferred` and `possible` ones may lie in it too.
    """
    return {
        "period": period,
        "from": name(cell.origin),
        "to": name(cell.destination),
        **_counts(cell.tally),
        "people": ", ".join(map(name, cell.tally.people)),
        "from_id": cell.origin,
        "to_id": cell.destination,
        "people_ids": " ".join(cell.tally.people),
        "claims": " ".join(cell.tally.claims),
    }


def _counts(found: Tally) -> Row:
    return {
        "certain": found.n,
        "middle": found.certain.mid,
        "at_most": found.certain.hi,
        "inferred": found.inferred.hi,
        "possible": found.possible.hi,
    }


def pair_row(name: Name, pair: Pair) -> Row:
    """`ratio` is n/m, without a value where m is 0; `share_low` and `share_high` bound n/(n+m).

    Of too few moves none of these has a value, and `why` says so.
    """
    lo, hi = pair.interval
    n, m = pair.there.n, pair.back.n
    hazard, told = pair.hazard, not pair.why
    return {
        "a": name(pair.a),
        "b": name(pair.b),
        "a_to_b": n,
        "b_to_a": m,
        "net_to_b": pair.net,
        "ratio": quotient(n, m) if told and m else None,
        "share_low": round(lo, 4) if told else None,
        "share_high": round(hi, 4) if told else None,
        "hazard_ratio": hazard.mid if told and hazard and m else None,
        "why": pair.why,
        "a_id": pair.a,
        "b_id": pair.b,
        "claims": " ".join(dict.fromkeys((*pair.there.claims, *pair.back.claims))),
    }


def _balance(name: Name, balance: Balance) -> Row:
    return {
        "organisation": name(balance.organisation),
        "came": balance.came.n,
        "came_at_most": balance.came.certain.hi,
        "left": balance.left.n,
        "left_at_most": balance.left.certain.hi,
        "net": balance.net,
        "organisation_id": balance.organisation,
    }


def listed_row(name: Name, listed: Listed) -> Row:
    move = listed.move
    return {
        "person": name(move.row.person),
        "from": name(listed.origin),
        "to": name(listed.destination),
        "earliest": iso(move.row.day_lo),
        "latest": iso(move.row.day_hi),
        "grade": "transfer" if move.grade is None else str(move.grade),
        "status": str(move.status),
        "in_window": str(listed.held),
        "counted": listed.is_counted,
        "reason": move.reason,
        "person_id": move.row.person,
        "from_id": listed.origin,
        "to_id": listed.destination,
        "claims": " ".join(move.claims),
    }


def published_row(name: Name, each: Published) -> Row:
    """A figure as stated, beside what the ledger gives."""
    return {
        "subject": name(each.subject),
        "metric": each.metric.label,
        "over": each.metric.over,
        "published": " or ".join(figure.text for figure in each.metric.figures),
        "here": each.here,
        "definition": each.definition,
        "why": "; ".join(each.why),
        "subject_id": each.subject,
        "claims": " ".join(each.claims),
    }
