"""YAML and JSON lines: plain values only, no deeper than the settings allow."""

from __future__ import annotations

import json
from collections.abc import Iterator

import yaml

from graph.settings import settings
from loaders.reading.files import read_text
from loaders.reading.record import Document, Record


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
