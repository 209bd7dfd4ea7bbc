"""What programs that recognise speech write as JSON: a list of pieces with words, times, and who speaks.

The lists are found by what their members hold, wherever they stand: Whisper, WhisperX, whisper.cpp, AssemblyAI,
Deepgram, Amazon Transcribe, Azure, Google, Rev, Speechmatics and Amberscript differ in little but the names of keys.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from corpus.errors import ImportFailed
from corpus.importers import encodings, safety
from corpus.importers.layouts import clock, openings, telegram
from corpus.importers.layouts.said import SaidPiece, written
from corpus.importers.reading import FileReading, Options

_TEXT = (
    "text",
    "transcript",
    "display",
    "sentence",
    "body",
    "utterance",
    "content",
    "word",
    "value",
    "punctuated_word",
)
_START = ("start", "start_time", "startTime", "from", "begin", "ts", "offset", "start_ms", "startMs", "time")
_END = ("end", "end_time", "endTime", "to", "stop", "end_ts", "end_ms", "endMs")
_SPEAKER = (
    "speaker",
    "speaker_label",
    "speakerLabel",
    "speaker_name",
    "speakerName",
    "speakerTag",
    "speaker_id",
    "name",
)
_WITHIN = ("alternatives", "nBest")
_PARTS = ("sentences", "elements", "words")
_NO_SPACE_BEFORE = re.compile(r"[^\w\s«(\[“¿¡-]")
_ENDS = (".", "?", "!", "…", "。", "？")
_PAUSE_MS = 2000
_SECONDS = re.compile(r"(?:PT(?:(\d{1,3})H)?(?:(\d{1,4})M)?)?(\d{1,9}(?:\.\d{1,9})?)[sS]?")


class _HeardPiece(NamedTuple):
    words: str
    start: Any
    end: Any
    speaker: Any


def read(path: Path, data: bytes, options: Options) -> FileReading:
    """Read what was recognised; what one speaker says in a row is one turn, times are in milliseconds."""
    safety.check_kind(path, data, "text")
    decoded = encodings.decode(path, data, options.encoding)
    try:
        document = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        raise ImportFailed(path, "{name} is damaged: its text can't be read.", name=path.name) from error
    chat = telegram.of_json(document)
    if chat is not None:
        return replace(chat, encoding=decoded.encoding, notes=(*decoded.notes, *chat.notes))
    found = pieces(document)
    if not found:
        raise ImportFailed(path, "{name} holds no transcript: nothing in it has words and times.", name=path.name)
    writing = written(found if options.speakers else openings.named(found))
    return FileReading(writing.text, writing.blocks, encoding=decoded.encoding, notes=decoded.notes)


def pieces(document: object) -> list[SaidPiece]:
    """Return what was said in a document of a recogniser; empty where it is something else."""
    lists = [found for values in _lists(document) if (found := _told(values))]
    if not lists:
        return []
    best = max(lists, key=lambda found: (_speaks(found), len(found) > 1, _mean_words(found)))
    unit, names, apart = _unit(best), _names(document), _apart(document)
    said: list[SaidPiece] = []
    for words, start, end, speaker in best:
        sign = bool(said) and start is None and _NO_SPACE_BEFORE.fullmatch(words) is not None
        who = said[-1].speaker if sign else _label(apart.get(str(start)) if speaker is None else speaker, names)
        said.append(SaidPiece(words, _ms(start, unit), _ms(end, unit), who))
    return said if _mean_words(best) > 1.5 else list(_sentences(said))


def _apart(document: object) -> dict[str, Any]:
    """Return who speaks from which time on, where a list without words says so, as Amazon's does."""
    members = (value for values in _lists(document) for value in values if isinstance(value, Mapping))
    found = ((_first(value, _START), _first(value, _SPEAKER)) for value in members if _piece(value) is None)
    return {str(start): speaker for start, speaker in found if start is not None and speaker is not None}


def _lists(document: object) -> Iterator[list[Any]]:
    """Yield every list of objects, the outer ones first; never by recursion."""
    stack = [document]
    while stack:
        value = stack.pop()
        if isinstance(value, Mapping):
            stack.extend(value.values())
        elif isinstance(value, list) and value and isinstance(value[0], (Mapping, list)):
            if isinstance(value[0], Mapping):
                yield value
            stack.extend(value)


def _told(values: Sequence[Any]) -> list[_HeardPiece]:
    found = [piece for value in values if isinstance(value, Mapping) and (piece := _piece(value))]
    timed = sum(piece.start is not None for piece in found)
    return found if len(found) * 10 >= len(values) * 9 and timed * 2 >= len(found) > 0 else []


def _piece(value: Mapping[str, Any]) -> _HeardPiece | None:
    """Return words, times and speaker of an object, taken from the first of its alternatives or put of its parts."""
    inner: Mapping[str, Any] = next((value[key][0] for key in _WITHIN if _objects(value.get(key))), {})
    words = _first(value, _TEXT) or _first(inner, _TEXT) or _put_together(value)
    if not isinstance(words, str) or not words.strip():
        return None
    clocks: Mapping[str, Any] = next(
        (value[key] for key in ("timestamps", "offsets") if isinstance(value.get(key), Mapping)), {}
    )
    start, end = (_first({**clocks, **value}, keys) for keys in (_START, _END))
    if start is None:
        parts = next((value[key] for key in _PARTS if _objects(value.get(key))), None) or [{}]
        start, end = _first(parts[0], _START), _first(parts[-1], _END)
    speaker = _first(value, _SPEAKER)
    return _HeardPiece(words.strip(), start, end, _first(inner, _SPEAKER) if speaker is None else speaker)


def _first(value: Mapping[str, Any], keys: Sequence[str]) -> Any:
    return next((value[key] for key in keys if value.get(key) is not None and value[key] != ""), None)


def _objects(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, Mapping) for each in value)


def _put_together(value: Mapping[str, Any]) -> str | None:
    parts = next((value[key] for key in _PARTS if _objects(value.get(key))), None)
    words = [_first(part, _TEXT) for part in parts or []]
    return _joined([word for word in words if isinstance(word, str)]) or None


def _joined(words: Sequence[str]) -> str:
    bare = [word.strip() for word in words if word.strip()]
    return "".join(word if _NO_SPACE_BEFORE.fullmatch(word[0]) else f" {word}" for word in bare).strip()


def _speaks(found: Sequence[_HeardPiece]) -> bool:
    return sum(piece.speaker is not None for piece in found) * 2 > len(found)


def _mean_words(found: Sequence[_HeardPiece]) -> float:
    return sum(len(piece.words.split()) for piece in found) / len(found)


def _unit(found: Sequence[_HeardPiece]) -> int:
    """Return how many of the figures make a second: numbers that are whole count thousandths, unless they are small."""
    spans = [(piece.start, piece.end) for piece in found if isinstance(piece.start, int) and isinstance(piece.end, int)]
    if len(spans) * 2 < len(found):
        return 1
    lengths = sorted(end - start for start, end in spans)
    return 1000 if lengths[len(lengths) // 2] >= 100 else 1


def _ms(value: Any, unit: int) -> int | None:
    if isinstance(value, str):
        stamp, figures = clock.stamp(value), _SECONDS.fullmatch(value)
        if stamp or not figures:
            return stamp[0] if stamp else None
        value, unit = int(figures[1] or 0) * 3600 + int(figures[2] or 0) * 60 + float(figures[3]), 1
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not 0 <= value < 1e12:
        return None
    return round(value * 1000 / unit)


def _names(document: object) -> dict[str, str]:
    """Return the names of speakers whom a list of people gives by a key."""
    keys = ("spkid", "id", "key")
    people = (value for values in _lists(document) for value in values if isinstance(value, Mapping))
    found = ((_first(person, keys), person.get("name")) for person in people if not _first(person, _TEXT))
    return {str(key): name for key, name in found if key is not None and isinstance(name, str) and name.strip()}


def _label(speaker: Any, names: Mapping[str, str]) -> str | None:
    if isinstance(speaker, Mapping):
        speaker = _first(speaker, ("name", "label", "id"))
    if speaker is None or isinstance(speaker, (list, Mapping, bool)):
        return None
    label = names.get(str(speaker), str(speaker)).strip()
    return (f"Speaker {label}" if label.isdecimal() or len(label) == 1 else label) or None


def _sentences(said: Sequence[SaidPiece]) -> Iterator[SaidPiece]:
    """Yield words that were recognised one by one as turns, or as sentences where nobody is named."""
    run: list[SaidPiece] = []
    for word, after in pairwise([*said, SaidPiece("")]):
        run.append(word)
        sign = after.start_ms is None and _NO_SPACE_BEFORE.fullmatch(after.words) is not None
        pause = (after.start_ms or 0) - (word.end_ms or word.start_ms or 0) > _PAUSE_MS
        ended = word.speaker is None and (pause or word.words.endswith(_ENDS)) and not sign
        if ended or not after.words or after.speaker != word.speaker:
            end_ms = next((each.end_ms for each in reversed(run) if each.end_ms is not None), None)
            yield SaidPiece(_joined([each.words for each in run]), run[0].start_ms, end_ms, run[0].speaker)
            run = []
