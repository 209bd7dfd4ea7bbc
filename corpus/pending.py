"""Documents that were read and are not yet written: told of, answered, read again, and written as they were shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Unpack, cast

from corpus import previews
from corpus.drafts import Draft, DraftPassage, Identity, Role, identity
from corpus.errors import ImportFailed
from corpus.importers.reader_process import DraftFile, Drafts
from corpus.importers.reading import ReadingOptions
from corpus.importers.speaking import rules
from corpus.previews import Preview, PreviewAnswers
from corpus.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Pending:
    """A document to be, or a file that is refused: as it was read with what was asked, and what the person answered.

    One that is `written` is in the project already; where it is wanted all the same, it is read anew in its place.
    """

    found: DraftFile | ImportFailed
    preview: Preview
    asked: ReadingOptions
    answers: PreviewAnswers = field(default_factory=PreviewAnswers)
    wanted: bool = True
    identity: Identity | None = None
    written: bool = False

    @property
    def path(self) -> Path:
        """Return the file."""
        return self.preview.path

    @property
    def shown(self) -> Preview:
        """Return the preview as it was answered."""
        return self.preview.answered(self.answers)

    @property
    def writable(self) -> bool:
        """Say whether it can come in: it was read, and is no other file's twin."""
        return self.preview.error is None and (self.preview.there is None or self.written)

    @property
    def comes_in(self) -> bool:
        """Say whether it is to be written."""
        return self.writable and self.wanted

    @property
    def changed(self) -> bool:
        """Say whether anything was asked or answered."""
        return any(self.asked.values()) or self.answers != PreviewAnswers()

    @property
    def ready(self) -> Pending | ImportFailed:
        """Return it as `importing.write` takes it: itself, or why it can't come in."""
        return self.preview.error or self

    def choose(self, wanted: bool) -> Pending:
        """Return it to be written, or left out."""
        return replace(self, wanted=wanted)

    def answer(self, answers: PreviewAnswers) -> Pending:
        """Return it answered so."""
        return replace(self, answers=answers)

    def with_role(self, label: str, role: Role) -> Pending:
        """Return it with a role of the speaker `label`, where there is one."""
        there = any(voice.label == label for voice in self.preview.voices)
        return self.answer(self.answers.role(label, role)) if there else self

    def load(self) -> Draft:
        """Return the draft as it was answered; let go of one before the next."""
        if isinstance(self.found, ImportFailed):
            raise self.found
        return previews.answered(self.found.load(), self.answers)

    def beginning(self, length: int) -> tuple[str, tuple[DraftPassage, ...]]:
        """Return so many code points of its text, and the passages that begin there."""
        draft = self.load()
        return draft.text[:length], tuple(one for one in draft.passages if one.start < length)


def read(
    drafts: Drafts,
    files: Sequence[Path],
    there: Mapping[Identity, str],
    *,
    progress: Progress = silent,
    **asked: Unpack[ReadingOptions],
) -> list[Pending]:
    """Read files, and tell of each document whether it came before, or is in the project: `there` names those."""
    known = dict(there)
    return [_pending(one, known, there, asked) for one in drafts.read_all(files, progress=progress, **asked)]


def ordered(pending: Iterable[Pending]) -> list[Pending]:
    """Return the documents with those first that ask for a look, else as they came."""
    return sorted(pending, key=lambda one: previews.order(one.shown))


def _pending(
    found: DraftFile | ImportFailed, known: dict[Identity, str], there: Mapping[Identity, str], asked: ReadingOptions
) -> Pending:
    """Return a document that was read; from now on it is `known`, so that the same file again is told as such."""
    if isinstance(found, ImportFailed):
        return Pending(found, previews.refused(found.path, found), asked)
    draft = found.load()
    preview, itself = previews.of(draft, known), identity(draft)
    known.setdefault(itself, preview.name)
    return Pending(found, preview, asked, wanted=preview.there is None, identity=itself, written=itself in there)


def asking(before: ReadingOptions, more: Mapping[str, Any]) -> ReadingOptions:
    """Return what is asked of a file with `more`, of which None takes back; raises `SourceError` for a bad rule."""
    asked = {**before, **more}
    if isinstance(rule := asked.get("speakers"), str):
        asked["speakers"] = rules.parse(rule)
    return cast(ReadingOptions, {name: value for name, value in asked.items() if value is not None})


def read_again(
    drafts: Drafts,
    pending: Sequence[Pending],
    asked: Mapping[Path, ReadingOptions],
    there: Mapping[Identity, str],
    *,
    progress: Progress = silent,
) -> list[Pending]:
    """Return the documents, of which some files are read again, each with what is `asked` of it; answers are kept."""
    others = {one.identity: one.preview.name for one in pending if one.identity and one.path not in asked}
    known, again = {**others, **there}, {}
    for done, (path, wanted) in enumerate(asked.items()):
        progress(done, len(asked), path.name)
        again[path] = [_pending(one, known, there, wanted) for one in drafts.read_all([path], **wanted)]
    return list(_replaced(pending, again))


def _replaced(pending: Sequence[Pending], again: Mapping[Path, Sequence[Pending]]) -> Iterator[Pending]:
    """Yield the documents in their order, those of a file that was read again in place of its first."""
    told: set[Path] = set()
    for one in pending:
        if one.path not in again:
            yield one
        elif one.path not in told:
            told.add(one.path)
            # One that is in the project and is read otherwise by the person's wish is to take its place.
            yield from (
                replace(new, answers=one.answers, wanted=one.wanted or (new.written and bool(new.asked)))
                for new in again[one.path]
            )
