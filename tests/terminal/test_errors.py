"""One line on standard error: fact, place, hint. Never a traceback, never a half load."""

import os
import stat
from pathlib import Path

import pytest
from terminal import Terminal, changed, is_one_line

LLAMA = "org:meta,released,work:llama,,2023-02,"
BROKEN = {
    "a bad date": ("claims.csv", LLAMA, LLAMA.replace("2023-02", "2023-13"), "2023-13"),
    "a date of a spreadsheet": ("claims.csv", LLAMA, LLAMA.replace("2023-02", "Feb-23"), "spreadsheet"),
    "a number of a spreadsheet": ("claims.csv", ",15bn,15bn,", ",1.5E+10,15bn,", "1.5E+10"),
    "an unknown relation": ("claims.csv", ",works_at,org:menlo", ",worked_at,org:menlo", "worked_at"),
    "an unknown entity": ("claims.csv", "works_at,org:menlo-ventures", "works_at,org:menlo", "org:menlo"),
    "an end before its start": ("claims.csv", "2025-04/2025-07-03", "2025-07-03/2025-04", "before it starts"),
    "a wrong header": ("claims.csv", "key,subject,relation", "key,subject,verb", "verb"),
}


@pytest.fixture
def loaded(empty: Terminal, articles: Path) -> Terminal:
    assert empty.ask("load", str(articles)).code == 0
    return empty


def refuse(terminal: Terminal, articles: Path) -> str:
    """The one line that a broken set is refused with; the ledger is as before."""
    before = terminal.dump()
    said = terminal.ask("load", str(articles))
    assert (said.code, said.out) == (2, "")
    assert is_one_line(said.err), said.err
    assert said.err.startswith("Error: ")
    assert terminal.dump() == before != ""
    return said.err


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_set_is_refused(loaded: Terminal, articles: Path, case: str) -> None:
    """The line names the file, the line in it and the fact; the dump is as before."""
    file, old, new, fact = BROKEN[case]
    changed(articles, file, old, new)
    said = refuse(loaded, articles)
    assert f"{file}, line " in said
    assert fact in said


def test_an_unterminated_quote_is_refused(loaded: Terminal, articles: Path) -> None:
    """A quote that never ends does not swallow the rest in silence."""
    with (articles / "claims.csv").open("a", encoding="utf-8") as file:
        file.write('r99,org:meta,released,work:llama,,2023-02,,,,,,,,reported,,register-meta-offer,"p1,,\n')
    assert "claims.csv" in refuse(loaded, articles)


def test_another_encoding_is_refused(loaded: Terminal, articles: Path) -> None:
    """A file that is not UTF-8 is named."""
    path = articles / "entities.csv"
    path.write_bytes(path.read_text(encoding="utf-8").replace("Cohere", "Coh\u00e8re").encode("latin-1"))
    assert "entities.csv" in refuse(loaded, articles)


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        (("show", "Nobody Atall Whatsoever"), 1, "Nobody and nothing is called"),
        (("moves", "Ilya Xyz Abc"), 1, "Nobody and nothing is called"),
        (("path", "Meta", "OpenAI", "-k", "5000"), 2, "5000"),
        (("moves", "--true-on", "June"), 2, "--true-on: “June” is not a day."),
        (("moves", "--relation", "loves"), 2, "“loves” is not a relation."),
        (("search", "Meta", "--kind", "robot"), 2, "“robot” is not a kind."),
        (("export", "Meta", "--output", "meta.docx"), 2, ".docx"),
        (("export", "Meta", "--format", "gexf", "--output", "/nowhere/meta.gexf"), 2, "/nowhere/meta.gexf"),
        (("moves", "--from", "2025-02-01", "--until", "2025-01-01"), 2, "ends before it starts"),
        (("load", "/nowhere"), 2, "/nowhere"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_bad_question_is_one_line(ledger: Terminal, words: tuple[str, ...], code: int, part: str) -> None:
    """Each kind of question that cannot be answered has its exit code and one line that says why."""
    said = ledger.ask(*words)
    assert (said.code, said.out) == (code, "")
    assert is_one_line(said.err), said.err
    assert part in said.err


def test_near_names_are_suggested(ledger: Terminal) -> None:
    """A name that is nobody's, but near one, is answered with that one."""
    assert "Sutskever" in ledger.ask("show", "Ilja Sutzkefer Levi").err


def test_an_unknown_option_is_said(ledger: Terminal) -> None:
    """A wrong option or command: exit 2, and the last line says what is wrong."""
    said = ledger.run("moves", "--colour")
    assert said.code == 2
    assert "Error: No such option: --colour" in said.err.splitlines()[-1]
    assert "Traceback" not in said.err


def test_a_ledger_that_is_none_is_said(tmp_path: Path) -> None:
    """A file that is no ledger: exit 3, one line that names it, and the file is left as it was."""
    file = tmp_path / "letter.txt"
    file.write_text("Dear reader, " * 100)
    said = Terminal(file).run("moves", "Meta")
    assert said.code == 3
    assert is_one_line(said.err), said.err
    assert str(file) in said.err
    assert file.read_text() == "Dear reader, " * 100


@pytest.mark.skipif(os.name == "nt", reason="no such folder")
def test_a_folder_that_cannot_be_made_is_said() -> None:
    """A store where no folder can be: exit 3, one line."""
    said = Terminal(Path("/proc/nowhere/ledger.db")).ask("moves", "Meta")
    assert said.code == 3
    assert is_one_line(said.err), said.err


def test_a_wrong_setting_is_said(ledger: Terminal) -> None:
    """A setting with a wrong value: exit 2, one line that names the variable."""
    said = ledger.run("moves", "Meta", TALENTGRAPH_HOPS="many")
    assert said.code == 2
    assert is_one_line(said.err), said.err
    assert "TALENTGRAPH_HOPS" in said.err


def test_no_text_steers_the_terminal(ledger: Terminal) -> None:
    """A search that holds escape sequences is told without them; what it holds of text is kept."""
    asked = ledger.ask("search", "qqqzzz\x1b[31m\x1b]0;title\x07\u202e")
    assert "qqqzzz" in asked.out + asked.err
    assert not set("\x1b\x07\u202e") & set(asked.out + asked.err)


def test_a_saved_file_is_as_open_as_asked(ledger: Terminal, tmp_path: Path) -> None:
    """A new file follows the umask, an old one keeps mode and links; a dump is its owner's alone."""
    file, linked = tmp_path / "moves.csv", tmp_path / "link.csv"
    mask = os.umask(0o077)
    try:
        assert ledger.ask("moves", "Alexandr Wang", "--save", str(file)).code == 0
    finally:
        os.umask(mask)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(0o640)
    linked.symlink_to(file)
    assert ledger.ask("moves", "Alexandr Wang", "--save", str(linked)).code == 0
    assert (linked.is_symlink(), stat.S_IMODE(file.stat().st_mode)) == (True, 0o640)
    dump = tmp_path / "dump.jsonl"
    assert ledger.ask("dump", "--output", str(dump)).code == 0
    assert stat.S_IMODE(dump.stat().st_mode) == 0o600
