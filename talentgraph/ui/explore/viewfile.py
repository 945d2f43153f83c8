"""A view as a file, for when it is too much for a link: the parts of the address, and where each name stands.

JSON lines: one with the address, then one a name. Read strictly, as every file is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.reading import Document, Record, read_json_lines
from talentgraph.ui.explore.openings import FAR, Place
from talentgraph.ui.state import State, from_address, to_address

NAME, MIME = "talent-graph-view.jsonl", "application/jsonl"
_FORMAT = "view 1"
_ANOTHER = "Choose a view file that Talent Graph wrote."


@dataclass(frozen=True, slots=True)
class ViewFile:
    """`made` tells the ledger that it was made with, as in an address."""

    state: State
    places: Mapping[str, Place]
    made: str


def write_view(file: ViewFile) -> bytes:
    head = {"talentgraph": _FORMAT, "made": file.made, "address": to_address(file.state)}
    lines = [head, *({"name": id_, "x": x, "y": y} for id_, (x, y) in sorted(file.places.items()))]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def read_view(path: str, data: bytes) -> ViewFile:
    """Raises UnreadableFile that names the line."""
    document = Document(path, data)
    records = read_json_lines(document)
    head = next(records, None)
    if head is None:
        raise document.refuse("is empty.", hint=_ANOTHER)
    state, made = _head(head)
    places: dict[str, Place] = {}
    for record in records:
        id_ = record.take("name")
        if id_ in places:
            raise record.refuse(f"{id_} is there twice.")
        places[id_] = _axis(record, "x"), _axis(record, "y")
        record.audit()
    return ViewFile(state, places, made)


def _head(record: Record) -> tuple[State, str]:
    if "talentgraph" not in record or record.take("talentgraph") != _FORMAT:
        raise record.refuse("is no view.", hint=_ANOTHER)
    made, parts = record.take("made", absent=""), record.take_record("address").rest()
    record.audit()
    state = from_address({name: value for name, value in parts.items() if isinstance(value, str)})
    understood = to_address(state)
    unread = sorted(name for name, value in parts.items() if understood.get(name) != value)
    if unread:
        raise record.refuse(f"“{unread[0][:40]}” of the address could not be read.", hint=_ANOTHER)
    return state, made


def _axis(record: Record, name: str) -> int:
    value = record.take_number(name)
    if abs(value) > FAR:
        raise record.refuse(f"{name} is {value}: names stand between -{FAR} and {FAR}.")
    return value
