"""Records as JSON values and back: what a dump writes, and what an engine keeps in its text columns."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from graph.model.claimset import Judgement
from graph.model.entities import Entity
from graph.model.source import Source

Fields = Mapping[str, Any]
_ENTITY = ("id", "subtype", "summary", "anonymous", "old_ids", "note")
_SOURCE = ("id", "title", "publisher", "author", "date", "retrieved", "url", "kind", "form", "cites",
           "reliability", "licence", "note")  # fmt: skip


def canonical(value: object) -> str:
    """JSON with sorted keys, no blanks, and letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _filled(record: object, names: tuple[str, ...]) -> dict[str, object]:
    values = {name: getattr(record, name) for name in names}
    return {n: list(v) if isinstance(v, tuple) else v for n, v in values.items() if v}


def entity_fields(entity: Entity) -> dict[str, object]:
    return _filled(entity, _ENTITY)


def source_fields(source: Source) -> dict[str, object]:
    return _filled(source, _SOURCE)


def judgement_fields(judgement: Judgement) -> dict[str, object]:
    return {"left": judgement.left, "right": judgement.right, "same": judgement.same}


def entity_from(fields: Fields) -> Entity:
    values: dict[str, Any] = {**fields, "old_ids": tuple(fields.get("old_ids", ()))}
    return Entity(**values)


def source_from(fields: Fields) -> Source:
    values: dict[str, Any] = {**fields, "cites": tuple(fields.get("cites", ()))}
    return Source(**values)


def judgement_from(fields: Fields) -> Judgement:
    return Judgement(fields["left"], fields["right"], fields["same"])
