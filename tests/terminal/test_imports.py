"""The terminal stays light: what draws, plots or serves is not imported for a question."""

import sys
from pathlib import Path

from processes import run
from terminal import Terminal

HEAVY = ("matplotlib", "numpy", "pandas", "pyvis", "scipy", "streamlit", "tornado")
ASK = """
import sys
{planted}
from talentgraph.cli import app
app(sys.argv[1:], standalone_mode=False)
print(*sorted({{name.partition(".")[0] for name in sys.modules}}))
"""


def imported(terminal: Terminal, *words: str, planted: str = "") -> set[str]:
    """The top names of all modules in memory once the command is done."""
    script = ASK.format(planted=planted)
    answer = run([sys.executable, "-c", script, *words, "--store", terminal.store], Path.cwd())
    assert answer.returncode == 0, answer.stderr
    return set(answer.stdout.splitlines()[-1].split())


def test_moves_imports_nothing_heavy(ledger: Terminal) -> None:
    """`talentgraph moves` imports no streamlit, pandas, pyvis, matplotlib or numpy; a planted one is seen."""
    assert "pandas" in imported(ledger, "moves", "Alexandr Wang", planted="import pandas")
    assert imported(ledger, "moves", "Alexandr Wang").isdisjoint(HEAVY)


def test_json_imports_nothing_heavy(ledger: Terminal) -> None:
    """Neither does any other question, as JSON or as text."""
    for words in (("show", "Meta"), ("path", "Meta", "OpenAI", "--json"), ("conflicts",)):
        assert imported(ledger, *words).isdisjoint(HEAVY)
