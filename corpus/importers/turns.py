"""Cut a text into passages: one speaker's turn with all its paragraphs, else one paragraph, heading, cell or note."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.drafts import Block, DraftPassage, DraftSpeaker, Note, PassageKind, Role
from corpus.importers import marks
from corpus.importers.marks import Mark
from corpus.importers.speaking.rules import Rule

# Shares of turns that end in a question mark.
_OFTEN, _SOMETIMES = 0.35, 0.2


class Cut(NamedTuple):
    """A text cut: its passages in order, who speaks, and what the person should know of how that was told."""

    passages: tuple[DraftPassage, ...]
    speakers: tuple[DraftSpeaker, ...]
    notes: tuple[Note, ...] = ()


def cut(text: str, blocks: Sequence[Block], rule: Rule | None = None) -> Cut:
    """Return the passages of `text` and its speakers, told from `rule` or else from how the whole text is written.

    Passages are disjoint, not empty and have no space at either end; marks and times lie outside them.

    >>> passages, speakers, _ = cut("INT: Why?\\nMARIE: Because.", [Block(0, 9), Block(10, 25)])
    >>> [(p.speaker, p.start, p.end) for p in passages]
    [('INT', 5, 9), ('MARIE', 17, 25)]
    """
    found = marks.find(text, blocks, rule)
    passages = tuple(_Cutter(text).run(blocks, found))
    return Cut(passages, _speakers(text, passages))


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
        """Begin what a mark announces; a time alone goes on with the same speaker."""
        self.close()
        self.holder = mark.label if mark.label is not None else self.holder
        self.times = (mark.start_ms, mark.end_ms)
        self.marked = True

    def piece(self, block: Block, start: int, end: int) -> None:
        """Add a stretch without marks to the open turn, or make it a passage of its own."""
        start, end = trimmed(self.text, start, end)
        if start >= end:
            return
        if block.speaker is not None:
            self.forget()
            self.add("turn", start, end, block.speaker, block.page, (block.start_ms, block.end_ms))
        elif block.kind == "cue":
            self.cue(block, start, end)
        elif block.kind == "heading":
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
        end, closed = marks.closing_time(self.text, start, end) if kind == "turn" else (end, None)
        if start < end:
            start_ms, end_ms = times
            self.done.append(
                DraftPassage(kind, start, end, speaker, page, start_ms, closed if end_ms is None else end_ms)
            )


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


def _speakers(text: str, passages: Sequence[DraftPassage]) -> tuple[DraftSpeaker, ...]:
    turns: Counter[str] = Counter()
    questions: Counter[str] = Counter()
    length: Counter[str] = Counter()
    for passage in passages:
        if passage.speaker is not None:
            turns[passage.speaker] += 1
            questions[passage.speaker] += text[passage.end - 1] in "?\uff1f\u061f"
            length[passage.speaker] += passage.end - passage.start
    roles = _roles(turns, questions, length)
    return tuple(
        DraftSpeaker(label, roles[label], count, marks.nearest(label, count, turns)) for label, count in turns.items()
    )


def _roles(turns: Counter[str], questions: Counter[str], length: Counter[str]) -> dict[str, Role]:
    """Tell roles by the words of the labels, else by who asks; unknown where neither says anything."""
    named: dict[str, Role | None] = {label: marks.role_of(label) for label in turns}
    named = {label: None if role == "unknown" else role for label, role in named.items()}
    if "interviewer" not in named.values():
        # The letters A, P and R name a respondent only across from someone who is named as asking.
        named |= dict.fromkeys(label for label in turns if len(marks.fold(label)) == 1)
    shares = {label: questions[label] / count for label, count in turns.items() if count >= 3}
    asking = _asking(shares, {label: length[label] / turns[label] for label in shares})
    others = [label for label, role in named.items() if role is None]
    if "interviewer" not in named.values():
        if len(others) == 1 and len(turns) == 2:
            asking = set(others)
        named |= dict.fromkeys((asking & set(others)) if len(asking) < len(turns) else (), "interviewer")
    known = "interviewer" in named.values()
    return {
        label: role or ("respondent" if known and shares.get(label, 0.0) < _SOMETIMES else "unknown")
        for label, role in named.items()
    }


def _asking(shares: dict[str, float], length: dict[str, float]) -> set[str]:
    """Return who ends many turns by a question, or some, much more than others do, with turns that are short."""
    longest, least = max(length.values(), default=0.0), min(shares.values(), default=0.0)
    return {
        label
        for label, share in shares.items()
        if share >= _OFTEN or (share >= _SOMETIMES and share >= 3 * least and length[label] <= 0.6 * longest)
    }
