"""Which encoding a text's bytes are in, by evidence, and the text they stand for."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from corpus.cleaning import without_surrogates
from corpus.drafts import Note
from corpus.errors import ImportFailed
from corpus.importers.alphabets import guesses

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with BOM"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
# Encodings of Western languages, which are taken without a word where nothing else comes near them.
_WESTERN = {
    "cp1252": "Windows-1252",
    "iso8859-15": "ISO-8859-15",
    "mac_roman": "MacRoman",
    "latin-1": "ISO-8859-1",
    "cp850": "cp850",
}
_SURE, _CLEAR = 0.8, 0.02
_SAMPLE = 200_000
_NAMED = 12
_BINARY = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]")


class Decoded(NamedTuple):
    """A text, the encoding taken for it, and what the person should know about that choice."""

    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def decode(path: Path, data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of `data` without its BOM: in `encoding` where given, else in the one the bytes speak for."""
    decoded = _as_asked(path, data, encoding) if encoding else _by_evidence(path, data)
    text = decoded.text.removeprefix("\ufeff")
    if len(_BINARY.findall(text[:_SAMPLE])) > max(2, len(text[:_SAMPLE]) // 200) or "\x00" in text:
        raise ImportFailed(path, "{name} holds binary data and is no text.", name=path.name)
    return decoded._replace(text=without_surrogates(text))


def _as_asked(path: Path, data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except LookupError as error:
        raise ImportFailed(path, "No text encoding is called {encoding}.", encoding=encoding) from error
    except ValueError as error:
        raise ImportFailed(path, "{name} is not written in {encoding}.", name=path.name, encoding=encoding) from error


def _by_evidence(path: Path, data: bytes) -> Decoded:
    for mark, codec, name in _BOMS:
        if data.startswith(mark):
            return _after_bom(path, data, codec, name)
    wide = _wide(data)
    if wide:
        return wide
    if b"\x00" in data:
        raise ImportFailed(path, "{name} holds binary data and is no text.", name=path.name)
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError:
        return _mixed(data) or _guessed(path, data)


def _after_bom(path: Path, data: bytes, codec: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(codec), name)
    except UnicodeDecodeError:
        return _replaced(data, codec, name)


def _replaced(data: bytes, codec: str, name: str) -> Decoded:
    text = data.decode(codec, "replace")
    replaced = Note("Damaged characters replaced by \ufffd: {count}.", {"count": text.count("\ufffd")})
    return Decoded(text, name, (replaced,))


def _wide(data: bytes) -> Decoded | None:
    """Read UTF-16 without BOM, known by the NUL in every second byte of Latin text."""
    sample = data[: _SAMPLE & ~1]
    if len(sample) < 2 or len(data) % 2:
        return None
    high, low = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    for codec, name, zeros, others in (("utf-16-be", "UTF-16 BE", high, low), ("utf-16-le", "UTF-16 LE", low, high)):
        if zeros > half * 0.4 and others <= half * 0.02:
            try:
                return Decoded(data.decode(codec), name)
            except UnicodeDecodeError:
                return None
    return None


def _mixed(data: bytes) -> Decoded | None:
    """Read UTF-8 into which lines of another encoding were put, or that was cut short; None where it is no UTF-8."""
    lines = data.splitlines(keepends=True)
    whole, others = _sorted_out(lines)
    loose = data.decode("utf-8", "replace")
    broken = loose.count("\ufffd")
    if 4 * len(whole) < len(others) and sum(char > "\x7f" for char in loose) <= 21 * broken:
        return None
    cut = _cut_short(lines[-1])
    if cut and others == [len(lines) - 1] and broken == 1:
        return _replaced(data, "utf-8", "UTF-8")
    codec = next(
        (guess.codec for guess in guesses(b"".join(lines[n] for n in others)) if guess.codec in _WESTERN), "cp1252"
    )
    return _mended(lines, others, codec)


def _sorted_out(lines: Sequence[bytes]) -> tuple[list[int], list[int]]:
    """Return the numbers of the lines that are UTF-8 with more than ASCII, and of those that are no UTF-8."""
    whole, others = [], []
    for number, line in enumerate(lines):
        if not line.isascii():
            try:
                line.decode("utf-8")
                whole.append(number)
            except UnicodeDecodeError:
                others.append(number)
    return whole, others


def _cut_short(line: bytes) -> bool:
    """Say whether all that ails the last line is that its last letter is not whole."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return False


def _mended(lines: Sequence[bytes], others: Sequence[int], codec: str) -> Decoded:
    """Return the text in which what is no UTF-8 in some of the lines is read by `codec`, and say how much and where."""
    texts, count = [], 0
    strangers = frozenset(others)
    for number, line in enumerate(lines):
        text, strange = _pieced(line, codec) if number in strangers else (line.decode("utf-8"), 0)
        texts.append(text)
        count += strange
    named = ", ".join(str(number + 1) for number in others[:_NAMED]) + (" …" if len(others) > _NAMED else "")
    values = {"count": count, "encoding": _WESTERN[codec], "lines": named}
    note = Note("Letters that are no UTF-8 were read as {encoding}: {count}, in line {lines}.", values)
    text = "".join(texts)
    lost = text.count("\ufffd") - b"".join(lines).count(b"\xef\xbf\xbd")
    replaced = (Note("Damaged characters replaced by \ufffd: {count}.", {"count": lost}),) if lost else ()
    return Decoded(text, "UTF-8", (note, *replaced))


def _pieced(line: bytes, codec: str) -> tuple[str, int]:
    """Return a line read as UTF-8 where it is and by `codec` where it is not, and the number of such letters."""
    parts, strange = [], 0
    while line:
        try:
            parts.append(line.decode("utf-8"))
            break
        except UnicodeDecodeError as error:
            parts += [line[: error.start].decode("utf-8"), line[error.start : error.start + 1].decode(codec, "replace")]
            line = line[error.start + 1 :]
            strange += 1
    return "".join(parts), strange


def _guessed(path: Path, data: bytes) -> Decoded:
    """Read by the encoding that makes the likeliest text, and say that it is a guess unless nothing comes near it."""
    for guess in guesses(data):
        try:
            text = data.decode(guess.codec)
        except UnicodeDecodeError:
            continue
        name = _WESTERN.get(guess.codec, guess.codec)
        sure = guess.codec in _WESTERN and guess.score >= _SURE and guess.margin >= _CLEAR
        return Decoded(text, name, () if sure else (_guess(name),))
    return _foreign(path, data)


def _guess(name: str) -> Note:
    return Note("The encoding {encoding} is a guess.", {"encoding": name}, doubt=True)


def _foreign(path: Path, data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None:
        with suppress(UnicodeDecodeError, LookupError):
            return Decoded(data.decode(best.encoding), best.encoding, (_guess(best.encoding),))
    raise ImportFailed(path, "The encoding of {name} can't be told: name it.", name=path.name)
