"""A set of one's own whose loader mints its own ids: two of its people are in the sets that ship already."""

from pathlib import Path

from files import ENTITIES, SOURCES, write_set
from own_sets import zipped

JACK, SECOND_JACK = "person:jack-rae", "person:openalex-a5023888391"
FILES = {
    "dataset.yml": "id: authors\ntitle: Authors of papers\nlicence: CC0-1.0\nmade: By hand, for tests.\n"
    "compiled: 2026-01-31\nneeds: [two-articles]\n",
    "entities.csv": ENTITIES.splitlines()[0]
    + f"""
{SECOND_JACK},,"Rae, Jack",,openalex:A5023888391,,,,
person:openalex-a5000000001,,M. Murati,,openalex:A5000000001,,,,
org:university-of-nowhere,school,University of Nowhere,,,,,,
""",
    "sources.csv": SOURCES.splitlines()[0]
    + "\nauthors-page,Authors of papers,OpenAlex,,2025-12-01,,https://example.org/authors,named,dataset,,,CC0-1.0,\n",
    "claims.csv": """\
key,subject,relation,object,value,when,low,high,unit,per,role,from,qualifiers,status,attributed_to,source,locator,quote,note
a1,person:openalex-a5023888391,works_at,org:google-deepmind,,2016-03-01/2019-06-30,,,,,,,,reported,,authors-page,A5023888391,,
a2,person:openalex-a5000000001,works_at,org:university-of-nowhere,,2023-01-01/2025-11-30,,,,,,,,reported,,authors-page,A5000000001,,
""",
}


def authors_zip() -> bytes:
    return zipped(FILES, folder="authors")


def authors_folder(folder: Path) -> Path:
    given = {name.partition(".")[0]: content for name, content in FILES.items()}
    return write_set(folder, **given)
