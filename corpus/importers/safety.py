"""What is checked before a file from elsewhere is read: what it really is, how big it gets, where it would write."""

from __future__ import annotations

import errno
import io
import os
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from corpus.errors import ImportFailed

if TYPE_CHECKING:
    from lxml.etree import _Element

Kind = Literal["docx", "odt", "rtf", "html", "pdf", "epub", "zip", "office", "old-office", "binary", "text"]

LARGEST_FILE = 512 << 20
LARGEST_TEXT = 50_000_000
LARGEST_MEMBER = 256 << 20
LARGEST_UNPACKED = 2 << 30
RATIO_FREE = 8 << 20
LARGEST_RATIO = 250

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What a torn zip raises, as it is opened or as a part is read.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OTHERS = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"MZ\x90", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!"),
    *(b"SQLite format 3\x00", b"ID3", b"RIFF", b"OggS", b"fLaC", b"BZh", b"\xfd7zXZ"),
)


def load(path: Path) -> bytes:
    """Return the bytes of a file that `check` lets pass."""
    check(path)
    try:
        return path.read_bytes()
    except OSError as error:
        raise _not_opened(path, error) from error


def check(path: Path) -> None:
    """Refuse what is no regular file, is empty or is over `LARGEST_FILE`, with what its owner can do."""
    name = path.name
    try:
        if path.is_dir() and not os.access(path, os.R_OK | os.X_OK):
            raise ImportFailed(path, "{name} can't be opened: {why}.", name=name, why=os.strerror(errno.EACCES))
        if path.is_dir():
            raise ImportFailed(path, "{name} is a folder: name the files in it.", name=name)
        if not path.exists():
            raise ImportFailed(path, "There is no file {name}.", name=str(path))
        if not path.is_file():
            raise ImportFailed(path, "{name} is not a regular file.", name=name)
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise ImportFailed(
                path, "{name} is too big to be a transcript ({size} MB): split it.", name=name, size=size >> 20
            )
    except OSError as error:
        raise _not_opened(path, error) from error
    if not size:
        raise ImportFailed(path, "{name} is empty.", name=name)


def _not_opened(path: Path, error: OSError) -> ImportFailed:
    return ImportFailed(path, "{name} can't be opened: {why}.", name=path.name, why=error.strerror or "?")


def sniff(data: bytes) -> Kind:
    """Tell by its bytes what a file is; whatever has no signature of its own is `text`."""
    if data.startswith(_ZIP):
        return _kind_of_zip(data)
    if data.startswith(_OLE):
        return "old-office"
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{\\rtf"):
        return "rtf"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if re.match(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", start, re.I | re.S):
        return "html"
    return "binary" if data.startswith(_OTHERS) else "text"


def _kind_of_zip(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            mimetype = _start(archive, "mimetype") if "mimetype" in names else b""
    except (*_BROKEN, RuntimeError):
        # Cut short: the names of the parts still stand in their headers, one of which comes first.
        start = data[:4096]
        return "docx" if b"[Content_Types].xml" in start or b"word/" in start else "zip"
    if b"opendocument.text" in mimetype:
        return "odt"
    if b"epub" in mimetype:
        return "epub"
    if any(name.startswith("word/") for name in names):
        return "docx"
    if "content.xml" in names and "META-INF/manifest.xml" in names and not mimetype:
        return "odt"
    return "office" if "[Content_Types].xml" in names or mimetype else "zip"


def _start(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the first bytes of a member, however many there would be."""
    with archive.open(name) as file:
        return file.read(100)


def far_too_large(path: Path) -> ImportFailed:
    """Refuse a file that was made to become enormous."""
    return ImportFailed(path, "{name} unpacks to far more than a document holds: it is not opened.", name=path.name)


def check_kind(path: Path, data: bytes, wanted: Kind) -> None:
    """Refuse a file whose bytes are of another kind than its name says."""
    kind = sniff(data)
    name, suffix = path.name, path.suffix
    if kind == wanted or (kind == "html" and wanted == "text"):
        return
    if kind == "old-office":
        _refuse_old_office(path, data)
    if kind in ("docx", "odt", "rtf", "html", "pdf"):
        raise ImportFailed(
            path,
            "{name} is named {suffix} but holds {kind}: rename it to .{kind}.",
            name=name,
            suffix=suffix,
            kind=kind,
        )
    if kind != "text" and wanted == "text":
        raise ImportFailed(path, "{name} is named {suffix} but holds no text.", name=name, suffix=suffix)
    if wanted == "html" and kind == "text":
        return
    raise ImportFailed(
        path, "{name} is named {suffix} but is no such document, or is damaged.", name=name, suffix=suffix
    )


def _refuse_old_office(path: Path, data: bytes) -> None:
    name = path.name
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise ImportFailed(
            path, "{name} is protected by a password: open it in Word and save a copy without.", name=name
        )
    raise ImportFailed(path, "{name} is an old Word file (.doc): open it in Word and save it as .docx.", name=name)


@contextmanager
def unzipped(path: Path, data: bytes | None = None) -> Iterator[zipfile.ZipFile]:
    """Open `data`, else the file, as a zip whose members are known to be harmless; broken ones give one sentence."""
    try:
        with zipfile.ZipFile(path if data is None else io.BytesIO(data)) as archive:
            _check_members(path, archive.infolist())
            yield archive
    except _BROKEN as error:
        raise ImportFailed(path, "{name} is damaged or cut short.", name=path.name) from error


def _check_members(path: Path, members: list[zipfile.ZipInfo]) -> None:
    name = path.name
    unpacked = sum(member.file_size for member in members)
    for member in members:
        if _leaves(member.orig_filename):
            raise ImportFailed(path, "{name} holds a part that would be written outside its folder.", name=name)
        if member.flag_bits & 1:
            raise ImportFailed(path, "{name} is protected by a password: save a copy without.", name=name)
        ratio = member.file_size / max(member.compress_size, 1)
        if member.file_size > RATIO_FREE and ratio > LARGEST_RATIO:
            raise far_too_large(path)
    if unpacked > LARGEST_UNPACKED:
        raise far_too_large(path)


def _leaves(name: str) -> bool:
    """Would a member of this name be written outside the folder where it is unpacked?"""
    if name[:1] not in ("", "/") and not any(sign in name for sign in ("..", "\\", ":")):
        return False  # as nearly all do not
    parts = re.split(r"[/\\]", name)
    return ".." in parts or parts[0] == "" or re.match(r"[A-Za-z]:", name) is not None


def member(path: Path, archive: zipfile.ZipFile, name: str | zipfile.ZipInfo) -> bytes:
    """Return one member's bytes; the zip's own directory bounds how much is unpacked."""
    if (archive.getinfo(name) if isinstance(name, str) else name).file_size > LARGEST_MEMBER:
        raise far_too_large(path)
    return archive.read(name)


def xml(path: Path, data: bytes) -> _Element:
    """Parse XML with entities, DTD and network off."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ImportFailed(path, "{name} is damaged: its text can't be read.", name=path.name) from error
