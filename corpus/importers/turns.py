"""Cut a text into passages: one speaker's turn with all its paragraphs, else one paragraph, heading, cell or note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.drafts import Block, DraftPassage, DraftSpeaker, Note, PassageKind
from corpus.importers import marks
from corpus.importers.mark import UNNAMED, Mark
from corpus.importers.speaking import roles
from corpus.importers.speaking.labels import nearest
from corpus.importers.speaking.rules import MarkRule

UNCLEAR = Note("Who asks and who answers is not clear: all roles are unknown.", doubt=True)


class Cut(NamedTuple):
    """A text cut: its passages in order, who speaks, and what the person should know of how that was told."""

    passages: tuple[DraftPassage, ...]
    speakers: tuple[DraftSpeaker, ...]
    notes: tuple[Note, ...] = ()


def cut(text: str, blocks: Sequence[Block], rule: MarkRule | None = None) -> Cut:
    """Return the passages of `text` and its speakers, told from `rule` or else from how the whole text is written.

    Passages are disjoint, not empty and have no space at either end; marks and times lie outside them.

    >>> passages, speakers, _ = cut("INT: Why?\\nMARIE: Because.", [Block(0, 9), Block(10, 25)])
    >>> [(p.speaker, p.start, p.end) for p in passages]
    [('INT', 5, 9), ('MARIE', 17, 25)]
    """
    found = marks.find(text, blocks, rule)
    passages = tuple(_Cutter(text).run(blocks, found.marks))
    speakers = _speakers(text, passages, any(mark.label == UNNAMED for mark in found.marks))
    return Cut(passages, speakers, tuple(_notes(text, found, speakers)))


@dataclass(slots=True)
class _Open:
    """A turn that goes on: its end moves with every paragraph."""

    kind: PassageKind
    start: int
    end: int
    speaker: str | None
    page: int | None
    start_ms: int | None
    end_ms: int | None


@dataclass(slots=True)
class _Cutter:
    text: str
    done: list[DraftPassage] = field(default_factory=list)
    turn: _Open | None = None
    holder: str | None = None
    times: tuple[int | None, int | None] = (None, None)
    marked: bool = False
    opened: int = -1

    def run(self, blocks: Sequence[Block], found: Sequence[Mark]) -> list[DraftPassage]:
        starts = [mark.start for mark in found]
        for block in blocks:
            apart = block.kind in ("cell", "note")
            if apart:
                self.forget()
            at = block.start
            for mark in marks.between(found, starts, block):
                self.piece(block, at, mark.start)
                self.open(mark)
                at = mark.end
            self.piece(block, at, block.end)
            if apart:
                self.forget()
        self.close()
        return self.done

    def open(self, mark: Mark) -> None:
        """Begin what a mark announces; one without a label goes on with the same speaker."""
        if mark.closes and self.turn is not None:
            self.turn.end_ms = mark.end_ms if self.turn.end_ms is None else self.turn.end_ms
        self.close()
        if mark.label is not None:
            self.holder = mark.label or None
        if mark.start_ms is not None:
            self.times = (mark.start_ms, mark.end_ms)
        self.marked, self.opened = True, mark.end

    def piece(self, block: Block, start: int, end: int) -> None:
        """Add a stretch without marks to the open turn, or make it a passage of its own."""
        start, end = trimmed(self.text, start, end) if start < end else (start, end)
        if start >= end:
            return
        if block.speaker is not None:
            self.forget()
            self.add("turn", start, end, block.speaker, block.page, (block.start_ms, block.end_ms))
        elif block.kind == "cue":
            self.cue(block, start, end)
        elif block.kind == "heading" and start != self.opened:
            self.close()
            self.add("heading", start, end, None, block.page, (None, None))
        elif self.turn is not None:
            self.turn.end = end
        elif self.marked and block.kind != "note":
            kind: PassageKind = "cell" if block.kind == "cell" else "turn"
            self.turn = _Open(kind, start, end, self.holder, block.page, *self.times)
            self.times = (None, None)
        else:
            self.add(block.kind, start, end, None, block.page, (None, None))

    def cue(self, block: Block, start: int, end: int) -> None:
        """Add a subtitle: it goes on with the turn of the same speaker."""
        speaker = self.holder
        turn = self.turn
        if turn is not None and speaker is not None and turn.speaker == speaker:
            turn.end, turn.end_ms = end, block.end_ms
            return
        self.close()
        kind: PassageKind = "cue" if speaker is None else "turn"
        self.turn = _Open(kind, start, end, speaker, block.page, block.start_ms, block.end_ms)

    def forget(self) -> None:
        """Let nobody's turn go on."""
        self.close()
        self.holder, self.marked, self.times = None, False, (None, None)

    def close(self) -> None:
        turn, self.turn = self.turn, None
        if turn is not None:
            times = (turn.start_ms, turn.end_ms)
            self.add(turn.kind, turn.start, turn.end, turn.speaker, turn.page, times)

    def add(
        self,
        kind: PassageKind,
        start: int,
        end: int,
        speaker: str | None,
        page: int | None,
        times: tuple[int | None, int | None],
    ) -> None:
        start_ms, end_ms = times
        backwards = start_ms is not None and end_ms is not None and end_ms < start_ms
        self.done.append(DraftPassage(kind, start, end, speaker, page, start_ms, None if backwards else end_ms))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without the space at its ends; empty where there is nothing else."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return start + left, start + max(left, len(piece.rstrip()))


def paragraphs(text: str, start: int = 0) -> Iterator[Block]:
    """Yield the paragraphs of plain text: parted by blank lines, or one a line where lines are not folded."""
    groups = list(_groups(text, start))
    folded = _folded(text, groups)
    for group in groups:
        if folded:
            yield Block(group[0][0], group[-1][1])
        else:
            yield from (Block(*line) for line in group)


def _groups(text: str, start: int) -> Iterator[list[tuple[int, int]]]:
    group: list[tuple[int, int]] = []
    at = start
    while at <= len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        if text[at:stop].strip():
            group.append((at, stop))
        elif group:
            yield group
            group = []
        at = stop + 1
    if group:
        yield group


def _folded(text: str, groups: Sequence[Sequence[tuple[int, int]]]) -> bool:
    """Were lines broken at a measure? Then lines that are not a paragraph's last are almost as long as the longest."""
    inner = sorted(end - start for group in groups for start, end in group[:-1])
    if len(inner) < 3:
        return False
    longest = inner[int(len(inner) * 0.95)]
    return 50 <= longest <= 160 and sum(length >= 0.75 * longest for length in inner) >= 0.7 * len(inner)


def _speakers(text: str, passages: Sequence[DraftPassage], unnamed: bool) -> tuple[DraftSpeaker, ...]:
    """Return who speaks, with roles; where somebody without a mark does, that one is heard as well."""
    heard = roles.heard(text, passages, UNNAMED if unnamed else None)
    told = roles.told(heard)
    heard.pop(UNNAMED, None)
    frequent = dict(Counter({label: one.turns for label, one in heard.items()}).most_common(100))
    return tuple(
        DraftSpeaker(label, told[label], one.turns, nearest(label, one.turns, frequent)) for label, one in heard.items()
    )


def _alike(text: str, unnamed: Sequence[Mark]) -> bool:
    """Do most turns of nobody begin with the same signs, as after a mark that was not understood?"""
    starts = (text[mark.end : mark.end + 40].split(maxsplit=1) for mark in unnamed)
    first = Counter(words[0] for words in starts if words)
    return any(count >= 3 and count > 0.6 * len(unnamed) for _, count in first.most_common(1))


def _notes(text: str, found: marks.TextMarks, speakers: Sequence[DraftSpeaker]) -> Iterator[Note]:
    """Say what is doubtful of who speaks."""
    if found.doubtful:
        shown = [f"{text.count(chr(10), 0, one.start) + 1} ({one.label})" for one in found.doubtful[:3]]
        first = found.doubtful[0]
        values = {"count": len(found.doubtful), "lines": ", ".join(shown), "label": first.label, "start": first.start}
        yield Note("Lines that may open a turn, and were not taken to: {count}, such as {lines}.", values, doubt=True)
    unnamed = [mark for mark in found.marks if mark.label == UNNAMED]
    if unnamed:
        labels = ", ".join(speaker.label for speaker in speakers)
        sentence = "Only {labels} is marked; what stands between is said by somebody without a name."
        yield Note(sentence, {"labels": labels}, doubt=_alike(text, unnamed))
    elif len(speakers) > 1 and all(speaker.role == "unknown" for speaker in speakers):
        yield UNCLEAR
