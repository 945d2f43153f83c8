"""Seeded damage to files: what a fuzzer would do, repeatable by its seed."""

import random
from collections.abc import Callable, Iterator

TOKENS = (
    b'"', b"'", b",", b";", b"|", b"=", b"\n", b"\r", b"\r\n", b"\t", b"\x00", b"\xff", b"\xef\xbb\xbf",
    b"\xed\xa0\x80", b"[" * 2_000, b"{" * 2_000, b"9" * 5_000, b"&a *a", b"!!python/name:os.system",
    b"\\U0010FFFF", b'"\\UFFFFFFFF"', b"%YAML 1.1\n", b"---\n", b"...", b"<<: {}", b"? [a]", b"NaN", b"1e999",
    b"Infinity", b"null", b"true", "\u202e".encode(), b"../", b"PK\x03\x04", b"[..", b"..]", b"/", b"-1",
)  # fmt: skip
Mutation = Callable[[bytes, random.Random], bytes]


def _flip(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data))
    return data[:at] + bytes([draw.randrange(256)]) + data[at + 1 :]


def _insert(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data))
    return data[:at] + draw.choice(TOKENS) + data[at:]


def _delete(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data))
    return data[:at] + data[at + draw.randrange(1, 40) :]


def _cut(data: bytes, draw: random.Random) -> bytes:
    return data[: draw.randrange(len(data))]


def _repeat(data: bytes, draw: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    at = draw.randrange(len(lines))
    return b"".join([*lines[:at], lines[at], *lines[at:]])


def _move(data: bytes, draw: random.Random) -> bytes:
    start, end = sorted(draw.randrange(len(data)) for _ in range(2))
    at = draw.randrange(len(data))
    return data[:at] + data[start : min(end, start + 200)] + data[at:]


_KINDS: tuple[Mutation, ...] = (_flip, _insert, _delete, _cut, _repeat, _move)


def mutations(data: bytes, seed: int, count: int) -> Iterator[bytes]:
    """Damaged copies of the data, each by one to three accidents."""
    draw = random.Random(seed)
    for _ in range(count):
        damaged = data
        for _ in range(draw.randrange(1, 4)):
            damaged = draw.choice(_KINDS)(damaged, draw) or data
        yield damaged
