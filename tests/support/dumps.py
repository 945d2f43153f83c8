"""A small dump, as `talentgraph dump` writes it."""

import json
from dataclasses import asdict

from files import FILES

from graph.model.claim import as_fields
from graph.model.entities import Entity
from graph.model.source import Source
from loaders import folder
from loaders.reading import Document


def line(**record: object) -> str:
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


(SMALL,) = folder.read({name: Document(name, text.encode()) for name, text in FILES.items()}).sets
HEAD = line(set={name: getattr(SMALL, name) for name in ("id", "title", "licence", "compiled", "made")})


def _filled(item: Entity | Source) -> dict[str, object]:
    return {name: value for name, value in asdict(item).items() if value}


DUMP = "".join(
    [
        HEAD,
        *(line(entity=_filled(entity), sets=["small"]) for entity in SMALL.entities),
        *(line(source=_filled(source), sets=["small"]) for source in SMALL.sources),
        *(line(claim=as_fields(claim), sets=["small"]) for claim in SMALL.claims),
        line(judgement={"left": "org:acme", "right": "org:globex", "same": False}),
    ]
)
