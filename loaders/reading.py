"""Hardened readers, the one file that loaders share: bytes in, strict records out.

Whatever is wrong with a file becomes one UnreadableFile: where (path, and the line on which the record
begins), what, and what to do. Nothing is guessed and nothing is skipped in silence.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import yaml

from graph.errors import ModelError, UnreadableFile
from graph.model.claimset import ClaimSet, Judgement
from graph.settings import settings

_SAVE_AS = "Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”)."
_QUOTES = "Put a cell that holds a comma or a quote in quotes, and write a quote inside it twice."


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one file or folder holds."""

    sets: tuple[ClaimSet, ...] = ()
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one file, and the path to name in messages."""

    path: str
    data: bytes

    def refuse(self, fact: str, line: int | None = None, hint: str = "") -> UnreadableFile:
        return UnreadableFile(self.path, fact, line=line, hint=hint)


class Record:
    """Named fields of one record: take out what is known, then `audit` complains about what is left."""

    def __init__(self, document: Document, line: int, fields: Mapping[str, object]) -> None:
        self.document, self.line = document, line
        self._fields = dict(fields)

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    def take(self, name: str, absent: str | None = None) -> str:
        """A field that is text. `absent` is what a missing one means; None: it must be there."""
        value = self._pop(name, absent)
        if not isinstance(value, str):
            raise self.refuse(f"{name} is not text.", hint="Put it in quotes.")
        return value

    def take_number(self, name: str) -> int:
        value = self._pop(name, None)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.refuse(f"{name} is not a whole number.")
        return value

    def take_flag(self, name: str) -> bool:
        """A field that is true or false; a missing one is false."""
        value = self._pop(name, absent=False)
        if not isinstance(value, bool):
            raise self.refuse(f"{name} is neither true nor false.")
        return value

    def take_list(self, name: str) -> tuple[str, ...]:
        """A list of texts; a missing one is empty."""
        value = self._pop(name, ())
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            raise self.refuse(f"{name} is not a list of texts.")
        return tuple(value)

    def take_record(self, name: str) -> Record:
        """A nested record; a missing one is empty."""
        value = self._pop(name, {})
        if isinstance(value, Record):
            return value
        if not isinstance(value, dict):
            raise self.refuse(f"{name} is not a table of names and values.")
        return Record(self.document, self.line, value)

    def rest(self) -> dict[str, object]:
        """All that is left, taken out."""
        fields, self._fields = self._fields, {}
        return fields

    def audit(self) -> None:
        """Raises UnreadableFile if a field is left that nobody took."""
        if self._fields:
            raise self.refuse(
                f"“{min(self._fields)}” is not a known field.", hint="Mend its name, or remove it."
            )

    def refuse(self, fact: str, hint: str = "") -> UnreadableFile:
        return self.document.refuse(fact, self.line, hint)

    @contextmanager
    def placed(self) -> Iterator[None]:
        """What the model refuses inside is raised with file and line."""
        try:
            yield
        except ModelError as error:
            raise self.refuse(f"{error.field}: {error.fact}", error.hint) from error

    def _pop(self, name: str, absent: object) -> object:
        value = self._fields.pop(name, absent)
        if value is None:
            raise self.refuse(f"{name} is missing.")
        return value


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


def read_table(document: Document, header: Sequence[str]) -> Iterator[Record]:
    """Rows of a CSV file whose first line is exactly the header. Empty lines are passed over."""
    rows = _rows(document, read_text(document))
    line, names = next(rows, (1, []))
    _check_header(document, line, names, header)
    for line, cells in rows:
        if len(cells) != len(header):
            fact = f"has {len(cells)} cells, and the header {len(header)}."
            raise document.refuse(fact, line, _QUOTES)
        record = Record(document, line, dict(zip(header, cells, strict=True)))
        for name, cell in zip(header, cells, strict=True):
            if cell:
                _check_cell(record, name, cell)
        yield record


def _rows(document: Document, text: str) -> Iterator[tuple[int, list[str]]]:
    """Every row that is not empty, with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            unclosed = "unexpected end" in str(error) or "field larger" in str(error)
            fact = "a quote that is opened here is never closed." if unclosed else f"{error}."
            raise document.refuse(fact, line, _QUOTES) from error
        if row:
            yield line, row


def _check_header(document: Document, line: int, names: list[str], header: Sequence[str]) -> None:
    if names == list(header):
        return
    twice = [name for name in names if names.count(name) > 1]
    unknown = [name for name in names if name not in header]
    missing = [name for name in header if name not in names]
    if twice:
        fact = f"the header has “{twice[0][:80]}” twice."
    elif unknown:
        fact = f"the header has the unknown column “{unknown[0][:80]}”."
    elif missing:
        fact = f"the header lacks the column {missing[0]}."
    else:
        fact = "the columns stand in another order."
    raise document.refuse(fact, line, f"It must be: {','.join(header)}")


def _check_cell(record: Record, name: str, cell: str) -> None:
    if "\n" in cell:
        raise record.refuse(f"{name} holds a line break.", f"Is a quote left open? {_QUOTES}")
    if len(cell.encode()) > settings().cell_bytes:
        raise record.refuse(f"{name} is longer than {settings().cell_bytes:,} bytes.", "Shorten it.")
    if cell != cell.strip():
        raise record.refuse(f"{name} begins or ends with a blank.", "Remove it.")


def read_yaml(document: Document) -> Record:
    """A YAML file that is one mapping. All scalars are text: no dates, numbers or booleans are guessed."""
    if len(document.data) > settings().yaml_bytes:
        raise document.refuse(f"is larger than {settings().yaml_bytes:,} bytes.")
    try:
        node = yaml.compose(read_text(document), Loader=_Composer)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        raise document.refuse(f"is not plain YAML: {error.problem or error.context}.", line) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise document.refuse("is not plain YAML.", hint="Compare it with another set's.") from error
    value = _plain(document, node)
    if not isinstance(value, Record):
        raise document.refuse("is not a table of names and values.", hint="Write lines such as title: …")
    return value


class _Composer(yaml.BaseLoader):
    """Refuses aliases, anchors, tags and depth: what small files use to become large ones."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if (
            isinstance(event, yaml.AliasEvent)
            or getattr(event, "anchor", None)
            or getattr(event, "tag", None)
        ):
            raise yaml.MarkedYAMLError(
                problem="aliases, anchors and tags are not taken", problem_mark=event.start_mark
            )
        if self.depth >= settings().nesting:
            raise yaml.MarkedYAMLError(problem="it is nested too deeply", problem_mark=event.start_mark)
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def _plain(document: Document, node: yaml.Node | None) -> object:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(document, item) for item in node.value]
    fields: dict[str, object] = {}
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise document.refuse("a name is not text.", line)
        if key.value in fields:
            raise document.refuse(f"“{key.value[:80]}” is there twice.", line, "Keep one of the two.")
        fields[key.value] = _plain(document, value)
    return Record(document, node.start_mark.line + 1 if node else 1, fields)


def read_json_lines(document: Document) -> Iterator[Record]:
    """One JSON object a line. No name twice, no NaN, no fractions; depth and length are capped."""
    for number, line in enumerate(read_text(document).split("\n"), 1):
        if not line.strip():
            continue
        if len(line) > settings().line_bytes:
            raise document.refuse(f"is longer than {settings().line_bytes:,} characters.", number)
        try:
            value = json.loads(
                line, object_pairs_hook=_unique, parse_constant=_no_number, parse_float=_no_number
            )
            _check_depth(value, settings().nesting)
        except (ValueError, RecursionError) as error:
            raise document.refuse(f"is not plain JSON: {error}.", number) from error
        if not isinstance(value, dict):
            raise document.refuse("is not a JSON object.", number)
        yield Record(document, number, value)


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise ValueError("a name is there twice")
    return fields


def _no_number(text: str) -> float:
    raise ValueError(f"{text[:40]} is not taken; figures are written as text")


def _check_depth(value: object, left: int) -> None:
    if left == 0:
        raise ValueError("it is nested too deeply")
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        _check_depth(child, left - 1)
