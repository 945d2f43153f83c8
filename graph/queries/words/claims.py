"""Claims said in words, and the parts of them that edges, offers and figures are said with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from graph.assembly.evidence import Evidence
from graph.model.claim import Claim
from graph.model.entities import kind_of
from graph.model.relations import ALWAYS, RELATIONS
from graph.model.vocabulary import Status
from graph.model.when import Form
from graph.queries.words.amounts import amount_text
from graph.queries.words.dates import event_text, when_text, with_dates

Names = Callable[[str], str]
"""The shown name of an entity id."""

LABELS = {"holds_role": "holds a role at"}
PAST_TENSE = {
    "works at": "worked at",
    "employs": "employed",
    "holds a role at": "held a role at",
    "gives a role to": "gave a role to",
    "leads": "led",
    "is led by": "was led by",
    "is on the board of": "was on the board of",
    "has on its board": "had on its board",
    "advises": "advised",
    "is advised by": "was advised by",
    "reports to": "reported to",
    "has as a report": "had as a report",
    "is part of": "was part of",
    "includes": "included",
    "holds a stake in": "held a stake in",
    "is partly owned by": "was partly owned by",
}
_PLANNED = {
    "works at": "is to work at",
    "leads": "is to lead",
    "founded": "is to found",
    "became": "is to become",
    "is part of": "is to be part of",
    "made an offer to": "is to make an offer to",
    "released": "is to release",
    "brought": "is to bring",
}
STAGES = {
    "discussed": "was discussed",
    "talks": "was in talks",
    "offered": "was offered",
    "announced": "was announced",
    "signed": "was signed",
    "closed": "closed",
    "called_off": "was called off",
    "unwound": "was unwound",
    "founded": "was founded",
    "incorporated": "was incorporated",
    "pretrained": "was pretrained",
    "dissolved": "was dissolved",
}
"""How reaching a stage is said."""
_NAMED = {
    "": "is also called",
    "usual": "is called",
    "former": "was called",
    "new": "is now called",
    "full": "is called in full",
    "short": "is called for short",
    "misspelling": "is misspelt as",
}
METRICS = {
    "capex": "capital expenditure",
    "ad_revenue": "advertising revenue",
    "approached": "people approached",
}
"""Metrics that are not said as they are written."""
_PARTS = {
    "package": "",
    "signing bonus": "as a signing bonus",
    "first year": "in the first year",
    "equity": "in equity",
    "salary": "as salary",
}
"""How the part of an offer that a figure is of is said behind it."""
NO_OFFER_YET = {
    "approached": ("approached", "was approached by"),
    "talks": ("was in talks with", "was in talks with"),
}
"""Of offers that came no further: said by the maker, and by the recipient."""
_BRIEF = ("degree", "field")
_FULL = (*_BRIEF, "team")
_DURATION = re.compile(r"P(\d+)([YMWD])", re.ASCII)


def named(id_: str, name: Names) -> str:
    """The name as it stands in a sentence. Deals have names like sentences, so theirs are quoted."""
    return f"“{name(id_)}”" if kind_of(id_) == "deal" else name(id_)


def metric_text(metric: str) -> str:
    return METRICS.get(metric, metric.replace("_", " "))


def quantity_text(claim: Claim) -> str:
    """The figure of a claim as known, in words; what it says in words alone; or empty."""
    if claim.quantity is None:
        return claim.get("as_said")
    return amount_text(claim.quantity, about=claim.get("about") == "yes")


def figure_text(claim: Claim) -> str:
    """The figure and the time that it is for: `$1.5 bn over 6 years`."""
    return " ".join(filter(None, (quantity_text(claim), over_text(claim))))


def part_text(part: str) -> str:
    """What a figure of an offer is of, said behind it: `as a signing bonus`; empty for all of it."""
    return _PARTS.get(part, part)


def offer_verb(outcome: str, forward: bool = True) -> tuple[str, bool]:
    """How an offer is said that came so far, by its maker or its recipient; whether that says how far."""
    if outcome in NO_OFFER_YET:
        return NO_OFFER_YET[outcome][not forward], True
    return (RELATIONS["offered"].label if forward else RELATIONS["offered"].inverse), False


def role_text(claim: Claim) -> str:
    """`CEO`, `acting CEO`; empty where no role is said."""
    acting = "acting" if claim.get("acting") == "yes" else ""
    return " ".join(filter(None, (acting, claim.get("role"))))


def said_when(evidence: Evidence | Claim) -> str:
    """When a claim holds, in words; what goes on does so as of its source, what is planned may begin."""
    claim = evidence.claim if isinstance(evidence, Evidence) else evidence
    start, end = claim.when.start, claim.when.end
    if claim.status is Status.PLANNED and start and end is None:
        return event_text(start.lo, start.hi)
    return when_text(claim.when, evidence.source.published if isinstance(evidence, Evidence) else None)


def claim_text(evidence: Evidence | Claim, name: Names) -> str:
    """One sentence, without a full stop, that says what the claim says."""
    claim = evidence.claim if isinstance(evidence, Evidence) else evidence
    say = _FACTS.get(claim.relation)
    head = say(claim, name) if say else _edge_claim(claim, name)
    details = [said_when(evidence), *chain(*details_of(claim, name, figure=say is None, plain=_FULL))]
    if is_in_doubt(claim.status):
        details.append(str(claim.status))
    return bracketed(head, details)


def is_in_doubt(status: Status) -> bool:
    """Whether a sentence must say the status, lest it read as a fact."""
    return status not in (Status.CONFIRMED, Status.REPORTED)


def bracketed(head: str, details: Iterable[str]) -> str:
    """`head (one, other)`; details that are empty or repeat are left out."""
    inner = ", ".join(each_once(details))
    return f"{head} ({inner})" if inner else head


def each_once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, texts)))


def _edge_claim(claim: Claim, name: Names) -> str:
    relation = RELATIONS[claim.relation]
    lasting = claim.relation in ALWAYS and claim.when.form is Form.EMPTY
    label = LABELS.get(claim.relation, relation.label)
    if claim.relation == "offered":
        label, _ = offer_verb(claim.get("outcome"))
    if claim.status is Status.PLANNED:
        label = _PLANNED.get(label, label)
    elif not (claim.when.open_end or lasting):
        label = PAST_TENSE.get(label, label)
    return f"{named(claim.subject, name)} {label} {named(claim.object, name)}"


def details_of(
    claim: Claim,
    name: Names,
    figure: bool = True,
    plain: Sequence[str] = _BRIEF,
    without: Sequence[str] = (),
) -> tuple[list[str], ...]:
    """What the qualifiers of a claim add, a list for each kind of thing, in an order that reads well.

    `plain`: those said as they are; `without`: ids that the sentence names already.
    """
    return (
        [_figure(claim) if figure else ""],
        [role_text(claim), *(claim.get(qualifier) for qualifier in plain)],
        [duration_text(claim)],
        [f"from {name(id_)}" for id_ in claim.all("from") if id_ not in without],
        [f"to {name(id_)}" for id_ in claim.all("to") if ":" in id_ and id_ not in without],
        [claim.get("outcome") if claim.get("outcome") not in NO_OFFER_YET else ""],
        ["not completed" if claim.get("completed") == "no" else ""],
        [claim.get("basis").removeprefix("actual"), cohort_text(claim), claim.get("scope")],
        [f"plan {claim.get('plan')}" if claim.get("plan") else ""],
    )


def _figure(claim: Claim) -> str:
    if claim.relation != "offered":
        return quantity_text(claim)
    parts = (quantity_text(claim), part_text(claim.get("part")), over_text(claim))
    return " ".join(filter(None, parts))


def over_text(claim: Claim) -> str:
    """`over 6 years`, from the ISO duration that the claim carries."""
    length = _length(claim.get("over"))
    return f"over {length}" if length else ""


def duration_text(claim: Claim) -> str:
    """`for 12 years`, `for about 10 years`: how long a source says that it lasted; it dates nothing."""
    length = _length(claim.get("duration"))
    about = "about " if claim.get("about") == "yes" else ""
    return f"for {about}{length}" if length else ""


def _length(duration: str) -> str:
    match = _DURATION.fullmatch(duration)
    if not match:
        return ""
    unit = {"Y": "year", "M": "month", "W": "week", "D": "day"}[match[2]]
    return f"{match[1]} {unit}{'s' if match[1] != '1' else ''}"


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def cohort_text(claim: Claim) -> str:
    """Of whom a figure is: `hired 2021 to Feb 2023`."""
    return with_dates(claim.get("cohort"))


def ways_text(claim: Claim, name: Names) -> str:
    """From where and to where a figure counts: ` from Google to OpenAI`, or nothing."""
    ends = (("from", "origin"), ("to", "destination"))
    return "".join(f" {word} {_all(claim, field, name)}" for word, field in ends if claim.get(field))


def _measured(claim: Claim, name: Names) -> str:
    what = f"{metric_text(claim.get('metric'))}{ways_text(claim, name)}"
    comma = "" if claim.quantity else ","
    return f"{named(claim.subject, name)}: {what}{comma} {figure_text(claim)}"


def _all(claim: Claim, qualifier: str, name: Names) -> str:
    return " and ".join(map(name, claim.all(qualifier)))


def _by(claim: Claim, name: Names) -> str:
    return f" by {_all(claim, 'by', name)}" if claim.get("by") else ""


def _stake(claim: Claim, name: Names) -> str:
    return f"{named(claim.subject, name)} buys {quantity_text(claim)}{votes_text(claim)}"


def votes_text(claim: Claim) -> str:
    """What is said of the votes that come with a stake, to stand behind its size."""
    return {"no": " without votes", "yes": " with votes"}.get(claim.get("voting"), "")


def _amount(claim: Claim, name: Names) -> str:
    part = f" ({claim.get('part')})" if claim.get("part") else ""
    return f"{named(claim.subject, name)} is worth {quantity_text(claim)}{part}"


_FACTS: dict[str, Callable[[Claim, Names], str]] = {
    "deal_kind": lambda c, name: f"{named(c.subject, name)} is {_a(c.value)}",
    "deal_amount": _amount,
    "deal_stake": _stake,
    "reached": lambda c, name: f"{named(c.subject, name)} {STAGES[c.value]}{_by(c, name)}",
    "measured": _measured,
    "said": lambda c, name: f"{named(c.subject, name)} on {named(c.object, name)}: {c.value}",
    "first_reported": lambda c, name: f"{named(c.subject, name)} first reported on {named(c.object, name)}",
    "named": lambda c, name: f"{named(c.subject, name)} {_NAMED[c.get('kind')]} “{c.value}”",
    "identified_by": lambda c, name: f"{named(c.subject, name)} has the {c.get('kind')} {c.value}",
    "drawn_from": lambda c, name: f"{named(c.subject, name)} is drawn from {named(c.object, name)}",
}
