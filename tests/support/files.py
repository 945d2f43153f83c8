"""Set folders for tests: a small right one, and the same with something wrong."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from graph.model.claim import ENTITY_QUALIFIERS

DATASET = """\
id: small
title: A small set
licence: CC-BY-4.0
made: By hand, for tests.
compiled: 2026-01-31
"""
ENTITIES = """\
id,subtype,name,aliases,identifiers,summary,anonymous,old_ids,note
person:jane-doe,,Jane Doe,J. Doe|Janie Doe,orcid:0000-0002-1825-0097,Works on models.,,person:j-doe,
person:unnamed-page-1,,,,,,yes,,
org:acme,company,Acme,,ror:042nb2s44|wikidata:Q380,,,,
org:acme-lab,lab,Acme Lab,,,,,,
org:globex,company,Globex,,,,,,
"""
SOURCES = """\
id,title,publisher,author,date,retrieved,url,kind,form,cites,reliability,licence,note
page,A page,The Paper,Ann Author,2025-07-01,2025-08-01,https://example.org/a,named,press,wire,high,,
wire,A wire,The Wire,,2025-06-30,,,named,press,,,,
"""
CLAIMS = """\
key,subject,relation,object,value,when,low,high,unit,per,role,from,\
qualifiers,status,attributed_to,source,locator,quote,note
c1,person:jane-doe,works_at,org:acme-lab,,2025-06-30/..,,,,,scientist,org:globex,\
team=models; about=yes,confirmed,,page,p2,,
c2,org:acme-lab,part_of,org:acme,,,,,,,,,kind=lab,reported,,page,p2,,
c3,org:acme,offered,person:unnamed-page-1,,2025-06,10m,,USD,year,,,\
outcome=made; by=person:jane-doe,reported,unnamed,page,p3,,
c4,org:globex,measured,,,2024,1.2bn,1.4bn,USD,,,,metric=revenue,reported,org:acme,wire,l4,,
c5,org:globex,measured,,,2024,1.2bn,1.4bn,USD,,,,\
metric=revenue; retracts=c4,retracted,org:acme,page,p9,,
"""
FILES = {"dataset.yml": DATASET, "entities.csv": ENTITIES, "sources.csv": SOURCES, "claims.csv": CLAIMS}


def write_set(folder: Path, **files: str | bytes) -> Path:
    """The small set in a new folder. `claims="…"` replaces claims.csv; dataset.yml is `dataset`."""
    folder.mkdir(parents=True)
    given = {("dataset.yml" if name == "dataset" else f"{name}.csv"): text for name, text in files.items()}
    for name, text in (FILES | given).items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def set_for(folder: Path, claims: str) -> Path:
    """A set around the given claims.csv: every entity and source that a row names is defined."""
    rows = list(csv.DictReader(io.StringIO(claims)))
    ids = sorted({id_ for row in rows for id_ in _ids(row)})
    sources = sorted({row["source"] for row in rows})
    return write_set(
        folder,
        claims=claims,
        entities=_table(ENTITIES, [_entity(id_) for id_ in ids]),
        sources=_table(SOURCES, [[id_, id_, *[""] * 5, "named", "press", *[""] * 4] for id_ in sources]),
    )


def _entity(id_: str) -> list[str]:
    unnamed = id_.startswith("person:unnamed-")
    return [id_, "", "" if unnamed else id_, "", "", "", "yes" if unnamed else "", "", ""]


def _ids(row: dict[str, str]) -> Iterable[str]:
    yield row["subject"]
    pairs = (pair.strip().partition("=") for pair in row["qualifiers"].split(";"))
    named = (value for name, _, value in pairs if name in ENTITY_QUALIFIERS)
    yield from (id_ for id_ in (row["object"], row["attributed_to"], row["from"], *named) if ":" in id_)


def _table(header: str, rows: list[list[str]]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows([header.splitlines()[0].split(","), *rows])
    return stream.getvalue()
