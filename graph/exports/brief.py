"""A page to paste into a memo: a sentence a claim with its source as a footnote, and where sources disagree.

Markdown with footnotes, as GitHub, pandoc and most editors read it. A path is told hop by hop.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from graph.assembly.conflicts import conflicts
from graph.assembly.evidence import Evidence
from graph.assembly.rows import EdgeRow, Rows
from graph.exports.markdown import Footnotes, escape, speaker
from graph.exports.provenance import about, heading, is_shown_name
from graph.model.entities import kind_of
from graph.model.relations import RELATIONS
from graph.model.vocabulary import Status
from graph.queries.answers.subgraph import Subgraph
from graph.queries.ledger.conflicts import Disagreement, Version, in_words
from graph.queries.words.sentences import claim_text, day_text, edge_text

SECTIONS = {
    "Work": ("works_at", "founded", "studied_at"),
    "Roles": ("holds_role", "leads", "board_of", "advises", "reports_to"),
    "Offers": ("offered",),
    "Deals": ("party_to", "brought", "deal_kind", "deal_amount", "deal_stake", "reached", "holds_stake_in"),
    "Structure": ("part_of", "became", "drawn_from"),
    "Models and products": ("worked_on", "released", "tested_on", "based_on"),
    "Figures": ("measured",),
    "In words": ("said", "first_reported"),
    "Names": ("named", "identified_by"),
}
"""Every relation, under the head of its section."""
_GRADES = {"disagree": "sources disagree", "revised": "revised later", "precision": "one rounds the other"}


def write(subgraph: Subgraph) -> bytes:
    """UTF-8. Facts are told of the focus and of deals, or of all entities where there is no focus."""
    page = _Page(subgraph)
    parts = [
        f"# {escape(heading(subgraph)) or 'Brief'}",
        *page.lead(),
        *page.apart(),
        *page.body(),
        *page.foot(),
    ]
    return ("\n\n".join(parts) + "\n").encode()


class _Page:
    """The parts of the page, to be asked for in order: footnotes are numbered as they come."""

    def __init__(self, subgraph: Subgraph) -> None:
        self._graph = subgraph
        self._notes = Footnotes(self._name)
        self._held = {e.id: e for e in subgraph.claims}
        self._hops = [list(self._edges_of(walk)) for walk in subgraph.walks]
        behind = {id_ for hops in self._hops for _, row in hops for id_, _ in row.claims}
        self._told = [e for e in subgraph.claims if (e.id in behind if subgraph.walks else self._belongs(e))]

    def _name(self, id_: str) -> str:
        return self._graph.names.get(id_) or id_

    def _edges_of(self, walk: Sequence[str]) -> Iterator[tuple[str, EdgeRow]]:
        """Hop by hop: the end that one comes from, and each edge to the next."""
        for start, end in pairwise(walk):
            yield from (
                (start, row) for row in self._graph.edges if {row.subject, row.object} == {start, end}
            )

    def _belongs(self, evidence: Evidence) -> bool:
        subject, focus = evidence.claim.subject, self._graph.focus
        is_edge = RELATIONS[evidence.claim.relation].is_edge
        return is_edge or not focus or subject in focus or kind_of(subject) == "deal"

    def lead(self) -> Iterator[str]:
        """The summary of what the page is about, if it is about one thing."""
        for card in self._graph.entities:
            if self._graph.focus == (card.id,) and card.summary:
                yield escape(card.summary)

    def apart(self) -> Iterator[str]:
        """What sources disagree about, of all that is told."""
        told = {e.id for e in self._told}
        found = [
            in_words(conflict, self._held, self._name)
            for conflict in conflicts(self._graph.claims, Rows(self._graph.edges))
            if not conflict.claims.isdisjoint(told)
        ]
        if found:
            yield "## Where sources disagree"
            yield "\n".join(map(self._disagreement, found))

    def _disagreement(self, item: Disagreement) -> str:
        denied = ", one side denies it" if item.denied else ""
        lines = [f"- {escape(item.question)} ({_GRADES[item.grade]}{denied})"]
        return "\n".join(lines + [f"  - {self._version(version)}" for version in item.versions])

    def _version(self, version: Version) -> str:
        behind = [self._held[id_] for id_ in version.claims if id_ in self._held]
        who = "; ".join(dict.fromkeys(map(self._who, behind)))
        return f"{escape(f'{version.text} ({version.status}): {who}.')}{self._notes.cite(behind)}"

    def _who(self, evidence: Evidence) -> str:
        source, said = evidence.source, speaker(evidence, self._name)
        page = source.publisher or source.title
        return f"{page}, citing {said}" if said and said != page else page

    def body(self) -> Iterator[str]:
        """The paths, else the claims under the heads of their relations."""
        for number, walk in enumerate(self._graph.walks):
            yield from self._walk(number, walk)
        for head, relations in SECTIONS.items() if not self._graph.walks else ():
            found = [
                e for e in self._told if e.claim.relation in relations and not is_shown_name(self._graph, e)
            ]
            if found:
                yield f"## {head}"
                yield "\n".join(self._sentences(sorted(found, key=lambda e: _order(e, relations))))

    def _walk(self, number: int, walk: Sequence[str]) -> Iterator[str]:
        steps = f"{len(walk) - 1} step{'' if len(walk) == 2 else 's'}"
        yield f"## {number + 1}. {escape(' – '.join(map(self._name, walk)))} ({steps})"
        lines = []
        for start, row in self._hops[number]:
            behind = self._graph.evidence(row)
            lines.append(self._line(edge_text(row, behind, self._name, start, self._graph.now), behind))
        if lines:
            yield "\n".join(lines)

    def _sentences(self, claims: Iterable[Evidence]) -> list[str]:
        """A line for each thing that is said, however many say it."""
        said: dict[str, list[Evidence]] = {}
        for evidence in claims:
            status = evidence.claim.status
            # other statuses stand in the sentence, and what is confirmed needs none
            doubt = f" – {status}" if status is Status.REPORTED else ""
            said.setdefault(f"{claim_text(evidence, self._name)}{doubt}", []).append(evidence)
        return [self._line(text, behind) for text, behind in said.items()]

    def _line(self, text: str, behind: Sequence[Evidence]) -> str:
        return f"- {escape(f'{text}.')}{self._notes.cite(behind)}"

    def foot(self) -> Iterator[str]:
        """The day of knowledge, the licence, all that every export says of itself, and the footnotes."""
        graph = self._graph
        day = graph.now if graph.scope.known_on is None else graph.scope.known_on
        known = f"As known on {day_text(day)}. " if day is not None else ""
        yield "## About this page"
        yield f"{known}Licence of the data: {escape(graph.licence) or 'not stated'}."
        yield "\n".join(f"- {escape(f'{name}: {text}')}" for name, text in about(graph))
        if self._told:
            yield f"Claims behind it: {', '.join(f'`{e.id}`' for e in self._told)}."
        if lines := self._notes.lines():
            yield lines


def _order(evidence: Evidence, relations: Sequence[str]) -> tuple[str, int, tuple[int, int, str]]:
    """In time; what is said of one deal stands together, in the order of the relations."""
    claim = evidence.claim
    deal = next((id_ for id_ in (claim.subject, claim.object) if kind_of(id_) == "deal"), "")
    return (deal, relations.index(claim.relation) if deal else 0, evidence.order)
