"""A set in a zip, and zips that are no sets."""

import io
import stat
import zipfile
from pathlib import Path

import pytest
from files import FILES, write_set

import loaders
from graph.errors import UnreadableFile


def zipped(path: Path, files: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize("inside", ["", "my-set/"])
def test_a_set_in_a_zip(inside: str, tmp_path: Path) -> None:
    """A zip of the four files, or of one folder with them, is the same set as the folder."""
    path = zipped(tmp_path / "set.zip", {inside + name: text for name, text in FILES.items()})
    assert loaders.read(path) == loaders.read(write_set(tmp_path / "small"))


def test_errors_name_the_file_inside(tmp_path: Path) -> None:
    """A mistake is told with the zip, the file inside and the line."""
    files: dict[str, str | bytes] = {**FILES, "claims.csv": FILES["claims.csv"].replace("1.2bn", "much")}
    path = zipped(tmp_path / "set.zip", files)
    with pytest.raises(UnreadableFile) as caught:
        loaders.read(path)
    assert caught.value.place == f"{path}, claims.csv, line 5"


BOMB = b"0" * 20_000_000
REFUSED: dict[str, tuple[dict[str, str | bytes], str]] = {
    "bomb": ({**FILES, "claims.csv": BOMB}, "unpacks to far more"),
    "outside": ({"../claims.csv": "x"}, "outside"),
    "absolute": ({"/claims.csv": "x"}, "outside"),
    "backslash": ({"..\\claims.csv": "x"}, "outside"),
    "drive": ({"c:claims.csv": "x"}, "outside"),
    "deep": ({"a/b/claims.csv": "x"}, "outside"),
    "nested": ({**FILES, "more.zip": "PK"}, "no file of a set"),
    "foreign": ({**FILES, "run.sh": "ls"}, "no file of a set"),
    "twice": ({**FILES, "a/claims.csv": "x"}, "there twice"),
    "nothing": ({}, "no dataset.yml"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_zips_refused(case: str, tmp_path: Path) -> None:
    """A zip that is a bomb, reaches outside, or holds anything else is refused, and nothing is written."""
    files, fact = REFUSED[case]
    path = zipped(tmp_path / "set.zip", files)
    with pytest.raises(UnreadableFile) as caught:
        loaders.read(path)
    assert fact in caught.value.fact
    assert list(tmp_path.iterdir()) == [path]


def test_bombs_are_not_unpacked(tmp_path: Path) -> None:
    """The planted bomb is one: it would unpack to a thousand times its size."""
    path = zipped(tmp_path / "set.zip", {"claims.csv": BOMB})
    assert path.stat().st_size * 500 < len(BOMB)


def test_no_zip(tmp_path: Path) -> None:
    """A file that is called .zip and is none is refused."""
    path = tmp_path / "set.zip"
    path.write_bytes(b"PK\x03\x04 and nothing more")
    with pytest.raises(UnreadableFile, match="not a zip"):
        loaders.read(path)


def test_links_are_text(tmp_path: Path) -> None:
    """A link inside a zip is read as the text that it is, never followed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in FILES.items():
            if name != "claims.csv":
                archive.writestr(name, text)
        link = zipfile.ZipInfo("claims.csv")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/hostname")
    path = tmp_path / "set.zip"
    path.write_bytes(stream.getvalue())
    with pytest.raises(UnreadableFile, match="header"):
        loaders.read(path)
