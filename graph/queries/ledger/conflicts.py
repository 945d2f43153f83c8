"""Where sources disagree."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.assembly import conflicts as assembly
from graph.assembly.evidence import Evidence
from graph.assembly.levels import count_origins, strongest
from graph.assembly.rows import Rows
from graph.model.entities import kind_of
from graph.model.quantity import Quantity
from graph.model.vocabulary import Status
from graph.model.when import parse_when
from graph.queries.answers.asked import question_of, subject_of
from graph.queries.answers.reading import at_most, claims_naming, common, merged
from graph.queries.answers.reply import Drawn, Plain, Reply, Tables, namer
from graph.queries.dealings.beside import ends_of, with_disputes
from graph.queries.network.search import find
from graph.queries.words.claims import votes_text
from graph.queries.words.sentences import Names, claim_text, figure_text, when_text
from graph.settings import settings
from graph.store.answers import Cut
from graph.store.base import View

_NOT_SO = (Status.DENIED, Status.RETRACTED)


@dataclass(frozen=True, slots=True)
class Version:
    """One of the values: in words, who says so. `origins` independent ones stand on `pages` sources."""

    text: str
    quantity: Quantity | None
    status: Status
    origins: int
    pages: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What is in question about `subject` (`question`, in words), and its versions, the one to show in front.

    `grade`: disagree, revised or precision. `denied`: one side says that it is not so.
    """

    subject: str
    relation: str
    grade: str
    denied: bool
    question: str
    versions: tuple[Version, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(id_ for version in self.versions for id_ in version.claims))


@dataclass(frozen=True, kw_only=True)
class Conflicts(Reply):
    """Disagreements first, then revisions, then differences of precision."""

    of: tuple[str, ...]
    disagreements: tuple[Disagreement, ...]

    @property
    def title(self) -> str:
        return f"Disagreements: {self.names(self.of)}" if self.of else "Disagreements"

    @property
    def focus(self) -> tuple[str, ...]:
        return self.of

    def drawn(self) -> Drawn:
        named = (id_ for d in self.disagreements for e in self.found(d.claims) for id_ in ends_of(e))
        return tuple(dict.fromkeys((*self.of, *named))), None

    def tables(self) -> Tables:
        """A row a version; rows of one question follow each other."""
        return {"conflicts": [self._row(d, v) for d in self.disagreements for v in d.versions]}

    def _row(self, apart: Disagreement, version: Version) -> dict[str, Plain]:
        return {
            "question": apart.question,
            "grade": apart.grade,
            "denied": apart.denied,
            "value": version.text,
            "status": str(version.status),
            "origins": version.origins,
            "pages": version.pages,
            "subject_id": apart.subject,
            "relation": apart.relation,
            "claims": " ".join(version.claims),
        }


def conflicts(view: View, of: str = "", limit: int | None = None) -> Conflicts:
    """All disagreements, or those about `of` (name or id) and the deals that it is a party to.

    They are about what is subject or object of the claims at odds, so offers made by it and to it are among
    them, and those in which one side is its own word.
    """
    whom = find(view, of).id if of else ""
    found, held, cuts = at_odds(view, whom)
    allowed = at_most(limit, settings().query_rows)
    if len(found) > allowed:
        cuts = (*cuts, Cut("query_rows", allowed, len(found) - allowed, "Ask about one name."))
    kept = found[:allowed]
    asked = (whom,) if whom else ()
    behind = (held[id_] for conflict in kept for id_ in sorted(conflict.claims) if id_ in held)
    facts = common(view, (*asked, *(c.subject for c in kept)), claims=behind)
    said = tuple(in_words(c, facts["claims"], namer(facts["cards"])) for c in kept)
    return Conflicts(**facts, cuts=cuts, of=asked, disagreements=said)


def at_odds(
    view: View, whom: str = ""
) -> tuple[list[assembly.Conflict], dict[str, Evidence], tuple[Cut, ...]]:
    """The conflicts about an id, or all; the claims that were compared, by id; what was cut off."""
    evidence, about, cuts = _bearing_on(view, whom)
    found = assembly.conflicts(evidence, _rows(view, whom))
    held = {e.id: e for e in evidence}
    return [c for c in found if is_about(c, about, held)], held, cuts


def is_about(conflict: assembly.Conflict, about: Collection[str], held: Mapping[str, Evidence]) -> bool:
    """Whether a conflict concerns one of these ids; empty: it does."""
    return not about or not _named(conflict, held).isdisjoint(about)


def disagreements(evidence: Iterable[Evidence], name: Names) -> tuple[Disagreement, ...]:
    """What these claims disagree on among themselves, in words."""
    held = {e.id: e for e in evidence}
    found = assembly.conflicts(tuple(held.values()), Rows())
    return tuple(in_words(conflict, held, name) for conflict in found)


def _bearing_on(view: View, whom: str) -> tuple[list[Evidence], frozenset[str], tuple[Cut, ...]]:
    """The claims to compare, and the ids that the answer is about: the entity and the deals it is a party to.

    For the founding date of what somebody founded, for what somebody says of others, and under labels of
    dispute, others' claims are compared too.
    """
    evidence, cuts = claims_naming(view, (whom,) if whom else ())
    if not whom:
        return evidence, frozenset(), cuts
    deals = {e.claim.object for e in evidence if _is_party(e, whom)}
    founded = {e.claim.object for e in evidence if e.claim.relation == "founded"}
    spoken = {e.claim.subject for e in evidence if e.claim.attributed_to == whom}
    others = sorted((founded | deals | spoken) - {whom})
    if others:
        more, also = claims_naming(view, others)
        evidence, cuts = list({e.id: e for e in (*evidence, *more)}.values()), merged(cuts, also)
    evidence, also = with_disputes(view, evidence, (whom, *others))
    return evidence, frozenset({whom, *deals}), merged(cuts, also)


def _is_party(evidence: Evidence, whom: str) -> bool:
    claim = evidence.claim
    return claim.relation == "party_to" and claim.subject == whom and claim.status not in _NOT_SO


def _rows(view: View, whom: str) -> Rows:
    """The stints whose dates may be at odds."""
    if not whom:
        return view.stints()
    return {
        "person": lambda: view.stints(people=[whom]),
        "org": lambda: view.stints(organisations=[whom]),
    }.get(kind_of(whom), Rows)()


def _named(conflict: assembly.Conflict, held: Mapping[str, Evidence]) -> set[str]:
    """What the claims at odds are about; where they are apart, whose word they are as well."""
    claims = [held[id_] for id_ in conflict.claims if id_ in held]
    named = {conflict.subject, *(id_ for e in claims for id_ in ends_of(e))}
    apart = conflict.grade is assembly.ConflictGrade.DISAGREE
    return named | {e.claim.attributed_to for e in claims if apart}


def in_words(conflict: assembly.Conflict, held: Mapping[str, Evidence], name: Names) -> Disagreement:
    """A conflict with names and dates as people read them. `held`: the claims that were compared."""
    claims = [held[id_] for id_ in sorted(conflict.claims) if id_ in held]
    versions = _accounts if conflict.about.startswith("dispute|") else _versions
    return Disagreement(
        subject=subject_of(conflict, claims),
        relation=conflict.about.partition("|")[0],
        grade=str(conflict.grade),
        denied=conflict.denied,
        question=question_of(conflict, claims, name),
        versions=tuple(v for value in conflict.values for v in versions(value, held, name)),
    )


def _versions(value: assembly.ConflictValue, held: Mapping[str, Evidence], name: Names) -> Iterator[Version]:
    claims = [held[id_] for id_ in value.claims if id_ in held]
    quantity = Quantity(value.low, value.high, value.unit, value.per) if value.unit else None
    pages = len({e.source.id for e in claims})
    text = _text(value, claims, name)
    yield Version(text, quantity, value.status, value.origins, pages, value.claims)


def _accounts(value: assembly.ConflictValue, held: Mapping[str, Evidence], name: Names) -> Iterator[Version]:
    """The claims have no slot in common, so that only all of what they say can be compared."""
    said: dict[str, list[Evidence]] = {}
    for id_ in value.claims:
        if id_ in held:
            said.setdefault(claim_text(held[id_], name), []).append(held[id_])
    for text, claims in said.items():
        pages = len({e.source.id for e in claims})
        ids = tuple(e.id for e in claims)
        yield Version(text, claims[0].claim.quantity, strongest(claims), count_origins(claims), pages, ids)


def _text(value: assembly.ConflictValue, claims: Collection[Evidence], name: Names) -> str:
    """As the claims say it, with unit, period and "about"; what is denied with a "not".

    Of what is dated a denial says that it did not happen, not that it happened on another day.
    """
    if value.value in _TRUTH:
        return _TRUTH[value.value]
    if value.unit:
        said = next((figure_text(e.claim) for e in claims if e.claim.quantity), "") + _votes(claims)
    elif value.value:
        said = name(value.value) if ":" in value.value else value.value.replace("_", " ")
    else:
        if value.status is Status.DENIED:
            return _TRUTH["no"]
        said = when_text(parse_when(value.when))
    return f"not {said}" if value.status is Status.DENIED else said


def _votes(claims: Collection[Evidence]) -> str:
    """What those say of votes who say it, if they agree; and how many they are, if others do not say."""
    sources = {e.source.id for e in claims}
    voting = [(votes_text(e.claim), e.source.id) for e in claims if e.claim.get("voting")]
    said, saying = {text for text, _ in voting}, {source for _, source in voting}
    if len(said) != 1:
        return ""
    (text,) = said
    return text if saying == sources else f" ({text.strip()}: {len(saying)} of {len(sources)} sources)"


_TRUTH = {"yes": "it is so", "no": "it is not so"}
