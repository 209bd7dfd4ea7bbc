"""Archives that are the same bytes whenever they are made: Office files are ZIP files, whose parts bear a time."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterable
from zipfile import ZIP_DEFLATED, ZipFile

_DAY = struct.pack("<HH", 0, (2000 - 1980) << 9 | 1 << 5 | 1)  # midnight, 1 January 2000, as ZIP writes it
_ENTRY = b"PK\x01\x02"


def filled(body: bytes, name: str, fill: Callable[[bytes], Iterable[bytes]]) -> bytes:
    """Return a ZIP file in which the part `name` is what `fill` makes of it, piece by piece."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(body)) as before, ZipFile(made, "w", ZIP_DEFLATED) as after:
        for info in before.infolist():
            part = before.read(info)
            with after.open(info.filename, "w") as place:
                for piece in fill(part) if info.filename == name else (part,):
                    place.write(piece)
    return made.getvalue()


def undated(body: bytes) -> bytes:
    """Return a ZIP file with one time for all its parts; APPNOTE.TXT 4.3.7 and 4.3.12 say where times stand."""
    made = bytearray(body)
    with ZipFile(io.BytesIO(body)) as archive:
        for info in archive.infolist():
            made[info.header_offset + 10 : info.header_offset + 14] = _DAY
        at = archive.start_dir
    while made[at : at + 4] == _ENTRY:
        made[at + 12 : at + 16] = _DAY
        at += 46 + sum(struct.unpack("<3H", made[at + 28 : at + 34]))
    return bytes(made)
