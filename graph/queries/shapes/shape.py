"""The documented JSON shape of every answer: plain values only, keys in a fixed order.

Every answer has `answer` (which question), `title`, `scope` {true_on, known_on, level, certainty, relations},
`version`, `now`, `cuts` [{limit, allowed, left_out, hint}], `undated`, then the keys that its function says.

entity    {id, name, kind}
date      {text, earliest, latest}: ISO days, both included, null where nothing bounds
amount    {text, low, high, unit, per}: low and high are texts of plain decimals, null where open
claim     {id, text, subject, relation, object or null, value, when, amount or null, qualifiers, status,
          attributed_to, source {id, title, publisher, date, url}, locator, quote, note};
          qualifiers {name: [value]}
edge      {address, subject, relation, object, company or null, bundle, text, when, start, end, status,
          origins, flags, claims}; `end` is the date of the first day no longer so, null for an event
move      {person, from, to, from_company, to_company, grade or null, transfer, flags, basis, status, reason,
          when, text, pages, origins, claims}; grade is certain, inferred or possible, null for a transfer;
          status that of the claims on which it rests

`pages` is on how many sources something stands, `origins` how many independent ones are behind these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from graph.queries.answers.frames import entity_row
from graph.queries.answers.reply import Reply
from graph.queries.dealings.deals import Deals
from graph.queries.dealings.funnel import Funnel
from graph.queries.dealings.offers import Offers
from graph.queries.flows.compare import Comparison
from graph.queries.flows.flows import Flows
from graph.queries.ledger.changes import Changes
from graph.queries.ledger.conflicts import Conflicts
from graph.queries.ledger.quality import Quality
from graph.queries.ledger.twins import Twins
from graph.queries.liftouts.liftouts import LiftOuts
from graph.queries.network.neighbourhood import Hidden, Neighbourhood
from graph.queries.network.paths import Paths
from graph.queries.network.search import SearchReply
from graph.queries.network.why_not import Widening
from graph.queries.people.careers import Career, Stint
from graph.queries.people.colleagues import Colleagues
from graph.queries.people.dossier import Dossier
from graph.queries.people.first_mover import FirstMovers
from graph.queries.people.moves import Moves
from graph.queries.people.returners import Returners
from graph.queries.people.schools import Schools
from graph.queries.retention.retention import Retention
from graph.queries.shapes import compare as json_compare
from graph.queries.shapes import flows as json_flows
from graph.queries.shapes import groups as json_groups
from graph.queries.shapes import ledger as json_ledger
from graph.queries.shapes import parts as part
from graph.queries.shapes import retention as json_retention
from graph.queries.shapes.dealings import (
    deal_json,
    disagreement_json,
    metric_json,
    offer_json,
    release_json,
)
from graph.queries.shapes.parts import Book, Json
from graph.store.answers import Path


def as_json(answer: Reply) -> Json:
    """Plain values in a stable order of keys; `json.dumps` takes them as they are."""
    word, body = _BODIES[type(answer)]
    head: Json = {
        "answer": word,
        "title": answer.title,
        "scope": part.scope(answer.scope),
        "version": answer.version,
        "now": part.day(answer.now),
        "cuts": [part.cut(cut) for cut in answer.cuts],
        "undated": answer.undated,
    }
    return head | body(answer)


def search(reply: SearchReply) -> Json:
    """`hits`: [{entity, matched, score, exact}], best first."""
    hits = [
        {
            "entity": part.entity(reply, h.entity.id),
            "matched": h.matched,
            "score": round(h.score, 1),
            "exact": h.exact,
        }
        for h in reply.hits
    ]
    return {"text": reply.text, "hits": hits}


def moves(reply: Moves) -> Json:
    """`of` and `window` as asked; `moves` with transfers, by day of arrival."""
    return {
        "of": part.entities(reply, reply.of),
        "window": {"first": part.day(reply.first), "last": part.day(reply.last)},
        "moves": [part.move(reply, move) for move in reply.moves],
    }


def career(reply: Career) -> Json:
    """`stints`: [{company, organisation, text, start, end, places, roles}], the others lists of edges."""
    return {
        "person": part.entity(reply, reply.person),
        "stints": [_stint(reply, stint) for stint in reply.stints],
        "roles": part.edges(reply, reply.roles),
        "studies": part.edges(reply, reply.studies),
        "boards": part.edges(reply, reply.boards),
        "offers": part.edges(reply, reply.offers),
        "others": part.edges(reply, reply.others),
        "moves": [part.move(reply, move) for move in reply.moves],
    }


def colleagues(reply: Colleagues) -> Json:
    """`overlaps`: [{person, company, organisation, days, first, last}], longest together first.

    `years`: [{year, company, people: [{person, days}]}]; `moved_along`: who went the same way within `days`
    of a move, as `json_groups.along` says.
    """
    overlaps = [
        {
            "person": part.entity(reply, o.person),
            "company": part.entity(reply, o.company),
            "organisation": part.entity(reply, o.organisation or o.company),
            "days": o.days,
            "first": part.day(o.first),
            "last": None if reply.goes_on(o) else part.day(o.until - 1),
        }
        for o in reply.overlaps
    ]
    years = [
        {
            "year": each.year,
            "company": part.entity(reply, each.company),
            "people": [{"person": part.entity(reply, id_), "days": days} for id_, days in each.people],
        }
        for each in reply.years
    ]
    return {
        "person": part.entity(reply, reply.person),
        "total": reply.total,
        "overlaps": overlaps,
        "years": years,
        "moved_along": [json_groups.along(reply, each) for each in reply.along],
        "days": reply.days,
    }


def neighbourhood(reply: Neighbourhood) -> Json:
    """`entities`: [{id, name, kind, distance, hidden}], nearest first; `edges` among them."""
    around = [
        {**part.entity(reply, id_), "distance": steps, "hidden": _hidden(reply.hidden.get(id_, ()))}
        for id_, steps in reply.distance.items()
    ]
    return {
        "seeds": part.entities(reply, reply.seeds),
        "radius": reply.radius,
        "entities": around,
        "edges": part.edges(reply, reply.edges),
    }


def paths(reply: Paths) -> Json:
    """`paths`: [{hops, inner_degree, entities, sentences, edges: a list of edges for each hop}].

    `why_not` is null, or {sentence, complete, helps or null, tried: [{name, value, sentence, path or null}]}.
    """
    found = [{**_path(reply, f.path), "sentences": list(f.sentences)} for f in reply.paths]
    why = reply.why_not
    tried = [_widening(reply, w) for w in why.tried] if why else []
    helps = _widening(reply, why.helps) if why and why.helps else None
    return {
        "from": part.entities(reply, reply.starts),
        "to": part.entities(reply, reply.ends),
        "mode": reply.mode,
        "paths": found,
        "why_not": {"sentence": why.sentence, "complete": why.complete, "helps": helps, "tried": tried}
        if why
        else None,
    }


def conflicts(reply: Conflicts) -> Json:
    """`conflicts`: [{subject, relation, grade, denied, question, versions}], disagreements first."""
    return {
        "of": part.entities(reply, reply.of),
        "conflicts": [disagreement_json(reply, d) for d in reply.disagreements],
    }


def offers(reply: Offers) -> Json:
    """`offers`: [{organisation, recipient, label, outcome, status, denied, steps, amounts, denials ...}].

    `denials`: [{part, text, when, by, claims}], what a source says is not so; `conflicts` as for deals.
    """
    return {"of": part.entities(reply, reply.of), "offers": [offer_json(reply, o) for o in reply.offers]}


def deals(reply: Deals) -> Json:
    """`deals`: [{deal, status, kinds, parties, figures, stages, brought, conflicts, text, claims}]."""
    return {"of": part.entities(reply, reply.of), "deals": [deal_json(reply, d) for d in reply.deals]}


def dossier(reply: Dossier) -> Json:
    """`entity` with all its names, `line`, `figures`, `career` or null, `neighbours` to expand.

    `offers`, `deals`, `conflicts` as the questions of these names answer; `claims` newest first; `releases`:
    [{organisation, work, late, plans: [{plan, when, status, claims}], text}], those that were planned.
    """
    life = reply.career
    return {
        "entity": dict(entity_row(reply.entity)),
        "line": reply.line,
        "figures": [metric_json(reply, metric) for metric in reply.metrics],
        "career": career(life) if life else None,
        "offers": [offer_json(reply, o) for o in reply.offers],
        "deals": [deal_json(reply, d) for d in reply.deals],
        "conflicts": [disagreement_json(reply, d) for d in reply.disagreements],
        "releases": [release_json(reply, r) for r in reply.releases],
        "edges": part.edges(reply, reply.edges),
        "claims": [part.claim(reply, e) for e in reply.listed],
        "neighbours": _hidden(reply.counts),
    }


def _stint(book: Book, stint: Stint) -> Json:
    return {
        "company": part.entity(book, stint.company),
        "organisation": part.entity(book, stint.organisation),
        "text": stint.text,
        "start": part.days(stint.start_lo, stint.start_hi),
        "end": part.days(stint.end_lo, stint.end_hi),
        "places": part.edges(book, stint.places),
        "roles": part.edges(book, stint.roles),
    }


def _hidden(counts: Iterable[Hidden]) -> list[Json]:
    return [{"relation": c.relation, "direction": c.direction, "neighbours": c.neighbours} for c in counts]


def _path(book: Book, path: Path) -> Json:
    return {
        "hops": len(path.hops),
        "inner_degree": path.inner_degree,
        "entities": part.entities(book, path.entities),
        "edges": [
            [part.edge(book, row, start) for row in hop]
            for start, hop in zip(path.entities, path.hops, strict=False)
        ],
    }


def _widening(book: Book, widening: Widening) -> Json:
    found = _path(book, widening.path) if widening.path else None
    return {"name": widening.name, "value": widening.value, "sentence": widening.sentence, "path": found}


_BODIES: dict[type[Reply], tuple[str, Callable[[Any], Json]]] = {
    SearchReply: ("search", search),
    Moves: ("moves", moves),
    Flows: ("flows", json_flows.flows),
    Comparison: ("compare", json_compare.compare),
    Career: ("career", career),
    Colleagues: ("colleagues", colleagues),
    Neighbourhood: ("neighbourhood", neighbourhood),
    Paths: ("paths", paths),
    Conflicts: ("conflicts", conflicts),
    Offers: ("offers", offers),
    Deals: ("deals", deals),
    LiftOuts: ("liftouts", json_groups.liftouts),
    Funnel: ("funnel", json_groups.funnel),
    FirstMovers: ("first", json_groups.first),
    Retention: ("retention", json_retention.retention),
    Returners: ("returners", json_retention.returners),
    Schools: ("schools", json_retention.schools),
    Dossier: ("show", dossier),
    Changes: ("changes", json_ledger.changes),
    Quality: ("quality", json_ledger.quality),
    Twins: ("twins", json_ledger.twins),
}
