"""Figures that others published of retention and attrition, and why ours differ from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.assembly.evidence import Evidence
from graph.errors import BadQuestion
from graph.model.claim import Claim
from graph.model.quantity import Quantity
from graph.model.vocabulary import Status
from graph.queries.answers.counting import Window
from graph.queries.answers.reading import standing
from graph.queries.retention.cohorts import Cohort
from graph.queries.words.claims import cohort_text
from graph.queries.words.sentences import Names, metric_text, quantity_text, when_text

_METRICS = ("retention", "attrition")
_HIRED = re.compile(r"hired (\d{4}[-\d]*) to (\d{4}[-\d]*)", re.ASCII)
_OVER = re.compile(r"P(\d+)([YM])", re.ASCII)


@dataclass(frozen=True, slots=True)
class RetentionFigure:
    """`text` in words, of whom (`of`), by whom; `reasons` why ours differ, in words.

    `window` is that of its cohort, None where it cannot be told; `is_same`: it is the one that was asked for.
    """

    metric: str
    text: str
    quantity: Quantity | None
    of: str
    by: str
    status: Status
    window: Window | None
    is_same: bool
    reasons: tuple[str, ...]
    claims: tuple[str, ...]


def retention_figures(
    evidence: Iterable[Evidence], organisation: str, window: Window, cohort: Cohort, name: Names
) -> tuple[RetentionFigure, ...]:
    """Of one organisation; of the same cohort first, then in the order of their claims."""
    measured = [
        e
        for e in standing(evidence)
        if e.claim.relation == "measured"
        and e.claim.subject == organisation
        and e.claim.get("metric") in _METRICS
        and e.claim.status not in (Status.DENIED, Status.PLANNED)
    ]
    found = [_figure(each, window, cohort, name) for each in sorted(measured, key=lambda e: e.order)]
    return tuple(sorted(found, key=lambda figure: not figure.is_same))


def window_of(cohort: str) -> Window | None:
    """The window that the words of a cohort name, as in `hired 2021 to 2023-02`."""
    match = _HIRED.match(cohort)
    try:
        return Window.between(match[1], match[2]) if match else None
    except BadQuestion:
        return None


def _figure(evidence: Evidence, asked: Window, cohort: Cohort, name: Names) -> RetentionFigure:
    claim, speaker = evidence.claim, evidence.claim.attributed_to
    window = window_of(claim.get("cohort"))
    by = (name(speaker) if ":" in speaker else speaker) or evidence.source.publisher
    return RetentionFigure(
        metric=metric_text(claim.get("metric")),
        text=quantity_text(claim),
        quantity=claim.quantity,
        of=", ".join(filter(None, (cohort_text(claim), _over(claim), when_text(claim.when), claim.note))),
        by=by,
        status=claim.status,
        window=window,
        is_same=window == asked,
        reasons=tuple(_reasons(claim, by, window == asked, cohort)),
        claims=(evidence.id,),
    )


def _over(claim: Claim) -> str:
    """`over 2 years`, from the ISO duration that the claim carries."""
    match = _OVER.fullmatch(claim.get("over"))
    if not match:
        return ""
    unit = {"Y": "year", "M": "month"}[match[2]]
    return f"over {match[1]} {unit}{'s' if match[1] != '1' else ''}"


def _reasons(claim: Claim, by: str, is_same: bool, cohort: Cohort) -> Iterator[str]:
    founders = f", {cohort.founders:,} of them founders" if cohort.founders else ""
    hires = f"{len(cohort.hired):,} hire{'' if len(cohort.hired) == 1 else 's'}"
    ours = f"ours the {hires} that pages name and date{founders}"
    yield f"it counts whom {by or 'its maker'} tracks, {ours}"
    if claim.get("metric") == "attrition":
        yield "it is a share that left in a period, ours one that stayed"
    elif not claim.get("over"):
        yield "what is held of it does not say after how long, so it may be any of the readings"
    if not is_same:
        yield "its cohort is not, or not surely, the one asked for"
    yield "what is held of it does not say how it reads an end that nobody states"
