"""Bytes as they are and as they unpack: the parts of zip files, what is deflated, and the texts that stand in them."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

_DEEPEST = 4
_MOST = 256 << 20  # bytes that one part may unpack to
_TAGS = re.compile(rb"<[^<>]{0,400}>")
_DEFLATED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
_TORN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)


def unpacked(data: bytes, depth: int = 0) -> Iterator[bytes]:
    """Yield bytes as they are, without the tags of XML where there are any, and all that is packed in them."""
    yield data
    if b"</" in data:
        yield _TAGS.sub(b"", data)
    if depth < _DEEPEST:
        for part in (*_zipped(data), *_deflated(data)):
            yield from unpacked(part, depth + 1)


def _zipped(data: bytes) -> Iterator[bytes]:
    """Yield the parts of a zip file, if the bytes are one."""
    if data[:2] != b"PK":
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                if member.file_size <= _MOST and not member.flag_bits & 1:
                    yield member.filename.encode()
                    yield archive.read(member)
    except _TORN:
        return


def _deflated(data: bytes) -> Iterator[bytes]:
    """Yield what streams within bytes inflate to, as those of a PDF or of gzip; a torn one as far as it goes."""
    if data[:2] == b"PK":
        return
    for found in _DEFLATED.finditer(data):
        stream = zlib.decompressobj(47)
        try:
            inflated = stream.decompress(data[found.start() :], _MOST)
        except zlib.error:
            continue
        if len(inflated) > 8:
            yield inflated


def texts_of(data: bytes) -> Iterator[str]:
    """Yield what may be read in bytes, unpacked, in UTF-8 and in UTF-16."""
    for part in unpacked(data):
        yield part.decode("utf-8", "replace")
        if b"\x00" in part:
            yield part.decode("utf-16-le", "replace")
