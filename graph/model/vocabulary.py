"""The closed words of the model, and the checks for the values of qualifiers."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum

from graph.errors import ModelError
from graph.model.text import check_id, check_slug
from graph.model.when import Form, parse_when


class Status(StrEnum):
    """What a source says of the content, from strongest to weakest, then those that never form an edge."""

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    DISPUTED = "disputed"
    RUMOURED = "rumoured"
    PLANNED = "planned"
    DENIED = "denied"
    RETRACTED = "retracted"


def parse_status(text: str) -> Status:
    """Raises ModelError for any other word."""
    try:
        return Status(text)
    except ValueError:
        raise ModelError("status", f"“{text}” is no status.", hint=f"One of {', '.join(Status)}.") from None


EDGE_STATUSES = (Status.CONFIRMED, Status.REPORTED, Status.DISPUTED, Status.RUMOURED)

OUTCOMES = ("approached", "talks", "made", "countered", "declined", "accepted", "lapsed", "rescinded")
DEAL_KINDS = (
    "acquisition",
    "merger",
    "minority stake",
    "licence and hire",
    "team hire",
    "funding round",
    "partnership",
)
PARTY_ROLES = ("acquirer", "investor", "target", "issuer", "licensee", "licensor", "hirer")
TAKING_ROLES = ("acquirer", "investor", "licensee", "hirer")
"""The sides of a deal to which people come with it."""
STAGES = (
    "discussed",
    "talks",
    "offered",
    "announced",
    "signed",
    "closed",
    "called_off",
    "unwound",
    "founded",
    "incorporated",
    "pretrained",
    "dissolved",
)
BASES = ("actual", "plan", "forecast", "sought", "estimate")
STOCK_METRICS = (
    "valuation",
    "total_raised",
    "headcount",
    "founders",
    "alumni",
    "list_size",
    "tracked_people",
    "tracked_organisations",
)
FLOW_METRICS = (
    "hires",
    "departures",
    "layoffs",
    "approached",
    "capex",
    "loss",
    "profit",
    "revenue",
    "ad_revenue",
    "training_spend",
)
RATIO_METRICS = (
    "retention",
    "attrition",
    "flow_ratio",
    "new_grad_share",
    "hiring_change",
    "share_of_staff_moved",
)
SAID_KINDS = ("opinion", "reason", "praise", "prediction", "denial", "speculation", "context", "allegation")
NAME_KINDS = ("usual", "former", "new", "full", "short", "misspelling")

Check = Callable[[str, str], None]
"""Takes the field's name and a value; raises ModelError."""

_DURATION = re.compile(r"P(?=\d)(?:\d{1,3}Y)?(?:\d{1,3}M)?(?:\d{1,3}W)?(?:\d{1,5}D)?", re.ASCII)


def one_of(*words: str) -> Check:
    def check(field: str, value: str) -> None:
        if value not in words:
            raise ModelError(field, f"“{value}” is not one of its words.", hint=f"One of {', '.join(words)}.")

    return check


def ref(*kinds: str, also: tuple[str, ...] = ()) -> Check:
    """An id of an entity of one of the kinds, or one of the words in `also`."""

    def check(field: str, value: str) -> None:
        if value not in also and check_id(value, field) not in kinds:
            raise ModelError(field, f"{value} is not of the kind {' or '.join(kinds)}.")

    return check


def words(field: str, value: str) -> None:
    if len(value) > 200:
        raise ModelError(field, f"is {len(value)} characters long; 200 is the most.", hint="Say it shorter.")


def flag(field: str, value: str) -> None:
    one_of("yes", "no")(field, value)


def number(field: str, value: str) -> None:
    if re.fullmatch("[1-9][0-9]?", value) is None:
        raise ModelError(field, f"“{value}” is not a number from 1 to 99.")


def point(field: str, value: str) -> None:
    if parse_when(value, field).form is not Form.POINT:
        raise ModelError(field, f"“{value}” is not a date.", hint="Write 2025-06-12 or 2025-06.")


def duration(field: str, value: str) -> None:
    if _DURATION.fullmatch(value) is None:
        raise ModelError(field, f"“{value}” is not a duration.", hint="ISO 8601, as in P5M, P6Y or P102D.")


def label(field: str, value: str) -> None:
    check_slug(value, field)


def claim_id(field: str, value: str) -> None:
    if re.fullmatch(r"[0-9a-f]{20}", value) is None:
        raise ModelError(field, f"“{value}” is not a claim.", hint="Give the key of a row of the same file.")
