"""From a file or folder to sets of claims. A loader never sees a store or another loader."""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Mapping
from pathlib import Path

from graph.errors import UnreadableFile
from loaders import dump, folder
from loaders.reading import Document, Progress, Reading, read_document, read_folder, read_zip

__all__ = ["Reading", "read", "shipped_sets"]

_GENERAL = frozenset({"dump", "folder", "reading"})
_HOME = Path(__file__).resolve().parent.parent
_HINT = "Give a folder with dataset.yml, a zip of one, or a dump (.jsonl)."


def read(path: Path, progress: Progress | None = None) -> Reading:
    """A set folder, a zip of one, or a dump. Raises UnreadableFile; nothing is read by halves.

    A folder that is called as a module of this package is read by that module: its `read(path) -> Reading`.
    """
    if path.suffix == ".jsonl" and not path.is_dir():
        return dump.read(read_document(path), progress)
    if path.suffix == ".zip" and not path.is_dir():
        return folder.read(_with_dataset(path, read_zip(path, folder.FILES)), progress)
    if not path.is_dir():
        raise UnreadableFile(str(path), "is no set." if path.exists() else "does not exist.", hint=_HINT)
    name = _own_module(path.resolve().name)
    if name:
        reading: Reading = importlib.import_module(name).read(path)
        return reading
    return folder.read(_with_dataset(path, read_folder(path, folder.FILES)), progress)


def shipped_sets() -> tuple[Path, ...]:
    """The folders of the sets that ship, by name: in a checkout, or inside the installed package."""
    seeds = (_HOME / "seeds", _HOME / "talentgraph" / "seeds")
    found = next((place for place in seeds if place.is_dir()), None)
    return tuple(sorted(path.parent for path in found.glob("*/dataset.yml"))) if found else ()


def _with_dataset(path: Path, documents: Mapping[str, Document]) -> Mapping[str, Document]:
    if "dataset.yml" not in documents:
        raise UnreadableFile(str(path), "holds no dataset.yml.", hint=_HINT)
    return documents


def _own_module(set_name: str) -> str:
    """The module that reads sets of this name only, or empty."""
    name = set_name.replace("-", "_")
    if name in _GENERAL or re.fullmatch("[a-z][a-z0-9_]*", name) is None:
        return ""
    return f"{__name__}.{name}" if importlib.util.find_spec(f"{__name__}.{name}") else ""
