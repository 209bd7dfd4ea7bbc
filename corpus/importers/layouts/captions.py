"""Captions, as in `.srt` and `.vtt` or pasted into a document: a line of two times, then what is said between them."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from corpus.drafts import Block, Note
from corpus.importers.layouts import clock, openings, rolling
from corpus.importers.layouts.said import SaidPiece, written
from corpus.importers.reading import FileReading

_TIMES = re.compile(
    rf"[ \t]*({clock.CLOCK})[ \t]*(?:--?>|[–—]>|→)[ \t]*({clock.CLOCK})(?![\d:.,])(?:[ \t]+[A-Za-z]\w*:\S+)*[ \t]*"
)
_NUMBER = re.compile(r"[ \t]*\d{1,6}[ \t]*\Z")
_NAMED_BY = re.compile(r"[ \t]*\d{1,6}[ \t]+\"([^\"\n]{1,80})\"[ \t]*(?:\(\d*\))?[ \t]*\Z")
_VOICE = re.compile(r"<v(?:\.[\w.-]*)?[ \t]+([^<>\n]{1,200})>")
_TAG = re.compile(r"</?(?:[cibuv]|ruby|rt|lang|font)(?:[.\s][^<>\n]*)?>|<\d[\d:.]*>|\{\\[^{}\n]*\}", re.IGNORECASE)
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|\Z)")

Span = tuple[int, int]


class CaptionCue(NamedTuple):
    """A caption: its times (ms), the spans of its lines that hold words, and who its identifier says speaks."""

    start_ms: int
    end_ms: int
    lines: tuple[Span, ...]
    speaker: str | None = None


class Captions(NamedTuple):
    """The captions of a text that hold words, the lines above them, and how many remarks stood between them."""

    cues: tuple[CaptionCue, ...]
    above: tuple[Span, ...]
    remarks: int


def recognised(reading: FileReading) -> FileReading | None:
    """Return captions that stand in a document of another kind as cues or turns; None where there are none.

    The text stays as it is unless a turn goes on over several captions, or captions hold signs that are not read out.
    """
    found = find(reading.text)
    if len(found.cues) < 2:
        return None
    fresh = _anew(reading.text, found)
    paged = any(block.page for block in reading.blocks)
    if paged or not (fresh.notes or any(block.speaker for block in fresh.blocks) or _TAG.search(reading.text)):
        return replace(reading, blocks=list(_in_place(reading.text, found)))
    return replace(reading, text=fresh.text, blocks=fresh.blocks, notes=(*reading.notes, *fresh.notes))


def read(text: str, by_rule: bool = False) -> FileReading:
    """Return the captions of a subtitle file: words alone, those of one speaker in a row under one name.

    Names at the opening of the words stay where they are if a person's rule is to find them.
    """
    return _anew(text, find(text), by_rule)


def find(text: str) -> Captions:
    """Return the captions of `text`; numbers, identifiers, times and what a player doesn't show lie outside."""
    lines = list(_line_spans(text))
    times = [number for number, line in enumerate(lines) if _TIMES.match(text, *line)]
    web = text.lstrip().startswith("WEBVTT")
    shown, remarks = _shown(text, lines) if web else (lines, 0)
    names = _identifiers(text, shown, times, web)
    cues = (_cue(text, shown, at, limit, names) for at, limit in zip(times, [*times[1:], len(lines)]))
    above = () if web or not times else shown[: times[0] - (times[0] - 1 in names)]
    kept = tuple(line for line in above if _filled(text, line))
    return Captions(tuple(cue for cue in cues if cue.lines), kept, remarks)


def _line_spans(text: str) -> Iterator[Span]:
    at = 0
    while at <= len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        yield at, stop
        at = stop + 1


def _filled(text: str, line: Span) -> bool:
    return bool(text[slice(*line)].strip())


def _shown(text: str, lines: Sequence[Span]) -> tuple[list[Span], int]:
    """Return the lines, those of remarks and styles emptied, and how many remarks there were."""
    shown: list[Span] = []
    aside, after_blank, remarks = False, True, 0
    for start, end in lines:
        blank = not text[start:end].strip()
        opens = after_blank and _ASIDE.match(text, start, end) is not None
        remarks += opens and text.startswith("NOTE", start)
        aside = not blank and (aside or opens)
        shown.append((start, start) if aside else (start, end))
        after_blank = blank
    return shown, remarks


def _identifiers(text: str, lines: Sequence[Span], times: Sequence[int], web: bool) -> set[int]:
    """Return the numbers of the lines above times that name a caption: what most captions have is no words."""
    above = [at - 1 for at, last in zip(times, [-1, *times]) if at - 1 > last and _filled(text, lines[at - 1])]
    numbers = {number for number in above if _NUMBER.match(text, *lines[number])}
    names = {n for n in above if n not in numbers and (n == 0 or not _filled(text, lines[n - 1]))}
    unlike = len({text[slice(*lines[number])] for number in names})
    usual = len(names) * 10 >= len(times) * 8 and unlike * 10 >= len(names) * 9 and not web
    last = dict(zip((at - 1 for at in times), [-1, *times]))
    kept = {n for n in names if last[n] < 0 or any(_filled(text, line) for line in lines[last[n] + 1 : n])}
    return (numbers if len(numbers) * 2 >= len(times) else set()) | (kept if web or usual else set())


def _cue(text: str, lines: Sequence[Span], at: int, limit: int, names: set[int]) -> CaptionCue:
    found = _TIMES.match(text, *lines[at])
    assert found is not None
    own = [(found.end(), lines[at][1]), *lines[at + 1 : limit - (limit - 1 in names and limit - 1 > at)]]
    named = _NAMED_BY.match(text, *lines[at - 1]) if at - 1 in names else None
    filled = tuple(line for line in own if _filled(text, line))
    start_ms, end_ms = map(clock.milliseconds, found.groups())
    return CaptionCue(start_ms, end_ms, filled, named[1].strip() if named else None)


def _anew(text: str, found: Captions, by_rule: bool = False) -> FileReading:
    pieces, roll = _said(text, found.cues)
    pieces = pieces if by_rule else openings.named(pieces)
    above = [text[slice(*line)].strip() for line in found.above]
    writing = written(pieces, above)
    notes = []
    if roll:
        notes.append(Note("The captions show each line again above the next: it came in once."))
    if found.remarks:
        notes.append(Note("Remarks between the captions left out: {count}.", {"count": found.remarks}))
    return FileReading(writing.text, writing.blocks, notes=tuple(notes))


def _said(text: str, cues: Sequence[CaptionCue]) -> tuple[list[SaidPiece], bool]:
    """Return what is said in the captions, and whether they roll."""
    shown = [rolling.ScreenLines(cue.start_ms, cue.end_ms, tuple(_plain(text, cue))) for cue in cues]
    if rolling.rolls(shown):
        return rolling.once(shown), True
    heads = _heads([screen.lines for screen in shown])
    if heads:
        return [piece for screen in shown for piece in _headed(screen, heads)], False
    return [piece for cue in cues for piece in _voices(text, cue)], False


def _plain(text: str, cue: CaptionCue) -> Iterator[str]:
    lines = (html.unescape(_TAG.sub("", text[slice(*line)])).strip() for line in cue.lines)
    return (line for line in lines if line)


def _heads(screens: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the names that stand alone on the first line of most captions; none where these lines are words."""
    firsts = Counter(lines[0] for lines in screens if len(lines) > 1)
    names = all(len(line) <= 60 and not line.endswith((".", "?", "!", "…", ",", ";")) for line in firsts)
    recur = firsts.total() >= 0.8 * len(screens) and len(firsts) * 2 <= firsts.total()
    return frozenset(firsts) if names and recur else frozenset()


def _headed(screen: rolling.ScreenLines, heads: frozenset[str]) -> Iterator[SaidPiece]:
    """Yield what each speaker of one caption says; a line that holds one of the names alone begins another."""
    speaker: str | None = None
    spoken: list[str] = []
    for line in (*screen.lines, None):
        if line is None or line in heads:
            yield SaidPiece("\n".join(spoken), screen.start_ms, screen.end_ms, speaker)
            speaker, spoken = (line or "").strip("()[]:： \t") or None, []
        elif line not in ("-", "–", "—"):
            spoken.append(line)


def _voices(text: str, cue: CaptionCue) -> Iterator[SaidPiece]:
    """Yield what each voice of a caption says; the speaker is None where no `<v Name>` or identifier says it."""
    pieces = _VOICE.split("\n".join(text[slice(*line)].strip() for line in cue.lines))
    for speaker, words in zip([cue.speaker, *pieces[1::2]], pieces[::2]):
        said = html.unescape(_TAG.sub("", words)).strip()
        if said:
            name = " ".join(html.unescape(speaker).split()) if speaker else None
            yield SaidPiece(said, cue.start_ms, cue.end_ms, name)


def _in_place(text: str, found: Captions) -> Iterator[Block]:
    yield from (Block(*line) for line in found.above)
    for cue in found.cues:
        words = text[cue.lines[0][0] : cue.lines[-1][1]]
        at = cue.lines[0][0]
        for start, end in openings.voices(words):
            yield Block(at + start, at + end, "cue", None, cue.start_ms, cue.end_ms)
