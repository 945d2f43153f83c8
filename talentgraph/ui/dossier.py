"""The dossier as a sheet: what is known of one entity, in the order in which a reader asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.assembly.rows import EdgeRow
from graph.exports.look import sign
from graph.model.relations import RELATIONS
from graph.model.vocabulary import Status
from graph.queries.answers.reading import Common
from graph.queries.answers.reply import Reply
from graph.queries.dealings.deals import Deal
from graph.queries.dealings.figures import Metric
from graph.queries.ledger.conflicts import Disagreement
from graph.queries.network.neighbourhood import Neighbourhood
from graph.queries.people.dossier import Dossier
from graph.queries.words.line import line_of
from graph.queries.words.releases import Release
from graph.queries.words.sentences import Names, day_text, edge_text
from graph.settings import settings
from graph.store.base import View
from talentgraph.ui import blocks, going, ledger
from talentgraph.ui.component import Block
from talentgraph.ui.deals.facts import deal_facts
from talentgraph.ui.people.lanes import career_lanes
from talentgraph.ui.state import State

_MOST_LINKS = 40


def dossier_blocks(dossier: Dossier, around: Neighbourhood, state: State) -> list[Block]:
    """Head, actions, career or figures, disagreements, facts of a deal, deals and offers, links, claims.

    A deal begins with what is disputed, as on its page: its facts are a list of everybody who says so.
    """
    id_ = dossier.entity.id
    itself = [deal for deal in dossier.deals if deal.id == id_]
    others = [deal for deal in dossier.deals if deal.id != id_]
    parts = [
        head(dossier),
        _actions(id_, around, state),
        _career(dossier),
        figures(dossier),
        *disagreements(dossier, dossier.disagreements),
        *(deal_facts(dossier, deal) for deal in itself),
        _sentences(dossier, "Deals", [(_told(d), d.status, d.claims) for d in others]),
        _sentences(dossier, "Offers", [(o.sentence, o.status, o.claims) for o in dossier.offers]),
        _releases(dossier),
        _links(dossier),
        claims(dossier),
    ]
    return [part for part in parts if part]


def _told(deal: Deal) -> str:
    """A deal in one sentence, which says so where sources are apart about it."""
    apart = sum(item.grade == "disagree" for item in deal.disagreements)
    questions = f"{apart} questions" if apart > 1 else "a question"
    return f"{deal.sentence}. Sources disagree on {questions}." if apart else deal.sentence


def head(dossier: Dossier) -> Block:
    """Kind, name, what is true on the day with names that open, other names."""
    card = dossier.entity
    also = ", ".join(card.names)
    line = blocks.runs(dossier, lambda say: _line(dossier, say))
    return {
        "type": "head",
        "shape": str(sign(card)),
        "kind": blocks.kind_word(card),
        "name": card.name,
        "line": line,
        "also": f"Also seen as {also}" if also else "",
        "summary": "" if line == [card.summary] else card.summary,
    }


def _line(dossier: Dossier, say: Names) -> str:
    """The line of the dossier again, with the names said by `say`."""
    cards = {id_: replace(card, name=say(id_)) for id_, card in dossier.cards.items()}
    facts = Common(
        scope=dossier.scope,
        version=dossier.version,
        now=dossier.now,
        cards=cards,
        claims=dict(dossier.claims),
    )
    rows = (*dossier.edges, *(dossier.career.edges if dossier.career else ()))
    return line_of(dossier.scope, facts, dossier.entity, tuple(dict.fromkeys(rows)), dossier.deals)


def _actions(id_: str, around: Neighbourhood, state: State) -> Block:
    """Expanding takes the hidden neighbours in; folding puts them away again."""
    hidden = sum(each.neighbours for each in around.hidden.get(id_, ()))
    buttons: list[Block] = []
    if id_ in state.opened:
        buttons.append({"label": "Fold", "action": f"fold {id_}"})
    elif hidden:
        note = f"{hidden} hidden"
        buttons.append({"label": "Expand", "action": f"expand {id_}", "strong": True, "note": note})
    if state.whole:
        buttons.append({"label": "Show only this", "action": f"only {id_}"})
    else:
        buttons.append({"label": "Show all", "action": "all"})
    return {"type": "actions", "buttons": [*buttons, *going.away(id_)]}


def _career(dossier: Dossier) -> Block | None:
    if dossier.career is None:
        return None
    offers = [offer for offer in dossier.offers if offer.recipient == dossier.entity.id]
    note = "a bar opens the organisation"
    return career_lanes(dossier, dossier.career, offers, lambda _, id_: {"open": id_}, note=note)


def figures(dossier: Dossier) -> Block | None:
    """Published figures, each with who says so."""
    if not dossier.metrics:
        return None
    rows = [row for metric in dossier.metrics for row in _metric_rows(dossier, metric)]
    return {"type": "facts", "title": "Figures", "count": len(rows), "rows": rows}


def _metric_rows(dossier: Dossier, metric: Metric) -> list[Block]:
    """A figure is never shown as if it were alone: where others stand beside it, each says so."""
    beside = f"one of {len(metric.figures)} figures" if len(metric.figures) > 1 else ""
    return [
        {
            "label": _comma(
                metric.label, metric.over, "" if figure.basis == "actual" else figure.basis, beside
            ),
            "value": [figure.text],
            "status": str(figure.status),
            "sources": blocks.chips(dossier.found(figure.claims), dossier.name),
        }
        for figure in metric.figures
    ]


def _comma(*words: str) -> str:
    return ", ".join(filter(None, words))


def disagreements(reply: Reply, items: Iterable[Disagreement]) -> list[Block]:
    """One section with every question on which sources are apart; revisions and roundings are none."""
    apart = joined(item for item in items if item.grade == "disagree")
    first = [blocks.disagreement(reply, item, "Sources disagree", len(apart)) for item in apart[:1]]
    return first + [blocks.disagreement(reply, item) for item in apart[1:]]


def joined(items: Iterable[Disagreement]) -> list[Disagreement]:
    """Each quarrel once: what an editor's label joins takes in the questions that its claims also answer."""
    given = list(items)
    labelled = [item for item in given if item.relation == "dispute"]
    rest = [item for item in given if item.relation != "dispute"]
    taken: list[Disagreement] = []
    whole = []
    for item in labelled:
        parts = [part for part in rest if not set(part.claims).isdisjoint(item.claims)]
        more = (v for part in parts for v in part.versions if not set(v.claims) <= set(item.claims))
        whole.append(replace(item, versions=(*item.versions, *dict.fromkeys(more))))
        taken += parts
    return [item for item in rest if item not in taken] + whole


def _sentences(
    dossier: Dossier, title: str, items: Sequence[tuple[str, Status, tuple[str, ...]]]
) -> Block | None:
    rows = [
        {
            "text": [text],
            "status": str(status),
            "sources": blocks.chips(blocks.spoken(dossier.found(behind)), dossier.name),
        }
        for text, status, behind in items
    ]
    return {"type": "sentences", "title": title, "count": len(rows), "rows": rows} if rows else None


def _releases(dossier: Dossier) -> Block | None:
    """Of each what holds, then what was planned in turn, and what came of it."""
    rows = [row for release in dossier.releases for row in _release(dossier, release)]
    count = len(dossier.releases)
    return {"type": "sentences", "title": "Planned releases", "count": count, "rows": rows} if rows else None


def _release(dossier: Dossier, release: Release) -> Iterator[Block]:
    yield {"text": [f"{release.sentence}."]}
    for plan in release.plans:
        yield {
            "when": plan.when or "not dated",
            "text": [f"Plan {plan.number}".strip() if plan.is_plan else "Released"],
            "status": str(plan.status),
            "sources": blocks.chips(blocks.spoken(dossier.found(plan.claims)), dossier.name),
        }


def _links(dossier: Dossier) -> Block | None:
    me = dossier.entity.id
    rows: list[Block] = []
    for edge in dossier.edges[:_MOST_LINKS]:
        other = edge.object if edge.subject == me else edge.subject
        text = edge_text(edge, dossier.evidence(edge), dossier.name, seen_from=me, now=dossier.now)
        rows.append({**blocks.name(dossier, other), "note": "", "text": text})
    if not rows:
        return None
    left = len(dossier.edges) - len(rows)
    day = f"on {day_text(dossier.scope.true_on)}" if dossier.scope.true_on is not None else ""
    note = _comma(day, f"{left} more" if left > 0 else "")
    return {"type": "links", "title": "Links", "count": len(dossier.edges), "note": note, "rows": rows}


def claims(dossier: Dossier) -> Block:
    spoken = blocks.spoken(dossier.listed)
    most = settings().panel_claims
    block = blocks.claims(dossier, spoken[:most])
    left = len(spoken) - most
    more = f"{left} older claims are in every download." if left > 0 else ""
    return {**block, "count": len(spoken), "more": more}


def edge_blocks(reply: Reply, edge: EdgeRow) -> list[Block]:
    """An edge's dossier is its claims; of one alone the line above would say the same."""
    found = reply.evidence(edge)
    text = blocks.runs(reply, lambda say: edge_text(edge, found, say, now=reply.now))
    between = {"label": "Paths between the two", "action": f"between {edge.subject} {edge.object}"}
    return [
        {
            "type": "head",
            "shape": "company",
            "kind": f"Link: {RELATIONS[edge.relation].label}",
            "name": f"{reply.name(edge.subject)} – {reply.name(edge.object)}",
            "line": text if len(found) > 1 else [],
        },
        {"type": "actions", "buttons": [between]},
        blocks.claims(reply, found),
    ]


def first_visit(view: View) -> list[Block]:
    """Nothing is selected: what to do, and three examples that this ledger holds."""
    best = ledger.everyone(view)
    buttons = []
    for kind, word in (("person", "A person"), ("org", "A company"), ("deal", "A deal")):
        example = next((card for card in best if card.kind == kind and not card.anonymous), None)
        if example:
            buttons.append({"label": f"{word}: {example.name}", "action": f"look {example.id}"})
    hint = "Type a person, company, lab or deal above, click one in the network, or open an example."
    if not buttons:
        hint = (
            "Nothing is known here that one could open. Load a set on the page Data, or know on a later day."
        )
    return [{"type": "empty", "fact": "Start with a name", "hint": hint, "buttons": buttons}]
