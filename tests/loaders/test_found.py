"""How the reader of a path is found."""

import sys
from pathlib import Path

import pytest
from files import write_set

import loaders

OWN = """
from pathlib import Path

from loaders.reading import Reading


def read(path: Path) -> Reading:
    return Reading(judgements=())
"""


def test_a_module_of_the_same_name_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A set called my-source is read by loaders/my_source.py if there is one, else as a plain folder."""
    folder = write_set(tmp_path / "my-source")
    assert loaders.read(folder).sets
    (tmp_path / "extra").mkdir()
    (tmp_path / "extra" / "my_source.py").write_text(OWN)
    monkeypatch.setattr(loaders, "__path__", [*loaders.__path__, str(tmp_path / "extra")])
    try:
        assert loaders.read(folder).sets == ()
    finally:
        sys.modules.pop("loaders.my_source", None)


@pytest.mark.parametrize("name", ["reading", "dump", "folder", "os", "loaders", "..hidden", "A", "réading"])
def test_other_names_are_plain_folders(name: str, tmp_path: Path) -> None:
    """A folder called as a shared module, or as no module, is read as any other."""
    assert loaders.read(write_set(tmp_path / name)).sets
