"""Damaged files, by the thousand: read or refused, and never anything else."""

import io
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from dumps import DUMP
from files import FILES
from mutations import mutations

import loaders
from graph.errors import BadInput
from loaders import dump, folder
from loaders.reading import Document

COUNTS = {"quick": 1_000, "full": 10_000}
REPORT = "source,locator,statement,fate,keys,reason\npage,p2,x,kept,c1|c2,\npage,p4,y,not-kept,,none\n"


@pytest.mark.parametrize("name", [*FILES, "report.csv"])
def test_damaged_sets(name: str, depth: str, seed: int) -> None:
    """A set with one damaged file is read or refused as bad input."""
    whole = {file: Document(file, text.encode()) for file, text in (FILES | {"report.csv": REPORT}).items()}
    assert folder.read(whole).sets
    met: Counter[str] = Counter()
    for data in mutations(whole[name].data, seed, COUNTS[depth]):
        try:
            folder.read(whole | {name: Document(name, data)})
        except BadInput:
            met["refused"] += 1
        else:
            met["read"] += 1
    assert met["refused"] > COUNTS[depth] / 3
    assert met["read"] > 0


def test_damaged_dumps(depth: str, seed: int) -> None:
    """A damaged dump is read or refused as bad input."""
    assert dump.read(Document("dump.jsonl", DUMP.encode())).sets
    refused = 0
    for data in mutations(DUMP.encode(), seed, COUNTS[depth]):
        try:
            dump.read(Document("dump.jsonl", data))
        except BadInput:
            refused += 1
    assert COUNTS[depth] / 3 < refused < COUNTS[depth]


def test_damaged_zips(tmp_path: Path, depth: str, seed: int) -> None:
    """A damaged zip is read or refused as bad input."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in FILES.items():
            archive.writestr(name, text)
    path = tmp_path / "set.zip"
    refused = 0
    for data in mutations(stream.getvalue(), seed, COUNTS[depth]):
        path.write_bytes(data)
        try:
            loaders.read(path)
        except BadInput:
            refused += 1
    assert COUNTS[depth] / 3 < refused
