"""Importing files: read them all first, write once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from corpus import documents, importers
from corpus.drafts import Draft
from corpus.errors import ImportFailed
from corpus.importers.speaking.rules import Rule
from corpus.progress import Progress, silent
from corpus.store.project import Project
from corpus.ties import Tied


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a document in a file: `status` is imported, refused or duplicate; `reason` says why it is refused.

    `tied` are its speakers who were tied by themselves to the participant of their name.
    """

    path: Path
    status: str
    document: str | None = None
    key: int | None = None
    error: ImportFailed | None = None
    draft: Draft | None = None
    tied: tuple[Tied, ...] = ()

    @property
    def reason(self) -> str | None:
        """Return why the file was refused, in one sentence."""
        return str(self.error) if self.error else None


def import_files(
    project: Project,
    paths: Iterable[Path],
    *,
    recursive: bool = True,
    language: str | None = None,
    encoding: str | None = None,
    password: str | None = None,
    progress: Progress = silent,
    speakers: Rule | None = None,
) -> list[Outcome]:
    """Import files and folders as one change; a bad file is refused with a reason and the rest goes on.

    `speakers` is the rule by which turns are told. Reading holds no transaction: cancelled before the write at the end,
    it leaves nothing behind.
    """
    files = importers.find(paths, recursive=recursive)
    language_of_study = project.info().language
    read: list[Draft | ImportFailed] = []
    for done, path in enumerate(files):
        progress(done, len(files), path.name)
        try:
            for found in importers.read_all(
                path, language=language, encoding=encoding, password=password, speakers=speakers
            ):
                if isinstance(found, Draft) and not found.language:
                    found = replace(found, language=language_of_study)
                read.append(found)
        except ImportFailed as failure:
            read.append(failure)
    progress(len(files), len(files), "")
    added = iter(documents.add(project, (draft for draft in read if isinstance(draft, Draft))))
    return [_outcome(result, added) for result in read]


def _outcome(result: Draft | ImportFailed, added: Iterator[documents.Added]) -> Outcome:
    if isinstance(result, ImportFailed):
        return Outcome(result.path, "refused", error=result)
    one = next(added)
    if one.status == "otherwise":
        sentence = "{name} is in the project as {document}, read otherwise: replace it to have it read like this."
        error = ImportFailed(result.path, sentence, name=result.path.name, document=one.name)
        return Outcome(result.path, "refused", one.name, one.key, error, result)
    return Outcome(result.path, one.status, one.name, one.key, draft=result, tied=one.tied)
