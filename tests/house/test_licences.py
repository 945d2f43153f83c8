"""The product is MIT: nothing that it needs to run is under a licence that reaches further."""

from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement

COPYLEFT = ("GPL", "GNU ", "EUPL", "CECILL", "OSL-")
EXTRAS = ("app", "html", "pandas", "parquet")


def stated(package: Distribution) -> str:
    """All that the package says of its licence: expression, field and classifiers."""
    fields = ("License-Expression", "License", "Classifier")
    values = [value for name in fields for value in package.metadata.get_all(name) or []]
    return "\n".join(value[:200] for value in values if "::" not in value or value.startswith("License"))


def reaches(licence: str) -> bool:
    return any(word in licence.upper() for word in COPYLEFT)


def needed(name: str, seen: set[str], extras: tuple[str, ...] = ("",)) -> Iterator[Distribution]:
    """The package and all that it needs here, each once."""
    if name in seen:
        return
    seen.add(name)
    try:
        package = distribution(name)
    except PackageNotFoundError:
        return
    yield package
    for line in package.requires or []:
        wanted = Requirement(line)
        if not wanted.marker or any(wanted.marker.evaluate({"extra": extra}) for extra in extras):
            yield from needed(wanted.name.lower(), seen)


def test_a_reaching_licence_is_seen() -> None:
    """The words by which such licences are named are found, and those of ours are not."""
    assert reaches("GPL-3.0-only")
    assert reaches("License :: OSI Approved :: GNU Lesser General Public License v2 (LGPLv2)")
    assert not reaches("License :: OSI Approved :: MIT License")


def test_nothing_needed_has_a_reaching_licence() -> None:
    """No package that the app, the terminal or an export needs is under the GPL, the LGPL or the like."""
    packages = list(needed("talentgraph", set(), ("", *EXTRAS)))
    assert len(packages) > 30
    assert {"streamlit", "pyvis", "lxml"} <= {package.name.lower() for package in packages}
    assert [package.name for package in packages if reaches(stated(package))] == []
