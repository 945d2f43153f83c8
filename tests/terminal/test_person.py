"""Somebody at a real terminal: colour, questions, progress."""

import os
import select
import sys
from pathlib import Path

import pytest
from terminal import ESCAPE, PROGRAM, Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")


def at_a_terminal(terminal: Terminal, *words: str, typed: bytes = b"", **environment: str) -> str:
    """What a pseudo-terminal shows; `typed` is typed once a question stands there."""
    import pty

    known = {"TERM": "xterm-256color", "COLUMNS": "100", "TALENTGRAPH_STORE": str(terminal.store)}
    child, end = pty.fork()
    if child == 0:
        os.execve(PROGRAM, [str(PROGRAM), *words], {**os.environ, **known, **environment})
    shown = b""
    while select.select([end], [], [], 60)[0]:
        try:
            part = os.read(end, 65_536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not part:
            break
        shown += part
        if typed and b"[y/N]" in shown:
            os.write(end, typed)
            typed = b""
    os.waitpid(child, 0)
    os.close(end)
    return shown.decode()


def test_headings_stand_out(ledger: Terminal) -> None:
    """At a terminal the heading is bold; nothing is left of progress where nothing took long."""
    shown = at_a_terminal(ledger, "moves", "Alexandr Wang")
    assert shown.startswith("\x1b[1mMoves of Alexandr Wang")


def test_json_has_no_colour(ledger: Terminal) -> None:
    """JSON has no escape codes at a terminal either."""
    assert not ESCAPE.search(at_a_terminal(ledger, "moves", "Alexandr Wang", "--json"))


def test_a_long_load_is_watched(empty: Terminal, articles: Path) -> None:
    """At a terminal a load draws a bar and takes it away again; the report stays."""
    shown = at_a_terminal(empty, "load", str(articles))
    assert "━" in shown
    assert "\x1b[?25h" in shown
    assert "two-articles: " in shown.rpartition("\x1b[2K")[2]


def test_forget_takes_no_for_an_answer(empty: Terminal, articles: Path) -> None:
    """Asked at a terminal, `n` erases nothing and `y` erases."""
    empty.ask("load", str(articles))
    before = empty.dump()
    assert "Nothing was erased" in at_a_terminal(empty, "forget", "Deedy Das", typed=b"n\n")
    assert empty.dump() == before
    assert "Erased" in at_a_terminal(empty, "forget", "Deedy Das", typed=b"y\n")
    assert "Deedy" not in empty.dump()


def test_moves_of_a_year_and_of_a_month(ledger: Terminal) -> None:
    """A window may be given by years and months, from the first day of one to the last of another."""
    by_day = ledger.ask("moves", "--from", "2025-01-01", "--until", "2025-06-30", "--json").json["moves"]
    assert by_day
    assert ledger.ask("moves", "--from", "2025", "--until", "2025-06", "--json").json["moves"] == by_day
    assert ledger.ask("moves", "--from", "2025-13").code == 2
