"""Subgraphs made by hand: one that every export can be read in, random small ones, and one out of a set."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from functools import partial

from hypothesis import strategies as st

from graph.assembly.evidence import Evidence
from graph.assembly.rows import Certainty, EdgeRow, Flag, Level, Part
from graph.model.claim import Claim
from graph.model.claimset import ClaimSet
from graph.model.days import FUTURE, PAST, day_of
from graph.model.quantity import Quantity
from graph.model.relations import RELATIONS
from graph.model.source import Source
from graph.model.text import _REFUSED
from graph.model.vocabulary import EDGE_STATUSES, Status
from graph.model.when import parse_when
from graph.queries.answers.subgraph import Subgraph
from graph.store.answers import Cut, EntityCard, SetCard
from graph.store.scope import Scope

EDGE_RELATIONS = sorted(name for name, relation in RELATIONS.items() if relation.is_edge)


def subgraph_of(claim_set: ClaimSet) -> Subgraph:
    """A set as one picture: each claim of an edge relation is an edge, names are those that `named` gives."""
    sources = {source.id: source for source in claim_set.sources}
    evidence = tuple(
        Evidence(claim.id, claim, sources[claim.source], claim_set.compiled_day, (claim_set.id,))
        for claim in claim_set.claims
    )
    names: dict[str, list[str]] = {entity.id: [] for entity in claim_set.entities}
    for claim in claim_set.claims:
        if claim.relation == "named":
            names[claim.subject].append(claim.value)
    cards = tuple(
        EntityCard(
            id=entity.id,
            kind=entity.kind,
            subtype=entity.subtype,
            name=(names[entity.id] or [""])[0],
            names=tuple(names[entity.id][1:]),
            identifiers=(),
            summary=entity.summary,
            anonymous=entity.anonymous,
            degree=1,
        )
        for entity in claim_set.entities
    )
    return Subgraph(
        title=claim_set.title,
        scope=Scope(known_on=claim_set.compiled_day, level=Level.ALL),
        version=3,
        now=claim_set.compiled_day,
        entities=cards,
        edges=tuple(sorted(_edges(claim_set.claims), key=lambda row: row.order)),
        claims=tuple(sorted(evidence, key=lambda e: e.order)),
        sets=(
            SetCard(
                claim_set.id,
                claim_set.title,
                claim_set.licence,
                claim_set.made,
                claim_set.compiled,
                len(claim_set.claims),
            ),
        ),
        cuts=(Cut("picture_nodes", 300, None, claim_set.title),),
        names={card.id: card.name for card in cards},
        positions={card.id: (120.0 * (n % 9), 80.0 * (n // 9)) for n, card in enumerate(cards)},
    )


def _edges(claims: Iterable[Claim]) -> Iterable[EdgeRow]:
    seen: Counter[tuple[str, ...]] = Counter()
    for claim in claims:
        relation = RELATIONS[claim.relation]
        if relation.is_edge and claim.status in EDGE_STATUSES:
            bundle = claim.get(relation.bundle) if relation.bundle else ""
            key = (claim.subject, claim.relation, claim.object, bundle)
            seen[key] += 1
            yield _edge(claim, bundle, seen[key])


def _edge(claim: Claim, bundle: str, ordinal: int) -> EdgeRow:
    start, end = claim.when.start, claim.when.end
    return EdgeRow(
        claim.subject,
        claim.relation,
        claim.object,
        claim.object,
        bundle=bundle,
        ordinal=ordinal,
        start_lo=start.lo if start else PAST,
        start_hi=start.last if start else FUTURE,
        end_lo=end.lo if end else FUTURE,
        end_hi=end.hi if end else FUTURE,
        likely_until=end.hi if end else FUTURE,
        status=claim.status,
        claims=((claim.id, Part.PLAIN),),
    )


PEOPLE = ("person:jack-rae", "person:ada")
ORGS = ("org:meta", "org:google", "org:x-1")
SETS = (
    SetCard("one", "One; “set”", "CC-BY-4.0", "by hand", "2025-07-01", 7),
    SetCard("two", "Two", "CC-BY-NC-4.0", "", "2025-08-01", 1),
)

line = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=12).map(
    lambda text: unicodedata.normalize("NFC", _REFUSED.sub("", text))
) | st.sampled_from(
    [
        "=1+1",
        "'=1",
        "''",
        "a;=b|c\\",
        "; x=y",
        "|",
        "\\",
        " - 5",
        "＝cmd",
        "</script>",
        '"',
        "\u00a0+1",
        "a;'@b",
    ]
)
some = line.filter(bool)
day = st.sampled_from([PAST, FUTURE]) | st.integers(day_of("0001-01-01"), day_of("9999-12-31"))
figures = st.none() | st.decimals("-1000", "1000000", places=3)


@st.composite
def sources(draw: st.DrawFn, id_: str) -> Source:
    return Source(
        id=id_,
        title=draw(some),
        publisher=draw(line),
        author=draw(line),
        date=draw(st.sampled_from(["", "2025", "2025-07-03", "[2025-06-12..2025-06-18]"])),
        retrieved=draw(st.sampled_from(["", "2025-09-01"])),
        url=draw(st.sampled_from(["", "https://example.org/a?b=1&c=2;=d"])),
        cites=tuple(draw(st.lists(st.sampled_from(["other", "third.one"]), max_size=2))),
        licence=draw(line),
        note=draw(line),
    )


@st.composite
def claims(draw: st.DrawFn, source: str) -> Claim:
    claim = partial(Claim, source=source, locator=draw(line), quote=draw(line), note=draw(line))
    person, org = draw(st.sampled_from(PEOPLE)), draw(st.sampled_from(ORGS))
    when = parse_when(
        draw(st.sampled_from(["", "2025", "2024-02/..", "/[..2025-06-13]", "2023~/2025-06-12"]))
    )
    match draw(st.integers(0, 3)):
        case 0:
            return claim(person, "named", value=draw(some), qualifiers=(("kind", "usual"),), when=when)
        case 1:
            pairs = tuple(
                (name, text) for name in ("role", "team") for text in draw(st.lists(some, max_size=1))
            )
            pairs += tuple(("from", id_) for id_ in draw(st.lists(st.sampled_from(ORGS), max_size=2)))
            status = draw(st.sampled_from([s for s in Status if s is not Status.RETRACTED]))
            return claim(person, "works_at", object=org, qualifiers=pairs, when=when, status=status)
        case 2:
            low, high = draw(figures), draw(figures)
            if low is None and high is None:
                low = Decimal(7)
            if low is not None and high is not None:
                low, high = min(low, high), max(low, high)
            quantity = Quantity(low, high, "USD", draw(st.sampled_from(["", "year"])))
            said = (("as_said", draw(some)), ("metric", "capex"))
            return claim(org, "measured", quantity=quantity, qualifiers=said)
        case _:
            kind = (("kind", "opinion"),)
            return claim(person, "said", object=org, value=draw(some), qualifiers=kind, attributed_to=org)


@st.composite
def edges(draw: st.DrawFn, ids: list[str]) -> EdgeRow:
    subject, object_ = draw(st.sampled_from(PEOPLE)), draw(st.sampled_from(ORGS))
    bounds = (
        "start_lo",
        "start_hi",
        "end_lo",
        "end_hi",
        "likely_until",
        "order_until",
        "known_from",
        "known_until",
    )
    parts = st.tuples(st.sampled_from(ids), st.sampled_from(Part)) if ids else st.nothing()
    return EdgeRow(
        subject,
        draw(st.sampled_from(EDGE_RELATIONS)),
        object_,
        draw(st.sampled_from(ORGS)),
        bundle=draw(line),
        ordinal=draw(st.integers(1, 3)),
        place=draw(st.integers(1, 3)),
        flags=Flag(sum(draw(st.sets(st.sampled_from(list(Flag)))))),
        status=draw(st.sampled_from(EDGE_STATUSES)),
        origins=draw(st.integers(1, 4)),
        levels=draw(st.integers(1, 7)),
        claims=tuple(sorted(draw(st.sets(parts, max_size=3)))) if ids else (),
        **{name: draw(day) for name in bounds},
    )


@st.composite
def subgraphs(draw: st.DrawFn) -> Subgraph:
    """Small, with parallel edges, texts of all sorts, claims that name nobody drawn, and places for some."""
    given = [draw(sources(id_)) for id_ in ("wire", "post.2")]
    said = [
        Evidence(claim.id, claim, source, draw(day), tuple(draw(st.sets(st.sampled_from(["one", "two"])))))
        for source in given
        for claim in draw(st.lists(claims(source.id), max_size=4, unique_by=lambda claim: claim.id))
    ]
    shown = draw(st.lists(st.sampled_from(PEOPLE + ORGS), unique=True, max_size=5))
    rows = draw(st.lists(edges([e.id for e in said]), max_size=6, unique_by=lambda row: row.order))
    ends = {end for row in rows for end in (row.subject, row.object)}
    ids = [*shown, *sorted(ends - set(shown))]
    real = st.integers(1, 3_000_000)
    return Subgraph(
        title=draw(line),
        scope=Scope(
            true_on=draw(st.none() | real),
            known_on=draw(st.none() | real),
            level=draw(st.sampled_from(Level)),
            certainty=draw(st.sampled_from(Certainty)),
            relations=draw(st.frozensets(st.sampled_from(EDGE_RELATIONS), max_size=3)),
        ),
        version=draw(st.integers(0, 99)),
        now=draw(st.none() | real),
        entities=tuple(draw(_card(id_)) for id_ in ids),
        edges=tuple(sorted(rows, key=lambda row: row.order)),
        claims=tuple(sorted(said, key=lambda e: e.order)),
        sets=SETS[: draw(st.integers(0, 2))],
        cuts=(Cut("query_rows", 10.5, draw(st.none() | st.integers(0, 9)), draw(line)),),
        focus=tuple(draw(st.lists(st.sampled_from(PEOPLE + ORGS), unique=True, max_size=2))),
        walks=tuple(draw(st.lists(_walk, max_size=2))),
        names={id_: draw(line) for id_ in (*PEOPLE, *ORGS)},
        positions={id_: (draw(_place), draw(_place)) for id_ in ids if draw(st.booleans())},
    )


_walk = st.lists(st.sampled_from(PEOPLE + ORGS), unique=True, min_size=1, max_size=4).map(tuple)
_place = st.floats(-5000, 5000, allow_nan=False)


@st.composite
def _card(draw: st.DrawFn, id_: str) -> EntityCard:
    return EntityCard(
        id=id_,
        kind=id_.partition(":")[0],
        subtype=draw(st.sampled_from(["", "company", "lab", "school"])) if id_.startswith("org:") else "",
        name=draw(line),
        names=tuple(draw(st.lists(some, max_size=3))),
        identifiers=tuple(
            draw(st.lists(st.sampled_from([("wikidata", "Q380"), ("openreview", "~A:b1")]), max_size=2))
        ),
        summary=draw(line),
        anonymous=draw(st.booleans()),
        degree=draw(st.integers(0, 9)),
        company=draw(st.sampled_from(["", "org:meta"])),
    )
