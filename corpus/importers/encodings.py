"""Which encoding a text's bytes are in, by evidence, and the text they stand for."""

from __future__ import annotations

import codecs
import itertools
import re
from pathlib import Path
from typing import NamedTuple

from corpus.cleaning import without_surrogates
from corpus.drafts import Note
from corpus.errors import ImportFailed

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with BOM"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_ONE_BYTE = (
    ("cp1252", "Windows-1252"),
    ("iso8859-15", "ISO-8859-15"),
    ("mac_roman", "MacRoman"),
    ("latin-1", "ISO-8859-1"),
)
_SAMPLE = 200_000
_WORDS = re.compile(r"[^\W\d_]+")
_BINARY = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]")
_NEIGHBOURS = re.compile(r"[^\W\d_][^\x00-\x7f\w\s’‘“”«»–—…·°ºª•€£§-][^\W\d_]")


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
        return _damaged_utf8(data) or _one_byte(path, data)


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


def _damaged_utf8(data: bytes) -> Decoded | None:
    """Read UTF-8 of which a few bytes are broken, as at the end of a file cut short."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for char in text if char > "\x7f") - broken
    return _replaced(data, "utf-8", "UTF-8") if whole > 20 * broken else None


def _one_byte(path: Path, data: bytes) -> Decoded:
    candidates = []
    for codec, name in _ONE_BYTE:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        candidates.append((plausible(text[:_SAMPLE]), text, name))
    share, text, name = max(candidates, key=lambda candidate: candidate[0])
    if share > 0.5:
        return Decoded(text, name)
    return _foreign(path, data)


def plausible(text: str) -> float:
    """Return the share, 0 to 1, of the words with accents that look like words of a Western language."""
    good = bad = 0
    for word in _WORDS.findall(text):
        foreign = sum(1 for char in word if char > "\x7f")
        if not foreign:
            continue
        inner_capital = any(a.islower() and b.isupper() and b > "\x7f" for a, b in itertools.pairwise(word))
        if not word.isalpha() or inner_capital or (foreign > 2 and foreign * 2 > len(word)):
            bad += 1
        else:
            good += 1
    # A sign within a word (pr‡s) and a control character tell of a wrong table.
    bad += 2 * len(_NEIGHBOURS.findall(text)) + sum(1 for char in text if "\x80" <= char < "\xa0")
    return (good + 1) / (good + bad + 1)


def _foreign(path: Path, data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None:
        try:
            guess = Note("The encoding {encoding} is a guess.", {"encoding": best.encoding}, doubt=True)
            return Decoded(data.decode(best.encoding), best.encoding, (guess,))
        except (UnicodeDecodeError, LookupError):
            pass
    raise ImportFailed(path, "The encoding of {name} can't be told: name it.", name=path.name)
