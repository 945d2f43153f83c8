"""Above and below every answer: the title, the scope, what was cut off, the sources."""

from __future__ import annotations

from graph.assembly.rows import Certainty, Level
from graph.model.text import first_upper
from graph.queries.answers.reply import Reply
from graph.queries.words.sentences import day_text
from graph.store.answers import Cut
from graph.store.scope import Scope
from talentgraph.terminal.notes import Notes
from talentgraph.terminal.screen import Screen


def head(reply: Reply, screen: Screen) -> None:
    screen.heading(reply.title)
    scope = scope_text(reply.scope)
    if scope:
        screen.line(scope, style="dim")
    screen.gap()


def foot(reply: Reply, screen: Screen, notes: Notes) -> None:
    ends = [cut_text(cut) for cut in reply.cuts]
    if reply.undated:
        ends.append(f"Left out because nothing dates them: {reply.undated:,} of the links.")
    for part in (ends, notes.lines()):
        if part:
            screen.gap()
        for line in part:
            screen.line(line, style="dim", hang=4)


def scope_text(scope: Scope) -> str:
    """What was chosen other than by default; empty if nothing was."""
    parts = []
    if scope.true_on is not None:
        parts.append(f"true on {day_text(scope.true_on)}, {_at_least(scope.certainty)}")
    if scope.known_on is not None:
        parts.append(f"known on {day_text(scope.known_on)}")
    if scope.level is Level.FIRM:
        parts.append("confirmed claims only")
    if scope.level is Level.ALL:
        parts.append("rumours too")
    if scope.relations:
        parts.append(f"only {', '.join(sorted(scope.relations))}")
    text = "; ".join(parts)
    return first_upper(text)


def cut_text(cut: Cut) -> str:
    """`Cut off at 20 (search_results); 12 more. Type more of the name.`"""
    more = "there is more" if cut.left_out is None else f"{cut.left_out:,} more"
    return f"Cut off at {cut.allowed:,.10g} ({cut.limit}); {more}. {cut.hint}".strip()


def _at_least(certainty: Certainty) -> str:
    return "certain" if certainty is Certainty.CERTAIN else f"at least {certainty}"
