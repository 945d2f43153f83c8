"""The packages `graph` and `loaders` have everyday names: make sure that the ones found are ours."""

import importlib.util
from importlib.machinery import ModuleSpec
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
OURS = ("graph", "loaders")


class ShadowedError(ImportError):
    """A file or folder of the same name stands before one of our packages on Python's path."""


def check_ours() -> None:
    """Raise `ShadowedError`, naming the file in the way, unless `graph` and `loaders` lie beside us."""
    for name in OURS:
        found = _place(importlib.util.find_spec(name))
        if found != HOME / name / "__init__.py":
            raise ShadowedError(
                f"The package {name!r} of Talent Graph is hidden by {found or 'nothing: it is missing'}. "
                f"Expected {HOME / name}. Rename that file, or start from another folder.",
                name=name,
                path=str(found),
            )


def _place(spec: ModuleSpec | None) -> Path | None:
    if spec is None:
        return None
    if spec.origin:
        return Path(spec.origin).resolve()
    folders = list(spec.submodule_search_locations or ())
    return Path(folders[0]).resolve() if folders else None
