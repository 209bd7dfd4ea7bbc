"""Importing files: read them all first, write once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Protocol, Unpack

from corpus import documents, importers
from corpus.correcting.rereading import Lost
from corpus.drafts import Draft, DraftSpeaker, Note
from corpus.errors import ImportFailed
from corpus.importers.reader_process import Drafts
from corpus.importers.reading import ReadingOptions
from corpus.people.ties import Tied
from corpus.progress import Progress, silent
from corpus.store.project import Project


@dataclass(frozen=True, slots=True)
class PlaceToCheck:
    """What is coded, or a question of the guide, that a person should see: its code, and its words before and after."""

    kind: str
    code: str
    words: str
    now: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a document in a file: `status` is imported, replaced, refused or duplicate; `reason` says why.

    `notes` and `speakers` are those of its draft, `tied` the speakers who were tied by themselves to the participant
    of their name, `lost` what a new reading has, or would have, no words for, `looks` what a corrected file does to
    codings, excerpts and questions that should be seen.
    """

    path: Path
    status: str
    document: str | None = None
    key: int | None = None
    error: ImportFailed | None = None
    notes: tuple[Note, ...] = ()
    speakers: tuple[DraftSpeaker, ...] = ()
    tied: tuple[Tied, ...] = ()
    lost: tuple[Lost, ...] = ()
    looks: tuple[PlaceToCheck, ...] = ()

    @property
    def reason(self) -> str | None:
        """Return why the file was refused, in one sentence."""
        return str(self.error) if self.error else None


def import_files(
    project: Project,
    paths: Iterable[Path],
    *,
    recursive: bool = True,
    anew: bool = False,
    losing: bool = False,
    progress: Progress = silent,
    **asked: Unpack[ReadingOptions],
) -> list[Outcome]:
    """Import files and folders as one change; a bad file is refused with a reason and the rest goes on.

    A file that is there and is read otherwise is replaced where it is to be read `anew`; if codings would go with the
    old words, it is refused with what is `lost` unless `losing` them is agreed to. What may be `asked` is said at
    `importers.read`. Reading holds no transaction: cancelled at any point, it leaves nothing behind.
    """
    files = importers.find(paths, recursive=recursive)
    with Drafts() as drafts:
        found = list(drafts.read_all(files, progress=progress, **asked))
        return write(project, found, anew=anew, losing=losing, progress=progress)


class WaitingDocument(Protocol):
    """A document that was read, and whose draft can be had."""

    def load(self) -> Draft:
        """Return the draft."""


def write(
    project: Project,
    found: Sequence[WaitingDocument | ImportFailed],
    *,
    anew: bool = False,
    losing: bool = False,
    progress: Progress = silent,
) -> list[Outcome]:
    """Write what was read as one change, with one draft in memory at a time, and say what became of each document."""
    told = partial(progress, len(found), len(found), "")
    drafts = _Drafts([one for one in found if not isinstance(one, ImportFailed)], project.info().language, told)
    added = iter(zip(documents.add(project, drafts, anew=anew, losing=losing), drafts.seen))
    return [
        Outcome(one.path, "refused", error=one) if isinstance(one, ImportFailed) else _outcome(*next(added))
        for one in found
    ]


@dataclass(slots=True)
class _Drafts:
    """Drafts that are loaded as they are gone through; `seen` are they without what is large."""

    kept: Sequence[WaitingDocument]
    language: str
    look: Callable[[], None]
    seen: list[Draft] = field(default_factory=list)

    def __iter__(self) -> Iterator[Draft]:
        self.seen.clear()
        for one in self.kept:
            self.look()
            draft = one.load()
            self.seen.append(draft.bare())
            yield draft if draft.language else replace(draft, language=self.language)


def _outcome(one: documents.Added, draft: Draft) -> Outcome:
    path, error, status = draft.path, None, str(one.status)
    if one.status == "otherwise":
        sentence = "{name} is in the project as {document}, read otherwise: replace it to have it read like this."
        if one.lost:
            sentence = (
                "{name} was not read anew. Codings, excerpts and questions of {document} on words it has not: {count}."
            )
        values = {"name": path.name, "document": one.name, "count": len(one.lost)}
        status, error = "refused", ImportFailed(path, sentence, **values)
    return Outcome(
        path=path,
        status=status,
        document=one.name,
        key=one.key,
        error=error,
        notes=draft.notes,
        speakers=draft.speakers,
        tied=one.tied,
        lost=one.lost,
    )
