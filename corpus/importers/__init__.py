"""Importers: a file becomes a draft. They know no project and write nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from corpus.cleaning import file_title, in_place
from corpus.drafts import Draft
from corpus.errors import ImportFailed, SourceError
from corpus.importers import html, layouts, odt, pdf, plain, rtf, safety, subtitles, turns, word, words
from corpus.importers.reading import Options, Reading
from corpus.importers.speaking.rules import Rule
from corpus.progress import Progress, silent


class _Format(NamedTuple):
    importer: str
    media_type: str
    read: Callable[[Path, bytes, Options], Reading]


_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FORMATS = {
    ".txt": _Format("plain", "text/plain", plain.read_text),
    ".md": _Format("markdown", "text/markdown", plain.read_markdown),
    ".markdown": _Format("markdown", "text/markdown", plain.read_markdown),
    ".docx": _Format("word", _OFFICE, word.read),
    ".odt": _Format("odt", "application/vnd.oasis.opendocument.text", odt.read),
    ".rtf": _Format("rtf", "application/rtf", rtf.read),
    ".html": _Format("html", "text/html", html.read),
    ".htm": _Format("html", "text/html", html.read),
    ".pdf": _Format("pdf", "application/pdf", pdf.read),
    ".srt": _Format("subtitles", "application/x-subrip", subtitles.read),
    ".vtt": _Format("subtitles", "text/vtt", subtitles.read),
}

SUFFIXES = frozenset(_FORMATS)
"""The endings of the files that can be imported, in lower case with their dot."""

# What programs leave beside a person's files, and the person's own projects.
_SYSTEM_FILES = frozenset(("thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"))
_SYSTEM_ENDINGS = (".verbatim", ".verbatim-wal", ".verbatim-shm")


def read(
    path: Path,
    *,
    language: str | None = None,
    encoding: str | None = None,
    password: str | None = None,
    progress: Progress = silent,
    speakers: Rule | None = None,
) -> Draft:
    """Read one file into a draft, or refuse it by `ImportFailed` with one sentence.

    `encoding` overrules the evidence for text files, `password` opens a protected PDF; `language` is `fr` or `en`, told
    from the commonest words where it is not given; `speakers` is the rule by which turns are told.
    """
    path = Path(path)
    file_format = _FORMATS.get(path.suffix.lower())
    if file_format is None and path.is_file():
        raise _unknown_type(path)  # unread, however large it is
    data = safety.load(path)
    if file_format is None:
        raise _unknown_type(path)
    progress(0, 1, path.name)
    reading = file_format.read(path, data, Options(encoding, password, progress, speakers))
    reading = layouts.recognised(reading) if speakers is None else reading
    return _draft(path, data, file_format, reading, language, speakers)


def _draft(
    path: Path, data: bytes, file_format: _Format, reading: Reading, language: str | None, rule: Rule | None
) -> Draft:
    if not reading.text.strip():
        raise ImportFailed(path, "{name} holds no text.", name=path.name)
    if len(reading.text) > safety.LARGEST_TEXT:
        raise ImportFailed(path, "{name} holds too much text for one document: split it.", name=path.name)
    text = in_place(reading.text)
    try:
        passages, speakers, notes = turns.cut(text, reading.blocks, rule)
    except SourceError as error:
        raise ImportFailed(path, error.sentence, **error.values) from error
    return Draft(
        path=path,
        name=file_title(path.stem),
        text=text,
        original=data,
        media_type=file_format.media_type,
        importer=file_format.importer,
        encoding=reading.encoding,
        language=language or words.language_of(text),
        passages=passages,
        speakers=speakers,
        attributes=dict(reading.attributes),
        notes=(*reading.notes, *notes),
    )


def _unknown_type(path: Path) -> ImportFailed:
    name, suffix = path.name, path.suffix.lower()
    if suffix in (".doc", ".dot", ".docm", ".wpd", ".wps", ".pages"):
        return ImportFailed(
            path, "{name}: files of type {suffix} can't be read: save it as .docx.", name=name, suffix=suffix
        )
    if suffix in (".fodt", ".sxw"):
        return ImportFailed(
            path, "{name}: files of type {suffix} can't be read: save it as .odt.", name=name, suffix=suffix
        )
    if suffix == ".epub":
        return ImportFailed(path, "{name}: e-books can't be read: save the text as .html or .docx.", name=name)
    if suffix in (".zip", ".7z", ".rar", ".gz", ".tar", ".xz"):
        return ImportFailed(path, "{name} is an archive: unpack it and import the files in it.", name=name)
    if suffix in (".xlsx", ".xls", ".ods", ".csv", ".tsv"):
        return ImportFailed(path, "{name} is a table: participants are imported on their own page.", name=name)
    if not suffix:
        return ImportFailed(path, "{name} has no ending: name it .txt if it is plain text.", name=name)
    return ImportFailed(
        path, "{name}: files of type {suffix} can't be read: save it as .docx, .pdf or .txt.", name=name, suffix=suffix
    )


class PassedOver(NamedTuple):
    """What `find` leaves out of folders: files that no person put there, and folders it did not go into."""

    hidden: list[Path]
    folders: list[Path]


def find(paths: Iterable[Path], recursive: bool = False) -> list[Path]:
    """Return the files to import: those named, and those in folders, sorted; each once.

    A file is kept whatever its type, so that it is refused with a reason. What `passed_over` returns is left out;
    `recursive` goes into the folders below.
    """
    found: dict[Path, Path] = {}
    for path in map(Path, paths):
        files = _in_folder(path, recursive)[0] if path.is_dir() else [path]
        for file in files:
            found.setdefault(file.absolute(), file)
    return list(found.values())


def passed_over(paths: Iterable[Path], recursive: bool = False) -> PassedOver:
    """Return what `find` leaves out: hidden files, locks (`~$x.docx`) and projects, and folders within folders."""
    over = [_in_folder(path, recursive)[1] for path in map(Path, paths) if path.is_dir()]
    return PassedOver(*(sorted({path for each in over for path in each[n]}) for n in range(2)))


def _in_folder(folder: Path, recursive: bool) -> tuple[list[Path], PassedOver]:
    files: list[Path] = []
    over = PassedOver([], [])
    # A folder that may not be read is refused as a file is.
    for parent, folders, names in os.walk(folder, onerror=lambda error: files.append(Path(error.filename))):
        for name in names:
            (over.hidden if _hidden(name) else files).append(Path(parent, name))
        into = [
            name for name in folders if recursive and not name.startswith(".") and not Path(parent, name).is_symlink()
        ]
        over.hidden.extend(Path(parent, name) for name in folders if name.startswith("."))
        over.folders.extend(Path(parent, name) for name in folders if name not in into and not name.startswith("."))
        folders[:] = into
    return sorted(files), over


def _hidden(name: str) -> bool:
    plain = name.lower()
    return plain.startswith((".", "~$")) or plain in _SYSTEM_FILES or plain.endswith(_SYSTEM_ENDINGS)
