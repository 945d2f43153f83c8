"""Pages about the ledger itself."""

from __future__ import annotations

from collections.abc import Sequence

from graph.queries.ledger.changes import Changes, Tally
from graph.queries.ledger.findings import KINDS
from graph.queries.ledger.quality import MEASURES, Quality, Row
from graph.queries.people.turns import CONTINUED, OPENED, SETTLED, Turn
from graph.queries.words.sentences import claim_text, day_text
from talentgraph.terminal.notes import Notes
from talentgraph.terminal.pages.money import disagreements
from talentgraph.terminal.screen import Screen

_TURNS = {
    OPENED: "Disagreements opened",
    CONTINUED: "Disagreements that went on, with other claims",
    SETTLED: "Disagreements settled",
}
_FINDINGS = {
    "dangling": "Dangling",
    "impossible": "Impossible",
    "overlapping": "Overlapping stints of one person",
}


def changes(reply: Changes, screen: Screen, notes: Notes) -> None:
    """Counts, then claims known since, claims withdrawn since, disagreements by what became of them."""
    if not reply.changes:
        screen.line("Nothing became known and nothing was withdrawn.")
        return
    _counts(reply, screen)
    _known(reply, screen, notes)
    _withdrawn(reply, screen, notes)
    for change, title in _TURNS.items():
        turns = reply.turned(change)
        for words, withdrawn in ((title, False), (f"{title} by a withdrawal", True)):
            told = [turn for turn in turns if bool(turn.withdrawn) is withdrawn]
            if told:
                _turns(reply, words, told, screen, notes)


def _counts(reply: Changes, screen: Screen) -> None:
    screen.line(_tally(reply.total))
    for tally in reply.sets if len(reply.sets) > 1 else ():
        screen.line(f"{tally.id}: {_tally(tally)}", indent=2)
    if reply.undated_sources:
        screen.line(f"{_claims(reply.undated_sources)} on undated pages count from the day of reading.")


def _tally(tally: Tally) -> str:
    return f"{_claims(tally.known)} known since, {tally.withdrawn:,} withdrawn since."


def _known(reply: Changes, screen: Screen, notes: Notes) -> None:
    own = [e for e in reply.found(reply.known) if e.source.kind == "derived"]
    rows = [
        (day_text(e.known_from), claim_text(e, reply.name), str(e.claim.status), notes.cite([e]))
        for e in reply.found(reply.known)
        if e.source.kind != "derived"
    ]
    if rows:
        _section(f"Known since ({len(rows):,})", screen)
        screen.table(("Since", "Claim", "Status", "Sources"), rows)
    if own:
        screen.gap()
        screen.line(f"Not listed: {_claims(len(own))} in which sets say what their entities are called.")


def _withdrawn(reply: Changes, screen: Screen, notes: Notes) -> None:
    rows = [
        (day_text(gone.day), claim_text(e, reply.name), str(e.claim.status), gone.set_id, notes.cite([e]))
        for gone in reply.withdrawn
        for e in reply.found([gone.id])
    ]
    if rows:
        _section(f"Withdrawn since ({len(rows):,})", screen)
        screen.table(("On", "Claim", "Status", "By a load of", "Sources"), rows)


def _turns(reply: Changes, title: str, turns: Sequence[Turn], screen: Screen, notes: Notes) -> None:
    _section(f"{title} ({len(turns):,})", screen)
    disagreements(reply, [turn.disagreement for turn in turns], screen, notes)


def quality(reply: Quality, screen: Screen, notes: Notes) -> None:
    """The shares of all, each with what it means, then counts by set and organisation, then findings."""
    whole = reply.rows[0]
    screen.line(f"{whole.stints:,} stint{'' if whole.stints == 1 else 's'}. Of these have")
    shares = [
        (measure.name, f"{n:,}{_percent(whole.share(n))}", measure.definition)
        for measure, n in zip(MEASURES, whole.have, strict=True)
    ]
    screen.table(("", "Stints", "Which means that"), shares)
    if len(reply.rows) > 1:
        screen.gap()
        heads = ("Of", "Stints", *(m.name.capitalize() for m in MEASURES), *(k.capitalize() for k in KINDS))
        screen.table(heads, [_row(reply, row) for row in reply.rows[1:]])
    for kind in KINDS:
        findings = reply.of_kind(kind)
        if findings:
            _section(f"{_FINDINGS[kind]} ({len(findings):,})", screen)
            rows = [(finding.text, notes.cite(reply.found(finding.claims))) for finding in findings]
            screen.table(("What", "Sources"), rows)


def _row(reply: Quality, row: Row) -> tuple[str, ...]:
    return (reply.label(row), f"{row.stints:,}", *map(str, row.have), *(str(n or "") for n in row.findings))


def _percent(share: float | None) -> str:
    return "" if share is None else f" ({100 * share:.0f} %)"


def _claims(n: int) -> str:
    return f"{n:,} claim{'' if n == 1 else 's'}"


def _section(title: str, screen: Screen) -> None:
    screen.gap()
    screen.heading(title)
