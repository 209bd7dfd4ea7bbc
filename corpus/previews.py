"""What an import would bring, told of each document before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from corpus import importers, words
from corpus.cleaning import clean_title
from corpus.drafts import Draft, DraftPassage, DraftSpeaker, Identity, Note, PassageKind, Role, identity
from corpus.errors import ImportFailed
from corpus.progress import Progress, silent

Status = Literal["doubtful", "refused", "ready", "duplicate"]
Need = Literal["password", "encoding"]

_ORDER: tuple[Status, ...] = ("doubtful", "refused", "ready", "duplicate")
_FIRST = 5  # passages
_LINES = 2  # of each speaker
_LONGEST = 160  # code points of a line


@dataclass(frozen=True, slots=True)
class Said:
    """A passage by its first words, on one line, and who says it."""

    kind: PassageKind
    speaker: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker to be: how much is said, and the first two things; `same_as` is a mark it may be a misspelling of."""

    label: str
    role: Role
    turns: int
    words: int
    lines: tuple[str, ...]
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """A document to be, or a file that is refused or there already, of which `name` then is the document.

    `guessed` says that the encoding is a guess; of the notes, those that ask for a look are `doubts`.
    """

    path: Path
    status: Status
    name: str
    importer: str = ""
    encoding: str | None = None
    guessed: bool = False
    language: str | None = None
    characters: int = 0
    words: int = 0
    passages: int = 0
    voices: tuple[Voice, ...] = ()
    first: tuple[Said, ...] = ()
    doubts: tuple[Note, ...] = ()
    notes: tuple[Note, ...] = ()
    error: ImportFailed | None = None

    @property
    def needs(self) -> Need | None:
        """Return what would let a refused file be read."""
        sentence = self.error.sentence if self.error else ""
        return "password" if "password" in sentence else "encoding" if "encoding" in sentence.lower() else None

    @property
    def asks(self) -> bool:
        """Say whether the person should look before it is written."""
        return bool(self.doubts) or self.needs is not None


def read(
    files: Sequence[Path],
    there: Mapping[Identity, str],
    *,
    language: str | None = None,
    encoding: str | None = None,
    password: str | None = None,
    progress: Progress = silent,
) -> Iterator[Preview]:
    """Yield the preview of each document of each file; `there` names the documents in the project (`originals`)."""
    for done, path in enumerate(files):
        progress(done, len(files), path.name)
        try:
            for found in importers.read_all(path, language=language, encoding=encoding, password=password):
                yield of(found, there) if isinstance(found, Draft) else refused(found.path, found)
        except ImportFailed as failure:
            yield refused(path, failure)


def of(draft: Draft, there: Mapping[Identity, str] | None = None) -> Preview:
    """Return the preview of a draft; `there` names the documents in the project (`documents.originals`)."""
    name = (there or {}).get(identity(draft))
    doubts = (*_misspelt(draft), *(note for note in draft.notes if note.doubt))
    return Preview(
        path=draft.path,
        status="duplicate" if name is not None else "doubtful" if doubts else "ready",
        name=clean_title(draft.name) if name is None else name,
        importer=draft.importer,
        encoding=draft.encoding,
        guessed=any("encoding" in note.values for note in doubts),
        language=draft.language,
        characters=len(draft.text),
        words=words.count(draft.text),
        passages=len(draft.passages),
        voices=_voices(draft),
        first=tuple(Said(p.kind, p.speaker, _line(draft.text, p)) for p in draft.passages[:_FIRST]),
        doubts=doubts if name is None else (),
        notes=tuple(note for note in draft.notes if not note.doubt),
    )


def refused(path: Path, error: ImportFailed) -> Preview:
    """Return the preview of a file that can't be read."""
    return Preview(path, "refused", path.name, error=error)


def ordered(previews: Iterable[Preview]) -> list[Preview]:
    """Return the previews with those first that ask for a look, else as they came."""
    return sorted(previews, key=lambda one: (not one.asks, _ORDER.index(one.status)))


def _misspelt(draft: Draft) -> list[Note]:
    return [
        Note("{mark} ({turns}) may be {other}, misspelt.",
             {"mark": one.label, "turns": one.turns, "other": one.same_as}, doubt=True)
        for one in draft.speakers if one.same_as is not None
    ]  # fmt: skip


def _voices(draft: Draft) -> tuple[Voice, ...]:
    said: dict[str, list[DraftPassage]] = {one.label: [] for one in draft.speakers}
    for passage in draft.passages:
        if passage.speaker is not None:
            said[passage.speaker].append(passage)
    return tuple(_voice(draft.text, one, said[one.label]) for one in draft.speakers)


def _voice(text: str, speaker: DraftSpeaker, said: list[DraftPassage]) -> Voice:
    count = sum(words.count(text[one.start : one.end]) for one in said)
    lines = tuple(_line(text, one) for one in said[:_LINES])
    return Voice(speaker.label, speaker.role, len(said), count, lines, speaker.same_as)


def _line(text: str, passage: DraftPassage) -> str:
    """Return the first words of a passage on one line."""
    stop = min(passage.end, passage.start + _LONGEST)
    piece = " ".join(text[passage.start : stop].split())
    return piece if stop == passage.end else f"{piece.rpartition(' ')[0] or piece} …"


# What the person answers: the draft as it is to be written.


def with_role(draft: Draft, label: str, role: Role) -> Draft:
    """Return the draft in which the speaker `label`, where there is one, has that role."""
    speakers = tuple(replace(one, role=role) if one.label == label else one for one in draft.speakers)
    return replace(draft, speakers=speakers)


def joined(draft: Draft, label: str, into: str) -> Draft:
    """Return the draft in which all that `label` says is said by `into`."""
    turns = {one.label: one.turns for one in draft.speakers}
    if label == into or label not in turns or into not in turns:
        return draft
    turns[into] += turns[label]
    speakers = (
        replace(one, turns=turns[one.label], same_as=None if one.same_as == label else one.same_as)
        for one in draft.speakers if one.label != label
    )  # fmt: skip
    passages = (replace(one, speaker=into) if one.speaker == label else one for one in draft.passages)
    return replace(draft, speakers=tuple(speakers), passages=tuple(passages))


def apart(draft: Draft, label: str) -> Draft:
    """Return the draft in which `label` is no misspelling of another."""
    speakers = tuple(replace(one, same_as=None) if one.label == label else one for one in draft.speakers)
    return replace(draft, speakers=speakers)
