"""Subtitles, `.srt` and `.vtt`: the words, with times and speakers on the passages."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import ImportFailed
from corpus.importers import encodings, safety
from corpus.importers.reading import Options, Reading
from corpus.importers.writing import Writing, tidy

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES = re.compile(rf"^[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}[^\n]*$", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[\w.-]*)?[ \t]+([^>\n]+)>")
_TAG = re.compile(r"</?(?:[cibuv]|ruby|rt|lang|font)(?:[.\s][^>\n]*)?>|<\d[\d:.]*>|\{\\[^}\n]*\}", re.IGNORECASE)


def read(path: Path, data: bytes, options: Options) -> Reading:
    """Read subtitles; those of one speaker in a row stand under one mark, times are in milliseconds."""
    safety.check_kind(path, data, "text")
    decoded = encodings.decode(path, data, options.encoding)
    source = tidy(decoded.text)
    writing = Writing()
    speaking: str | None = None
    for start, end, start_ms, end_ms in cues(source):
        for speaker, words in _voices(source[start:end]):
            changed = speaker is not None and speaker != speaking
            mark = f"{speaker}: " if changed else ""
            writing.add(words, "cue", mark=mark, times=(start_ms, end_ms), speaker=speaker)
            speaking = speaker
    if not writing.blocks and source.strip():
        raise ImportFailed(path, "{name} holds no subtitles with times.", name=path.name)
    return Reading(writing.text, writing.blocks, encoding=decoded.encoding, notes=decoded.notes)


def cues(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield span (code points) and times (ms) of the words of each cue; numbers and times lie outside.

    >>> list(cues("1\\n00:00:01,500 --> 00:00:02,000\\nHello"))
    [(32, 37, 1500, 2000)]
    """
    found = list(_TIMES.finditer(text))
    for times, following in zip(found, [*found[1:], None]):
        start = times.end() + 1
        limit = len(text) if following is None else following.start()
        blank = re.compile(r"\n[ \t]*(?=\n|\Z)").search(text, start - 1, limit)
        end = blank.start() if blank else limit
        if start < end and text[start:end].strip():
            values = times.groups()
            yield start, end, _milliseconds(values[:4]), _milliseconds(values[4:])


def _milliseconds(clock: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, fraction = (part or "0" for part in clock)
    return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(f"{fraction:0<3}")


def _voices(payload: str) -> Iterator[tuple[str | None, str]]:
    """Yield speaker and words of each voice of a cue; the speaker is None where no `<v Name>` says it."""
    pieces = _VOICE.split(payload)
    for speaker, words in zip([None, *pieces[1::2]], pieces[::2]):
        words = html.unescape(_TAG.sub("", words)).strip()
        if words:
            yield (" ".join(html.unescape(speaker).split()) if speaker else None), words
