"""Sets as a visitor brings them: the small one as a zip, changed, and one that means harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from files import CLAIMS, FILES

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


def bomb() -> bytes:
    """A zip that unpacks to far more than it is."""
    return zipped(FILES | {"claims.csv": CLAIMS + "\n" * 3_000_000})
