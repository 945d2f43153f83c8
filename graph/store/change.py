"""The verbs of change, computed once for all engines: each takes a ledger version and makes the next one.

A verb works on a copy, so one that raises leaves everything as before it. What the engine keeps in the end is
`LedgerWriter.ledger`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from graph.errors import BadQuestion, NotFound, NotJudged
from graph.model.claim import Claim
from graph.model.claimset import ClaimSet, Judgement
from graph.model.entities import Entity, is_unnamed, kind_of
from graph.model.source import Source
from graph.store.answers import ForgetReport, LoadReport
from graph.store.base import Progress
from graph.store.checks import check_identifiers, check_whole
from graph.store.erase import hash_of
from graph.store.forget import erase_people, held_back, names_of, remember_people, same_people
from graph.store.identity import check_apart, read_ids
from graph.store.ledger import ERASE, FORGET, Definition, HeldClaim, Ledger, Load, SetInfo
from graph.store.needed import keep_needed
from graph.store.recompute import recompute
from graph.store.scope import Scope
from graph.store.snapshot import Snapshot
from graph.store.view import SnapshotView, view_of

D = TypeVar("D", Entity, Source)


class LedgerWriter:
    """A Writer over a ledger in memory. `snapshot` is the newest version, with all that was done so far."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot

    @property
    def ledger(self) -> Ledger:
        return self.snapshot.ledger

    def view(self, scope: Scope | None = None) -> SnapshotView:
        """See `Writer.view`."""
        return view_of(self.snapshot, scope or Scope())

    def load(self, claim_set: ClaimSet, progress: Progress | None = None) -> LoadReport:
        """See `Writer.load`."""
        return self.load_all((claim_set,), progress)[0]

    def load_all(
        self, claim_sets: Sequence[ClaimSet], progress: Progress | None = None
    ) -> tuple[LoadReport, ...]:
        """See `Writer.load_all`."""
        ledger = self.ledger.copy()
        reports = []
        for done, given in enumerate(claim_sets):
            if progress:
                progress("compare", done, len(claim_sets))
            kept, held = held_back(ledger, given)
            report = _put(ledger, kept)
            reports.append(replace(report, held_back=held, warnings=kept.warnings, excluded=kept.excluded))
        keep_needed(self.ledger, ledger)
        check_whole(ledger, [report.set_id for report in reports])
        _erase_former(self.ledger, ledger, (id_ for given in claim_sets for id_ in given.unnames))
        _erase_the_unnamed(self.ledger, ledger)
        self._settle(ledger, progress)
        return tuple(replace(each, withdrawn=_still_gone(ledger, each.withdrawn)) for each in reports)

    def withdraw(self, set_id: str) -> LoadReport:
        """See `Writer.withdraw`."""
        if set_id not in self.ledger.sets:
            known = tuple((id_, info.title) for id_, info in sorted(self.ledger.sets.items()))
            raise NotFound(set_id, known)
        ledger = self.ledger.copy()
        number = _count(ledger, "withdraw", set_id)
        gone = _replace_claims(ledger, set_id, (), number)
        _replace_definitions(ledger, set_id, None)
        del ledger.sets[set_id]
        keep_needed(self.ledger, ledger)
        self._settle(ledger)
        return LoadReport(set_id, number, 0, 0, withdrawn=gone)

    def judge(self, judgement: Judgement) -> None:
        """See `Writer.judge`."""
        left, right = judgement.left, judgement.right
        if left == right or kind_of(left) != kind_of(right):
            raise BadQuestion(f"{left} and {right} cannot be the same.", hint="Name two ids of one kind.")
        if is_unnamed(left) or is_unnamed(right):
            raise BadQuestion(
                "unnamed people are never merged.", place=right, hint="Name two people who are named."
            )
        for id_ in (left, right):
            if hash_of(self.ledger.key, id_) in self.ledger.forgotten:
                raise NotFound(id_)
        ledger = self.ledger.copy()
        pair = (min(left, right), max(left, right))
        if ledger.judgements.get(pair) == judgement:
            return
        ledger.judgements[pair] = judgement
        check_apart(
            read_ids(ledger.entities.values(), ledger.judgements.values()), ledger.judgements.values()
        )
        check_identifiers(ledger)
        _count(ledger, "judge")
        self._settle(ledger)

    def unjudge(self, left: str, right: str) -> None:
        """See `Writer.unjudge`."""
        ledger = self.ledger.copy()
        if ledger.judgements.pop((min(left, right), max(left, right)), None) is None:
            raise NotJudged(left, right)
        _count(ledger, "unjudge")
        self._settle(ledger)

    def forget(self, id_: str) -> ForgetReport:
        """See `Writer.forget`."""
        meant = self.snapshot.ids.get(id_, id_)
        if kind_of(meant) != "person" or not self.snapshot.is_known(meant):
            raise NotFound(id_)
        ledger = self.ledger.copy()
        people = same_people(ledger, (meant,))
        names = names_of(people, (held.claim for held in ledger.claims.values()))
        number = _count(ledger, FORGET)
        remember_people(ledger, people, number)
        report = erase_people(ledger, people, names, number)
        self._settle(ledger)
        return report

    def _settle(self, ledger: Ledger, progress: Progress | None = None) -> None:
        if ledger.version != self.ledger.version:
            self.snapshot = recompute(self.snapshot, ledger, progress)


def _erase_former(before: Ledger, ledger: Ledger, ids: Iterable[str]) -> None:
    """Erases those whom a set says to be unnamed now, and holds back what would name them again."""
    news = [id_ for id_ in ids if hash_of(ledger.key, id_) not in ledger.forgotten]
    if not news:
        return
    people = same_people(before, news) | same_people(ledger, news)
    names = names_of(people, (held.claim for held in ledger.claims.values()))
    number = _count(ledger, ERASE)
    remember_people(ledger, people, number)
    erase_people(ledger, people, names, number)


def _erase_the_unnamed(before: Ledger, ledger: Ledger) -> None:
    """Erases whoever became unnamed: named by claims just withdrawn, and by no live claim any more.

    They are not held back later, since nothing says for sure that they are the one who is unnamed now.
    """
    if not {id_ for _, id_ in ledger.entities if is_unnamed(id_)} - {id_ for _, id_ in before.entities}:
        return
    live = {id_ for held in ledger.live() for id_ in held.claim.entities()}
    was = {id_ for held in before.live() for id_ in held.claim.entities()}
    people = frozenset(id_ for id_ in was - live if kind_of(id_) == "person" and not is_unnamed(id_))
    if people:
        names = names_of(people, (held.claim for held in ledger.claims.values()))
        erase_people(ledger, people, names, _count(ledger, ERASE))


def _put(ledger: Ledger, given: ClaimSet) -> LoadReport:
    """Make the ledger's copy of the set equal to it. Counts a load only if that changes anything."""
    info = SetInfo(given.id, given.title, given.licence, given.compiled, given.made)
    mine = set(ledger.held_by(given.id))
    news = {claim.id: claim for claim in given.claims}
    same = ledger.sets.get(given.id) == info and mine == news.keys()
    if same and not _replace_definitions(ledger, given.id, given):
        return LoadReport(given.id, ledger.version, 0, len(mine))
    number = _count(ledger, "load", given.id)
    ledger.sets[given.id] = info
    _replace_definitions(ledger, given.id, given)
    gone = _replace_claims(ledger, given.id, given.claims, number)
    return LoadReport(given.id, number, len(news.keys() - mine), len(news.keys() & mine), withdrawn=gone)


def _replace_definitions(ledger: Ledger, set_id: str, given: ClaimSet | None) -> bool:
    """Whether that changed anything."""
    entities = {(set_id, e.id): e for e in given.entities} if given else {}
    sources = {(set_id, s.id): s for s in given.sources} if given else {}
    return _swap(ledger.entities, set_id, entities) | _swap(ledger.sources, set_id, sources)


def _swap(table: dict[Definition, D], set_id: str, news: dict[Definition, D]) -> bool:
    mine = {key: value for key, value in table.items() if key[0] == set_id}
    if mine == news:
        return False
    for key in mine.keys() - news.keys():
        del table[key]
    table.update((key, value) for key, value in news.items() if mine.get(key) != value)
    return True


def _replace_claims(ledger: Ledger, set_id: str, claims: Iterable[Claim], number: int) -> tuple[str, ...]:
    """The ids of claims that no set holds any more."""
    news = {claim.id: claim for claim in claims}
    gone = []
    for id_ in set(ledger.held_by(set_id)) - news.keys():
        held = ledger.claims[id_]
        sets = tuple(s for s in held.sets if s != set_id)
        ledger.claims[id_] = replace(held, sets=sets, withdrawn=None if sets else number)
        if not sets:
            gone.append(id_)
    for id_, claim in news.items():
        held = ledger.claims.get(id_, HeldClaim(claim, ()))
        if set_id not in held.sets:
            brought = held.loaded if held.sets else number
            ledger.claims[id_] = HeldClaim(held.claim, tuple(sorted({*held.sets, set_id})), loaded=brought)
    return tuple(sorted(gone))


def _still_gone(ledger: Ledger, ids: Iterable[str]) -> tuple[str, ...]:
    """Without those that a later set of the same load holds."""
    return tuple(id_ for id_ in ids if id_ not in ledger.claims or not ledger.claims[id_].sets)


def _count(ledger: Ledger, verb: str, set_id: str = "") -> int:
    """Start the next version. Its number."""
    number = ledger.version + 1
    ledger.loads[number] = Load(number, datetime.now(UTC).date().toordinal(), verb, set_id)
    return number
