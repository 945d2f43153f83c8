"""The files that a visitor chose, put where a loader can read them, and taken away again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.errors import UnreadableFile
from graph.settings import settings
from loaders.folder import FILES, REQUIRED

ENDINGS = ("zip", "csv", "yml", "jsonl")
_WHOLE = (".zip", ".jsonl")


@dataclass(frozen=True, slots=True)
class File:
    """A file by the name that its owner gave it."""

    name: str
    data: bytes


def check(files: Sequence[File]) -> None:
    """Raises UnreadableFile where these are neither the files of a set nor a zip or dump."""
    most = settings().upload_bytes
    if sum(len(file.data) for file in files) > most:
        hint = "Load it in a terminal: talentgraph load PATH."
        raise UnreadableFile(_called(files), f"is larger than {most:,} bytes.", hint=hint)
    if is_whole(files):
        return
    for number, file in enumerate(files):
        if file.name not in FILES:
            hint = f"A set has {', '.join(REQUIRED)}. Choose them all, or one zip of them."
            raise UnreadableFile(file.name, "is no file of a set.", hint=hint)
        if file.name in {other.name for other in files[:number]}:
            raise UnreadableFile(file.name, "is there twice.", hint="Keep one of the two.")
    missing = [name for name in REQUIRED if name not in {file.name for file in files}]
    if missing:
        raise UnreadableFile(", ".join(missing), "is missing.", hint="Add it above: a set has four files.")


def is_whole(files: Sequence[File]) -> bool:
    """Whether it is one file that holds all: a zip or a dump."""
    return len(files) == 1 and files[0].name.lower().endswith(_WHOLE)


def _called(files: Sequence[File]) -> str:
    return files[0].name if len(files) == 1 else "The files together"


@contextmanager
def unpacked(files: Sequence[File]) -> Iterator[Path]:
    """Where a loader reads them: a private folder, gone afterwards. Names in it are ours, never a visitor's.

    Raises UnreadableFile as `check` does.
    """
    check(files)
    with TemporaryDirectory(prefix="talentgraph-") as folder:
        if is_whole(files):
            ending = files[0].name.lower().rpartition(".")[2]
            path = Path(folder) / f"given.{ending}"
            path.write_bytes(files[0].data)
            yield path
            return
        for file in files:
            (Path(folder) / file.name).write_bytes(file.data)
        yield Path(folder)
