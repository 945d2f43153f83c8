"""Hardened readers, what loaders share: bytes in, strict records out.

Whatever is wrong with a file becomes one UnreadableFile: where (path, and the line on which the record
begins), what, and what to do. Nothing is guessed and nothing is skipped in silence.
"""

from loaders.reading.files import read_document, read_folder, read_text, read_zip
from loaders.reading.progress import Progress, counted
from loaders.reading.record import Document, Reading, Record
from loaders.reading.tables import read_table
from loaders.reading.trees import read_json_lines, read_yaml

__all__ = [
    "Document",
    "Progress",
    "Reading",
    "Record",
    "counted",
    "read_document",
    "read_folder",
    "read_json_lines",
    "read_table",
    "read_text",
    "read_yaml",
    "read_zip",
]
