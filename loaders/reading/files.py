"""Files, folders and zips into documents, and a document into text. Nothing is written to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from graph.errors import UnreadableFile
from graph.settings import settings
from loaders.reading.record import Document

_SAVE_AS = "Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”)."


def read_document(path: Path, largest: int | None = None) -> Document:
    """One plain file, at most `largest` bytes (default: the setting file_bytes)."""
    most = largest or settings().file_bytes
    try:
        if not path.is_file():
            raise UnreadableFile(str(path), "is not a file.", hint="Check the path.")
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except (OSError, ValueError) as error:
        raise UnreadableFile(str(path), f"cannot be opened: {error}.", hint="Check the path.") from error
    if len(data) > most:
        hint = "Split it, or raise TALENTGRAPH_FILE_BYTES."
        raise UnreadableFile(str(path), f"is larger than {most:,} bytes.", hint=hint)
    return Document(str(path), data)


def read_folder(folder: Path, names: Iterable[str]) -> dict[str, Document]:
    """Those of the named files that the folder holds."""
    return {name: read_document(folder / name) for name in names if (folder / name).exists()}


def read_zip(path: Path, names: Iterable[str]) -> dict[str, Document]:
    """Those of the named files that a zip holds, at its top or in one folder. Nothing is written to disk."""
    document, wanted = read_document(path), frozenset(names)
    try:
        with zipfile.ZipFile(io.BytesIO(document.data)) as archive:
            return dict(_members(archive, document, wanted))
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        ValueError,
        RuntimeError,
        LookupError,
    ) as error:
        raise document.refuse(
            f"is not a zip that can be read: {error}.", hint="Zip the files anew."
        ) from error


def _members(
    archive: zipfile.ZipFile, document: Document, wanted: frozenset[str]
) -> Iterator[tuple[str, Document]]:
    left = min(settings().file_bytes, len(document.data) * settings().zip_ratio)
    seen: set[str] = set()
    for info in archive.infolist():
        if info.is_dir():
            continue
        name = _safe_name(info.filename, document)
        if name not in wanted or name in seen:
            fact = f"holds “{name[:80]}”, which is {'there twice' if name in seen else 'no file of a set'}."
            raise document.refuse(fact, hint=f"Zip only {', '.join(sorted(wanted))}.")
        seen.add(name)
        with archive.open(info) as stream:
            data = stream.read(left + 1)
        left -= len(data)
        if left < 0:
            raise document.refuse("unpacks to far more than a set holds.", hint="Load the folder instead.")
        yield name, Document(f"{document.path}, {name}", data)


def _safe_name(name: str, document: Document) -> str:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or len(path.parts) > 2:
        raise document.refuse(f"holds “{name[:80]}”, a place outside of one folder.", hint="Zip one folder.")
    return path.name


def read_text(document: Document) -> str:
    """The text of a UTF-8 file, with or without a byte order mark. Not empty, without NUL or lone returns."""
    try:
        text = document.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = bytes(error.object).count(b"\n", 0, error.start) + 1
        raise document.refuse("is not UTF-8 text.", line, _SAVE_AS) from error
    if not text.strip():
        raise document.refuse("is empty.")
    for character, what in (("\x00", "a NUL"), ("\r", "a carriage return inside a line")):
        at = text.replace("\r\n", " \n").find(character)
        if at >= 0:
            raise document.refuse(f"holds {what}.", text.count("\n", 0, at) + 1, _SAVE_AS)
    return text
