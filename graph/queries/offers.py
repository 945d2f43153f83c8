"""Offers: who wanted whom, for how much, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from graph.assembly.evidence import Evidence
from graph.model.days import FUTURE
from graph.model.quantity import Quantity
from graph.model.vocabulary import OUTCOMES, Status
from graph.queries.beside import with_disputes
from graph.queries.conflicts import Disagreement, disagreements
from graph.queries.reading import claims_naming, common, merged, standing
from graph.queries.reply import Drawn, Reply, namer
from graph.queries.search import find
from graph.queries.words import Names, figure_text, offer_verb, part_text, said_when
from graph.settings import settings
from graph.store.answers import Cut
from graph.store.base import View

_STRENGTH = {status: number for number, status in enumerate(Status)}
_FINAL = ("declined", "accepted", "lapsed", "rescinded")
_DONE = (Status.CONFIRMED, Status.REPORTED, Status.DISPUTED)
"""Statuses of an outcome that counts as having happened."""
Key = tuple[str, str, str]
"""Organisation, recipient, label: what makes claims one offer."""


@dataclass(frozen=True, slots=True)
class OfferStep:
    """One outcome as reported: `claims` are ids. `when` in words; `earliest`, `latest` half-open days."""

    outcome: str
    when: str
    earliest: int
    latest: int
    status: Status
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfferAmount:
    """One figure of an offer. `part` is package, signing bonus …, or empty; `text` in words."""

    part: str
    quantity: Quantity
    text: str
    status: Status
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Denial:
    """What a source says is not so: the figure in words, of a `part`; no figure where it is the offer itself.

    `by` says so (ids); empty where the page says it in its own name.
    """

    part: str
    text: str
    when: str
    by: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """All claims of one organisation, recipient and label. Steps in time; `outcome` is the last that counts.

    Where sources differ on it, all of them, joined by "or". What is denied is in neither steps nor amounts.
    `status` is the strongest of what is asserted, denied where nothing is. `disagreements` are those that a
    claim of the offer has a part in, by a slot or by a label of dispute; `claims` are its own.
    """

    organisation: str
    recipient: str
    label: str
    when: str
    steps: tuple[OfferStep, ...]
    amounts: tuple[OfferAmount, ...]
    outcome: str
    status: Status
    denials: tuple[Denial, ...]
    disagreements: tuple[Disagreement, ...]
    by: tuple[str, ...]
    counter_to: tuple[str, ...]
    terms: tuple[str, ...]
    claims: tuple[str, ...]
    sentence: str

    @property
    def denied(self) -> bool:
        """Whether a source says that there was no such offer, or no such amount."""
        return bool(self.denials)


@dataclass(frozen=True, kw_only=True)
class Offers(Reply):
    """In order of first day, organisation, recipient, label."""

    draws = frozenset({"offered"})

    of: tuple[str, ...]
    offers: tuple[Offer, ...]

    @property
    def title(self) -> str:
        return f"Offers: {self.names(self.of)}" if self.of else "Offers"

    @property
    def focus(self) -> tuple[str, ...]:
        return self.of

    def drawn(self) -> Drawn:
        ends = (end for offer in self.offers for end in (offer.organisation, offer.recipient))
        return tuple(dict.fromkeys((*self.of, *ends))), None


def offers(view: View, of: str = "", by: str = "", to: str = "", limit: int | None = None) -> Offers:
    """Offers that name somebody (`of`), made `by` an organisation, `to` a person or group; names or ids."""
    whom = find(view, of).id if of else ""
    maker = find(view, by, ("org",)).id if by else ""
    recipient = find(view, to, ("person", "group")).id if to else ""
    asked = tuple(filter(None, dict.fromkeys((whom, maker, recipient))))
    naming, cuts = claims_naming(view, asked[:1])
    fitting = [e for e in naming if maker in ("", e.claim.subject) and recipient in ("", e.claim.object)]
    groups, beside, more = whole(view, fitting, asked[:1], naming)
    allowed = limit or settings().query_rows
    if len(groups) > allowed:
        more = (*more, Cut("query_rows", allowed, len(groups) - allowed, "Name an organisation or a person."))
    kept = groups[:allowed]
    facts = common(view, asked, claims=(*(e for group in kept for e in group), *beside))
    name = namer(facts["cards"])
    read = tuple(as_offer(group, name, beside) for group in kept)
    return Offers(**facts, cuts=merged(cuts, more), of=asked, offers=read)


def whole(
    view: View, fitting: Iterable[Evidence], read: Sequence[str], naming: Sequence[Evidence]
) -> tuple[list[list[Evidence]], list[Evidence], tuple[Cut, ...]]:
    """The offers that these claims speak of, each with all its claims; those in dispute with them; the cuts.

    `naming` are the claims that name one of `read`, or all claims where nothing is read for.
    """
    wanted = {_key(e) for e in fitting if e.claim.relation == "offered"}
    others = sorted({whom for by, whom, _ in wanted if read and not {by, whom} & set(read)})
    found, cuts = claims_naming(view, others) if others else ([], ())
    held = {e.id: e for e in (*naming, *found)}
    groups = [group for group in grouped(held.values()) if _key(group[0]) in wanted]
    ours = [e for group in groups for e in group]
    apart, more = with_disputes(view, ours, read) if read else (list(held.values()), ())
    labels = {label for e in ours for label in e.claim.all("dispute")}
    beside = [e for e in (*held.values(), *apart) if not labels.isdisjoint(e.claim.all("dispute"))]
    return groups, list({e.id: e for e in beside}.values()), merged(cuts, more)


def grouped(evidence: Iterable[Evidence]) -> list[list[Evidence]]:
    """The claims of offers among these, one list an offer, in order of first day, then who and whom."""
    groups: dict[Key, list[Evidence]] = {}
    for e in standing(evidence):
        if e.claim.relation == "offered":
            groups.setdefault(_key(e), []).append(e)
    return [group for _, group in sorted(groups.items(), key=lambda item: (_first_day(item[1]), item[0]))]


def _key(evidence: Evidence) -> Key:
    claim = evidence.claim
    return (claim.subject, claim.object, claim.get("offer"))


def as_offer(group: Sequence[Evidence], name: Names, beside: Iterable[Evidence] = ()) -> Offer:
    """The claims of one offer, read together. `beside`: others that may be in dispute with them."""
    claim = group[0].claim
    asserted = [e for e in group if e.claim.status is not Status.DENIED]
    steps, amounts = _steps(asserted), _amounts(asserted)
    ids = {e.id for e in group}
    apart = disagreements((*group, *beside), name)
    offer = Offer(
        organisation=claim.subject,
        recipient=claim.object,
        label=claim.get("offer"),
        when=_when(asserted or group),
        steps=steps,
        amounts=amounts,
        outcome=_outcome(steps),
        status=strongest(asserted or group),
        denials=_denials(e for e in group if e.claim.status is Status.DENIED),
        disagreements=tuple(d for d in apart if not ids.isdisjoint(d.claims)),
        by=_values(asserted, "by"),
        counter_to=_values(asserted, "counter_to"),
        terms=_values(asserted, "terms"),
        claims=tuple(e.id for e in group),
        sentence="",
    )
    return replace(offer, sentence=_sentence(offer, name))


def _sentence(offer: Offer, name: Names) -> str:
    maker, recipient = name(offer.organisation), name(offer.recipient)
    denied = "; ".join(dict.fromkeys(denial_text(denial, name) for denial in offer.denials))
    if offer.status is Status.DENIED:
        figures = " or ".join(_figures(offer.denials))
        said = f"offered {recipient} {figures}" if figures else f"made an offer to {recipient}"
        return _bracketed(f"{denied[:1].upper()}{denied[1:]}: {maker} {said}", offer.when)
    verb, told = offer_verb(offer.outcome)
    doubt = "" if offer.status in (Status.CONFIRMED, Status.REPORTED) else str(offer.status)
    when = offer.steps[-1].when
    details = (when, *_figures(offer.amounts), "" if told else offer.outcome, doubt)
    inner = ", ".join(filter(None, details))
    return _bracketed(f"{maker} {verb} {recipient}", "; ".join(filter(None, (inner, denied))))


def _figures(said: Iterable[OfferAmount | Denial]) -> tuple[str, ...]:
    """Each figure with what it is of."""
    return tuple(dict.fromkeys(f"{each.text} {part_text(each.part)}".strip() for each in said))


def _bracketed(head: str, inner: str) -> str:
    return f"{head} ({inner})" if inner else head


def denial_text(denial: Denial, name: Names) -> str:
    """`denied by Meta`."""
    return f"denied by {' and '.join(map(name, denial.by))}" if denial.by else "denied"


def by_key(evidence: Iterable[Evidence], key: Callable[[Evidence], object]) -> list[list[Evidence]]:
    """Claims that say the same, each list together, in order of first appearance."""
    groups: dict[object, list[Evidence]] = {}
    for e in evidence:
        groups.setdefault(key(e), []).append(e)
    return list(groups.values())


def strongest(evidence: Iterable[Evidence]) -> Status:
    return min((e.claim.status for e in evidence), key=_STRENGTH.__getitem__)


def _steps(asserted: Sequence[Evidence]) -> tuple[OfferStep, ...]:
    groups = by_key(asserted, lambda e: (e.claim.get("outcome"), e.claim.when.text))
    steps = [
        OfferStep(
            outcome=group[0].claim.get("outcome"),
            when=said_when(group[0]),
            earliest=group[0].claim.when.earliest,
            latest=group[0].claim.when.latest,
            status=strongest(group),
            claims=tuple(e.id for e in group),
        )
        for group in groups
    ]
    return tuple(sorted(steps, key=_step_order))


def _step_order(step: OfferStep) -> tuple[int, int, int]:
    """In time; what lacks a date by what must come before what."""
    return (step.latest, _reached(step.outcome), step.earliest)


def _reached(outcome: str) -> int:
    """How far an offer of that outcome came; one without any came least far."""
    return OUTCOMES.index(outcome) if outcome else -1


def _outcome(steps: Sequence[OfferStep]) -> str:
    done = [step for step in steps if step.status in _DONE]
    final = dict.fromkeys(step.outcome for step in done if step.outcome in _FINAL)
    if final:
        return " or ".join(final)
    return max((step.outcome for step in done), key=_reached, default="")


def _amounts(asserted: Sequence[Evidence]) -> tuple[OfferAmount, ...]:
    figured = [e for e in asserted if e.claim.quantity is not None]
    return tuple(
        OfferAmount(
            part=group[0].claim.get("part"),
            quantity=quantity,
            text=figure_text(group[0].claim),
            status=strongest(group),
            claims=tuple(e.id for e in group),
        )
        for group in by_key(figured, _figure)
        if (quantity := group[0].claim.quantity) is not None
    )


def _denials(denied: Iterable[Evidence]) -> tuple[Denial, ...]:
    """One for each figure: who denies it stands together."""
    return tuple(
        Denial(
            part=group[0].claim.get("part"),
            text=figure_text(group[0].claim),
            when=_when(group),
            by=tuple(dict.fromkeys(who for e in group if ":" in (who := e.claim.attributed_to))),
            claims=tuple(e.id for e in group),
        )
        for group in by_key(denied, _figure)
    )


def _figure(evidence: Evidence) -> tuple[object, ...]:
    claim = evidence.claim
    return (claim.get("part"), claim.quantity, claim.get("about"), claim.get("over"))


def _when(group: Iterable[Evidence]) -> str:
    """The dates that the claims give; of two that fit into one another the closer."""
    dates = {e.claim.when.text: e for e in group if e.claim.when.text}
    days = {text: (e.claim.when.earliest, e.claim.when.latest) for text, e in dates.items()}
    closest = [
        text
        for text, (lo, hi) in days.items()
        if not any((lo, hi) != (a, b) and lo <= a and b <= hi for a, b in days.values())
    ]
    return ", ".join(said_when(dates[text]) for text in sorted(closest, key=lambda text: (days[text], text)))


def _values(evidence: Iterable[Evidence], qualifier: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for e in evidence for value in e.claim.all(qualifier)))


def _first_day(group: Sequence[Evidence]) -> int:
    """The undated go last."""
    return min((e.claim.when.latest for e in group), default=FUTURE)
