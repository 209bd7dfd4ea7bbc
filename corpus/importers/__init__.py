"""Importers: a file becomes a draft. They know no project and write nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from corpus.cleaning import clean_title, file_title, in_place
from corpus.drafts import Draft, DraftSpeaker, Person
from corpus.errors import ImportFailed, SourceError
from corpus.importers import archives, layouts, safety, splitting, text_language, turns
from corpus.importers.finding import PassedOver, find, passed_over
from corpus.importers.reading import FileReading, Options, Split
from corpus.importers.speaking.rules import MarkRule
from corpus.progress import Progress, silent

__all__ = ["FORMATS", "SUFFIXES", "Format", "PassedOver", "find", "passed_over", "read", "read_all"]


Read = Callable[[Path, bytes, Options], FileReading | Iterable[FileReading]]


class Format(NamedTuple):
    """A kind of file: `read` gives its one reading, or one for each document that it holds."""

    importer: str
    media_type: str
    read: Read


def _by(module: str, function: str = "read") -> Read:
    """Return the reader in a module, which is imported once there is a file for it."""

    def read(path: Path, data: bytes, options: Options) -> FileReading | Iterable[FileReading]:
        reader: Read = getattr(import_module(f"{__name__}.{module}"), function)
        return reader(path, data, options)

    return read


_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMATS = {
    ".txt": Format("plain", "text/plain", _by("plain", "read_texts")),
    ".md": Format("markdown", "text/markdown", _by("markdown")),
    ".markdown": Format("markdown", "text/markdown", _by("markdown")),
    ".docx": Format("word", _OFFICE, _by("word")),
    ".doc": Format("old word", "application/msword", _by("old_word")),
    ".odt": Format("odt", "application/vnd.oasis.opendocument.text", _by("odt")),
    ".fodt": Format("odt", "application/vnd.oasis.opendocument.text-flat-xml", _by("odt", "read_flat")),
    ".rtf": Format("rtf", "application/rtf", _by("rtf")),
    ".html": Format("html", "text/html", _by("html")),
    ".htm": Format("html", "text/html", _by("html")),
    ".pdf": Format("pdf", "application/pdf", _by("pdf")),
    ".srt": Format("subtitles", "application/x-subrip", _by("subtitles")),
    ".vtt": Format("subtitles", "text/vtt", _by("subtitles")),
    ".epub": Format("epub", "application/epub+zip", _by("epub")),
    ".eaf": Format("elan", "application/xml", _by("elan")),
    ".textgrid": Format("praat", "text/plain", _by("praat")),
    ".trs": Format("transcriber", "application/xml", _by("transcriber")),
    ".exb": Format("exmaralda", "application/xml", _by("exmaralda")),
    ".otr": Format("otranscribe", "application/json", _by("otranscribe")),
    ".csv": Format("survey", "text/csv", _by("surveys")),
    ".tsv": Format("survey", "text/tab-separated-values", _by("tabs")),
    ".xlsx": Format("survey", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _by("surveys")),
    ".json": Format("recogniser", "application/json", _by("layouts.recognisers")),
}

SUFFIXES = frozenset((*FORMATS, archives.SUFFIX))
"""The endings of the files that can be imported, in lower case with their dot."""


def read_all(
    path: Path,
    *,
    language: str | None = None,
    encoding: str | None = None,
    password: str | None = None,
    progress: Progress = silent,
    speakers: MarkRule | None = None,
    split: Split | None = None,
    answers: Sequence[str] | None = None,
) -> Iterator[Draft | ImportFailed]:
    """Yield a draft for each document of a file, or why that one can't be read; raise `ImportFailed` for all of it.

    `encoding` overrules the evidence for text files, `password` opens a protected PDF; `language` is `fr` or `en`, told
    from the commonest words where it is not given; `speakers` is the rule by which turns are told, and with `split`
    nobody speaks; `answers` are the columns of a survey that are text. Documents are read one after the other, as they
    are asked for. A path may go on into an archive: then that one file in it is read.
    """
    path, inside = archives.parted(Path(path))
    options = Options(encoding, password, progress, speakers, answers)
    if path.suffix.lower() not in (*FORMATS, archives.SUFFIX) and path.is_file():
        raise _unknown_type(path)  # unread, however large it is
    progress(0, 1, path.name)
    if path.suffix.lower() != archives.SUFFIX:
        yield from _documents(path, safety.load(path), options, language, split)
        return
    for member, data in archives.members(path, inside):
        try:
            if isinstance(data, ImportFailed):
                raise data
            yield from _documents(member, data, options, language, split)
        except ImportFailed as failure:
            yield failure


def _documents(
    path: Path, data: bytes, options: Options, language: str | None, split: Split | None
) -> Iterator[Draft | ImportFailed]:
    file_format = FORMATS.get(path.suffix.lower())
    if file_format is None:
        raise _unknown_type(path)
    if not data:
        raise ImportFailed(path, "{name} is empty.", name=path.name)
    found = file_format.read(path, data, options)
    for reading in (found,) if isinstance(found, FileReading) else found:
        told = options.speakers is None and split is None and reading.person is None
        try:
            yield _draft(
                path,
                data,
                file_format,
                layouts.recognised(reading) if told else reading,
                language,
                options.speakers,
                split,
            )
        except ImportFailed as failure:
            if isinstance(found, FileReading):
                raise
            yield failure


def read(
    path: Path,
    *,
    language: str | None = None,
    encoding: str | None = None,
    password: str | None = None,
    progress: Progress = silent,
    speakers: MarkRule | None = None,
) -> Draft:
    """Read the first document of a file into a draft, or refuse it by `ImportFailed` with one sentence."""
    path = Path(path)
    found = read_all(
        path, language=language, encoding=encoding, password=password, progress=progress, speakers=speakers
    )
    draft = next(found, None)
    if isinstance(draft, Draft):
        return draft
    raise draft or ImportFailed(path, "{name} holds no text.", name=path.name)


def _draft(
    path: Path,
    data: bytes,
    file_format: Format,
    reading: FileReading,
    language: str | None,
    rule: MarkRule | None,
    split: Split | None,
) -> Draft:
    if not reading.text.strip():
        raise ImportFailed(path, "{name} holds no text.", name=path.name)
    if len(reading.text) > safety.LARGEST_TEXT:
        raise ImportFailed(path, "{name} holds too much text for one document: split it.", name=path.name)
    text = in_place(reading.text)
    try:
        passages, speakers, notes = (
            turns.Cut(splitting.passages(text, reading.blocks, split), ())
            if split is not None
            else turns.cut(text, reading.blocks, rule)
        )
    except SourceError as error:
        raise ImportFailed(path, error.sentence, **error.values) from error
    return Draft(
        path=path,
        name=clean_title(reading.name) or file_title(path.stem),
        text=text,
        original=data,
        media_type=file_format.media_type,
        importer=file_format.importer,
        part=reading.part,
        encoding=reading.encoding,
        language=language or text_language.language_of(text),
        passages=passages,
        speakers=_asked(speakers, reading.person),
        person=reading.person,
        attributes=dict(reading.attributes),
        notes=(*reading.notes, *notes),
        places=reading.places,
    )


def _asked(speakers: tuple[DraftSpeaker, ...], person: Person | None) -> tuple[DraftSpeaker, ...]:
    """Say of who answers a survey that they are a respondent."""
    known = person and person.name
    return tuple(replace(one, role="respondent") if one.label == known else one for one in speakers)


def _unknown_type(path: Path) -> ImportFailed:
    name, suffix = path.name, path.suffix.lower()
    if suffix in (".dot", ".docm", ".wpd", ".wps", ".pages"):
        return ImportFailed(
            path, "{name}: files of type {suffix} can't be read: save it as .docx.", name=name, suffix=suffix
        )
    if suffix == ".sxw":
        return ImportFailed(
            path, "{name}: files of type {suffix} can't be read: save it as .odt.", name=name, suffix=suffix
        )
    if suffix == archives.SUFFIX:
        return ImportFailed(
            path, "{name} is an archive within an archive: unpack it and import what is in it.", name=name
        )
    if suffix in (".7z", ".rar", ".gz", ".tar", ".xz"):
        return ImportFailed(path, "{name} is an archive: unpack it and import the files in it.", name=name)
    if suffix in (".xls", ".ods"):
        return ImportFailed(
            path, "{name}: files of type {suffix} can't be read: save it as .xlsx.", name=name, suffix=suffix
        )
    if not suffix:
        return ImportFailed(path, "{name} has no ending: name it .txt if it is plain text.", name=name)
    return ImportFailed(
        path, "{name}: files of type {suffix} can't be read: save it as .docx, .pdf or .txt.", name=name, suffix=suffix
    )
