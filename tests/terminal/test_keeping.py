"""Load, remove, dump, forget: what changes the ledger, and what does not."""

import json
import re
from pathlib import Path

import pytest
from terminal import Terminal, changed, is_one_line, rows

READING = (
    ("search", "Meta"),
    ("show", "Meta"),
    ("moves",),
    ("colleagues", "Alexandr Wang"),
    ("path", "Meta", "OpenAI"),
    ("neighbours", "Meta"),
    ("conflicts",),
    ("offers",),
    ("deals",),
    ("export", "Meta", "--format", "json", "--output", "-"),
)


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
def test_a_reading_command_fills_an_empty_ledger(
    empty: Terminal, articles: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On an empty ledger a question loads what ships, and says so beside the answer, not in it; once."""
    monkeypatch.setattr("loaders.shipped_sets", lambda: (articles,))  # one is enough
    said = empty.ask(*words)
    assert "The ledger is empty: loading what ships with Talent Graph (two-articles)." in said.err
    assert "loading" not in said.out
    assert said.out
    assert "loading" not in empty.ask(*words).err


def test_all_that_ships_is_loaded(empty: Terminal, checkout: Path) -> None:
    """The folders below seeds/ are the sets that an empty ledger is filled with."""
    said = empty.ask("search", "Meta")
    names = sorted(file.parent.name for file in checkout.glob("seeds/*/dataset.yml"))
    assert f"({', '.join(names)})" in said.err
    held = [json.loads(line) for line in empty.dump().splitlines()]
    assert [record["set"]["id"] for record in held if "set" in record] == names


def test_dump_and_remove_load_nothing(empty: Terminal) -> None:
    """A dump of an empty ledger is empty; a set that is not there cannot be removed: exit 1, one line."""
    assert (empty.ask("dump").out, empty.ask("dump").code) == ("", 0)
    said = empty.ask("remove", "two-articles")
    assert said.code == 1
    assert is_one_line(said.err)
    assert empty.dump() == ""


def test_forget_loads_nothing(empty: Terminal) -> None:
    """Nobody can be forgotten by an empty ledger, and it stays empty."""
    said = empty.ask("forget", "Alexandr Wang", "--yes")
    assert said.code == 1
    assert is_one_line(said.err)
    assert empty.dump() == ""


def test_the_load_tells_what_it_did(empty: Terminal, articles: Path) -> None:
    """The report counts what was added, and lists each statement that was not kept with its reason."""
    said = empty.ask("load", str(articles))
    claims = len(rows(articles, "claims.csv")) - 1
    assert said.code == 0
    assert "two-articles: " in said.out
    added = int(said.out.partition(": ")[2].partition(" added")[0].replace(",", ""))
    assert added >= claims
    not_kept = [row for row in rows(articles, "report.csv") if ",not-kept," in row]
    assert f"{len(not_kept)} statements were not kept" in said.out
    assert "a home of a person" in said.out


def test_loading_twice_changes_nothing(empty: Terminal, articles: Path) -> None:
    """The second load adds and withdraws nothing, and the dump is the same."""
    empty.ask("load", str(articles))
    before = empty.dump()
    said = empty.ask("load", str(articles))
    assert "0 added" in said.out
    assert "0 withdrawn" in said.out
    assert empty.dump() == before


def test_the_order_of_rows_does_not_matter(empty: Terminal, articles: Path, tmp_path: Path) -> None:
    """The same rows upside down give the same dump."""
    empty.ask("load", str(articles))
    for file in ("claims.csv", "entities.csv", "sources.csv"):
        head, *rest = rows(articles, file)
        (articles / file).write_text("\n".join([head, *reversed(rest)]) + "\n", encoding="utf-8")
    other = Terminal(tmp_path / "other.db")
    other.ask("load", str(articles))
    assert other.dump() == empty.dump() != ""


def test_a_mended_date_leaves_one_value(empty: Terminal, articles: Path) -> None:
    """After a date is mended and the set loaded again, the old claim is withdrawn and nothing disagrees."""
    changed(articles, "claims.csv", "released,work:llama,,2023-02,", "released,work:llama,,2024-02,")
    empty.ask("load", str(articles))
    before = empty.ask("conflicts", "--json").json["conflicts"]
    assert "2024-02" in empty.dump()
    changed(articles, "claims.csv", "released,work:llama,,2024-02,", "released,work:llama,,2023-02,")
    said = empty.ask("load", str(articles))
    assert "2 added" in said.out
    assert "2 withdrawn" in said.out
    assert "2024-02" not in empty.dump()
    after = empty.ask("conflicts", "--json").json["conflicts"]
    about = [c for c in after if c["relation"] == "released" and "Llama" in c["question"]]
    assert about == []
    assert len(after) <= len(before)


def test_what_a_load_withdrew_is_told_in_words(empty: Terminal, articles: Path) -> None:
    """Each claim withdrawn is said as a sentence, with source and place of its row, its hash last; ten of
    many, with the command that lists the rest.
    """
    changed(articles, "claims.csv", "released,work:llama,,2023-02,", "released,work:llama,,2024-02,")
    empty.ask("load", str(articles))
    changed(articles, "claims.csv", "released,work:llama,,2024-02,", "released,work:llama,,2023-02,")
    said = empty.ask("load", str(articles)).out
    told = "withdrawn: Meta released Llama (Feb 2024); source wsj-journal-2025-07-03, l72; claim "
    assert re.search(re.escape(told) + r"[0-9a-f]{20}\n", said)
    head, *lines = rows(articles, "claims.csv")
    (articles / "report.csv").unlink()
    dataset = (articles / "dataset.yml").read_text(encoding="utf-8").partition("assertions:")[0]
    (articles / "dataset.yml").write_text(f"{dataset}assertions: {{}}\n", encoding="utf-8")
    (articles / "claims.csv").write_text("\n".join([head, *lines[:-15]]) + "\n", encoding="utf-8")
    said = empty.ask("load", str(articles)).out
    assert said.count("withdrawn: ") == 10
    assert "and 5 more: talentgraph changes --since DAY lists them" in said


def test_a_dump_loads_into_the_same_dump(ledger: Terminal, empty: Terminal, tmp_path: Path) -> None:
    """A dump, loaded into another ledger, gives the same dump, which is sorted JSON lines."""
    file = tmp_path / "ledger.jsonl"
    assert ledger.ask("dump", "--output", str(file)).out == ""
    assert empty.ask("load", str(file)).code == 0
    assert empty.dump() == file.read_text(encoding="utf-8") == ledger.dump()
    assert all(json.loads(line) for line in empty.dump().splitlines())


def test_remove_withdraws_a_set(empty: Terminal, articles: Path) -> None:
    """After removal nobody is found and questions do not bring the set back; loading it again does."""
    empty.ask("load", str(articles))
    before = empty.dump()
    said = empty.ask("remove", "two-articles")
    assert "withdrawn" in said.out
    gone = empty.ask("show", "Alexandr Wang")
    assert gone.code == 1
    assert "loading" not in gone.err
    empty.ask("load", str(articles))
    assert empty.dump() == before


def test_forget_asks_first(empty: Terminal, articles: Path) -> None:
    """Without --yes and with nobody to ask, nothing is erased: exit 2, one line."""
    empty.ask("load", str(articles))
    before = empty.dump()
    said = empty.ask("forget", "Deedy Das")
    assert said.code == 2
    assert is_one_line(said.err)
    assert "--yes" in said.err
    assert empty.dump() == before


def test_who_is_forgotten_stays_so(empty: Terminal, articles: Path) -> None:
    """After `forget --yes` no dump, question or later load knows the person; rows held back are counted."""
    empty.ask("load", str(articles))
    assert "Deedy Das" in empty.dump()
    said = empty.ask("forget", "Deedy Das", "--yes")
    assert said.code == 0
    assert "Erased" in said.out
    assert "Das" not in empty.dump()
    assert empty.ask("show", "Deedy Das").code == 1
    assert "held back" in empty.ask("load", str(articles)).out
    assert "Das" not in empty.dump()
    assert b"deedy" not in held_bytes(empty)


@pytest.mark.parametrize("meant", ["person:deedy-das", "deedy das"])
def test_somebody_of_a_removed_set_is_forgotten(empty: Terminal, articles: Path, meant: str) -> None:
    """Whom only withdrawn claims name is erased by id or name: from the dump of withdrawn claims, and from
    every byte of the ledger.
    """
    empty.ask("load", str(articles))
    empty.ask("remove", "two-articles")
    assert "Deedy Das" in empty.ask("dump", "--withdrawn").out
    assert b"deedy" in held_bytes(empty)
    assert empty.ask("forget", meant, "--yes").code == 0
    assert "deedy" not in empty.ask("dump", "--withdrawn").out.lower()
    assert b"deedy" not in held_bytes(empty)
    assert empty.ask("forget", meant, "--yes").code == 1


def held_bytes(terminal: Terminal) -> bytes:
    """All files of the ledger, in small letters."""
    return b"".join(f.read_bytes().lower() for f in terminal.store.parent.glob("ledger.db*"))
