"""Why there is no path: wider questions, really asked, until one finds something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.assembly.rows import Certainty, Level
from graph.model.days import FUTURE, PAST, iso
from graph.queries.answers.reading import Budget, Reopen
from graph.queries.answers.reply import namer
from graph.queries.words.question import Question
from graph.queries.words.sentences import Names, day_text, named
from graph.store.answers import Cut, Path
from graph.store.base import View
from graph.store.scope import Scope

_FURTHER = (1, 2)  # more hops, tried one after the other
_MODES = {"any": "any", "together": "together", "in_order": "in order", "at_once": "at once"}


@dataclass(frozen=True, slots=True)
class Widening:
    """A wider question and what it gives. `name`: mode, relations, kinds, without, true_on, known_on, level,
    hops, hub, certainty, all. `value`: what to set instead (a mode, a number, an ISO day; empty: no limit).
    """

    name: str
    value: str
    sentence: str
    path: Path | None


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why nothing was found: `sentence` in words; `tried` in order, up to the first that helps.

    `complete`: nothing was cut off on the way. Complete without help: not connected within the hops tried.
    """

    sentence: str
    tried: tuple[Widening, ...]
    complete: bool

    @property
    def helps(self) -> Widening | None:
        return next((w for w in self.tried if w.path), None)


@dataclass(frozen=True, slots=True)
class _Wider:
    """A wider question, not asked yet. `words` begin the sentence that says what it finds.

    `seeks`: it has no day, and the nearest day with a path is what is wanted.
    """

    name: str
    value: str
    words: str
    question: Question
    scope: Scope
    seeks: bool = False


def explain(
    view: View, question: Question, cuts: tuple[Cut, ...], budget: Budget, reopen: Reopen | None
) -> WhyNot:
    """Ask wider questions, each lifting one limit, at last all; stop at the first that finds a path."""
    tried: list[Widening] = []
    complete = not cuts
    names = namer(view.entities((*question.starts, *question.ends)))
    for wider in _widenings(question, view.scope, reopen is not None):
        if budget.is_spent:
            complete = False
            break
        opened = view if wider.scope == view.scope or reopen is None else reopen(wider.scope)
        found, cut, _ = wider.question.ask(opened, budget)
        complete = complete and not cut
        if found and wider.seeks and reopen:
            dated, found = _on_a_day(wider, found, view.scope, budget, reopen)
            tried.append(_answered(dated, found, opened))
        else:
            tried.append(_answered(wider, found, opened))
        if found:
            break
    return WhyNot(_sentence(question, view.scope, tried, complete, names), tuple(tried), complete)


def _widenings(question: Question, scope: Scope, reopens: bool) -> Iterator[_Wider]:
    """One limit lifted at a time, then all."""
    yield from _of_question(question, scope)
    if reopens:
        yield from _of_scope(question, scope)
    longest = question.hops + _FURTHER[-1]
    for more in _FURTHER:
        hops = question.hops + more
        yield _Wider("hops", str(hops), f"With up to {hops} steps", replace(question, hops=hops), scope)
    free = replace(question, hub=FUTURE)
    yield _Wider("hub", "", "Through names of very many links", free, scope)
    if reopens and _is_timed(question, scope):
        possible = replace(scope, certainty=Certainty.POSSIBLE)
        words = "With what was merely possible then"
        yield _Wider("certainty", Certainty.POSSIBLE, words, question, possible)
    if reopens and scope.true_on is not None:
        yield _Wider("true_on", "", "With no day set", question, replace(scope, true_on=None))
    bare = replace(free, mode="any", hops=longest, without=(), kinds=(), relations=())
    widest = Scope(level=Level.ALL, certainty=Certainty.POSSIBLE) if reopens else scope
    yield _Wider("all", "", "Only with every limit lifted", bare, widest)


def _of_question(question: Question, scope: Scope) -> Iterator[_Wider]:
    wider_modes = {"together": ("in_order", "any"), "at_once": ("in_order", "any"), "in_order": ("any",)}
    for mode in wider_modes.get(question.mode, ()):
        yield _Wider("mode", mode, f"With “{_MODES[mode]}”", _in_mode(question, mode), scope)
    if question.relations:
        yield _Wider("relations", "", "With all relations", replace(question, relations=()), scope)
    if question.kinds:
        yield _Wider("kinds", "", "Through names of any kind", replace(question, kinds=()), scope)
    if question.without:
        yield _Wider("without", "", "Through the names left out", replace(question, without=()), scope)


def _of_scope(question: Question, scope: Scope) -> Iterator[_Wider]:
    if scope.relations:
        wider = replace(scope, relations=frozenset[str]())
        yield _Wider("relations", "", "With all relations", question, wider)
    if scope.true_on is not None:
        anyday = replace(scope, true_on=None)
        yield _Wider("true_on", "", "On every other day", question, anyday, seeks=True)
    if scope.known_on is not None:
        words = f"With sources later than {day_text(scope.known_on)}"
        yield _Wider("known_on", "", words, question, replace(scope, known_on=None))
    for level in list(Level)[list(Level).index(scope.level) + 1 :]:
        words = f"At the level “{level}”"
        yield _Wider("level", level, words, question, replace(scope, level=level))


def _in_mode(question: Question, mode: str) -> Question:
    return replace(question, mode="any" if mode == "any" else "in_order")


def _is_timed(question: Question, scope: Scope) -> bool:
    return scope.certainty is not Certainty.POSSIBLE and (scope.true_on is not None or question.mode != "any")


def _on_a_day(
    wider: _Wider, found: tuple[Path, ...], scope: Scope, budget: Budget, reopen: Reopen
) -> tuple[_Wider, tuple[Path, ...]]:
    """The nearest later day with a path, else the nearest earlier one, else nothing."""
    asked = scope.true_on or PAST
    days = {row.span(scope.certainty)[0] for path in found for hop in path.hops for row in hop}
    known = sorted(day for day in days if PAST < day < FUTURE)
    for day in (*(d for d in known if d > asked), *(d for d in reversed(known) if d < asked)):
        if budget.is_spent:
            break
        then = replace(scope, true_on=day)
        paths, _, _ = wider.question.ask(reopen(then), budget)
        if paths:
            words = f"{'From' if day > asked else 'On'} {day_text(day)}{' on' if day > asked else ''}"
            return replace(wider, value=iso(day), words=words, scope=then), paths
    return wider, ()


def _answered(wider: _Wider, found: tuple[Path, ...], view: View) -> Widening:
    path = found[0] if found else None
    return Widening(wider.name, wider.value, _said(wider, path, view), path)


def _said(wider: _Wider, path: Path | None, view: View) -> str:
    if path is None:
        return f"{wider.words} there is none either"
    name = namer(view.entities(path.entities))
    steps = len(path.hops)
    verb = "is there" if wider.words.startswith("Only") else "there is"
    inner = _joined(named(id_, name) for id_ in path.entities[1:-1])
    through = f" through {inner}" if inner else ""
    return f"{wider.words} {verb} {'a direct link' if steps == 1 else f'a path of {steps} steps'}{through}"


def _sentence(
    question: Question, scope: Scope, tried: Iterable[Widening], complete: bool, name: Names
) -> str:
    ends = " and ".join(" or ".join(map(name, group)) for group in (question.starts, question.ends))
    when = f" on {day_text(scope.true_on)}" if scope.true_on is not None else ""
    head = f"No path between {ends}{when}."
    helps = next((w for w in tried if w.path), None)
    if helps:
        return f"{head} {helps.sentence}."
    if not complete:
        return f"{head} What lies further out was not all looked at: the limits of the question were reached."
    longest = question.hops + _FURTHER[-1]
    return f"{head} They are not connected within {longest} steps, with every limit lifted."


def _joined(names: Iterable[str]) -> str:
    given = list(names)
    return " and ".join(filter(None, (", ".join(given[:-1]), given[-1]))) if given else ""
