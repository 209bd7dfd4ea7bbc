"""Files broken at random, each from a seed: every importer must read them, or refuse them in a sentence."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable

_NUMBER = re.compile(rb"\d+")
_TAG = re.compile(rb"<[^<>]{1,80}>|\\[a-z]{1,20}-?\d* ?|[{}()\[\]]")
_HUGE = (b"0", b"-1", b"255", b"65536", b"2147483648", b"99999999999999999999", b"1" * 40)
_ODD = (
    b"\x00",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xfe\xff",
    b"\r",
    b"\n" * 200,
    b" " * 3000,
    b"\xed\xa0\x80",
    b"<",
    b"{",
    b'"',
)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return a file broken in one to four ways; of a zip mostly a member, sometimes the whole."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _in_member(data, chance)
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(_WAYS)(data, chance)
    return data


def _in_member(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(members))
    for _ in range(chance.randint(1, 4)):
        members[name] = chance.choice(_WAYS)(members[name], chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, body in members.items():
            archive.writestr(each, body)
    return out.getvalue()


def _place(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + int(chance.paretovariate(0.6)))


def _flip(data: bytes, chance: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(min(len(broken), chance.randint(1, 8))):
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
    return bytes(broken)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _drop(data: bytes, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + data[end:]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return (
        data[:end] + data[start:end] * min(chance.choice((1, 3, 50, 2000)), 60_000 // max(end - start, 1)) + data[end:]
    )


def _splice(data: bytes, chance: random.Random) -> bytes:
    (start, end), at = _place(data, chance), chance.randrange(len(data) + 1)
    return data[:at] + data[start:end] + data[at:]


def _odd(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_ODD) + data[at:]


def _number(data: bytes, chance: random.Random) -> bytes:
    found = list(_NUMBER.finditer(data))
    if not found:
        return data
    one = chance.choice(found)
    return data[: one.start()] + chance.choice(_HUGE) + data[one.end() :]


def _tag(data: bytes, chance: random.Random) -> bytes:
    found = list(_TAG.finditer(data))
    if not found:
        return data
    one, at = chance.choice(found), chance.choice(found).start()
    return data[:at] + one[0] * chance.choice((1, 2, 300, 3000)) + data[at:]


_WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip,
    _cut,
    _drop,
    _repeat,
    _splice,
    _odd,
    _number,
    _tag,
    _tag,
)
