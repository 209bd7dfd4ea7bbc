"""What an import would bring, told of each document before anything is written, and what the person answers."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, TypeVar

from corpus import words
from corpus.cleaning import clean_title
from corpus.drafts import Draft, DraftPassage, DraftSpeaker, Identity, Note, PassageKind, Role, identity
from corpus.errors import ImportFailed
from corpus.importers import turns

Status = Literal["doubtful", "refused", "ready", "duplicate"]
Need = Literal["password", "encoding"]

OPENING = 12_000
"""How many code points of a text are shown."""

_ORDER: tuple[Status, ...] = ("doubtful", "refused", "ready", "duplicate")
_FIRST = 5  # passages
_LINES = 2  # of each speaker
_LONGEST = 160  # code points of a line

_Speaker = TypeVar("_Speaker", "DraftSpeaker", "PreviewVoice")


@dataclass(frozen=True, slots=True)
class PreviewPassage:
    """A passage by its first words, on one line, and who says it."""

    kind: PassageKind
    speaker: str | None
    text: str


@dataclass(frozen=True, slots=True)
class PreviewVoice:
    """A speaker to be: how much is said, and the first two things; `same_as` is a mark it may be a misspelling of."""

    label: str
    role: Role
    turns: int
    words: int
    lines: tuple[str, ...]
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class PreviewAnswers:
    """What the person says of a document: roles by speaker, and for marks that may be misspelt whose they are.

    Where a mark is `same` as itself, it is a speaker of its own.
    """

    roles: Mapping[str, Role] = field(default_factory=dict)
    same: Mapping[str, str] = field(default_factory=dict)
    language: str | None = None

    @property
    def gone(self) -> dict[str, str]:
        """Return the marks that are another's, with that other."""
        return {mark: into for mark, into in self.same.items() if mark != into}

    def role(self, label: str, role: Role) -> PreviewAnswers:
        """Return the answers with a role."""
        return replace(self, roles={**self.roles, label: role})

    def joined(self, label: str, into: str) -> PreviewAnswers:
        """Return the answers with all that `label` says said by `into`; by itself where they are the same."""
        same = {mark: into if other == label else other for mark, other in self.same.items()}
        return replace(self, same={**same, label: into})


@dataclass(frozen=True, slots=True)
class Preview:
    """A document to be; or a file that is refused for `error`, or that the document `there` came from before.

    `guessed` says that the encoding is a guess; `opening` is how the text begins, with the passages that begin in it;
    `corrects` names the document that it looks like a corrected version of.
    """

    path: Path
    name: str
    importer: str = ""
    encoding: str | None = None
    guessed: bool = False
    language: str | None = None
    characters: int = 0
    words: int = 0
    passages: int = 0
    voices: tuple[PreviewVoice, ...] = ()
    opening: str = field(default="", repr=False)
    opens_with: tuple[DraftPassage, ...] = field(default=(), repr=False)
    notes: tuple[Note, ...] = ()
    there: str | None = None
    error: ImportFailed | None = None
    corrects: str | None = None

    @property
    def status(self) -> Status:
        """Return what would become of it."""
        if self.error is not None:
            return "refused"
        return "duplicate" if self.there is not None else "doubtful" if self.doubts else "ready"

    @property
    def first(self) -> tuple[PreviewPassage, ...]:
        """Return the first passages."""
        return tuple(
            PreviewPassage(one.kind, one.speaker, _line(self.opening, one)) for one in self.opens_with[:_FIRST]
        )

    @property
    def doubts(self) -> tuple[Note, ...]:
        """Return what asks for a look before it is written; nothing does of what is there already."""
        asked = (*_misspelt(self.voices), *(note for note in self.notes if note.doubt))
        return asked if self.there is None else ()

    @property
    def doubtful_label(self) -> tuple[int, int] | None:
        """Return where the first label stands that was not taken for one, if it is in what is shown."""
        for note in self.doubts:
            label, start = str(note.values.get("label", "")), note.values.get("start")
            at = self.opening.find(label, start) if label and isinstance(start, int) else -1
            if at >= 0:
                return at, at + len(label)
        return None

    @property
    def told(self) -> tuple[Note, ...]:
        """Return what was done or left out."""
        return tuple(note for note in self.notes if not note.doubt)

    @property
    def needs(self) -> Need | None:
        """Return what would let a refused file be read."""
        sentence = self.error.sentence if self.error else ""
        return "password" if "password" in sentence else "encoding" if "encoding" in sentence.lower() else None

    @property
    def asks(self) -> bool:
        """Say whether the person should look before it is written."""
        return bool(self.doubts) or self.needs is not None

    def answered(self, answers: PreviewAnswers) -> Preview:
        """Return the preview of the draft that is answered so."""
        if answers == PreviewAnswers():
            return self
        gone = answers.gone
        kept = (_settled(voice, answers) for voice in self.voices if voice.label not in gone)
        joined = (_with(voice, [one for one in self.voices if gone.get(one.label) == voice.label]) for voice in kept)
        voices = tuple(joined)
        clear = any(voice.role != "unknown" for voice in voices)
        notes = tuple(note for note in self.notes if not (clear and note == turns.UNCLEAR))
        return replace(self, voices=voices, notes=notes, language=answers.language or self.language)


def of(draft: Draft, there: Mapping[Identity, str] | None = None) -> Preview:
    """Return the preview of a draft; `there` names the documents in the project (`documents.originals`)."""
    return Preview(
        path=draft.path,
        name=clean_title(draft.name),
        importer=draft.importer,
        encoding=draft.encoding,
        guessed=any(note.doubt and "encoding" in note.values for note in draft.notes),
        language=draft.language,
        characters=len(draft.text),
        words=words.count(draft.text),
        passages=len(draft.passages),
        voices=_voices(draft),
        opening=draft.text[:OPENING],
        opens_with=tuple(itertools.takewhile(lambda one: one.start < OPENING, draft.passages)),
        notes=draft.notes,
        there=(there or {}).get(identity(draft)),
    )


def refused(path: Path, error: ImportFailed) -> Preview:
    """Return the preview of a file that can't be read."""
    return Preview(path, path.name, error=error)


def ordered(previews: Iterable[Preview]) -> list[Preview]:
    """Return the previews with those first that ask for a look, else as they came."""
    return sorted(previews, key=order)


def order(preview: Preview) -> tuple[bool, int]:
    """Return what previews are sorted by."""
    return not preview.asks, _ORDER.index(preview.status)


def answered(draft: Draft, answers: PreviewAnswers) -> Draft:
    """Return the draft as it is to be written."""
    gone = answers.gone
    counts = {one.label: one.turns for one in draft.speakers}
    for mark, into in gone.items():
        counts[into] = counts.get(into, 0) + counts.get(mark, 0)
    speakers = (_settled(one, answers) for one in draft.speakers if one.label not in gone)
    passages = (one._replace(speaker=gone[one.speaker]) if one.speaker in gone else one for one in draft.passages)
    return replace(
        draft,
        speakers=tuple(replace(one, turns=counts[one.label]) for one in speakers),
        passages=tuple(passages) if gone else draft.passages,
        language=answers.language or draft.language,
    )


def _settled(speaker: _Speaker, answers: PreviewAnswers) -> _Speaker:
    """Return the speaker with the role that was given, and no question where its mark was answered."""
    role, other = answers.roles.get(speaker.label, speaker.role), speaker.same_as
    asked = speaker.label not in answers.same and other not in answers.gone
    return replace(speaker, role=role, same_as=speaker.same_as if asked else None)


def _with(voice: PreviewVoice, others: Sequence[PreviewVoice]) -> PreviewVoice:
    """Return the voice with all that others say."""
    return replace(
        voice,
        turns=voice.turns + sum(one.turns for one in others),
        words=voice.words + sum(one.words for one in others),
        lines=(*voice.lines, *(line for one in others for line in one.lines))[:_LINES],
    )


def _misspelt(voices: Iterable[PreviewVoice]) -> list[Note]:
    return [
        Note(
            "{mark} ({turns}) may be {other}, misspelt.",
            {"mark": one.label, "turns": one.turns, "other": one.same_as},
            doubt=True,
        )
        for one in voices
        if one.same_as is not None
    ]


def _voices(draft: Draft) -> tuple[PreviewVoice, ...]:
    said: dict[str, list[DraftPassage]] = {one.label: [] for one in draft.speakers}
    for passage in draft.passages:
        if passage.speaker is not None:
            said[passage.speaker].append(passage)
    return tuple(_voice(draft.text, one, said[one.label]) for one in draft.speakers)


def _voice(text: str, speaker: DraftSpeaker, said: list[DraftPassage]) -> PreviewVoice:
    count = sum(words.count(text[one.start : one.end]) for one in said)
    lines = tuple(_line(text, one) for one in said[:_LINES])
    return PreviewVoice(speaker.label, speaker.role, len(said), count, lines, speaker.same_as)


def _line(text: str, passage: DraftPassage) -> str:
    """Return the first words of a passage on one line."""
    stop = min(passage.end, passage.start + _LONGEST, len(text))
    piece = " ".join(text[passage.start : stop].split())
    return piece if stop == passage.end else f"{piece.rpartition(' ')[0] or piece} …"
