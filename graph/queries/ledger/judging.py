"""Which two are meant when somebody judges, or takes a judgement back, and what that did, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.errors import BadQuestion, NotJudged
from graph.model.text import fold
from graph.queries.network.search import find
from graph.store.answers import Judged
from graph.store.base import View

Two = tuple[str, str]
"""Two ids: the second is read as the first, if they are the same."""


class Verdict(StrEnum):
    SAME = "same"
    DIFFERENT = "different"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Done:
    """What a verdict did. `is_one`: whether the two are read as one now, by whatever judgement."""

    judged: Judged
    verdict: Verdict
    is_one: bool

    def text(self, ids: bool = True) -> str:
        """In one line, with the ids or only the names."""
        judged = self.judged
        one = f"{judged.left_name} ({judged.left})" if ids else judged.left_name
        other = f"{judged.right_name} ({judged.right})" if ids else judged.right_name
        if self.verdict is Verdict.SAME:
            return f"{other} is read as {one} from now on."
        if self.verdict is Verdict.DIFFERENT:
            return f"{one} and {other} are kept apart from now on."
        if self.is_one:
            return f"Taken back; but {one} and {other} are still one, by way of another judgement."
        again = "are two again" if judged.same else "may be asked about again"
        return f"Taken back: {one} and {other} {again}."


def two_meant(view: View, left: str, right: str) -> Two:
    """Names or ids of two that are to be judged.

    Raises NotFound and BadQuestion as `find` does, and BadQuestion where both are read as one already.
    """
    one, other = find(view, left), find(view, right)
    if one.id == other.id:
        fact = f"“{left}” and “{right}” are {one.name} ({one.id}), and nobody else."
        raise BadQuestion(fact, hint="Name two that are not read as one, or undo the judgement.")
    if one.kind != other.kind:
        fact = f"{one.name} and {other.name} are of two kinds, {one.kind} and {other.kind}."
        raise BadQuestion(fact, hint="Name two of one kind.")
    return one.id, other.id


def judgement_meant(view: View, left: str, right: str) -> Judged:
    """The judgement on two, by their ids or by the names that either has by itself, in either order.

    Raises NotJudged where there is none, BadQuestion where there are several.
    """
    found = [each for each in view.summary().judgements if _is_meant(each, left, right)]
    if len(found) > 1:
        known = "; ".join(f"{each.left} and {each.right}" for each in found)
        raise BadQuestion(f"several judgements may be meant: {known}.", hint="Give the two ids.")
    if not found:
        raise NotJudged(left, right)
    return found[0]


def already(view: View, left: str, right: str, verdict: Verdict) -> Judged | None:
    """The judgement on these two ids that says so already: whoever presses twice means it once."""
    for each in view.summary().judgements:
        if {each.left, each.right} == {left, right} and each.same == (verdict is Verdict.SAME):
            return each
    return None


def _is_meant(judged: Judged, left: str, right: str) -> bool:
    sides = ((judged.left, judged.left_name), (judged.right, judged.right_name))
    return any(_names(a, left) and _names(b, right) for a, b in (sides, sides[::-1]))


def _names(side: tuple[str, str], text: str) -> bool:
    id_, name = side
    return text.strip() == id_ or fold(text) == fold(name)
