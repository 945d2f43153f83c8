"""Who belonged to whom on a day: dated `part_of`, and `became` from predecessor to successor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph.assembly.evidence import Evidence
from graph.assembly.levels import asserted, is_weak
from graph.model.days import FUTURE, PAST
from graph.model.when import Form


class Kin(StrEnum):
    """How an organisation stands to another on a day."""

    SAME = "same"
    BROADER = "broader"
    NARROWER = "narrower"
    SUCCESSOR = "successor"
    PREDECESSOR = "predecessor"
    SIBLING = "sibling"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class _Link:
    """To another organisation, on `[lo, hi)`. Not `dated`: merely seen, so held to be so always."""

    other: str
    lo: int
    hi: int
    dated: bool
    weak: bool

    @property
    def rank(self) -> tuple[bool, bool, int, str]:
        """The link to follow is the least: undisputed, dated, latest, then by id."""
        return (self.weak, not self.dated, -self.lo, self.other)


class Structure:
    """The `part_of` and `became` claims that stand, at every level, read as a tree for each day."""

    def __init__(self, evidence: Iterable[Evidence] = ()) -> None:
        self._wholes: dict[str, list[_Link]] = defaultdict(list)
        self._heirs: dict[str, list[_Link]] = defaultdict(list)
        for each in asserted(evidence):
            if each.claim.relation == "part_of":
                self._wholes[each.claim.subject].append(_part_of(each))
            elif each.claim.relation == "became":
                self._heirs[each.claim.subject].append(_became(each))
        for links in self._wholes.values():
            dated = {link.other for link in links if link.dated}
            links[:] = sorted((k for k in links if k.dated or k.other not in dated), key=lambda k: k.rank)
        for links in self._heirs.values():
            links.sort(key=lambda link: link.rank)

    def company_of(self, org: str, day: int) -> str:
        """The top of the tree above an organisation on a day; of a circle, its first id."""
        chain = self.chain(org, day)
        after = self._next(chain[-1], day)
        return chain[-1] if after is None else min(chain[chain.index(after) :])

    def chain(self, org: str, day: int) -> list[str]:
        """The organisation and what it belongs to, upwards. Ends before it would repeat itself."""
        chain = [org]
        while (above := self._next(chain[-1], day)) is not None and above not in chain:
            chain.append(above)
        return chain

    def became(self, org: str, other: str) -> bool:
        """Whether `other` is a successor of `org`, at any distance and time."""
        seen, todo = {org}, [org]
        while todo:
            for link in self._heirs.get(todo.pop(), ()):
                if link.other not in seen:
                    seen.add(link.other)
                    todo.append(link.other)
        return other in seen and other != org

    def kin(self, org: str, other: str, day: int) -> Kin:
        """How `other` stands to `org` on a day."""
        if org == other:
            return Kin.SAME
        if self.became(org, other):
            return Kin.SUCCESSOR
        if self.became(other, org):
            return Kin.PREDECESSOR
        if other in self.chain(org, day):
            return Kin.BROADER
        if org in self.chain(other, day):
            return Kin.NARROWER
        same = self.company_of(org, day) == self.company_of(other, day)
        return Kin.SIBLING if same else Kin.APART

    def _next(self, org: str, day: int) -> str | None:
        for links in (self._wholes, self._heirs):
            for link in links.get(org, ()):
                if link.lo <= day < link.hi:
                    return link.other
        return None


def _part_of(evidence: Evidence) -> _Link:
    when, weak = evidence.claim.when, is_weak(evidence)
    if when.form is not Form.INTERVAL:
        return _Link(evidence.claim.object, PAST, FUTURE, dated=False, weak=weak)
    return _Link(evidence.claim.object, when.earliest, when.latest, dated=True, weak=weak)


def _became(evidence: Evidence) -> _Link:
    when = evidence.claim.when
    return _Link(evidence.claim.object, when.earliest, FUTURE, dated=True, weak=is_weak(evidence))
