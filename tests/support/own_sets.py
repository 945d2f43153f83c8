"""Sets as a visitor brings them: the small one as a zip, one that takes its time, archives that mean harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from files import CLAIMS, DATASET, ENTITIES, FILES, SOURCES

from loaders.folder.claims import CLAIMS as COLUMNS

Content = str | bytes


def zipped(files: Mapping[str, Content] = FILES, folder: str = "small") -> bytes:
    """The files of a set in one folder of a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"{folder}/{name}" if folder else name, content)
    return out.getvalue()


def changed(**files: Content) -> bytes:
    """The small set as a zip, with other content of a file: `claims="…"`."""
    return zipped(FILES | {f"{name}.csv": content for name, content in files.items()})


def large(claims: int) -> bytes:
    """A set of people with four stints each, at fifty companies: long enough to be stopped on the way."""
    people = range(claims // 4)
    head = ENTITIES.splitlines()[0]
    entities = [head, *(f"person:p{n},,Person {n} Sample,,,,,," for n in people)]
    entities += [f"org:o{n},company,Company {n},,,,,," for n in range(50)]
    rows = [CLAIMS.splitlines()[0], *(_stint(n) for n in range(claims))]
    return zipped(
        {
            "dataset.yml": DATASET.replace("small", "large"),
            "entities.csv": "\n".join(entities) + "\n",
            "sources.csv": SOURCES,
            "claims.csv": "\n".join(rows) + "\n",
        }
    )


def _stint(n: int) -> str:
    first = 2000 + n % 4 * 5
    cells = {
        "key": f"k{n}",
        "subject": f"person:p{n // 4}",
        "relation": "works_at",
        "object": f"org:o{n * 7 % 50}",
        "when": f"{first}-01/{first + 4}-06",
        "status": "reported",
        "source": "page",
    }
    return ",".join(cells.get(column, "") for column in COLUMNS)


def bomb() -> bytes:
    """A zip that unpacks to far more than it is."""
    return zipped(FILES | {"claims.csv": CLAIMS + "\n" * 3_000_000})
